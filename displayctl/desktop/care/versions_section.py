"""Which version runs where, and what should be updated. Nothing is asked of the internet."""

from __future__ import annotations

import platform
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt, Signal, qVersion
from PySide6.QtWidgets import QHeaderView, QTableView, QWidget

from displayctl.desktop.care.versions import Versions
from displayctl.desktop.desk import Desk
from displayctl.desktop.look.palette import SPACE_M, SPACE_S
from displayctl.desktop.presenters.version_words import Running
from displayctl.desktop.widgets.pieces import column, frame, label, row, set_role

Index = QModelIndex | QPersistentModelIndex


class VersionsSection(QWidget):
    """Signal: `told` a sentence and its kind."""

    told = Signal(str, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._versions = Versions(desk, self)
        self._versions.changed.connect(self._show)
        self.notice = label("", "strong", wrap=True)
        self._frame = frame("banner-good", row(self.notice, margins=SPACE_M))
        self.model = _Rows()
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setAccessibleName(self.tr("Versions"))
        self.table.setTabKeyNavigation(False)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        about = self.tr("Python {python}, Qt {qt}, {system}").format(
            python=platform.python_version(), qt=qVersion(), system=platform.platform()
        )
        quiet = self.tr("displayctl never asks the internet for updates; whoever looks after it brings them.")
        layout = column(
            self._frame,
            self.table,
            label(quiet, "soft", wrap=True),
            label(about, "soft", wrap=True, selectable=True),
            spacing=SPACE_S,
        )
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self._show()

    def refresh(self) -> None:
        """Ask the hub anew."""
        self._versions.ask()

    def _show(self) -> None:
        notice = self._versions.notice()
        self.notice.setText("\n".join(notice) or self.tr("Everything that is known runs the same version."))
        set_role(self._frame, "banner-warning" if notice else "banner-good")
        rows = [
            Running(self.tr("This window"), self._versions.desk),
            Running(self.tr("Hub"), self._versions.hub),
            *self._versions.players(),
        ]
        self.model.show_rows(rows)


class _Rows(QAbstractTableModel):
    """One row for each place."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Running] = []

    def show_rows(self, rows: list[Running]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index | None = None) -> int:
        return 2

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("Where"), self.tr("Version"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return None
        found = self.rows[index.row()]
        return found.place if index.column() == 0 else found.version or self.tr("not known yet")
