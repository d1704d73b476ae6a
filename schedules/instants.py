"""Instants as whole microseconds since 1970, in which the compiler counts: exact, and quicker than datetimes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
SECOND = 1_000_000
DAY = 86_400 * SECOND


def ticks(instant: datetime) -> int:
    """Microseconds from 1970 to `instant`."""
    return ticks_in(instant - EPOCH)


def ticks_in(length: timedelta) -> int:
    """Microseconds in `length`."""
    return (length.days * 86_400 + length.seconds) * SECOND + length.microseconds


def instant_at(when: int) -> datetime:
    """The UTC instant `when` microseconds after 1970."""
    return EPOCH + timedelta(microseconds=when)
