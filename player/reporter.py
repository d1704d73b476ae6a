"""What the player tells the hub: heartbeats, how far a publication has come, and its play records."""

from __future__ import annotations

import random
from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import asdict, dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from player.errors import HubRefused, HubTrouble, StateUnusable
from player.events import Message
from player.faults import FaultBook
from player.journal import Journal
from player.version import product_version
from schedules.clock import Clock

if TYPE_CHECKING:
    from content.delivery.chain import Batch
    from player.hub_client import HubClient

HEARTBEAT_S = 10.0
BATCH = 500
IDLE_S, LONGEST_WAIT_S = 5.0, 300.0
_ASKED_KEPT = 16


class Stage(StrEnum):
    """How far this wall has come with a publication."""

    RECEIVED = "received"
    COMPLETE = "complete"
    ON_AIR = "on-air"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class NowShowing:
    """What the stage presents: the item, since and until when in unix ms, and how many of its frames."""

    kind: str = "slate"
    slot_id: str = ""
    medium_id: str = ""
    title: str = ""
    since_ms: int = 0
    until_ms: int = 0
    frame: int = 0


@dataclass(slots=True)
class Figures:
    """Sums since the start of the agent."""

    presented: int = 0
    late: int = 0
    dropped: int = 0
    underruns: int = 0
    slip_max_ms: float = 0.0


@dataclass(slots=True)
class Reporter:
    """Says what happens, through `say`; what the hub has to know after a lost connection is said again."""

    say: Callable[[Message], None]
    clock: Clock
    figures: Figures = field(default_factory=Figures)
    _refusals: tuple[Message, ...] = ()
    _receipts: dict[str, Message] = field(default_factory=dict)
    _asked: deque[tuple[int, float]] = field(default_factory=lambda: deque(maxlen=_ASKED_KEPT))
    _beat_at: float = 0.0
    _last: tuple[object, ...] = ()

    def heartbeat(
        self,
        now: datetime,
        showing: NowShowing,
        *,
        display_id: str,
        revision: int,
        faults: tuple[str, ...],
        free_bytes: Callable[[], int],
        stats: Callable[[], Mapping[str, object]],
        hold: Message | None = None,
    ) -> None:
        """Send a heartbeat where one is due: every ten seconds, and when item or `hold` are others."""
        monotonic, item = self.clock.monotonic(), (showing.kind, showing.medium_id, showing.until_ms, hold)
        if monotonic < self._beat_at and item == self._last:
            return
        self._beat_at, self._last = monotonic + HEARTBEAT_S, item
        sent_ms = unix_ms(now)
        self._asked.append((sent_ms, monotonic))
        self.say(
            {
                "type": "heartbeat",
                "sent_ms": sent_ms,
                "display_id": display_id,
                "version": product_version(),
                "revision": revision,
                "showing": asdict(showing),
                "faults": list(faults),
                "free_bytes": free_bytes(),
                "stats": {**asdict(self.figures), **stats()},
                "refusals": list(self._refusals),
                "hold": hold,
            }
        )

    def asked_at(self, sent_ms: int) -> float | None:
        """The monotonic instant of the heartbeat sent as `sent_ms`; None for one not sent, or too long ago."""
        return next((at for asked, at in self._asked if asked == sent_ms), None)

    def receipt(self, revision: int, stage: Stage, detail: str = "", missing_assets: int = 0) -> None:
        """Say how far the publication `revision` has come."""
        message: Message = {
            "type": "receipt",
            "revision": revision,
            "stage": stage.value,
            "detail": detail[:1000],
            "missing_assets": missing_assets,
        }
        if self._receipts.get(str(revision)) != message:
            self._receipts = dict(list(self._receipts.items())[-7:]) | {str(revision): message}
            self.say(message)

    def refused(self, rule: str, detail: str, revision: int, now: datetime) -> None:
        """Say, in the next heartbeats, that something was not believed; the newest four are told."""
        refusal: Message = {"rule": rule[:100], "detail": detail[:900], "revision": revision, "at_ms": unix_ms(now)}
        same = ("rule", "detail", "revision")
        if not self._refusals or any(self._refusals[-1][key] != refusal[key] for key in same):
            self._refusals = (*self._refusals[-3:], refusal)
            self._beat_at = 0.0

    def connected(self) -> None:
        """A new connection: say what the hub may have missed, and send a heartbeat at the next tick."""
        self._beat_at = 0.0
        for message in self._receipts.values():
            self.say(message)


class RecordUploader:
    """Sends the journal's records to the hub. `step` gives the seconds to wait before the next one."""

    def __init__(self, hub: HubClient, journal: Journal, faults: FaultBook, clock: Clock) -> None:
        self._hub, self._journal, self._faults, self._clock = hub, journal, faults, clock
        self._batch, self._failures, self._given_back = BATCH, 0, 0

    def step(self) -> float:
        """Send one batch. A batch the hub refuses is halved, until the one entry at fault stands alone."""
        try:
            batch = self._journal.unsent(self._batch)
            if batch is None:
                self._batch = BATCH
                return IDLE_S
            return self._send(batch)
        except StateUnusable as error:  # the hub has them, and counts them once however often they are sent
            self._faults.note("journal", str(error), self._clock.monotonic())
            return self._later()

    def _send(self, batch: Batch) -> float:
        try:
            missing = self._hub.send_batch(batch)
        except HubRefused as error:
            return self._refused(batch, error)
        except HubTrouble:
            return self._later()
        self._journal.mark_sent(batch.first, batch.last)
        if missing is not None and missing[0] > self._given_back:
            self._given_back = missing[0]  # once: what is not here any more cannot be asked for again and again
            self._journal.send_again(*missing)
            return 0.0
        self._failures = 0
        return 0.0 if len(batch.entries) == self._batch else IDLE_S

    def _refused(self, batch: Batch, error: HubRefused) -> float:
        if error.status == 409:
            self._journal.begin_anew(self._clock.now(), f"the hub has another continuation: {error}")
            return self._later()
        if error.status not in (400, 413, 422):
            return self._later()
        if len(batch.entries) > 1:
            self._batch = len(batch.entries) // 2
            return 0.0
        self._faults.note("records", f"the hub does not take a play record: {error}", self._clock.monotonic())
        self._journal.give_up(batch, self._clock.now(), str(error))
        return 0.0

    def _later(self) -> float:
        self._failures = min(self._failures + 1, 16)
        return random.uniform(1.0, min(LONGEST_WAIT_S, 2.0**self._failures + 1.0))  # noqa: S311  a pause is no secret


def unix_ms(instant: datetime) -> int:
    """Whole milliseconds since 1970, UTC."""
    return round(instant.timestamp() * 1000)
