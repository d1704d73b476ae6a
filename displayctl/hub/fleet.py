"""The walls as they are now: who is connected, what is on screen, what is wrong, and pictures on demand."""

from __future__ import annotations

import asyncio
import base64
import binascii
import json
import secrets
import threading
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from displayctl.api.models import Document, PartKind, PlayerState, Receipt
from displayctl.hub.bus import Bus, fact
from displayctl.hub.dispatch import Dispatch, PlayerLink
from displayctl.hub.errors import NoAnswer, NoSuchThing
from displayctl.hub.heartbeats import Heartbeat, ReceiptMessage, Screenshot
from displayctl.hub.repositories.devices import Device
from displayctl.hub.sight import seen_parts
from displayctl.hub.storage import Storage
from displayctl.hub.wall_holds import WallHolds
from schedules.clock import Clock

SILENCE = timedelta(seconds=40)
SCREENSHOT_SECONDS = 10.0
LARGEST_SHOWING = 8_000
_PNG = b"\x89PNG\r\n\x1a\n"


@dataclass(slots=True)
class _Live:
    link: PlayerLink
    heard_at: float
    seen: datetime
    beat: Heartbeat | None = None
    clock_offset_ms: int | None = None


class Fleet:
    """Live states are in memory; when a player was last seen goes into the tables when it leaves."""

    def __init__(self, storage: Storage, dispatch: Dispatch, bus: Bus, clock: Clock, holds: WallHolds) -> None:
        self._storage, self._dispatch, self._bus, self._clock, self._holds = storage, dispatch, bus, clock, holds
        holds.on_change = self._tell
        self._live: dict[str, _Live] = {}
        self._pictures: dict[str, tuple[asyncio.AbstractEventLoop, asyncio.Future[bytes]]] = {}
        self._lock = threading.Lock()

    def states(self) -> tuple[PlayerState, ...]:
        """One for each display that the one who asks may see, by id."""
        with self._storage.reading() as work:
            parts = work.parts.all(PartKind.DISPLAY)
            displays = [part.id for part in seen_parts(work, PartKind.DISPLAY, parts, lambda part: part.id)]
            devices = {device.display_id: device for device in work.devices.all()}
        return tuple(self._state(name, devices.get(name)) for name in displays)

    def state(self, display_id: str) -> PlayerState:
        """Raises NoSuchThing for a display that is not there."""
        with self._storage.reading() as work:
            if work.parts.find(PartKind.DISPLAY, display_id) is None:
                raise NoSuchThing(f"there is no display {display_id!r}; list the displays")
            device = work.devices.of_display(display_id)
        return self._state(display_id, device)

    def connect(self, link: PlayerLink) -> None:
        """A player has opened its link."""
        self._dispatch.attach(link)
        with self._lock:
            self._live[link.display_id] = _Live(link, self._clock.monotonic(), self._clock.now())
        self._tell(link.display_id)

    def disconnect(self, link: PlayerLink) -> None:
        """A player's link has ended."""
        self._dispatch.detach(link)
        with self._lock:
            live = self._live.get(link.display_id)
            if live is None or live.link is not link:
                return
            del self._live[link.display_id]
        with self._storage.writing() as work:
            work.devices.saw(link.device_id, live.seen, "" if live.beat is None else live.beat.version)
            work.commit()
        self._tell(link.display_id)

    def heard(self, link: PlayerLink, beat: Heartbeat) -> None:
        """Notes a heartbeat and answers it with this hub's time."""
        now = self._clock.now()
        now_ms = round((now - datetime(1970, 1, 1, tzinfo=UTC)) / timedelta(milliseconds=1))
        if beat.showing is not None and len(json.dumps(beat.showing)) > LARGEST_SHOWING:
            beat = beat.model_copy(update={"showing": None})
        with self._lock:
            live = self._live.get(link.display_id)
            if live is not None and live.link is link:
                live.heard_at, live.seen, live.beat = self._clock.monotonic(), now, beat
                live.clock_offset_ms = beat.sent_ms - now_ms
        # Who hears the answer may count on having been heard.
        link.send({"type": "time", "now_ms": now_ms, "sent_ms": beat.sent_ms})
        if live is not None and live.link is link:
            self._tell(link.display_id)

    def receipt_of(self, link: PlayerLink, said: ReceiptMessage) -> Receipt:
        """What a player said about a publication, with when it was heard."""
        return Receipt(display_id=link.display_id, at=self._clock.now(), **said.model_dump(exclude={"type"}))

    def sweep(self) -> None:
        """Ends the links of players that were silent too long, or are not (any more) those of their wall."""
        oldest = self._clock.monotonic() - SILENCE.total_seconds()
        with self._storage.reading() as work:
            bound = {device.device_id: device.display_id for device in work.devices.all()}
        with self._lock:
            over = [
                live.link
                for live in self._live.values()
                if live.heard_at < oldest or bound.get(live.link.device_id) != live.link.display_id
            ]
        for link in over:
            link.outbox.close()

    async def screenshot(self, display_id: str, max_width_px: int) -> bytes:
        """PNG of what a wall presents. Raises NotNow when it is away, NoAnswer after ten seconds."""
        name = secrets.token_hex(8)
        loop = asyncio.get_running_loop()
        future: asyncio.Future[bytes] = loop.create_future()
        self._pictures[name] = (loop, future)
        try:
            self._dispatch.send(display_id, {"type": "screenshot", "id": name, "max_width_px": max_width_px})
            return await asyncio.wait_for(future, SCREENSHOT_SECONDS)
        except TimeoutError as error:
            raise NoAnswer(f"{display_id!r} sent no picture within {SCREENSHOT_SECONDS:.0f} s; try again") from error
        finally:
            del self._pictures[name]

    def took(self, said: Screenshot) -> None:
        """A picture came; those nobody waits for are dropped."""
        waiting = self._pictures.get(said.id)
        if waiting is None:
            return
        try:
            png = base64.b64decode(said.png, validate=True)
        except binascii.Error:
            return
        if png.startswith(_PNG):
            loop, future = waiting
            loop.call_soon_threadsafe(_fulfil, future, png)

    def send(self, display_id: str, message: Document) -> None:
        """Sends one wall a message. Raises NotNow."""
        self._dispatch.send(display_id, message)

    def connected(self) -> int:
        return len(self._dispatch.connected())

    def _state(self, display_id: str, device: Device | None) -> PlayerState:
        hold = self._holds.of(display_id)
        with self._lock:
            live = self._live.get(display_id)
            if device is None:
                return PlayerState(display_id=display_id, hold=hold)
            if live is None:
                return PlayerState(
                    display_id=display_id,
                    device_id=device.device_id,
                    last_seen=device.last_seen,
                    version=device.version,
                    hold=hold,
                )
            beat = live.beat or Heartbeat(type="heartbeat", sent_ms=0)
            return PlayerState(
                display_id=display_id,
                device_id=device.device_id,
                connected=True,
                last_seen=live.seen,
                clock_offset_ms=live.clock_offset_ms,
                hold=hold,
                **beat.model_dump(exclude={"type", "sent_ms", "refusals", "hold"}),
            )

    def _tell(self, display_id: str) -> None:
        try:
            self._bus.tell(fact("player", display_id, self.state(display_id)))
        except NoSuchThing:
            self._bus.tell(fact("player", display_id))


def faults_of(states: Iterable[PlayerState]) -> tuple[str, ...]:
    """One sentence for each wall that is paired but not connected."""
    away = [state for state in states if state.device_id and not state.connected]
    return tuple(f"the player of {state.display_id!r} is not connected" for state in away)


def _fulfil(future: asyncio.Future[bytes], picture: bytes) -> None:
    if not future.done():
        future.set_result(picture)
