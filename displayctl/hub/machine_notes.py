"""What walls' machines took of memory and disk and how warm they were, hour by hour, as their heartbeats tell.

Kept in memory until the figures of the hour come, which are then stored with it.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from dataclasses import dataclass
from datetime import UTC, datetime

from displayctl.api.wall_health import HourFigures
from displayctl.hub.heartbeats import Heartbeat

HOURS_KEPT, MOST_WALLS = 48, 2_000
COLDEST_C, HOTTEST_C = -60.0, 200.0


@dataclass(frozen=True, slots=True)
class MachineFigures:
    """The worst of some time; None for what was not told."""

    memory_bytes: int | None = None
    free_bytes: int | None = None
    temperature_c: float | None = None

    def worst(self, other: MachineFigures) -> MachineFigures:
        """Of both: the most memory, the least room, the highest temperature."""
        rooms = [each.free_bytes for each in (self, other) if each.free_bytes is not None]
        memories = [each.memory_bytes for each in (self, other) if each.memory_bytes is not None]
        warmth = [each.temperature_c for each in (self, other) if each.temperature_c is not None]
        return MachineFigures(max(memories, default=None), min(rooms, default=None), max(warmth, default=None))


def figures_of(beat: Heartbeat) -> MachineFigures:
    """What a heartbeat says of the machine; what nobody would believe counts as not told."""
    memory, warmth = beat.stats.get("memory_bytes"), beat.stats.get("temperature_c")
    return MachineFigures(
        memory if isinstance(memory, int) and not isinstance(memory, bool) and 0 < memory < 1 << 50 else None,
        beat.free_bytes,
        float(warmth)
        if isinstance(warmth, int | float) and not isinstance(warmth, bool) and COLDEST_C <= warmth <= HOTTEST_C
        else None,
    )


class MachineNotes:
    """By wall and hour. Threads may share it."""

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._walls: OrderedDict[str, OrderedDict[datetime, MachineFigures]] = OrderedDict()

    def note(self, display_id: str, at: datetime, figures: MachineFigures) -> None:
        """Remembers the worst of the hour in which `at` is."""
        hour = _hour(at)
        with self._lock:
            hours = self._walls.setdefault(display_id, OrderedDict())
            self._walls.move_to_end(display_id)
            hours[hour] = hours.get(hour, MachineFigures()).worst(figures)
            while len(hours) > HOURS_KEPT:
                hours.popitem(last=False)
            while len(self._walls) > MOST_WALLS:
                self._walls.popitem(last=False)

    def added_to(self, display_id: str, hour: HourFigures) -> HourFigures:
        """`hour` with what was heard of the machine meanwhile."""
        with self._lock:
            hours = self._walls.get(display_id)
            found = None if hours is None else hours.get(_hour(hour.starts))
        if found is None:
            return hour
        told = {
            "memory_bytes_max": found.memory_bytes,
            "free_bytes_min": found.free_bytes,
            "temperature_c_max": found.temperature_c,
        }
        return hour.model_copy(update={name: value for name, value in told.items() if value is not None})


def _hour(at: datetime) -> datetime:
    return at.astimezone(UTC).replace(minute=0, second=0, microsecond=0)
