"""What is shown at an instant and until when: alerts before cues, cues by the clock."""

from __future__ import annotations

import time
from datetime import timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from schedules.alert import Alert, AlertLevel
from schedules.compiler import compile_programme
from schedules.director import any_time_items, cue_at, direct, next_change
from schedules.errors import InvalidValue, UnknownName
from schedules.playlist import PlaylistEntry
from schedules.proof import ShowingKind
from tests import strategies
from tests.builders import alert, at, playlist, programme, slot, span

DAY = span("2026-11-22 06:00", "2026-11-22 18:00")
PLAN = compile_programme(programme(slot("s", "abc", "08:00-16:00")), "tugu", DAY)
WEEK = compile_programme(programme(), "tugu", span("2026-11-20 00:00", "2026-11-28 00:00"))
NINE = at("2026-11-22 09:00")
SECOND = timedelta(seconds=1)


def shown(*alerts: Alert, when: str = "2026-11-22 09:30") -> str | None:
    showing = direct(PLAN, alerts, at(when))
    return showing.alert.id if showing.alert else None


def test_the_cue_follows_from_the_clock_alone() -> None:
    cue = cue_at(PLAN, at("2026-11-22 08:01:15"))  # the second round of 10 + 20 + 30 s
    assert (cue.medium_id, cue.item_index, cue.slot_id, cue.playlist_id) == ("b", 1, "s", "abc")
    assert cue.span == span("2026-11-22 08:01:10", "2026-11-22 08:01:30")
    assert cue.position_at(at("2026-11-22 08:01:15")) == 5 * SECOND
    assert cue.offset == timedelta(0)
    assert cue.kind is ShowingKind.LOOP
    assert cue.asset is not None


def test_cues_touch_through_the_whole_span() -> None:
    now = DAY.starts
    while now < DAY.ends:
        cue = cue_at(PLAN, now)
        assert cue.span.starts == now
        now = cue.span.ends
    assert now == DAY.ends


def test_a_cue_cut_by_the_span_tells_how_far_in_it_is() -> None:
    plan = programme(slot("s", "abc", "08:00-16:00"))
    cut = compile_programme(plan, "tugu", span("2026-11-22 08:01:15", "2026-11-22 09:00"))
    cue = cue_at(cut, at("2026-11-22 08:01:20"))
    assert (cue.span.starts, cue.offset) == (at("2026-11-22 08:01:15"), 5 * SECOND)
    assert cue.begins == at("2026-11-22 08:01:10")
    assert cue.position_at(at("2026-11-22 08:01:20")) == 10 * SECOND


def test_the_players_own_slate_is_a_cue_without_asset() -> None:
    cue = cue_at(compile_programme(programme(filler_id=None), "tugu", DAY), NINE)
    assert (cue.kind, cue.medium_id, cue.asset) == (ShowingKind.SLATE, "", None)
    assert cue.position_at(NINE) == timedelta(hours=9)


def test_outside_of_the_compiled_span_there_is_no_answer() -> None:
    with pytest.raises(InvalidValue, match="is not in the compiled span"):
        cue_at(PLAN, DAY.ends)


def test_awas_takes_the_wall_and_the_loop_goes_on_beneath() -> None:
    showing = direct(PLAN, (alert(),), NINE)
    assert showing.takeover
    assert showing.kind is ShowingKind.ALERT
    assert showing.cue == cue_at(PLAN, NINE)


@pytest.mark.parametrize("level", [AlertLevel.WASPADA, AlertLevel.SIAGA])
def test_lesser_alerts_are_banners_over_the_cue(level: AlertLevel) -> None:
    showing = direct(PLAN, (alert(level=level),), NINE)
    assert showing.alert is not None
    assert not showing.takeover
    assert showing.kind is ShowingKind.LOOP


