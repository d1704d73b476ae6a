"""Facts from the hub as they happen, for live pages: a WebSocket read in the caller's thread."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from pydantic import ValidationError
from websockets.exceptions import WebSocketException
from websockets.sync.client import connect

from content.delivery.pin import Pin
from displayctl.api.errors import HubUnreachable
from displayctl.api.models import Event, Problem

LARGEST_EVENT_BYTES = 1 << 20
OPEN_TIMEOUT_SECONDS = 10.0
PING_SECONDS, SILENT_SECONDS, LEAVING_SECONDS = 5.0, 10.0, 1.0
"""A hub that hangs, or behind a dead link, is known to be away within the sum: an emergency may wait for that."""
POLL_SECONDS = 0.1
"""Whoever closes a window waits for no more than this."""


def follow_events(url: str, token: str, stopped: Callable[[], bool], pin: Pin | None = None) -> Iterator[Event]:
    """Facts from the hub at `url`, first an Event of kind ``hello``, until `stopped()` is true.

    `stopped` is asked every tenth of a second. Raises HubUnreachable when the connection cannot be made or breaks: the
    caller reconnects when it likes, and reads anew what it shows, as facts were missed meanwhile.
    """
    address = "ws" + url.rstrip("/").removeprefix("http") + "/api/events"
    try:
        with connect(
            address,
            compression=None,
            max_size=LARGEST_EVENT_BYTES,
            open_timeout=OPEN_TIMEOUT_SECONDS,
            ping_interval=PING_SECONDS,
            ping_timeout=SILENT_SECONDS,
            close_timeout=LEAVING_SECONDS,
            proxy=None,
            ssl=None if pin is None else pin.context(),
        ) as socket:
            socket.send(token)
            while not stopped():
                try:
                    frame = socket.recv(timeout=POLL_SECONDS)
                except TimeoutError:
                    continue
                yield Event.model_validate_json(frame)
    except (OSError, WebSocketException, ValidationError) as error:
        detail = f"the hub at {url} is not reachable ({error})"
        raise HubUnreachable(Problem(type="unreachable", title="Hub unreachable", status=0, detail=detail)) from error
