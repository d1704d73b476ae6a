"""Instants as cards write them, by the clocks of a zone: "22 Nov", "08.14"."""

from __future__ import annotations

from datetime import datetime, tzinfo

from schedules.calendar_names import SHORT_MONTHS


def day(instant: datetime, zone: tzinfo) -> str:
    """The day of the calendar, without its year: no card lives for that long."""
    local = instant.astimezone(zone)
    return f"{local.day} {SHORT_MONTHS[local.month - 1]}"


def hour(instant: datetime, zone: tzinfo) -> str:
    """The time of day, to the minute."""
    return f"{instant.astimezone(zone):%H.%M}"
