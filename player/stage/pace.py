"""The stage's pulse: a thread that wakes at every refresh and signals it.

Refreshes lie on the grid of n / rate of UTC, so that two walls whose clocks agree go on to the next frame together.
"""

from __future__ import annotations

import threading
import time

from PySide6.QtCore import QObject, Signal

S = 1_000_000_000
REST_NS = 80_000_000
USUAL_HZ = 60.0


def refresh_of(reported_hz: float) -> float:
    """The refresh rate to keep, of what a screen reports; 60 where that cannot be (virtual screens report 0)."""
    return reported_hz if 23.0 <= reported_hz <= 240.0 else USUAL_HZ


class Pace(QObject):
    """Emits `refreshed` with the refresh's number, at most once for each. Refresh n is at `instant_ns(n)`.

    One of them lies at `epoch_ns` (monotonic; nobody has to have been there). A queued connection brings the signal to
    the painting thread. One that comes late is followed by another: only the one that is `newest` counts.
    """

    refreshed = Signal(float)

    def __init__(self, hz: float, epoch_ns: int = 0) -> None:
        super().__init__()
        self.period_ns = round(S / hz)
        self._phase_ns = epoch_ns % self.period_ns
        self.newest = 0
        self._going = threading.Event()
        self._woken = threading.Event()
        self._resting_until = 0
        self._thread: threading.Thread | None = None

    def start(self) -> None:
        self._going.set()
        self._thread = threading.Thread(target=self._carry, daemon=True, name="pace")
        self._thread.start()

    def stop(self) -> None:
        self._going.clear()
        if self._thread is not None:
            self._thread.join(1)

    def retune(self, hz: float) -> None:
        """Go on at another rate; refreshes of the former one that are still on their way are none of `newest`.

        The new grid lies anywhere until it is aligned.
        """
        self.stop()
        self.period_ns, self.newest = round(S / hz), 0
        self.start()

    def instant_ns(self, refresh: int) -> int:
        """When `refresh` is, monotonic; as the grid lies now."""
        return refresh * self.period_ns + self._phase_ns

    def align(self, epoch_ns: int) -> None:
        """Move the grid, by half a refresh at most, so that one lies at `epoch_ns`. For the thread that paints."""
        half_ns = self.period_ns // 2
        self._phase_ns += (epoch_ns - self._phase_ns + half_ns) % self.period_ns - half_ns

    def rest(self, refresh: int, until_ns: int) -> bool:
        """Leave out the refreshes after this one and before `until_ns`: nothing will have changed. Says whether there
        are any. No rest is longer than 80 ms."""
        until = self._first_from(min(until_ns, self.instant_ns(refresh) + REST_NS))
        if until <= refresh + 1:
            return False
        self._woken.clear()
        self._resting_until = until
        return True

    def wake(self) -> None:
        """End a rest: something has come up. For any thread."""
        self._resting_until = 0
        self._woken.set()

    def _carry(self) -> None:
        number = self._newest_by(time.monotonic_ns()) + 1
        while self._going.is_set():
            self._sleep_to(number)
            if self._resting_until > number:
                number = self._rest_from(number)
            self.newest = number
            self.refreshed.emit(float(number))
            number = max(number + 1, self._newest_by(time.monotonic_ns()))

    def _rest_from(self, number: int) -> int:
        """Sleep over the refreshes that are left out; the number of the one that is to be kept, which has come."""
        until, self._resting_until = self._resting_until, 0
        left_ns = self.instant_ns(until) - time.monotonic_ns()
        if until > number + 1 and self._woken.wait((left_ns - self.period_ns) / S):
            until = min(until, self._newest_by(time.monotonic_ns()) + 1)
        self._sleep_to(until)
        return until

    def _sleep_to(self, number: int) -> None:
        left_ns = self.instant_ns(number) - time.monotonic_ns()
        if left_ns > 0:
            time.sleep(left_ns / S)

    def _newest_by(self, now_ns: int) -> int:
        return (now_ns - self._phase_ns) // self.period_ns

    def _first_from(self, now_ns: int) -> int:
        return -(-(now_ns - self._phase_ns) // self.period_ns)
