"""The panel beside the calendar that says everything about one slot, and lets it be changed."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, time
from typing import Any

from PySide6.QtCore import QTime, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from displayctl.desk.recurrence_tongues import TONGUES
from displayctl.desk.recurrence_words import daypart_phrase, hours_phrase
from displayctl.desktop.catalogue import Catalogue, Kept, Topic
from displayctl.desktop.look.palette import SPACE_L, SPACE_M, SPACE_S
from displayctl.desktop.presenters.sentences import say_sentence
from displayctl.desktop.widgets.choices import TickList, number_edit, time_edit, to_time
from displayctl.desktop.widgets.inputs import Inputs, Unsaved
from displayctl.desktop.widgets.name_choice import NameChoice
from displayctl.desktop.widgets.pieces import button, column, field, label, row, rule, scrolled
from displayctl.desktop.widgets.recurrence_editor import RecurrenceEditor, Surroundings, in_old_order
from displayctl.desktop.widgets.slot_place import SlotPlace
from schedules.daypart import EVERY_DAY, Hours
from schedules.errors import InvalidValue
from schedules.region import loop_name
from schedules.slot import Slot, SlotKind


class SlotEditor(QFrame):
    """Signals: `saved` the slot before (Kept) and after; `removal_asked` its id; `holidays_asked` to take some over."""

    saved = Signal(object, object)
    removal_asked = Signal(str)
    holidays_asked = Signal()

    def __init__(self, catalogue: Catalogue, today: Callable[[], date]) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self._catalogue, self._today = catalogue, today
        self._kept: Kept[Slot] | None = None
        self._make_inputs(today())
        form = QWidget()
        form.setLayout(self._form())
        self._save = button(self.tr("Save"), self._emit_saved, "primary")
        self._remove = button(self.tr("Delete"), self._ask_removal, "danger", "trash")
        self._error = label("", "error", wrap=True)
        foot = column(rule(), self._error, row(self._save, None, self._remove), spacing=SPACE_S)
        foot.setContentsMargins(SPACE_L, 0, SPACE_L, SPACE_M)
        self._room = scrolled(form)
        layout = column(self._room, foot, spacing=0)
        layout.setContentsMargins(1, 1, 1, 1)
        self.setLayout(layout)
        self._listen()

    def _make_inputs(self, today: date) -> None:
        self.name = QLineEdit()
        self.name.setMaxLength(200)
        self.playlist = NameChoice()
        self.walls = TickList()
        self.place = SlotPlace()
        self.when = QComboBox()
        for words in (self.tr("Own hours"), self.tr("A part of the day"), self.tr("All day")):
            self.when.addItem(words)
        self.starts, self.ends = time_edit(time(8)), time_edit(time(9))
        self.starts.setAccessibleName(self.tr("From"))
        self.ends.setAccessibleName(self.tr("To"))
        self.daypart = QComboBox()
        self.daypart.setAccessibleName(self.tr("Part of the day"))
        self.recurrence = RecurrenceEditor(today)
        for named in (self.playlist, self.daypart):  # as wide as their place, whatever they offer is called
            named.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
        self.kind = QComboBox()
        self.kind.addItem(self.tr("Loops through its hours"))
        self.kind.addItem(self.tr("Interrupts the loop"))
        self.per_hour = number_edit(1, 60, self.tr(" × an hour"))
        self.per_hour.setAccessibleName(self.tr("How often an hour"))
        self.priority = number_edit(0, 100)
        self._inputs = self._all_inputs()
        self._shown: tuple[Any, ...] = ()
        self._named_after = ""
        self.conflicts = label("", "error", wrap=True)

    def _all_inputs(self) -> Inputs:
        return Inputs(
            (
                (self.name.text, self.name.setText),
                (self.playlist.currentData, lambda key: self.playlist.setCurrentIndex(self.playlist.findData(key))),
                (lambda: self.walls.ticked, self._tick_walls),
                (lambda: self.place.value, self.place.show_value),
                (self.when.currentIndex, self.when.setCurrentIndex),
                (self.starts.time, self.starts.setTime),
                (self.ends.time, self.ends.setTime),
                (self.daypart.currentData, lambda key: self.daypart.setCurrentIndex(self.daypart.findData(key))),
                *self.recurrence.fields(),
                (self.kind.currentIndex, self.kind.setCurrentIndex),
                (self.per_hour.value, self.per_hour.setValue),
                (self.priority.value, self.priority.setValue),
            )
        )

    def _form(self) -> QVBoxLayout:
        hours = row(self.starts, label("–", "soft"), self.ends, None)
        self._hours_row = QWidget()
        self._hours_row.setLayout(hours)
        layout = column(
            label(self.tr("Slot"), "heading"),
            self.conflicts,
            field(self.tr("Name"), self.name),
            field(self.tr("Playlist"), self.playlist),
            field(self.tr("Walls"), self.walls),
            self.place,
            rule(),
            field(self.tr("Hours"), self.when),
            self._hours_row,
            self.daypart,
            self.recurrence,
            rule(),
            field(self.tr("Way of playing"), self.kind),
            self.per_hour,
            field(
                self.tr("Priority"), self.priority, self.tr("0 to 100; where slots overlap, the higher one is shown.")
            ),
            None,
            spacing=SPACE_M,
        )
        layout.setContentsMargins(SPACE_L - 4, SPACE_M, SPACE_L - 4, SPACE_M)
        return layout

    def _listen(self) -> None:
        for box in (self.when, self.kind):
            box.currentIndexChanged.connect(self._show_what_applies)
            box.activated.connect(self._check)
        self.playlist.activated.connect(self._rename_along)
        for box in (self.playlist, self.daypart):
            box.activated.connect(self._check)
        for edit in (self.starts, self.ends):
            edit.timeChanged.connect(self._check)
        for spin in (self.per_hour, self.priority):
            spin.valueChanged.connect(self._check)
        self.name.textEdited.connect(self._check)
        self.name.returnPressed.connect(self._emit_saved)
        self.walls.changed.connect(self._offer_regions)
        self.recurrence.holidays_asked.connect(self.holidays_asked)
        for source in (self.walls, self.place, self.recurrence):
            source.changed.connect(self._check)

    # Showing

    @property
    def slot_id(self) -> str:
        """The slot on show; empty for none."""
        return self._kept.id if self._kept else ""

    @property
    def kept(self) -> Kept[Slot] | None:
        """The slot on show as the hub had it; None for none."""
        return self._kept

    @property
    def inputs_count(self) -> int:
        """How many inputs the form has."""
        return len(self._inputs.fields)

    @property
    def can_save(self) -> bool:
        """Whether the form says something else than the slot, and something that can be."""
        return self._save.isEnabled()

    @property
    def trouble(self) -> str:
        """Why the form cannot be saved as it is; empty where it can."""
        return "" if self._error.isHidden() else self._error.text()

    def agrees(self, slot: Slot) -> bool:
        """Whether showing `slot` would lose nothing: nothing is unsaved, or the form says the same."""
        if self.unsaved() is None:
            return True
        try:
            return self.value() == slot
        except InvalidValue:
            return False

    def show_slot(self, kept: Kept[Slot]) -> None:
        """Show one slot as it is at the hub."""
        slot = kept.value
        if kept.id != self.slot_id:
            self._room.verticalScrollBar().setValue(0)
        self._kept = None
        self._offer()
        self.name.setText(slot.name)
        self.name.setCursorPosition(0)  # a long name is read from its beginning
        self.playlist.setCurrentIndex(max(0, self.playlist.findData(slot.playlist_id)))
        self._named_after = self.playlist.currentText()
        self._tick_walls(slot.display_ids)
        self.place.show_value((slot.region, slot.volume))
        self._show_hours(slot)
        self.recurrence.show_value(slot.recurrence)
        self.kind.setCurrentIndex(1 if slot.kind is SlotKind.INTERRUPT else 0)
        self.per_hour.setValue(slot.plays_per_hour or 4)
        self.priority.setValue(slot.priority)
        self._show_what_applies()
        self._shown = self._inputs.read()
        self._kept = kept
        self._check()

    def begin(self) -> None:
        """Give its beginning the keyboard."""
        self._room.verticalScrollBar().setValue(0)
        self.name.setFocus()
        self.name.selectAll()

    def unsaved(self) -> Unsaved | None:
        """What is typed and not saved, even where it cannot be saved as it is; None for nothing."""
        typed = self._inputs.read()
        return Unsaved(self._kept.id, self._shown, typed) if self._kept and typed != self._shown else None

    def take_unsaved(self, unsaved: Unsaved) -> None:
        """Put what was typed into this form, if it shows the same slot."""
        if self._kept is not None and self._kept.id == unsaved.id:
            self._inputs.merge(unsaved.shown, unsaved.typed)
            self._show_what_applies()
            self._check()

    def show_conflicts(self, sentences: Iterable[str]) -> None:
        """Say where this slot loses to another, a line each."""
        lines = tuple(sentences)
        self.conflicts.setText("\n".join(f"! {line}" for line in lines))
        self.conflicts.setVisible(bool(lines))

    def _offer(self) -> None:
        _fill(self.playlist, ((kept.id, kept.value.name) for kept in self._catalogue.playlists))
        _fill(self.daypart, ((kept.id, kept.value.name) for kept in self._catalogue.dayparts))
        self.walls.offer((kept.id, kept.value.name) for kept in self._catalogue.displays)
        self.recurrence.offer(kept.value for kept in self._catalogue.holidays)

    def offer_holidays(self, wanted: Iterable[str] = ()) -> None:
        """Offer the office's sets of holidays as they are now, and except the slot from those `wanted`, too."""
        self.recurrence.offer(kept.value for kept in self._catalogue.holidays)
        self.recurrence.except_on(wanted)

    def _rename_along(self) -> None:
        """A slot that is called as its playlist goes on doing so with another one."""
        if self.name.text().strip() == self._named_after:
            self.name.setText(self.playlist.currentText())
        self._named_after = self.playlist.currentText()

    def _tick_walls(self, ids: Iterable[str]) -> None:
        self.walls.tick(ids)
        self._offer_regions()

    def _offer_regions(self) -> None:
        ticked = self.walls.ticked
        self.place.offer(kept.value for kept in self._catalogue.displays if kept.id in ticked)

    def _show_hours(self, slot: Slot) -> None:
        self.when.setCurrentIndex(1 if slot.daypart_id else 0 if slot.hours else 2)
        if slot.hours is not None:
            self.starts.setTime(QTime(slot.hours.starts.hour, slot.hours.starts.minute))
            self.ends.setTime(QTime(slot.hours.ends.hour, slot.hours.ends.minute))
        if slot.daypart_id is not None:
            self.daypart.setCurrentIndex(max(0, self.daypart.findData(slot.daypart_id)))

    def _show_what_applies(self) -> None:
        self._hours_row.setVisible(self.when.currentIndex() == 0)
        self.daypart.setVisible(self.when.currentIndex() == 1)
        self.per_hour.setVisible(self.kind.currentIndex() == 1)

    # Reading

    def value(self) -> Slot:
        """The slot as the form says; raises InvalidValue."""
        if self._kept is None:
            raise InvalidValue("slot", "is not chosen")
        slot = self._kept.value
        interrupt = self.kind.currentIndex() == 1
        region, volume = self.place.value
        return replace(
            slot,
            region=slot.region if loop_name(slot.region) == region else region,
            volume=volume,
            name=self.name.text().strip(),
            playlist_id=self.playlist.currentData() or slot.playlist_id,
            display_ids=in_old_order(self.walls.ticked, slot.display_ids),
            hours=self._hours(slot),
            daypart_id=self._daypart_id(),
            recurrence=self.recurrence.value(slot.recurrence),
            kind=SlotKind.INTERRUPT if interrupt else SlotKind.LOOP,
            plays_per_hour=self.per_hour.value() if interrupt else None,
            priority=self.priority.value(),
        )

    def _hours(self, slot: Slot) -> Hours | None:
        if self.when.currentIndex() != 0:
            return None
        weekdays = slot.hours.weekdays if slot.hours else EVERY_DAY
        return Hours(to_time(self.starts.time()), to_time(self.ends.time()), weekdays)

    def _daypart_id(self) -> str | None:
        if self.when.currentIndex() != 1:
            return None
        if self.daypart.currentData() is None:  # without one and without hours it would run all day
            raise InvalidValue("slot.daypart_id", "there is no part of the day to choose")
        return str(self.daypart.currentData())

    def _check(self) -> None:
        if self._kept is None:
            return
        try:
            slot = self.value()
        except InvalidValue as error:
            self._error.setText(self._explain(error))
            self._error.show()
            self._save.setEnabled(False)
            return
        self._error.hide()
        self._save.setEnabled(slot != self._kept.value)
        self._say(slot)

    def _say(self, slot: Slot) -> None:
        """The whole booking as a sentence, and when it happens next."""
        if slot.daypart_id is not None:
            daypart = self._catalogue.find(Topic.DAYPART, slot.daypart_id)
            hours = {code: daypart_phrase(self.daypart.currentText()) for code in TONGUES}
            days = {day for each in daypart.value.hours for day in each.weekdays} if daypart else {*EVERY_DAY}
        else:
            hours = {code: hours_phrase(slot.hours, code) for code in TONGUES}
            days = set(slot.hours.weekdays if slot.hours else EVERY_DAY)
        self.recurrence.say(slot.recurrence, Surroundings(self._today(), hours, tuple(sorted(days))))

    def _explain(self, error: InvalidValue) -> str:
        known = {
            "slot.name": self.tr("Give the slot a name."),
            "slot.display_ids": self.tr("Tick at least one wall."),
            "slot.weekdays": self.tr("Pick at least one day of the week."),
            "slot.days": self.tr("Pick at least one day of the month."),
            "slot.daypart_id": self.tr("There is no part of the day to choose; give it hours of its own."),
            "recurrence.except_holidays": self.tr("Tick at most 16 sets of holidays."),
            "recurrence.last": self.tr("The last day is before the first day; give a later day."),
        }
        return known.get(error.field) or say_sentence(str(error))

    def _emit_saved(self) -> None:
        if self._kept is not None and self._save.isEnabled():
            self.saved.emit(self._kept, self.value())

    def _ask_removal(self) -> None:
        if self._kept is not None:
            self.removal_asked.emit(self._kept.id)


def _fill(box: QComboBox, things: Iterable[tuple[str, str]]) -> None:
    offered = tuple(things)
    if offered == tuple((box.itemData(at), box.itemText(at)) for at in range(box.count())):
        return  # hundreds of them, at every slot that is looked at
    box.clear()
    for key, name in offered:
        box.addItem(name, key)
