"""The one way out: every fetch that the hub makes goes through `fetch`, which decides where it may go.

An address on the internet may stand for a machine in the office, or for the hub itself (server-side request forgery).
So the name is resolved once, each of its addresses is judged, and the connection goes to the very address that was
judged; every redirect begins anew. Nothing else under `displayctl.hub` opens connections: a linter holds that.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import ssl
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import timedelta
from email.utils import parsedate_to_datetime
from urllib.parse import SplitResult, urljoin, urlsplit

from displayctl.errors import DeskError
from schedules.clock import Clock

Resolve = Callable[[str, int], tuple[str, ...]]
"""The addresses of a host; raises OSError."""
Address = ipaddress.IPv4Address | ipaddress.IPv6Address
Network = ipaddress.IPv4Network | ipaddress.IPv6Network

LONGEST_URL = 2000
LONGEST_HEADER = 200
CHUNK_BYTES = 64 << 10
PORTS = {"http": 80, "https": 443}
REDIRECTS = frozenset({301, 302, 303, 307, 308})
METADATA = frozenset(
    ipaddress.ip_address(text) for text in ("169.254.169.254", "169.254.170.2", "100.100.100.200", "fd00:ec2::254")
)
"""Where clouds tell machines their secrets: never, whatever the settings allow."""
GLOBAL_UNICAST = ipaddress.IPv6Network("2000::/3")
TRANSLATED = (ipaddress.IPv6Network("2002::/16"), ipaddress.IPv6Network("2001::/32"))
"""Networks among these that carry IPv4 addresses inside, which a gateway unpacks (6to4, Teredo)."""


class EgressRefused(DeskError):
    """The hub does not fetch this; the message says why."""


class EgressFailed(DeskError):
    """It may be fetched, and it did not come; the message says why.

    `retry_after` is how long the other side asked to be left alone; None where it did not.
    """

    def __init__(self, message: str, retry_after: timedelta | None = None) -> None:
        super().__init__(message)
        self.retry_after = retry_after


@dataclass(frozen=True, slots=True)
class EgressRules:
    """What may be fetched. `allowed_networks` are private ones that are meant, such as the office's own server."""

    allowed_networks: tuple[Network, ...] = ()
    allowed_ports: frozenset[int] = frozenset({80, 443})
    largest_bytes: int = 8 << 20
    longest_seconds: float = 30.0
    most_redirects: int = 3
    content_types: frozenset[str] = field(default_factory=frozenset)
    """Such as ``application/xml``; empty: any."""


@dataclass(frozen=True, slots=True)
class Fetched:
    """What came: from where in the end, of which kind, and whether it had changed (`status` 200, or 304)."""

    url: str
    status: int
    content_type: str
    body: bytes
    etag: str = ""
    modified: str = ""
    """``Last-Modified``, as it came: it is given back as it is."""


