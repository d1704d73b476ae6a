"""A hub's slots out to a calendar file, and a file's events in, for desks and commands alike."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import TypeVar

from displayctl.api.client import HubClient
from displayctl.api.models import Batch, Document, Part, PartKind
from displayctl.desk.calendars.lines import read_calendar
from displayctl.desk.calendars.plan import Held, ImportPlan, Proposal, Target, plan_import, steps_of
from displayctl.desk.calendars.reading import read_events
from displayctl.desk.calendars.writing import Surroundings, write_calendar
from displayctl.errors import CalendarRefused
from schedules import codec
from schedules.daypart import Daypart
from schedules.display import Display, zone
from schedules.recurrence import HolidaySet
from schedules.slot import Slot

T = TypeVar("T")
MOST_SLOTS = 5000


@dataclass(frozen=True, slots=True)
class Bookings:
    """What there is to exchange: slots with their versions, and what they refer to, each by id."""

    slots: Mapping[str, Slot]
    versions: Mapping[str, int]
    displays: Mapping[str, Display]
    playlist_names: Mapping[str, str]
    dayparts: Mapping[str, Daypart]
    holidays: Mapping[str, HolidaySet]

    def around(self) -> Surroundings:
        return Surroundings(self.displays, self.playlist_names, self.dayparts, self.holidays)

    def held(self) -> Held:
        return Held(
            self.slots,
            frozenset(self.displays),
            frozenset(self.playlist_names),
            frozenset(self.dayparts),
            self.holidays,
        )


def fetch_bookings(client: HubClient) -> Bookings:
    """Everything that a calendar may say. Raises HubError."""
    slots = client.parts(PartKind.SLOT)
    return Bookings(
        slots={part.id: codec.slot_from_dict(part.value) for part in slots},
        versions={part.id: part.version for part in slots},
        displays=_by_id(client.parts(PartKind.DISPLAY), codec.display_from_dict),
        playlist_names={part.id: str(part.value["name"]) for part in client.parts(PartKind.PLAYLIST)},
        dayparts=_by_id(client.parts(PartKind.DAYPART), codec.daypart_from_dict),
        holidays=_by_id(client.parts(PartKind.HOLIDAYS), codec.holiday_set_from_dict),
    )


def export_calendar(bookings: Bookings, display_id: str, now: datetime) -> tuple[bytes, int]:
    """The slots of a wall (empty: of all walls) as a file, and how many there are in it. Raises CalendarRefused."""
    chosen = [slot for slot in bookings.slots.values() if not display_id or display_id in slot.display_ids]
    if len(chosen) > MOST_SLOTS:
        raise CalendarRefused(f"{len(chosen)} slots are too many for a calendar; export one wall at a time")
    name = bookings.displays[display_id].name if display_id else "displayctl"
    return write_calendar(sorted(chosen, key=_by_name), bookings.around(), name, now, display_id)


def plan_calendar(data: bytes, bookings: Bookings, target: Target, now: datetime) -> ImportPlan:
    """What taking in a file would do. Raises CalendarRefused; UnknownName where a wall of `target` is not there."""
    walls = zone(bookings.displays[target.display_ids[0]].time_zone)
    now = now.replace(microsecond=now.microsecond // 1000 * 1000)
    events = read_events(read_calendar(data), walls)
    return plan_import(events, bookings.held(), target, now, now.astimezone(walls).date())


def take_in(client: HubClient, proposals: Iterable[Proposal], versions: Mapping[str, int]) -> tuple[Part, ...]:
    """Do what `proposals` say, all or nothing. Raises HubError; Conflict where a slot was changed since."""
    steps = steps_of(proposals, versions)
    return client.batch(Batch(steps=steps)) if steps else ()


def _by_id(parts: Iterable[Part], read: Callable[[Document], T]) -> dict[str, T]:
    return {part.id: read(part.value) for part in parts}


def _by_name(slot: Slot) -> tuple[str, str]:
    return slot.name.casefold(), slot.id
