"""What stands between the network and the hub: its authority, what others pin, and the proxies that it believes."""

from __future__ import annotations

import socket
from dataclasses import dataclass
from pathlib import Path

from content.delivery.pin import LARGEST_PIN, Pin
from content.errors import Damaged
from displayctl.errors import AddressRefused
from displayctl.hub.authority import Authority
from displayctl.hub.config import HubConfig, Listening
from schedules.clock import Clock

TLS_FOLDER = "tls"


@dataclass(frozen=True, slots=True)
class Doors:
    """`authority` is the hub's own where it listens with TLS; `pin` is what players and desks are told to pin: the
    proxy's authority where one stands before the hub, else the hub's own, None where all of it is plain.
    `proxies` are the addresses whose forwarded headers are believed.
    """

    authority: Authority | None = None
    pin: Pin | None = None
    proxies: tuple[str, ...] = ()


def open_doors(config: HubConfig, listening: Listening, hub_folder: Path, clock: Clock) -> Doors:
    """The doors as `config` wants them; the authority is made where it is missing.

    Raises AuthorityDamaged, AddressRefused where the proxy's authority cannot be read, StorageFull, OSError.
    """
    authority = None
    if listening.tls:
        names = (*config.names, socket.gethostname(), *_address_of(listening.host))
        authority = Authority(hub_folder / TLS_FOLDER, tuple(name for name in names if name), clock)
    pin = authority.pin if authority is not None else None
    if config.proxy_authority is not None:
        pin = _read_pin(config.proxy_authority)
    elif config.behind_proxy:
        pin = None  # what a proxy shows is not known here: nobody may pin the hub's own in its place
    return Doors(authority, pin, config.behind_proxy)


def _address_of(host: str) -> tuple[str, ...]:
    return () if host in ("0.0.0.0", "::") else (host,)  # noqa: S104


def _read_pin(path: Path) -> Pin:
    try:
        with path.open("rb") as file:
            return Pin(file.read(LARGEST_PIN).decode("ascii"), own=False)
    except (OSError, ValueError, Damaged) as error:
        raise AddressRefused(f"{path} is not the certificate (PEM) of the proxy's authority: {error}") from error
