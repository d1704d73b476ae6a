"""Groups of walls: made, renamed and dissolved without touching which programme a wall plays."""

from __future__ import annotations

import pytest

from displayctl.desktop.presenters.wall_groups import dissolved, group_name, groups_of, renamed, with_members
from displayctl.desktop.presenters.wall_rows import Heading, rows_of
from displayctl.desktop.presenters.wall_tiles import Known, WallTile, tile_of
from schedules.display import Display
from schedules.errors import InvalidValue
from tests.builders import wall
from tests.displayctl.hub.ground import now

WALLS = (
    wall("tugu", groups=("utama",)),
    wall("pasar-1", groups=("utama", "pasar")),
    wall("pasar-2", groups=("desa", "pasar", "malam")),
)


def groups(walls: tuple[Display, ...]) -> dict[str, tuple[str, ...]]:
    return {each.id: each.groups for each in walls}


def test_groups_with_a_programme_come_first() -> None:
    found = [(group.name, group.at_home, group.gathered) for group in groups_of(WALLS)]
    assert found == [
        ("desa", ("pasar-2",), ()),
        ("utama", ("tugu", "pasar-1"), ()),
        ("malam", (), ("pasar-2",)),
        ("pasar", (), ("pasar-1", "pasar-2")),
    ]


@pytest.mark.parametrize(
    ("typed", "name"), [("Pasar Luwuk", "pasar-luwuk"), ("  Désa – 3! ", "desa-3"), ("x" * 300, "x" * 64)]
)
def test_a_name_that_people_type_becomes_one_for_documents(typed: str, name: str) -> None:
    assert group_name(typed) == name


@pytest.mark.parametrize("typed", ["", "  ", "📺", "—"])
def test_a_name_without_letters_is_none(typed: str) -> None:
    with pytest.raises(InvalidValue):
        group_name(typed)


def test_members_change_and_the_programme_stays() -> None:
    changed = with_members(WALLS, "pasar", {"tugu", "pasar-1"})
    assert groups(changed) == {"tugu": ("utama", "pasar"), "pasar-2": ("desa", "malam")}
    assert with_members(WALLS, "utama", ()) == (), "walls at home in a group do not leave it here"


def test_a_group_is_renamed_and_dissolved_on_all_its_walls() -> None:
    assert groups(renamed(WALLS, "pasar", "niaga")) == {
        "pasar-1": ("utama", "niaga"),
        "pasar-2": ("desa", "niaga", "malam"),
    }
    assert groups(dissolved(WALLS, "malam")) == {"pasar-2": ("desa", "pasar")}


def test_a_group_whose_programme_is_played_is_neither_renamed_nor_dissolved() -> None:
    with pytest.raises(InvalidValue, match="programme"):
        renamed(WALLS, "utama", "lain")
    with pytest.raises(InvalidValue, match="programme"):
        dissolved(WALLS, "desa")
    with pytest.raises(InvalidValue, match="already"):
        renamed(WALLS, "malam", "pasar")


def test_a_wall_is_in_no_more_groups_than_a_document_takes() -> None:
    full = wall("penuh", groups=tuple(f"g{number}" for number in range(32)))
    with pytest.raises(InvalidValue, match="take it out"):
        with_members((full,), "baru", {"penuh"})


def tiles() -> tuple[WallTile, ...]:
    return tuple(tile_of(each, Known(None, None, (), None), now(), str) for each in WALLS)


def test_walls_stand_under_the_group_that_gathers_them() -> None:
    rows = rows_of(tiles())
    heads = [(row.group, row.count, row.ill) for row in rows if isinstance(row, Heading)]
    assert heads == [("pasar", 2, 2), ("utama", 1, 1)]
    assert [row.id for row in rows if isinstance(row, WallTile)] == ["pasar-1", "pasar-2", "tugu"]


def test_one_group_alone_needs_no_heading() -> None:
    assert [type(row) for row in rows_of(tiles(), group="malam")] == [WallTile]
    assert rows_of(tiles(), "tidak ada yang begini") == ()
