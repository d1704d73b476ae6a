"""What a clock on a wall says, in Indonesian: "19.05 WITA" and "Minggu, 22 November 2026"."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from schedules.calendar_names import MONTHS, WEEKDAYS

_ZONES = {
    "Asia/Jakarta": "WIB",
    "Asia/Pontianak": "WIB",
    "Asia/Makassar": "WITA",
    "Asia/Ujung_Pandang": "WITA",
    "Asia/Jayapura": "WIT",
}
_MINUTE = timedelta(minutes=1)


class ClockStyle(StrEnum):
    """What a clock says: the time, the date, or both."""

    TIME = "time"
    DATE = "date"
    DATE_TIME = "date-time"


@dataclass(frozen=True, slots=True)
class ClockWords:
    """The words of a clock, unchanged until `until`; a part that the style leaves out is empty."""

    time: str
    date: str
    until: datetime


def clock_words(instant: datetime, zone: ZoneInfo, style: ClockStyle) -> ClockWords:
    """What a clock in `zone` says at the UTC `instant`, and up to which UTC instant it says so.

    Indonesia's three times have their own short names; elsewhere the time stands without one.
    """
    wall = instant.astimezone(zone)
    short = _ZONES.get(zone.key, "")
    time = f"{wall:%H.%M} {short}".rstrip() if style is not ClockStyle.DATE else ""
    date = f"{WEEKDAYS[wall.weekday()]}, {wall.day} {MONTHS[wall.month - 1]} {wall.year}"
    # Zones of today differ from UTC by whole minutes, so a civil minute ends where one of UTC does.
    until = instant.replace(second=0, microsecond=0) + _MINUTE
    return ClockWords(time, date if style is not ClockStyle.TIME else "", until)
