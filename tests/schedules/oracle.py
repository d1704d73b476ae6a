"""A slow and simple second opinion: asks at each instant which slots want the wall, with none of the product's parts.

Civil times are found by looking at the clocks minute by minute; rules of recurrence by walking dateutil from the first
day; interrupts by letting a loop run second by second.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo

from dateutil.rrule import rrulestr

from schedules.playlist import PlaylistEntry
from schedules.programme import Programme
from schedules.recurrence import Recurrence
from schedules.slot import Slot, SlotKind

SECOND, MINUTE, DAY = timedelta(seconds=1), timedelta(minutes=1), timedelta(days=1)
STEP = timedelta(minutes=5)  # all that the strategies draw begins and ends on such an instant


@cache
def first_instant_showing(zone_name: str, day: date, at: time) -> datetime:
    """The first minute at which clocks show `at` on `day`, or later."""
    wanted, zone = datetime.combine(day, at), ZoneInfo(zone_name)
    instant = wanted.replace(tzinfo=UTC) - timedelta(hours=15)
    while instant.astimezone(zone).replace(tzinfo=None) < wanted:
        instant += MINUTE
    return instant


@dataclass(frozen=True)
class Turn:
    """An occurrence of a slot (None: filler and slate)."""

    slot: Slot | None
    starts: datetime
    ends: datetime
    kind: str


class Oracle:
    """Answers for one display of a programme."""

    def __init__(self, programme: Programme, display_id: str, first: date, last: date) -> None:
        self.programme = programme
        self.display = next(display for display in programme.displays if display.id == display_id)
        self.playlists = {playlist.id: playlist for playlist in programme.playlists}
        self.media = {medium.id: medium for medium in programme.media}
        self._playable: dict[tuple[str, datetime], list[tuple[str, timedelta]]] = {}
        days = [first + n * DAY for n in range((last - first).days + 1)]
        self.occurrences = [o for slot in programme.slots for o in self._occurrences(slot, days)]
        self.days = [Turn(None, self._instant(day, time()), self._instant(day + DAY, time()), "day") for day in days]

    def base_at(self, instant: datetime) -> tuple[str, str, str, timedelta]:
        """Kind, slot id, medium id and position in the loop, without interrupts."""
        occurrence, entries, anchor = self.loop_at(instant)
        if not entries:
            return occurrence.kind, "", "", instant - anchor
        position = (instant - anchor) % sum((length for _, length in entries), timedelta(0))
        slot_id = occurrence.slot.id if occurrence.slot else ""
        return occurrence.kind, slot_id, _entry_at(entries, position), position

    def loop_at(self, instant: datetime) -> tuple[Turn, list[tuple[str, timedelta]], datetime]:
        """The occurrence that has the wall, what it loops, and when that loop was at its beginning."""
        best = min((o for o in self._wanting(instant)), key=_precedence, default=None)
        if best is not None and best.slot is not None:
            playlist_id = best.slot.playlist_id
            return best, self.playable(playlist_id, instant), self._anchor(playlist_id, best.starts, instant)
        today = next(day for day in self.days if day.starts <= instant < day.ends)
        filler = self.programme.filler_id
        if filler is not None and self.playable(filler, instant):
            turn = Turn(None, today.starts, today.ends, "filler")
            return turn, self.playable(filler, instant), self._anchor(filler, today.starts, instant)
        return Turn(None, today.starts, today.ends, "slate"), self._slate(), today.starts

    def playable(self, playlist_id: str, instant: datetime) -> list[tuple[str, timedelta]]:
        if (playlist_id, instant) not in self._playable:
            self._playable[playlist_id, instant] = self._find_playable(playlist_id, instant)
        return self._playable[playlist_id, instant]

    def _find_playable(self, playlist_id: str, instant: datetime) -> list[tuple[str, timedelta]]:
        found = []
        for entry in self.playlists[playlist_id].entries:
            asset = self.media[entry.medium_id].asset_for(self.display.format)
            if asset is not None and _valid(entry, instant):
                found.append((entry.medium_id, entry.duration or asset.duration or timedelta(seconds=10)))
        return found

    def valid_entries(self, playlist_id: str, instant: datetime) -> list[tuple[str, timedelta, datetime | None]]:
        whole = self._whole(playlist_id, instant)
        lengths = self.playable(playlist_id, instant)
        return [(medium, length, entry.valid_until) for entry, (medium, length) in zip(whole, lengths, strict=True)]

    def _wanting(self, instant: datetime) -> Iterator[Turn]:
        if instant >= self.programme.valid_until:
            return
        for occurrence in self.occurrences:
            slot = occurrence.slot
            if slot is None or slot.kind is not SlotKind.LOOP or not occurrence.starts <= instant < occurrence.ends:
                continue
            if self.playable(slot.playlist_id, instant):
                yield occurrence

    def _anchor(self, playlist_id: str, starts: datetime, instant: datetime) -> datetime:
        anchor, now = starts, self._whole(playlist_id, starts)
        edges = {e for entry in self.playlists[playlist_id].entries for e in (entry.valid_from, entry.valid_until) if e}
        for edge in sorted(edges):
            if starts < edge <= instant and self._whole(playlist_id, edge) != now:
                anchor, now = edge, self._whole(playlist_id, edge)
        return anchor

    def _whole(self, playlist_id: str, instant: datetime) -> list[PlaylistEntry]:
        entries = self.playlists[playlist_id].entries
        known = [e for e in entries if self.media[e.medium_id].asset_for(self.display.format)]
        return [entry for entry in known if _valid(entry, instant)]

    def _slate(self) -> list[tuple[str, timedelta]]:
        slate = self.programme.slate_id
        asset = self.media[slate].asset_for(self.display.format) if slate else None
        return [(slate, asset.duration or DAY)] if slate and asset else []

    def _occurrences(self, slot: Slot, days: list[date]) -> Iterator[Turn]:
        dayparts = {daypart.id: daypart for daypart in self.programme.dayparts}
        parts = dayparts[slot.daypart_id].hours if slot.daypart_id else (slot.hours,)
        left_out = {d for e in slot.exceptions if e.display_id == self.display.id for d in e.dates}
        for day in days:
            if self.display.id not in slot.display_ids or day in left_out or not self._happens(slot.recurrence, day):
                continue
            for part in parts:
                starts, ends = (part.starts, part.ends) if part else (time(), time())
                if part is None or day.weekday() in part.weekdays:
                    until = self._instant(day if starts < ends else day + DAY, ends)
                    if self._instant(day, starts) < until:
                        yield Turn(slot, self._instant(day, starts), until, "loop")

    def _happens(self, recurrence: Recurrence, day: date) -> bool:
        holidays = {holidays.id: holidays.dates for holidays in self.programme.holidays}
        if day < recurrence.first or (recurrence.last is not None and day > recurrence.last):
            return False
        if day in recurrence.except_dates or any(day in holidays[name] for name in recurrence.except_holidays):
            return False
        if day in recurrence.include_dates or any(day in holidays[name] for name in recurrence.include_holidays):
            return True
        if recurrence.rule:
            return day in walked(recurrence.rule, recurrence.first)
        return recurrence.last is not None or day == recurrence.first

    def _instant(self, day: date, at: time) -> datetime:
        return first_instant_showing(self.display.time_zone, day, at)


@cache
def walked(rule: str, first: date, until: date = date(2027, 1, 31)) -> frozenset[date]:
    """The dates of a rule as dateutil walks them from the first day."""
    midnight = datetime.combine(first, time())
    walk: Any = rrulestr(rule, dtstart=midnight)
    days = set()
    for moment in walk:
        if moment.date() > until:
            break
        days.add(moment.date())
    return frozenset(days)


def _precedence(occurrence: Turn) -> tuple[Any, ...]:
    slot = occurrence.slot
    assert slot is not None
    narrow = occurrence.ends - occurrence.starts
    return -slot.priority, narrow, -slot.created_at.timestamp(), slot.id, -occurrence.starts.timestamp()


def _valid(entry: PlaylistEntry, instant: datetime) -> bool:
    return (not entry.valid_from or entry.valid_from <= instant) and (
        not entry.valid_until or instant < entry.valid_until
    )


def _entry_at(entries: list[tuple[str, timedelta]], position: timedelta) -> str:
    for medium_id, length in entries:
        if position < length:
            return medium_id
        position -= length
    raise AssertionError("the position is beyond the loop")


@dataclass(frozen=True)
class Piece:
    """A stretch in which one loop, begun at `anchor`, has the wall."""

    starts: datetime
    ends: datetime
    priority: int
    entries: list[tuple[str, timedelta]]
    anchor: datetime


@dataclass(frozen=True)
class Due:
    """One play of an interrupt that is due."""

    precedence: tuple[Any, ...]
    slot_id: str
    medium_id: str
    length: timedelta
    ideal: datetime
    deadline: datetime
    gap: timedelta


def plays(oracle: Oracle, starts: datetime, ends: datetime) -> list[tuple[datetime, str, str]]:
    """When which interrupt begins with which medium, by letting every loop run second by second."""
    pieces = _pieces(oracle, starts, ends)
    told: list[tuple[datetime, str, str]] = []
    dues = [due for due in _dues(oracle) if starts <= due.ideal < ends]
    owners = [_owner(oracle, due, pieces) for due in dues]
    for index, piece in enumerate(pieces):
        mine = [due for due, owner in zip(dues, owners, strict=True) if owner == index]
        if mine:
            told.extend(_run(piece, mine))
    return told


def _pieces(oracle: Oracle, starts: datetime, ends: datetime) -> list[Piece]:
    pieces: list[Piece] = []
    holder: tuple[Turn, datetime] | None = None
    while starts < ends:
        occurrence, entries, anchor = oracle.loop_at(starts)
        if holder == (occurrence, anchor):
            pieces[-1] = Piece(pieces[-1].starts, starts + STEP, pieces[-1].priority, entries, anchor)
        else:
            priority = occurrence.slot.priority if occurrence.slot else -1
            pieces.append(Piece(starts, starts + STEP, priority, entries, anchor))
        holder = (occurrence, anchor)
        starts += STEP
    return pieces


def _dues(oracle: Oracle) -> Iterator[Due]:
    for occurrence in oracle.occurrences:
        slot = occurrence.slot
        if slot is None or slot.plays_per_hour is None:
            continue
        gap = timedelta(hours=1) / slot.plays_per_hour
        last = min(occurrence.ends, oracle.programme.valid_until)
        ideal, number = occurrence.starts, 0
        while ideal < last:
            entries = oracle.valid_entries(slot.playlist_id, ideal)
            if entries:
                medium_id, length, until = entries[number % len(entries)]
                deadline = min(ideal + gap, last, until or last)
                yield Due(_precedence(occurrence), slot.id, medium_id, length, ideal, deadline, gap)
            ideal, number = ideal + gap, number + 1


def _owner(oracle: Oracle, due: Due, pieces: list[Piece]) -> int | None:
    for index, piece in enumerate(pieces):
        room = min(piece.ends, due.deadline) - max(piece.starts, due.ideal)
        if room >= due.length and piece.priority <= -due.precedence[0]:
            return index
    return None


def _run(piece: Piece, dues: list[Due]) -> Iterator[tuple[datetime, str, str]]:
    now, paused, follows = piece.starts, timedelta(0), False
    while now < piece.ends:
        dues = [due for due in dues if now + due.length <= min(piece.ends, due.deadline)]
        wanting = [due for due in dues if due.ideal <= now and (follows or _wants(piece, due, paused) <= now)]
        follows = bool(wanting)
        if not dues:
            return
        if not wanting:
            now = max(now + SECOND, min(due.ideal for due in dues))
            continue
        chosen = min(wanting, key=lambda due: due.precedence)
        yield now, chosen.slot_id, chosen.medium_id
        dues.remove(chosen)
        now, paused = now + chosen.length, paused + chosen.length


def _wants(piece: Piece, due: Due, paused: timedelta) -> datetime:
    at_once = max(due.ideal, piece.starts)
    now = at_once
    while piece.entries and now - due.ideal <= due.gap / 2 and now + due.length <= min(piece.ends, due.deadline):
        if _begins_item(piece, now - piece.anchor - paused):
            return now
        now += SECOND
    return at_once


def _begins_item(piece: Piece, position: timedelta) -> bool:
    position %= sum((length for _, length in piece.entries), timedelta(0))
    for _, length in piece.entries:
        if position <= timedelta(0):
            return position == timedelta(0)
        position -= length
    return False
