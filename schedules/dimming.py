"""How bright a wall is at an instant, of what its brightness says for the hours of the day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from schedules.brightness import FULL
from schedules.daypart import hours_span
from schedules.display import Display, zone

_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Dimming:
    """A wall's brightness in percent, the same until `until`."""

    percent: int
    until: datetime


def brightness_at(display: Display, instant: datetime) -> Dimming:
    """How bright `display` is at the UTC `instant`. It is asked again within a day at the latest."""
    if display.brightness is None:
        return Dimming(FULL, instant + _ONE_DAY)
    local = zone(display.time_zone)
    today = instant.astimezone(local).date()
    percent, until = FULL, instant + _ONE_DAY
    for day in (today - _ONE_DAY, today, today + _ONE_DAY):
        for each in display.brightness.spans:
            span = hours_span(each.hours, day, local) if day.weekday() in each.hours.weekdays else None
            if span is None:
                continue
            if span.contains(instant):
                percent = min(percent, each.percent)
            until = min([until, *(edge for edge in (span.starts, span.ends) if edge > instant)])
    return Dimming(percent, until)
