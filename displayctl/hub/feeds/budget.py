"""How often feeds may ask, all together: agencies count the requests of an address, and shut out who asks too often."""

from __future__ import annotations

import threading
from collections import deque
from datetime import timedelta

from displayctl.errors import DeskError
from schedules.clock import Clock

MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)
MOST_A_MINUTE = 30
"""BMKG allows 60 a minute for an address, which the hub may share with the rest of an office."""


class BudgetSpent(DeskError):
    """No more requests may be made now; `wait` is how long until the next one may."""

    def __init__(self, wait: timedelta) -> None:
        super().__init__(f"the feeds have asked {MOST_A_MINUTE} times within a minute; they go on by themselves")
        self.wait = wait


class RequestBudget:
    """Counts requests by feed in a sliding minute, on monotonic time. May be used by several threads."""

    def __init__(self, clock: Clock, most: int = MOST_A_MINUTE) -> None:
        self._clock, self._most = clock, most
        self._minute: deque[float] = deque()
        self._hours: dict[str, deque[float]] = {}
        self._lock = threading.Lock()

    def spend(self, feed_id: str) -> None:
        """Counts one request of `feed_id`. Raises BudgetSpent where it must not be made."""
        now = self._clock.monotonic()
        with self._lock:
            _let_go(self._minute, now - MINUTE.total_seconds())
            if len(self._minute) >= self._most:
                raise BudgetSpent(timedelta(seconds=self._minute[0] + MINUTE.total_seconds() - now))
            self._minute.append(now)
            spent = self._hours.setdefault(feed_id, deque())
            _let_go(spent, now - HOUR.total_seconds())
            spent.append(now)

    def last_hour(self, feed_id: str) -> int:
        """How many requests `feed_id` has made within the last hour."""
        with self._lock:
            spent = self._hours.get(feed_id, deque())
            _let_go(spent, self._clock.monotonic() - HOUR.total_seconds())
            return len(spent)


def _let_go(instants: deque[float], before: float) -> None:
    while instants and instants[0] <= before:
        instants.popleft()
