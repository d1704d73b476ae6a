"""From when to when something is shown, as the civil days that people pick."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta

from displayctl.desktop.presenters.office_time import office_day, office_zone
from schedules.clock import Clock

_ONE_DAY = timedelta(days=1)


def office_today(clock: Clock) -> date:
    """The civil day of the office."""
    return office_day(clock.now())


def first_day(valid_from: datetime | None) -> date | None:
    """The first civil day on which it is shown."""
    return office_day(valid_from) if valid_from else None


def last_day(valid_until: datetime | None) -> date | None:
    """The last civil day on which it is shown."""
    return office_day(valid_until - timedelta(seconds=1)) if valid_until else None


def beginning_of(day: date | None) -> datetime | None:
    """The instant at which the first civil day begins."""
    return _midnight(day) if day else None


def end_of(day: date | None) -> datetime | None:
    """The instant after the last civil day."""
    return _midnight(day + _ONE_DAY) if day else None


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(0), office_zone()).astimezone(UTC)
