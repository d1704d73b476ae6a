"""Turns frames that come at any times into frames at a wall's constant rate, exactly as many as asked for."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from typing import Generic, TypeVar

Picture = TypeVar("Picture")


class Cadence(Generic[Picture]):
    """Frame k of the result is the newest that began by k / `frame_rate`, rounded to the nearest frame.

    Frames are pushed with the second at which they begin, in order and from about 0. Exactly `total` come out over
    all pushes and `finish`: the last one is held where the source ends early, and what comes later is dropped.
    """

    def __init__(self, frame_rate: int, total: int) -> None:
        self._frame_rate = frame_rate
        self._total = total
        self._shown: Picture | None = None
        self.emitted = 0

    def push(self, begins: Fraction, picture: Picture) -> Iterator[tuple[int, Picture]]:
        """The frames, numbered from 0, that are settled now that `picture` begins."""
        due = int(begins * self._frame_rate + Fraction(1, 2))
        yield from self._emit_until(min(due, self._total))
        self._shown = picture

    def finish(self) -> Iterator[tuple[int, Picture]]:
        """What is left up to the last frame; nothing at all if no frame ever came."""
        yield from self._emit_until(self._total)

    def _emit_until(self, end: int) -> Iterator[tuple[int, Picture]]:
        if self._shown is None:
            return
        while self.emitted < end:
            yield self.emitted, self._shown
            self.emitted += 1


def frames_for(seconds: Fraction, frame_rate: int) -> int:
    """How many frames `seconds` fill, to the nearest whole one, and never less than half a second's worth."""
    return max(int(seconds * frame_rate + Fraction(1, 2)), -(-frame_rate // 2))
