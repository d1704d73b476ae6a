"""What dragging does to a slot: moved, stretched, one occurrence parted from its series, a week copied."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date, datetime, time, timedelta

from displayctl.desktop.presenters.repeats import read_repeat, write_rule
from displayctl.desktop.presenters.week_layout import DAY_MINUTES, SNAP_MINUTES, Occurrence, occurrences
from schedules.daypart import Daypart, Hours
from schedules.recurrence import HolidaySet, Recurrence
from schedules.slot import Slot


def hours_at(starts_minute: int, length_minutes: int) -> Hours:
    """Hours from minutes of the day; over midnight and 24 hours included."""
    starts = starts_minute % DAY_MINUTES
    ends = (starts_minute + length_minutes) % DAY_MINUTES
    return Hours(time(starts // 60, starts % 60), time(ends // 60, ends % 60))


def is_series(slot: Slot) -> bool:
    """Whether the slot may begin on more than one day."""
    recurrence = slot.recurrence
    return read_repeat(recurrence).kind != "once" or bool(recurrence.include_dates or recurrence.include_holidays)


def moved_series(slot: Slot, happening: Occurrence, target: Occurrence) -> Slot:
    """The whole slot, moved and stretched as `happening` became `target`."""
    days = (target.day - happening.day).days
    hours = hours_at(target.starts_minute, target.length_minutes)
    if slot.hours is not None:  # hours of some weekdays are carried along, and not spread over the week
        hours = replace(hours, weekdays=tuple(sorted((day + days) % 7 for day in slot.hours.weekdays)))
    return replace(
        slot,
        hours=hours,
        daypart_id=None,
        recurrence=shifted(slot.recurrence, days),
    )


def shifted(recurrence: Recurrence, days: int) -> Recurrence:
    """The recurrence, `days` later. Its weekdays and days of the month turn with it; another rule keeps its words."""
    if days == 0:
        return recurrence
    step = timedelta(days=days)
    repeat = read_repeat(recurrence)
    rule = recurrence.rule
    if repeat.kind in ("weekly", "nth"):
        rule = write_rule(replace(repeat, weekdays=tuple(sorted((day + days) % 7 for day in repeat.weekdays))))
    elif repeat.kind == "monthly" and repeat.days and all(1 <= day + days <= 28 for day in repeat.days):
        rule = write_rule(replace(repeat, days=tuple(day + days for day in repeat.days)))
    return replace(
        recurrence,
        first=recurrence.first + step,
        last=recurrence.last + step if recurrence.last else None,
        rule=rule,
        include_dates=tuple(day + step for day in recurrence.include_dates),
        except_dates=tuple(day + step for day in recurrence.except_dates),
    )


def parted(slot: Slot, happening: Occurrence, target: Occurrence, new_id: str, now: datetime) -> tuple[Slot, Slot]:
    """The series without this occurrence, and a slot of its own where the occurrence was moved to."""
    return without(slot, happening.day), copied(slot, target, new_id, now)


def without(slot: Slot, *days: date) -> Slot:
    """The slot, not on these days."""
    dates = tuple(sorted({*slot.recurrence.except_dates, *days}))
    return replace(slot, recurrence=replace(slot.recurrence, except_dates=dates))


def stretched(
    happening: Occurrence, top: int | None = None, bottom: int | None = None, least: int = SNAP_MINUTES
) -> Occurrence:
    """The occurrence with another start or end, in minutes of its day; `least` minutes at least, a day at most."""
    starts = happening.starts_minute if top is None else top
    ends = happening.ends_minute if bottom is None else bottom
    if top is not None:
        starts = max(0, min(starts, ends - least))
        starts = max(starts, ends - DAY_MINUTES)
    ends = max(starts + least, min(ends, starts + DAY_MINUTES))
    return replace(happening, starts_minute=starts, length_minutes=ends - starts)


def carried(happening: Occurrence, days: int, minutes: int) -> Occurrence:
    """The occurrence, moved by days and minutes; it begins within its new day, by days alone at the same minute."""
    starts = happening.starts_minute
    if minutes:
        starts = max(0, min(DAY_MINUTES - SNAP_MINUTES, starts + minutes))
    return replace(happening, day=happening.day + timedelta(days=days), starts_minute=starts)


def copied(slot: Slot, target: Occurrence, new_id: str, now: datetime) -> Slot:
    """A copy that runs once, where and for as long as `target` does."""
    return replace(
        slot,
        id=new_id,
        created_at=now,
        hours=hours_at(target.starts_minute, target.length_minutes),
        daypart_id=None,
        recurrence=Recurrence(first=target.day),
        exceptions=(),
    )


def copied_week(
    slots: Iterable[Slot],
    dayparts: Mapping[str, Daypart],
    holidays: Mapping[str, HolidaySet],
    weeks: tuple[date, date],
    made: tuple[tuple[str, ...], datetime],
) -> tuple[Slot, ...]:
    """New slots that repeat one week in another. `weeks` are the Mondays from and to; `made` new ids and the instant.

    A slot that recurs in the target week by itself is not copied for the days it has there.
    """
    source, target = weeks
    ids, now = made
    step, rest = target - source, timedelta(days=6)
    copies: list[Slot] = []
    for slot in slots:
        days = {o.day + step for o in occurrences(slot, dayparts, holidays, source, source + rest)}
        days -= {o.day for o in occurrences(slot, dayparts, holidays, target, target + rest)}
        if days:
            first, *others = sorted(days)
            recurrence = Recurrence(first=first, include_dates=tuple(others))
            copies.append(replace(slot, id=ids[len(copies)], created_at=now, recurrence=recurrence, exceptions=()))
    return tuple(copies)
