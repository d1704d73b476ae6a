"""Why a slot does not occur on a display at an instant: dates, holidays, exceptions, hours."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from schedules.bookings import Bookings, Occurrence
from schedules.daypart import hours_ticks
from schedules.ranks import LosingRule
from schedules.recurrence import occurrence_dates
from schedules.slot import Slot

# The nearer a reason comes to playing, the more it tells: where several dates are in question the last one is given.
_TELLING = (
    LosingRule.OUTSIDE_HOURS,
    LosingRule.DATE_RANGE,
    LosingRule.NOT_ON_DATE,
    LosingRule.HOLIDAY,
    LosingRule.EXCEPTED_DATE,
    LosingRule.DISPLAY_EXCEPTION,
)


def occurrence_at(bookings: Bookings, slot: Slot, when: int) -> Occurrence | None:
    """The occurrence of `slot` at the instant `when` (ticks), the best ranked one, or None."""
    found = bookings.occurrences(slot, when, when + 1)
    return min(found, key=lambda occurrence: occurrence.rank, default=None)


def why_absent(bookings: Bookings, slot: Slot, when: int) -> tuple[LosingRule, str]:
    """Why `slot` has no occurrence at the instant `when` (ticks): the rule, and a sentence."""
    reasons = [_why_not_on(bookings, slot, day) for day in _days_in_question(bookings, slot, when)]
    if not reasons:
        return LosingRule.OUTSIDE_HOURS, "It is booked for other hours of the day."
    return max(reasons, key=lambda reason: _TELLING.index(reason[0]))


def _days_in_question(bookings: Bookings, slot: Slot, when: int) -> Iterator[date]:
    """The dates on which the slot would have to begin to be on air at `when`, whatever their weekday."""
    today = bookings.civil_day(when)
    for day in (today - timedelta(days=1), today):
        spans = (hours_ticks(hours, day, bookings.zone) for hours in bookings.hours(slot))
        if any(span and span[0] <= when < span[1] for span in spans):
            yield day


def _why_not_on(bookings: Bookings, slot: Slot, day: date) -> tuple[LosingRule, str]:
    recurrence = slot.recurrence
    if day < recurrence.first:
        return LosingRule.DATE_RANGE, f"It begins on {recurrence.first}, after {day}."
    if recurrence.last is not None and day > recurrence.last:
        return LosingRule.DATE_RANGE, f"It ended on {recurrence.last}, before {day}."
    if day in recurrence.except_dates:
        return LosingRule.EXCEPTED_DATE, f"It leaves out the date {day}."
    for name in recurrence.except_holidays:
        if day in bookings.holidays[name].dates:
            return LosingRule.HOLIDAY, f"It leaves out the holidays of {bookings.holidays[name].name!r}, with {day}."
    if day not in occurrence_dates(recurrence, bookings.holidays, day, day):
        return LosingRule.NOT_ON_DATE, f"It is not booked for {day:%A}, {day}."
    if day in bookings.excepted(slot):
        return LosingRule.DISPLAY_EXCEPTION, f"It leaves out the display {bookings.display.name!r} on {day}."
    return LosingRule.OUTSIDE_HOURS, f"Its hours at this time of day do not belong to {day:%A}."
