"""A server of warnings on this machine: documents that can be changed while it runs, and every way to misbehave."""

from __future__ import annotations

import hashlib
import threading
from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from email.utils import format_datetime
from enum import Enum, auto
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from types import TracebackType

TRICKLE_SECONDS = 0.05
LONGEST_TRICKLE = 400


class Fault(Enum):
    """How a document is answered wrongly: no answer at all, in drops, cut off in the middle, or for ever."""

    SILENT = auto()
    TRICKLE = auto()
    CUT = auto()
    ENDLESS = auto()


@dataclass(frozen=True, slots=True)
class Page:
    """What is answered at a path. With `etag` or `modified`, 304 to whom has it already.

    `status` other than 200 is answered as it is, with `headers` such as ``Retry-After`` or ``Location``.
    """

    body: bytes = b""
    kind: str = "application/xml"
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)
    fault: Fault | None = None
    etag: bool = True
    modified: datetime | None = None

    @property
    def tag(self) -> str:
        return f'"{hashlib.sha256(self.body).hexdigest()[:16]}"'


@dataclass(frozen=True, slots=True)
class Asked:
    """A request that came: for which path, with which conditions."""

    path: str
    etag: str
    since: str


class WarningServer:
    """Serves `pages` by path, which a test may change at any time; 404 for the others. Use it in a ``with``."""

    def __init__(self) -> None:
        self.pages: dict[str, Page] = {}
        self.asked: list[Asked] = []
        self.over = threading.Event()
        self.pause: Callable[[float], bool] = self.over.wait
        """Lets the seconds between two drops pass, and says whether it is over; a test may push a clock instead."""
        self._server = _Listening(("127.0.0.1", 0), _Answers)
        self._server.owner = self
        self.port: int = self._server.server_port
        self._thread = threading.Thread(target=self._server.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)

    def __enter__(self) -> WarningServer:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.over.set()
        self._server.shutdown()
        self._server.server_close()
        self._thread.join(5)

    def url(self, path: str = "/") -> str:
        return f"http://127.0.0.1:{self.port}{path}"

    def put(self, path: str, body: bytes | str, kind: str = "application/xml") -> None:
        """Serves `body` at `path` from now on, without any fault."""
        self.pages[path] = Page(body.encode() if isinstance(body, str) else body, kind)

    def counts(self) -> Counter[str]:
        """How often each path was asked for."""
        return Counter(asked.path for asked in self.asked)


class _Listening(ThreadingHTTPServer):
    daemon_threads = True
    owner: WarningServer


class _Answers(BaseHTTPRequestHandler):
    """Answers for the `WarningServer` that its server belongs to."""

    server: _Listening

    def do_GET(self) -> None:
        asked = Asked(self.path, self.headers.get("If-None-Match", ""), self.headers.get("If-Modified-Since", ""))
        self.server.owner.asked.append(asked)
        page = self.server.owner.pages.get(self.path, Page(status=404))
        if page.fault is Fault.SILENT:
            self.server.owner.over.wait(30)
        elif page.status != 200 or not self._has_it(page, asked):
            self._send(page)
        else:
            self._head(304, page)

    def _has_it(self, page: Page, asked: Asked) -> bool:
        if page.etag and asked.etag:
            return asked.etag == page.tag
        return page.modified is not None and asked.since == format_datetime(page.modified, usegmt=True)

    def _head(self, status: int, page: Page, length: int | None = None) -> None:
        self.send_response(status)
        self.send_header("Content-Type", page.kind)
        if page.etag and status in (200, 304):
            self.send_header("ETag", page.tag)
        if page.modified is not None:
            self.send_header("Last-Modified", format_datetime(page.modified, usegmt=True))
        if length is not None:
            self.send_header("Content-Length", str(length))
        for name, value in page.headers.items():
            self.send_header(name, value)
        self.end_headers()

    def _send(self, page: Page) -> None:
        length = len(page.body)
        self._head(page.status, page, length if page.fault is not Fault.ENDLESS else None)
        match page.fault:
            case Fault.CUT:
                self.wfile.write(page.body[: length // 2])
            case Fault.TRICKLE:
                for number in range(min(length, LONGEST_TRICKLE)):
                    self._write(page.body[number : number + 1])
                    if self.server.owner.pause(TRICKLE_SECONDS):
                        return
            case Fault.ENDLESS:
                while self._write(page.body or b" " * 65536) and not self.server.owner.over.is_set():
                    continue
            case _:
                self._write(page.body)

    def _write(self, piece: bytes) -> bool:
        try:
            self.wfile.write(piece)
        except OSError:  # the asker has gone
            return False
        return True

    def log_message(self, format: str, *args: object) -> None:
        return
