"""Keeps Python's record of a thread of libVLC's from one of its callbacks to the next.

Otherwise each callback, two a frame, makes that record anew with a stack of 16 KiB, and gives both back to the kernel.
"""

from __future__ import annotations

import ctypes
import threading


class ForeignThread:
    """`keep` and `let_go` are called by the thread itself, in callbacks of ctypes.

    What says that a record is kept lies in that very record: a thread that ends without letting go leaves it behind,
    and cannot be taken for another one.
    """

    def __init__(self) -> None:
        self._own = threading.local()

    def keep(self) -> None:
        """From now on the record of the thread that calls stays. Without effect where it stays already."""
        if not self.keeps:
            self._own.held = ctypes.pythonapi.PyGILState_Ensure()

    def let_go(self) -> None:
        """The record goes with the end of this callback."""
        if self.keeps:
            held = self._own.held
            del self._own.held
            ctypes.pythonapi.PyGILState_Release(held)

    @property
    def keeps(self) -> bool:
        """Whether the record of the thread that asks is kept."""
        return hasattr(self._own, "held")
