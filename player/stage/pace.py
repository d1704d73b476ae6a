"""The stage's pulse: a thread that wakes at every refresh and signals its instant."""

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
    """Emits `refreshed` with the refresh's number, at most once for each, on the grid of monotonic n / `hz`.

    A queued connection brings it to the painting thread. One that comes late is followed by another: only the one that
    is `newest` counts.
    """

    refreshed = Signal(float)

    def __init__(self, hz: float) -> None:
        super().__init__()
        self.period_ns = round(S / hz)
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
        """Go on at another rate; refreshes of the former one that are still on their way are none of `newest`."""
        self.stop()
        self.period_ns, self.newest = round(S / hz), 0
        self.start()

    def rest(self, refresh: int) -> None:
        """Leave out some refreshes after this one: nothing will have changed. Ends by itself after 80 ms."""
        self._woken.clear()
        self._resting_until = refresh + REST_NS // self.period_ns

    def wake(self) -> None:
        """End a rest: something has come up. For any thread."""
        self._resting_until = 0
        self._woken.set()

    def _carry(self) -> None:
        number = time.monotonic_ns() // self.period_ns + 1
        while self._going.is_set():
            left_ns = number * self.period_ns - time.monotonic_ns()
            if left_ns > 0:
                time.sleep(left_ns / S)
            if self._resting_until > number:
                self._woken.wait((self._resting_until - number) * self.period_ns / S)
                self._resting_until = 0
                number = time.monotonic_ns() // self.period_ns + 1
                continue
            self.newest = number
            self.refreshed.emit(float(number))
            number = max(number + 1, time.monotonic_ns() // self.period_ns)
