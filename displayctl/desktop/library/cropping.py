"""The arithmetic of a rectangle on a picture: moved and pulled by people, within the picture, in a wall's shape."""

from __future__ import annotations

from displayctl.api.media_choices import LEAST_CROP, WHOLE, Crop

ALL_OF_IT = Crop(x=0, y=0, width=WHOLE, height=WHOLE)


def largest(ratio: float) -> Crop:
    """The largest rectangle of `ratio` in the middle; `ratio` is its width over its height, both as shares of the
    picture's."""
    width = min(WHOLE, round(WHOLE * ratio))
    height = min(WHOLE, round(width / ratio))
    return _made((WHOLE - width) // 2, (WHOLE - height) // 2, width, height)


def moved(crop: Crop, across: int, down: int) -> Crop:
    """`crop` further to the right and down, as far as the picture goes."""
    x = min(max(0, crop.x + across), WHOLE - crop.width)
    y = min(max(0, crop.y + down), WHOLE - crop.height)
    return _made(x, y, crop.width, crop.height)


def pulled(crop: Crop, corner: tuple[int, int], x: int, y: int, ratio: float | None) -> Crop:
    """`crop` with one corner (0 or 1 across and down) pulled to (x, y); the opposite corner stays where it is.

    With a `ratio` (as in `largest`) the shape is kept.
    """
    fixed_x = crop.x if corner[0] else crop.x + crop.width
    fixed_y = crop.y if corner[1] else crop.y + crop.height
    room_x = WHOLE - fixed_x if corner[0] else fixed_x
    room_y = WHOLE - fixed_y if corner[1] else fixed_y
    width = min(room_x, max(LEAST_CROP, (x - fixed_x) if corner[0] else (fixed_x - x)))
    height = min(room_y, max(LEAST_CROP, (y - fixed_y) if corner[1] else (fixed_y - y)))
    if ratio is not None:
        width = min(width, room_x, round(room_y * ratio))
        height = round(width / ratio)
    width, height = max(LEAST_CROP, width), max(LEAST_CROP, height)
    return _made(fixed_x if corner[0] else fixed_x - width, fixed_y if corner[1] else fixed_y - height, width, height)


def in_shape(crop: Crop, ratio: float) -> Crop:
    """The largest rectangle of `ratio` that lies in the middle of `crop`."""
    width = min(crop.width, round(crop.height * ratio))
    height = min(crop.height, round(width / ratio))
    if min(width, height) < LEAST_CROP:
        return largest(ratio)
    return _made(crop.x + (crop.width - width) // 2, crop.y + (crop.height - height) // 2, width, height)


def share_ratio(picture_px: tuple[int, int], shape_px: tuple[int, int]) -> float:
    """The `ratio` of a rectangle on a picture that has the shape of `shape_px`."""
    return (shape_px[0] / shape_px[1]) / (picture_px[0] / picture_px[1])


def _made(x: int, y: int, width: int, height: int) -> Crop:
    width, height = min(WHOLE, max(LEAST_CROP, width)), min(WHOLE, max(LEAST_CROP, height))
    return Crop(x=min(max(0, x), WHOLE - width), y=min(max(0, y), WHOLE - height), width=width, height=height)
