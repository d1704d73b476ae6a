"""Rings of warnings as areas of geometry. Whoever needs it imports it late: its library takes a fifth of a second."""

from __future__ import annotations

from collections.abc import Iterator

from shapely import Point, Polygon, make_valid
from shapely.affinity import translate
from shapely.geometry.base import BaseGeometry

from displayctl.hub.feeds.warning import Ring
from schedules.position import Position

HALF_ROUND = 180.0
WHOLE_ROUND = 360.0


def encloses(ring: Ring, position: Position) -> bool:
    """Whether `position` is in `ring`, or on it."""
    latitudes = [latitude for latitude, _ in ring]
    if not min(latitudes) <= position.latitude <= max(latitudes):
        return False
    return any(area.intersects(_point(position)) for area in areas_of(ring))


def meets(outline: BaseGeometry, areas: list[BaseGeometry], centres: list[Position]) -> bool:
    """Whether a part of `outline` is in one of `areas`, or one of `centres` in it."""
    return any(outline.intersects(other) for other in (*areas, *map(_point, centres)))


def areas_of(ring: Ring) -> Iterator[BaseGeometry]:
    """A ring as areas in degrees (x east, y north), within -180 to 180 and once round the Earth to either side.

    Each of its edges takes the shorter way round, so one over the 180th meridian encloses what lies between and not
    the rest of the world. A ring that crosses itself encloses what its loops do.
    """
    longitudes = [longitude for _, longitude in ring]
    if max(longitudes) - min(longitudes) <= HALF_ROUND:
        yield _enclosed([(longitude, latitude) for latitude, longitude in ring])
        return
    area = _enclosed(list(_unwrapped(ring)))
    yield from (area, translate(area, WHOLE_ROUND), translate(area, -WHOLE_ROUND))


def _unwrapped(ring: Ring) -> Iterator[tuple[float, float]]:
    east = ring[0][1]
    for latitude, longitude in ring:
        east += (longitude - east + HALF_ROUND) % WHOLE_ROUND - HALF_ROUND
        yield east, latitude


def _enclosed(corners: list[tuple[float, float]]) -> BaseGeometry:
    area = Polygon(corners)
    return area if area.is_valid else make_valid(area)


def _point(position: Position) -> BaseGeometry:
    return Point(position.longitude, position.latitude)
