"""An alert: an emergency message that takes a wall, or a part of it, away from the programme while it is live."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum

from schedules.checks import check_count, check_format, check_id, check_name, check_sha256, check_unique
from schedules.errors import InvalidValue
from schedules.span import require_utc

LONGEST_ALERT = timedelta(days=8)


class AlertLevel(IntEnum):
    """Indonesia's three levels of warning, the most severe last. AWAS takes the whole wall."""

    WASPADA = 1
    SIAGA = 2
    AWAS = 3


@dataclass(frozen=True, slots=True)
class AlertPicture:
    """The picture of an alert for walls of one `format` (as `Display.format`); its bytes travel beside the alert."""

    format: str
    sha256: str

    def __post_init__(self) -> None:
        check_format("alert.picture.format", self.format)
        check_sha256("alert.picture.sha256", self.sha256)


@dataclass(frozen=True, slots=True)
class Alert:
    """A message live from `effective` up to `expires` on `display_ids` (empty: all of them).

    It withdraws the alerts named in `supersedes`. `drill` alerts are marked LATIHAN by the player.
    """

    id: str
    headline: str
    level: AlertLevel
    issued_at: datetime
    effective: datetime
    expires: datetime
    display_ids: tuple[str, ...] = ()
    supersedes: tuple[str, ...] = ()
    pictures: tuple[AlertPicture, ...] = ()
    drill: bool = False

    def __post_init__(self) -> None:
        check_id("alert.id", self.id)
        check_name("alert.headline", self.headline)
        for field in ("issued_at", "effective", "expires"):
            require_utc(f"alert.{field}", getattr(self, field))
        if not self.effective < self.expires <= self.effective + LONGEST_ALERT:
            raise InvalidValue("alert.expires", "has to be after the start, by eight days at the most")
        check_count("alert.display_ids", self.display_ids, most=10_000)
        check_unique("alert.display_ids", self.display_ids)
        check_count("alert.supersedes", self.supersedes, most=64)
        for field in ("display_ids", "supersedes"):
            for name in getattr(self, field):
                check_id(f"alert.{field}", name)
        check_count("alert.pictures", self.pictures, most=256)
        check_unique("alert.pictures", [picture.format for picture in self.pictures])
