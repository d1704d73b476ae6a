"""A civil week of a wall in quarters of an hour: when it is open, how bright, when without sound. For painting.

Clock changes and exceptions for dates are left out: this is the rule, not a day.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import time

from schedules.daypart import Hours
from schedules.display import Display

QUARTERS = 96
_MINUTES_A_DAY = 1440


@dataclass(frozen=True, slots=True)
class Quarter:
    """A quarter of an hour. `percent` of brightness counts where it is open."""

    is_open: bool
    percent: int
    is_quiet: bool


Day = tuple[Quarter, ...]


def week_of(display: Display) -> tuple[Day, ...]:
    """Monday first, 96 quarters a day."""
    return tuple(tuple(_quarter(display, day, number * 15) for number in range(QUARTERS)) for day in range(7))


def covers(hours: Iterable[Hours], weekday: int, minute: int) -> bool:
    """Whether any of `hours` runs at `minute` of a weekday, also one that began the evening before."""
    return any(_covers(each, weekday, minute) for each in hours)


def _quarter(display: Display, day: int, minute: int) -> Quarter:
    opening, brightness = display.opening, display.brightness
    is_open = opening is None or covers(opening.hours, day, minute)
    spans = brightness.spans if brightness is not None else ()
    percent = min((span.percent for span in spans if covers((span.hours,), day, minute)), default=100)
    return Quarter(is_open, percent, covers(display.quiet_hours, day, minute))


def _covers(hours: Hours, weekday: int, minute: int) -> bool:
    starts, ends = _minutes(hours.starts), _minutes(hours.ends)
    if ends <= starts:
        ends += _MINUTES_A_DAY
    today = weekday in hours.weekdays and starts <= minute < ends
    yesterday = (weekday - 1) % 7 in hours.weekdays and starts <= minute + _MINUTES_A_DAY < ends
    return today or yesterday


def _minutes(value: time) -> int:
    return value.hour * 60 + value.minute
