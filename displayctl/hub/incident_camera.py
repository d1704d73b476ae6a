"""Pictures of the walls while an emergency is on them, whoever watches: one soon after a wall shows it, then now and
then. A wall that is asked has shown the alert already, so that nothing of this can delay one.
"""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from content.delivery.store import AssetStore
from content.errors import StorageFull
from displayctl.api.emergencies import AlertInfo, AlertReceipt
from displayctl.api.incidents import IncidentPicture
from displayctl.api.models import Event
from displayctl.hub.alert_record import ALERT
from displayctl.hub.bus import Bus
from displayctl.hub.errors import NoAnswer, NotNow
from displayctl.hub.fleet import Fleet
from displayctl.hub.incidents import pictures_of
from displayctl.hub.logs import log
from displayctl.hub.storage import Storage
from schedules.clock import Clock

INCIDENT = "incident"
EVERY = timedelta(minutes=5)
TRIED_AGAIN_AFTER = timedelta(seconds=30)
LET_ALONE_FOR = timedelta(seconds=30)
WIDTH_PX = 480
AT_ONCE = 6
MOST_OF_A_WALL, MOST_BYTES_OF_A_WALL = 30, 6 << 20
"""Of each alert at each wall, so that a day of flood does not fill the disk."""
LARGEST_PICTURE = 1 << 20
_LONG_AGO = datetime.min.replace(tzinfo=UTC)


@dataclass(frozen=True, slots=True, order=True)
class _Due:
    alert_id: str
    display_id: str


class IncidentCamera:
    """Asks walls for pictures and keeps them. `shoot` is called every few seconds and costs nothing without alerts."""

    def __init__(
        self,
        standing: Callable[[], Iterable[AlertInfo]],
        storage: Storage,
        fleet: Fleet,
        store: AssetStore,
        bus: Bus,
        clock: Clock,
    ) -> None:
        """`standing` gives the alerts that nobody has taken back, with what walls have said of them."""
        self._standing = standing
        self._storage, self._fleet, self._store, self._clock = storage, fleet, store, clock
        self._tried: dict[_Due, datetime] = {}
        self._awake = threading.Event()
        self._awake.set()
        bus.listen(self._hear)

    def shoot(self) -> None:
        """Takes the pictures that are due; returns when they are kept or nobody answered. One call at a time."""
        if not self._awake.is_set():
            return
        self._awake.clear()  # before looking: what is told from now on is looked at the next time
        live = [info for info in self._standing() if info.live]
        if live:
            self._awake.set()
        else:
            self._tried.clear()
        if due := self._due(live):
            self._tried |= dict.fromkeys(due, self._clock.now())
            self._keep(asyncio.run(self._ask(due)))

    def _due(self, live: Sequence[AlertInfo]) -> tuple[_Due, ...]:
        """Walls that say they show an alert, and of which there is no picture of late.

        A wall on its way to a further alert is left alone: on a slow line its picture would stand before its answer.
        """
        busy = self._busy(live)
        on = {
            _Due(info.id, wall)
            for info in live
            for wall, said in info.receipts.items()
            if said.shown_at is not None and said.ended_at is None and wall not in busy
        }
        if not on:
            return ()
        with self._storage.reading() as work:
            now, pictures = work.now, pictures_of(work.incidents.pictures({each.alert_id for each in on}))
        return tuple(
            each
            for each in sorted(on)
            if _is_due(pictures.get((each.alert_id, each.display_id), ()), now)
            and now - self._tried.get(each, _LONG_AGO) >= TRIED_AGAIN_AFTER
        )

    def _busy(self, live: Sequence[AlertInfo]) -> frozenset[str]:
        """Walls that have been told of an alert of late and have not said yet that they show it."""
        since = self._clock.now() - LET_ALONE_FOR
        fresh = [info for info in live if info.raised_at is not None and info.raised_at > since]
        nothing = AlertReceipt()
        return frozenset(
            wall for info in fresh for wall in info.walls if info.receipts.get(wall, nothing).shown_at is None
        )

    async def _ask(self, due: tuple[_Due, ...]) -> tuple[tuple[_Due, bytes], ...]:
        few = asyncio.Semaphore(AT_ONCE)

        async def one(wanted: _Due) -> tuple[_Due, bytes] | None:
            async with few:
                try:
                    return wanted, await self._fleet.screenshot(wanted.display_id, WIDTH_PX)
                except (NotNow, NoAnswer):
                    return None  # away, or busy with what matters more; it is asked again

        answers = await asyncio.gather(*(one(wanted) for wanted in due))
        return tuple(answer for answer in answers if answer is not None and len(answer[1]) <= LARGEST_PICTURE)

    def _keep(self, taken: Iterable[tuple[_Due, bytes]]) -> None:
        pictures = []
        try:
            for wanted, png in taken:
                stored = self._store.add_bytes(png)
                pictures.append(
                    IncidentPicture(
                        alert_id=wanted.alert_id,
                        display_id=wanted.display_id,
                        taken_at=self._clock.now(),
                        sha256=stored.sha256,
                        size_bytes=stored.size_bytes,
                    )
                )
        except StorageFull as error:
            log().warning("no room for pictures of an emergency", error=str(error))
        if not pictures:
            return
        with self._storage.writing() as work:
            for picture in pictures:
                work.incidents.add_picture(picture)
            for name in {picture.alert_id for picture in pictures}:
                work.tell(Event(kind=INCIDENT, id=name))
            work.commit()

    def _hear(self, event: Event) -> None:
        if event.kind == ALERT:
            self._awake.set()


def _is_due(taken: tuple[IncidentPicture, ...], now: datetime) -> bool:
    enough = len(taken) >= MOST_OF_A_WALL or sum(each.size_bytes for each in taken) >= MOST_BYTES_OF_A_WALL
    return not enough and (not taken or now - taken[-1].taken_at >= EVERY)
