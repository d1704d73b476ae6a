"""The emergencies that stand on this wall: taken at once, written down once they are on the wall, and timed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import datetime

from player.alert_time import AlertTime
from player.clock_trust import ClockTrust, Reading
from player.events import LiveAlert
from player.playback import Playback
from player.rundown import Rundown
from schedules.clock import Clock

FIRST_KEPT_S, KEPT_AGAIN_S = 10.0, 60.0
"""How far the time of alerts has gone is written soon after a start, so that one who starts over and over gets on."""


class Standing:
    """Between the rundown, which outlives a restart, and playback, which shows. One thread uses it."""

    def __init__(self, rundown: Rundown, playback: Playback, time: ClockTrust, clock: Clock) -> None:
        self._rundown, self._playback, self._time, self._clock = rundown, playback, time, clock
        self._alert_time = AlertTime(clock, rundown.moments)
        self._keep_at = clock.monotonic() + FIRST_KEPT_S
        self._not_before, self._is_new = 0.0, False
        self.time_floor: Callable[[], datetime | None] = lambda: None

    def take(self, alerts: Sequence[LiveAlert]) -> None:
        """Exactly these alerts were admitted: show those that nothing has taken back, from the next tick on."""
        former = self._rundown.alerts
        self._is_new = self._rundown.believe(alerts) != former or self._is_new
        self.adopt()

    def adopt(self) -> None:
        """Show what the rundown holds, and believe what time has certainly passed."""
        self._playback.set_alerts(self._rundown.alerts)
        floor = self.time_floor()
        if floor is not None:
            self._alert_time.raise_floor(floor)

    def now(self, reading: Reading) -> datetime:
        """The instant that alerts live by."""
        return self._alert_time.read(reading, self._time.hub_now)

    def keep(self) -> None:
        """Write down what is new, and now and then how far time has gone. Raises StateUnusable."""
        monotonic = self._clock.monotonic()
        due = self._is_new or (bool(self._rundown.alerts) and monotonic >= self._keep_at)
        if not due or monotonic < self._not_before:
            return
        self._not_before = monotonic + FIRST_KEPT_S  # a disk that takes nothing is not asked at every tick
        if self._is_new:
            self._rundown.keep_alerts(self._alert_time.moments)
        else:
            self._rundown.keep_moments(self._alert_time.moments)
        self._is_new, self._keep_at, self._not_before = False, monotonic + KEPT_AGAIN_S, 0.0
