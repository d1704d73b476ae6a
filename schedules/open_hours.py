"""When a wall is open, in UTC: worked out of its opening hours for any stretch of time."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from zoneinfo import ZoneInfo

from schedules.daypart import hours_ticks
from schedules.display import Display, zone
from schedules.instants import instant_at, ticks
from schedules.opening import OpeningHours
from schedules.span import Span

LOOKED_AHEAD = timedelta(days=8)
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Opening:
    """Whether a wall is open, and until when that stays so."""

    is_open: bool
    until: datetime


def open_at(display: Display, instant: datetime) -> Opening:
    """Whether `display` is open at the UTC `instant`. Asked again within eight days at the latest."""
    latest = instant + LOOKED_AHEAD
    if display.opening is None:
        return Opening(True, latest)
    now = ticks(instant)
    first = next(open_ticks(display.opening, zone(display.time_zone), now, ticks(latest)), None)
    if first is None:
        return Opening(False, latest)
    starts, ends = first
    return Opening(True, instant_at(ends)) if starts == now else Opening(False, instant_at(starts))


def open_spans(display: Display, span: Span) -> tuple[Span, ...]:
    """The parts of `span` in which `display` is open, in order; they do not touch."""
    if display.opening is None:
        return (span,)
    found = open_ticks(display.opening, zone(display.time_zone), ticks(span.starts), ticks(span.ends))
    return tuple(Span(instant_at(starts), instant_at(ends)) for starts, ends in found)


def open_ticks(opening: OpeningHours, local: ZoneInfo, starts: int, ends: int) -> Iterator[tuple[int, int]]:
    """The parts of a stretch (ticks) that are open, in order; they do not touch."""
    begun: tuple[int, int] | None = None
    for begins, until in sorted(_stretches(opening, local, starts, ends)):
        if begun is not None and begins <= begun[1]:
            begun = begun[0], max(begun[1], until)
            continue
        if begun is not None:
            yield begun
        begun = begins, until
    if begun is not None:
        yield begun


def closed_ticks(opening: OpeningHours, local: ZoneInfo, starts: int, ends: int) -> Iterator[tuple[int, int]]:
    """The parts of a stretch (ticks) that are closed, in order."""
    now = starts
    for begins, until in open_ticks(opening, local, starts, ends):
        if now < begins:
            yield now, begins
        now = until
    if now < ends:
        yield now, ends


def _stretches(opening: OpeningHours, local: ZoneInfo, starts: int, ends: int) -> Iterator[tuple[int, int]]:
    """The hours of each day, clipped to the stretch; they may overlap."""
    day, last = _civil_day(starts, local) - _ONE_DAY, _civil_day(ends, local)
    while day <= last:
        for hours in opening.hours_on(day):
            found = hours_ticks(hours, day, local)
            if found is not None and found[0] < ends and found[1] > starts:
                yield max(found[0], starts), min(found[1], ends)
        day += _ONE_DAY


def _civil_day(when: int, local: ZoneInfo) -> date:
    return instant_at(when).astimezone(local).date()
