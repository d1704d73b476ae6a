"""The draft programme of each group as the hub would have it signed: previews ask it and nothing else."""

from __future__ import annotations

import time
from dataclasses import replace

from PySide6.QtCore import QObject, QTimer, Signal

from displayctl.desktop.catalogue import Catalogue, Topic
from displayctl.desktop.hub_door import HubDoor
from displayctl.desktop.tasks import Tasks
from schedules import codec
from schedules.programme import Programme

SHAPING = {
    Topic.DISPLAY,
    Topic.PLAYLIST,
    Topic.DAYPART,
    Topic.HOLIDAYS,
    Topic.SLOT,
    Topic.TICKER,
    Topic.MEDIUM,
    Topic.SETTINGS,
}
"""What drafts are put together from."""
SETTLE_MS = 150
LONGEST_WAIT_SECONDS = 3.0
"""After this it is read although more changes come, as those of an import that goes on for an hour."""


class Drafts(QObject):
    """Reads the drafts anew, a moment after something that shapes them changed. Signal: `changed`."""

    changed = Signal()

    def __init__(self, tasks: Tasks, catalogue: Catalogue, hub: HubDoor, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._catalogue, self._hub = tasks, catalogue, hub
        self._programmes: dict[str, Programme] = {}
        self._of_display: dict[str, Programme] = {}
        self._reading = self._due = False
        self._waits_since = 0.0
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self._read)
        catalogue.changed.connect(self._note)
        catalogue.ready.connect(self._settle.start)

    def of_display(self, display_id: str) -> Programme | None:
        """The draft that names this wall; None while none was read."""
        return self._of_display.get(display_id)

    @property
    def programmes(self) -> tuple[Programme, ...]:
        return tuple(self._programmes.values())

    def _note(self, topic: str) -> None:
        if topic not in SHAPING or not self._catalogue.loaded:
            return
        if not self._settle.isActive():
            self._waits_since = time.monotonic()
        elif time.monotonic() - self._waits_since > LONGEST_WAIT_SECONDS:
            return
        self._settle.start()

    def _read(self) -> None:
        """One reading at a time: what changes while the hub puts the drafts together is read after it."""
        if self._reading:
            self._due = True
            return
        self._reading, self._due = True, False
        groups, known = self._catalogue.groups, self._programmes
        self._tasks.run(
            lambda: {group: self._programme(group, known.get(group)) for group in groups},
            self._store,
            self._not_read,
            owner=self,
        )

    def _programme(self, group: str, known: Programme | None) -> Programme:
        read = codec.programme_from_dict(self._hub.client.signing_state(group).draft)
        return known if known is not None and _alike(known, read) else read

    def _store(self, programmes: dict[str, Programme]) -> None:
        self._reading = False
        self._programmes = programmes
        self._of_display = {display.id: each for each in programmes.values() for display in each.displays}
        self.changed.emit()
        if self._due:
            self._settle.start()

    def _not_read(self, error: Exception) -> None:
        """The link tells that the hub is away; when it is back everything is read anew."""
        self._reading = False
        if self._due:
            self._settle.start()


def _alike(known: Programme, read: Programme) -> bool:
    """Whether they differ in nothing but when they were made: then what was worked out of the former one holds."""
    made = replace(read, revision=known.revision, made_at=known.made_at, valid_until=known.valid_until)
    return made == known
