"""The programme: the signed document that tells a group of displays everything they may play."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from schedules.checks import check_count, check_id, check_int, check_unique
from schedules.daypart import Daypart
from schedules.display import Display
from schedules.errors import UnknownName
from schedules.playlist import Medium, Playlist
from schedules.recurrence import HolidaySet
from schedules.slot import Slot
from schedules.span import require_utc


@dataclass(frozen=True, slots=True)
class Programme:
    """Everything that the displays of one group may play, whole in itself.

    `revision` grows with each publication (unix seconds). After `valid_until` only filler and slate are shown.
    `filler_id` is the playlist for hours without a slot; `slate_id` the medium of last resort (None: the player's own).
    Raises UnknownName where a part refers to something that is not in the document.
    """

    group: str
    revision: int
    made_at: datetime
    valid_until: datetime
    displays: tuple[Display, ...]
    media: tuple[Medium, ...] = ()
    playlists: tuple[Playlist, ...] = ()
    dayparts: tuple[Daypart, ...] = ()
    holidays: tuple[HolidaySet, ...] = ()
    slots: tuple[Slot, ...] = ()
    filler_id: str | None = None
    slate_id: str | None = None

    def __post_init__(self) -> None:
        check_id("programme.group", self.group)
        check_int("programme.revision", self.revision, 0, 1 << 40)
        require_utc("programme.made_at", self.made_at)
        require_utc("programme.valid_until", self.valid_until)
        self._check_parts()
        self._check_references()

    def _check_parts(self) -> None:
        for field, most in (
            ("displays", 10_000),
            ("media", 20_000),
            ("playlists", 5_000),
            ("dayparts", 500),
            ("holidays", 100),
            ("slots", 20_000),
        ):
            parts = getattr(self, field)
            check_count(f"programme.{field}", parts, most=most)
            check_unique(f"programme.{field}", [part.id for part in parts])

    def _check_references(self) -> None:
        media = {medium.id for medium in self.media}
        playlists = {playlist.id for playlist in self.playlists}
        displays = {display.id for display in self.displays}
        dayparts = {daypart.id for daypart in self.dayparts}
        holidays = {holiday_set.id for holiday_set in self.holidays}
        for playlist in self.playlists:
            for entry in playlist.entries:
                _require(entry.medium_id in media, f"playlist {playlist.name!r}", "medium", entry.medium_id)
        for slot in self.slots:
            who = f"slot {slot.name!r}"
            _require(slot.playlist_id in playlists, who, "playlist", slot.playlist_id)
            for display_id in slot.display_ids:
                _require(display_id in displays, who, "display", display_id)
            if slot.daypart_id is not None:
                _require(slot.daypart_id in dayparts, who, "daypart", slot.daypart_id)
            for name in slot.recurrence.include_holidays + slot.recurrence.except_holidays:
                _require(name in holidays, who, "holiday set", name)
        if self.filler_id is not None:
            _require(self.filler_id in playlists, "filler", "playlist", self.filler_id)
        if self.slate_id is not None:
            _require(self.slate_id in media, "slate", "medium", self.slate_id)

    def display(self, display_id: str) -> Display:
        """The display called `display_id`; raises UnknownName."""
        for display in self.displays:
            if display.id == display_id:
                return display
        raise UnknownName(f"display {display_id!r} is not in the programme of group {self.group!r}")


def _require(present: bool, who: str, what: str, name: str) -> None:
    if not present:
        raise UnknownName(f"{who} names the {what} {name!r}, which is not in the programme; add it or choose another")
