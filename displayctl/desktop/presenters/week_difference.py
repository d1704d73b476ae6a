"""A week of a wall twice, as it is on air and as it would be, and the stretches in which the two are not the same."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import pairwise

from schedules.compilation import Segment
from schedules.compiler import compile_programme
from schedules.programme import Programme
from schedules.span import Span

COMPARED_DAYS = 7


@dataclass(frozen=True, slots=True)
class Stretch:
    """`slot_id` has the wall for `span`; empty: the filler or the house card."""

    span: Span
    slot_id: str
    slot_name: str


@dataclass(frozen=True, slots=True)
class WeekDifference:
    """A wall's next seven days: `before` on air (empty for a new wall), `after` approval, and where they differ."""

    display_id: str
    span: Span
    time_zone: str
    before: tuple[Stretch, ...]
    after: tuple[Stretch, ...]
    differing: tuple[Span, ...]

    @property
    def slot_ids(self) -> tuple[str, ...]:
        """Every slot that has the wall before or after, in the order in which they come."""
        return tuple(dict.fromkeys(each.slot_id for each in (*self.after, *self.before) if each.slot_id))


def week_differences(draft: Programme, published: Programme | None, now: datetime) -> tuple[WeekDifference, ...]:
    """One for each wall of `draft`, of its main picture. Raises ScheduleError."""
    span = Span(now, now + timedelta(days=COMPARED_DAYS))
    known = {display.id for display in published.displays} if published is not None else set()
    return tuple(
        _difference(draft, published if display.id in known else None, display.id, span) for display in draft.displays
    )


def _difference(draft: Programme, published: Programme | None, display_id: str, span: Span) -> WeekDifference:
    return compared((published, display_id), (draft, display_id), span)


def compared(before: tuple[Programme | None, str], after: tuple[Programme | None, str], span: Span) -> WeekDifference:
    """What two walls show in `span`, or one wall by two programmes; a side without a programme shows nothing.

    Different walls are alike where they show the same media for the same time, whatever was prepared for their shapes.
    Raises ScheduleError.
    """
    one, other = _segments(*before, span), _segments(*after, span)
    content = _content if before[1] == after[1] else _media
    known = after[0] if after[0] is not None else before[0]
    wall = after[1] if after[0] is not None else before[1]
    return WeekDifference(
        display_id=after[1],
        span=span,
        time_zone=known.display(wall).time_zone if known is not None else "UTC",
        before=_stretches(before[0], one),
        after=_stretches(after[0], other),
        differing=_differing(one, other, span, content),
    )


def _segments(programme: Programme | None, display_id: str, span: Span) -> tuple[Segment, ...]:
    return compile_programme(programme, display_id, span).segments if programme is not None else ()


def _stretches(programme: Programme | None, segments: tuple[Segment, ...]) -> tuple[Stretch, ...]:
    names = {} if programme is None else {slot.id: slot.name for slot in programme.slots}
    return tuple(Stretch(each.span, each.slot_id, names.get(each.slot_id, "")) for each in segments)


def _differing(
    before: tuple[Segment, ...],
    after: tuple[Segment, ...],
    span: Span,
    content: Callable[[Segment | None], object],
) -> tuple[Span, ...]:
    """Both cover the span with touching segments; compared between each two instants at which one of them changes."""
    edges = sorted({each.span.starts for each in (*before, *after)} | {span.ends})
    found: list[Span] = []
    one, other = iter(before), iter(after)
    now_one, now_other = next(one, None), next(other, None)
    for starts, ends in pairwise(edges):
        while now_one is not None and now_one.span.ends <= starts:
            now_one = next(one, None)
        while now_other is not None and now_other.span.ends <= starts:
            now_other = next(other, None)
        if content(now_one) != content(now_other):
            if found and found[-1].ends == starts:
                found[-1] = Span(found[-1].starts, ends)
            else:
                found.append(Span(starts, ends))
    return tuple(found)


def _content(segment: Segment | None) -> object:
    return None if segment is None else (segment.slot_id, segment.playlist_id, segment.items, segment.volume)


def _media(segment: Segment | None) -> object:
    if segment is None:
        return None
    return segment.kind, segment.volume, tuple((item.medium_id, item.duration) for item in segment.items)
