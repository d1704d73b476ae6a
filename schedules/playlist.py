"""What is shown (assets, media) and in which order it loops (playlists)."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from schedules.checks import check_count, check_format, check_id, check_int, check_name, check_sha256, check_unique
from schedules.errors import InvalidValue
from schedules.span import require_validity
from schedules.stream import LiveStream
from schedules.transition import CUT, Motion, Transition

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
    """One thing in the library, with a rendition for each format of wall that may show it.

    A live stream has pictures for renditions: what a wall shows until its first picture has come.
    """

    id: str
    title: str
    renditions: tuple[Rendition, ...] = ()
    stream: LiveStream | None = None

    def __post_init__(self) -> None:
        check_id("medium.id", self.id)
        check_name("medium.title", self.title)
        check_count("medium.renditions", self.renditions, most=256)
        check_unique("medium.renditions", [rendition.format for rendition in self.renditions])
        if self.stream and any(rendition.asset.kind is not AssetKind.PICTURE for rendition in self.renditions):
            raise InvalidValue("medium.renditions", "of a live stream are pictures, to be shown until it has begun")

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

    `duration` is how long it is shown; None means a video's own length (a picture then shows for ten seconds, a live
    stream for a minute).
    It plays only from `valid_from` up to `valid_until`. `share` is its relative part of the airtime where the playlist
    is arranged by shares. `volume` is in percent. `transition` leads into this entry; None means the playlist's.
    `motion` counts for pictures alone.
    """

    medium_id: str
    duration: timedelta | None = None
    valid_from: datetime | None = None
    valid_until: datetime | None = None
    share: int = 1
    volume: int = 100
    transition: Transition | None = None
    motion: Motion = Motion.NONE

    def __post_init__(self) -> None:
        check_id("entry.medium_id", self.medium_id)
        if self.duration is not None:
            check_duration("entry.duration", self.duration)
        require_validity("entry", self.valid_from, self.valid_until)
        check_int("entry.share", self.share, 1, 1000)
        check_int("entry.volume", self.volume, 0, 100)
        if self.transition and self.duration and self.transition.duration >= self.duration / 2:
            raise InvalidValue("entry.transition", f"takes half of {self.duration} or more; make it shorter")


@dataclass(frozen=True, slots=True)
class Playlist:
    """Entries that loop. `transition` leads into each entry that has none of its own.

    Where an item is shown for so short that a transition would take half of it or more, the transition is shortened.
    """

    id: str
    name: str
    entries: tuple[PlaylistEntry, ...] = ()
    arrangement: Arrangement = Arrangement.FIXED
    transition: Transition = CUT

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
