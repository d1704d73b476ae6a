"""Whether a warning reaches a place: its polygons, its circles and its codes, all of them."""

from __future__ import annotations

from collections.abc import Iterator

from shapely import Point, Polygon, make_valid
from shapely.affinity import translate
from shapely.geometry.base import BaseGeometry

from content.places.district import District, distance_km
from content.places.gazetteer import Gazetteer
from displayctl.hub.feeds.warning import Circle, Ring, Warning
from schedules.position import Position

HALF_ROUND = 180.0
WHOLE_ROUND = 360.0


def reaches(warning: Warning, position: Position, gazetteer: Gazetteer) -> bool:
    """Whether a wall at `position` is in one of the areas of `warning`, or on the border of one.

    A warning without any area reaches nowhere: a person has to decide.
    """
    if any(_encloses(ring, position) for ring in warning.polygons):
        return True
    if any(_within(circle, position) for circle in warning.circles):
        return True
    coded = set(districts_by_code(warning, gazetteer))
    return bool(coded) and not coded.isdisjoint(gazetteer.containing(position))


def districts_reached(warning: Warning, gazetteer: Gazetteer) -> tuple[District, ...]:
    """The districts that a part of `warning` lies in, in the gazetteer's order."""
    coded = set(districts_by_code(warning, gazetteer))
    areas = [area for ring in warning.polygons for area in _areas(ring)]
    return tuple(
        district for district in gazetteer.districts if district in coded or _touches(district, warning, areas)
    )


def districts_by_code(warning: Warning, gazetteer: Gazetteer) -> tuple[District, ...]:
    """The districts that the geocodes of `warning` mean."""
    found = (gazetteer.of_geocode(geocode.name, geocode.value) for geocode in warning.geocodes)
    return tuple(dict.fromkeys(district for districts in found for district in districts))


def has_area(warning: Warning) -> bool:
    """Whether it says at all where it holds."""
    return bool(warning.polygons or warning.circles or warning.geocodes)


def _encloses(ring: Ring, position: Position) -> bool:
    latitudes = [latitude for latitude, _ in ring]
    if not min(latitudes) <= position.latitude <= max(latitudes):
        return False
    point = Point(position.longitude, position.latitude)
    return any(area.intersects(point) for area in _areas(ring))


def _areas(ring: Ring) -> Iterator[BaseGeometry]:
    """A ring as areas in degrees (x east, y north), within -180 to 180 and once round the Earth to either side.

    Each of its edges takes the shorter way round, so one over the 180th meridian encloses what lies between and not
    the rest of the world. A ring that crosses itself encloses what its loops do.
    """
    if _spans_less_than_half(ring):
        yield _enclosed([(longitude, latitude) for latitude, longitude in ring])
        return
    area = _enclosed(list(_unwrapped(ring)))
    yield from (area, translate(area, WHOLE_ROUND), translate(area, -WHOLE_ROUND))


def _spans_less_than_half(ring: Ring) -> bool:
    longitudes = [longitude for _, longitude in ring]
    return max(longitudes) - min(longitudes) <= HALF_ROUND


def _unwrapped(ring: Ring) -> Iterator[tuple[float, float]]:
    east = ring[0][1]
    for latitude, longitude in ring:
        east += (longitude - east + HALF_ROUND) % WHOLE_ROUND - HALF_ROUND
        yield east, latitude


def _enclosed(corners: list[tuple[float, float]]) -> BaseGeometry:
    area = Polygon(corners)
    return area if area.is_valid else make_valid(area)


def _within(circle: Circle, position: Position) -> bool:
    return distance_km(Position(circle.latitude, circle.longitude), position) <= circle.radius_km


def _touches(district: District, warning: Warning, areas: list[BaseGeometry]) -> bool:
    """Whether any part of a district lies in `areas` or in the circles of `warning`."""
    outlines = [outline for ring in district.polygons for outline in _areas(ring)]
    outlines = outlines or [Point(district.longitude, district.latitude)]
    if any(area.intersects(outline) for area in areas for outline in outlines):
        return True
    known = [district.position, *(Position(*corner) for ring in district.polygons for corner in ring)]
    for circle in warning.circles:
        centre = Point(circle.longitude, circle.latitude)
        if any(outline.intersects(centre) for outline in outlines) or any(_within(circle, at) for at in known):
            return True
    return False
