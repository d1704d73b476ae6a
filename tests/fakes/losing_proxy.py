"""A line to a plain hub on this machine that loses what a test tells it to, on either side of the hub."""

from __future__ import annotations

import http.client
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from enum import Enum
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import urlsplit


class Loss(Enum):
    """`ANSWER`: the hub has done what it was asked for, and nobody hears of it."""

    NOTHING, REQUEST, ANSWER = range(3)


class LosingProxy(ThreadingHTTPServer):
    """Before the hub at `hub_url`; what is POSTed to `path` next meets `loss`, and the line is cut from then on if it
    `breaks`.
    """

    daemon_threads = True

    def __init__(self, hub_url: str, path: str) -> None:
        super().__init__(("127.0.0.1", 0), _Passing)
        self.hub, self.path = urlsplit(hub_url).netloc, path
        self.loss, self.breaks, self.cut = Loss.NOTHING, False, False
        self.url = f"http://127.0.0.1:{self.server_address[1]}"

    def fate(self, method: str, path: str) -> Loss:
        """What happens to this request; each loss happens once."""
        if self.cut:
            return Loss.REQUEST
        if (method, path) != ("POST", self.path) or self.loss is Loss.NOTHING:
            return Loss.NOTHING
        loss, self.loss, self.cut = self.loss, Loss.NOTHING, self.breaks
        return loss


class _Passing(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    server: LosingProxy

    def _pass(self) -> None:
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        fate = self.server.fate(self.command, self.path)
        self.close_connection = True
        if fate is Loss.REQUEST:
            return
        hub = http.client.HTTPConnection(self.server.hub, timeout=30)
        try:
            hub.request(self.command, self.path, body, dict(self.headers))
            answer = hub.getresponse()
            data = answer.read()
        finally:
            hub.close()
        if fate is Loss.ANSWER:
            return
        self.send_response(answer.status)
        self.send_header("Content-Type", answer.headers.get("Content-Type", ""))
        self.send_header("Content-Length", str(len(data)))
        self.send_header("Connection", "close")
        self.end_headers()
        self.wfile.write(data)

    do_GET = do_POST = do_PUT = do_DELETE = _pass  # noqa: N815

    def log_message(self, format: str, *args: object) -> None:
        """Nothing is logged."""


@contextmanager
def losing_proxy(hub_url: str, path: str) -> Iterator[LosingProxy]:
    """One that serves until the block ends."""
    with LosingProxy(hub_url, path) as proxy:
        thread = threading.Thread(target=proxy.serve_forever, kwargs={"poll_interval": 0.02}, daemon=True)
        thread.start()
        try:
            yield proxy
        finally:
            proxy.shutdown()
            thread.join(10)
