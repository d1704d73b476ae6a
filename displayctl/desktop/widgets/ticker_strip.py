"""Running text as it runs along a wall, drawn small: its speed counts against the wall's width."""

from __future__ import annotations

import time
from dataclasses import dataclass

from PySide6.QtCore import QRectF, QSize, Qt, QTimer
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QHideEvent, QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from displayctl.desktop.look.motion import may_move
from displayctl.desktop.look.palette import FONTS

FRAME_MS = 16
BETWEEN = "     •     "
LETTERS = 0.58
"""Of a strip's height."""


@dataclass(frozen=True, slots=True)
class StripLook:
    """Texts that follow each other, in ``#rrggbb`` colours, at a speed in pixels of the wall a second."""

    texts: tuple[str, ...] = ()
    speed_px_s: int = 120
    ink: str = "#ffffff"
    ground: str = "#000000"


def draw_strip(painter: QPainter, place: QRectF, look: StripLook, gone_px: float) -> None:
    """Draw the texts in `place`, `gone_px` of its pixels after they began at its left edge."""
    painter.save()
    painter.setClipRect(place)
    painter.fillRect(place, QColor(look.ground))
    line = BETWEEN.join((*look.texts, "")) if look.texts else ""
    if line:
        font = QFont()
        font.setFamilies(list(FONTS))
        font.setPixelSize(max(5, round(place.height() * LETTERS)))
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(look.ink))
        width = max(1.0, QFontMetricsF(font).horizontalAdvance(line))
        at = place.left() - gone_px % width
        while at < place.right():
            side = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
            painter.drawText(QRectF(at, place.top(), width + 4, place.height()), side, line)
            at += width
    painter.restore()


class TickerStrip(QWidget):
    """Runs while it is seen, unless nothing is to move by itself."""

    def __init__(self) -> None:
        super().__init__()
        self.look = StripLook()
        self._wall = QSize(640, 46)
        self._began = time.monotonic()
        self._gone = 0.0
        self.setMinimumHeight(40)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Preview of the running text"))
        self._tick = QTimer(self)
        self._tick.setTimerType(Qt.TimerType.PreciseTimer)
        self._tick.setInterval(FRAME_MS)
        self._tick.timeout.connect(self.update)

    def show_look(self, look: StripLook, wall: QSize) -> None:
        """Run these texts on a strip of `wall` pixels; where they stand they go on, at another speed too."""
        self._gone, self._began = self.gone_px, time.monotonic()
        self.look, self._wall = look, wall
        self._fit()
        self.update()

    @property
    def gone_px(self) -> float:
        """How far the text has run, in pixels of the wall."""
        return self._gone + (time.monotonic() - self._began) * self.look.speed_px_s

    @property
    def crossing_seconds(self) -> float:
        """How long a letter takes from one edge of the wall to the other."""
        return self._wall.width() / self.look.speed_px_s

    @property
    def running(self) -> bool:
        """Whether the text is moving."""
        return self._tick.isActive()

    def resizeEvent(self, event: object) -> None:
        self._fit()

    def _fit(self) -> None:
        height = round(self.width() * self._wall.height() / max(1, self._wall.width()))
        self.setFixedHeight(max(28, min(110, height)))

    def showEvent(self, event: QShowEvent) -> None:
        if may_move():
            self._tick.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._tick.stop()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        scale = self.width() / max(1, self._wall.width())
        draw_strip(painter, QRectF(self.rect()), self.look, self.gone_px * scale)
        painter.end()
