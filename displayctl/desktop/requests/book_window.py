"""Booking a request: its media as a playlist, on the walls and days wished for, to be changed before it goes."""

from __future__ import annotations

from dataclasses import replace
from datetime import time
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QLineEdit, QWidget

from displayctl.api.models import PartKind
from displayctl.api.request_states import RequestLinkKind
from displayctl.api.requests import Request
from displayctl.desktop.desk import Desk
from displayctl.desktop.edits import Change, new_id, write
from displayctl.desktop.look.palette import SPACE_L, SPACE_M, SPACE_S
from displayctl.desktop.presenters.booking_days import days_trouble, hours_trouble
from displayctl.desktop.presenters.request_booking import BookingPlan, planned, playlist_of
from displayctl.desktop.presenters.request_words import wish_words
from displayctl.desktop.widgets.choices import (
    TickList,
    WeekdayPicker,
    date_edit,
    number_edit,
    time_edit,
    to_date,
    to_time,
)
from displayctl.desktop.widgets.name_choice import NameChoice
from displayctl.desktop.widgets.pieces import button, column, field, label, row, rule, scrolled
from displayctl.desktop.widgets.remark import Remark
from schedules.daypart import Hours

WIDTH_PX, WALLS_PX = 690, 150


class BookWindow(QDialog):
    """Signal: `booked` with the id of the slot, and of the playlist where one was made (else empty)."""

    booked = Signal(str, str)

    def __init__(self, desk: Desk, request: Request, zone: ZoneInfo, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._request = desk, request
        self.setWindowTitle(self.tr("Book {number}").format(number=request.id))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(WIDTH_PX)
        known = tuple(kept.id for kept in desk.catalogue.displays)
        self._today = desk.clock.now().astimezone(zone).date()
        self._make_inputs(planned(request, known, self._today))
        self._build()
        self.check()

    @property
    def media(self) -> tuple[str, ...]:
        """The media that were made from the request and are still there."""
        return tuple(link.id for link in self._request.links if link.kind is RequestLinkKind.MEDIUM and link.name)

    def _make_inputs(self, plan: BookingPlan) -> None:
        self.name = QLineEdit(plan.name)
        self.name.setMaxLength(200)
        self.playlist = NameChoice()
        if self.media:
            self.playlist.addItem(self.tr("A new one of its media: {count}").format(count=len(self.media)), "")
        own = {link.id for link in self._request.links if link.kind is RequestLinkKind.PLAYLIST}
        lists = sorted(self._desk.catalogue.playlists, key=lambda kept: kept.id not in own)
        for kept in lists:
            self.playlist.addItem(kept.value.name, kept.id)
        self.walls = TickList()
        self.walls.offer((kept.id, kept.value.name) for kept in self._desk.catalogue.displays)
        self.walls.tick(plan.walls)
        self.first, self.last = date_edit(plan.first), date_edit(plan.last)
        self.weekdays = WeekdayPicker()
        self.weekdays.show_days(plan.weekdays)
        self.all_day = QCheckBox(self.tr("All day"))
        self.all_day.setChecked(plan.hours is None)
        hours = plan.hours or Hours(time(8), time(16))
        self.starts, self.ends = time_edit(hours.starts), time_edit(hours.ends)
        self.per_hour = number_edit(0, 60)
        self.per_hour.setSpecialValueText(self.tr("loops through its hours"))
        self.per_hour.setValue(plan.per_hour)

    def _build(self) -> None:
        walls = {kept.id: kept.value.name for kept in self._desk.catalogue.displays}
        wished = self.tr("Wished for: {wish}").format(wish=wish_words(self._request.wish, walls))
        listed = scrolled(self.walls)
        listed.setMaximumHeight(WALLS_PX)
        self._error = Remark()
        self.book_button = button(self.tr("Book"), self.book, "primary", "calendar")
        self.book_button.setDefault(True)
        cancel = button(self.tr("Cancel"), self.reject)
        cancel.setAutoDefault(False)
        days = row(
            field(self.tr("First day"), self.first), field(self.tr("Last day"), self.last), None, spacing=SPACE_M
        )
        hours = row(
            self.all_day,
            field(self.tr("From"), self.starts),
            field(self.tr("To"), self.ends),
            field(self.tr("Times an hour"), self.per_hour),
            None,
            spacing=SPACE_M,
        )
        layout = column(
            label(wished, "soft", wrap=True),
            field(self.tr("Name"), self.name),
            field(self.tr("Playlist"), self.playlist),
            field(self.tr("Walls"), listed),
            days,
            field(self.tr("Days of the week; none means every day"), self.weekdays),
            hours,
            self._error,
            rule(),
            row(None, cancel, self.book_button, spacing=SPACE_S),
            spacing=SPACE_M,
        )
        layout.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_L)
        self.setLayout(layout)
        self.all_day.toggled.connect(self.check)
        self.name.textChanged.connect(self.check)
        self.walls.changed.connect(self.check)
        self.first.dateChanged.connect(self.check)
        self.last.dateChanged.connect(self.check)
        self.starts.timeChanged.connect(self.check)
        self.ends.timeChanged.connect(self.check)
        self.weekdays.changed.connect(self.check)

    @property
    def plan(self) -> BookingPlan:
        """What the window says."""
        hours = None if self.all_day.isChecked() else Hours(to_time(self.starts.time()), to_time(self.ends.time()))
        return BookingPlan(
            name=self.name.text().strip(),
            walls=self.walls.ticked,
            first=to_date(self.first.date()),
            last=to_date(self.last.date()),
            weekdays=self.weekdays.days,
            hours=hours,
            per_hour=self.per_hour.value(),
        )

    def check(self) -> None:
        """Say what is missing."""
        for each in (self.starts, self.ends):
            each.setEnabled(not self.all_day.isChecked())
        starts, ends = to_time(self.starts.time()), to_time(self.ends.time())
        self._say("" if self.all_day.isChecked() else hours_trouble(starts, ends))
        if not self._error.text():
            self._say(self._trouble(self.plan))

    def _trouble(self, plan: BookingPlan) -> str:
        """What is missing."""
        if not self.playlist.count():
            return self.tr("Take its files into the library first, or make an announcement of its text.")
        if not plan.walls:
            return self.tr("Choose a wall.")
        if not plan.name:
            return self.tr("Give it a name.")
        return days_trouble(plan.first, plan.last, plan.weekdays, self._today)

    def _say(self, trouble: str) -> None:
        self._error.setText(trouble)
        self.book_button.setEnabled(not trouble)

    def book(self) -> None:
        """Make the slot, and the playlist where a new one is wanted: one step to take back."""
        plan, chosen = self.plan, str(self.playlist.currentData())
        changes: tuple[Change, ...] = ()
        if not chosen:
            made = replace(playlist_of(self._request, new_id(PartKind.PLAYLIST), self.media), name=plan.name)
            changes = (Change(PartKind.PLAYLIST, made.id, None, write(PartKind.PLAYLIST, made)),)
        slot = plan.slot(new_id(PartKind.SLOT), chosen or made.id, self._desk.clock.now())
        changes += (Change(PartKind.SLOT, slot.id, None, write(PartKind.SLOT, slot)),)
        self._desk.edits.apply(changes, self.tr("Book {name}").format(name=slot.name))
        self.booked.emit(slot.id, "" if chosen else made.id)
        self.accept()
