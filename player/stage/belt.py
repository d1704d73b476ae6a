"""The arithmetic of running text: an endless belt of texts, and which of its pixels stands at the left edge when.

Belt pixels are counted from the first text's left edge, and only grow. The belt is cut into chunks of equal width,
which can be painted one after the other.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

CHUNK_PX = 512
NEAR = 0.03
"""A speed this near to whole pixels a refresh is taken as whole: then no pixel is ever blended."""


def step_px(speed_px_s: float, period_ns: int) -> float:
    """Pixels a refresh: exactly even steps, of whole pixels where the speed is within three parts of a hundred."""
    step = speed_px_s * period_ns / 1e9
    whole = round(step)
    return float(whole) if whole and abs(step - whole) <= NEAR * whole else step


@dataclass(frozen=True, slots=True)
class Piece:
    """A text's appearance on the belt: the text's number in `texts` of the belt, and its first and last pixel + 1."""

    text: int
    starts_px: int
    ends_px: int
    edition: int


class Belt:
    """Texts of `widths`, one after another without an end; the widths include what stands between two texts."""

    def __init__(self, widths: Sequence[int], from_px: int = 0) -> None:
        self._widths = tuple(max(1, width) for width in widths)
        self.edition = 0
        self._next_text, self._next_px = 0, from_px
        self._pieces: deque[Piece] = deque()

    @property
    def length_px(self) -> int:
        """Once round all texts."""
        return sum(self._widths)

    @property
    def editions(self) -> set[int]:
        """The editions of texts that are still on the belt, or are put on it now."""
        return {piece.edition for piece in self._pieces} | {self.edition}

    def pieces(self, from_px: float, to_px: float) -> Iterator[Piece]:
        """The pieces between two places of the belt, in order. What lies before `from_px` is never asked for again."""
        while self._next_px < to_px:
            width = self._widths[self._next_text]
            self._pieces.append(Piece(self._next_text, self._next_px, self._next_px + width, self.edition))
            self._next_text = (self._next_text + 1) % len(self._widths)
            self._next_px += width
        yield from (piece for piece in self._pieces if piece.ends_px > from_px and piece.starts_px < to_px)

    def forget(self, before_px: float) -> None:
        """Drop the pieces that lie wholly before this place."""
        while self._pieces and self._pieces[0].ends_px <= before_px:
            self._pieces.popleft()

    def change(self, widths: Sequence[int], right_px: float) -> int:
        """Other texts from now on, behind those that have begun to show left of `right_px`; says where they begin."""
        begun = [piece for piece in self._pieces if piece.starts_px < right_px]
        self._pieces = deque(begun)
        self._next_px = max(begun[-1].ends_px if begun else 0, int(right_px))
        self._next_text = 0
        self.edition += 1
        self._widths = tuple(max(1, width) for width in widths)
        return self._next_px


def chunks(from_px: float, to_px: float) -> range:
    """The numbers of the chunks that lie between two places."""
    return range(int(from_px // CHUNK_PX), int(-(-to_px // CHUNK_PX)))
