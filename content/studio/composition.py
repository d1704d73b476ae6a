"""Fits an announcement's words into the room left for them: the largest letters that are still whole and readable."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache

from PySide6.QtGui import QFont

from content.errors import DoesNotFit
from content.studio.arrangement import Box
from content.studio.detail import Detail
from content.studio.detail_rows import lay_out_details
from content.studio.lettering import Block, Face, balanced_width, largest, lay_out

_RATIOS = (2.0, 1.7, 1.4, 1.2)  # title to body
_NEARLY = 0.86  # a stronger title may cost this much of the body's size
_COLUMN_SHARES = (0.22, 0.3, 0.38, 0.46, 0.54)


@dataclass(frozen=True, slots=True)
class Wording:
    """The words to set, and the sizes in pixels to the em between which to choose."""

    title: str
    body: str
    serif: bool
    centred: bool
    least_px: int
    most_title_px: int
    most_body_px: int
    details: tuple[Detail, ...] = ()

    @property
    def title_face(self) -> Face:
        return Face(QFont.Weight.Bold, self.serif)

    @property
    def body_face(self) -> Face:
        return Face(QFont.Weight.Medium)


@dataclass(frozen=True, slots=True)
class Placed:
    """A block of text, where it stands, and whether it is the title. What is none is body or facts."""

    block: Block
    x_px: float
    y_px: float
    is_title: bool


def stacked(wording: Wording, room: Box) -> tuple[Placed, ...]:
    """Title above body, both as large as `room` allows. Raises DoesNotFit with how much is too much."""
    return _composed(wording, room, _stack)


def abreast(wording: Wording, room: Box) -> tuple[Placed, ...]:
    """Title beside body, for ribbons. Raises DoesNotFit with how much is too much."""
    return _composed(wording, room, _columns)


_Attempt = Callable[[Wording, Box, bool], "tuple[Placed, ...] | None"]


def _composed(wording: Wording, room: Box, attempt: _Attempt) -> tuple[Placed, ...]:
    for anywhere in (False, True):  # words are broken only where nothing else helps
        placed = attempt(wording, room, anywhere)
        if placed is not None:
            return placed
    excess, overflow = _excess(wording, room, attempt)
    raise DoesNotFit(
        f"the text is too long for this wall at the smallest readable size: take away {excess} characters, "
        "or make two announcements of it",
        excess,
        overflow=overflow,
    )


def _excess(wording: Wording, room: Box, attempt: _Attempt) -> tuple[int, str]:
    """How many characters have to go from the end of the body, then of the facts, then of the title; and which."""
    small = replace(wording, most_title_px=wording.least_px, most_body_px=wording.least_px)
    title, body, details = wording.title, wording.body, wording.details

    def fits(title: str, body: str, details: tuple[Detail, ...]) -> bool:
        return attempt(replace(small, title=title, body=body, details=details), room, True) is not None

    kept = largest(lambda length: fits(title, body[:length], details), 0, len(body))
    if kept is not None:
        return max(1, len(body) - kept), body[kept:]
    kept = largest(lambda count: fits(title, "", details[:count]), 0, len(details) - 1)
    if kept is not None:
        gone = " · ".join(filter(None, (body, *(detail.line for detail in details[kept:]))))
        return len(gone), gone
    kept = largest(lambda length: fits(title[:length], "", ()), 0, len(title)) or 0
    others = sum(len(detail.line) for detail in details)
    return max(1, len(body) + others + len(title) - kept), title[kept:]


def _stack(wording: Wording, room: Box, anywhere: bool) -> tuple[Placed, ...] | None:
    if not wording.body and not wording.details:
        size = _largest_block(
            wording.title, wording.title_face, room, wording.least_px, wording.most_title_px, anywhere
        )
        if size is None:
            return None
        title = _balanced(wording, wording.title, wording.title_face, size, room.width_px, anywhere)
        return (_standing(title, room, _middle(room, title.height_px), wording, is_title=True),)
    sizes = _stack_sizes(wording, room, anywhere)
    if sizes is None:
        return None
    title = _balanced(wording, wording.title, wording.title_face, sizes[0], room.width_px, anywhere)
    gap = _gap(sizes[1])
    below = _below(wording, sizes[1], room.width_px, anywhere, balanced=True)
    top = _middle(room, title.height_px + sum(gap + block.height_px for block in below))
    placed = [_standing(title, room, top, wording, is_title=True)]
    pen = top + title.height_px + gap
    for block in below:
        placed.append(_standing(block, room, pen, wording, is_title=False))
        pen += block.height_px + gap
    return tuple(placed)


def _below(wording: Wording, body_px: int, width_px: int, anywhere: bool, *, balanced: bool) -> tuple[Block, ...]:
    """What stands below the title: the body and the facts, as far as there are any."""
    blocks = []
    if wording.body:
        lay = _balanced if balanced else _set
        blocks.append(lay(wording, wording.body, wording.body_face, body_px, width_px, anywhere))
    if wording.details:
        rows = lay_out_details(
            wording.details, wording.body_face, body_px, width_px, centred=wording.centred, anywhere=anywhere
        )
        blocks.append(rows)
    return tuple(blocks)


def _stack_sizes(wording: Wording, room: Box, anywhere: bool) -> tuple[int, int] | None:
    """Sizes of title and body: the most pronounced title that costs the body little."""
    found: list[tuple[int, int]] = []

    @cache
    def title_at(size_px: int) -> Block:
        return _set(wording, wording.title, wording.title_face, size_px, room.width_px, anywhere)

    @cache
    def below_at(size_px: int) -> tuple[Block, ...]:
        return _below(wording, size_px, room.width_px, anywhere, balanced=False)

    def fits_at(title_px: int, body_px: int) -> bool:
        title, below = title_at(title_px), below_at(body_px)
        high = title.height_px + sum(_gap(body_px) + block.height_px for block in below)
        widest = max(title.width_px, *(block.width_px for block in below))
        return high <= room.height_px and widest <= room.width_px

    for ratio in _RATIOS:

        def title_for(body_px: int, ratio: float = ratio) -> int:
            return max(wording.least_px, min(wording.most_title_px, round(body_px * ratio)))

        def fits(body_px: int, title_for: Callable[[int], int] = title_for) -> bool:
            return fits_at(title_for(body_px), body_px)

        body_px = largest(fits, wording.least_px, wording.most_body_px)
        if body_px is not None:
            found.append((title_for(body_px), body_px))
    if not found:  # a title no larger than the words below it is better than no words at all
        return (wording.least_px, wording.least_px) if fits_at(wording.least_px, wording.least_px) else None
    best = max(body_px for _, body_px in found)
    return next(sizes for sizes in found if sizes[1] >= best * _NEARLY)


def _columns(wording: Wording, room: Box, anywhere: bool) -> tuple[Placed, ...] | None:
    if not wording.body:
        return _stack(wording, room, anywhere)
    gap = max(8, room.height_px // 3)
    best: tuple[float, tuple[Placed, ...]] | None = None
    for share in _COLUMN_SHARES:
        left = Box(room.x_px, room.y_px, int(room.width_px * share), room.height_px)
        title_px = _largest_block(
            wording.title, wording.title_face, left, wording.least_px, wording.most_title_px, anywhere
        )
        if title_px is None:
            continue
        title = _balanced(wording, wording.title, wording.title_face, title_px, left.width_px, anywhere)
        right = room.without_left(int(title.width_px) + gap)
        body_px = _largest_block(
            wording.body, wording.body_face, right, wording.least_px, wording.most_body_px, anywhere
        )
        if body_px is None:
            continue
        body = _balanced(wording, wording.body, wording.body_face, body_px, right.width_px, anywhere)
        placed = (
            Placed(title, left.x_px, _middle(left, title.height_px), True),
            Placed(body, right.x_px, _middle(right, body.height_px), False),
        )
        score = min(title_px / 1.3, body_px)
        if best is None or score > best[0]:
            best = (score, placed)
    return None if best is None else best[1]


def _largest_block(text: str, face: Face, room: Box, least_px: int, most_px: int, anywhere: bool) -> int | None:
    def fits(size_px: int) -> bool:
        block = lay_out(text, face, size_px, room.width_px, anywhere=anywhere)
        return block.height_px <= room.height_px and block.width_px <= room.width_px

    return largest(fits, least_px, most_px)


def _set(wording: Wording, text: str, face: Face, size_px: int, width_px: float, anywhere: bool) -> Block:
    return lay_out(text, face, size_px, width_px, centred=wording.centred, anywhere=anywhere)


def _balanced(wording: Wording, text: str, face: Face, size_px: int, width_px: int, anywhere: bool) -> Block:
    """The text in as few lines as the room allows, and these as even as they get: no last line of one word."""
    width = balanced_width(text, face, size_px, width_px, anywhere=anywhere)
    return _set(wording, text, face, size_px, width, anywhere)


def _standing(block: Block, room: Box, y_px: float, wording: Wording, *, is_title: bool) -> Placed:
    """A block at its height; a balanced one is laid out narrower than the room and centred by its own width.

    Facts were laid out for the whole width and stand where they are.
    """
    if block.lines[0].left_px or block.marks:
        return Placed(block, room.x_px, y_px, is_title)
    laid_px = block.lines[0].layout.lineAt(block.lines[0].number).width()
    right_to_left = block.lines[0].layout.textOption().textDirection().name == "RightToLeft"
    slack = room.width_px - laid_px
    offset = slack / 2 if wording.centred else slack if right_to_left else 0.0
    return Placed(block, room.x_px + offset, y_px, is_title)


def _gap(body_px: int) -> float:
    return body_px * 0.62


def _middle(room: Box, height_px: float) -> float:
    return room.y_px + (room.height_px - height_px) / 2
