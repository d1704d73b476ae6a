"""A week of a wall as it is booked: day by day what begins when, how much of it is really on the wall, and the sums."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from schedules.bookings import Bookings, Occurrence
from schedules.compiler import compile_programme
from schedules.daypart import ALL_DAY, hours_ticks
from schedules.display import Display
from schedules.instants import instant_at, ticks
from schedules.open_hours import open_spans
from schedules.programme import Programme
from schedules.region import MAIN
from schedules.slot import Slot, SlotKind
from schedules.span import Span

DAYS = 7


@dataclass(frozen=True, slots=True)
class Line:
    """One time a slot begins; `aired` is how long it has the wall of its `length`."""

    slot: Slot
    playlist_name: str
    starts: datetime
    ends: datetime
    aired: timedelta

    @property
    def length(self) -> timedelta:
        return self.ends - self.starts

    @property
    def interrupts(self) -> bool:
        return self.slot.kind is SlotKind.INTERRUPT


@dataclass(frozen=True, slots=True)
class Day:
    """A civil day of the wall, with the holidays it is in."""

    day: date
    holidays: tuple[str, ...]
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Total:
    """A slot's week: how often it begins, how long it is booked, and how long it has the wall."""

    slot: Slot
    playlist_name: str
    times: int
    booked: timedelta
    aired: timedelta


@dataclass(frozen=True, slots=True)
class Week:
    """A wall's week from its Monday; it is open for `length`, for `free` of which nothing that is booked has it."""

    display: Display
    monday: date
    days: tuple[Day, ...]
    totals: tuple[Total, ...]
    length: timedelta
    free: timedelta


def week_of(programme: Programme, display_id: str, monday: date, named: Mapping[date, str] | None = None) -> Week:
    """The week that begins with `monday`, of a wall of `programme`; `named` are holidays by their own names.

    Every region's slots are in it; the sums are of the time in which a slot has its region. Raises ScheduleError.
    """
    display = programme.display(display_id)
    names = {playlist.id: playlist.name for playlist in programme.playlists}
    lines: list[tuple[date, Line]] = []
    free = length = timedelta(0)
    for region in display.loops:
        bookings = Bookings(programme, display_id, region)
        span = _week_span(bookings, monday)
        aired = _Aired(programme, display_id, span, bookings.region)
        found = [
            (each.day, _line(each, names, aired))
            for slot in bookings.slots
            for each in bookings.occurrences(slot, ticks(span.starts), ticks(span.ends))
            if 0 <= (each.day - monday).days < DAYS
        ]
        lines += found
        if bookings.region in ("", MAIN):
            length = sum((each.length for each in open_spans(display, span)), timedelta(0))
            free = length - aired.whole()
    return Week(
        display=display,
        monday=monday,
        days=tuple(_day(programme, monday + timedelta(days=n), lines, named or {}) for n in range(DAYS)),
        totals=_totals([line for _, line in lines]),
        length=length,
        free=free,
    )


class _Aired:
    """How long each slot has its region, looked up by stretch; three days beyond the week, for what begins in it."""

    def __init__(self, programme: Programme, display_id: str, span: Span, region: str) -> None:
        self._week = span
        beyond = Span(span.starts, span.ends + timedelta(days=2))
        self._spans: dict[str, list[Span]] = {}
        for segment in compile_programme(programme, display_id, beyond, region).segments:
            if segment.slot_id:
                self._spans.setdefault(segment.slot_id, []).append(segment.span)

    def within(self, slot_id: str, span: Span) -> timedelta:
        spans = self._spans.get(slot_id, [])
        at = bisect_left(spans, span.starts, key=lambda each: each.ends)
        total = timedelta(0)
        while at < len(spans) and spans[at].starts < span.ends:
            met = spans[at].meet(span)
            total += met.length if met is not None else timedelta(0)
            at += 1
        return total

    def whole(self) -> timedelta:
        """How long any slot has the region in the week."""
        return sum((self.within(slot_id, self._week) for slot_id in self._spans), timedelta(0))


def _week_span(bookings: Bookings, monday: date) -> Span:
    """From the midnight of the Monday to that after the Sunday, on the wall's clocks."""
    first = hours_ticks(ALL_DAY, monday, bookings.zone)
    last = hours_ticks(ALL_DAY, monday + timedelta(days=DAYS), bookings.zone)
    assert first is not None  # noqa: S101 - no clock change takes a whole day
    assert last is not None  # noqa: S101
    return Span(instant_at(first[0]), instant_at(last[0]))


def _line(found: Occurrence, names: Mapping[str, str], aired: _Aired) -> Line:
    span = Span(instant_at(found.starts), instant_at(found.ends))
    name = names.get(found.slot.playlist_id, found.slot.playlist_id)
    return Line(found.slot, name, span.starts, span.ends, aired.within(found.slot.id, span))


def _day(programme: Programme, day: date, lines: list[tuple[date, Line]], named: Mapping[date, str]) -> Day:
    sets = [each.name for each in programme.holidays if day in each.dates]
    names = [named[day]] if day in named else sets
    chosen = sorted(
        (line for of, line in lines if of == day), key=lambda line: (line.starts, line.ends, line.slot.name)
    )
    return Day(day, tuple(dict.fromkeys(names)), tuple(chosen))


def _totals(lines: list[Line]) -> tuple[Total, ...]:
    by_slot: dict[str, list[Line]] = {}
    for line in lines:
        by_slot.setdefault(line.slot.id, []).append(line)
    found = (
        Total(
            slot=each[0].slot,
            playlist_name=each[0].playlist_name,
            times=len(each),
            booked=sum((line.length for line in each), timedelta(0)),
            aired=sum((line.aired for line in each), timedelta(0)),
        )
        for each in by_slot.values()
    )
    return tuple(sorted(found, key=lambda total: (total.slot.name.casefold(), total.slot.id)))
