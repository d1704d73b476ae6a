"""The emergencies that stand, in memory: what walls say of them, and which walls have to be looked after.

The tables follow it (`displayctl.hub.alert_ledger`), so that nothing that happens to them holds an emergency up.
"""

from __future__ import annotations

import threading
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta

from displayctl.api.emergencies import AlertInfo, AlertReceipt, Missing
from displayctl.hub.roll import Wall
from schedules.alert import Alert, AlertLevel
from schedules.codec import alert_to_dict

PATIENCE = timedelta(seconds=30)
"""How long a wall may take to answer before it is listed as missing."""
REMEMBERED = timedelta(hours=1)
MOST_OVER, MOST_EARLY = 500, 2000
_LONG_AGO = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Standing:
    """An alert that walls are told of, or were until `withdrawn_at`, with what each wall has said."""

    alert: Alert
    raised_at: datetime
    withdrawn_at: datetime | None = None
    receipts: Mapping[str, AlertReceipt] = field(default_factory=dict)
    endorsed_by: tuple[str, ...] = ()
    confirmed: bool = True

    def is_live(self, now: datetime) -> bool:
        """Whether it stands on walls at `now`."""
        return self.withdrawn_at is None and self.alert.effective <= now < self.alert.ends(self.confirmed)

    def may_linger(self, now: datetime) -> bool:
        """Whether it was taken back before its time, and a wall that had it has not said that it is gone."""
        if self.withdrawn_at is None or now >= self.alert.ends(self.confirmed):
            return False
        return any(_has_it(said) for said in self.receipts.values())

    def is_for(self, wall: Wall) -> bool:
        """Whether this wall should show it."""
        return not self.alert.display_ids or wall.id in self.alert.display_ids

    def covers_until(self, wall: Wall, now: datetime) -> datetime:
        """Until when, as of `now`, it has been on a wall; long ago where it has not been there yet, or never will."""
        if self.alert.effective > now or not self.is_for(wall):
            return _LONG_AGO
        return min(now, self.alert.ends(self.confirmed), self.withdrawn_at or now)


class AlertBoard:
    """Threads may share it. Whoever reads all of it lets it forget first."""

    def __init__(self) -> None:
        self._standing: dict[str, Standing] = {}
        self._early: dict[tuple[str, str], AlertReceipt] = {}
        self._lock = threading.Lock()

    def put(self, raised: Iterable[Standing], carried: Collection[str], now: datetime) -> tuple[str, ...]:
        """Takes in what was signed anew. Every alert that is not `carried` any more is taken back; gives their ids."""
        with self._lock:
            for each in raised:
                known = self._standing.get(each.alert.id)
                self._standing[each.alert.id] = (
                    each if known is None else replace(each, raised_at=known.raised_at, receipts=known.receipts)
                )
            left = (name for name, each in self._standing.items() if each.withdrawn_at is None)
            gone = tuple(name for name in left if name not in carried)
            for name in gone:
                self._standing[name] = replace(self._standing[name], withdrawn_at=now)
            return gone

    def hear(self, alert_id: str, display_id: str, said: AlertReceipt) -> AlertReceipt | None:
        """Adds what a wall says to what it said before; None where the alert is not here (any more, or yet)."""
        with self._lock:
            known = self._standing.get(alert_id)
            if known is None:
                self._keep_early((alert_id, display_id), said)
                return None
            receipt = added(known.receipts.get(display_id, AlertReceipt()), said)
            self._standing[alert_id] = replace(known, receipts={**known.receipts, display_id: receipt})
            return receipt

    def heard_early(self, alert_id: str) -> dict[str, AlertReceipt]:
        """What walls said of an alert before it was here, as of one from a stick; each word is given once."""
        with self._lock:
            keys = [key for key in self._early if key[0] == alert_id]
            return {key[1]: self._early.pop(key) for key in keys}

    def _keep_early(self, key: tuple[str, str], said: AlertReceipt) -> None:
        self._early[key] = added(self._early.pop(key, AlertReceipt()), said)
        while len(self._early) > MOST_EARLY:
            del self._early[next(iter(self._early))]

    def all(self) -> tuple[Standing, ...]:
        """Everything that is here, newest first."""
        with self._lock:
            return tuple(sorted(self._standing.values(), key=_newest_first))

    def find(self, alert_id: str) -> Standing | None:
        with self._lock:
            return self._standing.get(alert_id)

    def forget(self, now: datetime) -> None:
        """Lets go of what was taken back over an hour ago."""
        with self._lock:
            over = sorted((each.withdrawn_at, name) for name, each in self._standing.items() if each.withdrawn_at)
            for place, (at, name) in enumerate(reversed(over)):
                if at < now - REMEMBERED or place >= MOST_OVER:
                    del self._standing[name]


