"""A decoder process that comes up and then misbehaves: ``python -m tests.fakes.bad_decoder HOW FD WIDTH HEIGHT …``.

HOW is ``eats`` (memory, 8 MB every 20 ms), ``spins`` (a processor), ``dies`` (at once, as after a crash), or
``waits`` for orders that it does not obey.
"""

from __future__ import annotations

import os
import select
import sys
import time

from player.decoder.frames import FrameFormat, Ring, Word
from player.lifeline import die_with_parent

_STEP_SECONDS = 0.02
_STEP_BYTES = 8_000_000


def main(how: str, numbers: list[str]) -> None:
    fd, width, height, slots, _, parent = map(int, numbers)
    die_with_parent(parent)
    ring = Ring(fd, FrameFormat(width, height, slots))
    ring[Word.BEAT_NS] = time.monotonic_ns()
    ring[Word.BOOTED] = 1
    if how == "dies":
        os.abort()
    eaten = []
    while not select.select([sys.stdin], [], [], 0 if how == "spins" else _STEP_SECONDS)[0] or os.read(0, 65_536):
        ring[Word.BEAT_NS] = time.monotonic_ns()
        if how == "eats":
            eaten.append(b"x" * _STEP_BYTES)


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2:])
