"""A choice among names of any length: no wider than its place; a name without room ends in dots and is in the tip."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QComboBox, QStyle, QStyleOptionComboBox, QStylePainter

LEAST_PX, WANTED_PX = 130, 320


class NameChoice(QComboBox):
    """As any other choice where names are short."""

    def __init__(self) -> None:
        super().__init__()
        self._tip = ""
        self.currentTextChanged.connect(self._tell)

    def sizeHint(self) -> QSize:
        wanted = super().sizeHint()
        return wanted.boundedTo(QSize(WANTED_PX, wanted.height()))

    def minimumSizeHint(self) -> QSize:
        wanted = super().minimumSizeHint()
        return wanted.boundedTo(QSize(LEAST_PX, wanted.height()))

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._tell()

    def paintEvent(self, event: QPaintEvent) -> None:
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        option.currentText = self._fitting(option)
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)

    def _fitting(self, option: QStyleOptionComboBox) -> str:
        part = QStyle.SubControl.SC_ComboBoxEditField
        room = self.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, self).width()
        return self.fontMetrics().elidedText(self.currentText(), Qt.TextElideMode.ElideRight, room)

    def _tell(self, *_: object) -> None:
        """The whole name in the tip while it is cut, unless the tip says something else."""
        if self.toolTip() != self._tip:
            return
        option = QStyleOptionComboBox()
        self.initStyleOption(option)
        whole = self.currentText()
        self._tip = "" if self._fitting(option) == whole else whole
        self.setToolTip(self._tip)
