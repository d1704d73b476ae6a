"""What a file's pictures measure, and how they lie inside a canvas of another shape."""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import Any

MOST_SOURCE_PIXELS = 8192 * 4352
_PADDING = 31
_MOST_PADDING = 255
_VISIBLE_WIDTH, _VISIBLE_HEIGHT, _ASPECT_NUMERATOR, _ASPECT_DENOMINATOR = 4, 5, 7, 8
_MOST_ASPECT = 4
_SCALER_PX, _COPY_PX = 16, 64
_UNSEEN_SHARE = 40
"""One part of the width in so many may be stretched away: nobody sees that."""


@dataclass(frozen=True, slots=True)
class Shape:
    """Width and height in pixels. `exact` where libVLC told what is seen of a picture, not only how it is coded."""

    width_px: int
    height_px: int
    exact: bool


def shape_of(width: Any, height: Any) -> Shape:
    """The size of the pictures whose coded size libVLC points to with `width` and `height` (pointers to unsigned).

    Coded sizes are padded, by AV1 up to 128 pixels. libVLC 3 points into its video_format_t (vlc_es.h), where what is
    visible and the shape of a pixel follow; what stands there is believed only where it can be true.
    """
    coded = Shape(width[0], height[0], exact=False)
    if ctypes.addressof(height.contents) - ctypes.addressof(width.contents) != ctypes.sizeof(ctypes.c_uint):
        return coded
    visible = Shape(width[_VISIBLE_WIDTH], width[_VISIBLE_HEIGHT], exact=True)
    padded = coded.width_px - visible.width_px, coded.height_px - visible.height_px
    if not all(0 <= each <= _MOST_PADDING for each in padded) or not visible.width_px or not visible.height_px:
        return coded
    return _with_square_pixels(visible, width[_ASPECT_NUMERATOR], width[_ASPECT_DENOMINATOR])


def fit(shape: Shape, most_width: int, most_height: int) -> tuple[int, int, int, int]:
    """Left, top, width and height of the largest picture of this shape inside a canvas.

    A shape that is the canvas's but for a coded picture's padding, or a pixel or two, fills it. Other widths are
    multiples of 16, because libVLC's scalers write in blocks. None is such that libVLC, which rounds the rows of its
    own pictures up to 64 pixels, finds them as long as the canvas's: it then copies them in one piece, with what lies
    beside the picture, over the black there and beyond the frame's end.
    """
    width, height = shape.width_px, shape.height_px
    padding = 2 if shape.exact else _PADDING
    narrowest = (width - padding) * most_height / most_width
    tallest = width * most_height / most_width + padding
    if width <= 0 or height <= 0 or narrowest <= height <= tallest:
        return 0, 0, most_width, most_height
    scale = min(most_width / width, most_height / height)
    wide = min(most_width, max(_SCALER_PX, round(width * scale / _SCALER_PX) * _SCALER_PX))
    if wide < most_width and _up(wide, _COPY_PX) == _up(most_width, _SCALER_PX):
        narrower = _up(wide, _COPY_PX) - _COPY_PX
        if not narrower or (most_width - wide) * _UNSEEN_SHARE <= most_width:
            return 0, 0, most_width, most_height
        wide, scale = narrower, narrower / width
    high = min(most_height, max(1, round(height * scale)))
    return (most_width - wide) // 2 // 4 * 4, (most_height - high) // 2, wide, high


def _up(pixels: int, block: int) -> int:
    return -(-pixels // block) * block


def _with_square_pixels(shape: Shape, numerator: int, denominator: int) -> Shape:
    """The shape people see where pixels are not square, as on DVDs."""
    if not 0 < numerator <= denominator * _MOST_ASPECT or not 0 < denominator <= numerator * _MOST_ASPECT:
        return shape
    return Shape(round(shape.width_px * numerator / denominator), shape.height_px, exact=True)
