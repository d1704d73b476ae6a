"""The time a report is about: civil months and days of the office, as instants."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta

from schedules.display import zone
from schedules.errors import InvalidValue

MOST_DAYS = 92
_MONTH = re.compile(r"(\d{4})-(\d{1,2})\Z")
_YEARS = range(1970, 2199)


@dataclass(frozen=True, slots=True)
class Days:
    """From the midnight before `first` to that after `last`, on clocks of `time_zone`; 92 days at the most."""

    first: date
    last: date
    time_zone: str = "Asia/Makassar"

    def __post_init__(self) -> None:
        if self.last < self.first:
            raise InvalidValue("to", f"the last day {self.last} is before the first one {self.first}; give a later one")
        if (self.last - self.first).days >= MOST_DAYS:
            raise InvalidValue("to", f"a report covers at most {MOST_DAYS} days; ask for a shorter time")
        if self.first.year not in _YEARS or self.last.year not in _YEARS:
            raise InvalidValue("from", f"reports are about the years {_YEARS[0]} to {_YEARS[-1]}")

    @property
    def starts(self) -> datetime:
        return _midnight(self.first, self.time_zone)

    @property
    def ends(self) -> datetime:
        return _midnight(self.last + timedelta(days=1), self.time_zone)

    @property
    def is_month(self) -> bool:
        """Whether these are exactly the days of one civil month."""
        return self.first.day == 1 and self.last == _last_of(self.first)

    @property
    def name(self) -> str:
        """As ``2026-10`` for a month, else as ``2026-10-05--2026-10-12``: for files and references."""
        return f"{self.first:%Y-%m}" if self.is_month else f"{self.first}--{self.last}"


def month_of(day: date, time_zone: str) -> Days:
    """The civil month that `day` is in."""
    return Days(day.replace(day=1), _last_of(day), time_zone)


def month_before(day: date, time_zone: str) -> Days:
    """The civil month before the one that `day` is in."""
    return month_of(day.replace(day=1) - timedelta(days=1), time_zone)


def read_month(text: str, time_zone: str) -> Days:
    """``2026-10``. Raises InvalidValue."""
    found = _MONTH.match(text.strip())
    if found is None or not 1 <= int(found[2]) <= 12 or int(found[1]) not in _YEARS:
        raise InvalidValue("month", f"{text!r:.40} is no month; write year and month, like 2026-10")
    return month_of(date(int(found[1]), int(found[2]), 1), time_zone)


def _last_of(day: date) -> date:
    following = day.replace(day=28) + timedelta(days=4)
    return following - timedelta(days=following.day)


def _midnight(day: date, time_zone: str) -> datetime:
    return datetime.combine(day, time(0), zone(time_zone)).astimezone(UTC)
