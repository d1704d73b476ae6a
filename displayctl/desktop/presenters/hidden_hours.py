"""When bookings are hidden by others, in civil minutes of a week: a calendar has only to cut them to its blocks."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, time, timedelta, tzinfo

from displayctl.desktop.presenters.week_layout import DAY_MINUTES, Block
from schedules.span import Span

WEEK_DAYS, REACH_DAYS = 7, 2
"""Walls of other zones begin their week up to a day sooner or later."""
DAY_SECONDS = 86_400
Minutes = tuple[int, int]


@dataclass(frozen=True, slots=True)
class HiddenHours:
    """By slot, from which to which civil minute after the midnight of `monday` it loses; in order, none touching."""

    monday: date = date.min
    by_slot: Mapping[str, tuple[Minutes, ...]] = field(default_factory=dict)


def hidden_hours(lost: Mapping[str, Iterable[Span]], monday: date, zone: tzinfo) -> HiddenHours:
    """The spans that each slot loses in the week of `monday`, on the civil clock of `zone`."""
    minute_of = CivilMinutes(monday, zone).of
    ranges = {
        slot_id: {(minute_of(each.starts), minute_of(each.ends)) for each in spans} for slot_id, spans in lost.items()
    }
    return HiddenHours(monday, {slot_id: _merged(found) for slot_id, found in ranges.items()})


def with_hidden(blocks: Sequence[Block], hidden: HiddenHours, first: date) -> tuple[Block, ...]:
    """The same blocks with the minutes in which their slot loses; their columns begin with day `first`."""
    days = (first - hidden.monday).days
    return tuple(_cut(block, hidden.by_slot.get(block.slot_id, ()), days) for block in blocks)


def _cut(block: Block, ranges: Iterable[Minutes], days: int) -> Block:
    before = (days + block.column) * DAY_MINUTES
    found = ((max(block.top, top - before), min(block.bottom, bottom - before)) for top, bottom in ranges)
    apart = tuple((top, bottom) for top, bottom in found if top < bottom)
    return replace(block, hidden=apart) if apart else block


def _merged(ranges: Iterable[Minutes]) -> tuple[Minutes, ...]:
    merged: list[Minutes] = []
    for top, bottom in sorted(ranges):
        if merged and top <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(bottom, merged[-1][1]))
        else:
            merged.append((top, bottom))
    return tuple(merged)


class CivilMinutes:
    """The civil clock of a zone around one week, by arithmetic: a large office has a hundred thousand instants to put
    on it, and the zone is asked a few times a day.
    """

    def __init__(self, monday: date, zone: tzinfo) -> None:
        self._zero = datetime.combine(monday, time(0), UTC)
        self._zone = zone
        self._changes: list[int] = []
        self._offsets = [self._offset(-REACH_DAYS * DAY_SECONDS)]
        for day in range(-REACH_DAYS, WEEK_DAYS + REACH_DAYS):
            self._look_at(day * DAY_SECONDS, (day + 1) * DAY_SECONDS)

    def of(self, instant: datetime) -> int:
        """The civil minute after the midnight of the week's Monday, the nearest one; beyond the week by the rule at
        its edge.
        """
        seconds = (instant - self._zero).total_seconds()
        return round((seconds + self._offsets[bisect_right(self._changes, seconds)]) / 60)

    def _look_at(self, starts: int, ends: int) -> None:
        """Note the second between two looks at the zone at which its offset changes, if it does."""
        before, after = self._offsets[-1], self._offset(ends)
        if before == after:
            return
        while ends - starts > 1:
            middle = (starts + ends) // 2
            starts, ends = (middle, ends) if self._offset(middle) == before else (starts, middle)
        self._changes.append(ends)
        self._offsets.append(after)

    def _offset(self, seconds: int) -> float:
        offset = (self._zero + timedelta(seconds=seconds)).astimezone(self._zone).utcoffset()
        return offset.total_seconds() if offset is not None else 0.0
