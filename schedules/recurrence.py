"""On which civil dates something happens: RFC 5545 rules, exceptions, included dates and holiday sets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from schedules.checks import check_count, check_id, check_name, check_unique
from schedules.errors import InvalidValue, UnknownName
from schedules.rules import parse_rule, rule_dates

EARLIEST, LATEST = date(1970, 1, 1), date(2199, 12, 31)


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
        for field, day in (("first", self.first), ("last", self.last)):
            if day is not None and not EARLIEST <= day <= LATEST:
                raise InvalidValue(f"recurrence.{field}", f"{day} is not a day from {EARLIEST} to {LATEST}")
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
        if self.rule:
            parse_rule(self.rule)


def occurrence_dates(
    recurrence: Recurrence, holidays: Mapping[str, HolidaySet], first: date, last: date
) -> tuple[date, ...]:
    """The civil dates of `recurrence` from `first` to `last`, inclusive, in order and each once.

    `holidays` are the holiday sets by id. What it costs grows with the days asked for, and hardly with how long ago
    the recurrence began. Raises UnknownName for a holiday set that is not there.
    """
    last = min(last, recurrence.last or last)
    first = max(first, recurrence.first)
    if first > last:
        return ()
    days = _rule_days(recurrence, first, last)
    added = _named_days(recurrence.include_dates, recurrence.include_holidays, holidays)
    taken = _named_days(recurrence.except_dates, recurrence.except_holidays, holidays)
    if not added and not taken:
        return days
    return tuple(sorted({*days, *(day for day in added if first <= day <= last)} - taken))


def _rule_days(recurrence: Recurrence, first: date, last: date) -> tuple[date, ...]:
    if recurrence.rule:
        return rule_dates(recurrence.rule, recurrence.first, first, last)
    if recurrence.last is None:
        return (recurrence.first,) if first == recurrence.first else ()
    return tuple(first + timedelta(days=days) for days in range((last - first).days + 1))


def _named_days(dates: Iterable[date], names: Iterable[str], holidays: Mapping[str, HolidaySet]) -> set[date]:
    days = set(dates)
    for name in names:
        if name not in holidays:
            raise UnknownName(f"the holiday set {name!r} is not there; add it or leave it out of the recurrence")
        days.update(holidays[name].dates)
    return days
