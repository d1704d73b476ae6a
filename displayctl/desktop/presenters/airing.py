"""Airing one medium: the playlist, the slot and the running text that it takes, made in one step."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from displayctl.api.models import PartKind
from displayctl.desktop.edits import Change, new_id, write
from displayctl.desktop.presenters.request_booking import BookingPlan
from displayctl.desktop.presenters.validity import beginning_of, end_of
from schedules.playlist import Playlist, PlaylistEntry
from schedules.slot import Slot
from schedules.ticker import RunningText, Ticker


@dataclass(frozen=True, slots=True)
class Airing:
    """What is aired and how: as a picture by the `plan` with a `priority`, as running text, or both."""

    plan: BookingPlan
    priority: int = 50
    as_picture: bool = True
    as_running_text: bool = False


def changes_for(airing: Airing, medium_id: str, now: datetime) -> tuple[Change, ...]:
    """The new parts, to be applied as one step. Raises InvalidValue, as without a wall."""
    changes: tuple[Change, ...] = ()
    plan = airing.plan
    if airing.as_picture:
        playlist = Playlist(new_id(PartKind.PLAYLIST), plan.name, (PlaylistEntry(medium_id),))
        slot = replace(plan.slot(new_id(PartKind.SLOT), playlist.id, now), priority=airing.priority)
        changes += (_new(PartKind.PLAYLIST, playlist), _new(PartKind.SLOT, slot))
    if airing.as_running_text:
        ticker = Ticker(
            id=new_id(PartKind.TICKER),
            name=plan.name,
            texts=(RunningText(announcement_id=medium_id),),
            display_ids=plan.walls,
            valid_from=beginning_of(plan.first),
            valid_until=end_of(plan.last),
        )
        changes += (_new(PartKind.TICKER, ticker),)
    return changes


def _new(kind: PartKind, value: Playlist | Slot | Ticker) -> Change:
    return Change(kind, value.id, None, write(kind, value))
