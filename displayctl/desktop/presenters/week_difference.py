"""A week of a wall twice, as it is on air and as it would be, and the stretches in which the two are not the same."""

from __future__ import annotations

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
    after = compile_programme(draft, display_id, span).segments
    before = compile_programme(published, display_id, span).segments if published is not None else ()
    return WeekDifference(
        display_id=display_id,
        span=span,
        time_zone=draft.display(display_id).time_zone,
        before=_stretches(published, before),
        after=_stretches(draft, after),
        differing=_differing(before, after, span),
    )


def _stretches(programme: Programme | None, segments: tuple[Segment, ...]) -> tuple[Stretch, ...]:
    names = {} if programme is None else {slot.id: slot.name for slot in programme.slots}
    return tuple(Stretch(each.span, each.slot_id, names.get(each.slot_id, "")) for each in segments)


def _differing(before: tuple[Segment, ...], after: tuple[Segment, ...], span: Span) -> tuple[Span, ...]:
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
        if _content(now_one) != _content(now_other):
            if found and found[-1].ends == starts:
                found[-1] = Span(found[-1].starts, ends)
            else:
                found.append(Span(starts, ends))
    return tuple(found)


def _content(segment: Segment | None) -> object:
    return None if segment is None else (segment.slot_id, segment.playlist_id, segment.items, segment.volume)
