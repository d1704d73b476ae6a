"""What part of the regency a map shows: the whole, or nearer around a place."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from displayctl.desktop.presenters.sketch_projection import Projection
from schedules.position import Position

NEAREST, STEP = 400.0, 1.5


@dataclass(frozen=True, slots=True)
class MapView:
    """`zoom` 1 shows the whole; more is nearer, around `middle` (None: that of the whole)."""

    zoom: float = 1.0
    middle: Position | None = None

    def nearer(self, towards: Position, steps: float) -> MapView:
        """So many steps nearer (negative: farther); what lies at `towards` stays about where it is."""
        zoom = max(1.0, min(NEAREST, self.zoom * STEP**steps))
        if zoom == 1.0:
            return MapView()
        if self.middle is None:
            return MapView(zoom, towards)
        share = 1 - self.zoom / zoom
        return MapView(zoom, _between(self.middle, towards, share))

    def moved(self, projection: Projection, across_px: float, down_px: float) -> MapView:
        """Pulled along by so many pixels on a map that shows `projection`; the whole stays where it is."""
        if self.middle is None:
            return self
        x, y = projection.to_pixels(self.middle)
        return replace(self, middle=projection.to_position(x - across_px, y - down_px))

    def projection(self, whole: Projection, width_px: int, height_px: int) -> Projection:
        """From degrees to pixels, where `whole` shows everything on as many."""
        if self.zoom == 1.0:
            return whole
        middle = self.middle or whole.to_position(width_px / 2, height_px / 2)
        scale = whole.scale * self.zoom
        west = middle.longitude - width_px / 2 / scale / whole.squeeze
        return Projection(west, middle.latitude + height_px / 2 / scale, scale, whole.squeeze)


def nearest_to(points: Mapping[str, tuple[float, float]], x: float, y: float, within_px: float) -> str:
    """The name of the point that lies nearest to a place; empty where none is within."""
    near = [(math.hypot(px - x, py - y), name) for name, (px, py) in points.items()]
    best = min(near, default=(math.inf, ""))
    return best[1] if best[0] <= within_px else ""


def next_in(points: Mapping[str, tuple[float, float]], start: str, across: int, down: int) -> str:
    """The point that an arrow key leads to from `start`: what lies ahead, the nearer and straighter the better."""
    if start not in points:
        return next(iter(points), "")
    x, y = points[start]
    ahead = list(_ahead(points, start, x, y, across, down))
    return min(ahead)[1] if ahead else start


def _ahead(
    points: Mapping[str, tuple[float, float]], start: str, x: float, y: float, across: int, down: int
) -> Iterable[tuple[float, str]]:
    for name, (px, py) in points.items():
        along = (px - x) * across + (py - y) * down
        beside = abs((px - x) * down) + abs((py - y) * across)
        if name != start and along > 0:
            yield along + 2 * beside, name


def _between(one: Position, other: Position, share: float) -> Position:
    return Position(
        one.latitude + (other.latitude - one.latitude) * share,
        one.longitude + (other.longitude - one.longitude) * share,
    )
