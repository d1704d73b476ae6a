"""The four ways in which the schedule is shown: a day, a week, a month, and the broadcast day of one wall."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QStackedWidget

from displayctl.desktop.broadcast_days import BroadcastDays
from displayctl.desktop.catalogue import Topic
from displayctl.desktop.days_off import DaysOff
from displayctl.desktop.desk import Desk
from displayctl.desktop.presenters.broadcast_day import Bar, alerts_of, day_span
from displayctl.desktop.presenters.conflicts import Conflicts, WallWeek, conflicts_of
from displayctl.desktop.presenters.explaining import kind_words
from displayctl.desktop.presenters.hidden_hours import HiddenHours, hidden_hours, with_hidden
from displayctl.desktop.presenters.hour_marks import HourMark, HourState, marks_of
from displayctl.desktop.presenters.hour_words import hour_words
from displayctl.desktop.presenters.office_time import office_zone
from displayctl.desktop.presenters.slot_faces import SlotFaces
from displayctl.desktop.presenters.week_layout import Block, first_minutes
from displayctl.desktop.presenters.words import clock_seconds_words, day_words, month_words, week_words
from displayctl.desktop.wall_weeks import WallWeeks
from displayctl.desktop.week_layouts import MONTH_DAYS, WeekLayouts
from displayctl.desktop.widgets.broadcast_paint import Facets
from displayctl.desktop.widgets.broadcast_strip import StripDay
from displayctl.desktop.widgets.broadcast_view import BroadcastView
from displayctl.desktop.widgets.month_canvas import MonthCanvas
from displayctl.desktop.widgets.pieces import column, frame
from displayctl.desktop.widgets.schedule_bar import Shown
from displayctl.desktop.widgets.week_view import WeekView
from schedules.alert import Alert
from schedules.codec import alert_from_dict
from schedules.display import Display
from schedules.errors import ScheduleError
from schedules.proof import ShowingKind
from schedules.slot import Slot
from schedules.span import Span

Settled = tuple[tuple[HourMark, ...], Conflicts, HiddenHours]
_NOTHING: Settled = ((), Conflicts(), HiddenHours())


class ScheduleViews(QStackedWidget):
    """Draws what the catalogue holds, for the walls, the day and the way of showing that were set last.

    Signal: `conflicts_changed` when it is known anew which bookings hide which.
    """

    conflicts_changed = Signal()

    def __init__(self, desk: Desk, days: BroadcastDays, today: date) -> None:
        super().__init__()
        self._desk, self._days = desk, days
        self.shown, self.wall_id, self.day, self.today = Shown.WEEK, "", today, today
        self.second = 0
        self.faces = SlotFaces(desk.catalogue)
        self._layouts = WeekLayouts(desk.tasks, desk.catalogue, self)
        self._weeks = WallWeeks(desk.tasks, desk.drafts, self)
        self._days_off = DaysOff(desk.tasks, desk.catalogue, self)
        self._known: tuple[WallWeek, ...] = ()
        self._asked: tuple[WallWeek, ...] = ()
        self._place = (self.monday, self.wall_id, self.zone)
        self._hours, _, self._hidden = _NOTHING
        self._drawn: tuple[tuple[Block, ...], HiddenHours, date, tuple[Block, ...]] = ((), self._hidden, today, ())
        self.week = WeekView(self.faces.face, self.faces.words)
        self.month = MonthCanvas(
            self.faces.face, self.faces.words, lambda count: self.tr("+ {count} more").format(count=count)
        )
        self.broadcast = BroadcastView(self._facets, self._thumbnail)
        for view in (self.week, frame("card", column(self.month, margins=1)), self.broadcast):
            self.addWidget(view)
        self._layouts.came.connect(self.redraw)
        self._days_off.came.connect(self.redraw)
        self._weeks.came.connect(self.find_conflicts)
        desk.drafts.changed.connect(self.find_conflicts)
        desk.pictures.came.connect(self._picture_came)
        days.came.connect(self._day_came)

    # What is shown

    @property
    def displays(self) -> tuple[Display, ...]:
        """The walls on show; the broadcast day is of one alone."""
        every = tuple(kept.value for kept in self._desk.catalogue.displays)
        chosen = tuple(display for display in every if display.id == self.wall_id) or every
        return chosen[:1] if self.shown is Shown.BROADCAST else chosen

    @property
    def chosen_wall(self) -> str:
        """The wall that was chosen; empty where all are on show, as after it was removed."""
        return self.wall_id if any(display.id == self.wall_id for display in self.displays) else ""

    @property
    def zone(self) -> ZoneInfo:
        """Civil times on the calendar are those of the first wall on show."""
        displays = self.displays
        return ZoneInfo(displays[0].time_zone) if displays else office_zone()

    @property
    def monday(self) -> date:
        return self.day - timedelta(days=self.day.weekday())

    @property
    def first(self) -> date:
        """The first day of the calendar of a day or a week."""
        return self.day if self.shown is Shown.DAY else self.monday

    @property
    def columns(self) -> int:
        return 1 if self.shown is Shown.DAY else 7

    @property
    def title(self) -> str:
        """The time on show, in words."""
        if self.shown is Shown.WEEK:
            return week_words(self.monday)
        return month_words(self.day) if self.shown is Shown.MONTH else day_words(self.day)

    def turned(self, pages: int) -> date:
        """The day to show after turning so many pages."""
        if self.shown is Shown.MONTH:
            first = self.day.replace(day=1)
            return (first + timedelta(days=31 * pages + 14 if pages > 0 else -14)).replace(day=1)
        return self.day + timedelta(days=pages * (7 if self.shown is Shown.WEEK else 1))

    # Drawing

    def redraw(self) -> None:
        """Draw from the catalogue. A drag that is on its way is not disturbed: what it meets is drawn after it."""
        if self.week.canvas.dragging:
            return
        self.faces.note_playlists()
        if self.shown is Shown.MONTH:
            self.setCurrentIndex(1)
            self._draw_month()
        elif self.shown is Shown.BROADCAST:
            self.setCurrentIndex(2)
            self._draw_broadcast()
        else:
            self.setCurrentIndex(0)
            self._draw_week()

    def _wall_asked(self) -> str:
        """The wall whose bookings are laid out; empty for all."""
        displays = self.displays
        return displays[0].id if len(displays) == 1 else ""

    def _draw_week(self) -> None:
        first, columns = self.first, self.columns
        blocks = self._layouts.blocks(self._wall_asked(), first, columns)
        self.week.canvas.show_week(first, self._with_hidden(blocks, first), columns)
        notes = self._days_off.between(first, columns)
        self.week.header.show_days(first, self.today, (self.day - first).days, notes, columns)
        self.week.canvas.show_hours(self._marks(), self._hour_words)
        self.show_now()
        self.show_second(self.second)

    def _with_hidden(self, blocks: tuple[Block, ...], first: date) -> tuple[Block, ...]:
        """The blocks with what of them is hidden, cut once for the same blocks, hidden hours and first day."""
        known, hidden, day, drawn = self._drawn
        if known is not blocks or hidden is not self._hidden or day != first:
            drawn = with_hidden(blocks, self._hidden, first)
            self._drawn = (blocks, self._hidden, first, drawn)
        return drawn

    def _draw_month(self) -> None:
        month = self.day.replace(day=1)
        first = month - timedelta(days=month.weekday())
        blocks = self._layouts.blocks(self._wall_asked(), first, MONTH_DAYS)
        notes = self._days_off.between(first, MONTH_DAYS)
        self.month.show_month(first, (month, self.today, self.day), blocks, notes)

    def _draw_broadcast(self) -> None:
        if not self.displays:
            return
        display = self.displays[0]
        compilation = self._days.of(display, self.day)
        span = day_span(self.day, display.time_zone)
        alerts = alerts_of(self._alerts(), display.id, span)
        self.broadcast.show_day(StripDay(display, self.day, compilation, alerts, tuple(self._day_marks(display))))
        self.show_second(self.second)

    def _alerts(self) -> tuple[Alert, ...]:
        found = []
        for info in self._desk.catalogue.alerts:
            try:
                found.append(alert_from_dict(info.value))
            except ScheduleError:
                continue  # of a newer kind than this desk knows; the emergency window tells of it
        return tuple(found)

    def _marks(self) -> tuple[HourMark, ...]:
        """The marked hours of the days on show."""
        shift = (self.first - self.monday).days
        if self.columns == 7:
            return self._hours
        return tuple(replace(mark, column=0) for mark in self._hours if mark.column == shift)

    def _day_marks(self, display: Display) -> list[tuple[Span, bool]]:
        """The marked hours of the day on show as stretches of time, with whether they are over-full."""
        facts = next((week.hours for week in self._known if week.display.id == display.id), ())
        shift, zone, marks = (self.day - self.monday).days, ZoneInfo(display.time_zone), []
        for fact in facts:
            if fact.column == shift:
                starts = datetime.combine(self.day, time(fact.hour), zone).astimezone(UTC)
                marks.append((Span(starts, starts + timedelta(hours=1)), fact.state is HourState.OVERFULL))
        return marks

    def _hour_words(self, mark: HourMark) -> str:
        names = {kept.id: kept.value.name for kept in self._desk.catalogue.displays}
        return hour_words(mark, lambda wall_id: names.get(wall_id, wall_id), self._slot_name)

    def _slot_name(self, slot_id: str) -> str:
        slot = self.faces.slot(slot_id)
        return slot.name if slot is not None else slot_id

    def bring_into_sight(self, slot: Slot) -> None:
        """Scroll the day or week to the hours of this one, unless some of them are seen."""
        dayparts = {kept.id: kept.value for kept in self._desk.catalogue.dayparts}
        self.week.bring_into_sight(*first_minutes(slot, dayparts))

    def show_now(self) -> None:
        """Move the line of the present; after midnight another day is today."""
        now = self._desk.clock.now().astimezone(self.zone)
        if now.date() != self.today:
            self.today = now.date()
            self.redraw()
            return
        number = (now.date() - self.first).days
        self.week.canvas.show_now(number if 0 <= number < self.columns else None, now.hour * 60 + now.minute)

    def show_second(self, second: int) -> None:
        """Move the needle to a second of the day."""
        self.second = second
        if self.shown is Shown.BROADCAST:
            civil = datetime.combine(self.day, time(0), self.zone) + timedelta(seconds=second)
            self.broadcast.strip.show_instant(civil.astimezone(UTC))
        else:
            self.week.canvas.show_mark((self.day - self.first).days, second / 60)

    def _picture_came(self) -> None:
        self.broadcast.strip.update()

    def _day_came(self, display_id: str) -> None:
        if self.shown is Shown.BROADCAST and display_id in {display.id for display in self.displays}:
            self._draw_broadcast()

    # Conflicts

    def find_conflicts(self) -> None:
        """Ask what the players would make of the week; what is known of it is shown at once."""
        known = self._weeks.of(self.displays, self.monday)
        place, before = (self.monday, self.wall_id, self.zone), self._place
        self._place = place
        if [id(week) for week in known] == [id(week) for week in self._asked] and (place == before or not known):
            return
        self._asked = known
        if place != before and self._known:
            self._take_settled(known, (), _NOTHING)  # marks of another week would be lies
        work = partial(_settled, known, self.monday, self.zone)
        self._desk.tasks.run(work, partial(self._take_settled, known, known), owner=self, aside=True)

    def _take_settled(self, asked: tuple[WallWeek, ...], known: tuple[WallWeek, ...], found: Settled) -> None:
        if asked is self._asked:
            self._known = known
            self._hours, self.faces.conflicts, self._hidden = found
            self.redraw()
            self.conflicts_changed.emit()

    # The broadcast day

    def _facets(self, bar: Bar) -> Facets:
        """How an item, or a stretch of a booking, is told."""
        medium_id = bar.cue.medium_id if bar.cue is not None else ""
        title = self._desk.catalogue.medium_title(medium_id) if medium_id else self._slot_name(bar.slot_id)
        if bar.kind is ShowingKind.CLOSED:
            title = kind_words(bar.kind, "")
        return Facets(title, lambda: self._bar_words(bar), self.faces.colour(bar.playlist_id), medium_id)

    def _bar_words(self, bar: Bar) -> str:
        """From when to when, what, and by which booking."""
        starts, ends = (clock_seconds_words(each.astimezone(self.zone)) for each in (bar.span.starts, bar.span.ends))
        lines = [f"{starts}–{ends}"]
        if bar.cue is not None and bar.cue.medium_id:
            lines.append(self._desk.catalogue.medium_title(bar.cue.medium_id))
        lines.append(kind_words(bar.kind, self._slot_name(bar.slot_id)))
        return "\n".join(lines)

    def _thumbnail(self, medium_id: str) -> QPixmap | None:
        medium = self._desk.catalogue.find(Topic.MEDIUM, medium_id)
        return self._desk.pictures.thumbnail(medium_id, medium.version) if medium is not None else None


def _settled(known: tuple[WallWeek, ...], monday: date, zone: ZoneInfo) -> Settled:
    """The marked hours of these walls' week, and what is hidden in it; for two hundred walls not on the UI thread."""
    conflicts = conflicts_of(known)
    marks = marks_of((week.display.id, week.hours) for week in known)
    return marks, conflicts, hidden_hours(conflicts.lost, monday, zone)
