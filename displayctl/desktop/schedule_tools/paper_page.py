"""A page of a paper on the screen: as wide as its picture, or as the room where that is less."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

LEAST_PX = 200


class PaperPage(QWidget):
    """Keeps the shape of its page at any width."""

    def __init__(self, picture: QImage, name: str) -> None:
        super().__init__()
        self._picture = picture
        self.setAccessibleName(name)
        self.setMinimumWidth(LEAST_PX)
        self.setMaximumWidth(picture.width())
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def sizeHint(self) -> QSize:
        return self._picture.size()

    def heightForWidth(self, width: int) -> int:
        return round(min(width, self._picture.width()) * self._picture.height() / self._picture.width())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawImage(self.rect(), self._picture)
