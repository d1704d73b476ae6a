"""Sets of instants as stretches that do not touch: what is common to two, what is left of one, how long they are."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from displayctl.hub.repositories.presented import Stretch


@dataclass(frozen=True, slots=True)
class Stretches:
    """Stretches in order, in microseconds since 1970 (`schedules.instants`), half open, none of them empty."""

    all: tuple[Stretch, ...] = ()

    @classmethod
    def of(cls, given: Iterable[Stretch]) -> Stretches:
        """Any stretches, in any order; those that overlap or touch become one, empty ones none."""
        found: list[Stretch] = []
        for starts, ends in sorted(given):
            if ends <= starts:
                continue
            if found and starts <= found[-1][1]:
                found[-1] = (found[-1][0], max(ends, found[-1][1]))
            else:
                found.append((starts, ends))
        return cls(tuple(found))

    @property
    def length(self) -> int:
        """Microseconds, all together."""
        return sum(ends - starts for starts, ends in self.all)

    @property
    def longest(self) -> int:
        """Microseconds of the longest one; 0 where there is none."""
        return max((ends - starts for starts, ends in self.all), default=0)

    def within(self, starts: int, ends: int) -> Iterator[Stretch]:
        """What of them lies in ``[starts, ends)``."""
        at = bisect_right(self.all, starts, key=lambda each: each[1])
        while at < len(self.all) and self.all[at][0] < ends:
            yield max(starts, self.all[at][0]), min(ends, self.all[at][1])
            at += 1

    def meet(self, other: Stretches) -> Stretches:
        """What both have."""
        return Stretches(tuple(common for stretch in self.all for common in other.within(*stretch)))

    def join(self, other: Stretches) -> Stretches:
        """What one of them has."""
        return Stretches.of((*self.all, *other.all))

    def without(self, other: Stretches) -> Stretches:
        """What only this has."""
        found: list[Stretch] = []
        for starts, ends in self.all:
            at = starts
            for taken_from, taken_until in other.within(starts, ends):
                found.append((at, taken_from))
                at = taken_until
            found.append((at, ends))
        return Stretches(tuple((starts, ends) for starts, ends in found if starts < ends))

    def meet_for(self, other: Stretches, length: int) -> Stretches:
        """What both have, of those of these that have at least so many microseconds of it, in however many pieces."""
        found = ((*other.within(*stretch),) for stretch in self.all)
        kept = (pieces for pieces in found if sum(ends - starts for starts, ends in pieces) >= length)
        return Stretches(tuple(piece for pieces in kept for piece in pieces))
