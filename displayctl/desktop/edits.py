"""Changes to the schedule as steps that can be taken back. Each goes to the hub with the version it was made from."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import shiboken6
from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from displayctl.api.models import Document, Part, PartKind
from displayctl.desktop.catalogue import Catalogue, Kept, Topic
from schedules import codec

if TYPE_CHECKING:
    from displayctl.desktop.unsaved.letters import Letter
    from displayctl.desktop.unsaved.outbox import Outbox

MOST_STEPS = 500
"""So many can be taken back."""
_WRITERS: dict[PartKind, Callable[[Any], Document]] = {
    PartKind.DISPLAY: codec.display_to_dict,
    PartKind.PLAYLIST: codec.playlist_to_dict,
    PartKind.DAYPART: codec.daypart_to_dict,
    PartKind.HOLIDAYS: codec.holiday_set_to_dict,
    PartKind.SLOT: codec.slot_to_dict,
    PartKind.TICKER: codec.ticker_to_dict,
}


def new_id(kind: PartKind) -> str:
    """An id for a new part that nobody else will make."""
    return f"{kind.value}-{uuid.uuid4().hex[:12]}"


@dataclass(frozen=True, slots=True)
class Change:
    """One part before and after; None where it did not or does not exist."""

    kind: PartKind
    id: str
    before: Document | None
    after: Document | None

    def reversed(self) -> Change:
        return Change(self.kind, self.id, self.after, self.before)


class Edits(QObject):
    """The undo stack of this desk.

    A change that finds no hub is kept, with all that come after it, and sent once the hub is back (`Outbox`).

    Signals: `refused` with the error and the text of the change when the hub would not have it (the change is then
    taken off the stack, what was before is shown, and the catalogue reads the newer state), `turned_down` with its
    changes a moment before; `settled` with the changes the hub accepted; `delayed` with the text of a change that waits
    for the hub, `caught_up` when none does any more; `resumed` with the text of one that an earlier run had left
    waiting, and the error that refused it, None where it is stored now.
    """

    refused = Signal(object, str)
    turned_down = Signal(object)
    settled = Signal(object)
    delayed = Signal(str)
    caught_up = Signal()
    resumed = Signal(str, object)

    def __init__(self, catalogue: Catalogue, outbox: Outbox, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._catalogue, self._outbox = catalogue, outbox
        self._commands: dict[int, _Command] = {}
        self.stack = QUndoStack(self)
        self.stack.setUndoLimit(MOST_STEPS)
        outbox.stored.connect(self._stored)
        outbox.refused.connect(self._refused)
        outbox.delayed.connect(lambda letter: self.delayed.emit(letter.text))
        outbox.caught_up.connect(self.caught_up)
        outbox.laid_by.connect(self._laid_by)

    def create(self, kind: PartKind, value: Any, text: str) -> None:
        """Store a new part. `text` names the change in the undo menu."""
        self.apply((Change(kind, value.id, None, write(kind, value)),), text)

    def replace(self, kind: PartKind, kept: Kept[Any], value: Any, text: str) -> None:
        """Store `value` over `kept`; nothing happens where they are equal."""
        if value != kept.value:
            self.apply((self.replace_change(kind, kept, value),), text)

    def remove(self, kind: PartKind, kept: Kept[Any], text: str) -> None:
        """Delete a part."""
        self.apply((self.removal_change(kind, kept),), text)

    def removal_change(self, kind: PartKind, kept: Kept[Any]) -> Change:
        """A deletion to be applied together with other changes."""
        self._outbox.note_version(kind, kept.id, kept.version)
        return Change(kind, kept.id, write(kind, kept.value), None)

    def replace_change(self, kind: PartKind, kept: Kept[Any], value: Any) -> Change:
        """A change to be applied together with others."""
        self._outbox.note_version(kind, kept.id, kept.version)
        return Change(kind, kept.id, write(kind, kept.value), write(kind, value))

    def apply(self, changes: tuple[Change, ...], text: str) -> None:
        """Make several changes, all or none; nothing happens where there are none."""
        if changes:
            self.stack.push(_Command(self, changes, text))

    @property
    def waiting(self) -> int:
        """How many changes wait for the hub to be back."""
        return self._outbox.waiting

    @property
    def under_way(self) -> int:
        """How many changes are being stored by the hub now."""
        return len(self._outbox.letters) - self._outbox.waiting

    def send_waiting(self) -> None:
        """Send what waits for the hub, one after another, if there is any."""
        self._outbox.send_waiting()

    def is_on_its_way(self, kind: str, id: str) -> bool:
        """Whether a change of this desk to a part of a `PartKind` has not been answered yet."""
        return any((each.kind, each.id) == (kind, id) for letter in self._outbox.letters for each in letter.changes)

    def send(self, command: _Command, changes: tuple[Change, ...]) -> None:
        """Hand one command's changes to the hub, after those given before."""
        for change in changes:
            self._catalogue.expect(change.kind, change.id, change.after)
        letter = self._outbox.send(command.text(), changes)
        self._commands[letter.number] = command
        self._catalogue.tell(change.kind for change in changes)

    # What became of it

    def _stored(self, letter: Letter, parts: tuple[Part, ...]) -> None:
        self._commands.pop(letter.number, None)
        changes = letter.changes
        if letter.kept:
            self._read_anew(changes)
            self.settled.emit(changes)
            self.resumed.emit(letter.text, None)
            return
        stored = {part.id: part for part in parts}
        for change in changes:
            self._catalogue.settle(change.kind, change.id, stored.get(change.id) if change.after is not None else None)
        self._catalogue.tell(change.kind for change in changes)
        self.settled.emit(changes)

    def _refused(self, letter: Letter, error: Exception) -> None:
        command = self._commands.pop(letter.number, None)
        if command is not None and shiboken6.isValid(command):  # the stack lets go of what nobody can redo any more
            self._take_off(command)
        if not letter.kept:
            self._take_back(letter.changes)
        self._read_anew(letter.changes)
        self.turned_down.emit(letter.changes)
        if not letter.kept:
            self._catalogue.tell(change.kind for change in letter.changes)
            self.refused.emit(error, letter.text)
        else:
            self.resumed.emit(letter.text, error)

    def _take_off(self, command: _Command) -> None:
        command.void = True
        command.setObsolete(True)
        if self.stack.index() and self.stack.command(self.stack.index() - 1) is command:
            self.stack.undo()
        elif self.stack.index() < self.stack.count() and self.stack.command(self.stack.index()) is command:
            self.stack.redo()

    def _take_back(self, changes: tuple[Change, ...]) -> None:
        """Show what was there before, where nothing newer of this desk is on its way."""
        for change in reversed(changes):
            self._catalogue.settle(change.kind, change.id, None)
            if not self.is_on_its_way(change.kind, change.id):
                self._catalogue.expect(change.kind, change.id, change.before)
                self._catalogue.settle(change.kind, change.id, None)

    def _laid_by(self, letters: tuple[Letter, ...]) -> None:
        """They wait for whoever made them; here is shown what the hub has."""
        for letter in letters:
            self._commands.pop(letter.number, None)
            for change in () if letter.kept else letter.changes:
                self._catalogue.settle(change.kind, change.id, None)
            self._read_anew(letter.changes)
        self.stack.clear()

    def _read_anew(self, changes: tuple[Change, ...]) -> None:
        self._catalogue.read(*(Topic(change.kind.value) for change in changes))


class _Command(QUndoCommand):
    """A step on the stack. Once the hub refused it, it is `void` and does nothing any more."""

    def __init__(self, edits: Edits, changes: tuple[Change, ...], text: str) -> None:
        super().__init__(text)
        self._edits = edits
        self.changes = changes
        self.void = False

    def redo(self) -> None:
        if not self.void:
            self._edits.send(self, self.changes)

    def undo(self) -> None:
        if not self.void:
            self._edits.send(self, tuple(change.reversed() for change in reversed(self.changes)))


def write(kind: PartKind, value: Any) -> Document:
    """A part as the document that the hub takes."""
    return _WRITERS[kind](value)
