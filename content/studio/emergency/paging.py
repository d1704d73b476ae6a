"""Parts the words of an emergency into pages: as few as keep the letters large, one under another and never cut."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache
from itertools import pairwise

from PySide6.QtGui import QFont

from content.studio.emergency.message import Words
from content.studio.emergency.page_room import PlacedText, Room
from content.studio.lettering import Block, Face, balanced_width, largest, lay_out

HEADLINE_FACE, POINT_FACE = Face(QFont.Weight.Bold), Face(QFont.Weight.DemiBold)
_GAP = 0.62  # between blocks, of the point's size
_LETTER = 0.3  # of the square of its size: less room than any text takes a letter
_ENDS = (".", "!", "?", ";")
_SEPARATOR = "\u00a0· "  # a line never begins with the dot


@dataclass(frozen=True, slots=True)
class PageText:
    """What one page says. Either may be empty, not both."""

    headline: str
    points: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Setting:
    """How words are set in a room: sizes in pixels to the em, the headline's share, whether lines are centred, and
    whether words may break `anywhere`.
    """

    room: Room
    least_px: int
    most_px: int
    headline_ratio: float
    centred: bool
    anywhere: bool = False

    def placed(self, page: PageText) -> tuple[PlacedText, ...]:
        """The letters of a page that `holds`, as large as the room allows."""
        ratio = self.headline_ratio if self._fits(page, self.least_px, self.headline_ratio) else 1.0
        most_px = max(self.least_px, self.most_px)
        size = largest(lambda px: self._fits(page, px, ratio), self.least_px, most_px)
        return self._stack(page, size or self.least_px, ratio)

    def holds(self, page: PageText, px: int) -> bool:
        """Whether the page fits at this size of its points; at the least size the headline may be as small as they."""
        return self._fits(page, px, self.headline_ratio) or (px == self.least_px and self._fits(page, px, 1.0))

    def _fits(self, page: PageText, px: int, ratio: float) -> bool:
        words, high = self.room.words, 0.0
        for number, part in enumerate(self._parts(page, px, ratio)):
            wide, part_high = _measured(*part, words.width_px, self.anywhere)
            high += part_high + (px * _GAP if number else 0.0)
            if wide > words.width_px or high > words.height_px:
                return False
        return True

    def _parts(self, page: PageText, px: int, ratio: float) -> Iterator[tuple[str, Face, int]]:
        if page.headline:
            yield page.headline, HEADLINE_FACE, max(self.least_px, round(px * ratio))
        for point in (_SEPARATOR.join(page.points),) if self.room.on_left and page.points else page.points:
            yield point, POINT_FACE, px

    def _stack(self, page: PageText, px: int, ratio: float) -> tuple[PlacedText, ...]:
        """Blocks one under another, in the middle of the room, each without a last line of a single word."""
        words = self.room.words
        blocks = [self._block(*part) for part in self._parts(page, px, ratio)]
        high = sum(block.height_px for block, _ in blocks) + px * _GAP * (len(blocks) - 1)
        placed, y = [], words.y_px + (words.height_px - high) / 2
        for block, width in blocks:
            placed.append(PlacedText(block, words.x_px + ((words.width_px - width) / 2 if self.centred else 0), y))
            y += block.height_px + px * _GAP
        return tuple(placed)

    def _block(self, text: str, face: Face, px: int) -> tuple[Block, float]:
        """A block and the width it was laid out in."""
        width = float(self.room.words.width_px)
        block = lay_out(text, face, px, width, centred=self.centred, anywhere=self.anywhere)
        if len(block.lines) > 1:
            width = balanced_width(text, face, px, width, anywhere=self.anywhere)
            block = lay_out(text, face, px, width, centred=self.centred, anywhere=self.anywhere)
        return block, width


@lru_cache(maxsize=4096)
def _measured(text: str, face: Face, px: int, width_px: int, anywhere: bool) -> tuple[float, float]:
    """Width and height of a text in lines of that width; asked for again and again while a size is searched."""
    block = lay_out(text, face, px, width_px, anywhere=anywhere)
    return block.width_px, block.height_px


class Pager:
    """Pages of the same words in the same setting, at one size after another."""

    def __init__(self, words: Words, setting: Setting) -> None:
        self.setting = setting
        self._words = words
        self._letters = sum(map(len, words.points))

    def pages(self, good_px: int, most_pages: int) -> tuple[PageText, ...] | None:
        """Pages whose letters reach `good_px` where they can, and the least size everywhere.

        None where it takes more than `most_pages`, or single words do not fit.
        """
        room = self.setting.room.words
        if self._letters * _LETTER * good_px * good_px > most_pages * room.width_px * room.height_px:
            return None  # it need not be tried
        whole = PageText(self._words.headline, self._words.points)
        if self.setting.holds(whole, good_px):
            return (whole,)
        greedy = self._greedy(good_px, most_pages)
        return None if greedy is None else self._evened(good_px, greedy)

    @cached_property
    def _points(self) -> tuple[str, ...]:
        pieces = (_pieces(point, self._words.headline, self.setting) for point in self._words.points)
        return tuple(piece for found in pieces for piece in found)

    def _greedy(self, px: int, most_pages: int) -> tuple[PageText, ...] | None:
        headline, setting = self._words.headline, self.setting
        pages: list[PageText] = []
        current = PageText(headline, ())
        for point in self._points:
            longer = replace(current, points=(*current.points, point))
            if setting.holds(longer, px) or (not current.points and _fits_alone(longer, setting)):
                current = longer
                continue
            pages.append(current)
            if len(pages) == most_pages:
                return None
            current = PageText(headline, (point,))
            if not _fits_alone(current, setting):
                current = PageText("", (point,))
        pages.append(current)
        return tuple(pages) if all(_fits_alone(page, setting) for page in pages) else None

    def _evened(self, px: int, greedy: tuple[PageText, ...]) -> tuple[PageText, ...]:
        """The same number of pages with as many points on each, where that fits: no last page of one word."""
        count = len(greedy)
        if count < 2 or not all(page.headline and page.points for page in greedy):
            return greedy
        points = self._points
        cuts = [round(number * len(points) / count) for number in range(count + 1)]
        even = tuple(PageText(self._words.headline, points[start:end]) for start, end in pairwise(cuts))
        return even if all(page.points and self.setting.holds(page, px) for page in even) else greedy


def _fits_alone(page: PageText, setting: Setting) -> bool:
    return setting.holds(page, setting.least_px)


def _pieces(point: str, headline: str, setting: Setting) -> Iterator[str]:
    """`point`, or where it alone is too long for a page, its sentences, or else as many words as fit."""
    words = point.split()
    if setting.holds(PageText(headline, (point,)), setting.least_px):
        yield point
        return
    while words:
        cut = _fitting(words, setting)
        yield " ".join(words[:cut])
        words = words[cut:]


def _fitting(words: list[str], setting: Setting) -> int:
    """How many of the first words go onto a page: all, else up to the end of a sentence, else as many as fit."""
    most = largest(lambda count: _fits_alone(_joined(words[:count]), setting), 1, len(words)) or 1
    ends = [number for number in range(most, most // 2, -1) if words[number - 1].endswith(_ENDS)]
    return ends[0] if ends and most < len(words) else most


def _joined(words: list[str]) -> PageText:
    return PageText("", (" ".join(words),))
