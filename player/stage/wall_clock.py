"""UTC for the stage: the machine's wall clock, corrected and smoothed, so that no picture jumps when a clock is set."""

from __future__ import annotations

from collections import deque
from datetime import UTC, datetime, timedelta

from schedules.clock import Clock

SLEW = 0.0005
STEP_NS = 500_000_000
SAMPLE_NS = 100_000_000
_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class WallClock:
    """UTC = monotonic time + an offset that follows the wall clock by at most 0.5 ms a second.

    Where the two differ by more than half a second the offset steps, and only when `step` is called: at the border
    between two items, where a jump does not show.
    """

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._correction_ns = 0
        self._samples: deque[int] = deque(maxlen=9)
        self._offset_ns = self._wall_ns = self._measure()
        self._sampled_ns = self._slewed_ns = self._monotonic_ns()

    def utc_ns(self, monotonic_ns: int) -> int:
        return monotonic_ns + self._offset_ns

    def monotonic_ns(self, utc_ns: int) -> int:
        return utc_ns - self._offset_ns

    def correct(self, offset_ms: int) -> None:
        """Take `offset_ms` (true UTC minus the machine's wall clock) into account from now on."""
        self._correction_ns = offset_ms * 1_000_000
        self._samples.clear()

    def tick(self) -> None:
        """Follow the wall clock a little. To be called often; it reads the clock ten times a second."""
        now = self._monotonic_ns()
        if now - self._sampled_ns >= SAMPLE_NS:
            self._sampled_ns = now
            self._samples.append(self._measure())
            self._wall_ns = sorted(self._samples)[len(self._samples) // 2]
        error = self._error_ns()
        most = int((now - self._slewed_ns) * SLEW)
        self._slewed_ns = now
        if abs(error) <= STEP_NS:
            self._offset_ns += max(-most, min(most, error))

    def step(self) -> bool:
        """Jump to the wall clock where it is more than half a second away; says whether it jumped."""
        error = self._error_ns()
        if abs(error) <= STEP_NS:
            return False
        self._offset_ns += error
        return True

    def _error_ns(self) -> int:
        return self._wall_ns - self._offset_ns if self._samples else 0

    def _measure(self) -> int:
        before = self._monotonic_ns()
        wall = (self._clock.now() - _EPOCH) // timedelta(microseconds=1) * 1000
        return wall - (before + self._monotonic_ns()) // 2 + self._correction_ns

    def _monotonic_ns(self) -> int:
        return int(self._clock.monotonic() * 1e9)
