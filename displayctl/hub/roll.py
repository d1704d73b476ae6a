"""The roll of walls: which there are, in which group, with a player or without. It is read ahead and kept in memory,
so that an emergency need not ask the database whom to tell.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass

from displayctl.api.models import Event, PartKind
from displayctl.hub.bus import Bus
from displayctl.hub.dispatch import Dispatch
from displayctl.hub.drafts import home_group
from displayctl.hub.storage import Storage
from schedules.clock import Clock
from schedules.codec import display_from_dict

FRESH_S = 2.0
_CHANGED_BY = frozenset({PartKind.DISPLAY.value, "enrolment"})


@dataclass(frozen=True, slots=True)
class Wall:
    """A wall: the group whose programme it plays, whether it has a player, and whether that is connected."""

    id: str
    group: str
    paired: bool
    connected: bool


@dataclass(frozen=True, slots=True)
class _Read:
    walls: tuple[tuple[str, str, bool], ...]
    at: float


class Roll:
    """Every wall of the installation. Threads may share it."""

    def __init__(self, storage: Storage, dispatch: Dispatch, bus: Bus, clock: Clock) -> None:
        self._storage, self._dispatch, self._clock = storage, dispatch, clock
        self._read: _Read | None = None
        self._changed = threading.Event()
        bus.listen(self._listen)

    def walls(self) -> tuple[Wall, ...]:
        """All walls, by id, at most two seconds old."""
        read = self._read
        if read is None or self._changed.is_set() or self._clock.monotonic() - read.at >= FRESH_S:
            read = self._read_anew()
        return self._with_links(read)

    def walls_at_hand(self) -> tuple[Wall, ...]:
        """All walls as they were read last, without asking the database, unless walls were changed since."""
        read = self._read
        return self._with_links(self._read_anew() if read is None or self._changed.is_set() else read)

    def _with_links(self, read: _Read) -> tuple[Wall, ...]:
        here = self._dispatch.connected()
        return tuple(Wall(name, group, paired, connected=name in here) for name, group, paired in read.walls)

    def _read_anew(self) -> _Read:
        self._changed.clear()
        with self._storage.reading() as work:
            displays = [display_from_dict(part.value) for part in work.parts.all(PartKind.DISPLAY)]
            paired = {device.display_id for device in work.devices.all()}
        walls = sorted((each.id, home_group(each), each.id in paired) for each in displays)
        self._read = read = _Read(tuple(walls), self._clock.monotonic())
        return read

    def _listen(self, event: Event) -> None:
        if event.kind in _CHANGED_BY:
            self._changed.set()
