"""Changes to the schedule as steps that can be taken back. Each goes to the hub with the version it was made from."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from displayctl.api.errors import Conflict, HubUnreachable, NotFound
from displayctl.api.models import Batch, BatchStep, Document, Operation, Part, PartKind
from displayctl.desktop.catalogue import Catalogue, Kept, Topic
from displayctl.desktop.hub_door import HubDoor
from displayctl.desktop.tasks import Tasks
from schedules import codec

TRY_AGAIN_MS = 3000
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

    A change that finds no hub is kept, with all that come after it, and sent once the hub is back.

    Signals: `refused` with the error and the text of the change when the hub would not have it (the change is then
    taken off the stack and the catalogue reads the newer state), `settled` with the changes the hub accepted;
    `delayed` with the text of a change that waits for the hub, `caught_up` when none does any more.
    """

    refused = Signal(object, str)
    settled = Signal(object)
    delayed = Signal(str)
    caught_up = Signal()

    def __init__(self, tasks: Tasks, catalogue: Catalogue, hub: HubDoor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._catalogue, self._hub = tasks, catalogue, hub
        self._versions: dict[tuple[PartKind, str], int] = {}
        self._waiting: list[tuple[_Command, tuple[Change, ...]]] = []
        self._trying = False
        self._again = QTimer(self)
        self._again.setInterval(TRY_AGAIN_MS)
        self._again.timeout.connect(self.send_waiting)
        self.stack = QUndoStack(self)

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
        self._note_version(kind, kept)
        return Change(kind, kept.id, write(kind, kept.value), None)

    def replace_change(self, kind: PartKind, kept: Kept[Any], value: Any) -> Change:
        """A change to be applied together with others."""
        self._note_version(kind, kept)
        return Change(kind, kept.id, write(kind, kept.value), write(kind, value))

    def _note_version(self, kind: PartKind, kept: Kept[Any]) -> None:
        """What was seen, unless this desk itself has made a newer one since."""
        self._versions[kind, kept.id] = max(kept.version, self._versions.get((kind, kept.id), 0))

    def apply(self, changes: tuple[Change, ...], text: str) -> None:
        """Make several changes, all or none."""
        self.stack.push(_Command(self, changes, text))

    @property
    def waiting(self) -> int:
        """How many changes wait for the hub to be back."""
        return len(self._waiting)

    def send(self, command: _Command, changes: tuple[Change, ...]) -> None:
        """Hand one command's changes to the hub, after those given before."""
        for change in changes:
            self._catalogue.expect(change.kind, change.id, change.after)
        self._catalogue.tell(change.kind for change in changes)
        if self._waiting:
            self._wait(command, changes)
            return
        self._tasks.run(
            lambda: self._store(changes),
            lambda parts: self._accepted(changes, parts),
            lambda error: self._failed(command, changes, error),
            owner=self,
            in_order=True,
        )

    # While the hub is away

    def _wait(self, command: _Command, changes: tuple[Change, ...]) -> None:
        self._waiting.append((command, changes))
        self._again.start()
        self.delayed.emit(command.text())

    def send_waiting(self) -> None:
        """Send what waits for the hub, one after another, if there is any."""
        if not self._waiting or self._trying:
            return
        self._trying = True
        changes = self._waiting[0][1]
        self._tasks.run(
            lambda: self._store_again(changes), self._waiting_accepted, self._waiting_failed, owner=self, in_order=True
        )

    def _waiting_accepted(self, parts: tuple[Part, ...]) -> None:
        self._trying = False
        _, changes = self._waiting.pop(0)
        self._accepted(changes, parts)
        self._go_on()

    def _waiting_failed(self, error: Exception) -> None:
        self._trying = False
        if not isinstance(error, HubUnreachable):
            self._refused(*self._waiting.pop(0), error)
            self._go_on()

    def _go_on(self) -> None:
        if self._waiting:
            self.send_waiting()
        else:
            self._again.stop()
            self.caught_up.emit()

    def _store_again(self, changes: tuple[Change, ...]) -> tuple[Part, ...]:
        """`_store`; where the hub had stored them before its answer was lost, they are taken as they are there."""
        try:
            return self._store(changes)
        except (Conflict, NotFound):
            found = self._found(changes)
            if found is None:
                raise
            self._versions.update({(change.kind, change.id): found.get(change.id, 0) for change in changes})
            return tuple(self._hub.client.part(each.kind, each.id) for each in changes if each.after is not None)

    def _found(self, changes: tuple[Change, ...]) -> dict[str, int] | None:
        """The versions at the hub, if it holds all of these changes; else None."""
        versions: dict[str, int] = {}
        for change in changes:
            try:
                part = self._hub.client.part(change.kind, change.id)
            except NotFound:
                part = None
            if (part.value if part is not None else None) != change.after:
                return None
            if part is not None:
                versions[part.id] = part.version
        return versions

    def _failed(self, command: _Command, changes: tuple[Change, ...], error: Exception) -> None:
        if isinstance(error, HubUnreachable):
            self._wait(command, changes)
        else:
            self._refused(command, changes, error)

    def _store(self, changes: tuple[Change, ...]) -> tuple[Part, ...]:
        steps = tuple(self._step(change) for change in changes)
        parts = self._hub.client.batch(Batch(steps=steps))
        # In the edits' own thread: the next change in line is already made from these versions.
        stored = {part.id: part.version for part in parts}
        for change in changes:
            self._versions[change.kind, change.id] = stored.get(change.id, 0)
        return parts

    def _step(self, change: Change) -> BatchStep:
        version = 0 if change.before is None else self._versions.get((change.kind, change.id), 0)
        operation = Operation.DELETE if change.after is None else Operation.PUT
        return BatchStep(operation=operation, kind=change.kind, id=change.id, version=version, value=change.after)

    def _accepted(self, changes: tuple[Change, ...], parts: tuple[Part, ...]) -> None:
        stored = {part.id: part for part in parts}
        for change in changes:
            self._catalogue.settle(change.kind, change.id, stored.get(change.id) if change.after is not None else None)
        self._catalogue.tell(change.kind for change in changes)
        self.settled.emit(changes)

    def _refused(self, command: _Command, changes: tuple[Change, ...], error: Exception) -> None:
        text = command.text()
        command.void = True
        command.setObsolete(True)
        if self.stack.index() and self.stack.command(self.stack.index() - 1) is command:
            self.stack.undo()
        elif self.stack.index() < self.stack.count() and self.stack.command(self.stack.index()) is command:
            self.stack.redo()
        for change in changes:
            self._catalogue.settle(change.kind, change.id, None)
            self._catalogue.read(Topic(change.kind.value))
        self.refused.emit(error, text)


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
