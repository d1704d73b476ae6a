"""The client of the hub that this desk speaks to now; it changes when the hub comes back at another address."""

from __future__ import annotations

from displayctl.api.client import HubClient
from displayctl.desktop.link import HubAddress


class HubDoor:
    """Holds the one client. Work in threads takes `client` when it begins."""

    def __init__(self, address: HubAddress) -> None:
        self._address = address
        self._client = address.client()

    @property
    def client(self) -> HubClient:
        return self._client

    def move(self, address: HubAddress) -> None:
        """Speak to the hub at `address` from now on."""
        if address != self._address:
            self._client.close()
            self._address, self._client = address, address.client()

    def close(self) -> None:
        self._client.close()
