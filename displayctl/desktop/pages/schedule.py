"""The schedule: a calendar to book on by hand, the slot's panel beside it, and what plays at an instant below."""

from __future__ import annotations

from datetime import UTC, date, datetime, time

from PySide6.QtCore import QPoint, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QMenu, QWidget

from displayctl.desktop.booking_actions import BookingActions
from displayctl.desktop.broadcast_days import BroadcastDays
from displayctl.desktop.catalogue import Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.holidays_window import HolidaysWindow, year_to_offer
from displayctl.desktop.look.palette import SPACE_L, SPACE_M, SPACE_S
from displayctl.desktop.presenters.office_time import office_zone
from displayctl.desktop.presenters.week_layout import Occurrence
from displayctl.desktop.redrawing import Redrawing
from displayctl.desktop.schedule_tools.slot_memory import SlotMemory
from displayctl.desktop.schedule_tools.slot_side import SlotSide
from displayctl.desktop.schedule_tools.tools import ScheduleTools
from displayctl.desktop.schedule_views import ScheduleViews
from displayctl.desktop.widgets.banner import Banner
from displayctl.desktop.widgets.in_place import show_in_place
from displayctl.desktop.widgets.inputs import Unsaved
from displayctl.desktop.widgets.month_canvas import MonthCanvas
from displayctl.desktop.widgets.pieces import EmptyState, column, frame, label, row
from displayctl.desktop.widgets.plays_at import PlaysAtStrip
from displayctl.desktop.widgets.schedule_bar import ScheduleBar, Shown
from displayctl.desktop.widgets.schedule_legend import ScheduleLegend
from displayctl.desktop.widgets.slot_editor import SlotEditor
from displayctl.desktop.widgets.week_canvas import WeekCanvas
from schedules.display import Display
from schedules.slot import Slot

MOST_CONFLICT_LINES = 3
ABOVE_MINUTES = 150
KeptSchedule = tuple[date, int, int, str, Unsaved | None]
_TOPICS = {Topic.SLOT, Topic.DISPLAY, Topic.PLAYLIST, Topic.DAYPART, Topic.HOLIDAYS}


