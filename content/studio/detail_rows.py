"""Lays out the facts of an announcement: one below the other, each behind its sign."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Qt

from content.studio.detail import Detail
from content.studio.fonts import cap_share
from content.studio.lettering import Block, Face, Line, Mark, lay_out

# In ems: how far words stand from the left edge of their sign, how large it is, and what parts two facts.
_INDENT, _SIGN, _GAP = 1.6, 1.12, 0.4
_ABREAST_FROM = 3
_MARKEDLY = 0.75


def lay_out_details(
    details: tuple[Detail, ...], face: Face, size_px: int, width_px: float, *, centred: bool, anywhere: bool = False
) -> Block:
    """The facts in rows of at most `width_px` where words allow it; `centred` centres each within `width_px`.

    Facts that stand at the left stand two abreast where that makes them markedly lower.
    """
    one = _column(details, face, size_px, width_px, centred=centred, anywhere=anywhere)
    if centred or len(details) < _ABREAST_FROM:
        return one
    half = (len(details) + 1) // 2
    step = (width_px + size_px) / 2
    pairs = zip(details[::2], (*details[1::2], None), strict=False)
    lines: list[Line] = []
    marks: list[Mark] = []
    pen, widest = 0.0, 0.0
    for number, pair in enumerate(list(pairs)[:half]):
        pen += size_px * _GAP if number else 0.0
        row = [_column((each,), face, size_px, step - size_px, centred=False) for each in pair if each is not None]
        for at, block in enumerate(row):
            if block.width_px > step - size_px:
                return one
            lines += [replace(line, top_px=line.top_px + pen, left_px=line.left_px + at * step) for line in block.lines]
            marks += [replace(mark, x_px=mark.x_px + at * step, y_px=mark.y_px + pen) for mark in block.marks]
            widest = max(widest, at * step + block.width_px)
        pen += max(block.height_px for block in row)
    if pen > one.height_px * _MARKEDLY:
        return one
    return Block(tuple(lines), widest, pen, size_px, tuple(marks))


def _column(
    details: tuple[Detail, ...], face: Face, size_px: int, width_px: float, *, centred: bool, anywhere: bool = False
) -> Block:
    lines: list[Line] = []
    marks: list[Mark] = []
    pen, widest = 0.0, 0.0
    over = max(0.0, size_px * (_SIGN - cap_share()) / 2)
    for number, detail in enumerate(details):
        indent = size_px * _INDENT if detail.pictogram else 0.0
        block = lay_out(detail.line, face, size_px, width_px - indent, anywhere=anywhere)
        if _runs_from_the_right(block):  # it begins at the right end of its own width, not at the edge of the canvas
            block = lay_out(detail.line, face, size_px, block.width_px + 1, anywhere=anywhere)
        left = max(0.0, (width_px - indent - block.width_px) / 2) if centred else 0.0
        pen += size_px * _GAP if number else 0.0
        top = pen + (over if indent else 0.0)
        lines += [replace(line, top_px=line.top_px + top, left_px=left + indent) for line in block.lines]
        if indent:
            marks.append(Mark(detail.pictogram, left, top - over, size_px * _SIGN))
        pen = max(top + block.height_px, pen + (size_px * _SIGN if indent else 0.0))
        widest = max(widest, left + indent + block.width_px)
    return Block(tuple(lines), widest, pen, size_px, tuple(marks))


def _runs_from_the_right(block: Block) -> bool:
    return block.lines[0].layout.textOption().textDirection() is Qt.LayoutDirection.RightToLeft
