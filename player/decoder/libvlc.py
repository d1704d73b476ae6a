"""Finds libVLC and opens it the way a wall needs it; says which packages to install where it is missing."""

from __future__ import annotations

import os
import sys
from typing import Any

from player.decoder.sound_device import is_heard

EXIT_WITHOUT_VLC = 69
"""Exit code of a decoder that cannot work because libVLC is missing (EX_UNAVAILABLE of sysexits.h)."""

DEVICE = "DISPLAYCTL_PLAYER_SOUND"
"""Names the variable of the environment that says which ALSA device is heard, as ``hdmi:CARD=PCH,DEV=0``."""

PACKAGES = "libvlc5 vlc-plugin-base vlc-plugin-video-output"

_MOST_THREADS = 4
"""Each thread holds pictures of its own, and more threads than processors decode no more."""

_EASY_PIXELS_A_SECOND = 1920 * 1080 * 30
"""Up to here one thread decodes in time; a second one costs a twentieth more processor time, and memory."""

_ARGUMENTS = (
    "--intf=dummy",
    "--quiet",
    "--no-xlib",
    "--no-video-title-show",
    "--no-osd",
    "--no-spu",
    "--no-stats",
    "--no-drop-late-frames",
    "--no-skip-frames",
    # libVLC throws away what it has read, and tears pictures apart, when its reading falls behind by more than this.
    "--file-caching=1000",
    "--no-lua",
    "--no-media-library",
    # Else libVLC looks for subtitles, and loads all fonts of the machine, anew for each item.
    "--no-sub-autodetect-file",
    "--text-renderer=tdummy",
)


class VlcMissing(Exception):
    """libVLC or its plugins are not on this machine; the message says which packages to install."""


def open_vlc(*, sound: bool) -> tuple[Any, Any]:
    """The `vlc` module and its one instance for this process. Raises VlcMissing."""
    try:
        import vlc  # here, so that a machine without libVLC gets our message
    except (ImportError, OSError, NotImplementedError, SystemExit) as error:
        raise VlcMissing(f"libVLC cannot be loaded ({error}); run: apt install {PACKAGES}") from error
    try:
        instance = vlc.Instance([*_ARGUMENTS, *sound_arguments(sound, os.environ.get(DEVICE, ""))])
    except (NameError, OSError, AttributeError) as error:
        raise VlcMissing(f"libVLC is not installed ({error}); run: apt install {PACKAGES}") from error
    if instance is None:
        raise VlcMissing(f"libVLC is there but its plugins are not; run: apt install {PACKAGES}")
    return vlc, instance


def decoding_threads(width_px: int, height_px: int, frame_rate: float, *, heavy: bool) -> int:
    """How many threads decode a file for a picture of this size; all there are where its rate is not known (0), or it
    has turned out to be `heavy`."""
    if not heavy and 0 < width_px * height_px * frame_rate <= _EASY_PIXELS_A_SECOND:
        return 1
    return min(_MOST_THREADS, os.cpu_count() or 1)


def sound_arguments(sound: bool, device: str) -> tuple[str, ...]:
    """How libVLC is to be heard: through the ALSA `device`, by default through whatever the machine offers.

    Where nothing can be heard, or the device is ``none``, clips with sound play as they would with it.
    """
    if not sound:
        return ("--no-audio",)
    if device == "none" or not is_heard(device):
        if device not in ("", "none"):
            sys.stderr.write(f"displayctl-player: the sound device {device} cannot be opened; `aplay -L` lists those\n")
        return ("--aout=dummy",)
    return ("--aout=alsa", f"--alsa-audio-device={device}") if device else ()
