"""`displayctl playlist`: what loops, in which order, and what fills the hours without a booking."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Annotated

import typer

from displayctl.cli.frame import Answer, Desk, command, counted, group, plain, table
from displayctl.cli.library import length

if TYPE_CHECKING:
    from displayctl.api.models import MediumInfo, Part
    from schedules.playlist import Playlist, PlaylistEntry

app = group("Playlists: entries that loop.")

Named = Annotated[str, typer.Argument(metavar="PLAYLIST", help="Id or name.")]
Items = Annotated[
    list[str], typer.Argument(metavar="ITEM[:SECONDS]...", help="Media by id or title, and how long each shows.")
]
TransitionOption = Annotated[
    str, typer.Option("--transition", metavar="KIND[:MS]", help="Into each item: cut, crossfade:800 or slide:500.")
]
DateOption = Annotated[str, typer.Option(metavar="INSTANT", help="Like 2026-11-23T09:00 (in --zone).")]


@command(app, "create")
def create(
    desk: Desk,
    name: Annotated[str, typer.Argument(help="What it is called.")],
    items: Items = [],  # noqa: B006 - typer copies it
    shares: Annotated[bool, typer.Option("--shares", help="Interleave by shares of airtime.")] = False,
    transition: TransitionOption = "cut",
    id: Annotated[str, typer.Option(help="Its id; made from the name otherwise.")] = "",
) -> Answer:
    """Make a playlist of media in the library."""
    from displayctl.api.models import PartKind
    from displayctl.cli.naming import id_from
    from displayctl.cli.scenes import read_transition
    from schedules.codec import playlist_to_dict
    from schedules.playlist import Arrangement, Playlist

    playlist = Playlist(
        id=id or id_from(name),
        name=name,
        entries=_entries(desk, items),
        arrangement=Arrangement.SHARES if shares else Arrangement.FIXED,
        transition=read_transition(transition),
    )
    part = desk.client.create_part(PartKind.PLAYLIST, playlist_to_dict(playlist))
    return Answer(part, f"playlist {name} made as {part.id} with {counted(len(playlist.entries), 'entry', 'entries')}")


@command(app, "add")
def add(
    desk: Desk,
    playlist: Named,
    items: Items,
    valid_from: DateOption = "",
    valid_until: DateOption = "",
    zone: Annotated[str, typer.Option(help="Time zone of the dates.")] = "Asia/Makassar",
    share: Annotated[int, typer.Option(min=1, max=1000, help="Its part of the airtime.")] = 1,
    volume: Annotated[int, typer.Option(min=0, max=100, help="Percent.")] = 100,
    transition: Annotated[
        str, typer.Option(metavar="KIND[:MS]", help="Into these items; the playlist's otherwise.")
    ] = "",
    motion: Annotated[str, typer.Option(help="Of pictures: none, zoom-in, zoom-out, pan-left or pan-right.")] = "none",
) -> Answer:
    """Append media to a playlist."""
    from displayctl.cli.reading import read_instant
    from displayctl.cli.scenes import read_motion, read_transition

    entries = tuple(
        replace(
            entry,
            valid_from=read_instant(valid_from, zone) if valid_from else None,
            valid_until=read_instant(valid_until, zone) if valid_until else None,
            share=share,
            volume=volume,
            transition=read_transition(transition) if transition else None,
            motion=read_motion(motion),
        )
        for entry in _entries(desk, items)
    )
    part, before = _found(desk, playlist)
    return _stored(desk, part, replace(before, entries=before.entries + entries))


@command(app, "change")
def change(desk: Desk, playlist: Named, transition: TransitionOption) -> Answer:
    """Change how the items of a playlist take each other's place."""
    from displayctl.cli.scenes import read_transition

    part, before = _found(desk, playlist)
    return _stored(desk, part, replace(before, transition=read_transition(transition)))


@command(app, "remove")
def remove(
    desk: Desk,
    playlist: Named,
    entry: Annotated[str, typer.Argument(help="A medium's id or title, or a position (1 is the first).")] = "",
) -> Answer:
    """Take an entry out of a playlist; without an entry, delete the playlist."""
    from displayctl.api.models import PartKind

    part, before = _found(desk, playlist)
    if not entry:
        desk.client.delete_part(PartKind.PLAYLIST, part.id, part.version)
        return Answer({"removed": [part.id]}, f"removed: {before.name}")
    return _stored(desk, part, replace(before, entries=_without(desk, before, entry)))


