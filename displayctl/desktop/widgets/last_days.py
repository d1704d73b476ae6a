"""Days on which something is shown for the last time, at the office's clock."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from schedules.clock import Clock

ZONE = ZoneInfo("Asia/Makassar")


def office_today(clock: Clock) -> date:
    """The civil day of the office."""
    return clock.now().astimezone(ZONE).date()


def last_day(expires_at: datetime | None) -> date | None:
    """The last civil day on which a medium is shown."""
    return (expires_at.astimezone(ZONE) - timedelta(seconds=1)).date() if expires_at else None


def after_day(day: date | None) -> datetime | None:
    """The instant after the last civil day."""
    if day is None:
        return None
    return datetime.combine(day + timedelta(days=1), time(0), ZONE).astimezone(UTC)
