"""The last check-up of this machine, kept in the player's folder and told to the hub."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from player.errors import StateUnusable

FILE_NAME = "checkup.json"
MOST_BYTES = 256_000


def keep_checkup(folder: Path, document: dict[str, Any]) -> None:
    """Keep `document` in `folder` in place of a former one. Raises StateUnusable."""
    beside = folder / f"{FILE_NAME}.new"
    try:
        folder.mkdir(parents=True, exist_ok=True)
        beside.write_text(json.dumps(document, ensure_ascii=False))
        beside.replace(folder / FILE_NAME)
    except OSError as error:
        raise StateUnusable(f"the check-up cannot be kept in {folder}: {error.strerror}") from error


class CheckupFile:
    """Watches for a check-up that the hub does not know yet."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE_NAME
        self._told = 0

    def forget(self) -> None:
        """The hub may not have it: tell it again."""
        self._told = 0

    def news(self) -> dict[str, Any] | None:
        """The check-up, once for each that was made; None where there is none, or it cannot be read."""
        try:
            status = self._path.stat()
            if status.st_mtime_ns == self._told or status.st_size > MOST_BYTES:
                return None
            self._told = status.st_mtime_ns
            document = json.loads(self._path.read_text())
        except (OSError, ValueError):
            return None
        return document if isinstance(document, dict) else None
