"""Room for words that wrap: as high as they are, and where there is less, they scroll."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QLayout, QScrollArea, QSizePolicy

from displayctl.desktop.widgets.wide_room import AsHighAsItMust


class WordsRoom(QScrollArea):
    """Holds a `layout`, never lower than `least_px`. It has no height for width: a layout takes that for the least."""

    def __init__(self, layout: QLayout, least_px: int) -> None:
        super().__init__()
        self._content, self._least_px = AsHighAsItMust(layout), least_px
        self.setWidgetResizable(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.viewport().setAutoFillBackground(False)
        self.setWidget(self._content)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest and watched is self._content:
            self.updateGeometry()  # Qt ends there what an area's contents want
        return super().eventFilter(watched, event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()

    def sizeHint(self) -> QSize:
        wanted = self._content.sizeHint()
        return QSize(wanted.width(), max(self._least_px, self._content.heightForWidth(self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self._least_px)
