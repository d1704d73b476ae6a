"""The client of the hub that this desk speaks to now; it changes when the hub comes back at another address."""

from __future__ import annotations

from displayctl.api.client import HubClient
from displayctl.desktop.link import HubAddress

MOST_FORMER = 4
"""Clients that are kept open after a move: a thread that waits for an answer of one that is closed hears nothing of it,
and waits for half a minute."""


class HubDoor:
    """Holds the one client. Work in threads takes `client` when it begins."""

    def __init__(self, address: HubAddress) -> None:
        self._address = address
        self._client = address.client()
        self._former: list[HubClient] = []

    @property
    def client(self) -> HubClient:
        return self._client

    def move(self, address: HubAddress) -> None:
        """Speak to the hub at `address` from now on; what was asked before still gets its answer."""
        if address == self._address:
            return
        self._former.append(self._client)
        self._address, self._client = address, address.client()
        while len(self._former) > MOST_FORMER:
            self._former.pop(0).close()

    def close(self) -> None:
        for each in (*self._former, self._client):
            each.close()
        self._former.clear()
