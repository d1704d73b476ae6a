"""How loud a wall is through the day: its volume, and nothing at all in its quiet hours."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta

from schedules.daypart import hours_span
from schedules.display import Display, zone
from schedules.span import Span

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Loudness:
    """A wall's volume in percent, the same until `until`; what it plays is heard at that part of its own volume."""

    percent: int
    until: datetime


def loudness_at(display: Display, instant: datetime) -> Loudness:
    """How loud `display` is at the UTC `instant`. It is asked again within a day at the latest."""
    local = zone(display.time_zone)
    today = instant.astimezone(local).date()
    quiet = [span for offset in (-1, 0, 1) for span in _quiet_spans(display, today + offset * _ONE_DAY)]
    edges = [edge for span in quiet for edge in (span.starts, span.ends) if edge > instant]
    is_quiet = any(span.contains(instant) for span in quiet)
    return Loudness(0 if is_quiet else display.volume, min([instant + _ONE_DAY, *edges]))


def _quiet_spans(display: Display, day: date) -> list[Span]:
    local = zone(display.time_zone)
    found = [hours_span(hours, day, local) for hours in display.quiet_hours if day.weekday() in hours.weekdays]
    return [span for span in found if span is not None]
