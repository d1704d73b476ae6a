"""The events of somebody's calendar as wishes for slots: when, under which name; and why some cannot be one."""

from __future__ import annotations

import base64
import json
import re
from collections import defaultdict
from dataclasses import dataclass, replace
from datetime import date, timedelta, tzinfo
from enum import StrEnum

from displayctl.desk.calendars.fields import EventFields
from displayctl.desk.calendars.lines import RawCalendar, RawEvent
from displayctl.desk.calendars.moments import (
    CannotBeSaid,
    Trouble,
    begins_besides,
    moment,
    moved,
    own_fields,
)
from displayctl.desk.calendars.writing import HOST, PART_LINE, SEEN_LINE, SLOT_LINE
from schedules.codec import slot_from_dict
from schedules.daypart import Hours
from schedules.errors import ScheduleError
from schedules.recurrence import Recurrence
from schedules.slot import Slot

LONGEST_NAME, LONGEST_UID = 200, 1000
MOST_OVERRIDES = 200
_UNSAYABLE = re.compile("[\x00-\x1f\x7f\ud800-\udfff]")


class Remark(StrEnum):
    """What was made simpler, for people to know before they take it in."""

    NO_NAME = "no-name"
    NAME_CUT = "name-cut"
    OTHER_ZONE = "other-zone"
    ONE_DATE_APART = "one-date-apart"
    UNREADABLE_LINES = "unreadable-lines"
    CHANGED_OUTSIDE = "changed-outside"
    ELSEWHERE = "elsewhere"
    HOURS_APART = "hours-apart"


@dataclass(frozen=True, slots=True)
class Wish:
    """What an event asks for, in the civil time of the walls.

    `uid` names it for good. `slot` is what displayctl itself had written into it; `untouched` says that nobody changed
    the event since, so that `slot` is all of it. A `called_off` event shall be no more. `more` are the other hours of
    a slot in a daypart of several.
    """

    uid: str
    name: str
    recurrence: Recurrence
    hours: Hours | None
    slot: Slot | None = None
    untouched: bool = False
    called_off: bool = False
    remarks: tuple[Remark, ...] = ()
    more: tuple[Wish, ...] = ()


@dataclass(frozen=True, slots=True)
class Refused:
    """An event that cannot be a slot: how it is called, when it begins as it is written, and why."""

    name: str
    begins: str
    trouble: Trouble
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Events:
    """What a calendar holds."""

    wishes: tuple[Wish, ...]
    refused: tuple[Refused, ...]


def read_events(calendar: RawCalendar, walls: tzinfo) -> Events:
    """Every event once, in the order of the file. `walls` is the time zone of the walls."""
    wishes: list[Wish] = []
    refused: list[Refused] = []
    for uid, events in _by_uid(calendar).items():
        if len({event.value(PART_LINE) for event in events}) > 1:
            _take_parts(uid, events, calendar, walls, wishes, refused)
        else:
            _take_series(uid, events, calendar, walls, wishes, refused)
    return Events(tuple(wishes), tuple(refused))


def _by_uid(calendar: RawCalendar) -> dict[str, list[RawEvent]]:
    """Events by what names them; those of several hours of one of our own slots belong together."""
    found: defaultdict[str, list[RawEvent]] = defaultdict(list)
    for number, event in enumerate(calendar.events):
        uid = (
            event.value("UID").strip()[:LONGEST_UID]
            or f"{event.value('SUMMARY')[:200]} {event.value('DTSTART')} {number}"
        )
        name, at, host = uid.rpartition("@")
        if at and host == HOST:
            uid = f"{name.partition('.')[0]}@{HOST}"
        found[uid].append(event)
    return found


def _take_parts(
    uid: str,
    events: list[RawEvent],
    calendar: RawCalendar,
    walls: tzinfo,
    wishes: list[Wish],
    refused: list[Refused],
) -> None:
    """The events of one slot in a daypart of several hours: they come back as they were, or not at all."""
    try:
        made = [_wish(event.value("UID").strip(), event, calendar, walls) for event in events]
    except CannotBeSaid as error:
        refused.append(_refused(events[0], error))
        return
    whole = all(each.untouched and each.called_off == made[0].called_off for each in made)
    if whole and made[0].slot is not None:
        wishes.append(replace(made[0], uid=uid, more=tuple(made[1:])))
    else:
        refused.append(_refused(events[0], CannotBeSaid(Trouble.PART_OF_DAYPART)))