def test_an_alert_is_live_from_effective_up_to_expires() -> None:
    times = ("2026-11-22 08:59:59", "2026-11-22 09:00", "2026-11-22 09:59:59", "2026-11-22 10:00")
    assert [shown(alert(), when=when) for when in times] == [None, "banjir", "banjir", None]


def test_the_more_severe_comes_first_then_the_newer_then_the_id() -> None:
    severe = alert("severe")
    newer = alert("newer", issued_at=at("2026-11-22 09:10"))
    mild = alert("mild", AlertLevel.SIAGA, issued_at=at("2026-11-22 09:20"))
    assert shown(mild, severe) == "severe"
    assert shown(severe, newer, mild) == "newer"
    assert shown(alert("b"), alert("a")) == "a"


def test_alerts_for_other_walls_do_not_count() -> None:
    assert shown(alert(display_ids=("taman",))) is None
    assert shown(alert(display_ids=("taman", "tugu"))) == "banjir"


def test_an_alert_withdrawn_by_a_newer_one_is_gone_at_once_even_after_that_ones_end() -> None:
    withdrawal = alert(
        "selesai",
        AlertLevel.WASPADA,
        issued_at=at("2026-11-22 09:10"),
        expires=at("2026-11-22 09:20"),
        supersedes=("banjir",),
        display_ids=("taman",),
    )
    assert shown(alert(), withdrawal) is None
    assert shown(withdrawal, alert(), when="2026-11-22 09:15") is None


def test_an_older_alert_cannot_silence_a_newer_one() -> None:
    older = alert("older", issued_at=at("2026-11-22 08:00"), supersedes=("newer",))
    newer = alert("newer", issued_at=at("2026-11-22 08:30"), supersedes=("older",))
    assert shown(older, newer) == "newer"


def test_it_says_until_when_the_answer_holds() -> None:
    before = at("2026-11-22 08:59:55")
    assert direct(PLAN, (), before).until == at("2026-11-22 09:00:00")
    soon = alert(effective=at("2026-11-22 08:59:57"))
    assert next_change(PLAN, (soon,), before) == at("2026-11-22 08:59:57")
    ending = alert(expires=at("2026-11-22 09:00:03"))
    assert next_change(PLAN, (ending,), NINE) == at("2026-11-22 09:00:03")
    assert next_change(PLAN, (alert(display_ids=("taman",)),), NINE) == at("2026-11-22 09:00:10")


@settings(max_examples=25, deadline=None)
@given(st.lists(strategies.alerts(st.sampled_from("abc")), max_size=4, unique_by=lambda a: a.id), strategies.near)
def test_nothing_changes_before_the_next_change(alerts: list[Alert], instant: object) -> None:
    showing = direct(WEEK, alerts, instant)  # type: ignore[arg-type]
    last = direct(WEEK, alerts, showing.until - timedelta(microseconds=1))
    assert (last.cue.begins, last.alert) == (showing.cue.begins, showing.alert)


def test_without_a_trusted_clock_the_filler_entries_that_are_always_valid_are_left() -> None:
    entries = (PlaylistEntry("a", valid_from=NINE), PlaylistEntry("b"), PlaylistEntry("c", valid_until=NINE))
    plan = programme(playlists=(playlist("f", *entries),), filler_id="f")
    (item,) = any_time_items(plan, "tugu")
    assert (item.medium_id, item.duration, item.offset) == ("b", 20 * SECOND, timedelta(0))
    assert any_time_items(programme(filler_id=None), "tugu") == ()
    with pytest.raises(UnknownName):
        any_time_items(plan, "taman")


def test_a_cue_is_found_within_microseconds() -> None:
    plan = compile_programme(
        programme(slot("s", "abc", "08:00-16:00")), "tugu", span("2026-11-22 00:00", "2027-02-22 00:00")
    )
    began = time.perf_counter()
    for second in range(2000):
        cue_at(plan, DAY.starts + second * SECOND)
    assert (time.perf_counter() - began) / 2000 < 200e-6  # ten times the goal: other work shares the machine
