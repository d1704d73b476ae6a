"""What alerts have taken back, for longer than they stand themselves: what was corrected once never comes back.

A correction is short, and desks leave out what is over: without this memory the alert that it had superseded would be
on walls again as soon as the correction is gone, or where that arrived first.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from player.events import LiveAlert
from schedules.turns import age_of

MOST_REMEMBERED = 4096


@dataclass(frozen=True, slots=True)
class Withdrawal:
    """The alert (or drill) `id` is taken back, in every form that is older than `by`, issued at `issued_at`."""

    id: str
    drill: bool
    issued_at: datetime
    by: str


class Withdrawals:
    """The latest 4,096 withdrawals."""

    def __init__(self, known: Iterable[Withdrawal] = ()) -> None:
        self._known = {(one.id, one.drill): one for one in known}

    def __iter__(self) -> Iterator[Withdrawal]:
        return iter(tuple(self._known.values()))

    def learn(self, alerts: Iterable[LiveAlert]) -> None:
        """Remember what these alerts supersede; a drill takes back drills alone."""
        for alert in (live.alert for live in alerts):
            for name in alert.supersedes:
                known = self._known.pop((name, alert.drill), None)
                if known is None or (known.issued_at, known.by) < age_of(alert):
                    known = Withdrawal(name, alert.drill, alert.issued_at, alert.id)
                self._known[name, alert.drill] = known
        while len(self._known) > MOST_REMEMBERED:
            del self._known[next(iter(self._known))]

    def standing(self, alerts: Iterable[LiveAlert]) -> tuple[LiveAlert, ...]:
        """Those of the alerts that nothing has ever taken back."""
        return tuple(live for live in alerts if not self.has(live))

    def has(self, live: LiveAlert) -> bool:
        """Whether this very alert was taken back, not only a former one with its id."""
        known = self._known.get((live.alert.id, live.alert.drill))
        return known is not None and (known.issued_at, known.by) > age_of(live.alert)
