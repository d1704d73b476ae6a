"""One decoder process: ``python -m player.decoder FD WIDTH HEIGHT SLOTS SOUND PARENT``, started by the stage only."""

from __future__ import annotations

import gc
import os
import sys

from player.decoder.deck import Deck
from player.decoder.frames import FrameFormat, Ring
from player.decoder.libvlc import EXIT_WITHOUT_VLC, VlcMissing, open_vlc
from player.decoder.memory_limit import limit_this_process
from player.decoder.worker import Worker
from player.lifeline import die_with_parent, go_second


def main(arguments: list[str]) -> int:
    fd, width, height, slots, sound, parent = map(int, arguments)
    die_with_parent(parent)
    go_second()
    limit_this_process(width * height)
    sys.setswitchinterval(0.001)
    ring = Ring(fd, FrameFormat(width, height, slots))
    try:
        vlc, instance = open_vlc(sound=bool(sound))
    except VlcMissing as error:
        sys.stderr.write(f"displayctl-player: {error}\n")
        return EXIT_WITHOUT_VLC
    deck = Deck(vlc, instance, ring)
    gc.collect()
    gc.freeze()
    gc.disable()
    Worker(deck, ring, sys.stdin.fileno()).run()
    return 0


if __name__ == "__main__":
    code = main(sys.argv[1:])
    sys.stderr.flush()
    os._exit(code)  # libVLC may hang on the way out, and there is nothing to tidy
