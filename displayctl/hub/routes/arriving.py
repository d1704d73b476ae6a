"""Files on their way in as bodies of requests: their names made plain, and their bytes as they come."""

from __future__ import annotations

import re
import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

import anyio
import anyio.from_thread
from fastapi import Request

from displayctl.hub.asking import Asker, AskerKind
from displayctl.hub.errors import NotNow

SILENT_SECONDS = 60.0
"""How long an upload may stand still: few run at once, and a laptop that was closed must not keep others waiting."""
SLOWEST_BYTES_A_SECOND, PATIENCE_SECONDS = 4096, 300.0
"""What comes more slowly than that, after so long, only holds a place: any telephone is faster."""
MOST_AT_ONCE = 2
"""Bodies with files that one person may be sending: there are few places, and other people want one too."""


def announced_size(request: Request) -> int | None:
    """How many bytes the body shall have; None where that is not said."""
    length = request.headers.get("content-length", "")
    return int(length) if length.isdecimal() else None


def plain_name(name: str) -> str:
    """What a file is called, for people: the end of whatever path was sent, in letters that can be seen."""
    last = re.split(r"[/\\]", name)[-1]
    return printable(last).strip() or "tanpa nama"


def printable(text: str) -> str:
    """Without control characters, and without those that turn the direction of writing."""
    return "".join(letter for letter in text if letter.isprintable())


@dataclass(slots=True)
class Pace:
    """How fast a body comes, from the moment it is made; `monotonic` is for tests."""

    monotonic: Callable[[], float] = time.monotonic
    _began: float = field(init=False)
    _taken: int = 0

    def __post_init__(self) -> None:
        self._began = self.monotonic()

    def take(self, count: int) -> None:
        """So many bytes came. Raises NotNow where that is too slow on the whole."""
        self._taken += count
        allowed = PATIENCE_SECONDS + self._taken / SLOWEST_BYTES_A_SECOND
        if self.monotonic() - self._began > allowed:
            raise NotNow("the file comes too slowly to be taken; send it again over a better line")


def chunks_of(request: Request) -> Iterator[bytes]:
    """The body's pieces, asked for from another thread. Raises NotNow when one, or all of it, is too long in coming."""
    stream, pace = request.stream(), Pace()

    async def following() -> bytes | None:
        try:
            with anyio.fail_after(SILENT_SECONDS):
                return await anext(stream, None)
        except TimeoutError as error:
            raise NotNow(f"nothing came for {SILENT_SECONDS:g} s; send the file again") from error

    while (chunk := anyio.from_thread.run(following)) is not None:
        pace.take(len(chunk))
        yield chunk


class Places:
    """Who is sending files at this moment. To be used on the event loop alone."""

    def __init__(self, most: int = MOST_AT_ONCE) -> None:
        self._most = most
        self._taken: Counter[str] = Counter()

    @contextmanager
    def one_for(self, asker: Asker) -> Iterator[None]:
        """A place for a person, as long as the block lasts. Raises NotNow where they have theirs already."""
        if asker.kind is not AskerKind.PERSON:
            yield
            return
        if self._taken[asker.id] >= self._most:
            raise NotNow(f"{self._most} files of yours are on their way already; wait until one is there")
        self._taken[asker.id] += 1
        try:
            yield
        finally:
            self._taken[asker.id] -= 1
            if not self._taken[asker.id]:
                del self._taken[asker.id]
