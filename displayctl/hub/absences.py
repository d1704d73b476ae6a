"""Why something was not on a wall last night: what was published, what the wall played, and what came between."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from displayctl.api.absence import Absence, LastPlay, Verdict
from displayctl.api.models import PartKind
from displayctl.hub.absent_bookings import why_unplanned
from displayctl.hub.absent_showings import Promise, why_unshown
from displayctl.hub.airtime.planned import planned_airtime, programmes_in_force
from displayctl.hub.asking import current_asker
from displayctl.hub.clockwork import RECORDS_KEPT
from displayctl.hub.drafts import home_group
from displayctl.hub.errors import NoSuchThing, WrongWish
from displayctl.hub.storage import Storage, UnitOfWork
from schedules.codec import display_from_dict
from schedules.compilation import Segment
from schedules.compiler import compile_programme
from schedules.display import Display
from schedules.programme import Programme
from schedules.proof import PlayRecord
from schedules.span import Span

LONGEST = timedelta(days=31)


@dataclass(frozen=True, slots=True)
class InForce:
    """A programme and the stretch of the question in which it was the published one of the wall."""

    programme: Programme
    span: Span


@dataclass(slots=True)
class _Planned:
    """What programmes promised of a medium, and when."""

    plays: int
    airtime: timedelta
    promises: list[Promise]
    slot_id: str = ""


class Absences:
    """Answers from publications, play records, receipts and bookings."""

    def __init__(self, storage: Storage, now: datetime) -> None:
        self._storage, self._now = storage, now

    def why(self, display_id: str, medium_id: str, starts: datetime, ends: datetime, slot_id: str = "") -> Absence:
        """Raises NoSuchThing for a wall or medium that is not there, WrongWish for a time to come or longer than 31
        days, ScheduleError."""
        span = self._asked(starts, ends)
        with self._storage.reading() as work:
            wall, title = _wall(work, display_id), _title(work, medium_id)
            in_force = tuple(_in_force(work, wall, span))
            records = work.records.within(span.starts, span.ends, (wall.id,))
            planned = _planned(in_force, wall, medium_id, slot_id)
            found = _judge(work, wall, medium_id, slot_id, in_force, records, planned)
            if found["verdict"] is not Verdict.PLAYED and span.ends <= self._now - RECORDS_KEPT:
                found = {"verdict": Verdict.NOT_KEPT}
            played = [r for r in records if _is_of(r, medium_id, slot_id)]
            last = _last(work, wall.id, medium_id, span.ends)
        airtime = sum((_length(record, span) for record in played), timedelta(0))
        return Absence(
            display_id=wall.id,
            medium_id=medium_id,
            medium_title=title,
            starts=span.starts,
            ends=span.ends,
            planned_plays=planned.plays,
            planned_seconds=planned.airtime.total_seconds(),
            played_plays=len(played),
            played_seconds=airtime.total_seconds(),
            last_played=None if last is None else last.ends,
            **found,
        )

    def last_plays(self, medium_id: str) -> tuple[LastPlay, ...]:
        """When each wall that one may see showed it last. Raises NoSuchThing."""
        with self._storage.reading() as work:
            _title(work, medium_id)
            walls = [display_from_dict(part.value) for part in work.parts.all(PartKind.DISPLAY)]
            asker = current_asker()
            seen = [wall.id for wall in walls if asker.sees(frozenset({home_group(wall)}))]
            return tuple(_last_play(each, _last(work, each, medium_id, self._now)) for each in seen)

    def _asked(self, starts: datetime, ends: datetime) -> Span:
        ends = min(ends, self._now)
        if ends <= starts:
            raise WrongWish("from", "is not before the end, or is yet to come; give a time that is over")
        if ends - starts > LONGEST:
            raise WrongWish("to", f"is more than {LONGEST.days} days after the beginning; ask for a shorter time")
        return Span(starts, ends)


def _judge(
    work: UnitOfWork,
    wall: Display,
    medium_id: str,
    slot_id: str,
    in_force: tuple[InForce, ...],
    records: tuple[PlayRecord, ...],
    planned: _Planned,
) -> dict[str, object]:
    """The verdict and what it tells of."""
    if any(_is_of(record, medium_id, slot_id) for record in records):
        return {"verdict": Verdict.PLAYED, **_slot(in_force, planned.slot_id)}
    if not in_force:
        return {"verdict": Verdict.NOTHING_PUBLISHED}
    if planned.promises:
        found = why_unshown(work, wall.id, tuple(planned.promises), records)
        return {**found, **_slot(in_force, planned.slot_id)}
    return why_unplanned(work, wall, medium_id, slot_id, tuple((each.programme, each.span) for each in in_force))


def _planned(in_force: Iterable[InForce], wall: Display, medium_id: str, slot_id: str) -> _Planned:
    total = _Planned(0, timedelta(0), [])
    for each in in_force:
        for segment in _segments(each, wall.id):
            if slot_id and segment.slot_id != slot_id:
                continue
            mine = [(plays, aired) for medium, plays, aired in planned_airtime(segment) if medium == medium_id]
            plays = sum(count for count, _ in mine)
            if plays:
                total.plays += plays
                total.airtime += sum((aired for _, aired in mine), timedelta(0))
                total.promises.append(Promise(each.programme.revision, segment.span))
                total.slot_id = total.slot_id or segment.slot_id
    return total


def _segments(each: InForce, wall_id: str) -> Iterator[Segment]:
    if all(display.id != wall_id for display in each.programme.displays):
        return
    for region in each.programme.display(wall_id).loops:
        yield from compile_programme(each.programme, wall_id, each.span, region).segments


def _in_force(work: UnitOfWork, wall: Display, span: Span) -> Iterator[InForce]:
    return (InForce(*found) for found in programmes_in_force(work, home_group(wall), span))


def _slot(in_force: tuple[InForce, ...], slot_id: str) -> dict[str, object]:
    named = {slot.id: slot.name for each in in_force for slot in each.programme.slots}
    return {"slot_id": slot_id, "slot_name": named.get(slot_id, "")}


def _is_of(record: PlayRecord, medium_id: str, slot_id: str) -> bool:
    return record.medium_id == medium_id and (not slot_id or record.slot_id == slot_id)


def _length(record: PlayRecord, span: Span) -> timedelta:
    return max(timedelta(0), min(record.ends, span.ends) - max(record.starts, span.starts))


def _last(work: UnitOfWork, display_id: str, medium_id: str, before: datetime) -> PlayRecord | None:
    return work.records.last_of(display_id, medium_id, before - LONGEST, before)


def _last_play(display_id: str, record: PlayRecord | None) -> LastPlay:
    if record is None:
        return LastPlay(display_id=display_id)
    return LastPlay(display_id=display_id, ends=record.ends, slot_id=record.slot_id)


def _wall(work: UnitOfWork, display_id: str) -> Display:
    found = work.parts.find(PartKind.DISPLAY, display_id)
    if found is None:
        raise NoSuchThing(f"there is no display {display_id!r}; list the displays")
    return display_from_dict(found.part.value)


def _title(work: UnitOfWork, medium_id: str) -> str:
    medium = work.media.find(medium_id)
    if medium is None:
        raise NoSuchThing(f"there is no medium {medium_id!r} (any more); search the library for it")
    return medium.title
