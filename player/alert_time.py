"""The time that alerts live by: it goes on through reboots, and no single wrong clock ends or keeps an alert.

Witnesses are the machine's wall clock and the hub's word. One that says less than what has certainly passed is wrong,
and one that says a year more is too. Of two that differ the earlier is followed: an alert that ends late is taken back
by the next, one that is hidden by mistake is not. Without any witness time goes on from where it was last, on
monotonic time, so that the life an alert has left is what it had left at the last writing.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from player.clock_trust import BUILT_AT, Reading
from schedules.clock import Clock

AGREE = timedelta(seconds=5)
LONGEST_OFF = timedelta(days=366)
"""No wall is switched off for longer between two instants that it knows of."""


@dataclass(frozen=True, slots=True)
class AlertMoments:
    """What outlives a restart: an instant that has certainly passed, and the one that was believed last."""

    passed: datetime = BUILT_AT
    believed: datetime = BUILT_AT


class AlertTime:
    """Goes on from `kept`, the moments that were written last, by monotonic time. One thread uses it."""

    def __init__(self, clock: Clock, kept: AlertMoments | None = None) -> None:
        kept = kept or AlertMoments()
        self._clock = clock
        self._began = clock.monotonic()
        self._passed, self._believed = max(kept.passed, BUILT_AT), max(kept.believed, BUILT_AT)

    @property
    def moments(self) -> AlertMoments:
        """What to write now."""
        elapsed = self._elapsed()
        return AlertMoments(self._passed + elapsed, self._believed + elapsed)

    @property
    def base(self) -> datetime:
        """What is believed now, less what has gone by since the start: it moves only where time was corrected."""
        return max(self._passed, self._believed)

    def raise_floor(self, floor: datetime) -> None:
        """Take note that `floor` has certainly passed; an earlier one changes nothing."""
        self._passed = max(self._passed, floor - self._elapsed())

    def read(self, reading: Reading, hub_now: datetime | None = None) -> datetime:
        """The instant of `reading` for alerts; `hub_now` is what the hub said since the start, with what has gone by
        until this call.
        """
        elapsed, machine = timedelta(seconds=reading.monotonic - self._began), reading.now - reading.offset
        passed, since = self._passed + elapsed, self._elapsed() - elapsed
        given = [machine] if hub_now is None else [machine, hub_now - since]
        witnesses = [said for said in given if passed - AGREE <= said <= passed + LONGEST_OFF]
        if not witnesses:
            return max(passed, self._believed + elapsed)
        now = max(passed, min(witnesses))
        self._believed = now - elapsed
        if len(witnesses) > 1 and max(witnesses) - min(witnesses) <= AGREE:
            self._passed = max(self._passed, min(witnesses) - elapsed)
        return now

    def _elapsed(self) -> timedelta:
        return timedelta(seconds=self._clock.monotonic() - self._began)
