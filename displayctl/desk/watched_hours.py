"""The hours in which somebody may be looking at a wall: what is empty then is told, what is empty at night is not."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta

from schedules.display import Display, zone
from schedules.open_hours import open_spans
from schedules.span import Span

USUALLY_FROM, USUALLY_TO = time(6), time(22)
"""When people pass a wall of which nobody has said when it is open."""
_ONE_DAY = timedelta(days=1)


def watched_spans(display: Display, span: Span) -> tuple[Span, ...]:
    """The parts of `span` in which people look at `display`, in order: its opening hours, else the usual ones."""
    if display.opening is not None:
        return open_spans(display, span)
    return tuple(part for usual in _usual(display, span) if (part := usual.meet(span)) is not None)


def _usual(display: Display, span: Span) -> Iterator[Span]:
    local = zone(display.time_zone)
    day, last = span.starts.astimezone(local).date(), span.ends.astimezone(local).date()
    while day <= last:
        starts, ends = (datetime.combine(day, at, local).astimezone(UTC) for at in (USUALLY_FROM, USUALLY_TO))
        yield Span(starts, ends)
        day += _ONE_DAY
