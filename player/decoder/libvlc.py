"""Finds libVLC and opens it the way a wall needs it; says which packages to install where it is missing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

EXIT_WITHOUT_VLC = 69
"""Exit code of a decoder that cannot work because libVLC is missing (EX_UNAVAILABLE of sysexits.h)."""

PACKAGES = "libvlc5 vlc-plugin-base vlc-plugin-video-output"

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
        instance = vlc.Instance([*_ARGUMENTS, *_sound_arguments(sound)])
    except (NameError, OSError, AttributeError) as error:
        raise VlcMissing(f"libVLC is not installed ({error}); run: apt install {PACKAGES}") from error
    if instance is None:
        raise VlcMissing(f"libVLC is there but its plugins are not; run: apt install {PACKAGES}")
    return vlc, instance


def _sound_arguments(sound: bool) -> tuple[str, ...]:
    if not sound:
        return ("--no-audio",)
    return () if _sound_card() else ("--aout=dummy",)


def _sound_card() -> bool:
    try:
        return "[" in Path("/proc/asound/cards").read_text()
    except OSError:
        return False