class SchedulePage(QWidget):
    """Signal: `told` a sentence and its kind."""

    told = Signal(str, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        now = desk.clock.now().astimezone(office_zone())
        self._days = BroadcastDays(desk.tasks, desk.drafts, self)
        self.views = ScheduleViews(desk, self._days, now.date())
        self.views.wall_id = desk.preferences.text("schedule-wall")
        self.booking = BookingActions(desk, self)
        self._redrawing = Redrawing(self, self.redraw)
        self._build()
        desk.catalogue.changed.connect(self._topic_changed)
        desk.catalogue.ready.connect(self._redrawing.ask)
        self._minute = QTimer(self)
        self._minute.setInterval(20_000)
        self._minute.timeout.connect(self.views.show_now)
        self._minute.start()
        self.strip.show_second(now.hour * 3600 + now.minute * 60)
        self.bar.offer_walls(self.views.wall_id)
        self.redraw()
        self.views.find_conflicts()

    # Building

    def _build(self) -> None:
        self.bar = ScheduleBar(self._desk)
        self.week, self.month = self.views.week, self.views.month
        self.side = SlotSide(self._desk, lambda: self.views.today, self._no_slot())
        self.side.setFixedWidth(336)
        self.banner = Banner()
        self.memory = SlotMemory(self._desk, self.side, self.banner, self)
        self.tools = ScheduleTools(self._desk, self, lambda: (self.views.monday, self.views.chosen_wall))
        self.strip = PlaysAtStrip(self._desk, self._days)
        self.legend = ScheduleLegend()
        self._empty = self._empty_state()
        self._calendar = QWidget()
        calendar = row(self.views, self.side, spacing=SPACE_M)
        calendar.setStretch(0, 1)
        below = column(calendar, self.legend, self.strip, spacing=SPACE_S)
        below.setStretch(0, 1)
        self._calendar.setLayout(below)
        layout = column(self.bar, self.banner, self._calendar, self._empty, spacing=SPACE_M)
        layout.setStretch(2, 1)
        layout.setStretch(3, 1)
        layout.setContentsMargins(SPACE_L, SPACE_M, SPACE_L, SPACE_M)
        self.setLayout(layout)
        self._fill_more()
        self._connect()

    @property
    def editor(self) -> SlotEditor:
        """The panel of the slot that is chosen."""
        return self.side.editor

    def _no_slot(self) -> QFrame:
        empty = EmptyState(
            "calendar",
            self.tr("No slot chosen"),
            self.tr("Drag on the calendar to book airtime. Click a slot to see and change everything about it."),
        )
        hands = self.tr(
            "While dragging: Shift for steps of 5 minutes, Ctrl for 30, Alt to copy. "
            "Ctrl or Shift and a click, or a drag over empty hours, choose many."
        )
        notes = column(label(hands, "caption", wrap=True), margins=SPACE_M)
        layout = column(empty, notes, spacing=0)
        layout.setStretch(0, 1)
        return frame("panel", layout)

    def _empty_state(self) -> QWidget:
        return EmptyState(
            "calendar",
            self.tr("Nothing to book yet"),
            self.tr(
                "A booking needs a wall and a playlist. Add a wall under Walls and make a playlist under Playlists, "
                "then come back."
            ),
        )

    def _fill_more(self) -> None:
        menu = self.bar.more_menu
        weeks = menu.addMenu(self.tr("Copy week"))
        weeks.aboutToShow.connect(lambda: self.booking.fill_week_menu(weeks, self.views.monday, self.copy_week))
        menu.addAction(self.tr("National holidays…"), self.open_holidays)
        menu.addSeparator()
        self.tools.fill(menu)

    def _connect(self) -> None:
        self.bar.today_asked.connect(self.go_today)
        self.bar.turned.connect(self.turn)
        self.bar.wall_chosen.connect(self._wall_chosen)
        self.bar.view_chosen.connect(self.show_view)
        self.bar.new_asked.connect(self.new_slot)
        canvas = self.week.canvas
        canvas.drawn.connect(self.book)
        for view in (canvas, self.month):
            view.dropped.connect(self.booking.drop)
            view.picked.connect(self.pick)
            view.opened.connect(self._opened)
            view.removal_asked.connect(self._remove_chosen)
            view.copy_asked.connect(lambda: self.booking.copy(self._view.chosen))
            view.double_asked.connect(self._double)
            view.paste_asked.connect(lambda: self.booking.paste(self.views.day))
            view.menu_asked.connect(self._open_menu)
        canvas.instant_asked.connect(self._ask_instant)
        canvas.day_asked.connect(self._open_column)
        canvas.let_go.connect(self.views.redraw)
        self.month.day_opened.connect(self._open_day)
        self.month.day_picked.connect(self.go_to)
        self.week.header.day_picked.connect(self._pick_day)
        strip = self.views.broadcast.strip
        strip.instant_asked.connect(self._ask_exactly)
        strip.opened.connect(self._opened)
        self.views.conflicts_changed.connect(self._say_conflicts)
        self.booking.told.connect(self.told)
        self.booking.chosen.connect(lambda happenings: self._view.choose(happenings))
        self.side.saved.connect(self.booking.save)
        self.side.removal_asked.connect(self.booking.remove_slot)
        self.side.holidays_asked.connect(lambda: self.open_holidays().taken.connect(self.editor.offer_holidays))
        self.memory.asked.connect(self._show_slot)
        self.tools.told.connect(self.told)
        self.tools.place_asked.connect(self._show_place)
        self.strip.instant_changed.connect(self.views.show_second)

    # The window's wishes

    def search_field(self) -> QLineEdit | None:
        """That of the window that finds when something plays."""
        return self.tools.search().search

    def refresh(self) -> None:
        self._desk.catalogue.read(*_TOPICS)
        self._show_panel(self.side.slot_id)

    def keep(self) -> KeptSchedule:
        """The day, the view, the second, the slot in the panel and what is not saved of it."""
        return self.views.day, self.views.shown, self.strip.second, self.side.shown_id, self.side.unsaved()

    def restore(self, kept: KeptSchedule) -> None:
        day, shown, second, slot_id, unsaved = kept
        self.go_to(day)
        self.show_view(shown)
        self.strip.show_second(second)
        self.pick(slot_id)
        if slot_id and unsaved is not None:
            self.editor.take_unsaved(unsaved)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, lambda: self.week.reveal(max(0, self.strip.minute - ABOVE_MINUTES)))

    # Which time and which walls

    @property
    def displays(self) -> tuple[Display, ...]:
        """The walls on show."""
        return self.views.displays

    def slots(self) -> tuple[Slot, ...]:
        """The slots of the walls on show."""
        wanted = {display.id for display in self.displays}
        return tuple(kept.value for kept in self._desk.catalogue.slots if wanted & set(kept.value.display_ids))

    def go_today(self) -> None:
        self.views.today = self._desk.clock.now().astimezone(self.views.zone).date()
        self.go_to(self.views.today)

    def go_to(self, day: date) -> None:
        """Show the day, or the week or month that has it."""
        self.views.day = day
        self.redraw()
        self.views.find_conflicts()

    def turn(self, pages: int) -> None:
        """A day, a week, or a month, on or back."""
        self.go_to(self.views.turned(pages))

    def show_view(self, shown: int) -> None:
        """A `Shown`: day, week, month, or broadcast day."""
        self.views.shown = Shown(shown)
        self.bar.show_view(self.views.shown)
        self.redraw()
        self.views.find_conflicts()
        if self.views.shown in (Shown.DAY, Shown.WEEK):
            self.week.reveal(max(0, self.strip.minute - ABOVE_MINUTES))

    def _open_day(self, day: date) -> None:
        self.views.day = day
        self.show_view(Shown.DAY)

    def _open_column(self, number: int) -> None:
        self._open_day(date.fromordinal(self.views.first.toordinal() + number))

    def _pick_day(self, number: int) -> None:
        self.go_to(date.fromordinal(self.views.first.toordinal() + number))

    def _ask_instant(self, number: int, minute: int) -> None:
        self._pick_day(number)
        self.strip.show_second(minute * 60)

    def _ask_exactly(self, instant: datetime) -> None:
        """An instant of the broadcast day."""
        midnight = datetime.combine(self.views.day, time(0), self.views.zone).astimezone(UTC)
        self.strip.show_second(round((instant - midnight).total_seconds()))

    def _wall_chosen(self, wall_id: str) -> None:
        self.views.wall_id = wall_id
        self._desk.preferences.keep("schedule-wall", wall_id)
        self.redraw()
        self.views.find_conflicts()

    # Drawing

    def _topic_changed(self, topic: str) -> None:
        if topic == Topic.ALERT:
            self.views.redraw()
        if topic not in _TOPICS:
            return
        if topic == Topic.DISPLAY:
            self.bar.offer_walls(self.views.wall_id)
        if topic == Topic.HOLIDAYS:
            self.side.offer_holidays()
        self._redrawing.ask()
        if topic == Topic.SLOT and self.side.slot_id:
            kept = self._desk.catalogue.find(Topic.SLOT, self.side.slot_id)
            if kept is None and self.side.shown_id:
                self.memory.meet_removal()
            if kept is None or self.editor.agrees(kept.value):
                self._show_panel(self.side.slot_id)
            else:
                self.memory.meet(kept)

    def redraw(self) -> None:
        """Draw from the catalogue."""
        catalogue = self._desk.catalogue
        bookable = bool(catalogue.displays and catalogue.playlists) or not catalogue.loaded
        shown = self.views.shown
        for part, wanted in (
            (self._calendar, bookable),
            (self._empty, not bookable),
            (self.strip, shown is not Shown.MONTH),
            (self.legend, shown in (Shown.DAY, Shown.WEEK)),
        ):
            show_in_place(part) if wanted else part.hide()
        self.strip.show_displays(self.displays, large=shown is Shown.BROADCAST)
        self.strip.show_day(self.views.day)
        self.views.redraw()
        self.bar.show_title(self.views.title)

    # Choosing and changing

    def pick(self, slot_id: str) -> None:
        """Choose a slot, or none."""
        self.week.canvas.select(slot_id)
        self.month.select(slot_id)
        self._show_panel(slot_id)

    def _show_slot(self, slot_id: str) -> None:
        """Bring a slot into the panel, with the week in which it begins."""
        kept = self._desk.catalogue.find(Topic.SLOT, slot_id)
        if kept is not None:
            self.go_to(max(kept.value.recurrence.first, self.views.today))
            self.pick(slot_id)

    def _show_place(self, slot_id: str, day: date, wall_id: str) -> None:
        """Show a day, of a wall where one is named that is not on show, and choose a slot."""
        if wall_id and wall_id not in {display.id for display in self.displays}:
            self._wall_chosen(wall_id)
            self.bar.offer_walls(wall_id)
        self.go_to(day)
        self.pick(slot_id)

    def show_wall(self, wall_id: str) -> None:
        """Show this wall alone."""
        self._wall_chosen(wall_id)
        self.bar.offer_walls(wall_id)

    def _show_panel(self, slot_id: str) -> None:
        self.memory.note()
        kept = self._desk.catalogue.find(Topic.SLOT, slot_id) if slot_id else None
        if kept is None:
            self.side.show_hint()
            return
        self.views.bring_into_sight(kept.value)
        self.editor.show_slot(kept)
        self.memory.give_back()
        self._say_conflicts()
        self.side.show_editor()

    def _say_conflicts(self) -> None:
        if self.side.slot_id:
            several = len(self.displays) > 1
            lines = self.views.faces.conflict_lines(self.side.slot_id, several, MOST_CONFLICT_LINES)
            self.editor.show_conflicts(lines)

    def _opened(self, slot_id: str) -> None:
        self.pick(slot_id)
        self.editor.begin()

    def book(self, happening: Occurrence) -> None:
        """A new slot where the hand drew it: the playlist booked last, on the walls on show."""
        slot = self.booking.book(happening, tuple(display.id for display in self.displays))
        if slot is not None:
            self.pick(slot.id)

    def new_slot(self) -> None:
        """Book an hour of the day on show, after the minute on show."""
        starts = min(22 * 60, (self.strip.minute // 60 + 1) * 60)
        self.book(Occurrence("", self.views.day, starts, 60))
        if self.side.shown_id:
            self.editor.begin()

    def remove(self, slot_id: str) -> None:
        """Delete a slot; undo brings it back."""
        self.booking.remove_slot(slot_id)

    @property
    def _view(self) -> WeekCanvas | MonthCanvas:
        """The calendar on which bookings are chosen now."""
        return self.month if self.views.shown is Shown.MONTH else self.week.canvas

    def _remove_chosen(self) -> None:
        self.booking.remove(self._view.chosen, self._view.selected)

    def _double(self) -> None:
        self.booking.double(self._view.chosen, behind=self.views.shown is Shown.DAY)

    def _open_menu(self, where: QPoint) -> None:
        """What can be done with what is chosen, and with what was copied."""
        view, menu = self._view, QMenu(self)
        chosen = bool(view.selected)
        for words, keys, act, possible in (
            (self.tr("Open"), "", lambda: self._opened(view.selected), chosen),
            (self.tr("Duplicate"), "Ctrl+D", self._double, chosen),
            (self.tr("Copy"), "Ctrl+C", lambda: self.booking.copy(view.chosen), chosen),
            (self.tr("Paste"), "Ctrl+V", lambda: self.booking.paste(self.views.day), self.booking.can_paste),
            (self.tr("Delete"), "Del", self._remove_chosen, chosen),
        ):
            menu.addAction(f"{words}\t{keys}", act).setEnabled(possible)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(where)

    def copy_week(self, target: date) -> None:
        """Repeat the week on show in the week of the Monday `target`; slots that recur there anyway are left."""
        if self.booking.copy_week(self.slots(), self.views.monday, target):
            self.go_to(target)

    def open_holidays(self) -> HolidaysWindow:
        """The window that takes national holidays over into the office's sets."""
        window = HolidaysWindow(self._desk, year_to_offer(self.views.today), self)
        window.told.connect(self.told)
        window.finished.connect(window.deleteLater)
        window.open()
        return window
