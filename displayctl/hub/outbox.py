"""What waits to be sent to one connection: bounded, filled from any thread, emptied on the event loop.

Each connection has its own, so that a slow one holds up nobody else.
"""

from __future__ import annotations

import asyncio
import threading
from collections import deque
from collections.abc import Callable

Make = Callable[[], str | bytes]
"""Makes a message at the moment it is sent; an empty one is not."""


class Outbox:
    """Messages in order, but for the one that was put first. One who reads too slowly overflows: `full` says so, and
    nothing more is taken.
    """

    def __init__(self, most_messages: int, most_bytes: int) -> None:
        self._most_messages, self._most_bytes = most_messages, most_bytes
        self._first: Make | None = None
        self._waiting: deque[str] = deque()
        self._bytes = 0
        self._lock = threading.Lock()
        self._loop = asyncio.get_running_loop()
        self._news = asyncio.Event()
        self.full = False
        self.closed = False

    def put(self, message: str) -> bool:
        """Queues `message`; False where it is closed, or too much waits already (then it is closed from now on)."""
        with self._lock:
            if self.closed:
                return False
            if self._waiting and (
                len(self._waiting) >= self._most_messages or self._bytes + len(message) > self._most_bytes
            ):
                self.full = self.closed = True
            else:
                self._waiting.append(message)
                self._bytes += len(message)
        self._wake()
        return not self.full

    def put_first(self, make: Make) -> None:
        """Has what `make` gives sent before all others. It is made when its turn comes, so that one who is slow to read
        gets the newest alone, in place of each one there was meanwhile.
        """
        with self._lock:
            if self.closed:
                return
            self._first = make
        self._wake()

    def close(self) -> None:
        """Nothing more is taken; `get` gives what waits, then None."""
        with self._lock:
            self.closed = True
        self._wake()

    async def get(self) -> str | Make | None:
        """The next message, or what makes it; None once it is closed and empty, or has overflowed."""
        while True:
            self._news.clear()
            with self._lock:
                if self._first is not None:
                    make, self._first = self._first, None
                    return make
                if self._waiting and not self.full:
                    message = self._waiting.popleft()
                    self._bytes -= len(message)
                    return message
                if self.closed:
                    return None
            await self._news.wait()

    def _wake(self) -> None:
        if not self._loop.is_closed():
            self._loop.call_soon_threadsafe(self._news.set)
