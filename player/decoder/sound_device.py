"""Finds out whether a sound device can be heard, before libVLC tries: it tries again with every block of sound.

Asks ALSA's own library (https://www.alsa-project.org/alsa-doc/alsa-lib/pcm.html), and has it keep its complaints to
itself: it writes each of them to the standard error output of whoever loads it.
"""

from __future__ import annotations

import ctypes
import errno
from functools import lru_cache
from pathlib import Path

_LIBRARY = "libasound.so.2"
_PLAYBACK, _NON_BLOCKING = 0, 1
_OnError = ctypes.CFUNCTYPE(None, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p, ctypes.c_int, ctypes.c_char_p)


def is_heard(device: str) -> bool:
    """Whether the ALSA `device` (empty: the default one) can be opened; one that others use now counts as heard."""
    if not device and not _has_card():
        return False
    alsa = _library()
    if alsa is None:
        return False
    opened = ctypes.c_void_p()
    code = alsa.snd_pcm_open(ctypes.byref(opened), (device or "default").encode(), _PLAYBACK, _NON_BLOCKING)
    if code == 0:
        alsa.snd_pcm_close(opened)
    return code in (0, -errno.EBUSY)


@lru_cache(maxsize=1)
def _library() -> ctypes.CDLL | None:
    try:
        alsa = ctypes.CDLL(_LIBRARY)
        alsa.snd_lib_error_set_handler(_QUIET)
    except (OSError, AttributeError):
        return None
    return alsa


def _has_card() -> bool:
    try:
        return "[" in Path("/proc/asound/cards").read_text()
    except OSError:
        return False


def _say_nothing(*_: object) -> None:
    """ALSA's messages are for those who configure it."""


_QUIET = _OnError(_say_nothing)
