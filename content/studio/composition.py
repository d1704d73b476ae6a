"""Fits an announcement's words into the room left for them: the largest letters that are still whole and readable."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtGui import QFont

from content.errors import DoesNotFit
from content.studio.arrangement import Box
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

    @property
    def title_face(self) -> Face:
        return Face(QFont.Weight.Bold, self.serif)

    @property
    def body_face(self) -> Face:
        return Face(QFont.Weight.Medium)


@dataclass(frozen=True, slots=True)
class Placed:
    """A block of text, where it stands, and whether it is the title."""

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
    excess = _excess(wording, room, attempt)
    raise DoesNotFit(
        f"the text is too long for this wall at the smallest readable size: take away {excess} characters, "
        "or make two announcements of it",
        excess,
    )


def _excess(wording: Wording, room: Box, attempt: _Attempt) -> int:
    """How many characters have to go from the end of the body, or of the title where even it alone is too long."""

    def fits(title: str, body: str) -> bool:
        shorter = Wording(
            title, body, wording.serif, wording.centred, wording.least_px, wording.least_px, wording.least_px
        )
        return attempt(shorter, room, True) is not None

    kept = largest(lambda length: fits(wording.title, wording.body[:length]), 0, len(wording.body))
    if kept is not None:
        return max(1, len(wording.body) - kept)
    kept = largest(lambda length: fits(wording.title[:length], ""), 0, len(wording.title)) or 0
    return max(1, len(wording.body) + len(wording.title) - kept)


def _stack(wording: Wording, room: Box, anywhere: bool) -> tuple[Placed, ...] | None:
    if not wording.body:
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
    body = _balanced(wording, wording.body, wording.body_face, sizes[1], room.width_px, anywhere)
    gap = _gap(sizes[1])
    top = _middle(room, title.height_px + gap + body.height_px)
    return (
        _standing(title, room, top, wording, is_title=True),
        _standing(body, room, top + title.height_px + gap, wording, is_title=False),
    )


def _stack_sizes(wording: Wording, room: Box, anywhere: bool) -> tuple[int, int] | None:
    """Sizes of title and body: the most pronounced title that costs the body little."""
    found: list[tuple[int, int]] = []
    for ratio in _RATIOS:

        def title_for(body_px: int, ratio: float = ratio) -> int:
            return max(wording.least_px, min(wording.most_title_px, round(body_px * ratio)))

        def fits(body_px: int, title_for: Callable[[int], int] = title_for) -> bool:
            title = _set(wording, wording.title, wording.title_face, title_for(body_px), room.width_px, anywhere)
            body = _set(wording, wording.body, wording.body_face, body_px, room.width_px, anywhere)
            high = title.height_px + _gap(body_px) + body.height_px
            return high <= room.height_px and max(title.width_px, body.width_px) <= room.width_px

        body_px = largest(fits, wording.least_px, wording.most_body_px)
        if body_px is not None:
            found.append((title_for(body_px), body_px))
    if not found:
        return None
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
    """A block at its height; a balanced one is laid out narrower than the room and centred by its own width."""
    laid_px = block.lines[0].layout.lineAt(block.lines[0].number).width()
    right_to_left = block.lines[0].layout.textOption().textDirection().name == "RightToLeft"
    slack = room.width_px - laid_px
    offset = slack / 2 if wording.centred else slack if right_to_left else 0.0
    return Placed(block, room.x_px + offset, y_px, is_title)


def _gap(body_px: int) -> float:
    return body_px * 0.62


def _middle(room: Box, height_px: float) -> float:
    return room.y_px + (room.height_px - height_px) / 2
