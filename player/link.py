"""The one outgoing WebSocket: notices and pushed bundles come in, heartbeats and receipts go out.

It reconnects for ever with full jitter, so that a hub coming back is not met by all its players at once.
"""

from __future__ import annotations

import base64
import binascii
import json
import queue
import random
import threading
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from typing import Any

from websockets.exceptions import InvalidStatus, WebSocketException
from websockets.sync.client import ClientConnection, connect

from content.delivery.news import HELD_HEADER, NEWS_HEADER, held_header
from player.errors import HubTrouble, HubUnreachable, NotBound
from player.events import (
    BundleOffered,
    Event,
    EverythingAsked,
    HubTime,
    IdentifyAsked,
    LinkChanged,
    Message,
    Noted,
    ScreenshotAsked,
    Tell,
)
from player.hub_client import LARGEST_BUNDLE, HubClient
from player.order_messages import read_order
from schedules.clock import Clock

BASE_WAIT_S, LONGEST_WAIT_S = 1.0, 60.0
PING_S = 20.0
MOST_WAITING = 256
LARGEST_MESSAGE = (LARGEST_BUNDLE // 3 + 1) * 4 + 1024
LATEST_MS = 1 << 43
_LISTEN_S = 0.1
_STEADY_S = 30.0


def jittered_wait(attempt: int, chance: Callable[[], float] = random.random) -> float:
    """Seconds before attempt number `attempt` (0 is the first repetition): up to min(60, 1 * 2**attempt)."""
    return chance() * min(LONGEST_WAIT_S, BASE_WAIT_S * 2.0 ** min(attempt, 16))


class Link:
    """The link to `hub`. `take_bundle` is given the bytes of bundles the hub pushes, `take_news` those of what it sends
    to one who holds the versions `held`. `say` may be called anywhere.
    """

    def __init__(
        self,
        hub: HubClient,
        tell: Tell,
        take_bundle: Callable[[bytes], None],
        clock: Clock,
        ping_s: float = PING_S,
        *,
        take_news: Callable[[bytes], None] = lambda news: None,
        held: Callable[[], Mapping[str, int]] = dict,
    ) -> None:
        self._ping_s, self._take_news, self._held = ping_s, take_news, held
        self._hub, self._tell, self._take_bundle, self._clock = hub, tell, take_bundle, clock
        self._outbox: queue.Queue[Message] = queue.Queue(MOST_WAITING)
        self._stopping = threading.Event()
        self._attempt = 0
        self._connected = False
        self._token, self._said = "", 0

    def say(self, message: Message) -> None:
        """Send `message` as soon as possible; without a connection, or beyond the bound, it is dropped."""
        if self._connected:
            try:
                self._outbox.put_nowait(message)
            except queue.Full:
                return

    def stop(self) -> None:
        """End the session that is under way."""
        self._stopping.set()

    def step(self) -> float:
        """One session, from connecting to its end; gives the seconds to wait. Raises NotBound."""
        begun = self._clock.monotonic()
        try:
            self._session()
            reason = "the hub closed the link"
        except NotBound:
            raise
        except (HubTrouble, WebSocketException, OSError, EOFError, TimeoutError) as error:
            reason = _reason(error)
        finally:
            self._connected = False
        if self._stopping.is_set():
            return 0.0
        self._tell(LinkChanged(False, reason))
        if self._clock.monotonic() - begun > _STEADY_S:
            self._attempt = 0
        wait = jittered_wait(self._attempt)
        self._attempt += 1
        return wait

    def _session(self) -> None:
        with self._open() as connection:
            _empty(self._outbox)
            self._said = 0
            self._connected = True
            answered = connection.response.headers if connection.response is not None else {}
            self._tell(LinkChanged(True, brings_news=NEWS_HEADER in answered))
            while not self._stopping.is_set():
                self._send_waiting(connection)
                try:
                    text = connection.recv(timeout=_LISTEN_S)
                except TimeoutError:
                    continue
                self._take(text)

    def _open(self) -> ClientConnection:
        token = self._token = self._hub.token()
        held = held_header(self._held())
        try:
            return connect(
                self._hub.link_address,
                additional_headers={"Authorization": f"Bearer {token}", HELD_HEADER: held},
                ssl=self._hub.tls,
                compression=None,
                proxy=True if self._hub.through_proxy else None,
                open_timeout=10,
                close_timeout=2,
                ping_interval=self._ping_s,
                ping_timeout=self._ping_s,
                max_size=LARGEST_MESSAGE,
                max_queue=4,
            )
        except InvalidStatus as error:
            self._hub.forget_token()
            if error.response.status_code == 403:
                raise NotBound("the hub closed its link to this device; approve it in the desktop") from error
            raise HubUnreachable(f"the hub opens no link: status {error.response.status_code}") from error

    def _send_waiting(self, connection: ClientConnection) -> None:
        while True:
            try:
                message = self._outbox.get_nowait()
            except queue.Empty:
                return
            connection.send(self._signed(message))

    def _signed(self, message: Message) -> str:
        """`message` under this device's signature, which is good at this place of this link and nowhere else."""
        self._said += 1
        text = json.dumps(message, separators=(",", ":"))
        signature = self._hub.sign_for_link(self._token, self._said, text)
        return json.dumps({"n": self._said, "text": text, "signature": signature}, separators=(",", ":"))

    def _take(self, text: str | bytes) -> None:
        if isinstance(text, bytes):
            self._take_news(text)
            return
        try:
            plain = json.loads(text)
        except (ValueError, RecursionError) as error:
            raise HubUnreachable("something that is no hub speaks on the link (no JSON)") from error
        if not isinstance(plain, dict):
            raise HubUnreachable("something that is no hub speaks on the link (no JSON object)")
        if plain.get("type") == "bundle":
            self._take_bundle(_decoded(plain.get("bundle")))
        elif (event := read_message(plain, self._clock.monotonic())) is not None:
            self._tell(event)


def read_message(plain: dict[str, Any], received: float) -> Event | None:
    """The event that a message of the hub stands for; None for one that is unknown or out of bounds."""
    match plain:
        case {"type": "notice", "digest": str(digest)} if len(digest) <= 200:
            return BundleOffered(digest)
        case {"type": "screenshot", "id": str(id), "max_width_px": int(width)} if 1 <= len(id) <= 100:
            return ScreenshotAsked(id, min(max(width, 16), 4096))
        case {"type": "hold" | "test-pattern" | "restart"}:
            return read_order(plain)
        case {"type": "identify", "seconds": int(seconds)}:
            return IdentifyAsked(min(max(seconds, 1), 600))
        case {"type": "noted", "id": str(name)} if 1 <= len(name) <= 32:
            return Noted(name)
        case {"type": "leave-safe-mode"}:
            return EverythingAsked()
        case {"type": "time", "now_ms": int(now_ms), "sent_ms": int(sent_ms)} if 0 <= now_ms < LATEST_MS:
            return HubTime(datetime.fromtimestamp(now_ms / 1000, UTC), sent_ms, received)
    return None


def _decoded(text: object) -> bytes:
    if not isinstance(text, str):
        raise HubUnreachable("the hub pushed a bundle that is no text")
    try:
        return base64.b64decode(text, validate=True)
    except (binascii.Error, ValueError) as error:
        raise HubUnreachable("the hub pushed a bundle that is not base64") from error


def _reason(error: Exception) -> str:
    return f"{str(error) or type(error).__name__:.200}"


def _empty(waiting: queue.Queue[Message]) -> None:
    while not waiting.empty():
        waiting.get_nowait()