def system_resolve(host: str, port: int) -> tuple[str, ...]:
    """The addresses of `host`, as this machine knows them. Raises OSError."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return tuple(dict.fromkeys(str(entry[4][0]) for entry in found))


def fetch(
    url: str,
    rules: EgressRules,
    clock: Clock,
    *,
    etag: str = "",
    modified: str = "",
    resolve: Resolve = system_resolve,
    context: ssl.SSLContext | None = None,
) -> Fetched:
    """Fetches `url` by GET. Raises EgressRefused for where it may not go, EgressFailed for what did not come.

    With `etag` or `modified` of an earlier answer, what has not changed since comes as status 304, without a body.
    `context` is for TLS; by default the machine's authorities are believed. Credentials in an address are refused, no
    cookies are kept, and no proxy of the environment is asked.
    """
    ends = clock.monotonic() + rules.longest_seconds
    for _ in range(rules.most_redirects + 1):
        target = _judge(url, rules, resolve)
        answer = _get(target, rules, _conditions(etag, modified), ends, clock, context)
        if isinstance(answer, Fetched):
            return answer
        following = urljoin(url, answer)
        if target.scheme == "https" and urlsplit(following).scheme == "http":
            raise EgressRefused(f"{_shown(url)} leads to an address without TLS; give that one, if it is meant")
        url = following
    raise EgressRefused(
        f"{_shown(url)} was reached by more than {rules.most_redirects} redirects; give the last address"
    )


@dataclass(frozen=True, slots=True)
class _Target:
    """An address that was judged, and the very machine that is meant by it."""

    url: str
    scheme: str
    host: str
    port: int
    path: str
    address: str


def plain_url(url: str) -> tuple[SplitResult, int]:
    """The parts of `url` and its port. Raises EgressRefused for what is fetched from nowhere."""
    if len(url) > LONGEST_URL or not url.isprintable() or not url.isascii() or "\\" in url or " " in url:
        raise EgressRefused(f"{_shown(url)} is not an address in plain letters; write it as https://name/path")
    try:
        parts = urlsplit(url)
        port = parts.port or PORTS.get(parts.scheme, 0)
    except ValueError as error:
        raise EgressRefused(f"{_shown(url)} is not an address ({error}); write it as https://name/path") from error
    if parts.scheme not in PORTS or not parts.hostname:
        raise EgressRefused(f"{_shown(url)} is neither http nor https; only these are fetched")
    if parts.username is not None or parts.password is not None:
        raise EgressRefused(f"{_shown(url)} holds a name or a password; give an address without them")
    return parts, port


def _judge(url: str, rules: EgressRules, resolve: Resolve) -> _Target:
    parts, port = plain_url(url)
    host = parts.hostname or ""
    if port not in rules.allowed_ports:
        raise EgressRefused(f"{_shown(url)} is at port {port}, which is not allowed; allow it in the settings")
    path = f"{parts.path or '/'}{'?' + parts.query if parts.query else ''}"
    return _Target(url, parts.scheme, host, port, path, _address_of(host, port, rules, resolve))


def _address_of(host: str, port: int, rules: EgressRules, resolve: Resolve) -> str:
    """The first address of `host`, of which every one must be allowed: else the next answer might be another."""
    try:
        found = resolve(host, port)
    except (OSError, UnicodeError) as error:
        raise EgressFailed(f"{host} is not known ({error}); check its name, and the network") from error
    if not found:
        raise EgressFailed(f"{host} has no address; check its name, and the network")
    for text in found:
        check_address(host, text, rules)
    return found[0]


def check_address(host: str, text: str, rules: EgressRules) -> None:
    """Raises EgressRefused unless the address `text`, for which `host` stands, is public or allowed."""
    try:
        address = _unpacked(ipaddress.ip_address(text.partition("%")[0]))
    except ValueError as error:
        raise EgressRefused(f"{host} stands for {text!r}, which is no address") from error
    if address in METADATA:
        raise EgressRefused(
            f"{host} stands for {address}, where clouds tell machines their secrets; that is not fetched"
        )
    if any(address.version == network.version and address in network for network in rules.allowed_networks):
        return
    if not _is_public(address):
        raise EgressRefused(
            f"{host} stands for {address}, which is inside and not on the internet; allow its network in the settings, "
            "if it is meant"
        )


def _is_public(address: Address) -> bool:
    """Whether `address` is one machine on the internet; of IPv6 only what is given out (RFC 4291, section 2.4)."""
    if isinstance(address, ipaddress.IPv6Address) and (
        address not in GLOBAL_UNICAST or any(address in network for network in TRANSLATED)
    ):
        return False
    return address.is_global and not address.is_multicast


def _unpacked(address: Address) -> Address:
    """The IPv4 address that an IPv6 one stands for, where it is mapped."""
    mapped = getattr(address, "ipv4_mapped", None)
    return address if mapped is None else mapped


class _Pinned(http.client.HTTPConnection):
    """Connects to the address that was judged, and says the name that was asked for."""

    def __init__(self, target: _Target, timeout: float, context: ssl.SSLContext | None) -> None:
        super().__init__(target.host, target.port, timeout=timeout)
        self._target, self._context = target, context

    def connect(self) -> None:
        """Opens the connection. Raises OSError."""
        plain = socket.create_connection((self._target.address, self._target.port), self.timeout)
        if self._target.scheme == "https":
            context = self._context or ssl.create_default_context()
            self.sock = context.wrap_socket(plain, server_hostname=self._target.host)
        else:
            self.sock = plain


def _conditions(etag: str, modified: str) -> dict[str, str]:
    return ({"If-None-Match": etag} if etag else {}) | ({"If-Modified-Since": modified} if modified else {})


def _get(
    target: _Target,
    rules: EgressRules,
    conditions: dict[str, str],
    ends: float,
    clock: Clock,
    context: ssl.SSLContext | None,
) -> Fetched | str:
    """What came, or the address to go on to."""
    connection = _Pinned(target, _left(target, ends, clock), context)
    headers = {"User-Agent": "displayctl", "Accept-Encoding": "identity", "Connection": "close"}
    try:
        connection.request("GET", target.path, headers=headers | conditions)
        with connection.getresponse() as answer:
            return _answered(connection, answer, target, rules, ends, clock, conditional=bool(conditions))
    except (OSError, http.client.HTTPException) as error:
        raise EgressFailed(f"{_shown(target.url)} did not come ({error!r:.200}); try again later") from error
    finally:
        connection.close()


def _answered(
    connection: _Pinned,
    answer: http.client.HTTPResponse,
    target: _Target,
    rules: EgressRules,
    ends: float,
    clock: Clock,
    *,
    conditional: bool,
) -> Fetched | str:
    if answer.status in REDIRECTS:
        return answer.getheader("Location", "")
    if answer.status == http.client.NOT_MODIFIED and conditional:
        return Fetched(target.url, answer.status, "", b"")
    if answer.status != http.client.OK:
        raise EgressFailed(
            f"{_shown(target.url)} answered {answer.status}; try its address in a browser",
            _retry_after(answer.getheader("Retry-After", ""), clock),
        )
    kind = answer.headers.get_content_type()
    if rules.content_types and kind not in rules.content_types:
        raise EgressRefused(f"{_shown(target.url)} is {kind}, not {' or '.join(sorted(rules.content_types))}")
    body = _read(connection, answer, target, rules, ends, clock)
    etag, modified = (_kept(answer.getheader(name, "")) for name in ("ETag", "Last-Modified"))
    return Fetched(target.url, answer.status, kind, body, etag, modified)


def _kept(value: str) -> str:
    """A header's value that may be given back with the next request; nothing where it may not."""
    return value if len(value) <= LONGEST_HEADER and value.isascii() and value.isprintable() else ""


