"""The forms of recurrence that the desk edits, read from a rule and written as one, and the dates that follow."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from schedules.daypart import EVERY_DAY
from schedules.recurrence import LATEST, HolidaySet, Recurrence, occurrence_dates

RULE_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
NTHS = (1, 2, 3, 4, -1)
WINDOWS_DAYS = (60, 800, 12_000)
"""How far to look for the next dates, in turn: most rhythms are answered by the first."""


@dataclass(frozen=True, slots=True)
class Repeat:
    """A form: once, daily, weekly on `weekdays`, monthly on `days` (none: that of the first day; -1: the last one), nth
    (the `nth` of the one weekday, -1: the last), yearly, or a `rule` as it is. `count` ends it after so many times.
    """

    kind: str
    weekdays: tuple[int, ...] = ()
    every: int = 1
    rule: str = ""
    days: tuple[int, ...] = ()
    nth: int = 0
    count: int = 0


def read_repeat(recurrence: Recurrence) -> Repeat:
    """The form of a recurrence; rules the desk does not offer come back as kind ``rule``."""
    if not recurrence.rule:
        return Repeat("once" if recurrence.last is None or recurrence.last == recurrence.first else "daily")
    parts = dict(part.split("=", 1) for part in recurrence.rule.upper().split(";") if "=" in part)
    if parts.get("INTERVAL", "1") == "1":
        parts.pop("WKST", None)  # where a week begins matters only where weeks are skipped
    every, count = int(parts.pop("INTERVAL", "1")), int(parts.pop("COUNT", "0"))
    frequency, rest = parts.pop("FREQ", ""), set(parts)
    if frequency in ("DAILY", "YEARLY") and not rest:
        return Repeat(frequency.lower(), every=every, count=count)
    if frequency == "WEEKLY" and rest <= {"BYDAY", "WKST"}:
        names = parts.get("BYDAY", RULE_DAYS[recurrence.first.weekday()]).split(",")
        if all(name in RULE_DAYS for name in names):
            return Repeat("weekly", tuple(sorted(RULE_DAYS.index(name) for name in names)), every, count=count)
    if frequency == "MONTHLY":
        form = _monthly(parts, every, count)
        if form is not None:
            return form
    return Repeat("rule", rule=recurrence.rule)


def _monthly(parts: Mapping[str, str], every: int, count: int) -> Repeat | None:
    if set(parts) <= {"BYMONTHDAY"}:
        days = tuple(int(day) for day in parts.get("BYMONTHDAY", "").split(",") if day)
        if all(day >= -1 for day in days):
            ordered = tuple(sorted(set(days), key=lambda day: day if day > 0 else 32))
            return Repeat("monthly", every=every, days=ordered, count=count)
    if set(parts) == {"BYDAY"}:
        number, name = parts["BYDAY"][:-2].removeprefix("+"), parts["BYDAY"][-2:]
        if number in {str(nth) for nth in NTHS} and name in RULE_DAYS:
            return Repeat("nth", (RULE_DAYS.index(name),), every, nth=int(number), count=count)
    return None


def write_rule(repeat: Repeat) -> str:
    """The RRULE of a form; empty where none is needed (once)."""
    if repeat.kind in ("once", "rule"):
        return repeat.rule
    parts = [f"FREQ={'MONTHLY' if repeat.kind == 'nth' else repeat.kind.upper()}"]
    if repeat.every > 1:
        parts.append(f"INTERVAL={repeat.every}")
    if repeat.kind == "weekly":
        parts.append(f"BYDAY={','.join(RULE_DAYS[day] for day in repeat.weekdays)}")
    if repeat.kind == "monthly" and repeat.days:
        parts.append(f"BYMONTHDAY={','.join(str(day) for day in repeat.days)}")
    if repeat.kind == "nth":
        parts.append(f"BYDAY={repeat.nth}{RULE_DAYS[repeat.weekdays[0]]}")
    if repeat.count:
        parts.append(f"COUNT={repeat.count}")
    return ";".join(parts)


def next_dates(
    recurrence: Recurrence,
    holidays: Mapping[str, HolidaySet],
    today: date,
    count: int = 5,
    weekdays: tuple[int, ...] = EVERY_DAY,
) -> tuple[date, ...]:
    """The next dates from `today` on, at most `count`; fewer where the recurrence ends, or none within 30 years.

    `weekdays` are those its hours are for. Holiday sets that are not known count as empty.
    """
    known = {name: holidays.get(name) or HolidaySet(name, name, ()) for name in _sets(recurrence)}
    first = max(today, recurrence.first)
    days: tuple[date, ...] = ()
    for window in WINDOWS_DAYS:
        if first > LATEST:
            break
        last = min(LATEST, date.fromordinal(min(LATEST.toordinal(), first.toordinal() + window)))
        found = occurrence_dates(recurrence, known, first, last)
        days = (*days, *(day for day in found if day.weekday() in weekdays))
        if len(days) >= count or last == LATEST:
            break
        first = last + timedelta(days=1)
    return days[:count]


def _sets(recurrence: Recurrence) -> tuple[str, ...]:
    return (*recurrence.include_holidays, *recurrence.except_holidays)
