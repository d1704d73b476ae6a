"""Where bookings lie on the calendar, kept by time and wall; many are worked out away from the UI thread."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Signal

from displayctl.desktop.catalogue import Catalogue, Topic
from displayctl.desktop.presenters.week_layout import Block, month_blocks, week_blocks
from displayctl.desktop.tasks import Tasks
from schedules.slot import Slot

MOST_KEPT = 24
AT_ONCE = 150
"""So many slots are laid out while the operator waits, which is a few milliseconds."""
DAY_LANES, MONTH_DAYS = 24, 42
Key = tuple[str, date, int]
_SHAPING = {Topic.SLOT, Topic.DAYPART, Topic.HOLIDAYS}


class WeekLayouts(QObject):
    """Signal: `came` once a layout that was asked for is there."""

    came = Signal()

    def __init__(self, tasks: Tasks, catalogue: Catalogue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._catalogue = tasks, catalogue
        self._kept: OrderedDict[Key, tuple[int, tuple[Block, ...]]] = OrderedDict()
        self._under_way: set[tuple[Key, int]] = set()
        self._state = 0
        catalogue.changed.connect(self._topic_changed)

    def blocks(self, wall_id: str, first: date, days: int) -> tuple[Block, ...]:
        """The blocks of a wall (empty: of all) for `days` days from `first`.

        With many slots those of the former state, or none, until `came`; then ask again. 42 days are a month, whose
        blocks have no lanes.
        """
        key = (wall_id, first, days)
        kept = self._kept.get(key)
        if kept is not None and kept[0] == self._state:
            self._kept.move_to_end(key)
            return kept[1]
        slots = self.slots(wall_id)
        make = self._maker(slots, first, days)
        if len(slots) <= AT_ONCE:
            self._keep(key, self._state, make())
            return self._kept[key][1]
        asked = (key, self._state)
        if asked not in self._under_way:
            self._under_way.add(asked)
            self._tasks.run(make, partial(self._store, asked), partial(self._failed, asked), owner=self, aside=True)
        return kept[1] if kept is not None else ()

    def slots(self, wall_id: str) -> tuple[Slot, ...]:
        """The slots of a wall; of all, where none is named."""
        slots = (kept.value for kept in self._catalogue.slots)
        return tuple(slot for slot in slots if not wall_id or wall_id in slot.display_ids)

    def _maker(self, slots: tuple[Slot, ...], first: date, days: int) -> Callable[[], tuple[Block, ...]]:
        dayparts = {kept.id: kept.value for kept in self._catalogue.dayparts}
        holidays = {kept.id: kept.value for kept in self._catalogue.holidays}
        if days == MONTH_DAYS:
            return partial(month_blocks, slots, dayparts, holidays, first, days)
        if days == 1:
            return partial(week_blocks, slots, dayparts, holidays, first, days, DAY_LANES)
        return partial(week_blocks, slots, dayparts, holidays, first, days)

    def _topic_changed(self, topic: str) -> None:
        if topic in _SHAPING:
            self._state += 1

    def _store(self, asked: tuple[Key, int], blocks: tuple[Block, ...]) -> None:
        self._under_way.discard(asked)
        self._keep(*asked, blocks)
        self.came.emit()

    def _failed(self, asked: tuple[Key, int], error: Exception) -> None:
        """A slot that names what is gone is told where it is published; the calendar shows the former layout."""
        self._under_way.discard(asked)

    def _keep(self, key: Key, state: int, blocks: tuple[Block, ...]) -> None:
        self._kept[key] = (state, blocks)
        self._kept.move_to_end(key)
        while len(self._kept) > MOST_KEPT:
            self._kept.popitem(last=False)
