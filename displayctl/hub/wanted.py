"""In which formats each medium is wanted: for the main picture of every wall, and beside it where it is used."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from schedules.display import Display
from schedules.playlist import Playlist
from schedules.programme import references_of_display
from schedules.region import loop_name
from schedules.slot import Slot


@dataclass(frozen=True, slots=True)
class Wanted:
    """`everywhere` are the formats for every medium, `beside` those that some media are wanted in too, by their id."""

    everywhere: frozenset[str]
    beside: Mapping[str, frozenset[str]]

    def of(self, medium_id: str) -> tuple[str, ...]:
        """The names of all formats of a medium, sorted."""
        return tuple(sorted(self.everywhere | self.beside.get(medium_id, frozenset())))


def wanted_formats(displays: Iterable[Display], slots: Iterable[Slot], playlists: Mapping[str, Playlist]) -> Wanted:
    """What these walls and bookings want.

    Every medium is wanted for every main picture, so that it can be booked there at any time; for other loops only
    what is booked into them, and a logo in the size of its place.
    """
    walls = {display.id: display for display in displays}
    beside: defaultdict[str, set[str]] = defaultdict(set)
    for display in walls.values():
        for region in display.loops[1:]:
            playlist_id = display.region(region).playlist_id
            _add(beside, playlists, playlist_id, display.format_of(region))
        for medium_id, shape in _logos(display):
            beside[medium_id].add(shape)
    for slot in slots:
        if region := loop_name(slot.region):
            for display in (walls[name] for name in slot.display_ids if name in walls):
                _add(beside, playlists, slot.playlist_id, display.format_of(region))
    everywhere = frozenset(display.format_of("") for display in walls.values())
    return Wanted(everywhere, {medium_id: frozenset(formats) for medium_id, formats in beside.items()})


def is_divided(display: Display) -> bool:
    """Whether what is booked decides in which formats media are wanted here."""
    return len(display.loops) > 1


def media_of_scenes(display: Display) -> frozenset[str]:
    """The media that a wall itself names: its logos."""
    return frozenset(name for what, name in references_of_display(display) if what == "medium")


def playlists_of_scenes(display: Display) -> frozenset[str]:
    """The playlists that a wall itself names: those of its regions."""
    return frozenset(name for what, name in references_of_display(display) if what == "playlist")


def _logos(display: Display) -> Iterable[tuple[str, str]]:
    for region in display.canvas.regions:
        if region.medium_id is not None:
            yield region.medium_id, region.logo_format
    if display.logo is not None:
        yield display.logo.medium_id, display.logo_format


def _add(
    beside: Mapping[str, set[str]], playlists: Mapping[str, Playlist], playlist_id: str | None, shape: str
) -> None:
    playlist = playlists.get(playlist_id or "")
    for entry in playlist.entries if playlist is not None else ():
        beside[entry.medium_id].add(shape)
