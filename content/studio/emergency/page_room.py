"""Where the words of an emergency may go on a picture: the plate that names the level, and the room beside it."""

from __future__ import annotations

import math
from dataclasses import dataclass

from PySide6.QtGui import QFont

from content.studio.arrangement import Box
from content.studio.fonts import cap_share
from content.studio.lettering import Block, Face, lay_out

PLATE_FACE = Face(QFont.Weight.Bold, tracking=4)
SOURCE_FACE = Face(QFont.Weight.DemiBold)
_LEAST_CAPITAL_PX = 7
_ENDLESS_PX = 1_000_000.0
_LEFT_FROM = 2.6  # width to height from which on the plate stands at the left
_WIDEST_PLATE = 0.3
_NARROWER = (14, 20)


@dataclass(frozen=True, slots=True)
class PlacedText:
    """A block of letters and where its upper left corner stands; `on_plate` tells in which colours it is."""

    block: Block
    x_px: float
    y_px: float
    on_plate: bool = False


@dataclass(frozen=True, slots=True)
class Room:
    """One picture's plate, what stands on it, and the `words` box that is left."""

    width_px: int
    height_px: int
    plate: Box
    texts: tuple[PlacedText, ...]
    words: Box
    on_left: bool


def least_sizes_px(canvas_width_px: int, canvas_height_px: int) -> tuple[int, ...]:
    """The least sizes of letters on a canvas, in pixels to the em, the one to keep to first.

    Capitals are at least 7 pixels and a twentieth of the canvas's height. On a portrait so narrow that a word would
    break at that, a fourteenth and then a twentieth of its width, which is as large as on a landscape that wide.
    """
    shares = (canvas_height_px / 20, *(canvas_width_px / part for part in _NARROWER))
    capitals = (max(_LEAST_CAPITAL_PX, math.ceil(min(share, canvas_height_px / 20))) for share in shares)
    return tuple(dict.fromkeys(math.ceil(capital / cap_share()) for capital in capitals))


def room_on(width_px: int, height_px: int, least_px: int, label: str, source: str) -> Room | None:
    """The room of a picture of this size; without a `label` there is no plate. None where not even these fit."""
    if label and width_px > height_px * _LEFT_FROM:
        found = _with_left_plate(width_px, height_px, least_px, label, source)
        if found is not None:
            return found
    return _with_top_plate(width_px, height_px, least_px, label, source)


def margin_of(width_px: int, height_px: int) -> int:
    """The border that no letter enters."""
    return max(3, round(min(width_px, height_px) * 0.045))


def _with_left_plate(width_px: int, height_px: int, least_px: int, label: str, source: str) -> Room | None:
    margin = margin_of(width_px, height_px)
    lines = _source_lines(source, least_px, width_px * _WIDEST_PLATE - 2 * margin)
    for size in range(max(least_px, round(height_px * 0.28)), least_px - 1, -1):
        block = lay_out(label, PLATE_FACE, size, _ENDLESS_PX)
        wide = (
            math.ceil(max(block.width_px, *(line.width_px for line in lines))) if lines else math.ceil(block.width_px)
        )
        gap = least_px * 0.45
        high = block.height_px + sum(line.height_px + gap for line in lines)
        if wide + 2 * margin <= width_px * _WIDEST_PLATE and high <= height_px - 2 * margin:
            plate = Box(0, 0, wide + 2 * margin, height_px)
            texts = _column([block, *lines], plate, high, gap)
            left = plate.width_px + margin
            words = Box(left, margin, width_px - left - margin, height_px - 2 * margin)
            return Room(width_px, height_px, plate, texts, words, True)
    return None


def _source_lines(source: str, size_px: int, width_px: float) -> list[Block]:
    """“Sumber:” above the name, which keeps the plate narrow."""
    head, _, name = source.partition(": ")
    return [lay_out(text, SOURCE_FACE, size_px, width_px) for text in ((f"{head}:", name) if name else ())]


def _column(blocks: list[Block], plate: Box, high_px: float, gap_px: float) -> tuple[PlacedText, ...]:
    placed, y = [], (plate.height_px - high_px) / 2
    for block in blocks:
        placed.append(PlacedText(block, (plate.width_px - block.width_px) / 2, y, True))
        y += block.height_px + gap_px
    return tuple(placed)


def _with_top_plate(width_px: int, height_px: int, least_px: int, label: str, source: str) -> Room | None:
    """Label and source on one line; where they do not go side by side, the source stands at the foot, in lines."""
    margin = margin_of(width_px, height_px)
    size = max(least_px, round(min(height_px * 0.1, width_px * 0.09)))
    block = lay_out(label, PLATE_FACE, size, _ENDLESS_PX) if label else None
    inner = width_px - 2 * margin
    foot = lay_out(source, SOURCE_FACE, least_px, inner) if source else None
    high = round(size * 1.45) if block is not None else 0
    if max((each.width_px for each in (block, foot) if each is not None), default=0) > inner or high > height_px / 2:
        return None
    plate, words = Box(0, 0, width_px, high), Box(margin, high + margin, inner, height_px - high - 2 * margin)
    texts: list[PlacedText] = []
    beside = foot is not None and len(foot.lines) == 1 and _beside(block, foot, size) <= inner
    if block is not None:
        x = margin if beside else (width_px - block.width_px) / 2
        texts.append(PlacedText(block, x, high / 2 - size * cap_share() / 2, True))
    if foot is not None and beside:
        y = high / 2 - least_px * cap_share() / 2
        texts.append(PlacedText(foot, width_px - margin - foot.width_px, y, True))
    elif foot is not None:
        texts.append(_at_foot(source, foot, least_px, Box(margin, 0, inner, height_px - margin)))
        words = words.without_bottom(round(foot.height_px) + margin)
    return Room(width_px, height_px, plate, tuple(texts), words, False)


def _beside(label: Block | None, source: Block, gap_px: int) -> float:
    """How wide label and source are together; endless where there is no plate to stand on."""
    return _ENDLESS_PX if label is None else label.width_px + gap_px + source.width_px


def _at_foot(source: str, foot: Block, size_px: int, area: Box) -> PlacedText:
    """The source over the lower edge of `area`, each of its lines in the middle."""
    centred = lay_out(source, SOURCE_FACE, size_px, area.width_px, centred=True)
    return PlacedText(centred, area.x_px, area.bottom_px - foot.height_px)
