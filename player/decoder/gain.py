"""How loud a libVLC player's sound is from its first sample on.

libVLC refuses a volume as long as no sound flows, and once it flows more than a second has been made ready at the
volume before. Its core asks the player for the variable ``gain``, as the option ``--gain`` sets it, each time sound
begins (src/audio_output/volume.c of VLC 3).
"""

from __future__ import annotations

import ctypes
from functools import lru_cache
from typing import Any

_CORE = "libvlccore.so.9"
_FLOAT = 0x50
"""VLC_VAR_FLOAT of vlc_variables.h."""


class _Value(ctypes.Union):
    _fields_ = (("i_int", ctypes.c_int64), ("f_float", ctypes.c_float), ("p_address", ctypes.c_void_p))


class Gain:
    """Of one player of libVLC. Where libVLC's core is another one than that of VLC 3, volumes come late."""

    def __init__(self, player: Any) -> None:
        self._player = player
        self._core = _core()
        if self._core is not None:
            self._core.var_Create(player, b"gain", _FLOAT)

    def set(self, percent: int) -> None:
        """How loud sound is that begins from now on. As people hear it, half is an eighth of the amplitude."""
        if self._core is None:
            self._player.audio_set_volume(percent)
        else:
            self._core.var_SetChecked(self._player, b"gain", _FLOAT, _Value(f_float=(percent / 100) ** 3))


@lru_cache(maxsize=1)
def _core() -> ctypes.CDLL | None:
    try:
        core = ctypes.CDLL(_CORE)
        core.var_Create.argtypes = (ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int)
        core.var_SetChecked.argtypes = (ctypes.c_void_p, ctypes.c_char_p, ctypes.c_int, _Value)
    except (OSError, AttributeError):
        return None
    return core
