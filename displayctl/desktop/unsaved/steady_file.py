"""A small file at the desk that is written whole and in one move, by whichever thread; the newest contents win."""

from __future__ import annotations

import threading
from itertools import count
from pathlib import Path

from content.delivery.files import LocalFiles, write_atomically


class SteadyFile:
    """Contents get a number where they are made (`ticket`), and are written elsewhere, perhaps in another order."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._tickets = count(1)
        self._lock = threading.Lock()
        self._written = 0

    def ticket(self) -> int:
        """A number for contents that are to be written; a higher one means newer."""
        return next(self._tickets)

    def write(self, ticket: int, data: bytes) -> None:
        """Put `data` there, for this user alone; no data takes the file away. What is older than what was written last
        is left out. Raises StorageFull, OSError: then what stood there before is untouched.
        """
        with self._lock:
            if ticket <= self._written:
                return
            if data:
                self.path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
                write_atomically(LocalFiles(), self.path, data, mode=0o600)
            else:
                self.path.unlink(missing_ok=True)
            self._written = ticket
