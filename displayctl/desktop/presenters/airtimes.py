"""When something is on which wall in the days to come, by the arithmetic of the players themselves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from zoneinfo import ZoneInfo

from schedules.compilation import Segment
from schedules.compiler import compile_programme
from schedules.display import Display
from schedules.programme import Programme
from schedules.proof import ShowingKind
from schedules.span import Span

AHEAD = timedelta(days=14)
MOST_WALLS, MOST_AIRINGS = 24, 120
_PAUSE = timedelta(minutes=15)
"""A loop that pauses for an interrupt goes on; more than this is another time."""


class Sought(StrEnum):
    """What is looked for."""

    MEDIUM = "medium"
    PLAYLIST = "playlist"
    SLOT = "slot"


@dataclass(frozen=True, slots=True)
class Wanted:
    """One thing that is looked for, by its id."""

    sort: Sought
    id: str


@dataclass(frozen=True, slots=True)
class Airing:
    """One time on a wall; of an interrupt a day's `turns` from the first to the last. `slot_id` is empty for filler."""

    display_id: str
    slot_id: str
    slot_name: str
    starts: datetime
    ends: datetime
    kind: ShowingKind
    turns: int = 1


@dataclass(frozen=True, slots=True)
class Airings:
    """What was found, in order of time, the first of all `times`, which are on the walls `on`.

    `walls` have it at all, of which `left_out` were not looked at.
    """

    found: tuple[Airing, ...]
    walls: tuple[str, ...] = ()
    left_out: int = 0
    times: int = 0
    on: tuple[str, ...] = ()

    @property
    def next(self) -> Airing | None:
        return self.found[0] if self.found else None


def find_airings(programmes: Iterable[Programme], wanted: Wanted, now: datetime) -> Airings:
    """When `wanted` is on a wall in the next 14 days. Slow with many walls: call it off the UI thread."""
    having = [
        (programme, wall) for programme in programmes for wall in programme.displays if _has(programme, wall, wanted)
    ]
    span = Span(now, now + AHEAD)
    found: list[Airing] = []
    for programme, wall in having[:MOST_WALLS]:
        found += _on_wall(programme, wall, wanted, span)
    ordered = sorted(found, key=lambda airing: (airing.starts, airing.display_id, airing.slot_id))
    return Airings(
        found=tuple(ordered[:MOST_AIRINGS]),
        walls=tuple(wall.id for _, wall in having),
        left_out=max(0, len(having) - MOST_WALLS),
        times=len(ordered),
        on=tuple(dict.fromkeys(airing.display_id for airing in ordered)),
    )


def books(programmes: Iterable[Programme], wanted: Wanted) -> bool:
    """Whether `wanted` may ever be on a wall of these: cheap, for nothing is compiled."""
    return any(_has(programme, wall, wanted) for programme in programmes for wall in programme.displays)


def _has(programme: Programme, wall: Display, wanted: Wanted) -> bool:
    """Whether a wall may ever show it: cheap, so that only such walls are compiled."""
    mine = [slot for slot in programme.slots if wall.id in slot.display_ids]
    if wanted.sort is Sought.SLOT:
        return any(slot.id == wanted.id for slot in mine)
    playlists = {wanted.id} if wanted.sort is Sought.PLAYLIST else _playlists_with(programme, wanted.id)
    fillers = {programme.filler_id, *(region.playlist_id for region in wall.canvas.regions)}
    return bool(playlists & (fillers | {slot.playlist_id for slot in mine}))


def _playlists_with(programme: Programme, medium_id: str) -> set[str | None]:
    return {p.id for p in programme.playlists if any(entry.medium_id == medium_id for entry in p.entries)}


def _on_wall(programme: Programme, wall: Display, wanted: Wanted, span: Span) -> Iterator[Airing]:
    names = {slot.id: slot.name for slot in programme.slots}
    zone = ZoneInfo(wall.time_zone)
    for region in wall.loops:
        under_way: dict[str, Airing] = {}
        for segment in compile_programme(programme, wall.id, span, region).segments:
            if not _is(segment, wanted):
                continue
            before = under_way.get(segment.slot_id)
            if before is not None and _goes_on(before, segment, zone):
                turns = before.turns + (segment.kind is ShowingKind.INTERRUPT)
                under_way[segment.slot_id] = replace(before, ends=segment.span.ends, turns=turns)
                continue
            if before is not None:
                yield before
            name = names.get(segment.slot_id, "")
            made = Airing(wall.id, segment.slot_id, name, segment.span.starts, segment.span.ends, segment.kind)
            under_way[segment.slot_id] = made
        yield from under_way.values()


def _is(segment: Segment, wanted: Wanted) -> bool:
    if wanted.sort is Sought.SLOT:
        return segment.slot_id == wanted.id
    if wanted.sort is Sought.PLAYLIST:
        return segment.playlist_id == wanted.id
    return any(item.medium_id == wanted.id for item in segment.items)


def _goes_on(before: Airing, segment: Segment, zone: ZoneInfo) -> bool:
    if segment.kind is ShowingKind.INTERRUPT:
        return before.ends.astimezone(zone).date() == segment.span.starts.astimezone(zone).date()
    return segment.span.starts - before.ends <= _PAUSE
