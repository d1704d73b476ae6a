"""A reverse proxy with TLS on this machine: it ends TLS, says who asked, and passes everything on both ways."""

from __future__ import annotations

import contextlib
import select
import socket
import ssl
import threading
from types import TracebackType

from content.delivery.pin import Pin


class TlsProxy:
    """Before the plain hub on `port`. Adds ``X-Forwarded-For: client_address`` to the first request of a connection,
    and asks the hub to close after it, unless it is a WebSocket. With the hub's own `inner_pin` it speaks TLS there;
    set `says_authority` to let it lie about who stands behind it.
    """

    def __init__(
        self, port: int, context: ssl.SSLContext, pin: Pin, client_address: str, inner_pin: Pin | None = None
    ) -> None:
        self._port, self._context, self.pin, self._address = port, context, pin, client_address
        self._inner = inner_pin.context() if inner_pin is not None else None
        self.says_authority = b""
        self._server = socket.create_server(("127.0.0.1", 0))
        self.url = f"https://127.0.0.1:{self._server.getsockname()[1]}"
        self._open: set[socket.socket] = set()
        self._thread = threading.Thread(target=self._accept, daemon=True)

    def __enter__(self) -> TlsProxy:
        self._thread.start()
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        with contextlib.suppress(OSError):
            self._server.shutdown(socket.SHUT_RDWR)
        self._server.close()
        for peer in list(self._open):
            with contextlib.suppress(OSError):
                peer.shutdown(socket.SHUT_RDWR)
        self._thread.join(5)

    def _accept(self) -> None:
        while True:
            try:
                peer, _ = self._server.accept()
            except OSError:
                return
            threading.Thread(target=self._serve, args=(peer,), daemon=True).start()

    def _serve(self, peer: socket.socket) -> None:
        with contextlib.suppress(OSError, ssl.SSLError), contextlib.ExitStack() as stack:
            outer = stack.enter_context(self._context.wrap_socket(peer, server_side=True))
            head = _head(outer)
            if self.says_authority and head.startswith(b"GET /authority "):
                size = len(self.says_authority)
                outer.sendall(b"HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: %d\r\n\r\n" % size)
                outer.sendall(self.says_authority)
                return
            inner = stack.enter_context(self._to_the_hub())
            self._open |= {outer, inner}
            try:
                inner.sendall(self._with_address(head))
                _carry(outer, inner)
            finally:
                self._open -= {outer, inner}

    def _to_the_hub(self) -> socket.socket:
        plain = socket.create_connection(("127.0.0.1", self._port))
        return plain if self._inner is None else self._inner.wrap_socket(plain)

    def _with_address(self, head: bytes) -> bytes:
        lines, _, rest = head.partition(b"\r\n\r\n")
        added = f"\r\nX-Forwarded-For: {self._address}\r\nX-Forwarded-Proto: https".encode()
        if b"upgrade: websocket" not in lines.lower():
            added += b"\r\nConnection: close"
        return lines + added + b"\r\n\r\n" + rest


def _head(peer: socket.socket) -> bytes:
    """What came up to the end of the headers, and a little more."""
    data = b""
    while b"\r\n\r\n" not in data and (piece := peer.recv(65536)):
        data += piece
    return data


def _carry(outer: socket.socket, inner: socket.socket) -> None:
    """Both ways until one side ends. One thread does it, as a TLS connection must not be read and written at once."""
    ready = [outer, inner]
    while True:
        for source, target in ((outer, inner), (inner, outer)):
            while source in ready and (piece := _what_came(source)) is not None:
                if not piece:
                    return
                target.sendall(piece)
        ready, _, _ = select.select((outer, inner), (), ())


def _what_came(source: socket.socket) -> bytes | None:
    """Empty when the side ended, None when nothing whole came yet."""
    source.setblocking(False)
    try:
        return source.recv(65536)
    except (BlockingIOError, ssl.SSLWantReadError):
        return None
    finally:
        source.setblocking(True)
