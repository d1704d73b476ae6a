"""The places of a regency are found by name, by code and by position, and an office can bring its own."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.errors import UnusablePlaces
from content.places.district import District, distance_km
from content.places.gazetteer import Gazetteer
from schedules.position import Position

OURS = Gazetteer.load()
WEST_AND_EAST = """
code = "73.71"
name = "Kota Contoh"
province = "Contoh"
source = "made up"
[[district]]
code = "73.71.01"
name = "Barat"
latitude = 0
longitude = 10
radius_km = 20
[[district]]
code = "73.71.02"
name = "Timur"
latitude = 0
longitude = 10.3
radius_km = 30
polygons = [[[-0.1, 10.2], [0.1, 10.2], [0.1, 10.4], [-0.1, 10.2]]]
"""


def names(districts: tuple[District, ...]) -> list[str]:
    return [district.name for district in districts]


def test_every_kecamatan_of_banggai_is_there_with_a_point_inside_its_outline() -> None:
    assert (OURS.code, OURS.bps_code, len(OURS.districts)) == ("72.01", "7202", 24)
    for district in OURS.districts:
        assert district in OURS.containing(district.position)
        assert all(
            distance_km(district.position, Position(*corner)) < district.radius_km + 1
            for ring in district.polygons
            for corner in ring
        )


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Luwuk", "Luwuk"),
        ("LUWUK UTARA", "Luwuk Utara"),
        ("Kec. Luwuk Sel.", "Luwuk Selatan"),
        ("kecamatan batui-selatan", "Batui Selatan"),
        ("Boalemo", "Bualemo"),
        ("ToiliBarat", "Toili Barat"),
    ],
)
def test_a_name_is_known_however_officials_write_it(written: str, meant: str) -> None:
    found = OURS.find(written)
    assert found is not None
    assert found.name == meant


def test_another_name_is_not_guessed_but_suggested() -> None:
    assert OURS.find("Pagimanna") is None
    assert names(OURS.suggest("Pagimanna"))[0] == "Pagimana"
    assert OURS.find("") is None
    assert OURS.suggest("Jakarta Pusat") == ()


def test_a_sentence_names_the_longer_district_not_its_neighbour() -> None:
    words = "di Kec. Luwuk Timur, Pagimana, Boalemo, dan dapat meluas ke Pagimana serta Luwuk"
    assert names(OURS.named_in(words)) == ["Luwuk Timur", "Pagimana", "Bualemo", "Luwuk"]
    assert OURS.named_in("Kota Palu dan sekitarnya") == ()


def test_positions_are_in_their_kecamatan_and_the_sea_in_none() -> None:
    assert names(OURS.containing(Position(-0.95, 122.79))) == ["Luwuk"]
    assert OURS.containing(Position(-1.4, 123.0)) == ()
    assert names(OURS.containing(Position(-1.346, 122.19))) == ["Toili Jaya", "Toili"]
    assert OURS.nearest(Position(-1.4, 123.0)).name in {"Nambo", "Kintom", "Mantoh", "Luwuk Selatan"}


@pytest.mark.parametrize(
    ("name", "value", "count"),
    [
        ("adm4", "72.01.04.1001", 1),
        ("kode", "720104", 1),
        ("kode", "72.01", 24),
        ("kode", "72", 24),
        ("kode", "7202", 0),
        ("BPS", "7202", 24),
        ("kabupaten", "BANGGAI", 24),
        ("kecamatan", "Kec. Luwuk Utara", 1),
        ("kecamatan", "Palu", 0),
        ("kabupaten", "Kab. Banggai bagian Utara", 24),
        ("kabupaten", "BANGGAI-KEPULAUAN", 0),
        ("kabupaten", "BANGGAI LAUT", 0),
        ("BPS", "7201", 0),
        ("BPS", "7202081", 0),
        ("kode", "72.01.99", 0),
        ("kode", "", 0),
        ("UGC", "TXZ123", 0),
    ],
)
def test_geocodes_are_read_by_who_gives_them(name: str, value: str, count: int) -> None:
    assert len(OURS.of_geocode(name, value)) == count


def test_codes_are_known_with_and_without_dots() -> None:
    assert OURS.district("72.01.21") == OURS.district("720121") == OURS.find("Luwuk Utara")
    assert OURS.district("72.07.03") is None


def test_an_office_brings_its_own_places_with_circles_where_it_has_no_outlines(tmp_path: Path) -> None:
    path = tmp_path / "contoh.toml"
    path.write_text(WEST_AND_EAST, "utf-8")
    ours = Gazetteer.load(path)
    assert names(ours.containing(Position(0, 10.1))) == ["Barat"]
    assert names(ours.containing(Position(0.05, 10.25))) == ["Timur"]
    assert ours.districts[0].polygon == ()
    assert ours.of_geocode("BPS", "7371") == ()


@pytest.mark.parametrize(
    ("before", "after", "words"),
    [
        ('name = "Kota Contoh"\n', "", "has no 'name'"),
        ('code = "73.71.02"', 'code = "73.71.01"', "listed twice"),
        ('name = "Timur"', 'name = "kec. barat"', "listed twice"),
        ('code = "73.71.02"', 'code = "72.01.04"', "one regency"),
        ("[0.1, 10.4], [-0.1, 10.2]]", "[0.1, 10.4]]", "least|items|open"),
        ("[0.1, 10.4], [-0.1, 10.2]]", "[0.1, 10.4], [0.2, 10.4]]", "is open"),
        ("latitude = 0\nlongitude = 10\n", "latitude = nan\nlongitude = 10\n", "no number"),
        ("latitude = 0\nlongitude = 10\n", "latitude = 91\nlongitude = 10\n", "out of bounds"),
        ("radius_km = 20", "radius_km = -1", "no radius"),
        ('code = "73.71"\n', 'code = "73"\n', "code of a regency"),
        ('source = "made up"', "source = 3", "source"),
        ("[[district]]", "[[district", "cannot be used"),
    ],
)
def test_a_file_that_cannot_be_used_says_where(tmp_path: Path, before: str, after: str, words: str) -> None:
    path = tmp_path / "contoh.toml"
    assert before in WEST_AND_EAST
    path.write_text(WEST_AND_EAST.replace(before, after, 1), "utf-8")
    with pytest.raises(UnusablePlaces, match=words) as refused:
        Gazetteer.load(path)
    assert "contoh.toml" in str(refused.value)


def test_an_office_names_its_file_once_for_everything_on_its_machine(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "contoh.toml"
    path.write_text(WEST_AND_EAST, "utf-8")
    monkeypatch.setenv("DISPLAYCTL_PLACES", str(path))
    assert Gazetteer.load().name == "Kota Contoh"
    monkeypatch.delenv("DISPLAYCTL_PLACES")
    assert Gazetteer.load().name == "Kabupaten Banggai"


def test_a_file_that_is_not_there_or_not_text_says_so(tmp_path: Path) -> None:
    with pytest.raises(UnusablePlaces, match="cannot be read"):
        Gazetteer.load(tmp_path / "none.toml")
    (tmp_path / "bytes.toml").write_bytes(b"\xff\xfe\x00")
    with pytest.raises(UnusablePlaces, match="cannot be used"):
        Gazetteer.load(tmp_path / "bytes.toml")


@given(st.floats(-90, 90), st.floats(-180, 180), st.floats(-90, 90), st.floats(-180, 180))
def test_distances_are_the_same_both_ways_and_half_round_at_most(a: float, b: float, c: float, d: float) -> None:
    one, other = Position(a, b), Position(c, d)
    assert distance_km(one, other) == pytest.approx(distance_km(other, one), abs=1e-6)
    assert 0 <= distance_km(one, other) <= 20_016


@given(st.text(max_size=60))
def test_no_text_upsets_the_lookup(text: str) -> None:
    OURS.find(text)
    OURS.named_in(text)
    OURS.of_geocode(text, text)
    OURS.district(text)


def test_a_place_on_a_pier_is_in_the_district_it_belongs_to_and_one_at_sea_in_none() -> None:
    square = ((0.0, 10.0), (0.0, 10.2), (0.2, 10.2), (0.2, 10.0), (0.0, 10.0))
    coast = District("73.71.01", "Pantai", 0.1, 10.1, 20, polygons=(square,))
    inland = District("73.71.02", "Hulu", 0.3, 10.1, 20, polygons=(tuple((n + 0.2, e) for n, e in square),))
    gazetteer = Gazetteer("73.71", "", "Kota Contoh", "Contoh", "made up", (coast, inland))
    assert names(gazetteer.containing(Position(-0.008, 10.1))) == ["Pantai"]
    assert names(gazetteer.containing(Position(-0.011, 10.1))) == []
