"""Empty and over-full hours of a week, found in what players would do."""

from __future__ import annotations

from datetime import date, timedelta

from displayctl.desktop.presenters.conflicts import conflicts_of, wall_week
from displayctl.desktop.presenters.hour_marks import HourFact, HourState, marks_of
from schedules.programme import Programme
from tests.builders import interrupt, playlist, programme, slot, video, wall

MONDAY = date(2026, 11, 23)


def facts(made: Programme) -> tuple[HourFact, ...]:
    return wall_week(made, wall(), MONDAY).hours


def hours_of(found: tuple[HourFact, ...], state: HourState, column: int = 0) -> list[int]:
    return [fact.hour for fact in found if fact.state is state and fact.column == column]


def test_open_hours_without_a_booking_are_empty() -> None:
    found = facts(programme(slot("pagi", "ab", "06:00-12:00")))
    assert hours_of(found, HourState.EMPTY) == list(range(12, 22))
    assert not hours_of(found, HourState.OVERFULL)


def test_an_hour_that_is_booked_in_part_is_not_empty() -> None:
    found = facts(programme(slot("pagi", "ab", "06:30-07:10")))
    assert hours_of(found, HourState.EMPTY)[:2] == [8, 9]


def test_interrupts_that_ask_for_more_than_an_hour_are_told_with_what_they_ask() -> None:
    # 60 times 30 s and 60 times 40 s
    long = {"media": (video("a", 10), video("b", 20), video("c", 30), video("p", 40))}
    found = facts(
        programme(
            slot("hari", "ab", "06:00-22:00"),
            interrupt("satu", "c", 60, "08:00-10:00"),
            interrupt("dua", "p", 60, "09:00-10:00"),
            **long,
        )
    )
    (crowded,) = [fact for fact in found if fact.state is HourState.OVERFULL and fact.column == 0]
    assert (crowded.hour, crowded.slot_ids) == (9, ("satu", "dua"))
    assert (crowded.asked, crowded.had) == (timedelta(minutes=70), timedelta(hours=1))


def test_a_playlist_longer_than_its_booking_never_shows_some_items() -> None:
    long = {
        "media": (video("a", 10), video("b", 20), video("c", 1800), video("p", 10)),
        "playlists": (playlist("panjang", "c", "c", "a"), playlist("p", "p")),
    }
    found = facts(programme(slot("pendek", "panjang", "08:00-09:00"), **long))
    (short,) = [fact for fact in found if fact.state is HourState.OVERFULL and fact.column == 0]
    assert (short.hour, short.slot_ids) == (8, ("pendek",))
    assert (short.asked, short.had) == (timedelta(seconds=3610), timedelta(hours=1))


def test_marks_of_several_walls_say_whether_all_are_meant() -> None:
    everywhere = HourFact(0, 7, HourState.EMPTY)
    one = HourFact(1, 8, HourState.EMPTY)
    marks = marks_of((("tugu", (everywhere, one)), ("taman", (everywhere,))))
    assert [(mark.column, mark.hour, mark.everywhere) for mark in marks] == [(0, 7, True), (1, 8, False)]


def test_conflicts_come_from_the_same_week() -> None:
    week = wall_week(
        programme(slot("rendah", "ab", "08:00-10:00", priority=10), slot("tinggi", "c", "09:00-11:00", priority=90)),
        wall(),
        MONDAY,
    )
    found = conflicts_of((week,))
    assert set(found.found) == {"rendah"}
    assert len(found.lost["rendah"]) == 7
    assert found.of_slot("tinggi") == ()
    ((_, overlaps),) = found.over_days("rendah")
    assert len(overlaps) == 7
