"""A kecamatan: what it is called, and roughly where it lies."""

from __future__ import annotations

import math
import re
from dataclasses import dataclass

from schedules.checks import check_count, check_name
from schedules.errors import InvalidValue
from schedules.position import Position

Ring = tuple[tuple[float, float], ...]
"""The corners of an area as (latitude, longitude) in degrees; the last one repeats the first."""

MOST_RINGS = 16
MOST_CORNERS = 2_000
MOST_OTHER_NAMES = 8
LARGEST_RADIUS_KM = 500.0
EARTH_RADIUS_KM = 6371.0
_CODE = re.compile(r"\A\d{2}\.\d{2}\.\d{2}\Z")


@dataclass(frozen=True, slots=True)
class District:
    """One kecamatan.

    `code` is that of the Ministry of Home Affairs, as ``72.01.04``. `latitude` and `longitude` are a point inside it,
    and `radius_km` reaches from there to its farthest corner. `polygons` are its outlines, the largest first: for
    drawing and matching, not for surveying. A district without any is taken for the circle.
    """

    code: str
    name: str
    latitude: float
    longitude: float
    radius_km: float
    polygons: tuple[Ring, ...] = ()
    other_names: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not isinstance(self.code, str) or not _CODE.match(self.code):
            raise InvalidValue("district.code", f"{self.code!r:.40} is not a code of a kecamatan, as 72.01.04")
        check_name("district.name", self.name, most=100)
        Position(self.latitude, self.longitude)
        radius = self.radius_km
        if isinstance(radius, bool) or not isinstance(radius, int | float) or not 0 < radius <= LARGEST_RADIUS_KM:
            raise InvalidValue("district.radius_km", f"{radius!r:.40} is no radius up to {LARGEST_RADIUS_KM:.0f} km")
        check_count("district.other_names", self.other_names, most=MOST_OTHER_NAMES)
        for other in self.other_names:
            check_name("district.other_names", other, most=100)
        check_count("district.polygons", self.polygons, most=MOST_RINGS)
        for ring in self.polygons:
            _check_ring(self.name, ring)

    @property
    def position(self) -> Position:
        """The point that stands for the whole."""
        return Position(self.latitude, self.longitude)

    @property
    def polygon(self) -> Ring:
        """The outline of its largest part; empty where only the circle is known."""
        return self.polygons[0] if self.polygons else ()


def distance_km(one: Position, other: Position) -> float:
    """Along the surface of the Earth, taken for a ball (haversine): wrong by half a percent at most."""
    here, there = math.radians(one.latitude), math.radians(other.latitude)
    east = math.radians(other.longitude - one.longitude)
    half = math.sin((there - here) / 2) ** 2 + math.cos(here) * math.cos(there) * math.sin(east / 2) ** 2
    return 2 * EARTH_RADIUS_KM * math.asin(math.sqrt(min(1.0, half)))


def _check_ring(name: str, ring: Ring) -> None:
    check_count("district.polygons", ring, most=MOST_CORNERS, least=4)
    for corner in ring:
        Position(*corner)
    if ring[0] != ring[-1]:
        raise InvalidValue("district.polygons", f"an outline of {name!r:.80} is open; end it with its first corner")
