"""Hours of a week that want an operator's eye: empty ones, and ones in which more is asked for than there is time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from displayctl.desk.watched_hours import watched_spans
from schedules.bookings import Bookings, Occurrence
from schedules.compilation import Compilation, Segment
from schedules.instants import instant_at, ticks
from schedules.programme import Programme
from schedules.proof import ShowingKind
from schedules.slot import SlotKind
from schedules.span import Span

HOUR_SECONDS = 3600
_BOOKED = (ShowingKind.LOOP, ShowingKind.INTERRUPT)


class HourState(StrEnum):
    """A wall that people look at plays filler alone; or bookings ask for more than the hour has."""

    EMPTY = "empty"
    OVERFULL = "overfull"


@dataclass(frozen=True, slots=True)
class HourFact:
    """One hour of a wall, `hour` of the day `column`. Of an over-full one `slot_ids` ask for `asked` and have `had`."""

    column: int
    hour: int
    state: HourState
    slot_ids: tuple[str, ...] = ()
    asked: timedelta = timedelta(0)
    had: timedelta = timedelta(0)


@dataclass(frozen=True, slots=True)
class HourMark:
    """An hour on the calendar with what is so on which walls; `everywhere` where that is all walls on show."""

    column: int
    hour: int
    state: HourState
    facts: tuple[tuple[str, HourFact], ...]
    everywhere: bool


def hour_facts(programme: Programme, compilation: Compilation, first: date, days: int) -> tuple[HourFact, ...]:
    """The marked hours of one wall in `days` days from `first`, which `compilation` has to cover.

    Over-full is an hour in which interrupts ask for more than an hour, and every hour of a booking that has too little
    time on air for one round of its playlist, so that an item of it never has its turn.
    """
    bookings = Bookings(programme, compilation.display_id, compilation.region)
    calendar = _Calendar(first, days, bookings.zone)
    watched = watched_spans(bookings.display, compilation.span)
    unbooked = calendar.empty_hours(compilation.segments, watched)
    empty = [HourFact(column, hour, HourState.EMPTY) for column, hour in unbooked]
    full = {(fact.column, fact.hour): fact for fact in _cut_short(bookings, compilation, calendar)}
    full |= {(fact.column, fact.hour): fact for fact in _crowded(bookings, compilation, calendar)}
    return (*empty, *full.values())


def marks_of(found: Iterable[tuple[str, tuple[HourFact, ...]]]) -> tuple[HourMark, ...]:
    """The facts of several walls (display id and facts) as marks on one calendar."""
    walls = tuple(found)
    together: dict[tuple[int, int, HourState], list[tuple[str, HourFact]]] = defaultdict(list)
    for display_id, facts in walls:
        for fact in facts:
            together[fact.column, fact.hour, fact.state].append((display_id, fact))
    return tuple(HourMark(*key, tuple(facts), len(facts) == len(walls)) for key, facts in sorted(together.items()))


@dataclass(frozen=True, slots=True)
class _Calendar:
    """The civil hours of some days."""

    first: date
    days: int
    zone: ZoneInfo

    def hour_of(self, instant: datetime) -> int:
        """Hours from the first midnight on."""
        civil = instant.astimezone(self.zone).replace(tzinfo=None) - datetime.combine(self.first, time(0))
        return int(civil.total_seconds() // HOUR_SECONDS)

    def hours_of(self, starts: datetime, ends: datetime) -> range:
        """The hours that have a part between two instants."""
        last = self.hour_of(ends - timedelta(microseconds=1))
        return range(max(0, self.hour_of(starts)), min(last + 1, self.days * 24))

    def empty_hours(self, segments: Iterable[Segment], watched: Iterable[Span]) -> Iterator[tuple[int, int]]:
        """Day and hour of the hours in which people look at a wall and nothing booked plays."""
        booked = {
            hour
            for segment in segments
            if segment.kind in _BOOKED
            for hour in self.hours_of(segment.span.starts, segment.span.ends)
        }
        looked_at = {hour for span in watched for hour in self.hours_of(span.starts, span.ends)}
        yield from (divmod(hour, 24) for hour in sorted(looked_at - booked))


def _crowded(bookings: Bookings, compilation: Compilation, calendar: _Calendar) -> Iterator[HourFact]:
    """Hours in which the interrupts ask for more than an hour."""
    asked: dict[int, dict[str, float]] = defaultdict(dict)
    for slot in bookings.slots:
        if slot.kind is not SlotKind.INTERRUPT:
            continue
        for occurrence in _occurrences(bookings, slot.id, compilation):
            items = bookings.rotation(slot.playlist_id).at(occurrence.starts).items
            if items:
                mean = sum(item.duration.total_seconds() for item in items) / len(items)
                for hour in calendar.hours_of(instant_at(occurrence.starts), instant_at(occurrence.ends)):
                    asked[hour][slot.id] = mean * (slot.plays_per_hour or 0)
    for hour, seconds in asked.items():
        total = sum(seconds.values())
        if total > HOUR_SECONDS:
            wanted = timedelta(seconds=round(total))
            yield HourFact(*divmod(hour, 24), HourState.OVERFULL, tuple(seconds), wanted, timedelta(hours=1))


def _cut_short(bookings: Bookings, compilation: Compilation, calendar: _Calendar) -> Iterator[HourFact]:
    """Hours of loops whose occurrence is on air for less than one round."""
    on_air: dict[str, list[Segment]] = defaultdict(list)
    for segment in compilation.segments:
        if segment.kind is ShowingKind.LOOP:
            on_air[segment.slot_id].append(segment)
    for slot_id, segments in on_air.items():
        for occurrence in _occurrences(bookings, slot_id, compilation):
            inside = [each for each in segments if occurrence.starts <= ticks(each.span.starts) < occurrence.ends]
            had = sum((each.span.length for each in inside), timedelta(0))
            rounds = [each.items[-1].offset + each.items[-1].duration for each in inside if each.items]
            if not rounds or had >= max(rounds):
                continue
            hours = {hour for each in inside for hour in calendar.hours_of(each.span.starts, each.span.ends)}
            for hour in sorted(hours):
                yield HourFact(*divmod(hour, 24), HourState.OVERFULL, (slot_id,), max(rounds), had)


def _occurrences(bookings: Bookings, slot_id: str, compilation: Compilation) -> Iterator[Occurrence]:
    """The occurrences of a slot that lie wholly in what was compiled."""
    starts, ends = ticks(compilation.span.starts), ticks(compilation.span.ends)
    slot = next(slot for slot in bookings.slots if slot.id == slot_id)
    for occurrence in bookings.occurrences(slot, starts, ends):
        if starts <= occurrence.starts and occurrence.ends <= ends:
            yield occurrence
