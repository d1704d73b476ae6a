"""Whether a place lies in a district or an outline, in plain arithmetic: players ask it without loading geometry."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from content.places.district import District, distance_km
from schedules.position import Position


def encloses(ring: Sequence[tuple[float, float]], at: Position) -> bool:
    """Whether `at` is inside of `ring`, whose corners are (latitude, longitude) in degrees, the first one last again.

    Counts how often a line eastward from there crosses the ring. On the border itself it may be either.
    """
    inside = False
    for (south, west), (north, east) in pairwise(ring):
        if (south > at.latitude) != (north > at.latitude):
            crossing = west + (at.latitude - south) * (east - west) / (north - south)
            inside ^= at.longitude < crossing
    return inside


def lies_in(at: Position, district: District) -> bool:
    """Whether `at` is in the outline of `district`, which is rough, or as near to its middle as its size says."""
    if any(encloses(ring, at) for ring in district.polygons):
        return True
    return distance_km(district.position, at) <= district.radius_km
