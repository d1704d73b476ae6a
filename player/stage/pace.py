"""The stage's pulse: the painting thread waits for a timer of the kernel's, which goes off at every refresh.

Refreshes lie on the grid of n / rate of UTC, so that two walls whose clocks agree go on to the next frame together.
"""

from __future__ import annotations

import time
from collections.abc import Callable

from PySide6.QtCore import QSocketNotifier

from player.stage.timer import Timer

S = 1_000_000_000
REST_NS = 80_000_000
USUAL_HZ = 60.0


def refresh_of(reported_hz: float) -> float:
    """The refresh rate to keep, of what a screen reports; 60 where that cannot be (virtual screens report 0)."""
    return reported_hz if 23.0 <= reported_hz <= 240.0 else USUAL_HZ


class Pace:
    """Calls with each refresh's number, once; those that are over by the time are left out. Refresh n is at
    `instant_ns(n)`, and `newest` is the last one that was called with.

    One of them lies at `epoch_ns` (monotonic; nobody has to have been there).
    """

    def __init__(self, hz: float, epoch_ns: int = 0) -> None:
        self.period_ns = round(S / hz)
        self._phase_ns = epoch_ns % self.period_ns
        self.newest = self._next = 0
        self._timer: Timer | None = None
        self._notifier: QSocketNotifier | None = None
        self._on_refresh: Callable[[int], None] = lambda refresh: None

    def start(self, on_refresh: Callable[[int], None]) -> None:
        """Call `on_refresh` on this thread, in its event loop, from the next refresh on."""
        self._on_refresh = on_refresh
        self._timer = Timer()
        self._notifier = QSocketNotifier(self._timer.fd, QSocketNotifier.Type.Read)
        self._notifier.activated.connect(self._wakes)
        self._begin()

    def stop(self) -> None:
        """May be called twice."""
        if self._timer is not None and self._notifier is not None:
            self._notifier.setEnabled(False)
            self._timer.close()
        self._timer = None

    def retune(self, hz: float) -> None:
        """Go on at another rate. The new grid lies anywhere until it is aligned."""
        self.period_ns, self.newest = round(S / hz), 0
        self._begin()

    def instant_ns(self, refresh: int) -> int:
        """When `refresh` is, monotonic; as the grid lies now."""
        return refresh * self.period_ns + self._phase_ns

    def align(self, epoch_ns: int) -> None:
        """Move the grid, by half a refresh at most, so that one lies at `epoch_ns`. For the thread that paints."""
        half_ns = self.period_ns // 2
        self._phase_ns += (epoch_ns - self._phase_ns + half_ns) % self.period_ns - half_ns

    def rest(self, refresh: int, until_ns: int) -> bool:
        """Leave out the refreshes after this one and before `until_ns`: nothing will have changed. Says whether there
        are any. No rest is longer than 80 ms. For `on_refresh`."""
        until = self._first_from(min(until_ns, self.instant_ns(refresh) + REST_NS))
        if until <= refresh + 1:
            return False
        self._next = until
        self._set(until)
        return True

    def wake(self) -> None:
        """End a rest: something has come up. For any thread."""
        self._set(self._newest_by(time.monotonic_ns()) + 1)

    def _begin(self) -> None:
        self._next = self._newest_by(time.monotonic_ns()) + 1
        self._set(self._next)

    def _wakes(self) -> None:
        number = self._newest_by(time.monotonic_ns())
        if number <= self.newest:
            self._set(self._next)  # a call to wake that came late itself: that refresh was kept already
            return
        self.newest, self._next = number, number + 1
        self._set(self._next)  # at once, so that neither a failure nor a call to wake meanwhile is lost
        self._on_refresh(number)

    def _set(self, refresh: int) -> None:
        if timer := self._timer:
            timer.set(self.instant_ns(refresh))

    def _newest_by(self, now_ns: int) -> int:
        return (now_ns - self._phase_ns) // self.period_ns

    def _first_from(self, now_ns: int) -> int:
        return -(-(now_ns - self._phase_ns) // self.period_ns)
