"""How a broadcast day is painted: a ruler of time, a lane for each kind of showing, items with picture and name."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QCoreApplication, QLineF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QFont, QFontMetricsF, QPainter, QPen, QPixmap

from displayctl.desktop.look.directions import steady
from displayctl.desktop.look.palette import COLOURS, TEXT_SMALL
from displayctl.desktop.presenters.broadcast_day import Bar, Lane, View, lane_of
from displayctl.desktop.presenters.hour_marks import HourState
from displayctl.desktop.presenters.words import clock_seconds_words, clock_words
from displayctl.desktop.widgets.week_paint import WHITE, mixed
from displayctl.desktop.widgets.week_paint_marks import paint_hour_swatch
from schedules.alert import Alert
from schedules.proof import ShowingKind
from schedules.span import Span

translate = QCoreApplication.translate
NAME_PX, RULER_PX, MARK_PX = 92, 26, 7
LANE_PX = {Lane.ALERT: 24, Lane.INTERRUPT: 44, Lane.LOOP: 76, Lane.FILLER: 44}
GAP_PX = 4
HEIGHT_PX = RULER_PX + MARK_PX + sum(LANE_PX.values()) + GAP_PX * (len(LANE_PX) + 1)
LEAST_PICTURE_PX, LEAST_WORDS_PX, LEAST_TICK_PX, LEAST_BAR_PX = 46, 26, 64, 1.5
STEPS_SECONDS = (1, 5, 10, 30, 60, 300, 900, 1800, 3600, 7200, 10_800, 21_600)


@dataclass(frozen=True, slots=True)
class Facets:
    """What a bar says and how it looks; `say` gives all of it, for tooltips and screen readers."""

    title: str
    say: Callable[[], str]
    colour: QColor
    medium_id: str = ""


def lane_top(lane: Lane) -> int:
    """Where a lane begins."""
    above = sum(height + GAP_PX for each, height in LANE_PX.items() if each < lane)
    return RULER_PX + MARK_PX + GAP_PX + above


def lane_at(y_px: float) -> Lane | None:
    """The lane at a height; None between them."""
    return next((lane for lane in Lane if lane_top(lane) <= y_px < lane_top(lane) + LANE_PX[lane]), None)


def lane_words(lane: Lane) -> str:
    """How people call a lane."""
    return {
        Lane.ALERT: translate("Broadcast", "Emergency"),
        Lane.INTERRUPT: translate("Broadcast", "Interrupts"),
        Lane.LOOP: translate("Broadcast", "Bookings"),
        Lane.FILLER: translate("Broadcast", "Filler"),
    }[lane]


class StripPainter:
    """Paints one strip, with the view's left edge at `NAME_PX`."""

    def __init__(self, painter: QPainter, view: View, zone: ZoneInfo, width_px: int) -> None:
        self._painter, self._view, self._zone, self._width_px = painter, view, zone, width_px
        self._letters = QFont(painter.font())
        self._letters.setPixelSize(TEXT_SMALL)
        painter.setFont(self._letters)
        self._metrics = QFontMetricsF(self._letters)

    def ground(self, marks: tuple[tuple[Span, bool], ...]) -> None:
        """The lanes, their names, and the hours that want an eye."""
        painter = self._painter
        painter.fillRect(QRectF(0, 0, self._width_px, HEIGHT_PX), QColor(COLOURS.surface))
        for lane in Lane:
            top, height = lane_top(lane), LANE_PX[lane]
            painter.fillRect(QRectF(NAME_PX, top, self._width_px - NAME_PX, height), QColor(COLOURS.window))
            painter.setPen(QColor(COLOURS.text_soft))
            words = self._metrics.elidedText(steady(lane_words(lane)), Qt.TextElideMode.ElideRight, NAME_PX - 14)
            painter.drawText(QRectF(10, top, NAME_PX - 12, height), Qt.AlignmentFlag.AlignVCenter, words)
        for span, overfull in marks:
            area = self._area(span, RULER_PX, MARK_PX)
            paint_hour_swatch(painter, area, HourState.OVERFULL if overfull else HourState.EMPTY)

    def _area(self, span: Span, top: float, height: float) -> QRectF:
        left = max(0.0, self._view.x(span.starts))
        right = min(float(self._view.width_px), self._view.x(span.ends))
        return QRectF(NAME_PX + left, top, max(0.0, right - left), height)

    def bar(self, bar: Bar, facets: Facets, picture_of: Callable[[str], QPixmap | None]) -> None:
        """One item, or a stretch of a loop."""
        lane = lane_of(bar.kind)
        area = self._area(bar.span, lane_top(lane), LANE_PX[lane])
        if area.right() <= NAME_PX or area.left() >= self._width_px:
            return
        area.setWidth(max(LEAST_BAR_PX, area.width()))
        painter, booked = self._painter, lane is not Lane.FILLER
        ground = mixed(facets.colour, 0.9 if bar.cue is None else 0.2) if booked else QColor(COLOURS.sunken)
        painter.fillRect(area, ground)
        if bar.kind is ShowingKind.SLATE:
            painter.fillRect(area, QBrush(QColor(COLOURS.line_strong), Qt.BrushStyle.BDiagPattern))
        elif bar.kind is ShowingKind.CLOSED:
            painter.fillRect(area, QColor(COLOURS.line_strong))
        if bar.kind is ShowingKind.INTERRUPT:
            painter.fillRect(QRectF(area.left(), area.top(), area.width(), 4), facets.colour)
        if bar.cue is not None and area.width() > LEAST_BAR_PX:
            painter.setPen(QPen(QColor(COLOURS.surface), 1))
            painter.drawLine(QLineF(area.left(), area.top(), area.left(), area.bottom()))
        self._inside(area, facets, picture_of, filled=booked and bar.cue is None)

    def _inside(
        self, area: QRectF, facets: Facets, picture_of: Callable[[str], QPixmap | None], *, filled: bool
    ) -> None:
        inner = area.adjusted(4, 4, -3, -3)
        if area.width() >= LEAST_PICTURE_PX and facets.medium_id:
            inner = self._picture(inner, picture_of(facets.medium_id))
        if inner.width() < LEAST_WORDS_PX:
            return
        self._painter.setPen(QColor(WHITE if filled else COLOURS.text))
        words = self._metrics.elidedText(facets.title, Qt.TextElideMode.ElideRight, inner.width())
        self._painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter, words)

    def _picture(self, inner: QRectF, picture: QPixmap | None) -> QRectF:
        """Paint a small picture at the left; what is left of the room."""
        if picture is None or picture.isNull():
            return inner
        share = min(inner.height() / picture.height(), inner.width() / picture.width())
        width, height = picture.width() * share, picture.height() * share
        place = QRectF(inner.left(), inner.top() + (inner.height() - height) / 2, width, height)
        self._painter.drawPixmap(place, picture, QRectF(picture.rect()))
        return inner.adjusted(width + 5, 0, 0, 0)

    def alert(self, span: Span, alert: Alert) -> None:
        """An emergency message, for as long as it stands."""
        area = self._area(span, lane_top(Lane.ALERT), LANE_PX[Lane.ALERT])
        if area.width() <= 0:
            return
        self._painter.fillRect(area, QColor(COLOURS.drill if alert.drill else COLOURS.danger))
        self._painter.setPen(QColor(WHITE))
        words = self._metrics.elidedText(alert.headline, Qt.TextElideMode.ElideRight, area.width() - 8)
        self._painter.drawText(area.adjusted(5, 0, -3, 0), Qt.AlignmentFlag.AlignVCenter, words)

    def lines(self) -> None:
        """A line for each time along the top; bars lie over them, so that none goes through their words."""
        self._painter.setPen(QColor(COLOURS.line))
        for instant in self._ticks(self._step()):
            x = NAME_PX + self._view.x(instant)
            self._painter.drawLine(QLineF(x, RULER_PX - 6, x, HEIGHT_PX))

    def ruler(self, asked: datetime) -> None:
        """Times along the top, as many as have room beside the label of the instant that is `asked` about."""
        painter, step = self._painter, self._step()
        words = clock_seconds_words if step < 60 else clock_words
        label = self._needle_label(asked)
        painter.setPen(QColor(COLOURS.text_soft))
        for instant in self._ticks(step):
            said = words(instant.astimezone(self._zone))
            x = NAME_PX + self._view.x(instant)
            place = QRectF(x + 4, 2, self._metrics.horizontalAdvance(said) + 1, RULER_PX - 4)
            if not place.intersects(label):
                painter.drawText(place, Qt.AlignmentFlag.AlignVCenter, said)

    def _step(self) -> int:
        fitting = (step for step in STEPS_SECONDS if step * self._view.second_px >= LEAST_TICK_PX)
        return next(fitting, STEPS_SECONDS[-1])

    def _ticks(self, step: int) -> Iterator[datetime]:
        passed = (self._view.left - self._view.span.starts).total_seconds()
        number = int(passed // step)
        while True:
            instant = self._view.span.starts + timedelta(seconds=number * step)
            if instant >= self._view.right:
                return
            if instant >= self._view.left:
                yield instant
            number += 1

    def needle(self, instant: datetime) -> None:
        """The instant that is asked about."""
        if not self._view.left <= instant < self._view.right:
            return
        x = NAME_PX + self._view.x(instant)
        self._painter.setPen(QPen(QColor(COLOURS.accent), 2))
        self._painter.drawLine(QLineF(x, 2, x, HEIGHT_PX))
        label = self._needle_label(instant)
        self._painter.fillRect(label, QColor(COLOURS.accent))
        self._painter.setPen(QColor(COLOURS.on_accent))
        words = clock_seconds_words(instant.astimezone(self._zone))
        self._painter.drawText(label, Qt.AlignmentFlag.AlignCenter, words)

    def _needle_label(self, instant: datetime) -> QRectF:
        """Where the needle's time stands; empty where the needle is not to be seen."""
        if not self._view.left <= instant < self._view.right:
            return QRectF()
        width = self._metrics.horizontalAdvance(clock_seconds_words(instant.astimezone(self._zone))) + 10
        left = min(NAME_PX + self._view.x(instant), self._width_px - width)
        return QRectF(left, 2, width, RULER_PX - 6)

    def frame(self, area: QRect, *, focused: bool) -> None:
        """A frame while the keyboard is here."""
        if focused:
            self._painter.setBrush(Qt.BrushStyle.NoBrush)
            self._painter.setPen(QPen(QColor(COLOURS.accent), 2))
            self._painter.drawRect(QRectF(area).adjusted(1, 1, -1, -1))
