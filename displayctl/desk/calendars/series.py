"""A slot's dates as another calendar can be told them: a first day, a rule, dates besides and dates left out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from displayctl.desk.calendars.fields import MOST_DATES
from schedules.daypart import EVERY_DAY
from schedules.recurrence import LATEST, HolidaySet, Recurrence, occurrence_dates
from schedules.rules import parse_rule, rule_dates

HORIZON = timedelta(days=3 * 366)
"""How far ahead dates are spelled out where no rule can say them."""
_NAMES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True, slots=True)
class Series:
    """Civil dates: those of `rule` (without UNTIL; empty: `first` alone) from `first` to `until`, with `includes`,
    without `excludes`."""

    first: date
    rule: str = ""
    until: date | None = None
    includes: tuple[date, ...] = ()
    excludes: tuple[date, ...] = ()


def series_of(
    recurrence: Recurrence,
    weekdays: tuple[int, ...],
    holidays: Mapping[str, HolidaySet],
    left_out: Iterable[date],
    today: date,
) -> Series | None:
    """The dates of `recurrence` on `weekdays` and not `left_out`; None where there are none.

    Where no rule of RFC 5545 can say them, the dates of the next three years are spelled out, 1,000 at the most.
    """
    taken = {*left_out, *recurrence.except_dates, *_dates_of(recurrence.except_holidays, holidays)}
    rule = _narrowed(recurrence, weekdays)
    if rule is not None:
        said = _by_rule(recurrence, rule, weekdays, holidays, taken)
        if said is not None:
            return said
    first = recurrence.first if recurrence.last or not recurrence.rule else max(recurrence.first, today)
    days = occurrence_dates(recurrence, holidays, first, min(LATEST, max(first, today) + HORIZON))
    days = tuple(day for day in days if day.weekday() in weekdays and day not in taken)[:MOST_DATES]
    return Series(days[0], includes=days[1:]) if days else None


def _narrowed(recurrence: Recurrence, weekdays: tuple[int, ...]) -> str | None:
    """The rule that says `weekdays` too; None where none can, or none is needed."""
    rule = recurrence.rule.upper()
    if not rule:
        if recurrence.last is None:
            return None
        return "FREQ=DAILY" if weekdays == EVERY_DAY else f"FREQ=WEEKLY;BYDAY={_names(weekdays)}"
    parts = dict(part.split("=", 1) for part in rule.split(";"))
    parts.pop("UNTIL", None)
    counted = "COUNT" in parts or "BYSETPOS" in parts
    if weekdays != EVERY_DAY and (counted or not _narrow(parts, recurrence.first, weekdays)):
        return None
    return ";".join(f"{name}={value}" for name, value in parts.items())


def _narrow(parts: dict[str, str], first: date, weekdays: tuple[int, ...]) -> bool:
    """Have `parts` keep to `weekdays`; False where BYDAY does not mean that."""
    if parts["FREQ"] == "DAILY" and "BYDAY" not in parts:
        parts["BYDAY"] = _names(weekdays)
        return True
    if parts["FREQ"] == "MONTHLY" and "BYMONTHDAY" in parts and "BYDAY" not in parts:
        parts["BYDAY"] = _names(weekdays)
        return True
    if parts["FREQ"] not in ("DAILY", "WEEKLY"):
        return False
    named = parts.get("BYDAY", _NAMES[first.weekday()]).split(",")
    kept = [name for name in named if _NAMES.index(name) in weekdays]
    parts["BYDAY"] = ",".join(kept)
    return bool(kept)


def _by_rule(
    recurrence: Recurrence,
    rule: str,
    weekdays: tuple[int, ...],
    holidays: Mapping[str, HolidaySet],
    taken: set[date],
) -> Series | None:
    until = _until(recurrence)
    first = _first_of(rule, recurrence.first, until or LATEST)
    if first is None:
        return None
    rule, until = _counted(rule, recurrence.first, until)
    added = {*recurrence.include_dates, *_dates_of(recurrence.include_holidays, holidays)}
    last = recurrence.last or LATEST
    added = {day for day in added - taken if recurrence.first <= day <= last and day.weekday() in weekdays}
    ruled = _ruled(rule, recurrence.first, until or LATEST, added | taken)
    includes, excludes = sorted(added - ruled), sorted(taken & ruled)
    if (includes and includes[0] < first) or len(includes) > MOST_DATES or len(excludes) > MOST_DATES:
        return None  # a series begins with its first date, and no other calendar wants thousands
    return Series(first, rule, until, tuple(includes), tuple(excludes))


def _until(recurrence: Recurrence) -> date | None:
    ends = [day for day in (recurrence.last, parse_rule(recurrence.rule).until if recurrence.rule else None) if day]
    return min(ends, default=None)


def _first_of(rule: str, begins: date, until: date) -> date | None:
    """The first date of a rule, looked for by the year, some decades at the most."""
    start = begins
    for years in (1, 4, 12, 40):
        end = min(until, begins + timedelta(days=366 * years))
        found = rule_dates(rule, begins, start, end)
        if found:
            return found[0]
        if end == until:
            return None
        start = end + timedelta(days=1)
    return None


def _counted(rule: str, begins: date, until: date | None) -> tuple[str, date | None]:
    """A rule has a count or a last date, and not both."""
    parts = rule.split(";")
    counted = [part for part in parts if part.startswith("COUNT=")]
    if not counted or until is None:
        return rule, until
    if len(rule_dates(rule, begins, begins, until)) == int(counted[0].removeprefix("COUNT=")):
        return rule, None
    return ";".join(part for part in parts if part not in counted), until


def _ruled(rule: str, begins: date, until: date, days: set[date]) -> set[date]:
    """Those of `days` that the rule has by itself."""
    if not days:
        return set()
    return set(rule_dates(rule, begins, min(days), min(until, max(days)))) & days


def _dates_of(names: Iterable[str], holidays: Mapping[str, HolidaySet]) -> set[date]:
    return {day for name in names if name in holidays for day in holidays[name].dates}


def _names(weekdays: Iterable[int]) -> str:
    return ",".join(_NAMES[day] for day in weekdays)