def added(known: AlertReceipt, said: AlertReceipt) -> AlertReceipt:
    """What a wall said before and now together: the first word counts, but one that shows an alert again has not
    ended it.
    """
    again = said.shown_at is not None and known.ended_at is not None and said.shown_at > known.ended_at
    return AlertReceipt(
        received_at=known.received_at or said.received_at,
        shown_at=known.shown_at or said.shown_at,
        frame=known.frame or said.frame,
        ended_at=None if again else known.ended_at or said.ended_at,
        why=None if again else known.why or said.why,
    )


def alert_info(standing: Standing, others: Iterable[Standing], walls: Iterable[Wall], now: datetime) -> AlertInfo:
    """An alert as desks see it at `now`; `others` are those that stand beside it."""
    alert = standing.alert
    meant = [wall for wall in walls if standing.is_for(wall)]
    live = standing.is_live(now)
    above = [other for other in others if _rank(other.alert) > _rank(alert)]
    if live:
        reasons = ((wall, _missing(standing, wall, above, now)) for wall in meant)
    else:
        reasons = ((wall, _lingering(standing, wall, now)) for wall in walls if standing.may_linger(now))
    return AlertInfo(
        id=alert.id,
        value=alert_to_dict(alert),
        live=live,
        raised_at=standing.raised_at,
        withdrawn_at=standing.withdrawn_at,
        walls=tuple(wall.id for wall in meant),
        receipts=dict(standing.receipts),
        missing={wall.id: why for wall, why in reasons if why is not None},
        endorsed_by=standing.endorsed_by,
        confirmed=standing.confirmed,
    )


def _missing(standing: Standing, wall: Wall, above: Iterable[Standing], now: datetime) -> Missing | None:
    said = standing.receipts.get(wall.id, AlertReceipt())
    if said.shown_at is not None:
        return None
    if not wall.paired:
        return Missing.NO_PLAYER
    if not wall.connected:
        return Missing.AWAY
    if said.received_at is None:
        told = max(standing.raised_at, standing.alert.effective)
        return Missing.SILENT if now - told >= PATIENCE else None
    outranked = max((other.covers_until(wall, now) for other in above), default=_LONG_AGO)
    late = now - max(said.received_at, standing.alert.effective, outranked) >= PATIENCE
    return Missing.NOT_SHOWN if late else None


def _lingering(standing: Standing, wall: Wall, now: datetime) -> Missing | None:
    """Of an alert that was taken back: whether this wall may still show it."""
    if standing.withdrawn_at is None or not _has_it(standing.receipts.get(wall.id, AlertReceipt())):
        return None
    return Missing.NOT_GONE if not wall.connected or now - standing.withdrawn_at >= PATIENCE else None


def _has_it(said: AlertReceipt) -> bool:
    return said.ended_at is None and (said.received_at is not None or said.shown_at is not None)


def _rank(alert: Alert) -> tuple[bool, bool]:
    """What hides what: earnest hides drills, and AWAS everything below it."""
    return not alert.drill, alert.level is AlertLevel.AWAS


def _newest_first(standing: Standing) -> tuple[timedelta, str]:
    return datetime.max.replace(tzinfo=standing.raised_at.tzinfo) - standing.raised_at, standing.alert.id
