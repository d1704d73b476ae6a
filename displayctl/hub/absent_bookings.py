"""Why a published programme did not want a medium on a wall: hidden, expired, not made for it, or not booked."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime

from displayctl.api.absence import Verdict
from displayctl.api.models import MediumState, PartKind
from displayctl.hub.storage import UnitOfWork
from schedules.bookings import Bookings
from schedules.codec import playlist_from_dict, slot_from_dict
from schedules.daypart import hours_ticks
from schedules.display import Display
from schedules.explain import explain
from schedules.instants import instant_at, ticks
from schedules.playlist import PlaylistEntry
from schedules.programme import Programme
from schedules.ranks import LosingRule
from schedules.slot import Slot
from schedules.span import Span

MOST_SLOTS = 20
# The nearer a reason comes to playing, the more it tells.
_TELLING = (
    LosingRule.OUTSIDE_HOURS,
    LosingRule.DATE_RANGE,
    LosingRule.NOT_ON_DATE,
    LosingRule.PROGRAMME_OVER,
    LosingRule.HOLIDAY,
    LosingRule.EXCEPTED_DATE,
    LosingRule.DISPLAY_EXCEPTION,
    LosingRule.NOTHING_PLAYABLE,
    LosingRule.WALL_CLOSED,
    LosingRule.NOT_DUE,
    LosingRule.ID,
    LosingRule.OLDER,
    LosingRule.WIDER,
    LosingRule.LOWER_PRIORITY,
    LosingRule.INTERRUPTED,
    LosingRule.HIDDEN_BY_ALERT,
)
InForce = tuple[Programme, Span]


def why_unplanned(
    work: UnitOfWork, wall: Display, medium_id: str, slot_id: str, in_force: tuple[InForce, ...]
) -> dict[str, object]:
    """The verdict, with the fields of an `Absence` that it tells of. Raises ScheduleError."""
    booked = list(_booked(in_force, wall.id, medium_id, slot_id))
    for programme, span, slot in booked:
        entry = _dead_entry(programme, wall.id, slot, medium_id, span.ends)
        if entry is not None:
            return {**entry, "slot_id": slot.id, "slot_name": slot.name}
    if booked:
        return _hidden(booked, wall.id)
    return _by_the_draft(work, wall, medium_id, slot_id, in_force[-1][1].ends)


def _booked(
    in_force: tuple[InForce, ...], wall_id: str, medium_id: str, slot_id: str
) -> Iterator[tuple[Programme, Span, Slot]]:
    """The newest programme's slots come first."""
    for programme, span in reversed(in_force):
        showing = {p.id for p in programme.playlists if any(e.medium_id == medium_id for e in p.entries)}
        for slot in programme.slots:
            wanted = not slot_id or slot.id == slot_id
            if wanted and slot.playlist_id in showing and wall_id in slot.display_ids:
                yield programme, span, slot


def _dead_entry(
    programme: Programme, wall_id: str, slot: Slot, medium_id: str, ends: datetime
) -> dict[str, object] | None:
    """Why none of the playlist's entries of the medium could play, whatever the hour; None where one could."""
    playlist = next(each for each in programme.playlists if each.id == slot.playlist_id)
    entries = [entry for entry in playlist.entries if entry.medium_id == medium_id]
    medium = next(each for each in programme.media if each.id == medium_id)
    shape = programme.display(wall_id).format_of(slot.region)
    if medium.asset_for(shape) is None:
        return {"verdict": Verdict.NO_RENDITION, "detail": shape}
    if all(_over(entry, ends) for entry in entries):
        until = max(entry.valid_until for entry in entries if entry.valid_until is not None)
        return {"verdict": Verdict.EXPIRED, "at": until}
    starting = [entry.valid_from for entry in entries if entry.valid_from is not None and entry.valid_from >= ends]
    if len(starting) == len(entries):
        return {"verdict": Verdict.NOT_YET_VALID, "at": min(starting)}
    return None


def _over(entry: PlaylistEntry, ends: datetime) -> bool:
    return entry.valid_until is not None and entry.valid_until <= ends


def _hidden(booked: list[tuple[Programme, Span, Slot]], wall_id: str) -> dict[str, object]:
    """The most telling reason of all bookings: one that lost an hour it had before one that had none."""
    found: list[tuple[int, dict[str, object]]] = []
    for programme, span, slot in booked[:MOST_SLOTS]:
        at = _instant_in_question(programme, wall_id, slot, span)
        explanation = explain(programme, wall_id, at, region=slot.region)
        loser = next((each for each in explanation.losers if each.slot_id == slot.id), None)
        if loser is not None:
            told: dict[str, object] = {"rule": loser.rule.value, "detail": loser.detail, "at": at}
            said: dict[str, object] = {"verdict": Verdict.HIDDEN, "slot_id": slot.id, "slot_name": slot.name, **told}
            found.append((_TELLING.index(loser.rule), said))
    if not found:
        slot = booked[0][2]
        return {"verdict": Verdict.HIDDEN, "slot_id": slot.id, "slot_name": slot.name}
    return max(found, key=lambda each: each[0])[1]


def _instant_in_question(programme: Programme, wall_id: str, slot: Slot, span: Span) -> datetime:
    """An instant of `span` at which the slot occurs; else one in its hours; else the middle."""
    bookings = Bookings(programme, wall_id, slot.region)
    starts, ends = ticks(span.starts), ticks(span.ends)
    occurrence = next(bookings.occurrences(slot, starts, ends), None)
    if occurrence is not None:
        return _middle(max(occurrence.starts, starts), min(occurrence.ends, ends))
    for midnight, _ in bookings.civil_days(starts, ends):
        for hours in bookings.hours(slot):
            found = hours_ticks(hours, bookings.civil_day(midnight), bookings.zone)
            if found is not None and found[0] < ends and found[1] > starts:
                return _middle(max(found[0], starts), min(found[1], ends))
    return _middle(starts, ends)


def _middle(starts: int, ends: int) -> datetime:
    return instant_at(starts + (ends - starts) // 2)


def _by_the_draft(work: UnitOfWork, wall: Display, medium_id: str, slot_id: str, ends: datetime) -> dict[str, object]:
    """It was in nothing that was published for the wall: what the planning says of it now."""
    playlists = (playlist_from_dict(part.value) for part in work.parts.all(PartKind.PLAYLIST))
    showing = {each.id for each in playlists if any(entry.medium_id == medium_id for entry in each.entries)}
    slots = (slot_from_dict(part.value) for part in work.parts.all(PartKind.SLOT))
    booked = [slot for slot in slots if slot.playlist_id in showing and wall.id in slot.display_ids]
    chosen = [slot for slot in booked if not slot_id or slot.id == slot_id]
    if not chosen:
        return {"verdict": Verdict.NOT_BOOKED}
    told = {"slot_id": chosen[0].id, "slot_name": chosen[0].name}
    medium = work.media.find(medium_id)
    if medium is not None and medium.state != MediumState.READY:
        return {"verdict": Verdict.NOT_READY, "detail": medium.message, **told}
    if medium is not None and medium.expires_at is not None and medium.expires_at <= ends:
        return {"verdict": Verdict.EXPIRED, "at": medium.expires_at, **told}
    return {"verdict": Verdict.NOT_PUBLISHED, **told}
