"""When what was made from a request is shown, in Indonesian: a line for each slot, as an agency reads it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from displayctl.api.models import PartKind
from displayctl.api.request_states import RequestLinkKind
from displayctl.hub.repositories.requests import StoredRequest
from displayctl.hub.storage import UnitOfWork
from schedules.calendar_names import MONTHS, WEEKDAYS
from schedules.codec import holiday_set_from_dict, slot_from_dict
from schedules.recurrence import HolidaySet, Recurrence, occurrence_dates
from schedules.slot import Slot

LOOKED_AHEAD = timedelta(days=731)
MOST_DAYS = 12
"""So many days are written out; of more, those that follow are only mentioned."""
NONE = "–"


def day_words(day: date | None) -> str:
    """As ``23 November 2026``; a dash for none."""
    return NONE if day is None else f"{day.day} {MONTHS[day.month - 1]} {day.year}"


def span_words(first: date | None, last: date | None) -> str:
    """As ``1 Desember 2026 sampai 9 Desember 2026``, or the one day that there is."""
    if first is None or last is None or first == last:
        return day_words(first or last)
    return f"{day_words(first)} sampai {day_words(last)}"


def timetable_words(work: UnitOfWork, request: StoredRequest, walls: dict[str, str]) -> str:
    """A line for each slot that was made from `request`; `walls` are names by id."""
    holidays = {part.id: holiday_set_from_dict(part.value) for part in work.parts.all(PartKind.HOLIDAYS)}
    lines = []
    for link in work.request_things.links(request.id):
        found = work.parts.find(PartKind.SLOT, link.target_id) if link.kind is RequestLinkKind.SLOT else None
        if found is not None:
            slot = slot_from_dict(found.part.value)
            lines.append(f"- {booking_words(slot, _hours(work, slot), walls, holidays)}")
    return "\n".join(lines) or NONE


def booking_words(slot: Slot, hours: str, walls: dict[str, str], holidays: dict[str, HolidaySet]) -> str:
    """Where, on which days, at which hours and how often a slot is shown, then the days on which one wall is left out,
    as ``; tidak di Tugu pada 25 Desember 2026``.
    """
    names = ", ".join(walls.get(wall, wall) for wall in slot.display_ids)
    often = f", {slot.plays_per_hour} kali per jam" if slot.plays_per_hour else ""
    without = "".join(
        f"; tidak di {walls.get(each.display_id, each.display_id)} pada {_listed(days)}"
        for each in slot.exceptions
        if each.display_id in slot.display_ids and (days := _days_of(slot.recurrence, holidays, each.dates))
    )
    return f"{names}: {days_words(slot.recurrence, holidays)}, {hours}{often}{without}"


def _days_of(recurrence: Recurrence, holidays: dict[str, HolidaySet], dates: Sequence[date]) -> tuple[date, ...]:
    days = occurrence_dates(recurrence, holidays, min(dates), max(dates))
    return tuple(day for day in days if day in dates)


def _hours(work: UnitOfWork, slot: Slot) -> str:
    if slot.hours is not None:
        return f"pukul {slot.hours.starts:%H.%M}–{slot.hours.ends:%H.%M}"
    daypart = work.parts.find(PartKind.DAYPART, slot.daypart_id) if slot.daypart_id else None
    return "sepanjang hari" if daypart is None else daypart.name


def days_words(recurrence: Recurrence, holidays: dict[str, HolidaySet]) -> str:
    """On which days, as ``setiap Jumat, 4 Desember 2026 sampai 29 Januari 2027, kecuali 25 Desember 2026``. What is
    more than two years after the first day is taken to go on like that.
    """
    first, last, rule = recurrence.first, recurrence.last, recurrence.rule
    until = _looked_until(recurrence)
    days = _days(recurrence, holidays)
    if not days:
        return NONE
    goes_on = bool(occurrence_dates(recurrence, holidays, until + timedelta(days=1), until + LOOKED_AHEAD))
    if not goes_on and last is None:
        last = until = days[-1]
    usual = {day.weekday() for day in days} if rule else set(range(len(WEEKDAYS)))
    left_out = sorted({day for day in _every_day(first, until) if day.weekday() in usual} - set(days))
    if len(left_out) * 2 > len(days) or (rule and len(days) <= len(usual)):
        return _listed(days, goes_on=goes_on)
    span = span_words(first, last) if last else f"mulai {day_words(first)}"
    every = "" if len(usual) == len(WEEKDAYS) else f"setiap {_and([WEEKDAYS[day] for day in sorted(usual)])}, "
    return f"{every}{span}" + (f", kecuali {_listed(left_out)}" if left_out else "")


def _days(recurrence: Recurrence, holidays: dict[str, HolidaySet]) -> tuple[date, ...]:
    return occurrence_dates(recurrence, holidays, recurrence.first, _looked_until(recurrence))


def _looked_until(recurrence: Recurrence) -> date:
    return min(recurrence.last or date.max, recurrence.first + LOOKED_AHEAD)


def _every_day(first: date, last: date) -> Iterable[date]:
    return (first + timedelta(days=days) for days in range((last - first).days + 1))


def _listed(days: Sequence[date], *, goes_on: bool = False) -> str:
    said = [day_words(day) for day in days[:MOST_DAYS]]
    if goes_on or len(days) > MOST_DAYS:
        return f"{', '.join(said)}, dan seterusnya"
    return _and(said)


def _and(words: Sequence[str]) -> str:
    return " dan ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))
