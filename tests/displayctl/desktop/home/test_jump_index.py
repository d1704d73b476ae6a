"""Finding anything by a few letters, with mistakes in them, in either language."""

from __future__ import annotations

import pytest

from displayctl.api.accounts import Role
from displayctl.desktop.home.commands import commands, pages
from displayctl.desktop.places import Deed, Place
from displayctl.desktop.presenters.jump_index import JumpIndex, Sort, Target, mistakes_at_the_beginning, words_of


class Everything:
    """Somebody who may do everything."""

    def may(self, *roles: Role, group: str = "") -> bool:
        return True


def target(title: str, sort: Sort = Sort.MEDIUM, note: str = "", also: str = "") -> Target:
    return Target(sort, title, Place("library", title), note, also)


INDEX = JumpIndex(
    (
        *pages({"walls": "Layar", "library": "Pustaka", "schedule": "Jadwal", "audit": "Jejak audit"}),
        *commands(Everything()),
        target("Tugu Adipura", Sort.WALL, "utama", "tugu"),
        target("Taman Anti Narkoba", Sort.WALL, "utama", "taman"),
        target("Bayar PBB 2026", note="pajak", also="IMG_2231.jpg"),
        target("Pengumuman libur Idul Fitri"),
        target("Imunisasi café Ångström"),
        target("🎉", also="pesta.png"),
        target("السلام"),
        target("x" * 300),
    )
)


@pytest.mark.parametrize(
    ("typed", "title"),
    [
        ("tugu", "Tugu Adipura"),
        ("adip", "Tugu Adipura"),
        ("dipura", "Tugu Adipura"),
        ("tuug", "Tugu Adipura"),
        ("narkova", "Taman Anti Narkoba"),
        ("pengumunan", "Pengumuman libur Idul Fitri"),
        ("pegnum", "Pengumuman libur Idul Fitri"),
        ("libur fitri", "Pengumuman libur Idul Fitri"),
        ("fitri pengumuman", "Pengumuman libur Idul Fitri"),
        ("PAJAK", "Bayar PBB 2026"),
        ("img_2231", "Bayar PBB 2026"),
        ("cafe angstrom", "Imunisasi café Ångström"),
        ("pesta", "🎉"),
        ("سلام", "السلام"),
        ("x" * 80, "x" * 300),
    ],
)
def test_things_are_found_by_beginnings_middles_tags_and_with_mistakes(typed: str, title: str) -> None:
    assert INDEX.find(typed)[0].title == title


@pytest.mark.parametrize(
    ("typed", "place"),
    [
        ("pasangkan layar", Place("walls", deed=Deed.PAIR)),
        ("pasngkan layar", Place("walls", deed=Deed.PAIR)),
        ("pair", Place("walls", deed=Deed.PAIR)),
        ("tulis pengumuman", Place("library", deed=Deed.ANNOUNCE)),
        ("library", Place("library")),
        ("lybrary", Place("library")),
        ("pustka", Place("library")),
        ("kalender", Place("schedule")),
        ("riwayat", Place("audit")),
        ("darurat", Place("", deed=Deed.EMERGENCY)),
        ("mengapa tidak tayang", Place("schedule", deed=Deed.SEARCH)),
        ("english", Place("", "en", Deed.SPEAK)),
    ],
)
def test_pages_and_commands_are_found_in_either_language(typed: str, place: Place) -> None:
    assert place in {found.place for found in INDEX.find(typed)[:2]}


@pytest.mark.parametrize("typed", ["", "   ", "🎉🎉", "...", "zzzzqqqq", "tugu zzzzqqqq", "qx"])
def test_what_nothing_is_called_finds_nothing(typed: str) -> None:
    assert INDEX.find(typed) == ()


def test_a_pasted_megabyte_is_cut_and_does_no_harm() -> None:
    assert INDEX.find("tugu " + "a" * (1 << 20)) == ()
    assert INDEX.find("tugu" + " " * (1 << 20))[0].title == "Tugu Adipura"


def test_a_whole_word_comes_before_a_beginning_and_a_wall_before_a_medium() -> None:
    index = JumpIndex((target("Tugu"), target("Tuguran"), target("Tugu", Sort.WALL)))
    assert [(each.title, each.sort) for each in index.find("tugu")] == [
        ("Tugu", Sort.WALL),
        ("Tugu", Sort.MEDIUM),
        ("Tuguran", Sort.MEDIUM),
    ]


def test_only_what_one_may_do_is_offered() -> None:
    class Looks:
        def may(self, *roles: Role, group: str = "") -> bool:
            return Role.VIEWER in roles

    deeds = {each.place.deed for each in commands(Looks())}
    assert deeds == {Deed.INCIDENTS, Deed.SEARCH, Deed.SETTINGS, Deed.SPEAK}


@pytest.mark.parametrize(
    ("word", "known", "mistakes"),
    [
        ("layar", "layar", 0),
        ("lay", "layar", 0),
        ("lyaar", "layar", 1),
        ("laayr", "layar", 1),
        ("lsyar", "layar", 1),
        ("lyar", "layar", 1),
        ("layyar", "layar", 1),
        ("kertas", "layar", None),
    ],
)
def test_mistakes_are_letters_wrong_missing_too_many_or_exchanged(word: str, known: str, mistakes: int | None) -> None:
    assert mistakes_at_the_beginning(word, known, 1) == mistakes


def test_accents_and_capitals_make_no_difference() -> None:
    assert words_of("ÁÇÉ Ünal-2") == ["ace", "unal", "2"]
