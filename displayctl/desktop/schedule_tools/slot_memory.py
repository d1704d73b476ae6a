"""What is typed about slots and not saved: kept when another slot is chosen, over a crash, and beside a second desk."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from displayctl.api.models import PartKind
from displayctl.desktop.catalogue import Kept, Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.edits import new_id
from displayctl.desktop.presenters.office_time import office_zone
from displayctl.desktop.presenters.slot_fields import changed_fields, field_words, in_form_order
from displayctl.desktop.presenters.words import clock_words, date_short, listed
from displayctl.desktop.schedule_tools.slot_side import SlotSide
from displayctl.desktop.unsaved.form_memory import FormMemory, Watched
from displayctl.desktop.unsaved.removal import removed_while_typed
from displayctl.desktop.unsaved.sent_forms import SENT, plain_kind
from displayctl.desktop.widgets.banner import Banner
from schedules.errors import InvalidValue
from schedules.slot import Slot

KIND = PartKind.SLOT.value


class SlotMemory(FormMemory):
    """Watches the form of slots. `banner` says what was kept, and what somebody else changed meanwhile.

    Signal: `asked` with the slot that a person wants to go on with.
    """

    asked = Signal(str)

    def __init__(self, desk: Desk, side: SlotSide, banner: Banner, parent: QObject | None = None) -> None:
        form = Watched(
            kind=KIND,
            id=lambda: side.slot_id,
            title=lambda: side.editor.name.text(),
            unsaved=side.unsaved,
            take=lambda unsaved: side.editor.take_unsaved(unsaved),
            count=lambda: side.editor.inputs_count,
        )
        super().__init__(desk, form, parent)
        self._side, self._banner = side, banner
        self._offered = False
        self._told = ""
        side.saved.connect(lambda kept, _: self._saved(kept.id))
        self.drawer.opened.connect(self._opened)
        desk.catalogue.changed.connect(self._topic_changed)
        QTimer.singleShot(0, self, self._offer)  # the banner has its place on the page then

    def _saved(self, slot_id: str) -> None:
        self.sent(slot_id)
        self._banner.take_back(self._told)

    # What an earlier run left

    def _opened(self) -> None:
        self._offered = False
        self._offer()

    def _topic_changed(self, topic: str) -> None:
        if topic == Topic.SLOT:
            self._offer()

    def _offer(self) -> None:
        """Once after the start: go on with what a former run did not save."""
        if self._offered or not self.drawer.is_open or not self._desk.catalogue.loaded:
            return
        self._offered = True
        find = self._desk.catalogue.find
        mine = [form for form in self.drawer.former if plain_kind(form.kind) == KIND and not form.kind.endswith(SENT)]
        there = [form for form in mine if find(Topic.SLOT, form.unsaved.id) is not None]
        if not there or self._side.unsaved() is not None:
            return
        form = there[0]
        when = form.at.astimezone(office_zone())
        words = self.tr("Changes of “{name}” from {when} were not saved, and were kept.").format(
            name=form.title, when=f"{date_short(when.date())} {clock_words(when)}"
        )
        if len(there) > 1:
            words += " " + self.tr("There are {count} more.").format(count=len(there) - 1)
        self._banner.tell(
            words, "warning", self.tr("Continue where you were"), lambda: self.asked.emit(form.unsaved.id)
        )

    # A second desk

    def meet(self, kept: Kept[Slot]) -> None:
        """The hub has a newer state of the slot whose form has unsaved changes: theirs is shown where only they
        changed something, ours where we did; what both changed is told, and theirs can be taken."""
        before, unsaved = self._side.editor.kept, self._side.unsaved()
        if before is None or unsaved is None or kept.value == before.value:
            return
        theirs = changed_fields(before.value, kept.value)
        mine = self._mine(before.value)
        self._side.editor.show_slot(kept)
        self._side.editor.take_unsaved(unsaved)
        if kept.version > before.version:  # else it is this desk itself that changes it, as by a drag
            self._tell(kept.id, theirs, mine)

    def meet_removal(self) -> None:
        """The slot whose form has unsaved changes was deleted at another desk: it can be booked again as typed."""
        removed = removed_while_typed(self._desk, PartKind.SLOT, self._side.editor)
        if removed is None:
            return
        words = self.tr("“{name}” was deleted at another desk while you changed it. What you typed is kept.")
        said, wanted = words.format(name=removed.before.name), removed.wanted
        self._banner.tell(said, "warning", self.tr("Book it again"), lambda: self._book_again(wanted))

    def _book_again(self, wanted: Slot) -> None:
        now = self._desk.clock.now()
        made = replace(
            wanted, id=new_id(PartKind.SLOT), created_at=now.replace(microsecond=now.microsecond // 1000 * 1000)
        )
        self._desk.edits.create(PartKind.SLOT, made, self.tr("Book {name}").format(name=made.name))
        self.asked.emit(made.id)
        self.forget(wanted.id)

    def _tell(self, slot_id: str, theirs: frozenset[str], mine: frozenset[str]) -> None:
        both = in_form_order(theirs & mine)
        names = listed([field_words(part) for part in both or in_form_order(theirs)])
        if both:
            words = self.tr("Somebody else changed this slot meanwhile: {fields}. The form keeps what you typed.")
        else:
            words = self.tr("Somebody else changed this slot meanwhile: {fields}. The form has it now, beside yours.")
        self._tell_theirs(slot_id, words.format(fields=names))
        self._ask_who(slot_id, self._told)

    def _tell_theirs(self, slot_id: str, said: str) -> None:
        self._told = said
        self._banner.tell(said, "warning", self.tr("Take theirs"), lambda: self.take_theirs(slot_id))

    def _mine(self, before: Slot) -> frozenset[str]:
        try:
            return changed_fields(before, self._side.editor.value())
        except InvalidValue:
            return frozenset()

    def _ask_who(self, slot_id: str, said: str) -> None:
        """Name who it was, once the hub has told."""
        client = self._desk.hub.client

        def told(who: str) -> None:
            if who and self._told == said and self._banner.text == said and not self._banner.isHidden():
                self._tell_theirs(slot_id, f"{said} ({who})")

        self._desk.tasks.run(
            lambda: client.part(PartKind.SLOT, slot_id).updated_by, told, lambda error: None, owner=self
        )

    def take_theirs(self, slot_id: str) -> None:
        """Let go of what was typed here."""
        kept = self._desk.catalogue.find(Topic.SLOT, slot_id)
        self.forget(slot_id)
        if kept is not None and self._side.slot_id == slot_id:
            self._side.editor.show_slot(kept)
