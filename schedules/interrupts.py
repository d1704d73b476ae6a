"""Interrupts: clips that play some times an hour on top of a loop, placed so that they seldom cut a clip in half.

An interrupt with n plays an hour has a turn every hour/n from the start of its occurrence, with the entries of its
playlist in rotation. A turn belongs to the first piece of the loop beneath, between its ideal instant and its next
turn, that has no higher priority and room for it. There it begins with the first item of the loop that begins within
half a gap, else at once; where interrupts collide the better rank goes first and the other directly behind it. A turn
that cannot end before the next one, its occurrence or its validity does, is left out. The loop pauses meanwhile.

Everything is decided within one piece of the loop beneath, from its start on, and so depends on nothing further away.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from heapq import heapify, heappop, heappush

from schedules.bookings import Bookings, Occurrence
from schedules.claims import Piece
from schedules.instants import SECOND, ticks, ticks_in
from schedules.ranks import Rank
from schedules.rotation import Item
from schedules.slot import Slot, SlotKind

_HOUR_MS, _MS = 3_600_000, 1000
LONGEST_GAP = 3600 * SECOND


@dataclass(frozen=True, slots=True)
class Turn:
    """One play that is due: from `ideal` on, wholly before `deadline`, moved by `patience` at most for a clean cut."""

    slot: Slot
    rank: Rank
    item: Item
    ideal: int
    deadline: int
    length: int
    patience: int


@dataclass(frozen=True, slots=True)
class Play:
    """A turn that found its place, from `starts` for the length of the turn."""

    starts: int
    turn: Turn

    @property
    def ends(self) -> int:
        return self.starts + self.turn.length


def turn_at(occurrence: Occurrence, number: int) -> int:
    """The ideal instant of the turn with this number from 0, in ticks: a whole millisecond after the start."""
    return occurrence.starts + number * _HOUR_MS // (occurrence.slot.plays_per_hour or 1) * _MS


def turns_of(bookings: Bookings, occurrence: Occurrence, starts: int, ends: int) -> Iterator[Turn]:
    """The turns of an occurrence whose ideal instants lie from `starts` up to `ends`."""
    slot, rotation = occurrence.slot, bookings.rotation(occurrence.slot.playlist_id)
    per_hour, last = slot.plays_per_hour or 1, min(occurrence.ends, bookings.over)
    number = max(0, (starts - occurrence.starts) * per_hour // LONGEST_GAP)
    while (ideal := turn_at(occurrence, number)) < min(ends, last):
        cycle, following = rotation.at(ideal), turn_at(occurrence, number + 1)
        if ideal >= starts and cycle.items:
            item = cycle.items[number % len(cycle.items)]
            deadline = min(following, last, ticks(item.valid_until) if item.valid_until else last)
            yield Turn(
                slot,
                occurrence.rank,
                replace(item, offset=timedelta(0)),
                ideal,
                deadline,
                ticks_in(item.duration),
                (following - ideal) // 2,
            )
        number += 1


def plays_in(bookings: Bookings, pieces: Sequence[Piece], first: int, last: int) -> dict[int, list[Play]]:
    """The plays in the pieces from index `first` up to `last`, by index of the piece, in order.

    The pieces before `first` have to reach back by an hour.
    """
    starts, ends = pieces[first].starts - LONGEST_GAP, pieces[last - 1].ends
    by_piece: dict[int, list[Turn]] = {}
    for slot in bookings.slots:
        if slot.kind is not SlotKind.INTERRUPT:
            continue
        for occurrence in bookings.occurrences(slot, starts, ends):
            for turn in turns_of(bookings, occurrence, starts, ends):
                index = _piece_for(turn, pieces)
                if index is not None and first <= index < last:
                    by_piece.setdefault(index, []).append(turn)
    return {index: place(pieces[index], turns) for index, turns in by_piece.items()}


def place(piece: Piece, turns: Iterable[Turn]) -> list[Play]:
    """Where in `piece` the `turns` that belong to it are played, in order; those without room are left out."""
    pending = sorted(turns, key=lambda turn: (turn.ideal, turn.rank))
    plays: list[Play] = []
    ready: list[tuple[Rank, int, Turn]] = []  # may follow the play that has just ended
    index, now, paused = 0, piece.starts, 0
    while ready or index < len(pending):
        if ready:
            turn = heappop(ready)[2]
            if now + turn.length > min(turn.deadline, piece.ends):
                continue
            play = Play(now, turn)
        else:
            play, index, ready = _next_play(piece, pending, index, paused)
        plays.append(play)
        now, paused = play.ends, paused + play.turn.length
        while index < len(pending) and pending[index].ideal <= now:
            heappush(ready, (pending[index].rank, index, pending[index]))
            index += 1
    return plays


def _next_play(
    piece: Piece, pending: Sequence[Turn], index: int, paused: int
) -> tuple[Play, int, list[tuple[Rank, int, Turn]]]:
    """The first play while the loop runs, how far `pending` was taken, and the turns that wait behind that play."""
    waiting: list[tuple[int, Rank, int, Turn]] = []
    while index < len(pending) and (not waiting or pending[index].ideal <= waiting[0][0]):
        turn = pending[index]
        heappush(waiting, (_wanted(piece, turn, paused), turn.rank, index, turn))
        index += 1
    starts, _, _, turn = heappop(waiting)
    ready = [(rank, number, other) for _, rank, number, other in waiting]
    heapify(ready)
    return Play(starts, turn), index, ready


def _wanted(piece: Piece, turn: Turn, paused: int) -> int:
    """When `turn` would like to begin: with an item of the loop, if one begins soon enough, else at once."""
    at_once, cycle = max(turn.ideal, piece.starts), piece.claim.cycle
    if not cycle.items:
        return at_once
    boundary = at_once + cycle.until_boundary(at_once - piece.claim.anchor - paused)
    fits = boundary + turn.length <= min(turn.deadline, piece.ends)
    return boundary if fits and boundary - turn.ideal <= turn.patience else at_once


def _piece_for(turn: Turn, pieces: Sequence[Piece]) -> int | None:
    """The index of the first piece in which `turn` may play and, alone, fits."""
    index = max(0, bisect_right(pieces, turn.ideal, key=lambda piece: piece.starts) - 1)
    while index < len(pieces) and pieces[index].starts < turn.deadline:
        piece = pieces[index]
        room = min(turn.deadline, piece.ends) - max(turn.ideal, piece.starts)
        if piece.claim.priority <= turn.slot.priority and room >= turn.length:
            return index
        index += 1
    return None
