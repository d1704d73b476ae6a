"""Who has right of way on the line to a wall: while an emergency is on its way there, media wait."""

from __future__ import annotations

import asyncio
import threading
from collections.abc import Iterable, Mapping
from pathlib import Path

from fastapi.responses import FileResponse
from starlette.types import Message, Receive, Scope, Send

from schedules.clock import Clock

LONGEST_S = 10.0
"""A wall that says nothing must not be kept from its media for longer."""
LOOK_AGAIN_S = 0.05
PIECE_BYTES = 16 << 10
"""What is handed to a connection at once: small, as it cannot be taken back."""


class RightOfWay:
    """Claims by wall. Threads may share it."""

    def __init__(self, clock: Clock) -> None:
        self._clock = clock
        self._claims: dict[str, float] = {}
        self._lock = threading.Lock()

    def claim(self, display_ids: Iterable[str]) -> None:
        """From now on media for these walls wait, until the wall answers or ten seconds have passed."""
        ends = self._clock.monotonic() + LONGEST_S
        with self._lock:
            self._claims |= dict.fromkeys(display_ids, ends)

    def give_back(self, display_id: str) -> None:
        """The wall has what was on its way."""
        with self._lock:
            self._claims.pop(display_id, None)

    async def clear(self, display_id: str) -> None:
        """Returns once nothing more important is on its way to the wall."""
        while self._clock.monotonic() < self._claims.get(display_id, 0.0):
            await asyncio.sleep(LOOK_AGAIN_S)
        if display_id in self._claims:
            self.give_back(display_id)


class YieldingFile(FileResponse):
    """A file for a wall, sent in small pieces each of which waits for the `way` to be clear."""

    chunk_size = PIECE_BYTES

    def __init__(self, path: Path, headers: Mapping[str, str], way: RightOfWay, display_id: str) -> None:
        super().__init__(path, headers=headers, media_type="application/octet-stream")
        self._way, self._display_id = way, display_id

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        async def when_clear(message: Message) -> None:
            await self._way.clear(self._display_id)
            await send(message)

        await super().__call__(scope, receive, when_clear)
