"""Plans one announcement on one canvas: every part gets its place before anything is drawn."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

import segno
from PySide6.QtGui import QFont

from content.errors import DoesNotFit
from content.studio.announcement import Announcement
from content.studio.arrangement import (
    GOOD_MODULE_PX,
    Box,
    Shape,
    code_side_px,
    least_size_px,
    margin_px,
    quiet_modules,
    safe_area,
    shape_of,
)
from content.studio.composition import Placed, Wording, abreast, stacked
from content.studio.fonts import cap_share
from content.studio.lettering import Block, Face, Mark, lay_out
from content.studio.outfit import Bearing, Heading, Ornament
from content.studio.templates import Design

_ROW = " · "
_LABEL_FACE = Face(QFont.Weight.Bold, tracking=6)
_FOOTER_FACE = Face(QFont.Weight.DemiBold)
_ENDLESS_PX = 1_000_000.0
_LOGO_SHARE, _LABEL_SHARE, _FOOTER_SHARE = 0.17, 0.045, 0.042
_PORTRAIT_ASPECT = 0.75  # width to height, as of a passport photo
_WIDEST_PORTRAIT, _HIGHEST_PORTRAIT = 0.32, 0.36  # of the room beside, or above, the words
_SIGN, _SIGN_GAP = 1.2, 0.5  # of a label, in ems
_MOST_FOOTER_LINES = 2
_WIDEST_LABEL, _WIDEST_FOOTER = 0.2, 0.2  # of a ribbon


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code: its rows of dark (True) modules and the square it fills, quiet border included."""

    rows: tuple[tuple[bool, ...], ...]
    box: Box

    @property
    def module_px(self) -> int:
        """Pixels a module."""
        return self.box.width_px // (len(self.rows) + 2 * quiet_modules())


@dataclass(frozen=True, slots=True)
class Label:
    """The template's label, the rectangle of its tab or band, and the sign before it."""

    block: Block
    x_px: float
    y_px: float
    plate: Box
    mark: Mark | None = None


@dataclass(frozen=True, slots=True)
class Sheet:
    """Where everything goes. Parts that the announcement lacks are None."""

    canvas: Box
    design: Design
    words: tuple[Placed, ...]
    label: Label | None
    logo: Box | None
    footer: Placed | None
    code: Code | None
    portrait: Box | None = None

    @property
    def least_letters_px(self) -> int:
        """The size of the smallest words, in pixels to the em."""
        blocks = [placed.block for placed in self.words] + ([self.footer.block] if self.footer else [])
        return min(block.size_px for block in blocks)


def plan(announcement: Announcement, design: Design, width_px: int, height_px: int, logo_aspect: float) -> Sheet:
    """The sheet for a canvas of this size; `logo_aspect` is the logo's width over its height, 0 without one.

    Where words need the room, the template's label gives way. Raises DoesNotFit when even that is not enough.
    """
    try:
        return _Planner(announcement, design, width_px, height_px).sheet(logo_aspect)
    except DoesNotFit:
        if not design.label:
            raise
    return _Planner(announcement, replace(design, label=""), width_px, height_px).sheet(logo_aspect)


