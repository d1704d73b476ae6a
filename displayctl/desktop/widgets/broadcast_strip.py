"""A wall's day as a strip: every cue in its lane, from the whole day down to seconds; what is seen is painted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPixmap, QResizeEvent, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from displayctl.desktop.presenters.broadcast_day import DAY_SECONDS, Bar, View, bars_seen, day_span, lane_of, next_cue
from displayctl.desktop.widgets.broadcast_paint import HEIGHT_PX, NAME_PX, Facets, StripPainter, lane_at
from schedules.alert import Alert
from schedules.compilation import Compilation
from schedules.director import cue_at
from schedules.display import Display
from schedules.span import Span

CLOSEST_SECOND_PX = 40.0
ZOOM_STEP = 1.6
HOUR = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class StripDay:
    """The day on show: `compilation` is None while it is worked out, `alerts` are those that stand in it, `marks` the
    minutes of hours that want an eye, with whether they are over-full."""

    display: Display
    day: date
    compilation: Compilation | None
    alerts: tuple[tuple[Span, Alert], ...] = ()
    marks: tuple[tuple[Span, bool], ...] = ()

    @property
    def span(self) -> Span:
        return day_span(self.day, self.display.time_zone)


class BroadcastStrip(QWidget):
    """Signals: `instant_asked` with an instant of the day that was clicked, dragged or stepped to; `view_changed` when
    another part is seen; `opened` a slot id.
    """

    instant_asked = Signal(object)
    view_changed = Signal()
    opened = Signal(str)

    def __init__(self, facets: Callable[[Bar], Facets], picture_of: Callable[[str], QPixmap | None]) -> None:
        super().__init__()
        self._facets, self._picture_of = facets, picture_of
        self._day: StripDay | None = None
        self._view = View(Span(*_some_day()), _some_day()[0], 0.01, 100)
        self._fits = True
        self.instant = self._view.left
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(HEIGHT_PX)
        self.setAccessibleName(self.tr("Broadcast day"))

    # What it shows

    def show_day(self, day: StripDay) -> None:
        """Show a day of a wall; the part that is seen stays where the day is the same."""
        if self._day is None or self._day.span != day.span:
            self._view = replace(self._view, span=day.span, left=day.span.starts)
            self._fits = True
        self._day = day
        self._resize()
        self._say()
        self.update()

    def show_instant(self, instant: datetime) -> None:
        """Set the needle, without telling; what is seen follows it."""
        self.instant = instant
        self._keep_in_sight(instant)
        self._say()
        self.update()

    @property
    def view(self) -> View:
        """What is seen."""
        return self._view

    def sizeHint(self) -> QSize:
        return QSize(720, HEIGHT_PX)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._resize()

    def _resize(self) -> None:
        width = max(50, self.width() - NAME_PX)
        whole = width / max(1.0, self._view.span.length.total_seconds())
        second_px = whole if self._fits else max(whole, self._view.second_px)
        self._look(replace(self._view, width_px=width, second_px=second_px))

    def _look(self, view: View) -> None:
        seen = timedelta(seconds=view.width_px / view.second_px)
        left = max(view.span.starts, min(view.left, view.span.ends - seen))
        self._view = replace(view, left=left)
        self.view_changed.emit()
        self.update()

    def show_from(self, seconds: float) -> None:
        """Let the strip begin so many seconds after midnight."""
        self._look(replace(self._view, left=self._view.span.starts + timedelta(seconds=seconds)))

    def zoom(self, factor: float, at: datetime | None = None) -> None:
        """See more closely (over 1) or more of the day, with `at` (else the needle, if it is seen) staying in place."""
        view = self._view
        fixed = at or (self.instant if view.left <= self.instant < view.right else view.instant(view.width_px / 2))
        least = view.width_px / view.span.length.total_seconds()
        second_px = max(least, min(CLOSEST_SECOND_PX, view.second_px * factor))
        self._fits = second_px <= least
        place = view.x(fixed)
        self._look(replace(view, second_px=second_px, left=fixed - timedelta(seconds=place / second_px)))

    def show_whole_day(self) -> None:
        """See the day from midnight to midnight."""
        self.zoom(1 / DAY_SECONDS)

    def _keep_in_sight(self, instant: datetime) -> None:
        view = self._view
        if not view.left <= instant < view.right:
            half = timedelta(seconds=view.width_px / view.second_px / 2)
            self._look(replace(view, left=instant - half))

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._day is None:
            return
        painter = QPainter(self)
        strip = StripPainter(painter, self._view, ZoneInfo(self._day.display.time_zone), self.width())
        strip.ground(self._day.marks)
        strip.lines()
        if self._day.compilation is not None:
            for bar in bars_seen(self._day.compilation, self._view):
                strip.bar(bar, self._facets(bar), self._picture_of)
        for span, alert in self._day.alerts:
            strip.alert(span, alert)
        strip.ruler(self.instant)
        strip.needle(self.instant)
        strip.frame(self.rect(), focused=self.hasFocus())
        painter.end()

    # Hand and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.mouseMoveEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if event.buttons() & Qt.MouseButton.LeftButton and event.position().x() >= NAME_PX:
            self._ask(self._view.instant(event.position().x() - NAME_PX))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        bar = self.bar_at(event.position().x(), event.position().y())
        if bar is not None and bar.slot_id:
            self.opened.emit(bar.slot_id)

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            at = self._view.instant(event.position().x() - NAME_PX)
            self.zoom(ZOOM_STEP if event.angleDelta().y() > 0 else 1 / ZOOM_STEP, at)
        else:
            way = event.angleDelta().x() or event.angleDelta().y()
            self.show_from((self._view.left - self._view.span.starts).total_seconds() - way / self._view.second_px)
        event.accept()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, span = event.key(), self._view.span
        if key in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._step(1 if key == Qt.Key.Key_Right else -1)
        elif key in (Qt.Key.Key_PageUp, Qt.Key.Key_PageDown):
            self._ask(self.instant + (HOUR if key == Qt.Key.Key_PageDown else -HOUR))
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End):
            self._ask(span.starts if key == Qt.Key.Key_Home else span.ends)
        elif event.text() in ("+", "-", "0"):
            self.show_whole_day() if event.text() == "0" else self.zoom(
                ZOOM_STEP if event.text() == "+" else 1 / ZOOM_STEP
            )
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._slot_now():
            self.opened.emit(self._slot_now())
        else:
            super().keyPressEvent(event)

    def _step(self, forward: int) -> None:
        if self._day is not None and self._day.compilation is not None:
            self._ask(next_cue(self._day.compilation, self.instant, forward))

    def _ask(self, instant: datetime) -> None:
        span = self._view.span
        instant = min(max(instant, span.starts), span.ends - timedelta(milliseconds=1))
        self.show_instant(instant)
        self.instant_asked.emit(instant)

    def _slot_now(self) -> str:
        compilation = self._day.compilation if self._day is not None else None
        if compilation is None or not compilation.span.contains(self.instant):
            return ""
        return cue_at(compilation, self.instant).slot_id

    # Words

    def bar_at(self, x_px: float, y_px: float) -> Bar | None:
        """What lies under a point: an item, even where it is too narrow to be painted; None beside the lanes."""
        lane, compilation = lane_at(y_px), self._day.compilation if self._day is not None else None
        if lane is None or compilation is None or x_px < NAME_PX:
            return None
        cue = cue_at(compilation, self._view.instant(x_px - NAME_PX))
        return Bar(cue.span, cue.kind, cue.slot_id, cue.playlist_id, cue) if lane_of(cue.kind) == lane else None

    def _say(self) -> None:
        compilation = self._day.compilation if self._day is not None else None
        if compilation is not None and compilation.span.contains(self.instant):
            cue = cue_at(compilation, self.instant)
            bar = Bar(cue.span, cue.kind, cue.slot_id, cue.playlist_id, cue)
            self.setAccessibleDescription(self._facets(bar).say())

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            bar = self.bar_at(event.pos().x(), event.pos().y())
            QToolTip.showText(event.globalPos(), self._facets(bar).say() if bar is not None else "", self)
            return True
        return super().event(event)


def _some_day() -> tuple[datetime, datetime]:
    """The span of a strip that was given none."""
    span = day_span(date(2026, 1, 1), "UTC")
    return span.starts, span.ends
