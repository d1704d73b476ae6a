"""A carrier: one thread that drives one stepper, so that waiting for networks and disks never holds up the wall."""

from __future__ import annotations

import threading
from collections.abc import Callable

from player.faults import FaultBook
from player.logs import log
from schedules.clock import Clock

AFTER_SURPRISE_S = 5.0


class Carrier:
    """Calls `step` again and again, waiting as many seconds between calls as it says.

    A surprise in `step` becomes a fault and the next call follows five seconds later.
    """

    def __init__(self, name: str, step: Callable[[], float], faults: FaultBook, clock: Clock) -> None:
        self.name, self._step, self._faults, self._clock = name, step, faults, clock
        self._awake, self._stopping = threading.Event(), threading.Event()
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)

    def start(self) -> None:
        self._thread.start()

    def wake(self) -> None:
        """Call `step` now instead of when the wait is over."""
        self._awake.set()

    def ask_to_stop(self) -> None:
        """No further step is begun."""
        self._stopping.set()
        self._awake.set()

    def join(self, seconds: float) -> None:
        """Wait for the step that is under way, but no longer than `seconds`; the thread is a daemon."""
        if self._thread.ident is not None:
            self._thread.join(seconds)

    def _run(self) -> None:
        while not self._stopping.is_set():
            self._awake.clear()
            self._awake.wait(self._guarded())

    def _guarded(self) -> float:
        try:
            return self._step()
        except Exception as error:  # noqa: BLE001  the outermost door of this thread
            log().error("surprise", carrier=self.name, exc_info=True)
            self._faults.note(f"carrier-{self.name}", f"{self.name}: {error!r:.200}", self._clock.monotonic(), 600)
            return AFTER_SURPRISE_S
