"""A live stream as a medium: where its pictures come from, and how long a wall waits for the first of them."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import timedelta
from urllib.parse import SplitResult, urlsplit

from schedules.errors import InvalidValue

LONGEST_ADDRESS = 1000
PATIENCE = timedelta(seconds=5)
SCHEMES = ("rtsp", "rtp", "http", "https")
_ADDRESS = re.compile(r"\A[!$%&'()*+,\-./0-9:;=?@A-Z\[\]_a-z~]+\Z")


@dataclass(frozen=True, slots=True)
class LiveStream:
    """Pictures from `url`: RTSP, RTP (with its port), or HLS over HTTP(S).

    A wall waits `patience` (1 to 30 s) for the first picture. It is never heard. An address may hold a name and a
    password, as cameras want it: these go to the walls inside the signed programme, and `shown` is the address for
    everybody's eyes.
    """

    url: str = field(repr=False)
    patience: timedelta = PATIENCE

    def __post_init__(self) -> None:
        _check_address(self.url)
        if not isinstance(self.patience, timedelta) or not timedelta(seconds=1) <= self.patience <= 6 * PATIENCE:
            raise InvalidValue("stream.patience", f"{self.patience!s:.40} is out of bounds; give 1 to 30 seconds")
        if self.patience.microseconds % 1000:
            raise InvalidValue("stream.patience", f"{self.patience} is not in whole milliseconds; round it to them")

    @property
    def shown(self) -> str:
        """The address without name and password, and without what follows a question mark."""
        parts = urlsplit(self.url)
        return f"{parts.scheme}://{parts.netloc.rpartition('@')[2]}{parts.path}"


def _check_address(url: str) -> None:
    if not isinstance(url, str) or len(url) > LONGEST_ADDRESS or not _ADDRESS.match(url):
        raise InvalidValue(
            "stream.url",
            f"is not an address of 1 to {LONGEST_ADDRESS} plain characters without spaces; write others as %20",
        )
    try:
        parts = urlsplit(url)
        host, port = parts.hostname, parts.port
    except ValueError:
        raise InvalidValue(
            "stream.url", "has a host or a port that is none; write it as rtsp://host:554/path"
        ) from None
    if parts.scheme not in SCHEMES:
        raise InvalidValue("stream.url", f"{parts.scheme!r:.20} is not one of {', '.join(SCHEMES)}")
    if not host:
        raise InvalidValue("stream.url", "names no host; write it as rtsp://host:554/path")
    _check_rtp(parts, port)


def _check_rtp(parts: SplitResult, port: int | None) -> None:
    if parts.scheme == "rtp" and not port:
        raise InvalidValue("stream.url", "names no port; write RTP as rtp://239.1.2.3:5004")
