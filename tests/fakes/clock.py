"""A clock that stands still until a test pushes it."""

from __future__ import annotations

from datetime import datetime, timedelta


class PushedClock:
    """Implements `schedules.clock.Clock`. Wall time may be set anywhere; monotonic time only follows pushes."""

    def __init__(self, now: datetime) -> None:
        self._now, self._monotonic = now, 0.0

    def now(self) -> datetime:
        return self._now

    def monotonic(self) -> float:
        return self._monotonic

    def push(self, by: timedelta) -> None:
        """Let `by` pass."""
        self._now += by
        self._monotonic += by.total_seconds()

    def set(self, now: datetime) -> None:
        """Set the wall clock, as a person or a time server does."""
        self._now = now