def _take_series(
    uid: str,
    events: list[RawEvent],
    calendar: RawCalendar,
    walls: tzinfo,
    wishes: list[Wish],
    refused: list[Refused],
) -> None:
    """A series, and the single dates of it that were changed: these become slots of their own."""
    masters = sorted((e for e in events if e.first("RECURRENCE-ID") is None), key=_sequence)
    changed = [event for event in events if event.first("RECURRENCE-ID") is not None][:MOST_OVERRIDES]
    apart: list[date] = []
    for event in changed:
        try:
            wishes += _single(uid, event, calendar, walls, apart)
        except CannotBeSaid as error:
            refused.append(_refused(event, error))
    if not masters:
        return
    try:
        wish = _wish(uid, masters[-1], calendar, walls)
    except CannotBeSaid as error:
        refused.append(_refused(masters[-1], error))
        return
    wishes.append(_without(wish, apart) if apart else wish)


def _single(uid: str, event: RawEvent, calendar: RawCalendar, walls: tzinfo, apart: list[date]) -> tuple[Wish, ...]:
    """The slot of one changed date, none where it was only called off; the date is noted in `apart`."""
    line = event.first("RECURRENCE-ID")
    if line is None or line.parameters.get("RANGE"):
        raise CannotBeSaid(Trouble.FROM_HERE_ON)
    of = moment(line, calendar)
    wish = _wish(f"{uid}/{line.value[:40]}", event, calendar, walls)
    apart.append(of.within(walls).date())
    if wish.called_off:
        return ()
    single = replace(wish, slot=None, untouched=False, remarks=(*wish.remarks, Remark.ONE_DATE_APART))
    return (single,)


def _without(wish: Wish, days: list[date]) -> Wish:
    taken = tuple(sorted({*wish.recurrence.except_dates, *days}))
    recurrence = replace(wish.recurrence, except_dates=taken)
    return replace(wish, recurrence=recurrence, untouched=False)


def _wish(uid: str, event: RawEvent, calendar: RawCalendar, walls: tzinfo) -> Wish:
    fields, own = own_fields(event, calendar)
    slot, untouched = _own_slot(event), event.value(SEEN_LINE) == fields.digest()
    civil = moved(fields, own, walls)
    remarks = [Remark.OTHER_ZONE] if civil.starts != fields.starts else []
    remarks += [Remark.UNREADABLE_LINES] if event.unreadable else []
    if slot is not None and not untouched:
        remarks.append(Remark.CHANGED_OUTSIDE)
    name = civil.name[:LONGEST_NAME].strip()
    if name != civil.name or not name:
        remarks.append(Remark.NAME_CUT if name else Remark.NO_NAME)
    return Wish(
        uid=uid,
        name=_UNSAYABLE.sub("", name) or "Tanpa judul",
        recurrence=recurrence_of(civil),
        hours=_hours(civil),
        slot=slot,
        untouched=untouched and slot is not None,
        called_off=event.value("STATUS").strip().upper() == "CANCELLED",
        remarks=tuple(remarks),
    )


def recurrence_of(fields: EventFields) -> Recurrence:
    """On which civil dates an event begins. Raises CannotBeSaid."""
    first = fields.starts.date()
    days = (fields.ends - fields.starts).days
    if fields.whole_day and days > 1:
        if fields.recurs:
            raise CannotBeSaid(Trouble.SEVERAL_DAYS)
        return Recurrence(first, first + timedelta(days=days - 1), except_dates=fields.excludes)
    includes = set(fields.includes)
    if not fields.rule:
        first, includes = min(includes | {first}), includes | {first}
    elif begins_besides(fields):
        includes.add(first)
    if includes and min(includes) < first:
        raise CannotBeSaid(Trouble.RULE, "RDATE")
    others = tuple(sorted(includes - {first} if not fields.rule else includes))
    return Recurrence(first, fields.until, fields.rule, others, fields.excludes)


def _hours(fields: EventFields) -> Hours | None:
    return None if fields.whole_day else Hours(fields.starts.time(), fields.ends.time())


def _own_slot(event: RawEvent) -> Slot | None:
    text = event.value(SLOT_LINE)
    if not text:
        return None
    try:
        return slot_from_dict(json.loads(base64.b64decode(text, validate=True)))
    except (ValueError, RecursionError, ScheduleError):
        return None


def _refused(event: RawEvent, error: CannotBeSaid) -> Refused:
    name = " ".join(event.value("SUMMARY").split())[:LONGEST_NAME]
    return Refused(name, event.value("DTSTART")[:40], error.trouble, error.detail)


def _sequence(event: RawEvent) -> int:
    text = event.value("SEQUENCE").strip()
    return int(text) if text.isdecimal() and len(text) < 10 else 0
