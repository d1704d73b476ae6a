"""Planned against played, in whole microseconds: what is missing, why, and what was shown beyond the plan."""

from __future__ import annotations

from dataclasses import dataclass

from displayctl.hub.airtime.promised import Promise

OVERLAID, HELD, DOWN, UNREPORTED, REFUSED = "overlaid", "held", "down", "unreported", "refused"
NEVER_SHOWN = (OVERLAID, HELD, DOWN, UNREPORTED)
"""Stretches in which the programme certainly did not show, or nobody knows; they have no instant in common."""


@dataclass(frozen=True, slots=True)
class Reckoned:
    """How a promise was kept, in microseconds. ``planned + extra == played + missing``, and `missing` is the sum of the
    reasons. `other` is what no record explains: seams, items cut short, an older programme on the wall.
    """

    planned: int
    played: int
    overlaid: int = 0
    held: int = 0
    down: int = 0
    unreported: int = 0
    refused: int = 0
    other: int = 0
    extra: int = 0

    @property
    def missing(self) -> int:
        return self.overlaid + self.held + self.down + self.unreported + self.refused + self.other


def reckon(promise: Promise, played: int) -> Reckoned:
    """What became of `promise`, of which `played` microseconds were seen.

    What lay in stretches without the programme is missing whatever was shown at other times; only the rest is held
    against what was played. A refused programme explains no more of it than it had to show then.
    """
    known = {name: promise.lost.get(name, 0) for name in NEVER_SHOWN}
    rest = promise.aired - sum(known.values()) - played
    unexplained = max(0, rest)
    refused = min(unexplained, promise.lost.get(REFUSED, 0))
    return Reckoned(
        planned=promise.aired,
        played=played,
        **known,
        refused=refused,
        other=unexplained - refused,
        extra=max(0, -rest),
    )
