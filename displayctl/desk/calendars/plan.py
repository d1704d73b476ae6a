"""What taking in a calendar would do: slots to add, to change, to delete, and those that are there already.

An event keeps its slot: the slot's id is made of the event's UID, so that taking in the same file again adds nothing.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from enum import StrEnum

from displayctl.api.models import BatchStep, Operation, PartKind
from displayctl.desk.calendars.reading import Events, Refused, Remark, Wish
from displayctl.desk.calendars.writing import HOST
from schedules.checks import check_id
from schedules.codec import slot_to_dict
from schedules.errors import InvalidValue, ScheduleError
from schedules.recurrence import LATEST, HolidaySet, Recurrence, occurrence_dates
from schedules.slot import Slot

DEFAULT_PRIORITY = 50
FAR = timedelta(days=11 * 366)


class Action(StrEnum):
    """What becomes of an event."""

    ADD = "add"
    CHANGE = "change"
    REMOVE = "remove"
    SAME = "same"
    OVER = "over"
    GONE = "gone"


CHANGING = frozenset({Action.ADD, Action.CHANGE, Action.REMOVE})


@dataclass(frozen=True, slots=True)
class Target:
    """Where events that are new go: a playlist on walls; one called like one of `by_name` (folded) plays that."""

    playlist_id: str
    display_ids: tuple[str, ...]
    by_name: Mapping[str, str] = field(default_factory=dict)
    priority: int = DEFAULT_PRIORITY


@dataclass(frozen=True, slots=True)
class Held:
    """What the hub holds: slots by id, and of what they refer to, which there are."""

    slots: Mapping[str, Slot]
    display_ids: frozenset[str]
    playlist_ids: frozenset[str]
    daypart_ids: frozenset[str] = frozenset()
    holidays: Mapping[str, HolidaySet] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Proposal:
    """One slot before and after; None where it is not there, or shall not be. `slot` is either."""

    action: Action
    before: Slot | None
    after: Slot | None
    name: str
    remarks: tuple[Remark, ...] = ()

    @property
    def slot(self) -> Slot | None:
        return self.after or self.before


@dataclass(frozen=True, slots=True)
class ImportPlan:
    """What would be done, each for a person to leave out, and what cannot be."""

    proposals: tuple[Proposal, ...]
    refused: tuple[Refused, ...]

    def changing(self) -> tuple[Proposal, ...]:
        """Those that do something."""
        return tuple(each for each in self.proposals if each.action in CHANGING)


def plan_import(events: Events, held: Held, target: Target, now: datetime, today: date) -> ImportPlan:
    """`now` is when new slots are made, in whole milliseconds; `today` the date at the walls."""
    proposals: dict[str, Proposal] = {}
    for wish in (each for wished in events.wishes for each in _apart(wished, held)):
        slot_id = slot_id_of(wish.uid)
        proposals[slot_id] = _proposal(slot_id, wish, held, target, (now, today))
    return ImportPlan(tuple(proposals.values()), events.refused)


def slot_id_of(uid: str) -> str:
    """The id of the slot of an event: our own for an event that displayctl wrote, else one made of the UID."""
    name, at, host = uid.rpartition("@")
    if at and host == HOST:
        try:
            check_id("uid", name)
        except InvalidValue:
            pass
        else:
            return name
    return f"ics-{hashlib.sha256(uid.encode()).hexdigest()[:24]}"


def steps_of(proposals: Iterable[Proposal], versions: Mapping[str, int]) -> tuple[BatchStep, ...]:
    """The steps of a batch that does what `proposals` say; `versions` are those of the slots that were looked at."""
    return tuple(
        BatchStep(
            operation=Operation.DELETE if each.after is None else Operation.PUT,
            kind=PartKind.SLOT,
            id=slot.id,
            version=versions.get(slot.id, 0) if each.before is not None else 0,
            value=None if each.after is None else slot_to_dict(each.after),
        )
        for each in proposals
        if each.action in CHANGING and (slot := each.slot) is not None
    )


def _apart(wish: Wish, held: Held) -> tuple[Wish, ...]:
    """A slot in a daypart of several hours as one for each of them, where it cannot be the one that it was."""
    if not wish.more or wish.called_off or wish.slot is None or _runs_alike(wish.slot, held):
        return (wish,)
    remarks = (*wish.remarks, Remark.HOURS_APART)
    others = (replace(each, slot=replace(wish.slot, id=slot_id_of(each.uid))) for each in wish.more)
    return tuple(replace(each, remarks=remarks) for each in (wish, *others))


def _proposal(slot_id: str, wish: Wish, held: Held, target: Target, when: tuple[datetime, date]) -> Proposal:
    before = held.slots.get(slot_id)
    if wish.called_off:
        action = Action.GONE if before is None else Action.REMOVE
        return Proposal(action, before, None, wish.name, wish.remarks)
    after, remarks = _slot(slot_id, wish, before, held, target, when[0])
    if after == before:
        return Proposal(Action.SAME, before, after, wish.name, remarks)
    over = before is None and is_over(after.recurrence, held.holidays, when[1])
    action = Action.OVER if over else Action.ADD if before is None else Action.CHANGE
    return Proposal(action, before, after, wish.name, remarks)


def _slot(
    slot_id: str, wish: Wish, before: Slot | None, held: Held, target: Target, now: datetime
) -> tuple[Slot, tuple[Remark, ...]]:
    own = wish.slot if wish.slot is not None and wish.slot.id == slot_id else None
    if own is not None and wish.untouched and _runs_alike(own, held):
        return _at_home(own, held, target, wish.remarks)
    base = before or own
    if base is not None:
        moved, remarks = _at_home(base, held, target, wish.remarks)
        recurrence = _with_holidays(wish.recurrence, before.recurrence if before is not None else None)
        if _says_the_same(base, wish):
            return replace(moved, name=wish.name), remarks
        return replace(moved, name=wish.name, hours=wish.hours, daypart_id=None, recurrence=recurrence), remarks
    return Slot(
        id=slot_id,
        name=wish.name,
        playlist_id=target.by_name.get(wish.name.casefold(), target.playlist_id),
        display_ids=target.display_ids,
        recurrence=wish.recurrence,
        created_at=now,
        hours=wish.hours,
        priority=target.priority,
    ), wish.remarks


def _runs_alike(slot: Slot, held: Held) -> bool:
    """Whether all that decides when it runs is here, too; else the hours and dates of its event say more than it."""
    named = (*slot.recurrence.include_holidays, *slot.recurrence.except_holidays)
    return slot.daypart_id in (None, *held.daypart_ids) and all(each in held.holidays for each in named)


def _at_home(slot: Slot, held: Held, target: Target, remarks: tuple[Remark, ...]) -> tuple[Slot, tuple[Remark, ...]]:
    """A slot with what this hub has: a playlist or walls of another one are those that were chosen here."""
    walls = tuple(each for each in slot.display_ids if each in held.display_ids) or target.display_ids
    playlist = slot.playlist_id if slot.playlist_id in held.playlist_ids else target.playlist_id
    named = (*slot.recurrence.include_holidays, *slot.recurrence.except_holidays)
    recurrence = slot.recurrence
    if any(each not in held.holidays for each in named):
        recurrence = replace(
            recurrence,
            include_holidays=tuple(each for each in recurrence.include_holidays if each in held.holidays),
            except_holidays=tuple(each for each in recurrence.except_holidays if each in held.holidays),
        )
    daypart = slot.daypart_id if slot.daypart_id in held.daypart_ids else None
    here = replace(slot, display_ids=walls, playlist_id=playlist, recurrence=recurrence, daypart_id=daypart)
    return here, remarks if here == slot else (*remarks, Remark.ELSEWHERE)


def _with_holidays(wished: Recurrence, before: Recurrence | None) -> Recurrence:
    """Holidays that were chosen here, for events of others, stay chosen."""
    if before is None:
        return wished
    return replace(wished, include_holidays=before.include_holidays, except_holidays=before.except_holidays)


def _says_the_same(base: Slot, wish: Wish) -> bool:
    """Whether an event has the hours and dates that a slot has already."""
    same_dates = _with_holidays(wish.recurrence, base.recurrence) == base.recurrence
    return same_dates and base.daypart_id is None and wish.hours == base.hours


def is_over(recurrence: Recurrence, holidays: Mapping[str, HolidaySet], today: date) -> bool:
    """Whether there is no date of it from yesterday on; a series without end is never over."""
    if recurrence.first >= today:
        return False
    try:
        return not occurrence_dates(recurrence, holidays, today - timedelta(days=1), min(LATEST, today + FAR))
    except ScheduleError:
        return False
