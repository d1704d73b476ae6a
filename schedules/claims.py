"""Who claims a wall when, and who gets it: slots, filler and slate as claims, settled by one sweep over time.

A claim holds a stretch of time with one cycle of items. At every instant the claim of the best rank is on the wall.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from heapq import heappop, heappush
from operator import attrgetter
from typing import NamedTuple

from schedules.proof import ShowingKind
from schedules.ranks import Rank
from schedules.rotation import Cycle


class Claim(NamedTuple):
    """A wish for the wall from `starts` to `ends` (ticks), with a loop that is at its beginning at `anchor`.

    Made by the ten thousand, and so a named tuple.
    """

    starts: int
    ends: int
    rank: Rank
    kind: ShowingKind
    slot_id: str
    playlist_id: str
    anchor: int
    cycle: Cycle

    @property
    def priority(self) -> int:
        return -self.rank[0]


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of time, in ticks, in which one claim has the wall without a break."""

    starts: int
    ends: int
    claim: Claim


def settle(claims: Sequence[Claim], starts: int, ends: int) -> list[Piece]:
    """Touching pieces from `starts` to `ends`, which the claims together have to cover. n claims take n log n."""
    pending = sorted(claims, key=attrgetter("starts"))
    waiting: list[tuple[Rank, int, Claim]] = []
    pieces: list[Piece] = []
    index, now = 0, starts
    while now < ends:
        while index < len(pending) and pending[index].starts <= now:
            heappush(waiting, (pending[index].rank, index, pending[index]))
            index += 1
        while waiting[0][2].ends <= now:
            heappop(waiting)
        winner = waiting[0][2]
        until = min(winner.ends, ends)
        while index < len(pending) and pending[index].starts < until:
            claim = pending[index]
            if claim.rank < winner.rank:
                until = claim.starts
                break
            heappush(waiting, (claim.rank, index, claim))
            index += 1
        pieces.append(Piece(now, until, winner))
        now = until
    return pieces
