"""A booking in words: when it recurs, at which hours, and on which walls."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication

from displayctl.desktop.presenters.words import clock_words, date_short, day_words, listed, weekday_long
from schedules.daypart import EVERY_DAY, Hours
from schedules.recurrence import Recurrence
from schedules.slot import Slot, SlotKind

translate = QCoreApplication.translate
RULE_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True, slots=True)
class Repeat:
    """The forms of recurrence that the desk edits: once, daily, weekly on `weekdays`, monthly, or a `rule` as it is."""

    kind: str
    weekdays: tuple[int, ...] = ()
    every: int = 1
    rule: str = ""


def read_repeat(recurrence: Recurrence) -> Repeat:
    """The form of a recurrence; rules the desk does not offer come back as kind ``rule``."""
    if not recurrence.rule:
        return Repeat("once" if recurrence.last is None or recurrence.last == recurrence.first else "daily")
    parts = dict(part.split("=", 1) for part in recurrence.rule.upper().split(";") if "=" in part)
    frequency, every = parts.pop("FREQ", ""), int(parts.pop("INTERVAL", "1"))
    if frequency == "DAILY" and not parts:
        return Repeat("daily", every=every)
    if frequency == "WEEKLY" and set(parts) <= {"BYDAY", "WKST"}:
        names = parts.get("BYDAY", RULE_DAYS[recurrence.first.weekday()]).split(",")
        if all(name in RULE_DAYS for name in names):
            return Repeat("weekly", tuple(sorted(RULE_DAYS.index(name) for name in names)), every)
    if frequency == "MONTHLY" and not parts:
        return Repeat("monthly", every=every)
    return Repeat("rule", rule=recurrence.rule)


def write_rule(repeat: Repeat) -> str:
    """The RRULE of a form; empty where none is needed (once)."""
    interval = f";INTERVAL={repeat.every}" if repeat.every > 1 else ""
    if repeat.kind == "daily":
        return f"FREQ=DAILY{interval}"
    if repeat.kind == "weekly":
        return f"FREQ=WEEKLY{interval};BYDAY={','.join(RULE_DAYS[day] for day in repeat.weekdays)}"
    if repeat.kind == "monthly":
        return f"FREQ=MONTHLY{interval}"
    return repeat.rule


def repeat_words(recurrence: Recurrence) -> str:
    """As ``Setiap Senin dan Rabu, sejak 23 Nov 2026 sampai 31 Des 2026``."""
    repeat = read_repeat(recurrence)
    if repeat.kind == "once":
        text = day_words(recurrence.first)
    else:
        text = f"{_rhythm(repeat)}, {_range(recurrence.first, recurrence.last)}"
    if recurrence.include_dates:
        text += translate("Slots", "; also on {dates}").format(dates=_dates(recurrence.include_dates))
    if recurrence.except_dates:
        text += translate("Slots", "; not on {dates}").format(dates=_dates(recurrence.except_dates))
    return text


def _rhythm(repeat: Repeat) -> str:
    if repeat.kind == "daily":
        text = translate("Slots", "Every day") if repeat.every == 1 else translate("Slots", "Every {n} days")
    elif repeat.kind == "weekly":
        days = _weekdays(repeat.weekdays)
        text = (
            translate("Slots", "Every {days}") if repeat.every == 1 else translate("Slots", "Every {n} weeks on {days}")
        )
        return text.format(days=days, n=repeat.every)
    elif repeat.kind == "monthly":
        text = translate("Slots", "Every month") if repeat.every == 1 else translate("Slots", "Every {n} months")
    else:
        return translate("Slots", "By the rule {rule}").format(rule=repeat.rule)
    return text.format(n=repeat.every)


def _weekdays(days: tuple[int, ...]) -> str:
    if days == EVERY_DAY:
        return translate("Slots", "day of the week")
    if days == (0, 1, 2, 3, 4):
        return translate("Slots", "weekday (Monday to Friday)")
    return listed([weekday_long(day) for day in days])


def _range(first: date, last: date | None) -> str:
    if last is None:
        return translate("Slots", "from {first}").format(first=date_short(first))
    return translate("Slots", "from {first} to {last}").format(first=date_short(first), last=date_short(last))


def _dates(dates: tuple[date, ...]) -> str:
    shown = [date_short(day) for day in dates[:4]]
    more = len(dates) - len(shown)
    return ", ".join(shown) + (f" (+{more})" if more else "")


def hours_words(hours: Hours | None, daypart_name: str = "") -> str:
    """As ``06.30–09.00``, ``22.00–05.00 (esok hari)``, ``Sepanjang hari`` or the daypart's name."""
    if hours is None:
        return daypart_name or translate("Slots", "All day")
    text = f"{clock_words(hours.starts)}–{clock_words(hours.ends)}"
    if hours.starts == hours.ends:
        return translate("Slots", "24 hours from {time}").format(time=clock_words(hours.starts))
    return text if hours.ends > hours.starts else translate("Slots", "{hours} (next day)").format(hours=text)


def kind_words(slot: Slot) -> str:
    """What the slot does: loops, or interrupts n times an hour."""
    if slot.kind is SlotKind.INTERRUPT:
        return translate("Slots", "Interrupts {n} times an hour").format(n=slot.plays_per_hour)
    return translate("Slots", "Loops through its hours")
