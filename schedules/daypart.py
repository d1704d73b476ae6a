"""Named parts of the civil week, as "Jam sibuk pagi": Monday to Friday, 06:30 to 09:00, and when they are in UTC."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from zoneinfo import ZoneInfo

from schedules.checks import check_count, check_id, check_name
from schedules.errors import InvalidValue
from schedules.instants import DAY, SECOND, instant_at, ticks
from schedules.span import Span

EVERY_DAY = (0, 1, 2, 3, 4, 5, 6)
_1970 = date(1970, 1, 1).toordinal()
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Hours:
    """Wall-clock hours that begin on some weekdays (Monday is 0).

    Where `ends` is not after `starts` they run over midnight into the next day; equal means 24 hours.
    """

    starts: time
    ends: time
    weekdays: tuple[int, ...] = EVERY_DAY

    def __post_init__(self) -> None:
        for field, value in (("hours.starts", self.starts), ("hours.ends", self.ends)):
            if not isinstance(value, time) or value.tzinfo is not None or value.microsecond:
                raise InvalidValue(field, f"{value!r} is not a plain time of day in whole seconds")
        check_count("hours.weekdays", self.weekdays, most=7, least=1)
        if any(day not in EVERY_DAY for day in self.weekdays) or list(self.weekdays) != sorted(set(self.weekdays)):
            raise InvalidValue("hours.weekdays", f"{self.weekdays} are not weekdays 0 (Monday) to 6 in order")


@dataclass(frozen=True, slots=True)
class Daypart:
    """A named part of the civil week."""

    id: str
    name: str
    hours: tuple[Hours, ...]

    def __post_init__(self) -> None:
        check_id("daypart.id", self.id)
        check_name("daypart.name", self.name)
        check_count("daypart.hours", self.hours, most=64, least=1)


ALL_DAY = Hours(time(0), time(0))


def hours_span(hours: Hours, day: date, zone: ZoneInfo) -> Span | None:
    """When `hours` that begin on the civil `day` are, in UTC; weekdays are not looked at.

    None where clock changes leave nothing of them. See `civil_ticks` for what clock changes do. The spans of one
    `Hours` on different days never overlap.
    """
    found = hours_ticks(hours, day, zone)
    return Span(instant_at(found[0]), instant_at(found[1])) if found else None


def hours_ticks(hours: Hours, day: date, zone: ZoneInfo) -> tuple[int, int] | None:
    """`hours_span` in ticks."""
    last = day if hours.ends > hours.starts else day + _ONE_DAY
    starts, ends = civil_ticks(day, hours.starts, zone), civil_ticks(last, hours.ends, zone)
    return (starts, ends) if starts < ends else None


def civil_ticks(day: date, at: time, zone: ZoneInfo) -> int:
    """The instant at which the clocks in `zone` show `at` on `day`, in ticks.

    A time that clocks show twice means the first; a time they leap over means the instant of the leap. So later civil
    times are never earlier instants, and hours that touch on the wall touch in UTC.
    """
    offset = _steady_offset(day, zone)
    if offset is None:
        return _resolve(datetime.combine(day, at), zone)
    seconds = at.hour * 3600 + at.minute * 60 + at.second
    return (day.toordinal() - _1970) * DAY + seconds * SECOND - offset


@lru_cache(maxsize=4096)
def _steady_offset(day: date, zone: ZoneInfo) -> int | None:
    """The offset from UTC in ticks on a day on which clocks do not change; None on the others."""
    midnight = datetime.combine(day, time(0), tzinfo=zone)
    offsets = {
        (midnight + timedelta(hours=hours)).replace(fold=fold).utcoffset() for hours in (0, 24) for fold in (0, 1)
    }
    offset = offsets.pop()
    return offset // timedelta(microseconds=1) if offset is not None and not offsets else None


@lru_cache(maxsize=4096)
def _resolve(wall: datetime, zone: ZoneInfo) -> int:
    first = wall.replace(tzinfo=zone, fold=0).astimezone(UTC)
    if first.astimezone(zone).replace(tzinfo=None) == wall:
        return ticks(first)
    return _leap_within(ticks(wall.replace(tzinfo=zone, fold=1).astimezone(UTC)), ticks(first), zone)


def _leap_within(before: int, after: int, zone: ZoneInfo) -> int:
    """The instant, after `before` and up to `after`, at which the clocks leap."""
    old = instant_at(before).astimezone(zone).utcoffset()
    while after - before > SECOND:
        middle = before + (after - before) // (2 * SECOND) * SECOND
        if instant_at(middle).astimezone(zone).utcoffset() == old:
            before = middle
        else:
            after = middle
    return after
