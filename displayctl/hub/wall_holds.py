"""Walls off the air: a blackout or a safe card, ordered by people, told to the wall at once and again when it connects.

It is a brake, so the wall is told first, and what is written down comes second: a full disk does not stop it.
"""

from __future__ import annotations

import secrets
import threading
from collections.abc import Callable
from contextlib import suppress
from datetime import datetime, timedelta

from content.errors import StorageFull
from displayctl.api.models import Document, Event, PartKind
from displayctl.api.walls import HoldKind, HoldWish, WallHold
from displayctl.hub.asking import current_asker
from displayctl.hub.bus import Bus, fact
from displayctl.hub.dispatch import Dispatch, PlayerLink
from displayctl.hub.errors import NoSuchThing, NotNow
from displayctl.hub.heartbeats import HoldSaid
from displayctl.hub.logs import log
from displayctl.hub.sight import seen_parts
from displayctl.hub.storage import Storage, UnitOfWork
from schedules.clock import Clock
from schedules.instants import EPOCH

EVENT = "hold"


class WallHolds:
    """What is wanted of each wall, and what it said it shows. Facts of kind ``hold`` tell desks of changes.

    `on_change` is called with the wall's id after each; until it is set nobody is.
    """

    def __init__(self, storage: Storage, dispatch: Dispatch, bus: Bus, clock: Clock) -> None:
        self._storage, self._dispatch, self._bus, self._clock = storage, dispatch, bus, clock
        self._lock, self._writing = threading.Lock(), threading.Lock()
        self.on_change: Callable[[str], None] = lambda display_id: None
        with storage.reading() as work:
            self._known = {hold.display_id: hold for hold in work.wall_holds.all()}
        bus.listen(self._listen)

    def holds(self) -> tuple[WallHold, ...]:
        """Those that are wanted, or still shown, of the walls that the one who asks may see; by id."""
        with self._lock:
            known = sorted(self._known.values(), key=lambda hold: hold.display_id)
        with self._storage.reading() as work:
            seen = seen_parts(work, PartKind.DISPLAY, known, lambda hold: hold.display_id)
        now = self._clock.now()
        return tuple(hold for hold in (_as_of(each, now) for each in seen) if _matters(hold))

    def of(self, display_id: str) -> WallHold | None:
        """How a wall is held now; None for one that is not."""
        with self._lock:
            hold = self._known.get(display_id)
        hold = None if hold is None else _as_of(hold, self._clock.now())
        return hold if hold is not None and _matters(hold) else None

    def hold(self, display_id: str, wish: HoldWish) -> WallHold:
        """Takes a wall off the air, in place of a hold that is there. Raises NoSuchThing."""
        self._require(display_id)
        now = self._clock.now()
        with self._lock:
            former = self._known.get(display_id) or WallHold(display_id=display_id)
            hold = WallHold(
                display_id=display_id,
                kind=wish.kind,
                id=secrets.token_hex(8),
                ordered_at=now,
                ordered_by=current_asker().name,
                until=now + timedelta(minutes=wish.minutes),
                reason=wish.reason.strip(),
                on_wall=former.on_wall,
                shown_at=former.shown_at,
                understood=former.understood,
            )
            self._known[display_id] = hold
        return self._order(hold, "wall.hold", former)

    def release(self, display_id: str) -> WallHold:
        """Takes a hold back. Raises NoSuchThing for a display that is not there."""
        self._require(display_id)
        with self._lock:
            former = self._known.get(display_id)
            if former is None or _as_of(former, self._clock.now()).kind is None:
                return former or WallHold(display_id=display_id)
            hold = former.model_copy(update={"kind": None})
            self._known[display_id] = hold
        return self._order(hold, "wall.release", former)

    def greet(self, link: PlayerLink) -> None:
        """Tells a player that has just connected how its wall is to be held: it may have missed the word."""
        link.send(_message(self.of(link.display_id)))

    def hear(self, display_id: str, said: HoldSaid | None, *, understands: bool = True) -> None:
        """Takes in what a wall says of being held, as every heartbeat does; one that holds otherwise is told again.

        `understands` is False for a player of a former version, whose heartbeats know of no holds.
        """
        shown = said if said is not None and said.shown_ms is not None else None
        with self._lock:
            hold = self._known.get(display_id)
            now = self._clock.now()
            if understands:
                self._mend(display_id, said, None if hold is None else _as_of(hold, now))
            if hold is None:
                return
            shown_at = None if shown is None else min(now, EPOCH + timedelta(milliseconds=shown.shown_ms or 0))
            kind = None if shown is None else shown.kind
            heard = hold.model_copy(update={"on_wall": kind, "shown_at": shown_at, "understood": understands})
            over = kind is None and said is None and _as_of(hold, now).kind is None
            if heard == hold and not over:
                return
            if over:
                del self._known[display_id]
            else:
                self._known[display_id] = heard
        self._write_down(display_id)
        self._tell(_as_of(heard, now))

    def _mend(self, display_id: str, said: HoldSaid | None, wanted: WallHold | None) -> None:
        """Says again what is wanted to a wall that holds otherwise: its word was lost, or overtaken by another."""
        name = wanted.id if wanted is not None and wanted.kind is not None else ""
        if name != (said.id if said is not None else ""):
            with suppress(NotNow):
                self._dispatch.send(display_id, _message(wanted))

    def sweep(self) -> None:
        """Tells desks of holds that are over by themselves; walls know without being told."""
        now = self._clock.now()
        with self._lock:
            over = [hold for hold in self._known.values() if hold.kind is not None and _as_of(hold, now).kind is None]
            ended = [_as_of(hold, now) for hold in over]
            self._known |= {hold.display_id: hold for hold in ended}
        for hold in ended:
            self._write_down(hold.display_id)
            self._tell(hold)

    def _order(self, hold: WallHold, action: str, former: WallHold) -> WallHold:
        """Tells the wall, then writes it down; the answer says where there was no room for that."""
        with suppress(NotNow):  # one that is away is told when it comes
            self._dispatch.send(hold.display_id, _message(hold))
        try:
            with self._writing, self._storage.writing() as work:
                if not self._put(work, hold.display_id):
                    raise _no_such(hold.display_id)
                work.record(action, "display", hold.display_id, _audited(former), _audited(hold))
                work.commit()
        except StorageFull as error:
            log().error("a hold is told and not written down", display=hold.display_id, error=str(error))
            hold = hold.model_copy(update={"stored": False})
        self._tell(hold)
        return hold

    def _write_down(self, display_id: str) -> None:
        try:
            with self._writing, self._storage.writing() as work:
                self._put(work, display_id)
                work.commit()
        except StorageFull as error:
            log().warning("how a wall is held is not written down", display=display_id, error=str(error))

    def _put(self, work: UnitOfWork, display_id: str) -> bool:
        """What is known at this moment: of two that write, neither puts back what the other has outdated. False for a
        wall that was deleted meanwhile."""
        is_there = work.parts.find(PartKind.DISPLAY, display_id) is not None
        with self._lock:
            if not is_there:
                self._known.pop(display_id, None)
            hold = self._known.get(display_id)
        if hold is None:
            work.wall_holds.forget(display_id)
        else:
            work.wall_holds.put(hold)
        return is_there

    def _tell(self, hold: WallHold) -> None:
        self._bus.tell(fact(EVENT, hold.display_id, hold))
        self.on_change(hold.display_id)

    def _listen(self, event: Event) -> None:
        """A wall that is gone is held no more: another one may come by its name."""
        if event.kind == PartKind.DISPLAY.value and not event.data:
            with self._lock:
                self._known.pop(event.id, None)

    def _require(self, display_id: str) -> None:
        with self._storage.reading() as work:
            if work.parts.find(PartKind.DISPLAY, display_id) is None:
                raise _no_such(display_id)


def _no_such(display_id: str) -> NoSuchThing:
    return NoSuchThing(f"there is no display {display_id!r}; list the displays")


def _matters(hold: WallHold) -> bool:
    """Whether it is wanted, or still shown."""
    return hold.kind is not None or hold.on_wall is not None


def _as_of(hold: WallHold, now: datetime) -> WallHold:
    """The hold at `now`: nothing is wanted any more once its time is over."""
    over = hold.until is not None and hold.until <= now
    return hold.model_copy(update={"kind": None}) if over and hold.kind is not None else hold


def _message(hold: WallHold | None) -> Document:
    """What a player is told; nothing of who and why, which is no business of its."""
    if hold is None or hold.kind is None or hold.until is None:
        return {"type": "hold", "kind": ""}
    until_ms = (hold.until - EPOCH) // timedelta(milliseconds=1)
    return {"type": "hold", "id": hold.id, "kind": hold.kind.value, "until_ms": until_ms}


def _audited(hold: WallHold) -> Document:
    kind: HoldKind | None = hold.kind
    return {
        "kind": kind.value if kind is not None else None,
        "until": hold.until.isoformat() if hold.until is not None and kind is not None else None,
        "reason": hold.reason if kind is not None else "",
    }
