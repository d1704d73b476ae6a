"""Two parts side by side where there is room for both, and one below the other where there is not."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

UNLIMITED_PX = 16_777_215
"""What Qt takes for no limit."""


class Beside(QWidget):
    """Beside each other they take the room by `shares`; `second` is `second_px` wide if that is given, and `first` at
    least `first_px`.
    """

    def __init__(
        self,
        first: QWidget,
        second: QWidget,
        *,
        spacing: int,
        second_px: int = 0,
        first_px: int = 0,
        shares: tuple[int, int] = (1, 0),
    ) -> None:
        super().__init__()
        self._second, self._second_px, self._first_px = second, second_px, first_px
        self._line = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._line.setContentsMargins(0, 0, 0, 0)
        self._line.setSpacing(spacing)
        for part, share in zip((first, second), shares, strict=True):
            self._line.addWidget(part, share)
        self.setLayout(self._line)
        self._limit()

    @property
    def stacked(self) -> bool:
        """Whether they stand one below the other now."""
        return self._line.direction() == QBoxLayout.Direction.TopToBottom

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._turn()

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.LayoutRequest:  # a part needs more or less than before
            self._turn()
        return super().event(event)

    def sizeHint(self) -> QSize:
        """Side by side is what they would like."""
        return super().sizeHint().expandedTo(QSize(self._needed_px(), 0))

    def minimumSizeHint(self) -> QSize:
        """As wide as the wider part, since they can stand below each other."""
        first, second = self._least(0), self._least(1)
        width = max(first.width(), second.width())
        if self.stacked:
            return QSize(width, first.height() + self._line.spacing() + second.height())
        return QSize(width, max(first.height(), second.height()))

    def _needed_px(self) -> int:
        first = max(self._least(0).width(), self._first_px)
        return first + self._line.spacing() + (self._second_px or self._least(1).width())

    def _least(self, at: int) -> QSize:
        item = self._line.itemAt(at)
        return item.minimumSize() if item is not None else QSize()

    def _turn(self) -> None:
        stacked = self.width() < self._needed_px()
        if stacked == self.stacked:
            return
        across, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        self._line.setDirection(down if stacked else across)
        self._limit()
        self.updateGeometry()

    def _limit(self) -> None:
        if self._second_px:
            self._second.setMinimumWidth(0 if self.stacked else self._second_px)
            self._second.setMaximumWidth(UNLIMITED_PX if self.stacked else self._second_px)
