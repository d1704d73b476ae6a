"""Handing steps to the hub, each with the versions it was made from. It works in the edits' own thread."""

from __future__ import annotations

from displayctl.api.errors import Conflict, NotFound
from displayctl.api.models import Batch, BatchStep, Operation, Part
from displayctl.desktop.edits import Change
from displayctl.desktop.hub_door import HubDoor
from displayctl.desktop.unsaved.letters import Versions


class Post:
    """`versions` are those that this desk knows of parts it changed; the window notes there what it has seen."""

    def __init__(self, hub: HubDoor) -> None:
        self._hub = hub
        self.versions: Versions = {}

    def store(self, changes: tuple[Change, ...]) -> tuple[Part, ...]:
        """Have the hub store all of these, or none. Raises HubError."""
        parts = self._hub.client.batch(Batch(steps=tuple(self._step(change) for change in changes)))
        # The next step in line is already made from these versions.
        stored = {part.id: part.version for part in parts}
        for change in changes:
            self.versions[change.kind, change.id] = stored.get(change.id, 0)
        return parts

    def store_again(self, changes: tuple[Change, ...]) -> tuple[Part, ...]:
        """`store`; where the hub had stored them before its answer was lost, they are taken as they are there."""
        try:
            return self.store(changes)
        except (Conflict, NotFound):
            found = self._found(changes)
            if found is None:
                raise
            self.versions.update({(change.kind, change.id): found.get(change.id, 0) for change in changes})
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

    def _step(self, change: Change) -> BatchStep:
        version = 0 if change.before is None else self.versions.get((change.kind, change.id), 0)
        operation = Operation.DELETE if change.after is None else Operation.PUT
        return BatchStep(operation=operation, kind=change.kind, id=change.id, version=version, value=change.after)
