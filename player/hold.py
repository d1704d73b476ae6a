"""A hold: a person has taken this wall off the air for a while. It is kept, so that a restart does not end it."""

from __future__ import annotations

import json
from contextlib import suppress
from dataclasses import asdict, dataclass
from enum import StrEnum
from pathlib import Path

from player.identity import write_atomically
from schedules.checks import check_int
from schedules.errors import InvalidValue

FILE_NAME = "hold.json"
LONGEST_MS = 8 * 86_400_000
LATEST_MS = 1 << 43
_LONGEST_ID, _MOST_BYTES = 64, 4096


class HoldKind(StrEnum):
    """What the wall shows meanwhile: all pixels black, or a card that says whose wall it is."""

    BLACKOUT = "blackout"
    SAFE_CARD = "safe-card"


@dataclass(frozen=True, slots=True)
class Hold:
    """The hold `id`, until the unix milliseconds `until_ms` or until it is taken back."""

    id: str
    kind: HoldKind
    until_ms: int

    def __post_init__(self) -> None:
        if not isinstance(self.id, str) or not 1 <= len(self.id) <= _LONGEST_ID or not self.id.isalnum():
            raise InvalidValue("hold.id", f"{self.id!r:.80} is no name of a hold; letters and digits make one")
        check_int("hold.until_ms", self.until_ms, 0, LATEST_MS)

    @property
    def token(self) -> str:
        """What the stage calls its cover."""
        return f"hold/{self.kind.value}/{self.id}"


class HoldBook:
    """The hold in a player's folder; none where nothing is kept, or it cannot be read."""

    def __init__(self, folder: Path) -> None:
        self._path = folder / FILE_NAME
        self.hold = _read(self._path)

    def keep(self, hold: Hold | None) -> None:
        """Keep `hold`, or none, for the next start. Raises StateUnusable; it counts until the player ends, then."""
        if hold == self.hold:
            return
        self.hold = hold
        if hold is not None:
            write_atomically(self._path, json.dumps(asdict(hold)).encode())
            return
        with suppress(OSError):  # what cannot be taken away has its own end
            self._path.unlink(missing_ok=True)


def _read(path: Path) -> Hold | None:
    try:
        with path.open("rb") as file:
            plain = json.loads(file.read(_MOST_BYTES))
        return Hold(str(plain["id"]), HoldKind(plain["kind"]), plain["until_ms"])
    except (OSError, ValueError, KeyError, TypeError, InvalidValue):
        return None
