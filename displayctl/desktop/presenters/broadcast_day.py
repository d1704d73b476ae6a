"""One wall's day as a strip of time: what is on it, cue by cue where there is room, and as bars where there is not."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from enum import IntEnum
from zoneinfo import ZoneInfo

from schedules.alert import Alert
from schedules.compilation import Compilation, Segment
from schedules.director import Cue, cue_at
from schedules.proof import ShowingKind
from schedules.span import Span
from schedules.turns import standing_alerts

DAY_SECONDS = 86_400
LEAST_ITEM_PX = 4.0
"""Narrower than that an item is not seen, and its loop is told as a whole."""


class Lane(IntEnum):
    """Where on the strip a kind of showing lies, from above."""

    ALERT = 0
    INTERRUPT = 1
    LOOP = 2
    FILLER = 3


_LANES = {
    ShowingKind.ALERT: Lane.ALERT,
    ShowingKind.INTERRUPT: Lane.INTERRUPT,
    ShowingKind.LOOP: Lane.LOOP,
    ShowingKind.FILLER: Lane.FILLER,
    ShowingKind.SLATE: Lane.FILLER,
    ShowingKind.CLOSED: Lane.FILLER,
    ShowingKind.HOLD: Lane.FILLER,
}


def lane_of(kind: ShowingKind) -> Lane:
    """The lane of a kind of showing."""
    return _LANES[kind]


def day_span(day: date, time_zone: str) -> Span:
    """A civil day from midnight to midnight; 23 or 25 hours where clocks change."""
    zone = ZoneInfo(time_zone)
    starts, ends = (datetime.combine(each, time(0), zone).astimezone(UTC) for each in (day, day + timedelta(days=1)))
    return Span(starts, ends)


@dataclass(frozen=True, slots=True)
class View:
    """What is seen of a span: from `left` on, `width_px` wide, each second `second_px` wide."""

    span: Span
    left: datetime
    second_px: float
    width_px: int

    @property
    def right(self) -> datetime:
        """The first instant that is not seen any more."""
        return min(self.span.ends, self.left + timedelta(seconds=self.width_px / self.second_px))

    def x(self, instant: datetime) -> float:
        return (instant - self.left).total_seconds() * self.second_px

    def instant(self, x_px: float) -> datetime:
        """The instant at a place, within the span, in whole milliseconds."""
        found = self.left + timedelta(milliseconds=round(x_px / self.second_px * 1000))
        return min(max(found, self.span.starts), self.span.ends - timedelta(milliseconds=1))


@dataclass(frozen=True, slots=True)
class Bar:
    """Something on the strip: one item (`cue`), or a stretch of a loop whose items are too narrow to be seen."""

    span: Span
    kind: ShowingKind
    slot_id: str
    playlist_id: str
    cue: Cue | None = None


def bars_seen(compilation: Compilation, view: View) -> Iterator[Bar]:
    """What is seen, lane by lane in order. No more than what the width has room for, however short the items are."""
    number = max(0, bisect_right(compilation.segments, view.left, key=_starts) - 1)
    held: dict[Lane, Bar] = {}
    shortest: dict[int, float] = {}
    while number < len(compilation.segments) and compilation.segments[number].span.starts < view.right:
        segment, lane = compilation.segments[number], lane_of(compilation.segments[number].kind)
        number += 1
        if id(segment.items) not in shortest:  # the segments of one booking share their items
            shortest[id(segment.items)] = _shortest(segment)
        if shortest[id(segment.items)] * view.second_px >= LEAST_ITEM_PX:
            if lane in held:
                yield held.pop(lane)
            yield from _items(compilation, segment, view)
        elif lane in held and _joins(held[lane], segment, view):
            held[lane] = replace(held[lane], span=Span(held[lane].span.starts, segment.span.ends))
        else:
            if lane in held:
                yield held[lane]
            held[lane] = Bar(segment.span, segment.kind, segment.slot_id, segment.playlist_id)
    yield from held.values()


def _joins(held: Bar, segment: Segment, view: View) -> bool:
    """Whether a segment is told together with the bar before it: nothing between them, or of them, would be seen."""
    gap = (segment.span.starts - held.span.ends).total_seconds() * view.second_px
    same = (held.kind, held.slot_id) == (segment.kind, segment.slot_id)
    return gap < 1 and (same or segment.span.length.total_seconds() * view.second_px < 1)


def _items(compilation: Compilation, segment: Segment, view: View) -> Iterator[Bar]:
    now, until = max(segment.span.starts, view.left), min(segment.span.ends, view.right)
    while now < until:
        cue = cue_at(compilation, now)
        yield Bar(cue.span, cue.kind, cue.slot_id, cue.playlist_id, cue)
        now = cue.span.ends


def _shortest(segment: Segment) -> float:
    """The length in seconds of the shortest item; of a segment without items its own."""
    lengths = [item.duration.total_seconds() for item in segment.items]
    return min(lengths, default=segment.span.length.total_seconds())


def _starts(segment: Segment) -> datetime:
    return segment.span.starts


def alerts_of(alerts: Iterable[Alert], display_id: str, span: Span) -> tuple[tuple[Span, Alert], ...]:
    """The messages that stand on a wall in a span, each with the part of it in which it does."""
    found = []
    for alert in standing_alerts(alerts, display_id):
        ends = alert.ends(True)
        met = Span(alert.effective, ends).meet(span) if alert.effective < ends else None
        if met is not None:
            found.append((met, alert))
    return tuple(found)


def next_cue(compilation: Compilation, instant: datetime, forward: int) -> datetime:
    """Where the next item begins, or with a `forward` of -1 this one, or the one before where it has just begun."""
    span = compilation.span
    cue = cue_at(compilation, instant)
    if forward > 0:
        return min(cue.span.ends, span.ends - timedelta(milliseconds=1))
    if instant > cue.span.starts or cue.span.starts <= span.starts:
        return max(cue.span.starts, span.starts)
    return max(span.starts, cue_at(compilation, cue.span.starts - timedelta(microseconds=1)).span.starts)