def _retry_after(value: str, clock: Clock) -> timedelta | None:
    """Seconds, or an instant (RFC 9110, section 10.2.3); a day at most."""
    try:
        if value.isascii() and value.isdecimal():
            wanted = timedelta(seconds=min(int(value), 86_400))
        else:
            wanted = parsedate_to_datetime(value) - clock.now()
    except (ValueError, TypeError, OverflowError):
        return None
    return min(max(wanted, timedelta()), timedelta(days=1))


def _read(
    connection: _Pinned,
    answer: http.client.HTTPResponse,
    target: _Target,
    rules: EgressRules,
    ends: float,
    clock: Clock,
) -> bytes:
    body = bytearray()
    while True:
        if connection.sock is not None:  # one that trickles is cut off as one that is silent
            connection.sock.settimeout(_left(target, ends, clock))
        chunk = answer.read1(CHUNK_BYTES)
        if not chunk:
            if answer.length:  # http.client says nothing of it here
                raise EgressFailed(f"{_shown(target.url)} was cut off after {len(body)} bytes; try again later")
            return bytes(body)
        _left(target, ends, clock)
        body += chunk
        if len(body) > rules.largest_bytes:
            raise EgressRefused(f"{_shown(target.url)} is larger than {rules.largest_bytes} bytes")


def _left(target: _Target, ends: float, clock: Clock) -> float:
    left = ends - clock.monotonic()
    if left <= 0:
        raise EgressFailed(f"{_shown(target.url)} took too long; try again later")
    return left


def _shown(url: str) -> str:
    """An address as it may stand in a message: short, and without what may be a password."""
    return repr(url.rpartition("@")[2][:200])
