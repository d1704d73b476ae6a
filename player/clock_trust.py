"""What the time is, and how sure the player may be: machines behind LED walls often start in 1970 or jump."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

from schedules.clock import Clock

BUILT_AT = datetime(2026, 11, 1, tzinfo=UTC)
"""No true clock shows an earlier time than the one at which this version was made."""

LATEST_AHEAD = timedelta(days=3653)
JUMP = timedelta(milliseconds=500)
HUB_DISAGREES = timedelta(seconds=5)
LONGEST_ROUND_TRIP_S = 5.0


class Certainty(StrEnum):
    """Where the time comes from. Only NONE is not good enough for a schedule."""

    MACHINE = "machine"
    HELD = "held"
    HUB = "hub"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Reading:
    """The time at one moment. `offset` is what to add to the machine's wall clock to get `now`.

    `jumped` says that the machine's wall clock moved against its monotonic one since the last reading.
    """

    now: datetime
    monotonic: float
    certainty: Certainty
    offset: timedelta
    jumped: bool

    @property
    def trusted(self) -> bool:
        return self.certainty is not Certainty.NONE


class ClockTrust:
    """Judges the machine's wall clock by a floor: an instant that has certainly passed.

    A wall clock between the floor and ten years after it is believed. One that is not believed is replaced by the
    time last believed plus monotonic time, else by the hub's, else by the floor plus monotonic time since the
    start: then `Certainty.NONE`, and spans measured with it are right though the time of day is not.
    """

    def __init__(self, clock: Clock, floor: datetime = BUILT_AT) -> None:
        self._clock = clock
        self._floor = max(floor, BUILT_AT)
        self._started = clock.monotonic()
        self._base: datetime | None = None
        self._held: datetime | None = None
        self._hub: datetime | None = None
        self._lock = threading.Lock()

    @property
    def floor(self) -> datetime:
        return self._floor

    @property
    def hub_now(self) -> datetime | None:
        """What the hub said last that the time is, with what has gone by since; None where it has said nothing yet."""
        with self._lock:
            return None if self._hub is None else self._hub + self._elapsed()

    def raise_floor(self, floor: datetime) -> None:
        """Take note that `floor` has certainly passed; an earlier one changes nothing."""
        self._floor = max(self._floor, floor)

    def read(self) -> Reading:
        """The best time there is now."""
        with self._lock:
            return self._read()

    def _read(self) -> Reading:
        wall, elapsed = self._clock.now(), self._elapsed()
        base = wall - elapsed
        jumped = self._base is not None and abs(base - self._base) > JUMP
        if jumped or self._base is None:
            self._base = base
        now, certainty = self._judge(wall, elapsed)
        return Reading(now, self._clock.monotonic(), certainty, now - wall, jumped)

    def learn_hub_time(self, hub_now: datetime, sent: float, received: float) -> timedelta | None:
        """Take the hub's answer, asked at monotonic `sent`, here at `received`.

        Gives how far the machine's clock is behind the hub's, or None where the answer took too long to tell or
        lies before the floor.
        """
        trip = received - sent
        if not 0 <= trip <= LONGEST_ROUND_TRIP_S or hub_now < self._floor:
            return None
        at_receipt = hub_now + timedelta(seconds=trip / 2)
        self._hub = at_receipt - timedelta(seconds=received - self._started)
        return at_receipt - (self._clock.now() - timedelta(seconds=self._clock.monotonic() - received))

    def _judge(self, wall: datetime, elapsed: timedelta) -> tuple[datetime, Certainty]:
        if self._floor <= wall <= self._floor + LATEST_AHEAD:
            self._held = wall - elapsed
            return wall, Certainty.MACHINE
        if self._held is not None:
            return self._held + elapsed, Certainty.HELD
        if self._hub is not None:
            return self._hub + elapsed, Certainty.HUB
        return self._floor + elapsed, Certainty.NONE

    def _elapsed(self) -> timedelta:
        return timedelta(seconds=self._clock.monotonic() - self._started)


class TrustedClock:
    """The best time there is, as a `Clock` for judging what is new and what has expired."""

    def __init__(self, time: ClockTrust, clock: Clock) -> None:
        self._time, self._clock = time, clock

    def now(self) -> datetime:
        return self._time.read().now

    def monotonic(self) -> float:
        return self._clock.monotonic()