def _without(desk: Desk, playlist: Playlist, entry: str) -> tuple[PlaylistEntry, ...]:
    from displayctl.cli.errors import NotNamed
    from displayctl.cli.finding import find_medium

    if entry.isdecimal() and 1 <= int(entry) <= len(playlist.entries):
        position = int(entry) - 1
        return playlist.entries[:position] + playlist.entries[position + 1 :]
    medium = find_medium(desk.client, entry)
    kept = tuple(each for each in playlist.entries if each.medium_id != medium.id)
    if len(kept) == len(playlist.entries):
        raise NotNamed(f"{medium.title!r} is not in {playlist.name!r}; see: displayctl playlist show {playlist.id}")
    return kept


@command(app, "show")
def show_playlist(desk: Desk, playlist: Named) -> Answer:
    """Show a playlist's entries in order."""
    from displayctl.cli.finding import all_media

    part, found = _found(desk, playlist)
    media = {medium.id: medium for medium in all_media(desk.client)}
    rows = [
        (position, _title(media, entry), _shown(media, entry), entry.share, _validity(entry))
        for position, entry in enumerate(found.entries, 1)
    ]
    grid = table(("", found.name, "length", "share", "valid"), rows, f"{found.name} has no entries")
    return Answer(part, grid)


@command(app, "list")
def list_playlists(desk: Desk) -> Answer:
    """List the playlists."""
    from displayctl.api.models import PartKind

    parts = desk.client.parts(PartKind.PLAYLIST)
    rows = [(part.id, part.value["name"], len(part.value["entries"])) for part in parts]
    none = "there is no playlist; make one with: displayctl playlist create NAME ITEM..."
    return Answer(parts, table(("id", "name", "entries"), rows, none))


@command(app, "filler")
def set_filler(
    desk: Desk,
    playlist: Named,
    group: Annotated[str, typer.Option(help="The group of walls it fills.")] = "utama",
) -> Answer:
    """Choose the playlist for hours without a booking."""
    part, found = _found(desk, playlist)
    settings = desk.client.settings()
    changed = settings.model_copy(update={"filler_ids": {**settings.filler_ids, group: part.id}})
    stored = desk.client.put_settings(changed)
    return Answer(plain(stored), f"{found.name} fills the free hours of group {group}")


def _found(desk: Desk, named: str) -> tuple[Part, Playlist]:
    from displayctl.api.models import PartKind
    from displayctl.cli.finding import find_part
    from schedules.codec import playlist_from_dict

    part = find_part(desk.client, PartKind.PLAYLIST, named)
    return part, playlist_from_dict(part.value)


def _stored(desk: Desk, part: Part, playlist: Playlist) -> Answer:
    from displayctl.api.models import PartKind
    from schedules.codec import playlist_to_dict

    stored = desk.client.put_part(PartKind.PLAYLIST, part.id, playlist_to_dict(playlist), part.version)
    return Answer(stored, f"{playlist.name} has {counted(len(playlist.entries), 'entry', 'entries')} now")


def _entries(desk: Desk, items: list[str]) -> tuple[PlaylistEntry, ...]:
    from displayctl.cli.finding import all_media, pick
    from displayctl.cli.reading import read_item
    from schedules.playlist import PlaylistEntry

    media = all_media(desk.client) if items else []
    whole = {medium.id for medium in media} | {medium.title for medium in media}
    entries = []
    for item in items:
        # A title may end like a duration, as "Buka 08:30".
        name, duration = (item, None) if item in whole else read_item(item)
        medium = pick(name, media, "medium", lambda medium: medium.id, lambda medium: medium.title)
        entries.append(PlaylistEntry(medium.id, duration))
    return tuple(entries)


def _title(media: dict[str, MediumInfo], entry: PlaylistEntry) -> str:
    medium = media.get(entry.medium_id)
    return medium.title if medium else entry.medium_id


def _shown(media: dict[str, MediumInfo], entry: PlaylistEntry) -> str:
    if entry.duration is not None:
        return length(round(entry.duration.total_seconds() * 1000))
    medium = media.get(entry.medium_id)
    return length(medium.played_ms if medium and medium.played_ms is not None else 10_000)


def _validity(entry: PlaylistEntry) -> str:
    if entry.valid_from is None and entry.valid_until is None:
        return "always"
    ends = [moment.isoformat(timespec="minutes") if moment else "" for moment in (entry.valid_from, entry.valid_until)]
    return " to ".join(ends)
