"""Which bookings hide which others in a stretch of time, and which hours want an eye, wall by wall."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from displayctl.desktop.presenters.hour_marks import HourFact, hour_facts
from schedules.compiler import compile_programme
from schedules.display import Display
from schedules.overlaps import Overlap
from schedules.programme import Programme
from schedules.span import Span

WEEK_DAYS = 7


@dataclass(frozen=True, slots=True)
class Conflicts:
    """By the id of the hidden slot: `found` the overlaps with their walls, `lost` the spans of them, each once."""

    found: dict[str, tuple[tuple[Display, Overlap], ...]] = field(default_factory=dict)
    lost: dict[str, tuple[Span, ...]] = field(default_factory=dict)

    def of_slot(self, slot_id: str) -> tuple[tuple[Display, Overlap], ...]:
        """Where this slot is hidden."""
        return self.found.get(slot_id, ())

    def over_days(self, slot_id: str) -> tuple[tuple[Display, tuple[Overlap, ...]], ...]:
        """The same, where it is alike on several days in one piece."""
        alike: defaultdict[tuple[object, ...], list[tuple[Display, Overlap]]] = defaultdict(list)
        for display, overlap in self.of_slot(slot_id):
            zone = ZoneInfo(display.time_zone)
            hours = (overlap.span.starts.astimezone(zone).time(), overlap.span.ends.astimezone(zone).time())
            alike[display.id, overlap.winner_id, overlap.rule, hours].append((display, overlap))
        return tuple((hits[0][0], tuple(overlap for _, overlap in hits)) for hits in alike.values())


@dataclass(frozen=True, slots=True)
class WallWeek:
    """One wall's week as its player would settle it."""

    display: Display
    overlaps: tuple[Overlap, ...]
    hours: tuple[HourFact, ...]


def wall_week(programme: Programme, display: Display, monday: date) -> WallWeek:
    """Compile the seven days from `monday` of a wall that is in `programme`. Raises ScheduleError."""
    zone = ZoneInfo(display.time_zone)
    starts, ends = (
        datetime.combine(day, time(0), zone).astimezone(UTC) for day in (monday, monday + timedelta(days=WEEK_DAYS))
    )
    compilation = compile_programme(programme, display.id, Span(starts, ends))
    return WallWeek(display, compilation.overlaps, hour_facts(programme, compilation, monday, WEEK_DAYS))


def conflicts_of(weeks: Iterable[WallWeek]) -> Conflicts:
    """The conflicts between loops of several walls' weeks."""
    found: defaultdict[str, list[tuple[Display, Overlap]]] = defaultdict(list)
    for week in weeks:
        for overlap in week.overlaps:
            found[overlap.loser_id].append((week.display, overlap))
    lost = {slot_id: tuple(dict.fromkeys(overlap.span for _, overlap in hits)) for slot_id, hits in found.items()}
    return Conflicts({slot_id: tuple(hits) for slot_id, hits in found.items()}, lost)