class _Planner:
    """Hands out the room of one canvas, part by part; what is left goes to the words."""

    def __init__(self, announcement: Announcement, design: Design, width_px: int, height_px: int) -> None:
        self._announcement = announcement
        self._design = design
        self._canvas = Box(0, 0, width_px, height_px)
        self._shape = shape_of(width_px, height_px)
        self._short = min(width_px, height_px)
        self._margin = margin_px(width_px, height_px)
        self._least = least_size_px(width_px, height_px, cap_share())
        self._centred = design.bearing is Bearing.CENTRED and self._shape is not Shape.RIBBON
        self._room = _within_ornament(safe_area(width_px, height_px), design, self._shape, self._margin)

    def sheet(self, logo_aspect: float) -> Sheet:
        if self._shape is Shape.RIBBON:
            label, logo = self._ribbon_label(), self._ribbon_logo(logo_aspect)
            portrait = self._portrait()
            code, footer = self._code(), self._ribbon_footer()
        else:
            label, logo = self._heading(logo_aspect)
            portrait = self._portrait()
            code = self._code()
            footer = self._footer()
        return Sheet(self._canvas, self._design, self._words(), label, logo, footer, code, portrait)

    def _heading(self, logo_aspect: float) -> tuple[Label | None, Box | None]:
        """The row at the top: a logo and the label; a band reaches from edge to edge."""
        room, banded = self._room, self._design.heading is Heading.BAND and bool(self._design.label)
        block = self._label_block() if self._design.label else None
        logo_high = round(self._short * _LOGO_SHARE) if logo_aspect else 0
        logo_wide = min(round(logo_high * logo_aspect), room.width_px // 3)
        plate_high = round(block.size_px * (1.75 if banded else 1.5)) if block else 0
        high = max(plate_high, logo_high + (self._margin if banded and logo_high else 0))
        if not high:
            return None, None
        top = self._band_top() if banded else room.y_px
        gap = self._margin // 2 if logo_wide else 0
        pad = 0 if self._design.heading is Heading.RULES or banded else round((block.size_px if block else 0) * 0.6)
        wide = (block.width_px + 2 * pad if block else 0) + gap + logo_wide
        if block and wide > room.width_px:
            raise DoesNotFit("the label is wider than the canvas", 1)
        lead = self._sign_room(block, room.width_px - wide)
        wide += lead
        left = room.x_px + (room.width_px - wide) / 2 if self._centred else float(room.x_px)
        logo = Box(round(left), top + (high - logo_high) // 2, logo_wide, logo_high) if logo_wide else None
        label = None
        if block:
            x = left + logo_wide + gap
            plate = Box(round(x), top + (high - plate_high) // 2, round(block.width_px + lead + 2 * pad), plate_high)
            if banded:
                plate = Box(0, top, self._canvas.width_px, high)
            mark = self._sign(block, x + pad, top + high / 2) if lead else None
            label = Label(block, x + pad + lead, _cap_middle(block, top + high / 2), plate, mark)
        self._room = room.without_top(top + high - room.y_px + self._margin)
        return label, logo

    def _sign_room(self, block: Block | None, spare_px: float) -> int:
        """What the sign before a label takes; 0 where there is none, or no room for it."""
        if block is None or not self._design.pictogram or self._design.heading is Heading.RULES:
            return 0
        wanted = round(block.size_px * (_SIGN + _SIGN_GAP))
        return wanted if wanted <= spare_px else 0

    def _sign(self, block: Block, x_px: float, middle_px: float) -> Mark:
        side = block.size_px * _SIGN
        return Mark(self._design.pictogram, x_px, middle_px - side / 2, side)

    def _portrait(self) -> Box | None:
        """The person stands at the left of the words, on portrait canvases above them."""
        if not self._announcement.portrait:
            return None
        room = self._room
        if self._shape is Shape.PORTRAIT:
            high = round(min(room.height_px * _HIGHEST_PORTRAIT, room.width_px / _PORTRAIT_ASPECT))
            wide = round(high * _PORTRAIT_ASPECT)
            x = room.x_px + (room.width_px - wide) // 2 if self._centred else room.x_px
            self._room = room.without_top(high + self._margin)
            return self._large_enough(Box(x, room.y_px, wide, high))
        share = 1.0 if self._shape is Shape.RIBBON else _WIDEST_PORTRAIT
        wide = round(min(room.width_px * share, room.height_px * _PORTRAIT_ASPECT))
        high = round(wide / _PORTRAIT_ASPECT)
        self._room = room.without_left(wide + round(self._margin * 1.4))
        return self._large_enough(Box(room.x_px, room.y_px + (room.height_px - high) // 2, wide, high))

    def _large_enough(self, box: Box) -> Box:
        if box.width_px < 2 * self._least:
            raise DoesNotFit("this canvas has no room for a portrait; leave it out", 1, part=DoesNotFit.PICTURES)
        return box

    def _band_top(self) -> int:
        return hazard_px(self._canvas.width_px, self._canvas.height_px) if self._hazardous else 0

    @property
    def _hazardous(self) -> bool:
        return self._design.ornament is Ornament.HAZARD and self._shape is not Shape.RIBBON

    def _label_block(self) -> Block:
        size = max(self._least, round(self._short * _LABEL_SHARE / cap_share()))
        return lay_out(self._design.label, _LABEL_FACE, size, _ENDLESS_PX)

    def _code(self) -> Code | None:
        """The code stands at the right, on portrait canvases at the bottom."""
        if not self._announcement.qr:
            return None
        room = self._room
        rows, side = self._modules(room)
        if self._shape is Shape.PORTRAIT:
            x = room.x_px + (room.width_px - side) // 2 if self._centred else room.x_px
            self._room = room.without_bottom(side + self._margin)
            return Code(rows, Box(x, room.bottom_px - side, side, side))
        y = room.y_px + (room.height_px - side) // 2
        gap = self._margin if self._shape is Shape.LANDSCAPE else self._short // 5
        self._room = room.without_right(side + gap)
        return Code(rows, Box(room.right_px - side, y, side, side))

    def _modules(self, room: Box) -> tuple[tuple[tuple[bool, ...], ...], int]:
        """The rows of the code and its side; with less redundancy where that makes fine modules larger."""
        found: tuple[tuple[tuple[bool, ...], ...], int] | None = None
        for level in ("m", "l"):
            matrix = segno.make(self._announcement.qr, error=level, micro=False).matrix
            rows = tuple(tuple(bool(module) for module in row) for row in matrix)
            try:
                side = code_side_px(room, self._shape, len(rows))
            except DoesNotFit:
                if level == "l":
                    raise
                continue
            if found is None or side // len(rows) > found[1] // len(found[0]):
                found = rows, side
            if side >= GOOD_MODULE_PX * (len(rows) + 2 * quiet_modules()):
                break
        assert found is not None  # noqa: S101 - the last level either fits or has raised
        return found

    def _footer(self) -> Placed | None:
        if not self._announcement.footer:
            return None
        most = max(self._least, round(self._short * _FOOTER_SHARE / cap_share()))
        block = self._footer_block(most, self._room.width_px, _MOST_FOOTER_LINES)
        room = self._room
        self._room = room.without_bottom(round(block.height_px) + self._margin)
        return Placed(block, room.x_px, room.bottom_px - block.height_px, False)

    def _footer_block(self, size_px: int, width_px: int, most_lines: int) -> Block:
        text = self._announcement.footer
        block = lay_out(text, _FOOTER_FACE, size_px, width_px, centred=self._centred)
        if len(block.lines) <= most_lines and block.width_px <= width_px:
            return block
        fitting = round(len(text) * most_lines * width_px / max(block.width_px * len(block.lines), 1))
        excess = max(1, len(text) - fitting)
        raise DoesNotFit(
            f"the footer is too long for this wall: take away about {excess} characters of {text!r:.40}",
            excess,
            overflow=text[len(text) - excess :],
            part=DoesNotFit.FOOTER,
        )

    def _ribbon_label(self) -> Label | None:
        """On a ribbon the label is a block of accent at the left edge, as high as the canvas."""
        if not self._design.label:
            return None
        size = max(self._least, round(self._short * 0.2 / cap_share()))
        block = lay_out(self._design.label, _LABEL_FACE, size, _ENDLESS_PX)
        wide = round(block.width_px + 2 * self._margin + self._short * 0.3)
        if wide > self._canvas.width_px * _WIDEST_LABEL:
            return None
        self._room = self._room.without_left(wide + self._margin - self._room.x_px + round(self._short * 0.15))
        x = (wide - block.width_px) / 2
        return Label(block, x, _cap_middle(block, self._canvas.height_px / 2), Box(0, 0, wide, self._canvas.height_px))

    def _ribbon_logo(self, logo_aspect: float) -> Box | None:
        if not logo_aspect:
            return None
        room = self._room
        wide = min(round(room.height_px * logo_aspect), room.width_px // 6)
        self._room = room.without_left(wide + self._margin * 2)
        return Box(room.x_px, room.y_px, wide, room.height_px)

    def _ribbon_footer(self) -> Placed | None:
        if not self._announcement.footer:
            return None
        most = max(self._least, round(self._short * 0.16 / cap_share()))
        room = self._room
        block = self._footer_block(most, round(room.width_px * _WIDEST_FOOTER), 3)
        self._room = room.without_right(math.ceil(block.width_px) + self._short // 3)
        return Placed(block, room.right_px - block.width_px, room.y_px + (room.height_px - block.height_px) / 2, False)

    def _words(self) -> tuple[Placed, ...]:
        room = self._room
        if room.width_px < self._least or room.height_px < self._least * cap_share():
            raise DoesNotFit(
                "logo, QR code and footer leave no room for the words; leave one of them out",
                len(self._announcement.title) + len(self._announcement.body),
                part=DoesNotFit.PICTURES,
            )
        largest_title = 0.62 if self._shape is Shape.RIBBON else self._design.largest_title
        most_title = max(self._least, round(self._short * largest_title))
        wording = Wording(
            title=self._announcement.title,
            body=self._body(),
            serif=self._design.serif,
            centred=self._centred,
            least_px=self._least,
            most_title_px=most_title,
            most_body_px=max(self._least, round(most_title * (0.8 if self._shape is Shape.RIBBON else 0.58))),
            details=() if self._shape is Shape.RIBBON else self._announcement.details,
        )
        return (abreast if self._shape is Shape.RIBBON else stacked)(wording, room)

    def _body(self) -> str:
        """The body's own lines; on a ribbon they run on, and the facts behind them: it has few lines and long ones."""
        lines = self._announcement.body.strip("\n").split("\n")
        if self._shape is not Shape.RIBBON:
            return "\n".join(lines)
        facts = (detail.line for detail in self._announcement.details)
        return _ROW.join(filter(None, (" ".join(filter(None, lines)), *facts)))


def hazard_px(width_px: int, height_px: int) -> int:
    """The height of a row of warning stripes along an edge."""
    return max(4, round(min(width_px, height_px) * 0.045))


def _within_ornament(area: Box, design: Design, shape: Shape, margin: int) -> Box:
    """The room that the ornament leaves."""
    if shape is Shape.RIBBON:
        return area
    if design.ornament is Ornament.SIDE_BAR:
        return area.without_left(round(margin * 0.75))
    if design.ornament is Ornament.FRAME:
        return area.without_left(margin).without_right(margin).without_top(margin).without_bottom(margin)
    if design.ornament is Ornament.HAZARD:
        return area.without_top(margin // 2).without_bottom(margin)
    return area


def _cap_middle(block: Block, y_px: float) -> float:
    """Where a line's top goes so that its capitals are centred on `y_px`."""
    return y_px - block.size_px * cap_share() / 2
