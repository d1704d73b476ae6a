"""Whether a warning reaches a place: its polygons, its circles and its codes, all of them."""

from __future__ import annotations

from content.places.district import District, distance_km
from content.places.gazetteer import Gazetteer
from displayctl.hub.feeds.warning import Circle, Warning
from schedules.position import Position


def reaches(warning: Warning, position: Position, gazetteer: Gazetteer) -> bool:
    """Whether a wall at `position` is in one of the areas of `warning`, or on the border of one.

    A warning without any area reaches nowhere: a person has to decide.
    """
    if any(_within(circle, position) for circle in warning.circles) or _is_enclosed(warning, position):
        return True
    coded = set(districts_by_code(warning, gazetteer))
    return bool(coded) and not coded.isdisjoint(gazetteer.containing(position))


def districts_reached(warning: Warning, gazetteer: Gazetteer) -> tuple[District, ...]:
    """The districts that a part of `warning` lies in, in the gazetteer's order."""
    coded = set(districts_by_code(warning, gazetteer))
    if not warning.polygons and not warning.circles:
        return tuple(district for district in gazetteer.districts if district in coded)
    from displayctl.hub.feeds.shapes import areas_of, meets

    areas = [area for ring in warning.polygons for area in areas_of(ring)]
    centres = [Position(circle.latitude, circle.longitude) for circle in warning.circles]
    return tuple(
        district
        for district in gazetteer.districts
        if district in coded or _in_circles(district, warning) or meets(gazetteer.area_of(district), areas, centres)
    )


def districts_by_code(warning: Warning, gazetteer: Gazetteer) -> tuple[District, ...]:
    """The districts that the geocodes of `warning` mean."""
    found = (gazetteer.of_geocode(geocode.name, geocode.value) for geocode in warning.geocodes)
    return tuple(dict.fromkeys(district for districts in found for district in districts))


def has_area(warning: Warning) -> bool:
    """Whether it says at all where it holds."""
    return bool(warning.polygons or warning.circles or warning.geocodes)


def _is_enclosed(warning: Warning, position: Position) -> bool:
    if not warning.polygons:
        return False
    from displayctl.hub.feeds.shapes import encloses

    return any(encloses(ring, position) for ring in warning.polygons)


def _within(circle: Circle, position: Position) -> bool:
    return distance_km(Position(circle.latitude, circle.longitude), position) <= circle.radius_km


def _in_circles(district: District, warning: Warning) -> bool:
    """Whether a circle has the district's middle or one of its corners in it."""
    known = [district.position, *(Position(*corner) for ring in district.polygons for corner in ring)]
    return any(_within(circle, at) for circle in warning.circles for at in known)
