"""In plain arithmetic it is as with the geometry that the hub has."""

from __future__ import annotations

import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.places.gazetteer import Gazetteer
from content.places.inside import encloses, lies_in
from displayctl.hub.feeds.shapes import encloses as by_geometry
from schedules.position import Position

SQUARE = ((0.0, 0.0), (0.0, 2.0), (2.0, 2.0), (2.0, 0.0), (0.0, 0.0))
# A horseshoe, open to the north.
SHOE = ((0.0, 0.0), (0.0, 3.0), (3.0, 3.0), (3.0, 2.0), (1.0, 2.0), (1.0, 1.0), (3.0, 1.0), (3.0, 0.0), (0.0, 0.0))


@given(st.floats(-0.49, 3.49), st.floats(-0.49, 3.49), st.sampled_from([SQUARE, SHOE]))
def test_it_agrees_with_the_geometry_away_from_borders(
    latitude: float, longitude: float, ring: tuple[tuple[float, float], ...]
) -> None:
    if any(abs(value - round(value)) < 1e-5 for value in (latitude, longitude)):
        return
    at = Position(latitude, longitude)
    assert encloses(ring, at) == by_geometry(ring, at)


def test_every_district_holds_its_own_middle_and_not_the_far_end_of_the_land() -> None:
    gazetteer = Gazetteer.load()
    assert all(lies_in(district.position, district) for district in gazetteer.districts)
    assert not any(lies_in(Position(-6.2, 106.8), district) for district in gazetteer.districts)


def test_a_place_in_the_outline_is_in_however_far_from_the_middle() -> None:
    district = next(each for each in Gazetteer.load().districts if each.polygons)
    inner = [Position(lat * 0.9 + district.latitude * 0.1, lon * 0.9 + district.longitude * 0.1) for lat, lon in
             district.polygon]  # fmt: skip
    assert any(lies_in(at, district) for at in inner)


@pytest.mark.parametrize("module", ["content.places.inside", "player.auto_rules"])
def test_no_geometry_is_loaded_for_it(module: str) -> None:
    import subprocess

    code = (
        f"import {module}, sys; from content.places.gazetteer import Gazetteer; Gazetteer.load(); "
        "sys.exit('shapely' in sys.modules)"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
