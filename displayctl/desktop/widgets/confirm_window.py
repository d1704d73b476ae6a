"""Asks once more before something that is felt at a wall."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from displayctl.desktop.look.palette import SPACE_L, SPACE_M, SPACE_S
from displayctl.desktop.widgets.pieces import button, column, label, row, rule


class ConfirmWindow(QDialog):
    """Signal: `agreed`. Enter cancels: whoever means it goes to the other button."""

    agreed = Signal()

    def __init__(self, title: str, question: str, action: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(460)
        cancel = button(self.tr("Cancel"), self.reject)
        cancel.setDefault(True)
        self.go_button = button(action, self._go, "danger")
        self.go_button.setAutoDefault(False)
        layout = column(
            label(title, "heading", wrap=True),
            label(question, "", wrap=True),
            None,
            rule(),
            row(None, cancel, self.go_button, spacing=SPACE_S),
            spacing=SPACE_M,
        )
        layout.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_L)
        self.setLayout(layout)
        cancel.setFocus()

    def _go(self) -> None:
        self.agreed.emit()
        self.accept()
