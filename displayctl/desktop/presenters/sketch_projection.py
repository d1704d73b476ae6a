"""From degrees to the pixels of a small sketch and back: near enough for a regency, and without a map."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

from schedules.position import Position

MARGIN_SHARE = 0.08
LEAST_SPAN_DEGREES = 0.02
"""About two kilometres: a single wall stands in the middle of a sketch of that size."""


@dataclass(frozen=True, slots=True)
class Projection:
    """North is up. `scale` are pixels a degree of latitude; a degree of longitude is `squeeze` as wide."""

    west: float
    north: float
    scale: float
    squeeze: float

    def to_pixels(self, position: Position) -> tuple[float, float]:
        """Across from the left, and down from the top."""
        across = (position.longitude - self.west) * self.squeeze * self.scale
        return across, (self.north - position.latitude) * self.scale

    def to_position(self, x_px: float, y_px: float) -> Position:
        """What lies there; at the ends of the Earth, the end."""
        latitude = self.north - y_px / self.scale
        longitude = self.west + x_px / (self.scale * self.squeeze)
        return Position(max(-90.0, min(90.0, latitude)), max(-180.0, min(180.0, longitude)))


def fitted(positions: Iterable[Position], width_px: int, height_px: int) -> Projection:
    """Shows all of `positions` on so many pixels, with a margin; without any, the whole Earth."""
    known = tuple(positions) or (Position(-85, -180), Position(85, 180))
    south, north = _span([each.latitude for each in known])
    west, east = _span([each.longitude for each in known])
    squeeze = max(0.1, math.cos(math.radians((south + north) / 2)))
    scale = min(width_px / ((east - west) * squeeze), height_px / (north - south))
    # What is left over goes to both sides.
    spare_x = width_px / scale / squeeze - (east - west)
    spare_y = height_px / scale - (north - south)
    return Projection(west - spare_x / 2, north + spare_y / 2, scale, squeeze)


def _span(values: list[float]) -> tuple[float, float]:
    least, most = min(values), max(values)
    wide = max(most - least, LEAST_SPAN_DEGREES)
    middle, half = (least + most) / 2, wide * (0.5 + MARGIN_SHARE)
    return middle - half, middle + half
