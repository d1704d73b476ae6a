"""Which assets a wall needs for a programme: those of all its loops, and its logos."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime

from schedules.compilation import Compilation
from schedules.director import cue_at
from schedules.display import Display
from schedules.playlist import Asset, Medium
from schedules.programme import Programme
from schedules.region import RegionKind


@dataclass(frozen=True, slots=True)
class Needs:
    """Assets of a programme: `soon` those needed within a day, in order of use, `all` every one for this wall."""

    soon: tuple[Asset, ...]
    all: tuple[Asset, ...]


def needed_assets(compilation: Compilation, now: datetime, until: datetime) -> tuple[Asset, ...]:
    """The assets that may be shown from `now` to `until`, each once, in the order of their first use."""
    found: dict[str, Asset] = {}
    for segment in compilation.segments:
        if segment.span.ends <= now or segment.span.starts >= until or not segment.items:
            continue
        first = cue_at(compilation, max(now, segment.span.starts)).item_index
        for item in (*segment.items[first:], *segment.items[:first]):
            found.setdefault(item.asset.sha256, item.asset)
    return tuple(found.values())


def logo_assets(programme: Programme, display: Display) -> dict[str, Asset]:
    """The logo of each logo region by its name, that of the wall's corner under an empty one; only those made."""
    media = {medium.id: medium for medium in programme.media}
    wanted = [
        (region.name, region.medium_id, region.logo_format)
        for region in display.canvas.regions
        if region.kind is RegionKind.LOGO and region.medium_id is not None
    ]
    if display.logo is not None:
        wanted.append(("", display.logo.medium_id, display.logo_format))
    found = ((place, media[medium_id].asset_for(shape)) for place, medium_id, shape in wanted)
    return {place: asset for place, asset in found if asset is not None}


def every_asset(programme: Programme, display: Display) -> tuple[Asset, ...]:
    """All assets that `display` plays in the programme, each once: the main picture's filler and slate first.

    Of the main picture it is everything, for it is where a slot may be moved to at any time; of other regions what is
    booked in them.
    """
    media = {medium.id: medium for medium in programme.media}
    found = list(_made_for(display.format_of(""), _main_order(programme), media))
    found += logo_assets(programme, display).values()
    for region in display.loops[1:]:
        found += _made_for(display.format_of(region), _booked_in(programme, display, region), media)
    return tuple({asset.sha256: asset for asset in found}.values())


def _main_order(programme: Programme) -> tuple[str, ...]:
    filler = _media_of(programme, {programme.filler_id} if programme.filler_id else set())
    slate = (programme.slate_id,) if programme.slate_id else ()
    return (*filler, *slate, *(medium.id for medium in programme.media))


def _booked_in(programme: Programme, display: Display, region: str) -> Iterator[str]:
    """The media of the region's own playlist, then of the slots that are booked into it."""
    own = display.region(region).playlist_id
    yield from _media_of(programme, {own} if own else set())
    slots = (slot for slot in programme.slots if slot.region == region and display.id in slot.display_ids)
    yield from _media_of(programme, {slot.playlist_id for slot in slots})


def _media_of(programme: Programme, playlist_ids: set[str]) -> Iterator[str]:
    for playlist in programme.playlists:
        if playlist.id in playlist_ids:
            yield from (entry.medium_id for entry in playlist.entries)


def _made_for(shape: str, medium_ids: Iterable[str], media: dict[str, Medium]) -> Iterator[Asset]:
    found = (media[medium_id].asset_for(shape) for medium_id in medium_ids)
    return (asset for asset in found if asset is not None)
