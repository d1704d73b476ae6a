"""The schedule: a calendar to book on by hand, the slot's panel beside it, and what plays at an instant below."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from functools import partial
from zoneinfo import ZoneInfo

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QMenu, QStackedWidget, QWidget

from displayctl.api.accounts import Role
from displayctl.api.models import PartKind
from displayctl.desktop.bookings import Bookings
from displayctl.desktop.catalogue import Kept, Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.look.palette import SPACE_L, SPACE_M
from displayctl.desktop.presenters.conflicts import Conflicts, find_conflicts
from displayctl.desktop.presenters.slot_edits import is_series
from displayctl.desktop.presenters.slot_faces import SlotFaces
from displayctl.desktop.presenters.week_layout import Occurrence, week_blocks, with_hidden
from displayctl.desktop.presenters.words import month_words, week_words
from displayctl.desktop.widgets.inputs import Unsaved
from displayctl.desktop.widgets.month_canvas import MonthCanvas
from displayctl.desktop.widgets.pieces import EmptyState, column, frame, row
from displayctl.desktop.widgets.plays_at import PlaysAtStrip
from displayctl.desktop.widgets.schedule_bar import ScheduleBar
from displayctl.desktop.widgets.slot_editor import SlotEditor
from displayctl.desktop.widgets.week_view import WeekView
from schedules.display import Display
from schedules.slot import Slot

DEFAULT_ZONE = "Asia/Makassar"
MOST_CONFLICT_LINES = 6
KeptSchedule = tuple[date, int, int, str, Unsaved | None]
_TOPICS = {Topic.SLOT, Topic.DISPLAY, Topic.PLAYLIST, Topic.DAYPART, Topic.HOLIDAYS}


class SchedulePage(QWidget):
    """Signal: `told` a sentence and its kind."""

    told = Signal(str, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._wall_id = desk.preferences.text("schedule-wall")
        self._today = desk.clock.now().astimezone(ZoneInfo(DEFAULT_ZONE)).date()
        self._monday = self._today - timedelta(days=self._today.weekday())
        self._month = self._today.replace(day=1)
        self._day = self._today
        self._asked = 0
        self._copied: Slot | None = None
        self._faces = SlotFaces(desk.catalogue)
        self._bookings = Bookings(desk, self)
        self._build()
        desk.catalogue.changed.connect(self._topic_changed)
        desk.catalogue.ready.connect(self.redraw)
        desk.drafts.changed.connect(self._find_conflicts)
        self._minute = QTimer(self)
        self._minute.setInterval(20_000)
        self._minute.timeout.connect(self._show_now)
        self._minute.start()
        now = desk.clock.now().astimezone(ZoneInfo(DEFAULT_ZONE))
        self.strip.slider.setValue(now.hour * 60 + now.minute)
        self.bar.offer_walls(self._wall_id)
        self.redraw()
        self._find_conflicts()

    # Building

    def _build(self) -> None:
        self.bar = ScheduleBar(self._desk)
        self.week = WeekView(self._faces.face, self._faces.words)
        self.month = MonthCanvas(self._faces.face, lambda count: self.tr("+ {count} more").format(count=count))
        self.views = QStackedWidget()
        self.views.addWidget(self.week)
        month_card = frame("card", column(self.month, margins=1))
        self.views.addWidget(month_card)
        self.editor = self._desk.myself.guarded(SlotEditor(self._desk.catalogue, self._today), Role.EDITOR)
        self._hint = self._no_slot()
        self.side = QStackedWidget()
        self.side.setFixedWidth(336)
        self.side.addWidget(self._hint)
        self.side.addWidget(self.editor)
        self.strip = PlaysAtStrip(self._desk)
        self._empty = self._empty_state()
        self._calendar = QWidget()
        calendar = row(self.views, self.side, spacing=SPACE_M)
        calendar.setStretch(0, 1)
        below = column(calendar, self.strip, spacing=SPACE_M)
        below.setStretch(0, 1)
        self._calendar.setLayout(below)
        layout = column(self.bar, self._calendar, self._empty, spacing=SPACE_M)
        layout.setStretch(1, 1)
        layout.setStretch(2, 1)
        layout.setContentsMargins(SPACE_L, SPACE_M, SPACE_L, SPACE_M)
        self.setLayout(layout)
        self._connect()

    def _no_slot(self) -> QFrame:
        empty = EmptyState(
            "calendar",
            self.tr("No slot chosen"),
            self.tr("Drag on the calendar to book airtime. Click a slot to see and change everything about it."),
        )
        return frame("panel", column(empty))

    def _empty_state(self) -> QWidget:
        return EmptyState(
            "calendar",
            self.tr("Nothing to book yet"),
            self.tr(
                "A booking needs a wall and a playlist. Add a wall under Walls and make a playlist under Playlists, "
                "then come back."
            ),
        )

    def _connect(self) -> None:
        self.bar.today_asked.connect(self.go_today)
        self.bar.turned.connect(self.turn)
        self.bar.wall_chosen.connect(self._wall_chosen)
        self.bar.view_chosen.connect(self.show_view)
        self.bar.copy_asked.connect(self._ask_copy_week)
        self.bar.new_asked.connect(self._new_slot)
        canvas = self.week.canvas
        canvas.drawn.connect(self.book)
        for view in (canvas, self.month):
            view.dropped.connect(self._dropped)
            view.picked.connect(self.pick)
            view.opened.connect(self._opened)
            view.removal_asked.connect(self.remove)
        canvas.copy_asked.connect(self._copy)
        canvas.paste_asked.connect(self._paste)
        canvas.instant_asked.connect(self._ask_instant)
        self.month.day_opened.connect(self._open_day)
        self.week.header.day_picked.connect(self._pick_day)
        self.editor.saved.connect(self._save)
        self.editor.removal_asked.connect(self.remove)
        self.strip.instant_changed.connect(lambda minute: self._show_mark())

    # The window's wishes

    def search_field(self) -> QLineEdit | None:
        return None

    def refresh(self) -> None:
        self._desk.catalogue.read(*_TOPICS)
        self._show_panel(self.editor.slot_id)

    def keep(self) -> KeptSchedule:
        """The day, the view, the minute, the slot in the panel and what is not saved of it."""
        slot_id = self.editor.slot_id if self.side.currentWidget() is self.editor else ""
        return self._day, self.views.currentIndex(), self.strip.minute, slot_id, self.editor.unsaved()

    def restore(self, kept: KeptSchedule) -> None:
        day, view, minute, slot_id, unsaved = kept
        self.go_to(day)
        self.show_view(view)
        self.strip.slider.setValue(minute)
        self.pick(slot_id)
        if slot_id and unsaved is not None:
            self.editor.take_unsaved(unsaved)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        QTimer.singleShot(0, self, lambda: self.week.reveal(max(0, self.strip.minute - 150)))

    # Which time and which walls

    @property
    def displays(self) -> tuple[Display, ...]:
        """The walls on show."""
        every = tuple(kept.value for kept in self._desk.catalogue.displays)
        return tuple(display for display in every if display.id == self._wall_id) or every

    @property
    def zone(self) -> ZoneInfo:
        """Civil times on the canvas are those of the first wall on show."""
        return ZoneInfo(self.displays[0].time_zone if self.displays else DEFAULT_ZONE)

    def go_today(self) -> None:
        self._today = self._desk.clock.now().astimezone(self.zone).date()
        self.go_to(self._today)

    def go_to(self, day: date) -> None:
        """Show the week and month of a day."""
        self._day = day
        self._monday = day - timedelta(days=day.weekday())
        self._month = day.replace(day=1)
        self.redraw()
        self._find_conflicts()

    def turn(self, pages: int) -> None:
        """A week, or a month, on or back."""
        if self.views.currentIndex() == 0:
            self.go_to(self._day + timedelta(days=7 * pages))
        else:
            middle = self._month + timedelta(days=14 + 31 * pages if pages > 0 else -14)
            self.go_to(middle.replace(day=1))

    def show_view(self, number: int) -> None:
        """0: the week, 1: the month."""
        self.views.setCurrentIndex(number)
        self.strip.setVisible(number == 0)
        self.bar.show_view(number)
        self.redraw()

    def _open_day(self, day: date) -> None:
        self.go_to(day)
        self.show_view(0)

    def _pick_day(self, column_number: int) -> None:
        self._day = self._monday + timedelta(days=column_number)
        self.redraw()

    def _ask_instant(self, column_number: int, minute: int) -> None:
        self._pick_day(column_number)
        self.strip.slider.setValue(minute)

    def _wall_chosen(self, wall_id: str) -> None:
        self._wall_id = wall_id
        self._desk.preferences.keep("schedule-wall", wall_id)
        self.redraw()
        self._find_conflicts()

    # Drawing

    def _topic_changed(self, topic: str) -> None:
        if topic not in _TOPICS:
            return
        if topic == Topic.DISPLAY:
            self.bar.offer_walls(self._wall_id)
        self.redraw()
        if topic == Topic.SLOT and self.editor.slot_id:
            kept = self._desk.catalogue.find(Topic.SLOT, self.editor.slot_id)
            if kept is None or self.editor.agrees(kept.value):
                self._show_panel(self.editor.slot_id)

    def slots(self) -> tuple[Slot, ...]:
        """The slots of the walls on show."""
        wanted = {display.id for display in self.displays}
        return tuple(kept.value for kept in self._desk.catalogue.slots if wanted & set(kept.value.display_ids))

    def redraw(self) -> None:
        """Draw from the catalogue."""
        catalogue = self._desk.catalogue
        bookable = bool(catalogue.displays and catalogue.playlists) or not catalogue.loaded
        self._calendar.setVisible(bookable)
        self._empty.setVisible(not bookable)
        self._faces.note_playlists()
        self.strip.show_displays(self.displays)
        self.strip.show_day(self._day)
        dayparts = {kept.id: kept.value for kept in catalogue.dayparts}
        holidays = {kept.id: kept.value for kept in catalogue.holidays}
        if self.views.currentIndex() == 0:
            blocks = week_blocks(self.slots(), dayparts, holidays, self._monday)
            self.week.canvas.show_week(
                self._monday, with_hidden(blocks, self._faces.conflicts.lost, self._monday, self.zone)
            )
            named = {day: kept.value.name for kept in catalogue.holidays for day in kept.value.dates}
            self.week.header.show_days(self._monday, self._today, (self._day - self._monday).days, named)
            self.bar.show_title(week_words(self._monday))
        else:
            first = self._month - timedelta(days=self._month.weekday())
            self.month.show_month(
                first, self._month, self._today, week_blocks(self.slots(), dayparts, holidays, first, 42)
            )
            self.bar.show_title(month_words(self._month))
        self._show_now()
        self._show_mark()

    def _show_now(self) -> None:
        now = self._desk.clock.now().astimezone(self.zone)
        column_number = (now.date() - self._monday).days
        self.week.canvas.show_now(column_number if 0 <= column_number < 7 else None, now.hour * 60 + now.minute)

    def _show_mark(self) -> None:
        self.week.canvas.show_mark((self._day - self._monday).days, self.strip.minute)

    # Conflicts

    def _find_conflicts(self) -> None:
        programmes = tuple((d, self._desk.drafts.of_display(d.id)) for d in self.displays)
        first = datetime.combine(self._monday, time(0), self.zone).astimezone(UTC)
        self._asked += 1
        asked = self._asked
        self._desk.tasks.run(
            lambda: find_conflicts(programmes, first, timedelta(days=7)),
            lambda found: self._store_conflicts(asked, found),
            owner=self,
        )

    def _store_conflicts(self, asked: int, found: Conflicts) -> None:
        if asked == self._asked:
            self._faces.conflicts = found
            self.redraw()
            self.editor.show_conflicts(self._conflict_lines(self.editor.slot_id))

    def _conflict_lines(self, slot_id: str) -> list[str]:
        return self._faces.conflict_lines(slot_id, len(self.displays) > 1)[:MOST_CONFLICT_LINES]

    # Choosing and changing

    def pick(self, slot_id: str) -> None:
        """Choose a slot, or none."""
        self.week.canvas.select(slot_id)
        self.month.select(slot_id)
        self._show_panel(slot_id)

    def _show_panel(self, slot_id: str) -> None:
        kept = self._desk.catalogue.find(Topic.SLOT, slot_id) if slot_id else None
        if kept is None:
            self.side.setCurrentWidget(self._hint)
            return
        self.editor.show_slot(kept)
        self.editor.show_conflicts(self._conflict_lines(slot_id))
        self.side.setCurrentWidget(self.editor)

    def _opened(self, slot_id: str) -> None:
        self.pick(slot_id)
        self.editor.name.setFocus()
        self.editor.name.selectAll()

    def book(self, happening: Occurrence) -> None:
        """A new slot where the hand drew it: the playlist booked last, on the walls on show."""
        slot = self._bookings.drawn(happening, tuple(display.id for display in self.displays))
        if slot is None:
            self.told.emit(self.tr("Make a playlist and add a wall first; then airtime can be booked."), "warning")
        else:
            self._create(slot, self.tr("Book {name}").format(name=slot.name))

    def _create(self, slot: Slot, words: str) -> None:
        self._desk.edits.create(PartKind.SLOT, slot, words)
        self.pick(slot.id)

    def _new_slot(self) -> None:
        starts = min(22 * 60, (self.strip.minute // 60 + 1) * 60)
        self.book(Occurrence("", self._day, starts, 60))

    def _save(self, kept: Kept[Slot], slot: Slot) -> None:
        self._bookings.change(kept, slot)

    def remove(self, slot_id: str) -> None:
        """Delete a slot; undo brings it back."""
        name = self._bookings.remove(slot_id)
        if name:
            self.pick("")
            self.told.emit(self.tr("“{name}” was deleted. Ctrl+Z brings it back.").format(name=name), "good")

    def _dropped(self, before: Occurrence, after: Occurrence) -> None:
        kept: Kept[Slot] | None = self._desk.catalogue.find(Topic.SLOT, before.slot_id)
        if kept is None:
            return
        if is_series(kept.value):
            self._ask_which(kept, before, after)
        else:
            self._bookings.move_all(kept, before, after)

    def _ask_which(self, kept: Kept[Slot], before: Occurrence, after: Occurrence) -> None:
        menu = QMenu(self)
        menu.addAction(self.tr("Only this day"), partial(self._bookings.move_one, kept, before, after))
        menu.addAction(self.tr("The whole series"), partial(self._bookings.move_all, kept, before, after))
        menu.addSeparator()
        menu.addAction(self.tr("Cancel"))
        menu.popup(self.cursor().pos())

    # Copying

    def _copy(self, slot_id: str) -> None:
        kept = self._desk.catalogue.find(Topic.SLOT, slot_id)
        self._copied = kept.value if kept else None
        if kept is not None:
            self.told.emit(
                self.tr("“{name}” was copied. Choose a day and press Ctrl+V.").format(name=kept.value.name), "good"
            )

    def _paste(self) -> None:
        if self._copied is None:
            return
        slot = self._bookings.pasted(self._copied, self._day)
        self._create(slot, self.tr("Paste {name}").format(name=slot.name))

    def _ask_copy_week(self) -> None:
        menu = QMenu(self)
        for weeks in (1, 2, 3, 4):
            target = self._monday + timedelta(days=7 * weeks)
            words = self.tr("Copy this week to {week}").format(week=week_words(target))
            menu.addAction(words, partial(self.copy_week, target))
        menu.popup(self.cursor().pos())

    def copy_week(self, target: date) -> None:
        """Repeat the week on show in the week of the Monday `target`; slots that recur there anyway are left."""
        count = self._bookings.copy_week(self.slots(), self._monday, target)
        if not count:
            self.told.emit(self.tr("Everything in this week recurs there already; nothing to copy."), "warning")
            return
        self.go_to(target)
        self.told.emit(self.tr("Copied slots: {count}. Ctrl+Z takes them back.").format(count=count), "good")
