"""Sounds one alarm: ``python -m player.decoder.alarm SOUND PERCENT PARENT``, started by the stage only.

A process of its own, by the same road as the sound of clips, so that neither libVLC nor a sound card that hangs ever
holds up the picture. It is ended by being killed.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path
from typing import Any

from player.decoder.alarm_sounds import chime, siren
from player.decoder.libvlc import EXIT_WITHOUT_VLC, VlcMissing, open_vlc
from player.lifeline import die_with_parent

EVERY_S = 60.0
_POLL_S, _LONGEST_S = 0.05, 30.0


def main(arguments: list[str]) -> int:
    sound, percent, parent = arguments[0], int(arguments[1]), int(arguments[2])
    die_with_parent(parent)
    try:
        vlc, instance = open_vlc(sound=True)
    except VlcMissing as error:
        sys.stderr.write(f"displayctl-player: {error}\n")
        return EXIT_WITHOUT_VLC
    file = in_memory(siren(percent) if sound == "siren" else chime(percent))
    player = instance.media_player_new()
    play(vlc, instance, player, file)
    while sound == "siren":
        time.sleep(EVERY_S)
        play(vlc, instance, player, file)
    return 0


def in_memory(sound: bytes) -> Path:
    """A file of this process alone, without a name in any folder: being killed leaves nothing behind."""
    fd = os.memfd_create("displayctl-alarm", os.MFD_CLOEXEC)
    with open(fd, "wb", closefd=False) as file:
        file.write(sound)
    return Path(f"/proc/self/fd/{fd}")


def play(vlc: Any, instance: Any, player: Any, path: Path) -> None:
    """Play `path` to its end; a sound card that does not take it is given up after half a minute."""
    player.set_media(instance.media_new_path(str(path)))
    player.play()
    ends = time.monotonic() + _LONGEST_S
    while player.get_state() not in (vlc.State.Ended, vlc.State.Error) and time.monotonic() < ends:
        time.sleep(_POLL_S)
    player.stop()


if __name__ == "__main__":
    code = main(sys.argv[1:])
    sys.stderr.flush()
    os._exit(code)  # libVLC may hang on the way out, and there is nothing to tidy
