"""The player's data folder: where it is, and that one player alone holds it."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from player.errors import AlreadyRunning, StateUnusable

VARIABLE = "DISPLAYCTL_PLAYER_DATA"
LOCK_NAME = "player.lock"


def data_folder(named: Path | None = None) -> Path:
    """The folder `named`, else that of DISPLAYCTL_PLAYER_DATA, else `displayctl-player` in the XDG data home."""
    if named is None and (variable := os.environ.get(VARIABLE)):
        named = Path(variable)
    if named is None:
        home = os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share"
        named = Path(home) / "displayctl-player"
    return named.expanduser().absolute()


@contextmanager
def data_lock(folder: Path) -> Iterator[None]:
    """Hold `folder` for this process alone, making it where it is missing. Raises AlreadyRunning, StateUnusable."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        lock = (folder / LOCK_NAME).open("a")
    except OSError as error:
        raise StateUnusable(f"{folder} cannot be used: {error.strerror}; name another folder with --data") from error
    with lock:
        try:
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except OSError:
            raise AlreadyRunning(f"another player runs in {folder}; stop it or name another folder") from None
        yield
