"""Conflicts for the desk: which booked slot is hidden by which other one, for how long, and by which rule."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from schedules.claims import Claim, Piece
from schedules.instants import instant_at
from schedules.proof import ShowingKind
from schedules.ranks import LosingRule, rule_between
from schedules.span import Span

MOST_OVERLAPS = 100_000


@dataclass(frozen=True, slots=True)
class Overlap:
    """For `span` the slot `loser_id` is booked and playable, but `rule` gives the wall to the slot `winner_id`."""

    span: Span
    winner_id: str
    loser_id: str
    rule: LosingRule


class Contest:
    """Who wanted the wall (`claims`) and who had it (`pieces`) between two instants in ticks."""

    def __init__(self, claims: Sequence[Claim], pieces: Sequence[Piece], starts: int, ends: int) -> None:
        self._settled = claims, pieces, starts, ends

    @cached_property
    def overlaps(self) -> tuple[Overlap, ...]:
        """The overlaps in the order of the claims; no more than 100,000 of them."""
        return overlaps_in(*self._settled)


def overlaps_in(claims: Iterable[Claim], pieces: Sequence[Piece], starts: int, ends: int) -> tuple[Overlap, ...]:
    """The overlaps between two instants (ticks) in the order of `claims`; no more than 100,000 of them.

    An interrupt conflicts only with loops of a higher priority than its own.
    """
    edges = [piece.starts for piece in pieces]
    found: list[Overlap] = []
    for claim in claims:
        now, until = max(claim.starts, starts), min(claim.ends, ends)
        index = bisect_right(edges, now) - 1
        while now < until:
            piece = pieces[index]
            winner, next_edge = piece.claim, piece.ends if piece.ends < until else until
            if winner is not claim and (rule := _rule(winner, claim)):
                found.append(Overlap(_span(now, next_edge), winner.slot_id, claim.slot_id, rule))
            now, index = next_edge, index + 1
        if len(found) >= MOST_OVERLAPS:
            break
    return tuple(found[:MOST_OVERLAPS])


def _rule(winner: Claim, claim: Claim) -> LosingRule | None:
    """By which rule `winner`, who has the wall, hides `claim`; None where it does not. A closed wall hides nobody."""
    if winner.kind is ShowingKind.CLOSED:
        return None
    if claim.kind is ShowingKind.INTERRUPT:
        return LosingRule.LOWER_PRIORITY if winner.rank[0] < claim.rank[0] else None
    return rule_between(winner.rank, claim.rank) if winner.slot_id != claim.slot_id else None


@lru_cache(maxsize=1 << 14)
def _span(starts: int, ends: int) -> Span:
    """Bookings begin and end at the same few instants, so most overlaps share their spans."""
    return Span(instant_at(starts), instant_at(ends))
