"""Airtime by shares: how often and in which order entries play, so that their seconds on air fit their shares."""

from __future__ import annotations

from collections.abc import Sequence

MOST_PLAYS = 10_000
_CLOSE = 0.01


def interleave(shares: Sequence[int], lengths: Sequence[int]) -> tuple[int, ...]:
    """The order of one cycle, as indexes of entries with these `shares` and `lengths` (any unit, at least 1).

    Seconds on air, not plays, are in proportion to the shares: each entry's part of the cycle is less than two
    percentage points off, wherever 10,000 plays are enough for that. Every entry plays at least once, and its plays
    are spread evenly through the cycle. Equal input gives equal output.
    """
    if not shares:
        return ()
    counts = _counts(shares, lengths)
    places = ((2 * turn + 1, 2 * count, index) for index, count in enumerate(counts) for turn in range(count))
    return tuple(index for _, index in sorted((top / bottom, index) for top, bottom, index in places))


def _counts(shares: Sequence[int], lengths: Sequence[int]) -> list[int]:
    """Plays of each entry in a cycle: the shortest cycle that is close to the shares, else the closest one."""
    rates = [share / length for share, length in zip(shares, lengths, strict=True)]
    # Beyond a scale of 64 rounding changes no count by a hundredth, so the search ends long before the bound.
    rarest, coarsest = min(rates), MOST_PLAYS / 2 / sum(rates)
    best, least = [1] * len(rates), 1.0
    scale = 0.0
    while least >= _CLOSE and scale < coarsest:
        scale = min(scale + 1 / rarest, coarsest)
        counts = [max(1, round(rate * scale)) for rate in rates]
        error = _worst(counts, shares, lengths)
        if error < least:
            best, least = counts, error
    return best


def _worst(counts: Sequence[int], shares: Sequence[int], lengths: Sequence[int]) -> float:
    """The largest difference between a part of the airtime and its share, as a fraction of the cycle."""
    cycle = sum(count * length for count, length in zip(counts, lengths, strict=True))
    total = sum(shares)
    parts = zip(counts, lengths, shares, strict=True)
    return max(abs(count * length / cycle - share / total) for count, length, share in parts)
