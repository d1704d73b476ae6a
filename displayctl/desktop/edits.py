"""Changes to the schedule as steps that can be taken back. Each goes to the hub with the version it was made from."""

from __future__ import annotations

import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QUndoCommand, QUndoStack

from displayctl.api.models import Batch, BatchStep, Document, Operation, Part, PartKind
from displayctl.desktop.catalogue import Catalogue, Kept, Topic
from displayctl.desktop.hub_door import HubDoor
from displayctl.desktop.tasks import Tasks
from schedules import codec

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

    Signals: `refused` with the error and the text of the change when the hub would not have it (the change is then
    taken off the stack and the catalogue reads the newer state), `settled` with the changes the hub accepted.
    """

    refused = Signal(object, str)
    settled = Signal(object)

    def __init__(self, tasks: Tasks, catalogue: Catalogue, hub: HubDoor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._catalogue, self._hub = tasks, catalogue, hub
        self._versions: dict[tuple[PartKind, str], int] = {}
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
        self._note_version(kind, kept)
        self.apply((Change(kind, kept.id, write(kind, kept.value), None),), text)

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

    def send(self, command: _Command, changes: tuple[Change, ...]) -> None:
        """Hand one command's changes to the hub, after those given before."""
        for change in changes:
            self._catalogue.expect(change.kind, change.id, change.after)
        self._catalogue.tell(change.kind for change in changes)
        self._tasks.run(
            lambda: self._store(changes),
            lambda parts: self._accepted(changes, parts),
            lambda error: self._refused(command, changes, error),
            owner=self,
            in_order=True,
        )

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
