"""Where the parts of an announcement go on a canvas of any shape. Pure arithmetic in whole pixels."""

from __future__ import annotations

import math
from dataclasses import dataclass
from enum import Enum, auto

from content.errors import DoesNotFit

_LEAST_CAPITAL_PX = 7  # 64 mm on a wall of 10 mm pitch, the least that is read at 15 m
_LEAST_MODULE_PX = 2
GOOD_MODULE_PX = 3
"""Pixels a module of a QR code that telephones read from a few steps away."""
_QUIET_MODULES = 2
_RIBBON, _PORTRAIT = 4.5, 0.85


class Shape(Enum):
    """Canvases fall into three: words in columns on a ribbon, beside or above the rest elsewhere."""

    RIBBON = auto()
    LANDSCAPE = auto()
    PORTRAIT = auto()


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of the canvas, in pixels from its upper left corner."""

    x_px: int
    y_px: int
    width_px: int
    height_px: int

    @property
    def right_px(self) -> int:
        return self.x_px + self.width_px

    @property
    def bottom_px(self) -> int:
        return self.y_px + self.height_px

    def without_top(self, taken_px: int) -> Box:
        return Box(self.x_px, self.y_px + taken_px, self.width_px, self.height_px - taken_px)

    def without_bottom(self, taken_px: int) -> Box:
        return Box(self.x_px, self.y_px, self.width_px, self.height_px - taken_px)

    def without_left(self, taken_px: int) -> Box:
        return Box(self.x_px + taken_px, self.y_px, self.width_px - taken_px, self.height_px)

    def without_right(self, taken_px: int) -> Box:
        return Box(self.x_px, self.y_px, self.width_px - taken_px, self.height_px)


def shape_of(width_px: int, height_px: int) -> Shape:
    if width_px > height_px * _RIBBON:
        return Shape.RIBBON
    return Shape.PORTRAIT if width_px < height_px * _PORTRAIT else Shape.LANDSCAPE


def least_size_px(width_px: int, height_px: int, cap_share: float) -> int:
    """The least size of letters, in pixels to the em (from the top of an h to the foot of a g).

    Capitals, `cap_share` of it, are at least 7 pixels high, and letters a twentieth of the canvas's shorter side.
    """
    return max(math.ceil(_LEAST_CAPITAL_PX / cap_share), math.ceil(min(width_px, height_px) / 20))


def margin_px(width_px: int, height_px: int) -> int:
    """The border around the canvas that no letter enters."""
    return max(3, round(min(width_px, height_px) * 0.055))


def safe_area(width_px: int, height_px: int) -> Box:
    """The canvas without its margin: every letter, logo and QR code lies in it."""
    margin = margin_px(width_px, height_px)
    return Box(margin, margin, width_px - 2 * margin, height_px - 2 * margin)


def code_side_px(area: Box, shape: Shape, modules: int) -> int:
    """The side of a QR code of `modules` a side in `area`, quiet zone included: whole pixels a module.

    It takes more of the area than is beautiful where its modules would be smaller than is good. Raises DoesNotFit
    when a camera could not tell them apart.
    """
    across = modules + 2 * _QUIET_MODULES
    wanted = {
        Shape.RIBBON: area.height_px,
        Shape.LANDSCAPE: min(area.height_px * 0.6, area.width_px * 0.3),
        Shape.PORTRAIT: min(area.height_px * 0.24, area.width_px * 0.5),
    }[shape]
    module = int(wanted / across)
    most = int(min(area.width_px * 0.45, area.height_px) / across)
    module = max(module, min(most, GOOD_MODULE_PX))
    if module < _LEAST_MODULE_PX:
        raise DoesNotFit(
            f"the QR code needs {across * _LEAST_MODULE_PX} pixels, more than this canvas has to spare; "
            "use a shorter address or leave the code out",
            1,
            part=DoesNotFit.CODE,
        )
    return module * across


def quiet_modules() -> int:
    """The width of the light border around a QR code, in modules."""
    return _QUIET_MODULES
