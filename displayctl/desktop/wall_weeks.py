"""The weeks of walls as their players would settle them, worked out a few walls at a time and kept while they hold."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Iterable
from datetime import date

from PySide6.QtCore import QObject, Signal

from displayctl.desktop.drafts import Drafts
from displayctl.desktop.presenters.conflicts import WallWeek, wall_week
from displayctl.desktop.tasks import Tasks
from schedules.display import Display
from schedules.programme import Programme

MOST_KEPT = 600
AT_ONCE = 8
"""So many walls are one piece of work, so that what a person asks for in the meantime is not kept waiting."""
_Key = tuple[str, date]


class WallWeeks(QObject):
    """Signal: `came` when all that were asked for last are there."""

    came = Signal()

    def __init__(self, tasks: Tasks, drafts: Drafts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._drafts = tasks, drafts
        self._kept: OrderedDict[_Key, tuple[Programme, WallWeek]] = OrderedDict()
        self._wanted: tuple[tuple[Display, date], ...] = ()
        self._working = False

    def of(self, displays: Iterable[Display], monday: date) -> tuple[WallWeek, ...]:
        """What is known of these walls' week; those that are missing, or out of date, are worked out."""
        shown = tuple(displays)
        found = [self._kept[display.id, monday][1] for display in shown if (display.id, monday) in self._kept]
        self._wanted = tuple((display, monday) for display in shown if self._is_due(display, monday))
        self._work()
        return tuple(found)

    def _is_due(self, display: Display, monday: date) -> bool:
        programme = self._drafts.of_display(display.id)
        kept = self._kept.get((display.id, monday))
        return programme is not None and (kept is None or kept[0] is not programme)

    def _work(self) -> None:
        if self._working or not self._wanted:
            return
        self._working = True
        asked = []
        for display, monday in self._wanted[:AT_ONCE]:
            programme = self._drafts.of_display(display.id)
            if programme is not None:
                asked.append((programme, display, monday))
        self._wanted = self._wanted[AT_ONCE:]
        self._tasks.run(
            lambda: [(*each, wall_week(*each)) for each in asked], self._store, self._failed, owner=self, aside=True
        )

    def _store(self, found: list[tuple[Programme, Display, date, WallWeek]]) -> None:
        self._working = False
        for programme, display, monday, week in found:
            self._kept[display.id, monday] = (programme, week)
        while len(self._kept) > MOST_KEPT:
            self._kept.popitem(last=False)
        if self._wanted:
            self._work()
        else:
            self.came.emit()

    def _failed(self, error: Exception) -> None:
        """What cannot be compiled is told where it is published; the calendar goes without its marks."""
        self._working = False
        self._work()
