"""Which days are holidays, and how they are called: the nation's by name, and those of the office's own sets."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from functools import partial

from PySide6.QtCore import QObject, Signal

from displayctl.desk.national_holidays import DayOff, NamedDay, national_days
from displayctl.desktop.catalogue import Catalogue
from displayctl.desktop.presenters.slot_words import spoken_language
from displayctl.desktop.tasks import Tasks


@dataclass(frozen=True, slots=True)
class DayNote:
    """How a day off is called; `together` marks a cuti bersama, on which offices alone are closed."""

    name: str
    together: bool = False


class DaysOff(QObject):
    """Signal: `came` once the names of a year that was asked for are there."""

    came = Signal()

    def __init__(self, tasks: Tasks, catalogue: Catalogue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._catalogue = tasks, catalogue
        self._years: dict[tuple[int, str], dict[date, NamedDay]] = {}

    def between(self, first: date, days: int) -> dict[date, DayNote]:
        """The days off among `days` days from `first`; names that are not known yet follow with `came`."""
        last = first + timedelta(days=days - 1)
        found: dict[date, DayNote] = {}
        for kept in self._catalogue.holidays:
            together = kept.id.startswith("cuti-bersama")
            for day in kept.value.dates:
                if first <= day <= last and (day not in found or found[day].together):
                    found[day] = DayNote(kept.value.name, together)
        for year in range(first.year, last.year + 1):
            for day, named in self._year(year).items():
                if first <= day <= last:
                    found[day] = DayNote(named.name, named.make is DayOff.TOGETHER)
        return found

    def _year(self, year: int) -> dict[date, NamedDay]:
        key = (year, spoken_language())
        if key not in self._years:
            self._years[key] = {}
            self._tasks.run(partial(national_days, *key), partial(self._store, key), owner=self, aside=True)
        return self._years[key]

    def _store(self, key: tuple[int, str], days: Iterable[NamedDay]) -> None:
        named: dict[date, NamedDay] = {}
        for each in days:
            named.setdefault(each.day, each)
        self._years[key] = named
        self.came.emit()
