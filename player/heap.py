"""Gives memory back that was let go of: by what comes and goes with each item a heap frays, and grows for hours."""

from __future__ import annotations

import ctypes
import time

APART_SECONDS = 60.0
"""To give memory back and to take it anew costs some milliseconds."""
_LIBC = ctypes.CDLL(None)


class Heap:
    """Of this process, as the C library keeps it; tidied every `apart_seconds` at most."""

    def __init__(self, apart_seconds: float = APART_SECONDS) -> None:
        self._apart_seconds = apart_seconds
        self._tidied = time.monotonic()

    def tidy(self) -> None:
        """Give what is not used back to the system. Does nothing where the C library cannot do it."""
        now = time.monotonic()
        if now - self._tidied >= self._apart_seconds and hasattr(_LIBC, "malloc_trim"):
            self._tidied = now
            _LIBC.malloc_trim(ctypes.c_size_t(0))
