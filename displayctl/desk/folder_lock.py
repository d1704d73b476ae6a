"""One hub on one folder: a lock that the system takes back when the process ends, however it ends."""

from __future__ import annotations

import fcntl
import os
from pathlib import Path
from types import TracebackType

from displayctl.errors import AlreadyRunning


class FolderLock:
    """Held from the making to `release`. Raises AlreadyRunning where another process holds it."""

    def __init__(self, path: Path) -> None:
        self._handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o600)
        try:
            fcntl.flock(self._handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError as error:
            os.close(self._handle)
            raise AlreadyRunning(
                f"another hub works on {path.parent} already; use that one, or stop it before starting a second"
            ) from error

    def release(self) -> None:
        os.close(self._handle)

    def __enter__(self) -> FolderLock:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.release()
