"""Room kept back for emergencies: a file that is thrown away when the disk is full and an alert has to be kept."""

from __future__ import annotations

import os
import shutil
import threading
from contextlib import suppress
from pathlib import Path

NAME, SIZE_BYTES = "ballast", 16 << 20


class Ballast:
    """The file in `folder`. Made again once there is four times its room."""

    def __init__(self, folder: Path, size_bytes: int = SIZE_BYTES) -> None:
        self._path, self._size = folder / NAME, size_bytes
        self._lock = threading.Lock()

    def take_on(self) -> None:
        """Make the file where it is missing and there is room; a disk that refuses is tried again at the next call."""
        with self._lock, suppress(OSError):
            if self._path.exists() or shutil.disk_usage(self._path.parent).free < 4 * self._size:
                return
            with self._path.open("wb") as file:
                os.posix_fallocate(file.fileno(), 0, self._size)

    def drop(self) -> bool:
        """Give the room back; whether there was any."""
        with self._lock:
            try:
                self._path.unlink()
            except OSError:
                return False
            return True
