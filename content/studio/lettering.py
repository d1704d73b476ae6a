"""Lays out text with Qt, which shapes Arabic, Javanese and emoji right, and finds the largest size that fits."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QTextLayout, QTextOption

from content.studio.fonts import cap_share, font, missing_glyph
from content.studio.pictograms import draw_pictogram

# Noto's own line height suits all its scripts and is loose for Latin, which sets well at this share of it.
_LATIN_PITCH, _LATIN_END, _ACCENT = 1.22, 0.25, 0.22
_LAST_LATIN = 0x024F
_LATIN_MARKS = "‐‑‒–—‘’‚“”„•…′″€"
_PARAGRAPH_GAP = 0.35
_ENDLESS_PX = 1_000_000.0


@dataclass(frozen=True, slots=True)
class Face:
    """How letters look, apart from their size. `tracking` is extra space in percent of each letter's width."""

    weight: QFont.Weight
    serif: bool = False
    tracking: int = 0

    def at(self, size_px: int) -> QFont:
        made = font(size_px, self.weight, serif=self.serif)
        if self.tracking:
            made.setLetterSpacing(QFont.SpacingType.PercentageSpacing, 100 + self.tracking)
        return made


@dataclass(frozen=True, slots=True)
class Line:
    """One laid out line: where it stands in the block, how wide its ink is, and the layout to draw."""

    layout: QTextLayout
    number: int
    top_px: float
    width_px: float
    left_px: float = 0.0


@dataclass(frozen=True, slots=True)
class Mark:
    """A sign in a block (see `content.studio.pictograms`): its square, from the corner of the block."""

    pictogram: str
    x_px: float
    y_px: float
    side_px: float


@dataclass(frozen=True, slots=True)
class Block:
    """Lines of text from the top of the first capital to the end of the last descender, and signs beside them."""

    lines: tuple[Line, ...]
    width_px: float
    height_px: float
    size_px: int
    marks: tuple[Mark, ...] = ()

    def draw(self, painter: QPainter, x_px: float, y_px: float, colour: str, mark_colour: str = "") -> None:
        """Draws the block with its upper left corner at (x_px, y_px); its signs in a colour of their own, if any."""
        for mark in self.marks:
            x, y = x_px + mark.x_px, y_px + mark.y_px
            draw_pictogram(painter, mark.pictogram, x, y, mark.side_px, mark_colour or colour)
        painter.setPen(QColor(colour))
        for line in self.lines:
            laid = line.layout.lineAt(line.number)
            laid.draw(painter, QPointF(x_px + line.left_px, y_px + line.top_px - laid.y()))


def lay_out(
    text: str, face: Face, size_px: int, width_px: float, *, centred: bool = False, anywhere: bool = False
) -> Block:
    """`text` in lines of at most `width_px` where words allow it (`anywhere`: within words too); line feeds are kept.

    Every paragraph runs in the direction of its own first letter. Raises FontsMissing for a letter no font can draw.
    """
    lines: list[Line] = []
    latin, accented = _nature(text)
    rise_share = cap_share() + (_ACCENT if accented else 0.0)
    pen, widest = 0.0, 0.0
    for number, paragraph in enumerate(text.split("\n")):
        pen += size_px * _PARAGRAPH_GAP if number else 0.0
        layout = _broken(paragraph, face.at(size_px), width_px, centred=centred, anywhere=anywhere)
        for index in range(layout.lineCount()):
            laid = layout.lineAt(index)
            rise = size_px * rise_share if latin else laid.ascent()
            lines.append(Line(layout, index, pen + rise - laid.ascent(), laid.naturalTextWidth()))
            widest = max(widest, laid.naturalTextWidth())
            pen += size_px * _LATIN_PITCH if latin else laid.height()
    if latin and lines:
        pen += size_px * (rise_share + _LATIN_END - _LATIN_PITCH)
    return Block(tuple(lines), widest, pen, size_px)


def largest(fits: Callable[[int], bool], least_px: int, most_px: int) -> int | None:
    """The largest whole size from `least_px` to `most_px` that `fits`; None if not even the least does."""
    if most_px < least_px or not fits(least_px):
        return None
    low, high = least_px, most_px
    while low < high:
        middle = (low + high + 1) // 2
        low, high = (middle, high) if fits(middle) else (low, middle - 1)
    return low


def balanced_width(text: str, face: Face, size_px: int, width_px: float, *, anywhere: bool = False) -> float:
    """The narrowest width at which `text` takes no more lines than at `width_px`: no last line of one word."""
    wanted = len(lay_out(text, face, size_px, width_px, anywhere=anywhere).lines)
    low, high = width_px / max(1, wanted), width_px
    while high - low > 2:
        middle = (low + high) / 2
        block = lay_out(text, face, size_px, middle, anywhere=anywhere)
        if len(block.lines) <= wanted and block.width_px <= middle:
            high = middle
        else:
            low = middle
    return high


def require_glyphs(text: str, face: Face) -> None:
    """Raises FontsMissing when some letter of `text` would appear as an empty box."""
    for character in sorted(set(text) - {"\n"}):
        if not _drawable(character, face):
            raise missing_glyph(character)


@lru_cache(maxsize=4096)
def _drawable(character: str, face: Face) -> bool:
    if unicodedata.category(character) in ("Cf", "Zs") or 0xFE00 <= ord(character) <= 0xFE0F:
        return True  # spaces, joiners and variation selectors show nothing themselves
    layout = _broken(character, face.at(32), _ENDLESS_PX, centred=False, anywhere=False)
    return all(0 not in run.glyphIndexes() for run in layout.glyphRuns())


def _broken(paragraph: str, letters: QFont, width_px: float, *, centred: bool, anywhere: bool) -> QTextLayout:
    layout = QTextLayout(paragraph or " ", letters)
    direction = _direction_of(paragraph)
    leading = Qt.AlignmentFlag.AlignLeft
    if direction is Qt.LayoutDirection.RightToLeft:
        leading = Qt.AlignmentFlag.AlignRight
    option = QTextOption(Qt.AlignmentFlag.AlignHCenter if centred else leading | Qt.AlignmentFlag.AlignAbsolute)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere if anywhere else QTextOption.WrapMode.WordWrap)
    option.setTextDirection(direction)
    layout.setTextOption(option)
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(width_px)
    layout.endLayout()
    return layout


@lru_cache(maxsize=512)
def _nature(text: str) -> tuple[bool, bool]:
    """Whether it is Latin, and whether one of its capitals has an accent; asked for every size that is tried."""
    return all(map(_is_latin, text)), any(map(_is_accented_capital, text))


def _is_latin(character: str) -> bool:
    """Also the dashes and quotation marks that stand between Latin letters."""
    return ord(character) <= _LAST_LATIN or character in _LATIN_MARKS


def _is_accented_capital(character: str) -> bool:
    return character.isupper() and len(unicodedata.normalize("NFD", character)) > 1


def _direction_of(paragraph: str) -> Qt.LayoutDirection:
    """By the first letter with a direction of its own (Unicode Standard Annex 9, rules P2 and P3)."""
    for character in paragraph:
        kind = unicodedata.bidirectional(character)
        if kind in ("L", "R", "AL"):
            return Qt.LayoutDirection.LeftToRight if kind == "L" else Qt.LayoutDirection.RightToLeft
    return Qt.LayoutDirection.LeftToRight
