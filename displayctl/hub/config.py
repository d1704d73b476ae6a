"""What a hub is told at its start."""

from __future__ import annotations

import ipaddress
from dataclasses import dataclass
from pathlib import Path

from displayctl.errors import AddressRefused

DEFAULT_PORT = 8765


@dataclass(frozen=True, slots=True)
class HubConfig:
    """Where the installation lies (None: the user's own) and where to listen.

    `port` 0 takes any free one; with `any_port` a busy `port` becomes any free one too.
    """

    data: Path | None = None
    host: str = "127.0.0.1"
    port: int = DEFAULT_PORT
    any_port: bool = False


def check_loopback(host: str) -> str:
    """The address to listen on. Raises AddressRefused for anything that others on the network could reach."""
    if host == "localhost":
        return "127.0.0.1"
    try:
        if ipaddress.ip_address(host).is_loopback:
            return host
    except ValueError as error:
        raise AddressRefused(f"{host!r} is not an address; use --host 127.0.0.1") from error
    raise AddressRefused(
        f"the hub does not listen on {host}: the desk's token and the media would cross the network in the clear, and "
        "there are no accounts yet; use --host 127.0.0.1, with an SSH tunnel or a VPN for other machines"
    )
