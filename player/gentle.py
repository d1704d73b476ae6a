"""Media come gently: no more of them is under way than the line carries without a queue, so that an alert gets through.

A sender fills whatever stands between it and us: at the narrow end of a slow line that is a queue of seconds, and an
emergency waits behind it. What may be under way is for the receiver to say; it follows from what the line carries.
"""

from __future__ import annotations

import socket
from collections.abc import Iterator
from contextlib import suppress
from typing import Protocol

from schedules.clock import Clock

QUEUE_S = 0.3
"""The longest that our media make others wait on a slow line."""
LEAST_BYTES, MOST_BYTES = 16 << 10, 8 << 20
LOOK_AGAIN_S = 0.5
_TCP_WINDOW_CLAMP = 10
"""Linux; elsewhere the window stays what the system makes of it."""


class Socket(Protocol):
    """As much of a socket as it takes."""

    def setsockopt(self, level: int, name: int, value: int, /) -> None:
        """As of `socket.socket`."""
        ...


def window_for(bytes_a_second: float, round_trip_s: float) -> int:
    """How many bytes may be under way on a line that carries so much: what it holds, and a queue of 0.3 s.

    On a line that could carry more the next look finds more, by a factor of (round trip + 0.3 s) / round trip.
    """
    return round(min(MOST_BYTES, max(LEAST_BYTES, bytes_a_second * (round_trip_s + QUEUE_S))))


def gently(pieces: Iterator[bytes], way: Socket | None, round_trip_s: float, clock: Clock) -> Iterator[bytes]:
    """Gives `pieces` as they come over the connection `way`, whose window is kept as `window_for` says."""
    looked_at, taken = clock.monotonic(), 0
    for piece in pieces:
        yield piece
        taken += len(piece)
        passed = clock.monotonic() - looked_at
        if way is not None and passed >= max(LOOK_AGAIN_S, 2 * round_trip_s):
            with suppress(OSError):
                way.setsockopt(socket.IPPROTO_TCP, _TCP_WINDOW_CLAMP, window_for(taken / passed, round_trip_s))
            looked_at, taken = clock.monotonic(), 0
