"""What stands still beside the loops: clocks, which change once a minute, and logos, which never do."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QPainter

from player.stage.dressing import ClockFace, Corner, Logo
from player.stage.lettering import write
from player.stage.wall_clock import WallClock
from schedules.clock_face import ClockWords, clock_words
from schedules.instants import EPOCH

QUIET_NS = 1_000_000_000
"""Long beside the longest rest of a stage."""

_MARGIN_PERCENT = 3
_NO_BREAK = "\u00a0"


class ClockLayer:
    """A clock in its place: time over date where it is tall enough, else both on one line."""

    def __init__(self, face: ClockFace, place: QRect, clock: WallClock) -> None:
        self.face, self.place = face, place
        self._clock, self._zone = clock, ZoneInfo(face.zone)
        self._image = QImage(place.size(), QImage.Format.Format_RGB32)
        self._from_ns = self._until_ns = 0
        self._said = ("", "")

    def advance(self, refresh: int, now_ns: int, *, hidden: bool) -> bool:
        utc_ns = self._clock.utc_ns(now_ns)
        if self._from_ns <= utc_ns < self._until_ns:
            return False
        words = clock_words(EPOCH + timedelta(microseconds=utc_ns // 1000), self._zone, self.face.style)
        self._from_ns = utc_ns
        self._until_ns = (words.until - EPOCH) // timedelta(microseconds=1) * 1000
        if (words.time, words.date) == self._said:
            return False
        self._said = words.time, words.date
        self._draw(words)
        return True

    def paint(self, painter: QPainter) -> None:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_Source)
        painter.drawImage(0, 0, self._image)

    def quiet_until(self, now_ns: int) -> int:
        return now_ns + QUIET_NS

    def close(self) -> None:
        """It holds nothing."""

    def _draw(self, words: ClockWords) -> None:
        self._image.fill(QColor(self.face.ground))
        painter = QPainter(self._image)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        ink = QColor(self.face.ink)
        wide, high = self.place.width(), self.place.height()
        margin, side = max(1, min(wide, high) // 16), max(1, min(wide, high) // 6)  # running text may end right beside
        whole = QRect(side, margin, wide - 2 * side, high - 2 * margin)
        date = _in_two_parts(words.date)
        if not (words.time and words.date):
            write(painter, whole, words.time or date, ink, bold=bool(words.time))
        elif high * 5 > wide:
            upper = whole.height() * 3 // 5
            write(painter, QRect(side, margin, whole.width(), upper), words.time, ink, bold=True)
            lower = QRect(side, margin + upper, whole.width(), whole.height() - upper)
            write(painter, lower, date, ink, most_px=max(8, lower.height() * 3 // 4))
        else:
            write(painter, whole, f"{date}  {words.time}", ink, most_px=max(8, high * 2 // 3))
        painter.end()


def _in_two_parts(date: str) -> str:
    """The weekday and the date: a line may end between them, and nowhere else."""
    weekday, comma, rest = date.partition(", ")
    return f"{weekday}{comma}{rest.replace(' ', _NO_BREAK)}"


class LogoLayer:
    """A picture with its transparency, above everything but alerts."""

    def __init__(self, image: QImage, place: QRect) -> None:
        self.place = place
        self._image = image
        self._new = True

    def advance(self, refresh: int, now_ns: int, *, hidden: bool) -> bool:
        new, self._new = self._new, False
        return new

    def paint(self, painter: QPainter) -> None:
        painter.setCompositionMode(QPainter.CompositionMode.CompositionMode_SourceOver)
        painter.drawImage(0, 0, self._image)

    def quiet_until(self, now_ns: int) -> int:
        return now_ns + QUIET_NS

    def close(self) -> None:
        """It holds nothing."""


def ready_logo(logo: Logo, picture: QImage, region: QRect | None, canvas: QSize) -> tuple[QImage, QRect]:
    """The logo's picture in the size it is shown in, and where. May be called on any thread."""
    if region is not None:
        most = region.size()
    else:
        most = QSize(canvas.width() // 2, max(1, canvas.height() * logo.percent // 100))
    image = picture.scaled(most, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
    image = image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)
    place = QRect(0, 0, image.width(), image.height())
    if region is not None:
        place.moveCenter(region.center())
        return image, place
    margin = canvas.height() * _MARGIN_PERCENT // 100
    left = logo.corner in (Corner.TOP_LEFT, Corner.BOTTOM_LEFT)
    top = logo.corner in (Corner.TOP_LEFT, Corner.TOP_RIGHT)
    place.moveLeft(margin if left else canvas.width() - image.width() - margin)
    place.moveTop(margin if top else canvas.height() - image.height() - margin)
    return image, place
