"""Proof of play: what a wall really presented, from when to when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from schedules.checks import check_id, check_int, check_sha256
from schedules.errors import InvalidValue
from schedules.span import require_utc


class ShowingKind(StrEnum):
    """Why something is on a wall: CLOSED is the dark outside of its hours, HOLD a blackout or safe card by people."""

    ALERT = "alert"
    INTERRUPT = "interrupt"
    LOOP = "loop"
    FILLER = "filler"
    SLATE = "slate"
    CLOSED = "closed"
    HOLD = "hold"


@dataclass(frozen=True, slots=True)
class PlayRecord:
    """One item as it was presented. `id` is made by the player and never used twice, so intake is idempotent.

    `presented` counts frames shown, `late` those shown after their refresh, `dropped` those never shown.
    `sha256` is empty for the player's own slate, `region` for the main picture.
    """

    id: str
    display_id: str
    kind: ShowingKind
    starts: datetime
    ends: datetime
    revision: int
    slot_id: str = ""
    medium_id: str = ""
    sha256: str = ""
    presented: int = 0
    late: int = 0
    dropped: int = 0
    region: str = ""

    def __post_init__(self) -> None:
        check_id("record.id", self.id)
        check_id("record.display_id", self.display_id)
        require_utc("record.starts", self.starts)
        require_utc("record.ends", self.ends)
        if self.ends < self.starts:
            raise InvalidValue("record.ends", "is before its start")
        for field in ("slot_id", "medium_id", "region"):
            if getattr(self, field):
                check_id(f"record.{field}", getattr(self, field))
        check_int("record.revision", self.revision, 0, 1 << 40)
        if self.sha256:
            check_sha256("record.sha256", self.sha256)
        for field in ("presented", "late", "dropped"):
            check_int(f"record.{field}", getattr(self, field), 0, 1 << 40)
