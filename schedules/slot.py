"""A slot is a booking: a playlist, on some displays, on some dates, at some hours, with a priority."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from schedules.checks import check_count, check_id, check_int, check_name, check_unique
from schedules.daypart import Hours
from schedules.errors import InvalidValue
from schedules.recurrence import Recurrence
from schedules.span import require_utc


class SlotKind(StrEnum):
    """A loop fills its hours; an interrupt plays one entry some times an hour on top of the loop."""

    LOOP = "loop"
    INTERRUPT = "interrupt"


@dataclass(frozen=True, slots=True)
class DisplayException:
    """On these `dates` (of the occurrence's start, in the display's time zone) the slot leaves out one display."""

    display_id: str
    dates: tuple[date, ...]

    def __post_init__(self) -> None:
        check_id("exception.display_id", self.display_id)
        check_count("exception.dates", self.dates, most=1000, least=1)


@dataclass(frozen=True, slots=True)
class Slot:
    """A booking.

    When: on the civil dates of `recurrence`, in `hours` or in the hours of `daypart_id`; with neither, all day.
    A recurrence's date is the one on which an occurrence *begins*. `plays_per_hour` belongs to interrupts.
    `region` names the region it is booked into, empty for the main picture. `volume`, in percent, is that of all it
    plays.
    """

    id: str
    name: str
    playlist_id: str
    display_ids: tuple[str, ...]
    recurrence: Recurrence
    created_at: datetime
    hours: Hours | None = None
    daypart_id: str | None = None
    priority: int = 50
    kind: SlotKind = SlotKind.LOOP
    plays_per_hour: int | None = None
    exceptions: tuple[DisplayException, ...] = ()
    region: str = ""
    volume: int = 100

    def __post_init__(self) -> None:
        check_id("slot.id", self.id)
        check_name("slot.name", self.name)
        check_id("slot.playlist_id", self.playlist_id)
        check_count("slot.display_ids", self.display_ids, most=10_000, least=1)
        check_unique("slot.display_ids", self.display_ids)
        for display_id in self.display_ids:
            check_id("slot.display_ids", display_id)
        require_utc("slot.created_at", self.created_at)
        if self.hours is not None and self.daypart_id is not None:
            raise InvalidValue("slot.daypart_id", "a slot has hours of its own or a daypart, not both")
        if self.daypart_id is not None:
            check_id("slot.daypart_id", self.daypart_id)
        check_int("slot.priority", self.priority, 0, 100)
        if self.kind is SlotKind.INTERRUPT:
            check_int("slot.plays_per_hour", self.plays_per_hour or 0, 1, 60)
        elif self.plays_per_hour is not None:
            raise InvalidValue("slot.plays_per_hour", "belongs to an interrupt; leave it out for a loop")
        check_count("slot.exceptions", self.exceptions, most=1000)
        check_unique("slot.exceptions", [exception.display_id for exception in self.exceptions])
        if self.region:
            check_id("slot.region", self.region)
        check_int("slot.volume", self.volume, 0, 100)
