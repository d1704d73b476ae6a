"""Where bookings lie on a calendar of civil days: pieces of columns, side by side where they overlap."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from schedules.daypart import Daypart, Hours
from schedules.recurrence import HolidaySet, occurrence_dates
from schedules.slot import Slot, SlotKind
from schedules.span import Span

DAY_MINUTES = 24 * 60
SNAP_MINUTES = 15
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
    others run lies `indent` steps into them. An interrupt (`on_edge`) has a lane of its own at the column's right edge.
    `hidden` are the minutes in which another slot is on the wall instead.
    """

    occurrence: Occurrence
    column: int
    top: int
    bottom: int
    lane: int = 0
    lanes: int = 1
    indent: int = 0
    on_edge: bool = False
    hidden: tuple[tuple[int, int], ...] = ()

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
) -> tuple[Block, ...]:
    """The blocks of `days` columns beginning with `first`, with what began the day before and runs over midnight."""
    columns: list[list[Block]] = [[] for _ in range(days)]
    for slot in slots:
        for happening in occurrences(
            slot, dayparts, holidays, first - timedelta(days=1), first + timedelta(days=days - 1)
        ):
            on_edge = slot.kind is SlotKind.INTERRUPT
            for block in _pieces(happening, (happening.day - first).days, on_edge):
                if 0 <= block.column < days:
                    columns[block.column].append(block)
    return tuple(block for column in columns for block in _arranged(column))


def _pieces(happening: Occurrence, column: int, on_edge: bool) -> Iterable[Block]:
    bottom = min(happening.ends_minute, DAY_MINUTES)
    yield Block(happening, column, happening.starts_minute, bottom, on_edge=on_edge)
    if happening.ends_minute > DAY_MINUTES:
        yield Block(happening, column + 1, 0, happening.ends_minute - DAY_MINUTES, on_edge=on_edge)


@dataclass(slots=True)
class _Group:
    """Blocks of a column that begin at about the same time and overlap: they stand side by side."""

    blocks: list[Block]
    indent: int

    def overlaps(self, block: Block) -> bool:
        return any(other.top < block.bottom and block.top < other.bottom for other in self.blocks)


def _arranged(blocks: list[Block]) -> Iterable[Block]:
    ordered = sorted(blocks, key=lambda b: (b.top, -b.bottom, b.slot_id))
    for edge in (False, True):
        groups: list[_Group] = []
        for block in (block for block in ordered if block.on_edge is edge):
            _join(groups, block, alike=edge)
        for group in groups:
            for lane, block in enumerate(group.blocks):
                yield replace(block, lane=lane, lanes=len(group.blocks), indent=group.indent)


def _join(groups: list[_Group], block: Block, *, alike: bool) -> None:
    """Put a block beside those it begins with, or one step into those that run already."""
    around = [group for group in groups if group.overlaps(block)]
    for group in around:
        if alike or block.top - group.blocks[0].top < TITLE_MINUTES:
            group.blocks.append(block)
            return
    groups.append(_Group([block], max((group.indent + 1 for group in around), default=0)))


def with_hidden(
    blocks: Iterable[Block], lost: Mapping[str, tuple[Span, ...]], first: date, zone: ZoneInfo
) -> tuple[Block, ...]:
    """The same blocks with the minutes in which their slot loses; `lost` maps slot ids to UTC spans."""
    return tuple(replace(block, hidden=_hidden(block, lost.get(block.slot_id, ()), first, zone)) for block in blocks)


def _hidden(block: Block, spans: tuple[Span, ...], first: date, zone: ZoneInfo) -> tuple[tuple[int, int], ...]:
    midnight = datetime.combine(first + timedelta(days=block.column), time(0))
    found = []
    for span in spans:
        starts = (span.starts.astimezone(zone).replace(tzinfo=None) - midnight).total_seconds() / 60
        ends = (span.ends.astimezone(zone).replace(tzinfo=None) - midnight).total_seconds() / 60
        top, bottom = max(block.top, round(starts)), min(block.bottom, round(ends))
        if top < bottom:
            found.append((top, bottom))
    return _merged(found)


def _merged(ranges: list[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    merged: list[tuple[int, int]] = []
    for top, bottom in sorted(ranges):
        if merged and top <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(bottom, merged[-1][1]))
        else:
            merged.append((top, bottom))
    return tuple(merged)


def snapped(minute: float) -> int:
    """The nearest quarter of an hour."""
    return round(minute / SNAP_MINUTES) * SNAP_MINUTES
