"""Slots as an iCalendar file that other calendars understand; a slot that comes back unchanged is the same slot.

Each slot is an event for each of its hours: of a daypart there may be several. What only displayctl knows of it
(playlist, walls, priority) is carried along in a property of our own.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from icalendar import Calendar, Event, Timezone, vRecur

from content.delivery.canonical import canonical_bytes
from displayctl.desk.calendars.fields import EventFields
from displayctl.desk.calendars.series import HORIZON, Series, series_of
from schedules.codec import slot_to_dict
from schedules.daypart import ALL_DAY, Daypart, Hours
from schedules.display import Display, zone
from schedules.recurrence import HolidaySet
from schedules.slot import Slot

PRODUCT = "-//displayctl//schedule//ID"
HOST = "displayctl"
SLOT_LINE, SEEN_LINE, PART_LINE = "X-DISPLAYCTL-SLOT", "X-DISPLAYCTL-SEEN", "X-DISPLAYCTL-PART"
_ONE_DAY = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What slots refer to, by id."""

    displays: Mapping[str, Display]
    playlist_names: Mapping[str, str] = field(default_factory=dict)
    dayparts: Mapping[str, Daypart] = field(default_factory=dict)
    holidays: Mapping[str, HolidaySet] = field(default_factory=dict)

    def hours_of(self, slot: Slot) -> tuple[Hours, ...]:
        """The hours at which a slot runs; none where its daypart is gone."""
        if slot.daypart_id is None:
            return (slot.hours or ALL_DAY,)
        daypart = self.dayparts.get(slot.daypart_id)
        return daypart.hours if daypart is not None else ()

    def zone_of(self, slot: Slot) -> ZoneInfo:
        """The time zone of the first of a slot's walls that is known."""
        known = (self.displays[each] for each in slot.display_ids if each in self.displays)
        return zone(next((display.time_zone for display in known), "Asia/Makassar"))


def write_calendar(
    slots: Iterable[Slot], around: Surroundings, name: str, now: datetime, display_id: str = ""
) -> tuple[bytes, int]:
    """The file, and how many slots are in it; those that never run again or never ran are left out.

    With `display_id` the dates are those on which that wall is not left out. Each event is in the zone of its walls.
    """
    calendar = Calendar()
    calendar.add("PRODID", PRODUCT)
    calendar.add("VERSION", "2.0")
    calendar.add("METHOD", "PUBLISH")
    calendar.add("X-WR-CALNAME", name)
    zones: dict[str, ZoneInfo] = {}
    events, count = [], 0
    for slot in slots:
        civil = around.zone_of(slot)
        made = [
            _event(slot, part, fields, around, now, civil)
            for part, fields in enumerate(fields_of(slot, around, now.astimezone(civil).date(), display_id))
            if fields is not None
        ]
        count += bool(made)
        events += made
        zones |= {civil.key: civil} if made else {}
    for key in sorted(zones):
        calendar.add_component(_zone(zones[key], now.date()))
    for event in events:
        calendar.add_component(event)
    return bytes(calendar.to_ical()), count


def fields_of(slot: Slot, around: Surroundings, today: date, display_id: str = "") -> tuple[EventFields | None, ...]:
    """What other calendars are told of a slot, for each of its hours; None for those at which it never runs."""
    left_out = {day for exception in slot.exceptions for day in exception.dates if exception.display_id == display_id}
    return tuple(
        _fields(slot, hours, series_of(slot.recurrence, hours.weekdays, around.holidays, left_out, today))
        for hours in around.hours_of(slot)
    )


def uid_of(slot_id: str, part: int) -> str:
    """The lasting name of an event: that of the slot, with a number from the second hours of a daypart on."""
    return f"{slot_id}.{part}@{HOST}" if part else f"{slot_id}@{HOST}"


def _fields(slot: Slot, hours: Hours, series: Series | None) -> EventFields | None:
    if series is None:
        return None
    whole_day = hours.starts == hours.ends == time(0)
    last = series.first if hours.ends > hours.starts else series.first + _ONE_DAY
    return EventFields(
        name=slot.name,
        starts=datetime.combine(series.first, hours.starts),
        ends=datetime.combine(last, hours.ends),
        whole_day=whole_day,
        rule=series.rule,
        until=series.until,
        includes=series.includes,
        excludes=series.excludes,
    )


def _event(slot: Slot, part: int, fields: EventFields, around: Surroundings, now: datetime, civil: ZoneInfo) -> Event:
    event = Event()
    event.add("UID", uid_of(slot.id, part))
    event.add("DTSTAMP", now.replace(microsecond=0))
    event.add("SUMMARY", fields.name)
    event.add("DTSTART", _moment(fields.starts, fields, civil))
    event.add("DTEND", _moment(fields.ends, fields, civil))
    if fields.rule:
        event.add("RRULE", vRecur.from_ical(_with_until(fields, civil)))
    for property_name, days in (("RDATE", fields.includes), ("EXDATE", fields.excludes)):
        if days:
            at = fields.starts.time()
            event.add(property_name, [_moment(datetime.combine(day, at), fields, civil) for day in days])
    walls = [around.displays[each].name for each in slot.display_ids if each in around.displays]
    event.add("LOCATION", ", ".join(walls[:50]))
    event.add("DESCRIPTION", around.playlist_names.get(slot.playlist_id, slot.playlist_id))
    event.add("TRANSP", "TRANSPARENT")
    event.add(SLOT_LINE, base64.b64encode(canonical_bytes(slot_to_dict(slot))).decode())
    event.add(SEEN_LINE, fields.digest())
    event.add(PART_LINE, f"{part + 1}/{len(around.hours_of(slot))}")
    return event


def _moment(civil: datetime, fields: EventFields, zone: ZoneInfo) -> date | datetime:
    return civil.date() if fields.whole_day else civil.replace(tzinfo=zone)


def _with_until(fields: EventFields, zone: ZoneInfo) -> str:
    """RFC 5545, 3.3.10: UNTIL is a date where the event is of whole days, else an instant in UTC."""
    if fields.until is None:
        return fields.rule
    if fields.whole_day:
        return f"{fields.rule};UNTIL={fields.until:%Y%m%d}"
    instant = datetime.combine(fields.until, fields.starts.time(), zone).astimezone(UTC)
    return f"{fields.rule};UNTIL={instant:%Y%m%dT%H%M%SZ}"


def _zone(civil: ZoneInfo, today: date) -> Timezone:
    """The zone's rules for the years around today, for calendars that do not know it."""
    return Timezone.from_tzinfo(civil, civil.key, today - timedelta(days=370), today + HORIZON)
