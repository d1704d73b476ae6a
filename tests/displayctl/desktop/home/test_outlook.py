"""What a wall plays and what comes next, by its programme; and the hours it has nothing for."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest

from displayctl.desktop.presenters.outlook import empty_hours, outlook_at, wall_day, without_interrupts
from displayctl.desktop.presenters.outlook_words import booking_words, empty_words, then_words
from displayctl.desktop.presenters.wall_tiles import Known, tile_of
from schedules.opening import OpeningHours
from schedules.proof import ShowingKind
from tests.builders import ZONE, at, hours, interrupt, programme, slot, span, wall

pytestmark = pytest.mark.usefixtures("english")
NINE = at("2026-11-22 09:00")
LUWUK = ZoneInfo(ZONE)


def test_the_booking_on_now_and_the_one_after_it_are_told_with_their_times() -> None:
    day = wall_day(programme(slot("pagi", "abc", "08:00-10:00"), slot("siang", "ab", "10:00-12:00")), "tugu", NINE)
    outlook = outlook_at(day, NINE)
    assert outlook is not None
    assert outlook.now.booking == "Pagi"
    assert outlook.now.span.ends == at("2026-11-22 10:00")
    assert booking_words(outlook, LUWUK) == "“Pagi”, until 10:00"
    assert then_words(outlook, LUWUK) == "Then 10:00: “Siang”"


def test_of_a_wall_without_a_player_is_told_what_is_planned_and_what_to_do_and_not_that_it_plays() -> None:
    outlook = outlook_at(wall_day(programme(slot("pagi", "abc", "08:00-10:00")), "tugu", NINE), NINE)
    tile = tile_of(wall(), Known(None, None, (), outlook), NINE, str)
    assert (tile.plays, tile.booking, tile.then, tile.health) == (
        "No player is bound to this wall yet.",
        "Planned: “Pagi”, until 10:00",
        "",
        "Pair it with the code on the wall.",
    )


def test_an_interrupt_does_not_end_the_booking_it_pauses() -> None:
    day = wall_day(programme(slot("semua", "ab"), interrupt("info", "c", 6)), "tugu", NINE)
    assert len(day.compilation.segments) > 100
    outlook = outlook_at(day, NINE)
    assert outlook is not None
    assert [run.booking for run in day.runs] in (["Semua"], ["Info", "Semua"])
    assert outlook.then is None or outlook.then.booking == "Semua"


def test_a_booking_without_an_end_within_a_day_says_so() -> None:
    day = wall_day(programme(), "tugu", NINE)
    outlook = outlook_at(day, at("2026-11-23 08:59"))
    assert outlook is not None
    assert outlook.kind is ShowingKind.FILLER
    assert outlook.then is None
    assert booking_words(outlook, LUWUK) == "Filler, for a day at least"


def test_outside_of_the_compiled_day_nothing_is_claimed() -> None:
    day = wall_day(programme(), "tugu", NINE)
    assert outlook_at(day, NINE - timedelta(seconds=1)) is None
    assert outlook_at(day, day.ends) is None


def test_empty_hours_count_only_while_people_pass_and_for_an_hour_at_least() -> None:
    booked = programme(
        slot("pagi", "abc", "05:00-09:30"), slot("siang", "ab", "10:00-20:00"), slot("malam", "c", "21:30-23:00")
    )
    empty = empty_hours(booked, "tugu", NINE)
    assert empty is not None
    assert empty.first == span("2026-11-22 20:00", "2026-11-22 21:30")
    assert empty.total == 7 * timedelta(hours=1, minutes=30)
    assert empty_words(empty, LUWUK) == ("Tugu has only filler on Sunday 20:00–21:30; 10 h 30 min in the next 7 days.")


def test_a_wall_that_is_booked_all_day_has_no_empty_hours() -> None:
    assert empty_hours(programme(slot("semua", "abc")), "tugu", NINE) is None


def test_interrupts_alone_do_not_fill_an_hour() -> None:
    whole = programme(interrupt("info", "c", 60))
    assert empty_hours(without_interrupts(whole), "tugu", NINE) is not None
    assert without_interrupts(whole).slots == ()


def test_a_wall_with_hours_of_its_own_is_empty_only_while_it_is_open_and_says_when_it_is_closed() -> None:
    evening = wall(opening=OpeningHours((hours("18:00-21:00"),)))
    booked = replace(programme(slot("pagi", "abc", "05:00-19:30")), displays=(evening,))
    empty = empty_hours(booked, "tugu", NINE)
    assert empty is not None
    assert empty.first == span("2026-11-22 19:30", "2026-11-22 21:00")
    assert empty.total == 7 * timedelta(hours=1, minutes=30)
    outlook = outlook_at(wall_day(booked, "tugu", NINE), NINE)
    assert outlook is not None
    assert booking_words(outlook, LUWUK) == "Closed, until 18:00"
