"""An alert: an emergency message that takes a wall, or a part of it, away from the programme while it is live."""

from __future__ import annotations

import math
from collections import Counter
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import IntEnum, StrEnum

from schedules.checks import check_count, check_format, check_id, check_int, check_name, check_sha256, check_unique
from schedules.errors import InvalidValue
from schedules.span import require_utc

LONGEST_ALERT = timedelta(days=8)
BREAK_GLASS = timedelta(hours=2)
"""How long an alert stands, from its start on, that one person alone answers for."""
SECOND_PERSON_WITHIN = timedelta(minutes=15)
"""How long one person alone may order people to move."""
MOST_PAGES = 16


class AlertLevel(IntEnum):
    """Indonesia's three levels of warning, the most severe last. AWAS takes the whole wall."""

    WASPADA = 1
    SIAGA = 2
    AWAS = 3


class AlertSound(StrEnum):
    """What is heard while an alert's first page comes up: players make the sound themselves."""

    NONE = "none"
    CHIME = "chime"
    SIREN = "siren"


@dataclass(frozen=True, slots=True)
class AlertPicture:
    """One page of an alert for walls of one `format` (as `Display.format`); its bytes travel beside the alert.

    `neutral` pages are the wording for the time in which a second person is needed and missing.
    """

    format: str
    sha256: str
    page: int = 0
    neutral: bool = False

    def __post_init__(self) -> None:
        check_format("alert.picture.format", self.format)
        check_sha256("alert.picture.sha256", self.sha256)
        check_int("alert.picture.page", self.page, 0, MOST_PAGES - 1)


@dataclass(frozen=True, slots=True)
class Alert:
    """A message live from `effective` up to `expires` on `display_ids` (empty: all of them).

    It withdraws the alerts named in `supersedes`. `drill` alerts are marked LATIHAN by the player.

    `kind` is the template it was made from, as ``tsunami`` (empty for older ones); `area` and `source` are words for
    people, as ``Kecamatan Luwuk`` and ``BMKG``. Each page stands for `page_seconds`. `evacuation` says that it orders
    people to move: without a second person within 15 minutes walls change to its neutral pages. `corrects` is the
    alert that this one takes back (RALAT), which it has to supersede as well. `auto` marks one that the player made of
    an official warning without anybody's signature: it comes after all that people have signed.
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
    kind: str = ""
    area: str = ""
    source: str = ""
    page_seconds: int = 10
    sound: AlertSound = AlertSound.NONE
    evacuation: bool = False
    corrects: str = ""
    auto: bool = False

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
        self._check_words()
        self._check_pages()

    def _check_words(self) -> None:
        for field in ("area", "source"):
            if getattr(self, field) != "":
                check_name(f"alert.{field}", getattr(self, field))
        if self.kind != "":
            check_id("alert.kind", self.kind)
        if self.corrects != "" and self.corrects not in self.supersedes:
            raise InvalidValue("alert.corrects", f"{self.corrects!r:.80} is not superseded as well; name it there too")
        check_int("alert.page_seconds", self.page_seconds, 10, 60)

    def _check_pages(self) -> None:
        check_count("alert.pictures", self.pictures, most=512)
        check_unique("alert.pictures", [_place(picture) for picture in self.pictures])
        given = Counter(_series(picture) for picture in self.pictures)
        for picture in self.pictures:
            if picture.page >= given[_series(picture)]:
                raise InvalidValue("alert.pictures", f"{_place(picture)} has no page before it; count pages from 0 on")

    def pages(self, format: str, neutral: bool = False) -> tuple[AlertPicture, ...]:
        """The pages for walls of exactly `format`, in order; none where it has no picture of that format.

        `neutral` asks for the neutral ones, and gets the usual ones where there are none.
        """
        own = [picture for picture in self.pictures if picture.format == format]
        wanted = [picture for picture in own if picture.neutral is neutral] or own
        return tuple(sorted(wanted, key=lambda picture: picture.page))

    def nearest_format(self, format: str) -> str:
        """The format that a wall of `format` shows: its own, else that of the nearest size, empty without pictures.

        In an emergency a misfit beats nothing. An empty `format` is that of no wall in particular: it gets any.
        """
        given = sorted({picture.format for picture in self.pictures})
        if not (format and given):
            return next(iter(given), "")
        return min(given, key=lambda other: (other != format, _misfit(other, format)))

    def ends(self, confirmed: bool = True) -> datetime:
        """When it leaves walls: where no second person stands behind it, two hours after its start at the latest."""
        return self.expires if confirmed else min(self.expires, self.effective + BREAK_GLASS)

    def neutral_from(self, confirmed: bool = True) -> datetime | None:
        """From when on its neutral pages are shown; None where never."""
        return self.effective + SECOND_PERSON_WITHIN if self.evacuation and not confirmed else None


def _series(picture: AlertPicture) -> tuple[str, bool]:
    return picture.format, picture.neutral


def _place(picture: AlertPicture) -> str:
    return f"{picture.format} page {picture.page}{' neutral' if picture.neutral else ''}"


def _misfit(format: str, wanted: str) -> float:
    """How much a picture of `format` is stretched on a wall of the `wanted` one; 0 where it is not."""
    return sum(abs(math.log(have / need)) for have, need in zip(_size(format), _size(wanted), strict=True))


def _size(format: str) -> tuple[int, int]:
    width, height = format.partition("@")[0].split("x")
    return max(1, int(width)), max(1, int(height))
