"""What is typed about slots and not saved: kept when another slot is chosen, over a crash, and beside a second desk."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from displayctl.api.models import PartKind
from displayctl.desktop.catalogue import Kept, Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.edits import Change
from displayctl.desktop.presenters.slot_fields import changed_fields, field_words, in_form_order
from displayctl.desktop.presenters.words import clock_words, date_short, listed
from displayctl.desktop.unsaved.drawer import Drawer, file_for
from displayctl.desktop.unsaved.values import KeptForm
from displayctl.desktop.widgets.banner import Banner
from displayctl.desktop.widgets.slot_editor import SlotEditor
from schedules.errors import InvalidValue
from schedules.slot import Slot

KIND, LOOK_MS = "slot", 800


class SlotMemory(QObject):
    """Watches the form of slots. `banner` says what was kept, and what somebody else changed meanwhile.

    Signal: `asked` with the slot that a person wants to go on with.
    """

    asked = Signal(str)

    def __init__(self, desk: Desk, editor: SlotEditor, banner: Banner, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._editor, self._banner = desk, editor, banner
        self._person = desk.myself.name
        self._offered = False
        self._on_its_way: dict[str, KeptForm] = {}
        self.drawer = self._open()
        self._look = QTimer(self)
        self._look.setInterval(LOOK_MS)
        self._look.timeout.connect(self.note)
        self._look.start()
        editor.saved.connect(lambda kept, _: self._sent(kept.id))
        desk.edits.settled.connect(self._settled)
        desk.edits.refused.connect(self._refused)
        desk.myself.changed.connect(self._person_changed)
        desk.catalogue.changed.connect(self._topic_changed)

    def _open(self) -> Drawer:
        desk = self._desk
        made = Drawer(desk.tasks, file_for(desk.installation.data, desk.hub.client.url, self._person), self)
        made.opened.connect(self._offer)
        return made

    def _person_changed(self) -> None:
        """Another person has another drawer; what was typed by the one before is theirs."""
        if self._desk.myself.name != self._person:
            self._person = self._desk.myself.name
            self._offered = False
            self.drawer.deleteLater()
            self.drawer = self._open()

    # Keeping

    def note(self) -> None:
        """Keep what the form says, if it is not what it showed."""
        slot_id = self._editor.slot_id
        if not slot_id or not self.drawer.is_open:
            return
        unsaved = self._editor.unsaved()
        if unsaved is not None:
            form = KeptForm(KIND, self._editor.name.text(), self._desk.clock.now(), unsaved)
            self.drawer.keep(form)
        elif slot_id not in self._on_its_way:
            self.drawer.forget(KIND, slot_id)

    def give_back(self) -> None:
        """Put what was typed about the slot on show into its form, right after it was shown."""
        kept = self.drawer.of(KIND, self._editor.slot_id)
        if kept is None or not self._editor.slot_id:
            return
        if len(kept.unsaved.typed) == len(kept.unsaved.shown) == self._editor.inputs_count:
            self._editor.take_unsaved(kept.unsaved)

    def _sent(self, slot_id: str) -> None:
        """What is being saved is kept until the hub has it: the hub may be away, or refuse it."""
        self.note()
        form = self.drawer.of(KIND, slot_id)
        if form is not None:
            self._on_its_way[slot_id] = form

    def _settled(self, changes: tuple[Change, ...]) -> None:
        for change in changes:
            if self._on_its_way.pop(change.id, None) is not None:
                self.drawer.forget(KIND, change.id)

    def _refused(self) -> None:
        """It goes back into the form, over what the hub has, as soon as that was read."""
        self._on_its_way.clear()

    def _topic_changed(self, topic: str) -> None:
        if topic == Topic.SLOT:
            self._offer()

    def _offer(self) -> None:
        """Once after the start: go on with what a former run did not save."""
        if self._offered or not self.drawer.is_open or not self._desk.catalogue.loaded:
            return
        there = [form for form in self.drawer.forms if self._desk.catalogue.find(Topic.SLOT, form.unsaved.id)]
        self._offered = True
        if not there or self._editor.unsaved() is not None:
            return
        form = there[0]
        when = form.at.astimezone()
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
        before, unsaved = self._editor.kept, self._editor.unsaved()
        if before is None or unsaved is None or kept.value == before.value:
            return
        theirs = changed_fields(before.value, kept.value)
        mine = self._mine(before.value)
        self._editor.show_slot(kept)
        self._editor.take_unsaved(unsaved)
        if kept.version > before.version:  # else it is this desk itself that changes it, as by a drag
            self._tell(kept.id, theirs, mine)

    def _tell(self, slot_id: str, theirs: frozenset[str], mine: frozenset[str]) -> None:
        both = in_form_order(theirs & mine)
        names = listed([field_words(part) for part in both or in_form_order(theirs)])
        if both:
            words = self.tr("Somebody else changed this slot meanwhile: {fields}. The form keeps what you typed.")
        else:
            words = self.tr("Somebody else changed this slot meanwhile: {fields}. The form has it now, beside yours.")
        self._banner.tell(
            words.format(fields=names), "warning", self.tr("Take theirs"), lambda: self.take_theirs(slot_id)
        )
        self._ask_who(slot_id, words.format(fields=names))

    def _mine(self, before: Slot) -> frozenset[str]:
        try:
            return changed_fields(before, self._editor.value())
        except InvalidValue:
            return frozenset()

    def _ask_who(self, slot_id: str, said: str) -> None:
        """Name who it was, once the hub has told."""
        client = self._desk.hub.client

        def told(who: str) -> None:
            if who and self._banner.text == said:
                more = f"{said} ({who})"
                self._banner.tell(more, "warning", self.tr("Take theirs"), lambda: self.take_theirs(slot_id))

        self._desk.tasks.run(
            lambda: client.part(PartKind.SLOT, slot_id).updated_by, told, lambda error: None, owner=self
        )

    def take_theirs(self, slot_id: str) -> None:
        """Let go of what was typed here."""
        kept = self._desk.catalogue.find(Topic.SLOT, slot_id)
        self.drawer.forget(KIND, slot_id)
        if kept is not None and self._editor.slot_id == slot_id:
            self._editor.show_slot(kept)
