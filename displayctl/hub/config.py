"""What a hub is told at its start, and where it may listen."""

from __future__ import annotations

import ipaddress
import re
from dataclasses import dataclass
from pathlib import Path

from displayctl.errors import AddressRefused

DEFAULT_PORT = 8765
MOST_PROXIES = 16
_NAME = re.compile(r"\A(?=.{1,253}\Z)[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\.[A-Za-z0-9-]{1,63})*\Z")


@dataclass(frozen=True, slots=True)
class HubConfig:
    """Where the installation lies (None: the user's own), where to listen, and what stands before the hub.

    `port` 0 takes any free one; with `any_port` a busy `port` becomes any free one too. `tls` is for loopback;
    others have it anyway. `names` are further names and addresses by which the hub is reached. `behind_proxy`
    are the addresses of proxies whose forwarded headers are believed; `proxy_authority` is the file (PEM) of the
    authority that signed the proxy's certificate, which players and desks then pin.
    """

    data: Path | None = None
    host: str = "127.0.0.1"
    port: int = DEFAULT_PORT
    any_port: bool = False
    tls: bool = False
    names: tuple[str, ...] = ()
    behind_proxy: tuple[str, ...] = ()
    proxy_authority: Path | None = None


@dataclass(frozen=True, slots=True)
class Listening:
    """Where to listen, and whether with TLS; `reachable` tells whether other machines can come in."""

    host: str
    tls: bool
    reachable: bool


def decide_listening(config: HubConfig) -> Listening:
    """Where `config` lets the hub listen: beyond this machine only with TLS, whatever stands before it.

    Raises AddressRefused for what is no address, or not one to listen on.
    """
    for name in config.names:
        _check_name(name)
    check_proxies(config)
    host = "127.0.0.1" if config.host == "localhost" else config.host
    try:
        address = ipaddress.ip_address(host)
    except ValueError as error:
        raise AddressRefused(f"{host!r} is not an address; use --host 127.0.0.1") from error
    if address.is_loopback:
        return Listening(host, config.tls, reachable=False)
    if address.is_multicast or getattr(address, "scope_id", None):
        raise AddressRefused(f"{host} is not an address to listen on; give one of this machine's own, or 0.0.0.0")
    return Listening(host, tls=True, reachable=True)


def check_reachable(listening: Listening, *, has_administrator: bool) -> None:
    """Raises AddressRefused where other machines could come in before there is anybody whom the hub knows."""
    if listening.reachable and not has_administrator:
        raise AddressRefused(
            f"the hub does not listen on {listening.host}: there is no administrator yet, and everybody on the network "
            "could become one; add the first with: displayctl user add --first"
        )


def check_proxies(config: HubConfig) -> None:
    """Raises AddressRefused unless each trusted proxy is a single address: a whole network could forge where a
    request comes from.
    """
    if len(config.behind_proxy) > MOST_PROXIES:
        raise AddressRefused(f"at most {MOST_PROXIES} proxies can be named; name the ones next to the hub")
    for proxy in config.behind_proxy:
        try:
            ipaddress.ip_address(proxy)
        except ValueError as error:
            raise AddressRefused(
                f"{proxy!r} is not the address of a proxy; name it as --behind-proxy 127.0.0.1"
            ) from error
    if config.proxy_authority is not None and not config.behind_proxy:
        raise AddressRefused("--proxy-authority says what a proxy shows; name the proxy with --behind-proxy too")


def _check_name(name: str) -> None:
    try:
        ipaddress.ip_address(name)
    except ValueError as error:
        if not _NAME.match(name):
            raise AddressRefused(f"{name!r:.80} is not a name of a machine; write it like hub.kantor.lan") from error
