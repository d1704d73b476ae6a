"""On which civil dates something happens: RFC 5545 rules, exceptions, included dates and holiday sets."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from schedules.checks import check_count, check_id, check_name, check_unique
from schedules.errors import InvalidValue


@dataclass(frozen=True, slots=True)
class HolidaySet:
    """Named dates, written out, as "Libur nasional 2026": a signed document must not depend on a library's data."""

    id: str
    name: str
    dates: tuple[date, ...]

    def __post_init__(self) -> None:
        check_id("holidays.id", self.id)
        check_name("holidays.name", self.name)
        check_count("holidays.dates", self.dates, most=2000)


@dataclass(frozen=True, slots=True)
class Recurrence:
    """Civil dates, from `first` to `last` inclusive (None: without end).

    `rule` is an RFC 5545 RRULE value that walks from `first`, as ``FREQ=WEEKLY;BYDAY=FR``; empty means every day where
    `last` is given, else `first` alone. Then `include_dates` and the dates of `include_holidays` are added, inside
    the range too; and `except_dates` and the dates of `except_holidays` are taken away. Taking away wins.
    """

    first: date
    last: date | None = None
    rule: str = ""
    include_dates: tuple[date, ...] = ()
    except_dates: tuple[date, ...] = ()
    include_holidays: tuple[str, ...] = ()
    except_holidays: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if self.last is not None and self.last < self.first:
            raise InvalidValue("recurrence.last", f"{self.last} is before the first day {self.first}; give a later day")
        check_count("recurrence.include_dates", self.include_dates, most=1000)
        check_count("recurrence.except_dates", self.except_dates, most=1000)
        for field in ("include_holidays", "except_holidays"):
            names: tuple[str, ...] = getattr(self, field)
            check_count(f"recurrence.{field}", names, most=16)
            check_unique(f"recurrence.{field}", names)
            for name in names:
                check_id(f"recurrence.{field}", name)
