"""What plays at an instant and why: one rule and one sentence for every slot that is not on the wall."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings

from schedules.alert import AlertLevel
from schedules.compiler import compile_programme
from schedules.daypart import Daypart
from schedules.director import direct
from schedules.explain import Explanation, SlotRef, explain
from schedules.playlist import PlaylistEntry
from schedules.programme import Programme
from schedules.ranks import LosingRule
from schedules.recurrence import HolidaySet, Recurrence
from schedules.slot import DisplayException
from schedules.span import Span
from tests import strategies
from tests.builders import (
    SUNDAY,
    alert,
    at,
    every_day,
    hours,
    interrupt,
    picture,
    playlist,
    programme,
    slot,
    video,
    wall,
)

NINE = at("2026-11-22 09:00:05")
LIBUR = HolidaySet("libur", "Libur nasional", (SUNDAY,))
LAIN = HolidaySet("lain", "Libur daerah", (date(2026, 7, 8),))


def because(plan: Programme, slot_id: str = "s") -> tuple[LosingRule, str]:
    loser = next(loser for loser in explain(plan, "tugu", NINE).losers if loser.slot_id == slot_id)
    return loser.rule, loser.detail


def test_it_names_what_plays_until_when_and_the_winner() -> None:
    told = explain(programme(slot("s", "abc", "09:00-10:00", name="Pagi")), "tugu", NINE)
    assert told.winner == SlotRef("s", "Pagi")
    assert told.showing.cue.medium_id == "a"
    assert told.until == at("2026-11-22 09:00:10")
    assert told.losers == ()
    assert (told.display_id, told.instant) == ("tugu", NINE)


def test_filler_has_no_winner() -> None:
    assert explain(programme(), "tugu", NINE).winner is None


def test_slots_of_other_walls_are_not_losers() -> None:
    plan = programme(slot("s", "ab", display_ids=("taman",)), displays=(wall("tugu"), wall("taman")))
    assert explain(plan, "tugu", NINE).losers == ()


@pytest.mark.parametrize(
    ("changes", "rule", "words"),
    [
        ({"hours": hours("10:00-11:00")}, LosingRule.OUTSIDE_HOURS, "other hours of the day"),
        ({"hours": hours("08:00-10:00", (0, 1))}, LosingRule.OUTSIDE_HOURS, "do not belong to Sunday"),
        ({"recurrence": Recurrence(date(2026, 11, 23))}, LosingRule.DATE_RANGE, "begins on 2026-11-23"),
        ({"recurrence": every_day(date(2026, 1, 1), date(2026, 11, 21))}, LosingRule.DATE_RANGE, "ended on 2026-11-21"),
        (
            {"recurrence": Recurrence(date(2026, 1, 1), rule="FREQ=WEEKLY;BYDAY=MO")},
            LosingRule.NOT_ON_DATE,
            "not booked for Sunday, 2026-11-22",
        ),
        (
            {"recurrence": Recurrence(date(2026, 1, 1), rule="FREQ=WEEKLY;BYDAY=MO", except_holidays=("lain",))},
            LosingRule.NOT_ON_DATE,
            "not booked for Sunday, 2026-11-22",
        ),
        ({"recurrence": every_day(except_dates=(SUNDAY,))}, LosingRule.EXCEPTED_DATE, "leaves out the date 2026-11-22"),
        ({"recurrence": every_day(except_holidays=("libur",))}, LosingRule.HOLIDAY, "'Libur nasional'"),
        (
            {"exceptions": (DisplayException("tugu", (SUNDAY,)),)},
            LosingRule.DISPLAY_EXCEPTION,
            "leaves out the display 'Tugu' on 2026-11-22",
        ),
    ],
)
def test_a_slot_that_does_not_occur_says_why(changes: dict[str, object], rule: LosingRule, words: str) -> None:
    found, detail = because(programme(slot("s", "ab", **changes), holidays=(LIBUR, LAIN)))
    assert found is rule
    assert words in detail


def test_of_several_reasons_the_one_nearest_to_playing_is_told() -> None:
    # At 09:00 two dates are in question: Saturday, before the first day, and Sunday, which is left out.
    night_and_day = Daypart("d", "D", (hours("08:00-10:00"), hours("10:00-09:30")))
    plan = programme(
        slot("s", "ab", daypart_id="d", recurrence=every_day(except_dates=(SUNDAY,))), dayparts=(night_and_day,)
    )
    assert because(plan)[0] is LosingRule.EXCEPTED_DATE


@pytest.mark.parametrize(
    ("changes", "rule", "words"),
    [
        ({"priority": 40}, LosingRule.LOWER_PRIORITY, "'Winner' has the higher priority, 50 to 40."),
        ({"hours": hours("08:00-10:00")}, LosingRule.WIDER, "booked more narrowly, 1 h 00 min to 2 h 00 min"),
        ({"created_at": at("2026-01-01 00:00")}, LosingRule.OLDER, "was made later"),
        ({}, LosingRule.ID, "its id sorts first"),
    ],
)
def test_a_hidden_slot_says_by_which_rule(changes: dict[str, object], rule: LosingRule, words: str) -> None:
    loser = slot("x", "ab", **{"hours": hours("09:00-10:00"), **changes})
    found, detail = because(programme(slot("winner", "c", "09:00-10:00"), loser), "x")
    assert found is rule
    assert words in detail


@pytest.mark.parametrize(
    ("entries", "words"),
    [
        ((), "is empty"),
        ((PlaylistEntry("a", valid_until=NINE),), "is expired or not valid yet"),
        (("x",), "has a rendition for 640x384@30, as 'Tugu' has"),
    ],
)
def test_a_slot_with_nothing_playable_says_why(entries: tuple[PlaylistEntry | str, ...], words: str) -> None:
    plan = programme(
        slot("s", "s"),
        media=(video("a", 10), picture("p"), video("x", 5, "1x1@1")),
        playlists=(playlist("s", *entries), playlist("p", "p")),
    )
    rule, detail = because(plan)
    assert rule is LosingRule.NOTHING_PLAYABLE
    assert words in detail


def test_an_interrupt_says_when_its_next_turn_is() -> None:
    plan = programme(slot("loop", "ab"), interrupt("s", "c", 4, "08:05-12:00"))
    assert because(plan) == (LosingRule.NOT_DUE, "Its next turn is at 2026-11-22 09:05:00.")


def test_an_interrupt_without_room_says_so() -> None:
    plan = programme(
        interrupt("s", "long", 60),
        media=(video("c", 61), picture("p")),
        playlists=(playlist("long", "c"), playlist("p", "p")),
    )
    assert because(plan) == (LosingRule.NOT_DUE, "None of its turns in the next day finds room.")


def test_an_interrupt_says_which_loop_it_may_not_interrupt() -> None:
    plan = programme(slot("loop", "ab", priority=90), interrupt("s", "c", 4))
    rule, detail = because(plan)
    assert rule is LosingRule.LOWER_PRIORITY
    assert "may not interrupt 'Loop', of the higher priority 90" in detail


def test_an_interrupt_over_filler_waits_for_its_turn() -> None:
    assert because(programme(interrupt("s", "c", 1, "08:30-12:30")))[0] is LosingRule.NOT_DUE


def test_the_loop_beneath_an_interrupt_pauses() -> None:
    plan = programme(slot("s", "ab"), slot("x", "ab", priority=10), interrupt("spot", "c", 1, "09:00-12:00"))
    told = explain(plan, "tugu", NINE)
    assert told.winner == SlotRef("spot", "Spot")
    assert because(plan) == (LosingRule.INTERRUPTED, "It pauses for 'Spot' until 2026-11-22 09:00:30.")
    assert because(plan, "x")[0] is LosingRule.LOWER_PRIORITY


def test_an_alert_that_takes_the_wall_hides_the_winner_too() -> None:
    plan = programme(slot("s", "ab"), slot("x", "ab", priority=10))
    told = explain(plan, "tugu", NINE, (alert(),))
    assert told.winner is None
    assert told.losers[0].rule is LosingRule.HIDDEN_BY_ALERT
    assert "'Banjir bandang' has the whole wall" in told.losers[0].detail
    assert told.losers[1].rule is LosingRule.LOWER_PRIORITY
    banner = explain(plan, "tugu", NINE, (alert(level=AlertLevel.SIAGA),))
    assert banner.winner == SlotRef("s", "S")


def test_after_the_end_of_the_programme_that_is_the_reason() -> None:
    rule, detail = because(programme(slot("s", "ab"), valid_until=at("2026-11-22 09:00")))
    assert rule is LosingRule.PROGRAMME_OVER
    assert "valid until 2026-11-22 09:00:00 only" in detail


@settings(max_examples=15, deadline=None)
@given(strategies.programmes(), strategies.near)
def test_every_slot_is_either_the_winner_or_a_loser_and_the_answer_is_the_directors(
    plan: Programme, instant: object
) -> None:
    told: Explanation = explain(plan, "wall", instant)  # type: ignore[arg-type]
    names = [loser.slot_id for loser in told.losers] + ([told.winner.slot_id] if told.winner else [])
    assert sorted(names) == sorted(slot.id for slot in plan.slots)
    span = Span(told.instant, told.instant + timedelta(hours=1))
    assert told.showing.cue.begins == direct(compile_programme(plan, "wall", span), (), told.instant).cue.begins
    assert all(loser.detail.endswith(".") for loser in told.losers)
