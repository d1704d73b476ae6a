"""Slow lines on this machine: each wall's own way to the hub, with little room, long delay, and a queue of its own.

``python -m benchmarks.emergency.line SPEC`` with a JSON list of `Spec` prints the ports of its lines and then obeys
``cut N`` on its input: every connection of line N ends at once.

All connections of a line share one queue in each direction, as at the narrow end of a real one: whoever fills it,
others wait behind. A sender has no more under way than the receiver's window allows, which the kernel is asked for.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import socket
import struct
import sys
from collections import deque
from dataclasses import dataclass

PACKET = 1400
HIDDEN_BYTES = 8 << 10
_SND_WND = 228
"""Where `struct tcp_info` of Linux has the window that the other side allows."""


@dataclass(frozen=True, slots=True)
class Spec:
    """A line to the hub on `port`; 0 bytes a second for one without a limit."""

    port: int
    bytes_a_second: float
    delay_s: float
    queue_bytes: int


class Way:
    """One direction of a line."""

    def __init__(self, spec: Spec) -> None:
        self._spec = spec
        self._free_at = 0.0
        self._waiting: deque[asyncio.Event] = deque()
        self.queued = 0

    async def room(self, size: int) -> None:
        """Until the queue takes `size` bytes more; those who wait take turns."""
        while self.queued + size > self._spec.queue_bytes:
            turn = asyncio.Event()
            self._waiting.append(turn)
            await turn.wait()
        self.queued += size

    def pass_on(self, size: int) -> float:
        """The instant (of the loop) at which that much, put into the queue now, comes out at the far end."""
        loop = asyncio.get_running_loop()
        rate = self._spec.bytes_a_second
        self._free_at = max(loop.time(), self._free_at) + (size / rate if rate else 0.0)
        loop.call_at(self._free_at, self._left, size)
        return self._free_at + self._spec.delay_s

    def _left(self, size: int) -> None:
        self.queued -= size
        if self._waiting:
            self._waiting.popleft().set()


class Line:
    """Accepts on a port of its own, and carries each connection to the hub."""

    def __init__(self, spec: Spec) -> None:
        self._spec, self._down, self._up = spec, Way(spec), Way(spec)
        self._writers: set[asyncio.StreamWriter] = set()

    async def open(self) -> int:
        server = await asyncio.start_server(self._serve, "127.0.0.1", 0, limit=2 * PACKET)
        return int(server.sockets[0].getsockname()[1])

    def cut(self) -> None:
        for writer in self._writers:
            writer.transport.abort()

    async def _serve(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await asyncio.sleep(2 * self._spec.delay_s)  # the handshake
        hub = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
        hub.setsockopt(socket.SOL_SOCKET, socket.SO_RCVBUF, HIDDEN_BYTES)
        hub.connect(("127.0.0.1", self._spec.port))
        from_hub, to_hub = await asyncio.open_connection(sock=hub, limit=2 * PACKET)
        both = {writer, to_hub}
        self._writers |= both
        try:
            ways = (self._carry(from_hub, writer, self._down), self._carry(reader, to_hub, self._up))
            await asyncio.gather(*ways)
        finally:
            self._writers -= both
            for each in both:
                each.transport.abort()

    async def _carry(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, way: Way) -> None:
        loop, under_way = asyncio.get_running_loop(), 0
        news = asyncio.Event()

        def arrived(data: bytes) -> None:
            if not writer.transport.is_closing():
                with contextlib.suppress(OSError, RuntimeError):
                    writer.write(data) if data else writer.write_eof()
            loop.call_later(self._spec.delay_s, acknowledged, len(data))

        def acknowledged(size: int) -> None:
            nonlocal under_way
            under_way -= size
            news.set()

        with contextlib.suppress(OSError):
            while data := await reader.read(PACKET):
                while under_way and under_way + len(data) > _window(writer):
                    news.clear()
                    await news.wait()
                under_way += len(data)
                await way.room(len(data))
                loop.call_at(way.pass_on(len(data)), arrived, data)
        loop.call_at(way.pass_on(0), arrived, b"")
        await asyncio.sleep(4 * self._spec.delay_s)


def _window(writer: asyncio.StreamWriter) -> int:
    """What the receiver allows to be under way to it."""
    try:
        known = writer.get_extra_info("socket").getsockopt(socket.IPPROTO_TCP, socket.TCP_INFO, 256)
    except OSError:
        return 1 << 20
    waiting = writer.transport.get_write_buffer_size()
    return max(PACKET, int(struct.unpack_from("I", known, _SND_WND)[0]) - waiting)


async def _run(specs: list[Spec]) -> None:
    lines = [Line(spec) for spec in specs]
    print(json.dumps([await line.open() for line in lines]), flush=True)
    loop = asyncio.get_running_loop()
    while words := (await loop.run_in_executor(None, sys.stdin.readline)).split():
        lines[int(words[1])].cut()


if __name__ == "__main__":
    asyncio.run(_run([Spec(**each) for each in json.loads(sys.argv[1])]))
