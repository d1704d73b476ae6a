"""What is shown (assets, media) and in which order it loops (playlists)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from schedules.checks import check_count, check_format, check_id, check_int, check_name, check_sha256, check_unique
from schedules.errors import InvalidValue
from schedules.span import require_utc

SHORTEST, LONGEST = timedelta(milliseconds=500), timedelta(hours=24)


class AssetKind(StrEnum):
    PICTURE = "picture"
    VIDEO = "video"


@dataclass(frozen=True, slots=True)
class Asset:
    """Immutable bytes named by their SHA-256. A video has a `duration`, in whole frames; a picture has none."""

    sha256: str
    size_bytes: int
    kind: AssetKind
    duration: timedelta | None = None
    has_sound: bool = False

    def __post_init__(self) -> None:
        check_sha256("asset.sha256", self.sha256)
        check_int("asset.size_bytes", self.size_bytes, 1, 1 << 40)
        if (self.kind is AssetKind.VIDEO) != (self.duration is not None):
            raise InvalidValue("asset.duration", "belongs to a video, and every video has one")
        if self.duration is not None:
            check_duration("asset.duration", self.duration)


@dataclass(frozen=True, slots=True)
class Rendition:
    """A medium as one format of wall plays it; `format` as `Display.format`."""

    format: str
    asset: Asset

    def __post_init__(self) -> None:
        check_format("rendition.format", self.format)


@dataclass(frozen=True, slots=True)
class Medium:
    """One thing in the library, with a rendition for each format of wall that may show it."""

    id: str
    title: str
    renditions: tuple[Rendition, ...] = ()

    def __post_init__(self) -> None:
        check_id("medium.id", self.id)
        check_name("medium.title", self.title)
        check_count("medium.renditions", self.renditions, most=256)
        check_unique("medium.renditions", [rendition.format for rendition in self.renditions])

    def asset_for(self, format: str) -> Asset | None:
        """The asset that walls of `format` play, or None where none was made."""
        return next((r.asset for r in self.renditions if r.format == format), None)


class Arrangement(StrEnum):
    """How a playlist's entries follow each other: in their fixed order, or interleaved by their share of airtime."""

    FIXED = "fixed"
    SHARES = "shares"


@dataclass(frozen=True, slots=True)
class PlaylistEntry:
    """One item of a playlist.

    `duration` is how long it is shown; None means a video's own length (a picture then shows for ten seconds).
    It plays only from `valid_from` up to `valid_until`. `share` is its relative part of the airtime where the playlist
    is arranged by shares. `volume` is in percent.
    """

    medium_id: str
    duration: timedelta | None = None
    valid_from: datetime | None = None
    valid_until: datetime | None = None
    share: int = 1
    volume: int = 100

    def __post_init__(self) -> None:
        check_id("entry.medium_id", self.medium_id)
        if self.duration is not None:
            check_duration("entry.duration", self.duration)
        if self.valid_from is not None:
            require_utc("entry.valid_from", self.valid_from)
        if self.valid_until is not None:
            require_utc("entry.valid_until", self.valid_until)
        if self.valid_from and self.valid_until and self.valid_until <= self.valid_from:
            raise InvalidValue("entry.valid_until", "is not after valid_from; give a later end")
        check_int("entry.share", self.share, 1, 1000)
        check_int("entry.volume", self.volume, 0, 100)


@dataclass(frozen=True, slots=True)
class Playlist:
    """Entries that loop."""

    id: str
    name: str
    entries: tuple[PlaylistEntry, ...] = ()
    arrangement: Arrangement = Arrangement.FIXED

    def __post_init__(self) -> None:
        check_id("playlist.id", self.id)
        check_name("playlist.name", self.name)
        check_count("playlist.entries", self.entries, most=1000)


def check_duration(field: str, value: timedelta) -> None:
    """Between half a second and a day, in whole milliseconds."""
    if not isinstance(value, timedelta) or not SHORTEST <= value <= LONGEST:
        raise InvalidValue(field, f"{value} is out of bounds; give half a second to 24 hours")
    if value.microseconds % 1000:
        raise InvalidValue(field, f"{value} is not in whole milliseconds; round it down to them")
