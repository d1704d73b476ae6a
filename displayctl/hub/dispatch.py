"""The links to players: who is connected, and what is on its way to them."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterable, Mapping
from typing import Any

from displayctl.hub.errors import NotNow
from displayctl.hub.outbox import Outbox

MOST_WAITING, MOST_WAITING_BYTES = 64, 96 << 20


class PlayerLink:
    """One player's WebSocket, from the hub's side. Made on the event loop. `refused` is what it said last of what it
    would not believe.

    `held` are the versions of roles that the player holds, or will once it has read what was sent to it; None for one
    that does not tell, and gets everything each time.
    """

    def __init__(self, display_id: str, device_id: str, held: Mapping[str, int] | None = None) -> None:
        self.display_id, self.device_id, self.held = display_id, device_id, held
        self.outbox = Outbox(MOST_WAITING, MOST_WAITING_BYTES)
        self.refused: tuple[object, ...] = ()

    def send(self, message: Mapping[str, Any]) -> bool:
        """Queues a message; False where the player reads too slowly (the link then ends) or is gone."""
        return self.outbox.put(json.dumps(message, separators=(",", ":")))


class Dispatch:
    """Links by display. A wall has one: a newer link ends the older."""

    def __init__(self) -> None:
        self._links: dict[str, PlayerLink] = {}
        self._lock = threading.Lock()

    def attach(self, link: PlayerLink) -> None:
        with self._lock:
            former = self._links.get(link.display_id)
            self._links[link.display_id] = link
        if former is not None:
            former.outbox.close()

    def detach(self, link: PlayerLink) -> bool:
        """Forgets `link`; whether it was still the display's."""
        with self._lock:
            if self._links.get(link.display_id) is not link:
                return False
            del self._links[link.display_id]
            return True

    def connected(self) -> frozenset[str]:
        """The displays that have a link."""
        with self._lock:
            return frozenset(self._links)

    def send(self, display_id: str, message: Mapping[str, Any]) -> None:
        """Sends to one wall. Raises NotNow where it is not connected."""
        link = self._link(display_id)
        if link is None or not link.send(message):
            raise NotNow(f"the player of {display_id!r} is not connected; look at its power and its network")

    def links(self, display_ids: Iterable[str]) -> tuple[PlayerLink, ...]:
        """The links of those that are connected; the others learn of what is new when they connect."""
        with self._lock:
            return tuple(self._links[name] for name in display_ids if name in self._links)

    def end(self, display_id: str) -> None:
        """Ends the link of a wall, if there is one."""
        link = self._link(display_id)
        if link is not None:
            link.outbox.close()

    def end_all(self) -> None:
        for display_id in self.connected():
            self.end(display_id)

    def _link(self, display_id: str) -> PlayerLink | None:
        with self._lock:
            return self._links.get(display_id)
