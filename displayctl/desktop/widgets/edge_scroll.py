"""The calendar scrolls on while a hand holds something at the upper or lower edge of what is seen of it."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtGui import QMouseEvent
from PySide6.QtWidgets import QScrollArea

from displayctl.desktop.widgets.week_canvas import WeekCanvas

REACH_PX, TICK_MS = 14, 25
LEAST_STEP_PX, MOST_STEP_PX, SLOWNESS = 3, 24, 4


class EdgeScroll(QObject):
    """Scrolls `area`, which shows `canvas`; the faster, the farther the hand is beyond the edge.

    What is held stays under the hand then, as it does where a wheel scrolls.
    """

    def __init__(self, area: QScrollArea, canvas: WeekCanvas) -> None:
        super().__init__(area)
        self._area, self._canvas, self._bar = area, canvas, area.verticalScrollBar()
        self._at_px, self._beyond_px = self._bar.value(), 0
        self._timer = QTimer(self)
        self._timer.setInterval(TICK_MS)
        self._timer.timeout.connect(self._scroll)
        self._bar.valueChanged.connect(self._carry)
        canvas.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.MouseMove and isinstance(event, QMouseEvent) and self._canvas.dragging:
            self._reach(round(event.position().y()) - self._bar.value())
        return super().eventFilter(watched, event)

    def _reach(self, seen_px: int) -> None:
        """The hand is so far below the upper edge of what is seen."""
        below = seen_px - (self._area.viewport().height() - REACH_PX)
        self._beyond_px = min(0, seen_px - REACH_PX) + max(0, below)
        if not self._beyond_px:
            self._timer.stop()
        elif not self._timer.isActive():
            self._timer.start()

    def _scroll(self) -> None:
        if not self._canvas.dragging:
            self._timer.stop()
            return
        step = max(LEAST_STEP_PX, min(MOST_STEP_PX, abs(self._beyond_px) // SLOWNESS))
        self._bar.setValue(self._bar.value() + (step if self._beyond_px > 0 else -step))

    def _carry(self, at_px: int) -> None:
        self._canvas.carry(at_px - self._at_px)
        self._at_px = at_px
