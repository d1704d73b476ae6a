"""When this player was started lately: a player that keeps dying begins in safe mode, one that was stopped does not."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from player.safe_mode import Features

FILE_NAME = "starts.json"
STARTS, WITHIN_S = 5, 600
_MOST_BYTES = 4096


@dataclass(frozen=True, slots=True)
class _Kept:
    starts: tuple[int, ...] = ()
    features: Features = Features.ALL


class StartBook:
    """Kept in a player's folder. Where the disk does not take it, the player begins as if for the first time."""

    def __init__(self, folder: Path, now_s: int) -> None:
        """Note a start at `now_s`, unix seconds."""
        self._path = folder / FILE_NAME
        kept = _read(self._path)
        recent = [at for at in kept.starts if 0 <= now_s - at <= WITHIN_S]
        self._starts = (*recent[-STARTS:], now_s)
        self.features = self._begin_with(kept.features if recent else Features.ALL)
        self._write()

    def _begin_with(self, last: Features) -> Features:
        """What a run that ended without a word showed; less than everything where there were many of them."""
        return min(last, Features.PICTURES) if len(self._starts) >= STARTS else last

    def keep(self, features: Features) -> None:
        """Remember what is shown, for the next start should this run end without a word."""
        self.features = features
        self._write()

    def ended(self) -> None:
        """The player was stopped in order: the next start is a fresh one."""
        self._starts, self.features = (), Features.ALL
        self._write()

    def _write(self) -> None:
        document = {"starts": list(self._starts), "features": int(self.features)}
        beside = self._path.with_suffix(".new")
        with suppress(OSError):
            beside.write_text(json.dumps(document))
            beside.replace(self._path)


def _read(path: Path) -> _Kept:
    """What was kept; nothing where it cannot be read, whatever is in there."""
    try:
        with path.open("rb") as file:
            plain = json.loads(file.read(_MOST_BYTES))
        return _Kept(tuple(int(at) for at in plain["starts"]), Features(plain["features"]))
    except (OSError, ValueError, KeyError, TypeError):
        return _Kept()
