"""A name of any length on one line: what has no room ends in dots, and the whole name is in its tip."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from displayctl.desktop.look.directions import steady

LEAST_PX = 40


class ElidedLabel(QLabel):
    """As wide as its words where there is room for them; `role` is that of other labels."""

    def __init__(self, words: str, role: str = "") -> None:
        super().__init__()
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setProperty("role", role)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setText(words)

    def setText(self, words: str) -> None:  # noqa: N802 - Qt's name
        super().setText(words)
        self.setToolTip(steady(words))

    def minimumSizeHint(self) -> QSize:
        wanted = super().minimumSizeHint()
        return wanted.boundedTo(QSize(LEAST_PX, wanted.height()))

    def paintEvent(self, event: QPaintEvent) -> None:
        room = self.contentsRect()
        words = self.fontMetrics().elidedText(steady(self.text()), Qt.TextElideMode.ElideRight, room.width())
        painter, align = QPainter(self), self.alignment().value
        self.style().drawItemText(painter, room, align, self.palette(), self.isEnabled(), words, self.foregroundRole())
