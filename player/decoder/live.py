"""One live decoder: ``python -m player.decoder.live FD WIDTH HEIGHT SLOTS SOUND PARENT``, started by the stage only.

It serves one stream and then goes, so that nothing of one camera outlives its turn. FFmpeg reads streams here and not
libVLC, which Debian builds without RTSP and which follows a playlist wherever it leads (ADR 0016).
"""

from __future__ import annotations

import os
import select
import sys
import time

import av

from player.decoder import orders
from player.decoder.frames import FrameFormat, Ring, Word
from player.decoder.memory_limit import limit_this_process
from player.decoder.receiver import Receiver
from player.decoder.worker import BEAT_SECONDS
from player.lifeline import die_with_parent, go_second

LEAVE_SECONDS = 0.5


def main(arguments: list[str]) -> int:
    fd, width, height, slots, _sound, parent = map(int, arguments)
    die_with_parent(parent)
    go_second()
    limit_this_process(width * height)
    av.logging.set_level(av.logging.PANIC)  # FFmpeg writes addresses, with their passwords, into its log
    ring = Ring(fd, FrameFormat(width, height, slots))
    if (receiver := _serve(ring, sys.stdin.fileno())) is not None:
        receiver.stop(LEAVE_SECONDS)
    return 0


def _serve(ring: Ring, fd: int) -> Receiver | None:
    """Beat and obey until orders end, the order to halt comes, or receiving is stuck; gives what is received then."""
    receiver: Receiver | None = None
    unread = b""
    ring[Word.BEAT_NS], ring[Word.BOOTED] = time.monotonic_ns(), 1
    while True:
        waiting, _, _ = select.select([fd], [], [], BEAT_SECONDS)
        now_ns = ring[Word.BEAT_NS] = time.monotonic_ns()
        if receiver is not None and receiver.is_stuck(now_ns):
            return receiver
        if not waiting:
            continue
        arrived = os.read(fd, 65_536)
        *lines, unread = (unread + arrived).split(b"\n")
        for order in map(orders.decode, lines):
            if isinstance(order, orders.Watch) and receiver is None:
                receiver = Receiver(ring, order.token, order.url)
            elif isinstance(order, orders.Halt):
                return receiver
        if not arrived or len(unread) > orders.LONGEST_ORDER:
            return receiver


if __name__ == "__main__":
    code = main(sys.argv[1:])
    sys.stderr.flush()
    os._exit(code)  # a name that is being looked up cannot be given up, and there is nothing to tidy
