"""Which walls an area means: by name, group, kecamatan and a line drawn on a map."""

from __future__ import annotations

import pytest

from content.places.gazetteer import Gazetteer
from displayctl.desk.emergencies.area import MOST_CORNERS, Area, area_words, walls_inside, walls_of
from displayctl.errors import NothingToSign
from schedules.position import Position
from tests.builders import wall

LUWUK = Gazetteer.load()
(INSIDE,) = LUWUK.named_in("Luwuk")
HERE = INSIDE.position
SQUARE = tuple(
    Position(HERE.latitude + north, HERE.longitude + east)
    for north, east in ((-0.1, -0.1), (-0.1, 0.1), (0.1, 0.1), (0.1, -0.1))
)
WALLS = (
    wall("tugu", groups=("kota",), position=HERE),
    wall("taman", groups=("kota", "taman"), position=Position(0.0, 0.0)),
    wall("pasar", groups=("pasar",)),
)


def ids(area: Area) -> list[str]:
    return [wall.id for wall in walls_of(area, WALLS, LUWUK)]


def test_without_a_choice_it_is_every_wall() -> None:
    assert ids(Area()) == ["tugu", "taman", "pasar"]


def test_a_wall_belongs_to_it_by_any_of_its_parts() -> None:
    assert ids(Area(groups=("kota",))) == ["tugu", "taman"]
    assert ids(Area(display_ids=("pasar",), groups=("taman",))) == ["taman", "pasar"]
    assert ids(Area(districts=(INSIDE.code,))) == ["tugu"]
    assert ids(Area(polygon=SQUARE)) == ["tugu"]
    assert ids(Area(polygon=SQUARE, display_ids=("pasar",))) == ["tugu", "pasar"]


def test_a_line_of_two_corners_holds_nothing_and_one_of_too_many_is_refused() -> None:
    assert walls_inside(SQUARE[:2], WALLS) == ()
    assert [each.id for each in walls_inside((*SQUARE, SQUARE[0]), WALLS)] == ["tugu"], "closed or open"
    assert walls_inside((HERE, HERE, HERE), WALLS) == ()
    with pytest.raises(NothingToSign, match="draw it simpler"):
        walls_inside((HERE,) * (MOST_CORNERS + 1), WALLS)


@pytest.mark.parametrize(
    ("area", "said"),
    [
        (Area(display_ids=("menara",)), "no wall 'menara'"),
        (Area(groups=("desa",)), "no group 'desa'"),
        (Area(districts=("72.01.99",)), "no kecamatan"),
        (Area(polygon=(Position(50, 50), Position(50, 51), Position(51, 51))), "1 walls have no position yet"),
    ],
)
def test_an_area_without_walls_is_refused_with_the_reason(area: Area, said: str) -> None:
    with pytest.raises(NothingToSign, match=said):
        walls_of(area, WALLS, LUWUK)


def test_kecamatan_need_a_list_of_them() -> None:
    with pytest.raises(NothingToSign, match="choose walls or groups"):
        walls_of(Area(districts=(INSIDE.code,)), WALLS)


def test_an_area_in_words_for_the_record() -> None:
    assert area_words(Area()) == ""
    assert area_words(Area(districts=(INSIDE.code,), groups=("kota",)), LUWUK) == "Kecamatan Luwuk, kota"
