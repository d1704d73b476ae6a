"""Running text: a strip that moves by the same distance at every refresh, counted from refreshes and never from "now".

Where the speed is no whole number of pixels a refresh, the strip is painted between pixels; else no pixel is blended.
"""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QRectF, QSize
from PySide6.QtGui import QColor, QImage, QPainter

from player.stage.belt import CHUNK_PX, chunks, step_px
from player.stage.dressing import TickerStrip
from player.stage.typesetter import Chunk, Measured, Style, Typesetter
from player.stage.wall_clock import WallClock

AHEAD_SECONDS = 1.5
_SOON_SECONDS = 0.3


class TickerLayer:
    """One strip in its place. Where in its texts it begins follows from the clock, so that walls agree."""

    def __init__(
        self, strip: TickerStrip, place: QRect, separator: QImage | None, clock: WallClock, period_ns: int
    ) -> None:
        self.strip, self.place = strip, place
        self._clock, self._period_ns = clock, period_ns
        self._typesetter = Typesetter(Style(place.height(), strip.ink, strip.ground, separator))
        self._typesetter.set_texts(strip.texts)
        self._step = step_px(strip.speed_px_s, period_ns)
        self._from_px, self._from_refresh, self._refresh = 0.0, 0, 0
        self._measured = self._runs = False
        self._chunks: dict[int, QImage] = {}
        self._ordered: set[int] = set()
        self._sheet = QImage()
        self._sheet_starts = 0

    @property
    def is_set(self) -> bool:
        """Whether all that is seen now, or soon, has been set in type."""
        return self._runs and self._ordered <= self._chunks.keys()

    def can_become(self, strip: TickerStrip, place: QRect) -> bool:
        """Whether this strip only has to change texts or speed to be that one."""
        looks = ("region", "band_percent", "ink", "ground", "separator")
        return place == self.place and all(getattr(strip, look) == getattr(self.strip, look) for look in looks)

    def become(self, strip: TickerStrip) -> None:
        """Other texts, behind those on the wall; another speed, from where it stands."""
        if strip.speed_px_s != self.strip.speed_px_s:
            self._from_px, self._from_refresh = self._at_px, self._refresh
            self._step = step_px(strip.speed_px_s, self._period_ns)
        if strip.texts != self.strip.texts:
            right_px = self._at_px + self.place.width() + self._px_in(_SOON_SECONDS) if self._runs else 0
            self._typesetter.set_texts(strip.texts, int(right_px), sorted(self._ordered))
        self.strip = strip

    def retune(self, period_ns: int) -> None:
        """The output has another refresh from now on, and counts its refreshes anew."""
        self._from_px, self._from_refresh = self._at_px, 0
        self._period_ns, self._step = period_ns, step_px(self.strip.speed_px_s, period_ns)

    def advance(self, refresh: int, now_ns: int, *, hidden: bool) -> bool:
        self._refresh = refresh
        for result in self._typesetter.take():
            self._take(result, refresh, now_ns)
        if not self._measured:
            return False
        if self._from_refresh == 0:
            self._from_refresh = refresh
        self._order()
        self._runs = self._runs or all(number in self._chunks for number in self._shown())
        if self._runs:
            self._roll()
        return self._runs

    def paint(self, painter: QPainter) -> None:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        if not self._runs:
            painter.fillRect(QRect(QPoint(0, 0), self.place.size()), QColor(self.strip.ground))
            return
        offset = self._at_px - self._sheet_starts
        if offset == int(offset):
            painter.drawImage(QPoint(0, 0), self._sheet, QRect(QPoint(int(offset), 0), self.place.size()))
            return
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        whole = QRectF(QPoint(0, 0), self.place.size())
        painter.drawImage(whole, self._sheet, whole.translated(offset, 0))
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform, False)

    def quiet_until(self, now_ns: int) -> int:
        return now_ns

    def close(self) -> None:
        self._typesetter.close()

    @property
    def _at_px(self) -> float:
        """The belt's pixel at the left edge."""
        return self._from_px + (self._refresh - self._from_refresh) * self._step

    def _px_in(self, seconds: float) -> float:
        return self._step * seconds * 1e9 / self._period_ns

    def _shown(self) -> range:
        return chunks(self._at_px, self._at_px + self.place.width() + 1)

    def _take(self, result: Chunk | Measured, refresh: int, now_ns: int) -> None:
        if isinstance(result, Measured):
            if not self._measured:
                speed_px_ns = self._step / self._period_ns
                self._from_px = float(int(self._clock.utc_ns(now_ns) * speed_px_ns % result.length_px))
                self._from_refresh = refresh
            self._measured = True
        elif result.number in self._ordered:
            self._chunks[result.number] = result.image
            self._sheet = QImage()

    def _order(self) -> None:
        """Have the chunks painted that come soon, and forget those that have passed."""
        wanted = chunks(self._at_px, self._at_px + self.place.width() + self._px_in(AHEAD_SECONDS) + CHUNK_PX)
        for number in wanted:
            if number not in self._ordered:
                self._ordered.add(number)
                self._typesetter.paint(number)
        if passed := [number for number in self._ordered if number < wanted.start]:
            self._ordered.difference_update(passed)
            for number in passed:
                self._chunks.pop(number, None)

    def _roll(self) -> None:
        """Have one picture of all that is shown, so that a strip between two pixels has no seams."""
        shown = self._shown()
        starts = shown.start * CHUNK_PX
        if starts == self._sheet_starts and not self._sheet.isNull():
            return
        wide = (-(-self.place.width() // CHUNK_PX) + 2) * CHUNK_PX
        self._sheet = QImage(QSize(wide, self.place.height()), QImage.Format.Format_RGB32)
        self._sheet.fill(QColor(self.strip.ground))
        self._sheet_starts = starts
        painter = QPainter(self._sheet)
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        for number in range(shown.start, shown.start + wide // CHUNK_PX):
            if image := self._chunks.get(number):
                painter.drawImage(number * CHUNK_PX - starts, 0, image)
        painter.end()
