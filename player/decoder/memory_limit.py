"""How much memory a decoder may take: enough for what it is to decode, and never what the machine lives on."""

from __future__ import annotations

import os
import sys
from contextlib import suppress

MB = 1_000_000
LIBRARIES_BYTES = 240 * MB
"""libVLC, Python, and room for files with large indexes. A decoder of small H.264 clips takes 30 MB of its own."""

PICTURES_HELD = 40
"""Reference pictures, those being decoded by each thread, and those waiting to be shown: H.264 and HEVC hold 16."""

_BYTES_PER_PIXEL = 1.5
_SHARE_OF_MACHINE = 0.4
_HARD_FACTOR = 3


def allowed_bytes(canvas_pixels: int, source_pixels: int = 0) -> int:
    """What a decoder may keep resident of its own, for a canvas and a file whose pictures have `source_pixels`."""
    wanted = LIBRARIES_BYTES + int(max(canvas_pixels, source_pixels) * _BYTES_PER_PIXEL * PICTURES_HELD)
    return min(wanted, int(_machine_bytes() * _SHARE_OF_MACHINE))


def limit_this_process(canvas_pixels: int) -> None:
    """Have the kernel refuse this process memory far beyond what it may take, should it grow faster than it is watched.

    setrlimit(2) RLIMIT_DATA counts what is reserved to be written, thread stacks included, hence the factor.
    """
    if not sys.platform.startswith("linux"):
        return
    import resource  # there is none elsewhere

    most = max(_HARD_FACTOR * allowed_bytes(canvas_pixels), int(_machine_bytes() * _SHARE_OF_MACHINE))
    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_DATA, (most, most))


def _machine_bytes() -> int:
    try:
        return os.sysconf("SC_PAGE_SIZE") * os.sysconf("SC_PHYS_PAGES")
    except (AttributeError, ValueError, OSError):
        return 2_000 * MB
