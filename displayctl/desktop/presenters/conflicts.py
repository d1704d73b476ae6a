"""Which bookings hide which others in a stretch of time, and which hours want an eye, wall by wall."""

from __future__ import annotations

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
    """`found` are the overlaps with the wall they are on; `lost` the spans each slot is hidden in, by slot id."""

    found: tuple[tuple[Display, Overlap], ...] = ()
    lost: dict[str, tuple[Span, ...]] = field(default_factory=dict)

    def of_slot(self, slot_id: str) -> tuple[tuple[Display, Overlap], ...]:
        """Where this slot is hidden."""
        return tuple((display, overlap) for display, overlap in self.found if overlap.loser_id == slot_id)


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
    found = tuple((week.display, overlap) for week in weeks for overlap in week.overlaps)
    lost: dict[str, list[Span]] = {}
    for _, overlap in found:
        lost.setdefault(overlap.loser_id, []).append(overlap.span)
    return Conflicts(found, {slot_id: tuple(spans) for slot_id, spans in lost.items()})
