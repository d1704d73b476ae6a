"""When something plays in the days to come, two weeks compared, and what two people changed of a slot."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest

from displayctl.desktop.presenters.airtime_words import found_words
from displayctl.desktop.presenters.airtimes import MOST_AIRINGS, MOST_WALLS, Sought, Wanted, books, find_airings
from displayctl.desktop.presenters.comparison import Side, compare, unlike_words
from displayctl.desktop.presenters.slot_fields import changed_fields, field_words, in_form_order
from schedules.proof import ShowingKind
from tests.builders import at, every_day, interrupt, programme, slot, wall

NOW = at("2026-11-23 07:00")


def test_a_medium_is_found_wherever_its_playlists_are_booked() -> None:
    planned = programme(slot("pagi", "abc", "08:00-09:00"), slot("sore", "ab", "16:00-17:00"), filler_id=None)
    found = find_airings((planned,), Wanted(Sought.MEDIUM, "a"), NOW)
    assert (found.next is not None, len(found.found), found.walls) == (True, 28, ("tugu",))
    first, second, *_ = found.found
    assert (first.slot_id, first.starts, first.ends) == ("pagi", at("2026-11-23 08:00"), at("2026-11-23 09:00"))
    assert second.slot_id == "sore"
    assert len(find_airings((planned,), Wanted(Sought.MEDIUM, "c"), NOW).found) == 14
    assert len(find_airings((planned,), Wanted(Sought.PLAYLIST, "ab"), NOW).found) == 14
    assert len(find_airings((planned,), Wanted(Sought.SLOT, "pagi"), NOW).found) == 14
    assert not find_airings((planned,), Wanted(Sought.MEDIUM, "nothing"), NOW).walls


def test_turns_of_an_interrupt_are_told_by_the_day_and_a_loop_goes_on_behind_them() -> None:
    planned = programme(slot("pagi", "abc", "08:00-10:00"), interrupt("azan", "p", 4, "08:00-10:00"), filler_id=None)
    turns = find_airings((planned,), Wanted(Sought.SLOT, "azan"), NOW).found
    assert {airing.kind for airing in turns} == {ShowingKind.INTERRUPT}
    assert {airing.turns for airing in turns} <= {7, 8}
    assert len(turns) == 14
    loops = find_airings((planned,), Wanted(Sought.SLOT, "pagi"), NOW).found
    assert len(loops) == 14
    assert all(airing.ends - airing.starts > timedelta(minutes=119) for airing in loops)


def test_what_is_hidden_all_the_time_is_booked_and_has_no_airtime() -> None:
    planned = programme(slot("kalah", "c", "08:00-09:00"), slot("menang", "ab", "08:00-09:00", priority=90))
    found = find_airings((planned,), Wanted(Sought.SLOT, "kalah"), NOW)
    assert (found.found, found.walls) == ((), ("tugu",))


def test_only_so_many_walls_are_looked_at() -> None:
    walls = tuple(wall(f"w{n}") for n in range(MOST_WALLS + 3))
    many = slot("pagi", "abc", "08:00-09:00", display_ids=tuple(each.id for each in walls))
    found = find_airings((programme(many, displays=walls, filler_id=None),), Wanted(Sought.MEDIUM, "a"), NOW)
    assert (found.left_out, len(found.walls)) == (3, MOST_WALLS + 3)
    assert (found.times, len(found.found), len(found.on)) == (14 * MOST_WALLS, MOST_AIRINGS, MOST_WALLS)
    words = found_words(found, {}, ZoneInfo("Asia/Makassar"))
    assert f"{14 * MOST_WALLS} " in words
    assert f" {MOST_AIRINGS} " in words


@pytest.mark.usefixtures("indonesian")
def test_what_the_draft_alone_books_is_not_called_unbooked() -> None:
    published, draft = programme(filler_id=None), programme(slot("pagi", "abc", "08:00-09:00"), filler_id=None)
    zone = ZoneInfo("Asia/Makassar")
    for wanted in (Wanted(Sought.MEDIUM, "a"), Wanted(Sought.PLAYLIST, "abc"), Wanted(Sought.SLOT, "pagi")):
        on_air = find_airings((published,), wanted, NOW)
        assert "rancangan" in found_words(on_air, {}, zone, in_draft=books((draft,), wanted))
        assert found_words(on_air, {}, zone, in_draft=books((published,), wanted)) == "Belum dipesan di layar mana pun."


def test_a_week_of_the_draft_differs_from_that_on_air_where_something_was_changed() -> None:
    before = programme(slot("pagi", "abc", "08:00-10:00"))
    after = programme(slot("pagi", "abc", "08:00-09:00"), slot("senam", "c", "09:00-10:00", name="Senam"))
    monday = at("2026-11-23 00:00")
    found = compare(Side("tugu", before), Side("tugu", after), monday)
    assert found.length == timedelta(hours=7)
    first = found.unlike[0]
    assert (first.one, first.other, first.slot_ids) == (("Pagi",), ("Senam",), ("senam", "pagi"))
    words = unlike_words(first, "Asia/Makassar")
    assert "Senam" in words
    assert "Pagi" in words
    assert not compare(Side("tugu", after), Side("tugu", after), monday).unlike


def test_walls_of_other_shapes_are_alike_where_they_show_the_same_media() -> None:
    walls = (wall("tugu"), wall("taman"))
    both = programme(slot("pagi", "abc", "08:00-10:00", display_ids=("tugu", "taman")), displays=walls)
    alone = programme(slot("pagi", "abc", "08:00-10:00"), displays=walls)
    monday = at("2026-11-23 00:00")
    assert not compare(Side("tugu", both), Side("taman", both), monday).unlike
    assert compare(Side("tugu", alone), Side("taman", alone), monday).length == timedelta(hours=14)
    assert compare(Side("tugu", both), Side("tugu", None), monday).length == timedelta(days=7)


@pytest.mark.usefixtures("indonesian")
def test_that_one_of_both_shows_nothing_is_said_of_that_one() -> None:
    planned = programme(slot("pagi", "abc", "08:00-10:00"), filler_id=None)
    monday, whole, none = at("2026-11-23 08:00"), Side("tugu", planned), Side("tugu", None)
    gone, come = (compare(*sides, monday).unlike[0] for sides in ((whole, none), (none, whole)))
    assert unlike_words(gone, "Asia/Makassar").endswith(
        " 08.00–Sen 30 Nov 2026 08.00: kosong, sedangkan yang lain “Pagi”, pengisi"
    )
    assert unlike_words(come, "Asia/Makassar").endswith(": “Pagi”, pengisi, sedangkan yang lain kosong")


def test_what_two_people_changed_is_named_by_the_fields_of_the_form() -> None:
    before = slot("pagi", "abc", "08:00-09:00")
    theirs = replace(before, name="Baru", priority=80)
    mine = replace(before, name="Lain", recurrence=every_day(date(2026, 12, 1)))
    assert in_form_order(changed_fields(before, theirs) & changed_fields(before, mine)) == ("name",)
    assert in_form_order(changed_fields(before, theirs)) == ("name", "priority")
    assert all(field_words(part) for part in in_form_order(changed_fields(before, mine)))
    assert not changed_fields(before, before)
