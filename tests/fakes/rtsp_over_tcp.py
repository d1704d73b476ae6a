"""A camera that sends its pictures over the one TCP connection of RTSP (RFC 2326, 10.12), and may want a password."""

from __future__ import annotations

import base64
import socket
import socketserver
import threading
from collections.abc import Callable
from pathlib import Path
from typing import Self

from tests.fakes.stream_servers import send_again_and_again

_SDP = (
    "v=0\r\no=- 0 0 IN IP4 127.0.0.1\r\ns=cam\r\nt=0 0\r\nm=video 0 RTP/AVP 96\r\n"
    "a=rtpmap:96 H264/90000\r\na=fmtp:96 packetization-mode=1\r\na=control:track1\r\n"
)
_LARGEST_PACKET = 65_535


class TcpCamera:
    """Serves `clip` (an H.264 ``.ts`` file) to guests with `password`, if there is one. Refuses UDP."""

    def __init__(self, clip: Path, password: str = "") -> None:
        self.password = password
        self.guests = 0
        self._ending = threading.Event()
        self._source = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        self._source.bind(("127.0.0.1", 0))
        self._source.settimeout(0.2)
        self._pipes: list[Callable[[bytes], None]] = []
        self._server = _Server(("127.0.0.1", 0), self)
        target = f"rtp://127.0.0.1:{self._source.getsockname()[1]}"
        jobs = (
            lambda: send_again_and_again(target, "rtp", clip, self._ending),
            self._relay,
            lambda: self._server.serve_forever(poll_interval=0.05),
        )
        self._threads = [threading.Thread(target=job, daemon=True) for job in jobs]
        for thread in self._threads:
            thread.start()

    @property
    def url(self) -> str:
        login = f"admin:{self.password}@" if self.password else ""
        return f"rtsp://{login}127.0.0.1:{self._server.server_address[1]}/cam"

    def play(self, pipe: Callable[[bytes], None]) -> None:
        """Give every packet to `pipe` from now on."""
        self.guests += 1
        self._pipes.append(pipe)

    def leave(self, pipe: Callable[[bytes], None]) -> None:
        if pipe in self._pipes:
            self._pipes.remove(pipe)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._ending.set()
        self._server.shutdown()
        for thread in self._threads:
            thread.join(10)
        self._server.server_close()
        self._source.close()

    def _relay(self) -> None:
        while not self._ending.is_set():
            try:
                packet = self._source.recv(_LARGEST_PACKET)
            except TimeoutError:
                continue
            framed = b"$\0" + len(packet).to_bytes(2, "big") + packet
            for pipe in tuple(self._pipes):
                try:
                    pipe(framed)
                except OSError:
                    self.leave(pipe)


class _Server(socketserver.ThreadingTCPServer):
    daemon_threads = True

    def __init__(self, address: tuple[str, int], camera: TcpCamera) -> None:
        self.camera = camera
        super().__init__(address, _Guest)

    def handle_error(self, *_: object) -> None:
        """A guest that leaves in mid-sentence is nothing to speak of."""


class _Guest(socketserver.StreamRequestHandler):
    server: _Server

    def handle(self) -> None:
        pipe = self.connection.sendall
        try:
            while line := self.rfile.readline(4096).decode(errors="replace").strip("$\0 \r\n"):
                self._answer(line.split()[0], self._headers(), pipe)
        finally:
            self.server.camera.leave(pipe)

    def _headers(self) -> dict[str, str]:
        lines = iter(lambda: self.rfile.readline(4096).decode().strip(), "")
        return {name.lower(): value.strip() for name, _, value in (line.partition(":") for line in lines)}

    def _answer(self, method: str, headers: dict[str, str], pipe: Callable[[bytes], None]) -> None:
        login = base64.b64encode(f"admin:{self.server.camera.password}".encode()).decode()
        if self.server.camera.password and headers.get("authorization") != f"Basic {login}":
            self._say("401 Unauthorized", headers, 'WWW-Authenticate: Basic realm="cam"')
        elif method == "DESCRIBE":
            self._say("200 OK", headers, "Content-Type: application/sdp", body=_SDP)
        elif method == "SETUP" and "interleaved" not in headers.get("transport", ""):
            self._say("461 Unsupported Transport", headers)
        elif method == "SETUP":
            self._say("200 OK", headers, "Transport: RTP/AVP/TCP;unicast;interleaved=0-1", "Session: 1")
        else:
            self._say("200 OK", headers, "Session: 1")
            if method == "PLAY":
                self.server.camera.play(pipe)

    def _say(self, status: str, headers: dict[str, str], *more: str, body: str = "") -> None:
        lines = (f"RTSP/1.0 {status}", f"CSeq: {headers.get('cseq', '0')}", f"Content-Length: {len(body)}", *more)
        self.connection.sendall(("\r\n".join(lines) + "\r\n\r\n" + body).encode())
