"""Indonesia's national holidays and days off together (cuti bersama), by name, as far as they are decreed.

What a wall does never depends on these: an office takes them over into holiday sets of its own, date by date.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from functools import lru_cache

from schedules.recurrence import HolidaySet

FIRST_YEAR, LAST_YEAR = 2000, 2100
_LANGUAGES = {"id": "id", "en": "en_US"}


class DayOff(StrEnum):
    """Of which make a day off is; the value is the category of the library that knows them."""

    NATIONAL = "public"
    TOGETHER = "government"


SETS = {DayOff.NATIONAL: ("libur-nasional", "Libur nasional"), DayOff.TOGETHER: ("cuti-bersama", "Cuti bersama")}
"""Stem of the id, and name, of the sets that an installation begins with; the year follows."""


@dataclass(frozen=True, slots=True)
class NamedDay:
    """A day off with its name in one language."""

    day: date
    name: str
    make: DayOff


@lru_cache(maxsize=64)
def national_days(year: int, language: str = "id") -> tuple[NamedDay, ...]:
    """The days off of a year in order, a national holiday before a day off together; `language` is ``id`` or ``en``.

    Slow at first (the library is read from the disk): call it off the UI thread. Years outside of 2000 to 2100 have
    none here. A day that only counts as estimated says so in its name.
    """
    if not FIRST_YEAR <= year <= LAST_YEAR:
        return ()
    import holidays  # slow to import

    found: list[NamedDay] = []
    for make in DayOff:
        days = holidays.country_holidays("ID", years=year, categories=(make.value,), language=_LANGUAGES[language])
        found += [NamedDay(day, name, make) for day, name in days.items()]
    return tuple(sorted(found, key=lambda named: (named.day, list(DayOff).index(named.make))))


def holiday_set_of(days: Iterable[NamedDay], make: DayOff, year: int) -> HolidaySet | None:
    """The holiday set of a year's days of one make; None where none are decreed."""
    dates = tuple(sorted({named.day for named in days if named.make is make}))
    stem, name = SETS[make]
    return HolidaySet(f"{stem}-{year}", f"{name} {year}", dates) if dates else None


@dataclass(frozen=True, slots=True)
class TakeOver:
    """What taking a year's holidays over would do to one set: `before` is None where it is new."""

    after: HolidaySet
    before: HolidaySet | None

    @property
    def added(self) -> tuple[date, ...]:
        known = self.before.dates if self.before is not None else ()
        return tuple(day for day in self.after.dates if day not in known)

    @property
    def dropped(self) -> tuple[date, ...]:
        """Dates that the set has and the year's list has not; they stay where the office added them itself."""
        return tuple(day for day in self.before.dates if day not in self.after.dates) if self.before else ()

    @property
    def changes(self) -> bool:
        return self.before is None or bool(self.added)

    @property
    def merged(self) -> HolidaySet:
        """The set as it is to be stored: what the office added itself stays, as does the name it gave."""
        if self.before is None:
            return self.after
        dates = tuple(sorted({*self.before.dates, *self.after.dates}))
        return HolidaySet(self.before.id, self.before.name, dates)


def take_over(days: Iterable[NamedDay], year: int, known: Mapping[str, HolidaySet]) -> tuple[TakeOver, ...]:
    """What taking over the holidays of `year` comes to; `known` are the office's sets by id."""
    every = tuple(days)
    sets = (holiday_set_of(every, make, year) for make in DayOff)
    return tuple(TakeOver(after, known.get(after.id)) for after in sets if after is not None)
