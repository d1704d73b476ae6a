"""One loop region's side of a programme: its slots, when they occur in UTC, and what each playlist plays in it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from typing import NamedTuple

from schedules.daypart import ALL_DAY, Hours, hours_ticks
from schedules.display import zone
from schedules.instants import instant_at, ticks
from schedules.programme import Programme
from schedules.ranks import Rank, rank_of
from schedules.recurrence import occurrence_dates
from schedules.region import MAIN, loop_name
from schedules.rotation import Rotation
from schedules.slot import Slot

_ONE_DAY = timedelta(days=1)


class Occurrence(NamedTuple):
    """One stretch, in ticks, for which `slot` is booked; it begins on the civil `day`. Made by the ten thousand."""

    slot: Slot
    day: date
    starts: int
    ends: int
    rank: Rank


class Bookings:
    """A programme as one loop `region` of a display sees it; empty is the main picture.

    `filler_id` and `slate_id` are what it shows where nothing is booked. Raises UnknownName for a display that is not
    in the programme, InvalidValue for a region that the display does not have.
    """

    def __init__(self, programme: Programme, display_id: str, region: str = "") -> None:
        self.programme = programme
        self.display = programme.display(display_id)
        self.region = loop_name(region)
        self.format = self.display.format_of(region)
        self.filler_id, self.slate_id = programme.filler_id, programme.slate_id
        if self.region:
            self.filler_id, self.slate_id = self.display.region(self.region).playlist_id, None
        self.zone = zone(self.display.time_zone)
        names = (self.region,) if self.region else ("", MAIN)
        self.slots = tuple(slot for slot in programme.slots if slot.region in names and display_id in slot.display_ids)
        self.volumes = {slot.id: slot.volume for slot in self.slots}
        self.media = {medium.id: medium for medium in programme.media}
        self.holidays = {holidays.id: holidays for holidays in programme.holidays}
        self.over = ticks(programme.valid_until)
        self._playlists = {playlist.id: playlist for playlist in programme.playlists}
        self._dayparts = {daypart.id: daypart.hours for daypart in programme.dayparts}
        self._rotations: dict[str, Rotation] = {}

    def hours(self, slot: Slot) -> tuple[Hours, ...]:
        """The hours at which `slot` occurs on a day of its recurrence."""
        if slot.daypart_id is not None:
            return self._dayparts[slot.daypart_id]
        return (slot.hours or ALL_DAY,)

    def excepted(self, slot: Slot) -> frozenset[date]:
        """The dates on which `slot` leaves out this display."""
        excepted = (e.dates for e in slot.exceptions if e.display_id == self.display.id)
        return frozenset(next(excepted, ()))

    def rotation(self, playlist_id: str) -> Rotation:
        """What the playlist plays on this display."""
        if playlist_id not in self._rotations:
            playlist = self._playlists[playlist_id]
            self._rotations[playlist_id] = Rotation(playlist, self.media, self.format)
        return self._rotations[playlist_id]

    def occurrences(self, slot: Slot, starts: int, ends: int) -> Iterator[Occurrence]:
        """The occurrences of `slot` that have a part between two instants (ticks), each in its full length."""
        hours, excepted, created = self.hours(slot), self.excepted(slot), ticks(slot.created_at)
        first, last = self.civil_day(starts) - _ONE_DAY, self.civil_day(ends)
        for day in occurrence_dates(slot.recurrence, self.holidays, first, last):
            if day in excepted:
                continue
            weekday = day.weekday()
            for part in hours:
                if weekday in part.weekdays and (found := hours_ticks(part, day, self.zone)):
                    begins, until = found
                    if begins < ends and until > starts:
                        rank = rank_of(slot.priority, until - begins, created, slot.id, begins)
                        yield Occurrence(slot, day, begins, until, rank)

    def civil_day(self, when: int) -> date:
        """The date on the display's clocks."""
        return instant_at(when).astimezone(self.zone).date()

    def civil_days(self, starts: int, ends: int) -> Iterator[tuple[int, int]]:
        """The civil days, in ticks, that have a part between two instants."""
        day = self.civil_day(starts)
        while day <= self.civil_day(ends - 1):
            found = hours_ticks(ALL_DAY, day, self.zone)
            if found:
                yield found
            day += _ONE_DAY
