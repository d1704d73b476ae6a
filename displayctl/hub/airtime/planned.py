"""What published programmes promise: which was in force when, and what a segment of a loop adds up to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from displayctl.hub.storage import UnitOfWork
from schedules.codec import programme_from_dict
from schedules.compilation import Segment
from schedules.programme import Programme
from schedules.span import Span


def programmes_in_force(work: UnitOfWork, group: str, span: Span) -> Iterator[tuple[Programme, Span]]:
    """The programmes that were published for a group, each with its part of `span`, oldest first."""
    found = work.publications.in_force(group, span.starts, span.ends)
    edges = [*(published_at for published_at, _ in found[1:]), span.ends][: len(found)]
    for (published_at, document), until in zip(found, edges, strict=True):
        stretch = span.meet(Span(published_at, until)) if published_at < until else None
        if stretch is not None:
            yield programme_from_dict(document), stretch


def planned_airtime(segment: Segment) -> Iterator[tuple[str, int, timedelta]]:
    """For each item of a segment's loop: its medium, how often it begins in the segment, and how long it is on air."""
    if not segment.items:
        return
    cycle = segment.items[-1].offset + segment.items[-1].duration
    begins, ends = segment.span.starts - segment.anchor, segment.span.ends - segment.anchor
    for item in segment.items:
        starts = _starts_before(ends, item.offset, cycle) - _starts_before(begins, item.offset, cycle)
        aired = _aired_before(ends, item.offset, item.duration, cycle)
        yield item.medium_id, starts, aired - _aired_before(begins, item.offset, item.duration, cycle)


def _starts_before(position: timedelta, offset: timedelta, cycle: timedelta) -> int:
    """How many times an item begins before `position` in the loop, counted from the loop's anchor."""
    return -((offset - position) // cycle)


def _aired_before(position: timedelta, offset: timedelta, duration: timedelta, cycle: timedelta) -> timedelta:
    rounds, rest = divmod(position - offset, cycle)
    return rounds * duration + min(rest, duration)
