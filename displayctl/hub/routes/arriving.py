"""Files on their way in as bodies of requests: their names made plain, and their bytes as they come."""

from __future__ import annotations

import re
from collections.abc import Iterator

import anyio
import anyio.from_thread
from fastapi import Request

from displayctl.hub.errors import NotNow

SILENT_SECONDS = 60.0
"""How long an upload may stand still: few run at once, and a laptop that was closed must not keep others waiting."""


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


def chunks_of(request: Request) -> Iterator[bytes]:
    """The body's pieces, asked for from another thread. Raises NotNow when one is too long in coming."""
    stream = request.stream()

    async def following() -> bytes | None:
        try:
            with anyio.fail_after(SILENT_SECONDS):
                return await anext(stream, None)
        except TimeoutError as error:
            raise NotNow(f"nothing came for {SILENT_SECONDS:g} s; send the file again") from error

    while (chunk := anyio.from_thread.run(following)) is not None:
        yield chunk
