"""Restarts that people ask for from afar: a few an hour, so that nobody keeps a wall from playing by them."""

from __future__ import annotations

import json
from contextlib import suppress
from pathlib import Path

FILE_NAME = "restarts.json"
MOST, WITHIN_S = 3, 3600
_MOST_BYTES = 4096


class RestartBook:
    """When this player was restarted on request lately, kept in its folder as far as the disk takes it."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE_NAME
        self._at = _read(self._path)

    def wait_s(self, now_s: int) -> int:
        """Seconds until another restart is granted at `now_s` (unix); 0 where that is at once."""
        recent = [at for at in self._at if 0 <= now_s - at < WITHIN_S]
        return 0 if len(recent) < MOST else max(1, recent[-MOST] + WITHIN_S - now_s)

    def note(self, now_s: int) -> None:
        """Note a restart."""
        self._at = (*self._at[1 - MOST :], now_s)
        beside = self._path.with_suffix(".new")
        with suppress(OSError):
            beside.write_text(json.dumps(list(self._at)))
            beside.replace(self._path)


def _read(path: Path) -> tuple[int, ...]:
    try:
        with path.open("rb") as file:
            plain = json.loads(file.read(_MOST_BYTES))
        return tuple(sorted(int(at) for at in plain))[-MOST:]
    except (OSError, ValueError, TypeError):
        return ()
