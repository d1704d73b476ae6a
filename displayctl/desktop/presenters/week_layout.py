"""Where bookings lie on a calendar of civil days: pieces of columns, side by side where they overlap."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, time, timedelta

from schedules.daypart import Daypart, Hours
from schedules.recurrence import HolidaySet, occurrence_dates
from schedules.slot import Slot, SlotKind

DAY_MINUTES = 24 * 60
SNAP_MINUTES, FINE_MINUTES, COARSE_MINUTES = 15, 5, 30
MOST_LANES = 5
TITLE_MINUTES = 30
"""A block that begins so much later than another leaves the other's title to be seen."""
ALL_DAY = Hours(time(0), time(0))


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One time a slot runs: it begins on `day` at `starts_minute` and lasts `length_minutes` (at most 24 hours)."""

    slot_id: str
    day: date
    starts_minute: int
    length_minutes: int

    @property
    def ends_minute(self) -> int:
        """Counted from midnight of `day`; beyond 1440 it runs into the next day."""
        return self.starts_minute + self.length_minutes


@dataclass(frozen=True, slots=True)
class Block:
    """The part of an occurrence that lies in one day's column, from minute `top` to `bottom` of that day.

    Blocks that begin at about the same time share the width: it takes lane `lane` of `lanes`. One that begins while
    others run lies `indent` steps into them, and over them from their minute `covered_from`. An interrupt (`on_edge`)
    has a lane of its own at the column's right edge. `hidden` are the minutes in which another slot is on the wall
    instead. With `folded` it stands for so many bookings that have no room.
    """

    occurrence: Occurrence
    column: int
    top: int
    bottom: int
    lane: int = 0
    lanes: int = 1
    indent: int = 0
    covered_from: int | None = None
    on_edge: bool = False
    hidden: tuple[tuple[int, int], ...] = ()
    folded: int = 0

    @property
    def slot_id(self) -> str:
        return self.occurrence.slot_id

    @property
    def begins_here(self) -> bool:
        return self.top == self.occurrence.starts_minute and not self.continues

    @property
    def continues(self) -> bool:
        """True for the piece after midnight."""
        return self.top == 0 and self.occurrence.ends_minute - DAY_MINUTES == self.bottom


def hours_of(slot: Slot, dayparts: Mapping[str, Daypart]) -> tuple[Hours, ...]:
    """The hours a slot runs in; a daypart that is not known gives none."""
    if slot.hours is not None:
        return (slot.hours,)
    if slot.daypart_id is None:
        return (ALL_DAY,)
    daypart = dayparts.get(slot.daypart_id)
    return daypart.hours if daypart is not None else ()


def first_minutes(slot: Slot, dayparts: Mapping[str, Daypart]) -> tuple[int, int]:
    """From which minute of the day to which a slot runs first in it; from 0 to 0 for one that never does."""
    spans = [(_minutes(hours.starts), _minutes(hours.ends)) for hours in hours_of(slot, dayparts)]
    first, last = min(spans, default=(0, 0))
    return first, last if last > first or not spans else DAY_MINUTES


def occurrences(
    slot: Slot, dayparts: Mapping[str, Daypart], holidays: Mapping[str, HolidaySet], first: date, last: date
) -> tuple[Occurrence, ...]:
    """Every time `slot` begins from day `first` to `last`, both included."""
    days = occurrence_dates(slot.recurrence, holidays, first, last)
    return tuple(
        _occurrence(slot.id, day, hours)
        for day in days
        for hours in hours_of(slot, dayparts)
        if day.weekday() in hours.weekdays
    )


def _occurrence(slot_id: str, day: date, hours: Hours) -> Occurrence:
    starts, ends = _minutes(hours.starts), _minutes(hours.ends)
    length = ends - starts if ends > starts else ends - starts + DAY_MINUTES
    return Occurrence(slot_id, day, starts, length)


def _minutes(moment: time) -> int:
    return moment.hour * 60 + moment.minute


def week_blocks(
    slots: Iterable[Slot],
    dayparts: Mapping[str, Daypart],
    holidays: Mapping[str, HolidaySet],
    first: date,
    days: int = 7,
    most_lanes: int = MOST_LANES,
) -> tuple[Block, ...]:
    """The blocks of `days` columns beginning with `first`, with what began the day before and runs over midnight.

    Where more than `most_lanes` begin together, the last lane holds one block for all that have no room (`folded`).
    """
    columns: list[list[Block]] = [[] for _ in range(days)]
    for slot in slots:
        for happening in occurrences(
            slot, dayparts, holidays, first - timedelta(days=1), first + timedelta(days=days - 1)
        ):
            on_edge = slot.kind is SlotKind.INTERRUPT
            for block in _pieces(happening, (happening.day - first).days, on_edge):
                if 0 <= block.column < days:
                    columns[block.column].append(block)
    return tuple(block for column in columns for block in _arranged(column, most_lanes))


def month_blocks(
    slots: Iterable[Slot],
    dayparts: Mapping[str, Daypart],
    holidays: Mapping[str, HolidaySet],
    first: date,
    days: int = 42,
) -> tuple[Block, ...]:
    """A block for each occurrence that begins in `days` days from `first`, by day and time."""
    found = [
        Block(happening, (happening.day - first).days, happening.starts_minute, min(happening.ends_minute, DAY_MINUTES))
        for slot in slots
        for happening in occurrences(slot, dayparts, holidays, first, first + timedelta(days=days - 1))
    ]
    return tuple(sorted(found, key=lambda block: (block.column, block.top, block.slot_id)))


def _pieces(happening: Occurrence, column: int, on_edge: bool) -> Iterable[Block]:
    bottom = min(happening.ends_minute, DAY_MINUTES)
    yield Block(happening, column, happening.starts_minute, bottom, on_edge=on_edge)
    if happening.ends_minute > DAY_MINUTES:
        yield Block(happening, column + 1, 0, happening.ends_minute - DAY_MINUTES, on_edge=on_edge)


@dataclass(slots=True)
class _Group:
    """Blocks of a column that begin at about the same time and overlap: they stand side by side until `bottom`."""

    blocks: list[Block]
    indent: int
    bottom: int
    covered_from: int | None = None

    def add(self, block: Block) -> None:
        self.blocks.append(block)
        self.bottom = max(self.bottom, block.bottom)

    def placed(self, most_lanes: int) -> Iterable[Block]:
        shown, rest = self.blocks, []
        if len(shown) > most_lanes:
            shown, rest = shown[: most_lanes - 1], shown[most_lanes - 1 :]
        lanes = len(shown) + bool(rest)
        for lane, block in enumerate(shown):
            covered = self.covered_from if (self.covered_from or 0) < block.bottom else None
            yield replace(block, lane=lane, lanes=lanes, indent=self.indent, covered_from=covered)
        if rest:
            bottom = max(block.bottom for block in rest)
            yield replace(rest[0], bottom=bottom, lane=lanes - 1, lanes=lanes, indent=self.indent, folded=len(rest))


def _arranged(blocks: list[Block], most_lanes: int) -> Iterable[Block]:
    ordered = sorted(blocks, key=lambda b: (b.top, -b.bottom, b.slot_id))
    for edge in (False, True):
        groups: list[_Group] = []
        running: list[_Group] = []
        for block in (block for block in ordered if block.on_edge is edge):
            running = [group for group in running if group.bottom > block.top]
            _join(groups, running, block, alike=edge)
        for group in groups:
            yield from group.placed(most_lanes)


def _join(groups: list[_Group], running: list[_Group], block: Block, *, alike: bool) -> None:
    """Put a block beside those it begins with, or one step into those that run already.

    Blocks come by their beginning, so all that still run overlap it.
    """
    for group in running:
        if alike or block.top - group.blocks[0].top < TITLE_MINUTES:
            group.add(block)
            return
    made = _Group([block], max((group.indent + 1 for group in running), default=0), block.bottom)
    for group in running:
        if group.covered_from is None:
            group.covered_from = block.top
    groups.append(made)
    running.append(made)


def snapped(minute: float, step: int = SNAP_MINUTES) -> int:
    """The nearest full `step` of minutes: a quarter of an hour, unless told otherwise."""
    return round(minute / step) * step
