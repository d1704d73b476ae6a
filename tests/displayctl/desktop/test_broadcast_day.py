"""One wall's day cue by cue, and as bars where items are too narrow: arithmetic without a window."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import pairwise

import pytest

from displayctl.desktop.presenters.broadcast_day import (
    LEAST_ITEM_PX,
    Lane,
    View,
    alerts_of,
    bars_seen,
    day_span,
    lane_of,
    next_cue,
)
from schedules.compilation import Compilation
from schedules.compiler import compile_programme
from schedules.director import cue_at
from schedules.proof import ShowingKind
from tests.builders import ZONE, alert, at, interrupt, programme, slot

SUNDAY = date(2026, 11, 22)
DAY = day_span(SUNDAY, ZONE)
WIDTH_PX = 900


@pytest.fixture(scope="module")
def day() -> Compilation:
    made = programme(slot("pagi", "ab", "06:00-18:00"), interrupt("iklan", "c", 12, "06:00-18:00"))
    return compile_programme(made, "tugu", DAY)


def whole_day() -> View:
    return View(DAY, DAY.starts, WIDTH_PX / 86_400, WIDTH_PX)


def test_the_whole_day_is_a_few_bars_in_their_lanes(day: Compilation) -> None:
    bars = list(bars_seen(day, whole_day()))
    assert len(bars) < 2 * WIDTH_PX
    assert {lane_of(bar.kind) for bar in bars} == {Lane.INTERRUPT, Lane.LOOP, Lane.FILLER}
    (booked,) = [bar for bar in bars if bar.kind is ShowingKind.LOOP]
    assert booked.slot_id == "pagi"
    assert booked.cue is None
    assert booked.span.length > timedelta(hours=11, minutes=59)


def test_closely_seen_every_item_is_told_with_its_cue_and_nothing_beside(day: Compilation) -> None:
    view = View(DAY, at("2026-11-22 08:00"), 5.0, WIDTH_PX)
    bars = list(bars_seen(day, view))
    assert 0 < len(bars) <= WIDTH_PX / LEAST_ITEM_PX
    assert bars[0].span.starts <= view.left < bars[0].span.ends
    assert bars[-1].span.ends >= view.right
    for before, after in pairwise(bars):
        assert before.span.ends == after.span.starts
    assert all(bar.cue == cue_at(day, bar.span.starts) for bar in bars[1:])


def test_places_and_instants_are_each_others_reverse() -> None:
    view = View(DAY, DAY.starts + timedelta(hours=3), 0.5, WIDTH_PX)
    instant = view.left + timedelta(seconds=100)
    assert view.instant(view.x(instant)) == instant
    assert view.instant(-1e9) == DAY.starts
    assert view.instant(1e9) < DAY.ends


def test_stepping_goes_from_item_to_item_and_stops_at_the_ends(day: Compilation) -> None:
    instant = at("2026-11-22 07:00")
    onward = next_cue(day, instant, 1)
    assert onward == cue_at(day, instant).span.ends
    assert next_cue(day, onward, -1) == cue_at(day, instant).span.starts
    assert next_cue(day, onward + timedelta(seconds=1), -1) == onward
    assert next_cue(day, DAY.starts, -1) == DAY.starts
    assert next_cue(day, DAY.ends - timedelta(milliseconds=1), 1) < DAY.ends


def test_messages_are_told_for_as_long_as_they_stand_on_that_day() -> None:
    ((span, found),) = alerts_of((alert(),), "tugu", DAY)
    assert (span.starts, span.ends) == (at("2026-11-22 09:00"), at("2026-11-22 10:00"))
    assert found.id == "banjir"
    assert alerts_of((alert(),), "tugu", day_span(date(2026, 11, 23), ZONE)) == ()
    assert alerts_of((alert(display_ids=("taman",)),), "tugu", DAY) == ()


def test_a_day_on_which_clocks_change_has_its_own_length() -> None:
    assert day_span(date(2026, 3, 29), "Europe/Berlin").length == timedelta(hours=23)
