"""The emergencies that stand on this wall: taken at once, written down once they are on the wall, and timed."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import datetime, timedelta
from enum import StrEnum

from player.alert_time import AlertTime
from player.clock_trust import JUMP, ClockTrust, Reading
from player.events import LiveAlert
from player.playback import Playback
from player.rundown import Rundown
from schedules.clock import Clock

MOST_SEEN = 512
FIRST_KEPT_S, KEPT_AGAIN_S = 10.0, 60.0
"""How far the time of alerts has gone is written soon after a start, so that one who starts over and over gets on."""


class Gone(StrEnum):
    """Why an alert does not stand any more: its time is over, it was taken out of the live set, another replaced it."""

    EXPIRED = "expired"
    WITHDRAWN = "withdrawn"
    SUPERSEDED = "superseded"


class Standing:
    """Between the rundown, which outlives a restart, and playback, which shows. One thread uses it."""

    def __init__(self, rundown: Rundown, playback: Playback, time: ClockTrust, clock: Clock) -> None:
        self._rundown, self._playback, self._time, self._clock = rundown, playback, time, clock
        self._alert_time = AlertTime(clock, rundown.moments)
        self._base = self._alert_time.base
        self._keep_at = self._first_kept_at = clock.monotonic() + FIRST_KEPT_S
        self._not_before, self._is_new = 0.0, False
        self._seen: dict[str, LiveAlert] = {}
        self._now, self._kept_here = rundown.moments.believed, frozenset[str]()
        self.time_floor: Callable[[], datetime | None] = lambda: None

    def take(self, alerts: Sequence[LiveAlert]) -> None:
        """Exactly these alerts were admitted: show those that nothing has taken back, from the next tick on."""
        self._learn_floor()
        self.now(self._time.read())
        former = self._rundown.alerts
        begun = [replace(live, began=self._began(live)) for live in alerts]
        self._see(begun)
        self._is_new = self._rundown.believe(begun) != former or self._is_new
        self.adopt()

    def adopt(self) -> None:
        """Show what the rundown holds, and believe what time has certainly passed."""
        self._playback.set_alerts(self._rundown.alerts)
        self._see(self._rundown.alerts)
        self._learn_floor()

    def now(self, reading: Reading) -> datetime:
        """The instant that alerts live by."""
        self._now = self._alert_time.read(reading, self._time.hub_now)
        self._move_along()
        return self._now

    def here(self, now: datetime) -> frozenset[str]:
        """The ids of the alerts for this wall that stand at `now` (as `now()` gives it) and are not over."""
        return frozenset(live.alert.id for live in self._playback.standing_alerts() if now < _ends(live, now))

    def gone(self, now: datetime) -> dict[str, Gone]:
        """Of the alerts that were here since the start and are not any more, why."""
        here = self.here(now)
        return {name: self._why(live, now) for name, live in self._seen.items() if name not in here}

    def _why(self, live: LiveAlert, now: datetime) -> Gone:
        if self._rundown.withdrawals.has(live):
            return Gone.SUPERSEDED
        return Gone.EXPIRED if now >= _ends(live, now) else Gone.WITHDRAWN

    def keep(self) -> None:
        """Write down what is new, and how far time has gone: each minute while an alert is not over, and at once where
        one has ended or time was corrected (see `_move_along`). Raises StateUnusable.
        """
        monotonic, here = self._clock.monotonic(), self.here(self._now)
        has_changed = bool(self._rundown.alerts) and here != self._kept_here
        due = self._is_new or has_changed or (bool(here) and monotonic >= self._keep_at)
        if not due or monotonic < self._not_before:
            return
        self._not_before = monotonic + FIRST_KEPT_S  # a disk that takes nothing is not asked at every tick
        moments = self._alert_time.moments
        if self._is_new:
            self._rundown.keep_alerts(moments)
        else:
            self._rundown.keep_moments(moments)
        self._is_new, self._not_before, self._kept_here = False, 0.0, here
        first = self._first_kept_at
        self._keep_at = first if monotonic < first else monotonic + KEPT_AGAIN_S

    def _move_along(self) -> None:
        """Where time was corrected, or has gone on while the wall was off, move what is here along: how long an alert
        has been on this wall is known for certain, what the time was then is not.
        """
        by = self._alert_time.base - self._base
        if abs(by) <= JUMP:
            return
        self._base += by
        self._seen = {name: _moved(live, by) for name, live in self._seen.items()}
        if self._rundown.alerts:
            self._rundown.believe([_moved(live, by) for live in self._rundown.alerts])
            self._playback.set_alerts(self._rundown.alerts)
            self._is_new = True

    def _learn_floor(self) -> None:
        floor = self.time_floor()
        if floor is not None:
            self._alert_time.raise_floor(floor)

    def _began(self, live: LiveAlert) -> datetime:
        """When this very alert was here first; a confirmation of it begins nothing anew."""
        known = self._seen.get(live.alert.id)
        if known is None or known.began is None or known.alert.drill is not live.alert.drill:
            return self._now
        return known.began if known.alert.issued_at == live.alert.issued_at else self._now

    def _see(self, alerts: Sequence[LiveAlert]) -> None:
        for live in alerts:
            self._seen.pop(live.alert.id, None)
            self._seen[live.alert.id] = live
        while len(self._seen) > MOST_SEEN:
            del self._seen[next(iter(self._seen))]


def _moved(live: LiveAlert, by: timedelta) -> LiveAlert:
    return live if live.began is None else replace(live, began=live.began + by)


def _ends(live: LiveAlert, now: datetime) -> datetime:
    return live.as_of(now).ends(live.confirmed)
