"""From a request to a booking: the playlist and the slot that its wishes come to."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from math import ceil

from displayctl.api.requests import RequestBrief, Wish
from schedules.daypart import Hours
from schedules.playlist import Playlist, PlaylistEntry
from schedules.recurrence import Recurrence
from schedules.slot import Slot, SlotKind

LONGEST_WITHOUT_END = timedelta(days=6)
"""How long something is booked whose last day nobody wished for: a week."""
MOST_AN_HOUR = 60
_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")


@dataclass(frozen=True, slots=True)
class BookingPlan:
    """What is booked. `hours` None is all day; `weekdays` empty every day; `per_hour` 0 fills its hours as a loop."""

    name: str
    walls: tuple[str, ...]
    first: date
    last: date
    weekdays: tuple[int, ...] = ()
    hours: Hours | None = None
    per_hour: int = 0

    def recurrence(self) -> Recurrence:
        """On which days."""
        if not self.weekdays or len(self.weekdays) == len(_CODES):
            return Recurrence(first=self.first, last=self.last)
        days = ",".join(_CODES[day] for day in self.weekdays)
        return Recurrence(first=self.first, last=self.last, rule=f"FREQ=WEEKLY;BYDAY={days}")

    def slot(self, slot_id: str, playlist_id: str, now: datetime) -> Slot:
        """The slot, to be stored. Raises InvalidValue, as without a wall."""
        return Slot(
            id=slot_id,
            name=self.name,
            playlist_id=playlist_id,
            display_ids=self.walls,
            recurrence=self.recurrence(),
            created_at=now.replace(microsecond=now.microsecond // 1000 * 1000),
            hours=self.hours,
            kind=SlotKind.INTERRUPT if self.per_hour else SlotKind.LOOP,
            plays_per_hour=self.per_hour or None,
        )


def planned(request: RequestBrief, known_walls: Iterable[str], today: date) -> BookingPlan:
    """What the wishes of `request` come to; what it leaves open is every wall, all day, for a week from today."""
    wish, known = request.wish, tuple(known_walls)
    first = max(wish.first or today, today)
    last = max(wish.last or first + LONGEST_WITHOUT_END, first)
    walls = tuple(wall for wall in wish.walls if wall in known) or known
    hours = hours_of(wish)
    return BookingPlan(request.title, walls, first, last, wish.weekdays, hours, _per_hour(wish, hours))


def playlist_of(request: RequestBrief, playlist_id: str, media: Iterable[str]) -> Playlist:
    """A playlist that shows these media, each for its own length."""
    return Playlist(playlist_id, request.title, tuple(PlaylistEntry(medium_id) for medium_id in media))


def hours_of(wish: Wish) -> Hours | None:
    """The hours that are wished for; None for all day. An end alone begins, and a beginning alone ends, at midnight."""
    if not wish.starts and not wish.ends:
        return None
    starts = time.fromisoformat(wish.starts) if wish.starts else time(0)
    ends = time.fromisoformat(wish.ends) if wish.ends else time(0)
    return None if starts == ends == time(0) else Hours(starts, ends)


def _per_hour(wish: Wish, hours: Hours | None) -> int:
    """How many times an hour so many a day are."""
    if not wish.times_a_day:
        return 0
    day = timedelta(days=1)
    length = day
    if hours is not None:
        span = datetime.combine(date.min, hours.ends) - datetime.combine(date.min, hours.starts)
        length = span % day or day
    return min(MOST_AN_HOUR, max(1, ceil(wish.times_a_day / (length / timedelta(hours=1)))))
