"""The screen of a preview: a wall's main picture, how one item follows the other, and what lies around it."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QImage, QPainter, QPaintEvent, QTransform
from PySide6.QtWidgets import QSizePolicy, QWidget

from displayctl.desktop.look.palette import FONTS
from displayctl.desktop.surroundings import Still, Surroundings, place_of
from displayctl.desktop.widgets.ticker_strip import draw_strip
from schedules.clock_face import clock_words
from schedules.display import zone
from schedules.region import Region
from schedules.transition import CUT, Motion, Transition, TransitionKind

GROUND, EMPTY = QColor("#05070b"), QColor("#1a2233")
ZOOM = 0.08
"""By how much a picture has grown or moved when its time is over, as on a wall."""


class WallScreen(QWidget):
    """Paints a wall as large as it fits."""

    def __init__(self) -> None:
        super().__init__()
        self.image = QImage()
        self._before = QImage()
        self._transition, self._motion = CUT, Motion.NONE
        self._inside, self._lasts = 0.0, 1.0
        self._around: Surroundings | None = None
        self._now: datetime | None = None
        self._gone = 0.0
        self.setMinimumSize(QSize(160, 100))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)

    # What is shown

    def show_around(self, around: Surroundings | None, now: datetime) -> None:
        """Draw these around the main picture; clocks show `now`."""
        self._around, self._now = around, now
        self.update()

    def begin(self, transition: Transition, motion: Motion, lasts: timedelta) -> None:
        """Another item begins; what is on show now goes as `transition` says once the item's first image is here."""
        self._before = self.image if transition.duration else QImage()
        self._transition, self._motion = transition, motion
        self._lasts = max(0.001, lasts.total_seconds())

    def show_image(self, image: QImage) -> None:
        """The newest image of the item; a null one shows nothing."""
        self.image = image
        self.update()

    def show_moment(self, inside: float, gone: float) -> None:
        """How many seconds the item has been shown, and how long texts have run."""
        moves = self._motion is not Motion.NONE or self.in_transition or (self._around and self._around.strips)
        self._inside, self._gone = inside, gone
        if moves:
            self.update()

    @property
    def in_transition(self) -> bool:
        """Whether one item is taking the place of another."""
        return not self._before.isNull() and self._inside < self._transition.duration.total_seconds()

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.SmoothPixmapTransform | QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), GROUND)
        around = self._around
        size = QSize(around.canvas) if around else self.image.size()
        if not size.isEmpty():
            fitted = size.scaled(self.size(), Qt.AspectRatioMode.KeepAspectRatio)
            scale = fitted.width() / size.width()
            painter.translate((self.width() - fitted.width()) / 2, (self.height() - fitted.height()) / 2)
            whole = QRectF(0, 0, fitted.width(), fitted.height())
            painter.setClipRect(whole)
            painter.fillRect(whole, Qt.GlobalColor.black)
            self._paint_main(painter, _scaled(QRectF(around.main), scale) if around else whole)
            if around is not None:
                self._paint_around(painter, around, scale)
        painter.end()

    def _paint_main(self, painter: QPainter, place: QRectF) -> None:
        if self.image.isNull():
            return
        painter.save()
        painter.setClipRect(place, Qt.ClipOperation.IntersectClip)
        if not self.in_transition:
            self._paint_image(painter, place)
        else:
            done = self._inside / self._transition.duration.total_seconds()
            if self._transition.kind is TransitionKind.SLIDE:
                painter.drawImage(place.translated(-done * place.width(), 0), self._before)
                self._paint_image(painter, place.translated((1 - done) * place.width(), 0))
            else:
                painter.drawImage(place, self._before)
                painter.setOpacity(done)
                self._paint_image(painter, place)
        painter.restore()

    def _paint_image(self, painter: QPainter, place: QRectF) -> None:
        part = moved_part(self._motion, self.image.size(), self._inside / self._lasts)
        painter.drawImage(place, self.image, part)

    def _paint_around(self, painter: QPainter, around: Surroundings, scale: float) -> None:
        for still in around.stills:
            _paint_still(painter, _scaled(QRectF(still.place), scale), still)
        for region in around.clocks:
            self._paint_clock(painter, _scaled(QRectF(place_of(region)), scale), region, around.zone)
        for place, look in around.strips:
            draw_strip(painter, _scaled(QRectF(place), scale), look, self._gone * look.speed_px_s * scale)

    def _paint_clock(self, painter: QPainter, place: QRectF, region: Region, zone_name: str) -> None:
        painter.fillRect(place, QColor(region.ground))
        if self._now is None:
            return
        words = clock_words(self._now, zone(zone_name), region.clock_style)
        lines = [line for line in (words.time, words.date) if line]
        if len(lines) == 2 and place.height() * 5 <= place.width():
            lines = [f"{words.date}  {words.time}"]
        painter.setPen(QColor(region.ink))
        _write(painter, place, lines)


def moved_part(motion: Motion, size: QSize, progress: float) -> QRectF:
    """The part of a picture of `size` that fills the place when `progress` of its time (0 to 1) is over."""
    wide, high, done = size.width(), size.height(), max(0.0, min(1.0, progress))
    if motion is Motion.NONE:
        return QRectF(0, 0, wide, high)
    if motion in (Motion.ZOOM_IN, Motion.ZOOM_OUT):
        part = 1 / (1 + ZOOM * (done if motion is Motion.ZOOM_IN else 1 - done))
        return QRectF(wide * (1 - part) / 2, high * (1 - part) / 2, wide * part, high * part)
    part = 1 / (1 + ZOOM)
    left = wide * (1 - part) * (done if motion is Motion.PAN_RIGHT else 1 - done)
    return QRectF(left, high * (1 - part) / 2, wide * part, high * part)


def _scaled(place: QRectF, scale: float) -> QRectF:
    return QTransform.fromScale(scale, scale).mapRect(place)


def _paint_still(painter: QPainter, place: QRectF, still: Still) -> None:
    if still.fills:
        painter.fillRect(place, EMPTY if still.picture is None else QColor(Qt.GlobalColor.black))
    if still.picture is None:
        painter.setPen(QColor("#aab3c4"))
        _write(painter, place, [still.name], most_px=13)
        return
    size = still.picture.size().toSizeF().scaled(place.size(), Qt.AspectRatioMode.KeepAspectRatio)
    fitted = QRectF(0, 0, size.width(), size.height())
    fitted.moveCenter(place.center())
    painter.drawPixmap(fitted, still.picture, QRectF(still.picture.rect()))


def _write(painter: QPainter, place: QRectF, lines: list[str], most_px: float = 400) -> None:
    """Lines below each other, as large as the place allows."""
    room = place.height() / max(1, len(lines)) * 0.62
    for number, line in enumerate(lines):
        font = QFont()
        font.setFamilies(list(FONTS))
        font.setPixelSize(max(5, round(min(room, most_px))))
        wide = QFontMetricsF(font).horizontalAdvance(line)
        font.setPixelSize(max(5, int(font.pixelSize() * min(1.0, place.width() * 0.92 / max(1.0, wide)))))
        painter.setFont(font)
        height = place.height() / len(lines)
        below = QRectF(place.left(), place.top() + number * height, place.width(), height)
        painter.drawText(below, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, line)
