"""The time zone of the office, in which the desk says days and hours: that of the settings, once they are read."""

from __future__ import annotations

from datetime import date, datetime
from zoneinfo import ZoneInfo

FIRST_ZONE = "Asia/Makassar"
_zone = ZoneInfo(FIRST_ZONE)


def office_zone() -> ZoneInfo:
    """The office's time zone as it is known now: whoever keeps it says old hours once the office has another one."""
    return _zone


def office_day(at: datetime) -> date:
    """The civil day of the office at an instant."""
    return at.astimezone(_zone).date()


def take_office_zone(name: str) -> bool:
    """The hub's office is in this time zone; whether that is news. `name` is one that ZoneInfo knows."""
    global _zone
    is_news = name != _zone.key
    _zone = ZoneInfo(name)
    return is_news
