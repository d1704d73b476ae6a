"""A file or a folder of the operator's choice: its path on show, and a button that opens the chooser."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from displayctl.desktop.look.palette import SPACE_S
from displayctl.desktop.widgets.pieces import button, field, row


class PickFile(QWidget):
    """Signal: `changed` once something else is chosen. Without `kinds` (a filter) a folder is asked for."""

    changed = Signal()

    def __init__(self, caption: str, kinds: str = "") -> None:
        super().__init__()
        self._caption, self._kinds = caption, kinds
        self._line = QLineEdit()
        self._line.setAccessibleName(caption)
        self._line.textChanged.connect(lambda: self.changed.emit())
        choose = button(self.tr("Choose…"), self.choose)
        choose.setAutoDefault(False)
        line = QWidget()
        inner = row(self._line, choose, spacing=SPACE_S)
        inner.setStretch(0, 1)
        line.setLayout(inner)
        self.setLayout(field(caption, line))

    @property
    def path(self) -> Path | None:
        """What is chosen; None while the line is empty."""
        typed = self._line.text().strip()
        return Path(typed).expanduser() if typed else None

    def take(self, path: Path) -> None:
        """Let `path` be chosen."""
        self._line.setText(str(path))

    def choose(self) -> None:
        """Open the chooser."""
        dialog = QFileDialog(self, self._caption)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._kinds:
            dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
            dialog.setNameFilter(self._kinds)
        else:
            dialog.setFileMode(QFileDialog.FileMode.Directory)
            dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.fileSelected.connect(lambda chosen: self.take(Path(chosen)))
        dialog.open()
