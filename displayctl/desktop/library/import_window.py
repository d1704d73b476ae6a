"""The windows of a folder's import: what to take and whereto, and what became of each file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QSize, Qt
from PySide6.QtWidgets import QCheckBox, QDialog, QHeaderView, QLineEdit, QWidget

from displayctl.api.media_choices import LONGEST_FOLDER, tidy_folder
from displayctl.desktop.library.folder_import import FolderImport
from displayctl.desktop.library.import_record import Came, ImportResult
from displayctl.desktop.look.palette import SPACE_L, SPACE_M, SPACE_S
from displayctl.desktop.presenters.problems import say_problem
from displayctl.desktop.presenters.words import counted
from displayctl.desktop.schedule_tools.airings_model import plain_table
from displayctl.desktop.widgets.pick_file import PickFile
from displayctl.desktop.widgets.pieces import button, column, field, frame, label, row, rule

RESULTS_PX, FILE_PX = QSize(900, 480), 280
_Index = QModelIndex | QPersistentModelIndex


class FolderImportWindow(QDialog):
    """Asks which folder, and where its files go."""

    def __init__(self, running: FolderImport, folder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._import = running
        self.setWindowTitle(self.tr("Import a folder"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(520)
        self.source = PickFile(self.tr("Folder on this computer"))
        self.source.changed.connect(self._check)
        self.folder = QLineEdit(folder)
        self.folder.setMaxLength(LONGEST_FOLDER)
        self.folder.setPlaceholderText(self.tr("Without a folder"))
        self.folder.textChanged.connect(self._check)
        self.keep_folders = QCheckBox(self.tr("Keep the folders that lie in it"))
        self.keep_folders.setChecked(True)
        self._error = label("", "error", wrap=True)
        self._error.hide()
        waits = self.tr("Another folder is being imported; wait for its end, or stop it first.")
        self._busy = label(waits, "soft", wrap=True)
        running.changed.connect(self._check)
        self.go_button = button(self.tr("Import"), self.go, "primary")
        self.go_button.setDefault(True)
        words = self.tr(
            "Every picture, video and document in it is added. What the library has already is left out. "
            "You can pause, and go on another day."
        )
        layout = column(
            label(words, "", wrap=True),
            self.source,
            field(self.tr("Into the folder of the library"), self.folder),
            self.keep_folders,
            self._error,
            self._busy,
            rule(),
            row(None, button(self.tr("Cancel"), self.reject), self.go_button, spacing=SPACE_S),
            spacing=SPACE_M,
        )
        layout.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_L)
        self.setLayout(layout)
        self._check()

    def _check(self) -> None:
        busy = self._import.scanning or self._import.under_way
        self._busy.setVisible(busy)
        self.go_button.setEnabled(self.source.path is not None and not busy)

    def go(self) -> None:
        """Begin."""
        source = self.source.path
        if source is None:
            return
        try:
            folder = tidy_folder(self.folder.text())
        except ValueError as error:
            self._error.setText(say_problem(error))
            self._error.show()
            return
        self._import.begin(source, folder, keep_folders=self.keep_folders.isChecked())
        self.accept()


class ResultsModel(QAbstractTableModel):
    """File by file what became of it; what was not taken comes first."""

    def __init__(self, results: tuple[ImportResult, ...], root: Path) -> None:
        super().__init__()
        order = {Came.REFUSED: 0, Came.THERE: 1, Came.ADDED: 2}
        self._results = sorted(results, key=lambda result: order[result.came])
        self._root = root

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._results)

    def columnCount(self, parent: _Index | None = None) -> int:
        return 2

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return None
        result = self._results[index.row()]
        if index.column() == 0:
            path = Path(result.path)
            return str(path.relative_to(self._root)) if path.is_relative_to(self._root) else str(path)
        return {
            Came.ADDED: self.tr("Added"),
            Came.THERE: self.tr("Was there already, as “{title}”").format(title=result.words),
            Came.REFUSED: result.words,
        }[result.came]

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("File"), self.tr("What became of it"))[section]


class ResultsWindow(QDialog):
    """What became of each file so far."""

    def __init__(self, running: FolderImport, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Import of a folder"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.resize(RESULTS_PX)
        plan = running.plan
        self.model = ResultsModel(running.results, Path(plan.root))
        files = plain_table(self.model, self.tr("Files"), 1)
        files.horizontalHeader().setSectionResizeMode(0, QHeaderView.ResizeMode.Interactive)
        files.setColumnWidth(0, FILE_PX)  # reasons are longer than names; its edge can be drawn
        files.setWordWrap(False)  # else what is too long ends at a word, with room left beside it
        table = frame("card", column(files, margins=1))
        one, many = self.tr("{folder}: {count} file"), self.tr("{folder}: {count} files")
        notes = [counted(one, many, len(plan.items), folder=plan.root) + "."]
        if plan.left_out:
            one = self.tr("{count} file of another kind was passed by.")
            notes.append(counted(one, self.tr("{count} files of other kinds were passed by."), plan.left_out))
        if plan.cut:
            notes.append(self.tr("There are more files in it; import the rest afterwards, folder by folder."))
        close = button(self.tr("Close"), self.accept)
        layout = column(label(" ".join(notes), "soft", wrap=True), table, row(None, close), spacing=SPACE_M)
        layout.setStretch(1, 1)
        layout.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_L)
        self.setLayout(layout)
