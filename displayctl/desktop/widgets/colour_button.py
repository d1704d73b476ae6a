"""A button that shows a colour and asks for another."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QColor, QIcon, QPixmap
from PySide6.QtWidgets import QColorDialog, QPushButton


class ColourButton(QPushButton):
    """Signal: `changed`, when a person chose another colour."""

    changed = Signal()

    def __init__(self, name: str) -> None:
        super().__init__()
        self._name = name
        self._value = "#000000"
        self.setAccessibleName(name)
        self.clicked.connect(self._ask)

    @property
    def value(self) -> str:
        """As ``#rrggbb``."""
        return self._value

    def show_value(self, value: str) -> None:
        """Show a colour, without telling."""
        self._value = value
        drawing = QPixmap(36, 18)
        drawing.fill(QColor(value))
        self.setIcon(QIcon(drawing))
        self.setText(f" {value}")

    def _ask(self) -> None:
        dialog = QColorDialog(QColor(self._value), self)
        dialog.setWindowTitle(self._name)
        dialog.setOption(QColorDialog.ColorDialogOption.DontUseNativeDialog)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.colorSelected.connect(self._chosen)
        dialog.open()

    def _chosen(self, colour: QColor) -> None:
        self.show_value(colour.name())
        self.changed.emit()
