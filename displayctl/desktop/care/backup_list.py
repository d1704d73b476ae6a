"""The backups in a folder as rows, newest first."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt

from displayctl.desk.backups.shelf import BackupSet
from displayctl.desktop.presenters.submission_words import moment_words
from displayctl.desktop.presenters.words import size_words

Index = QModelIndex | QPersistentModelIndex


class BackupModel(QAbstractTableModel):
    """One row a backup."""

    def __init__(self) -> None:
        super().__init__()
        self.sets: tuple[BackupSet, ...] = ()
        self.verdicts: dict[str, bool] = {}

    def show_sets(self, sets: tuple[BackupSet, ...]) -> None:
        """Show these."""
        self.beginResetModel()
        self.sets = sets
        self.endResetModel()

    def note(self, name: str, *, good: bool) -> None:
        """Show what a test said."""
        self.verdicts[name] = good
        self.layoutChanged.emit()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.sets)

    def columnCount(self, parent: Index | None = None) -> int:
        return 5

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        heads = (self.tr("Made"), self.tr("Size"), self.tr("Media"), self.tr("Computer"), self.tr("Tested"))
        return heads[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        found = self.sets[index.row()]
        manifest = found.manifest
        tested = {True: self.tr("good"), False: self.tr("NOT good"), None: "–"}[self.verdicts.get(found.name)]
        keys = self.tr(" (with keys)") if manifest.has_keys else ""
        return (
            f"{moment_words(manifest.made_at)}{keys}",
            size_words(manifest.size_bytes),
            str(len(manifest.all_assets())),
            f"{manifest.machine} · {manifest.version}",
            tested,
        )[index.column()]
