"""A wall's opening hours: when people should see it lit, and the dates on which that is otherwise."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from schedules.checks import check_count
from schedules.daypart import Hours
from schedules.errors import InvalidValue
from schedules.legal import LegalBasis

MOST_HOURS, MOST_EXCEPTIONS, MOST_DATES = 32, 64, 366


@dataclass(frozen=True, slots=True)
class OpenOnDates:
    """What holds for the hours that begin on some dates instead; none: closed. Their weekdays count for nothing."""

    dates: tuple[date, ...]
    hours: tuple[Hours, ...] = ()

    def __post_init__(self) -> None:
        check_count("exceptions.dates", self.dates, most=MOST_DATES, least=1)
        check_count("exceptions.hours", self.hours, most=MOST_HOURS)


@dataclass(frozen=True, slots=True)
class OpeningHours:
    """The hours at which a wall is open; none: never. `basis` is the rule they rest on.

    Hours belong to the date on which they begin, so what began on the evening before an exception goes on after
    midnight.
    """

    hours: tuple[Hours, ...] = ()
    exceptions: tuple[OpenOnDates, ...] = ()
    basis: LegalBasis | None = None

    def __post_init__(self) -> None:
        check_count("opening.hours", self.hours, most=MOST_HOURS)
        check_count("opening.exceptions", self.exceptions, most=MOST_EXCEPTIONS)
        seen: set[date] = set()
        for day in (day for each in self.exceptions for day in each.dates):
            if day in seen:
                raise InvalidValue("opening.exceptions", f"{day} is listed twice; keep one of them")
            seen.add(day)

    def hours_on(self, day: date) -> tuple[Hours, ...]:
        """The hours that begin on a date."""
        for each in self.exceptions:
            if day in each.dates:
                return each.hours
        return tuple(hours for hours in self.hours if day.weekday() in hours.weekdays)
