"""Which places a warning reaches: inside, on the border, over the 180th meridian, and by codes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.places.gazetteer import Gazetteer
from displayctl.hub.feeds.geometry import districts_reached, has_area, reaches
from displayctl.hub.feeds.warning import Circle, Geocode, Ring, Warning, WarningKind
from schedules.position import Position

NOW = datetime(2026, 8, 14, 1, tzinfo=UTC)
OURS = Gazetteer.load()
LUWUK, TOILI, PALU = Position(-0.95, 122.79), Position(-1.36, 122.23), Position(-0.9, 119.87)
AROUND_LUWUK = ((-0.8, 122.6), (-0.8, 122.9), (-1.1, 122.9), (-1.1, 122.6), (-0.8, 122.6))
AROUND_TOILI = ((-1.2, 122.1), (-1.2, 122.4), (-1.5, 122.4), (-1.5, 122.1), (-1.2, 122.1))


def warning(
    polygons: tuple[Ring, ...] = (), circles: tuple[Circle, ...] = (), geocodes: tuple[Geocode, ...] = ()
) -> Warning:
    return Warning(
        "bmkg", "1", NOW, NOW, NOW + timedelta(hours=1), WarningKind.RAIN, "Hujan",
        polygons=polygons, circles=circles, geocodes=geocodes,
    )  # fmt: skip


def test_every_polygon_counts_not_the_first_alone() -> None:
    both = warning((AROUND_LUWUK, AROUND_TOILI))
    assert [reaches(both, at, OURS) for at in (LUWUK, TOILI, PALU)] == [True, True, False]
    assert not reaches(warning((AROUND_LUWUK,)), TOILI, OURS)


def test_the_border_belongs_to_it() -> None:
    assert reaches(warning((AROUND_LUWUK,)), Position(-0.8, 122.7), OURS)
    assert reaches(warning((AROUND_LUWUK,)), Position(-1.1, 122.6), OURS)


def test_circles_are_in_kilometres() -> None:
    sixty = warning(circles=(Circle(PALU.latitude, PALU.longitude, 60), Circle(-1.4, 122.3, 60)))
    assert [reaches(sixty, at, OURS) for at in (PALU, TOILI, LUWUK)] == [True, True, False]
    assert reaches(warning(circles=(Circle(-0.95, 122.79, 0),)), LUWUK, OURS)
    assert reaches(warning(circles=(Circle(0, 179.9, 50),)), Position(0, -179.9), OURS)


@pytest.mark.parametrize("across", [170.0, 179.9])
def test_a_polygon_over_the_180th_meridian_is_the_small_one(across: float) -> None:
    ring = ((-10.0, across), (10.0, across), (10.0, -across), (-10.0, -across), (-10.0, across))
    over = warning((ring,))
    inside = [Position(0, 180), Position(0, -180), Position(9, (across + 180) / 2), Position(-9, -(across + 180) / 2)]
    assert all(reaches(over, at, OURS) for at in inside)
    assert not any(reaches(over, at, OURS) for at in (LUWUK, Position(0, 0), Position(0, -across + 1)))


def test_a_ring_that_crosses_itself_does_not_upset_it() -> None:
    bow = ((-0.8, 122.6), (-1.1, 122.9), (-0.8, 122.9), (-1.1, 122.6), (-0.8, 122.6))
    assert reaches(warning((bow,)), Position(-0.95, 122.61), OURS)
    assert not reaches(warning((bow,)), Position(-0.85, 122.75), OURS)
    flat = ((-0.95, 122.0), (-0.95, 122.79), (-0.95, 123.0), (-0.95, 122.0))
    assert reaches(warning((flat,)), LUWUK, OURS)


def test_codes_reach_the_walls_of_their_districts() -> None:
    luwuk = warning(geocodes=(Geocode("adm3", "72.01.04"),))
    assert [reaches(luwuk, at, OURS) for at in (LUWUK, TOILI, PALU)] == [True, False, False]
    whole = warning(geocodes=(Geocode("BPS", "7202"),))
    assert [reaches(whole, at, OURS) for at in (LUWUK, TOILI, PALU)] == [True, True, False]


def test_what_names_no_area_reaches_nobody() -> None:
    assert not reaches(warning(), LUWUK, OURS)
    assert not has_area(warning())
    assert districts_reached(warning(), OURS) == ()


def test_districts_are_those_that_any_part_lies_in() -> None:
    small = warning(circles=(Circle(-0.92, 122.5, 1),))  # inside Pagimana, far from its corners and its middle
    assert [district.name for district in districts_reached(small, OURS)] == ["Pagimana"]
    names = [district.name for district in districts_reached(warning((AROUND_LUWUK,)), OURS)]
    assert "Luwuk" in names
    assert "Toili" not in names
    coded = warning(geocodes=(Geocode("kode", "720109"),))
    assert [district.name for district in districts_reached(coded, OURS)] == ["Toili"]


@given(st.floats(-89, 89), st.floats(-180, 180), st.floats(0.01, 0.9), st.floats(0.01, 80))
def test_a_box_encloses_its_middle_wherever_it_lies(lat: float, lon: float, high: float, wide: float) -> None:
    def turned(longitude: float) -> float:
        return (longitude + 180) % 360 - 180

    west, east = turned(lon - wide), turned(lon + wide)
    ring = ((lat - high, west), (lat + high, west), (lat + high, east), (lat - high, east), (lat - high, west))
    assert reaches(warning((ring,)), Position(lat, lon), OURS)
    assert not reaches(warning((ring,)), Position(lat, turned(lon + 180)), OURS)
