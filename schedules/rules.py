"""RFC 5545 recurrence rules as far as a schedule needs them, walked by python-dateutil near the dates asked for.

dateutil walks from the first day and, where a rule never happens, on to the year 9999. Two moves keep every walk short:
the first day moves by whole periods of the rule to just before the dates asked for, and the calendar, which is the same
in all years alike in weekday and leap year until the next odd century, and every 400 years, is moved as late as can be.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from typing import Any

from dateutil.rrule import DAILY, MONTHLY, WEEKLY, YEARLY, rrule, rrulestr

from schedules.errors import InvalidValue

LONGEST_RULE, MOST_INTERVAL, MOST_COUNT = 500, 1000, 10_000

_FREQUENCIES = {"DAILY": DAILY, "WEEKLY": WEEKLY, "MONTHLY": MONTHLY, "YEARLY": YEARLY}
_WEEKDAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_DAYS_OF_MONTHS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
_WEEKDAY = re.compile(r"\A([+-]?[1-9]\d?)?(MO|TU|WE|TH|FR|SA|SU)\Z")
_NUMBER = re.compile(r"\A[+-]?\d{1,6}\Z")
_UNTIL = re.compile(r"\A\d{8}\Z")
_NUMBERS = {  # largest value, may it count from the end, frequencies that may have it
    "INTERVAL": (MOST_INTERVAL, False, (DAILY, WEEKLY, MONTHLY, YEARLY)),
    "COUNT": (MOST_COUNT, False, (DAILY, WEEKLY, MONTHLY, YEARLY)),
    "BYMONTH": (12, False, (DAILY, WEEKLY, MONTHLY, YEARLY)),
    "BYMONTHDAY": (31, True, (DAILY, MONTHLY, YEARLY)),
    "BYYEARDAY": (366, True, (YEARLY,)),
    "BYWEEKNO": (53, True, (YEARLY,)),
    "BYSETPOS": (366, True, (WEEKLY, MONTHLY, YEARLY)),
}
_DAY_PARTS = ("BYDAY", "BYMONTHDAY", "BYYEARDAY", "BYWEEKNO")
_SOME_MONDAY = datetime(2001, 1, 1)  # noqa: DTZ001 - rules are civil; only the date of it is used


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule taken apart: `walker` is dateutil's, without COUNT and UNTIL; `parts` names the parts that were given."""

    walker: rrule
    frequency: int
    interval: int
    week_starts: int
    count: int | None
    until: date | None
    parts: frozenset[str]

    def period_start(self, day: date) -> date:
        """The first day of the day, week, month or year that `day` is in."""
        if self.frequency == DAILY:
            return day
        if self.frequency == WEEKLY:
            return day - timedelta(days=(day.weekday() - self.week_starts) % 7)
        return day.replace(day=1, month=day.month if self.frequency == MONTHLY else 1)

    def walk_from(self, begins: date, first: date) -> date:
        """The start of the last period of this rule that is not after that of `first`, counted from `begins`."""
        start, near = self.period_start(begins), self.period_start(first)
        if self.frequency in (DAILY, WEEKLY):
            step = self.interval * (1 if self.frequency == DAILY else 7)
            return start + timedelta(days=(near - start).days // step * step)
        step = self.interval * (1 if self.frequency == MONTHLY else 12)
        months = ((near.year - start.year) * 12 + near.month - start.month) // step * step
        years, month = divmod(start.month - 1 + months, 12)
        return date(start.year + years, month + 1, 1)

    def defaults(self, begins: date) -> tuple[tuple[str, int], ...]:
        """The parts that RFC 5545 takes from the first day where the rule gives none."""
        if self.frequency == DAILY or self.parts.intersection(_DAY_PARTS):
            return ()
        if self.frequency == WEEKLY:
            return (("byweekday", begins.weekday()),)
        if self.frequency == MONTHLY or "BYMONTH" in self.parts:
            return (("bymonthday", begins.day),)
        return (("bymonth", begins.month), ("bymonthday", begins.day))


def rule_dates(text: str, begins: date, first: date, last: date) -> tuple[date, ...]:
    """The dates from `first` to `last`, inclusive and in order, of the rule `text` that has begun on `begins`.

    Raises InvalidValue for a rule that `parse_rule` refuses.
    """
    rule = parse_rule(text)
    first, last = max(first, begins), min(last, rule.until or last)
    if first > last:
        return ()
    defaults = rule.defaults(begins)
    if rule.count is not None:
        days = _walk(text, defaults, rule.period_start(begins), begins, last, rule.count)
    else:
        days = _walk(text, defaults, rule.walk_from(begins, first), date.min, last, None)
    return tuple(day for day in days if day >= first)


@lru_cache(maxsize=4096)
def parse_rule(text: str) -> Rule:
    """Take an RRULE value apart.

    Accepted are FREQ of DAILY to YEARLY with INTERVAL up to 1,000, COUNT up to 10,000 or UNTIL (a date), WKST, BYDAY,
    BYMONTH, BYMONTHDAY, BYYEARDAY, BYWEEKNO and BYSETPOS, where RFC 5545, 3.3.10 allows them; no times of day, and no
    days that no month has. Raises InvalidValue.
    """
    parts = _split(text)
    frequency = _FREQUENCIES.get(parts.get("FREQ", ""))
    if frequency is None:
        raise _bad(f"{text!r:.80} needs FREQ=DAILY, WEEKLY, MONTHLY or YEARLY")
    for name, value in parts.items():
        _check_part(name, value, frequency)
    _check_together(parts, frequency)
    walked = ";".join(f"{name}={value}" for name, value in parts.items() if name not in ("COUNT", "UNTIL", "WKST"))
    week_starts = _WEEKDAYS.index(parts.get("WKST", "MO"))
    walker = rrulestr(walked, dtstart=_SOME_MONDAY)
    assert isinstance(walker, rrule)  # noqa: S101 - one line of rule makes no set of rules
    return Rule(
        walker=walker.replace(wkst=week_starts),
        frequency=frequency,
        interval=int(parts.get("INTERVAL", "1")),
        week_starts=week_starts,
        count=int(parts["COUNT"]) if "COUNT" in parts else None,
        until=_until(parts["UNTIL"]) if "UNTIL" in parts else None,
        parts=frozenset(parts),
    )


@lru_cache(maxsize=4096)
def _walk(
    text: str,
    defaults: tuple[tuple[str, int], ...],
    start: date,
    begins: date,
    last: date,
    most: int | None,
) -> tuple[date, ...]:
    """The first `most` dates from `begins` to `last` of a rule whose periods are counted from `start`."""
    years = _years_to_move(start, last)
    begins = begins.replace(year=begins.year + years)
    end = datetime.combine(last.replace(year=last.year + years), time())
    moved = datetime.combine(start.replace(year=start.year + years), time())
    days: list[date] = []
    replaced: dict[str, Any] = dict(defaults)
    for moment in parse_rule(text).walker.replace(dtstart=moved, **replaced):
        if moment > end or len(days) == most:
            break
        if moment.date() >= begins:
            days.append(moment.date().replace(year=moment.year - years))
    return tuple(days)


def _years_to_move(start: date, last: date) -> int:
    """By how many years to move the calendar so that `last` comes near to the year 9999, where every walk ends."""
    if start.year > 2000 and last.year < 2099:
        new_year = date(start.year, 1, 1).weekday()
        for years in range((9998 - last.year) // 4 * 4, 9901 - start.year, -4):
            if date(start.year + years, 1, 1).weekday() == new_year:
                return years
    return (9998 - last.year) // 400 * 400


def _split(text: str) -> dict[str, str]:
    if len(text) > LONGEST_RULE:
        raise _bad(f"is longer than {LONGEST_RULE} characters")
    parts: dict[str, str] = {}
    for part in text.upper().split(";"):
        name, equals, value = part.partition("=")
        if not equals or name in parts:
            raise _bad(f"{part!r:.80} has to be NAME=VALUE, each name once")
        parts[name] = value
    return parts


def _check_part(name: str, value: str, frequency: int) -> None:
    if name in _NUMBERS:
        most, from_end, frequencies = _NUMBERS[name]
        if frequency not in frequencies:
            raise _bad(f"{name} does not go with this FREQ; leave it out")
        for number in value.split(",") if name.startswith("BY") else (value,):
            if not _NUMBER.match(number) or not 1 <= (abs(int(number)) if from_end else int(number)) <= most:
                raise _bad(f"{name}={value:.80} is out of bounds; give 1 to {most}")
    elif name == "BYDAY":
        for day in value.split(","):
            _check_weekday(day, frequency)
    elif name == "WKST" and value not in _WEEKDAYS:
        raise _bad(f"WKST={value:.80} is not one of {', '.join(_WEEKDAYS)}")
    elif name == "UNTIL":
        _until(value)
    elif name not in ("FREQ", "WKST"):
        raise _bad(f"{name:.80} is not a part that a schedule knows; leave it out")


def _check_weekday(day: str, frequency: int) -> None:
    found = _WEEKDAY.match(day)
    if not found:
        raise _bad(f"BYDAY={day:.80} is not one of {', '.join(_WEEKDAYS)}")
    if found[1] and (frequency not in (MONTHLY, YEARLY) or abs(int(found[1])) > 53):
        raise _bad(f"BYDAY={day:.80}: only months and years have a second or a last weekday")


def _check_together(parts: dict[str, str], frequency: int) -> None:
    if "COUNT" in parts and "UNTIL" in parts:
        raise _bad("has both COUNT and UNTIL; keep one of them")
    if "BYSETPOS" in parts and not parts.keys() & {*_DAY_PARTS, "BYMONTH"}:
        raise _bad("BYSETPOS chooses among the days of another part; add BYDAY or leave it out")
    if "BYWEEKNO" in parts and any(day[0] in "+-0123456789" for day in parts.get("BYDAY", "MO").split(",")):
        raise _bad("BYWEEKNO does not go with numbered weekdays; leave the numbers out")
    if "BYMONTH" in parts and "BYMONTHDAY" in parts:
        months = [int(month) for month in parts["BYMONTH"].split(",")]
        nearest = min(abs(int(day)) for day in parts["BYMONTHDAY"].split(","))
        if all(nearest > _DAYS_OF_MONTHS[month - 1] for month in months):
            raise _bad(f"no month {parts['BYMONTH']} has a day {nearest}; choose another day")


def _until(value: str) -> date:
    try:
        if not _UNTIL.match(value):
            raise ValueError(value)
        return date(int(value[:4]), int(value[4:6]), int(value[6:]))
    except ValueError:
        raise _bad(f"UNTIL={value:.80} is not a date as 20261231") from None


def _bad(message: str) -> InvalidValue:
    return InvalidValue("recurrence.rule", message)
