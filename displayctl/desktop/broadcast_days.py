"""Whole days of walls, compiled ahead, so that any instant of them is answered at once while a hand slides over it."""

from __future__ import annotations

from collections import OrderedDict
from datetime import date, datetime
from functools import partial

from PySide6.QtCore import QObject, Signal

from displayctl.desktop.drafts import Drafts
from displayctl.desktop.presenters.broadcast_day import day_span
from displayctl.desktop.tasks import Tasks
from schedules.compilation import Compilation
from schedules.compiler import compile_programme
from schedules.director import Cue, cue_at
from schedules.display import Display
from schedules.programme import Programme

MOST_DAYS = 48
_Key = tuple[str, date]


class BroadcastDays(QObject):
    """Signal: `came` with a wall's id, once a day of it that was asked for is there."""

    came = Signal(str)

    def __init__(self, tasks: Tasks, drafts: Drafts, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._drafts = tasks, drafts
        self._kept: OrderedDict[_Key, tuple[Programme, Compilation]] = OrderedDict()
        self._under_way: set[_Key] = set()

    def of(self, display: Display, day: date) -> Compilation | None:
        """The civil day of a wall as it is compiled now; the former one, or None, while that is worked out."""
        key, programme = (display.id, day), self._drafts.of_display(display.id)
        kept = self._kept.get(key)
        if kept is not None:
            self._kept.move_to_end(key)
        if programme is not None and (kept is None or kept[0] is not programme) and key not in self._under_way:
            self._under_way.add(key)
            self._tasks.run(
                lambda: compile_programme(programme, display.id, day_span(day, display.time_zone)),
                partial(self._store, key, programme),
                partial(self._failed, key),
                owner=self,
                aside=True,
            )
        return kept[1] if kept is not None else None

    def cue(self, display: Display, day: date, instant: datetime) -> Cue | None:
        """What belongs on a wall at an instant of the day: a lookup; None while the day is worked out."""
        compilation = self.of(display, day)
        if compilation is None or not compilation.span.contains(instant):
            return None
        return cue_at(compilation, instant)

    def _store(self, key: _Key, programme: Programme, compilation: Compilation) -> None:
        self._under_way.discard(key)
        self._kept[key] = (programme, compilation)
        while len(self._kept) > MOST_DAYS:
            self._kept.popitem(last=False)
        self.came.emit(key[0])

    def _failed(self, key: _Key, error: Exception) -> None:
        """A draft that cannot be compiled is told where it is published; it is asked for again with the next one."""
        self._under_way.discard(key)
