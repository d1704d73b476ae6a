"""Things found by what a person calls them."""

from __future__ import annotations

import pytest

from displayctl.cli.errors import NotNamed
from displayctl.cli.finding import pick
from displayctl.cli.naming import id_from, unique_id
from schedules.checks import check_id

WALLS = {"tugu": "Tugu Adipura", "taman": "Taman Anti Narkoba", "tugu-2": "Tugu"}


def find(named: str) -> str:
    return pick(named, WALLS, "wall", lambda wall: wall, lambda wall: WALLS[wall])


@pytest.mark.parametrize(
    ("named", "found"),
    [("tugu", "tugu"), ("Tugu", "tugu-2"), ("tugu adipura", "tugu"), ("TAMAN", "taman"), ("Taman An", "taman")],
)
def test_an_id_wins_over_a_name_and_a_name_over_a_beginning(named: str, found: str) -> None:
    assert find(named) == found


def test_what_is_not_there_is_told_with_what_is() -> None:
    with pytest.raises(NotNamed, match="no wall 'Tugo Adipura'; there is: Tugu Adipura"):
        find("Tugo Adipura")


def test_what_means_several_is_told_with_their_ids() -> None:
    with pytest.raises(NotNamed, match=r"more than one wall.*tugu, taman, tugu-2"):
        find("T")


def test_nothing_is_found_where_there_is_nothing() -> None:
    with pytest.raises(NotNamed, match="none at all yet"):
        pick("x", (), "wall", str, str)


@pytest.mark.parametrize(
    ("name", "expected"), [("Tugu Adipura", "tugu-adipura"), ("  Café & Teh! ", "cafe-teh"), ("x" * 80, "x" * 64)]
)
def test_ids_resemble_their_names(name: str, expected: str) -> None:
    assert id_from(name) == expected


@pytest.mark.parametrize("name", ["لوحة", "Jam sibuk", "-", "y" * 63 + " z"])
def test_every_name_gives_a_valid_id(name: str) -> None:
    check_id("id", id_from(name))
    check_id("id", unique_id(name))


def test_two_bookings_of_one_name_have_two_ids() -> None:
    assert unique_id("Malam") != unique_id("Malam")
