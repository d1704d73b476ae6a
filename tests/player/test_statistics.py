"""The figures of an hour: sums, seams between items that follow each other, and a bound on everything."""

from __future__ import annotations

import math

from hypothesis import given
from hypothesis import strategies as st

from player.statistics import HOUR_MS, HOURS_KEPT, MOST_SEAMS, HourFigures, Statistics

BEGIN = 400_000 * HOUR_MS


def play(statistics: Statistics, slips: list[float], begin_ms: int = BEGIN, region: str = "") -> int:
    at = begin_ms
    for slip in slips:
        statistics.item(at, at + 2000, presented=60, late=1, dropped=2, slip_ms=slip, region=region)
        at += 2000
    return at


def test_the_first_item_after_a_start_is_no_seam_and_those_that_follow_are() -> None:
    statistics = Statistics()
    play(statistics, [900.0, 1.0, 3.0, 2.0])
    assert statistics.now() == HourFigures(
        BEGIN, 4, 240, 4, 8, 0, 3, seam_median_ms=2.0, seam_p95_ms=3.0, seam_max_ms=3.0
    )


def test_items_of_different_regions_make_no_seam_with_each_other() -> None:
    statistics = Statistics()
    end = play(statistics, [0.0, 0.0])
    play(statistics, [7.0], end, region="samping")
    assert (statistics.now().seams, statistics.now().items) == (1, 3)


@given(st.lists(st.floats(0, 1000), min_size=2, max_size=60))
def test_seams_are_told_by_rank(slips: list[float]) -> None:
    statistics = Statistics()
    play(statistics, slips)
    ordered = sorted(slips[1:])
    figures = statistics.now()
    assert figures.seam_median_ms == ordered[math.ceil(0.5 * len(ordered)) - 1]
    assert figures.seam_p95_ms == ordered[math.ceil(0.95 * len(ordered)) - 1]
    assert figures.seam_max_ms == ordered[-1]


def test_an_hour_is_told_once_it_is_over_and_an_empty_one_never() -> None:
    statistics = Statistics()
    assert not statistics.tick(BEGIN)
    play(statistics, [0.0, 0.0])
    statistics.missed(3, BEGIN + 5000)
    statistics.stage_lost(BEGIN + 6000)
    assert not statistics.tick(BEGIN + HOUR_MS - 1)
    assert statistics.tick(BEGIN + HOUR_MS)
    assert not statistics.tick(BEGIN + 3 * HOUR_MS)
    (hour,) = statistics.hours()
    assert (hour.starts_ms, hour.items, hour.underruns, hour.stage_restarts) == (BEGIN, 2, 3, 1)


def test_what_ends_after_its_hour_counts_in_the_next_and_nothing_grows_without_bound() -> None:
    statistics = Statistics()
    for hour in range(HOURS_KEPT + 9):
        play(statistics, [0.0], BEGIN + (hour + 1) * HOUR_MS - 1000)
        statistics.tick(BEGIN + (hour + 2) * HOUR_MS)
    assert len(statistics.hours()) == HOURS_KEPT
    assert statistics.hours()[-1].starts_ms == BEGIN + (HOURS_KEPT + 9) * HOUR_MS
    busy = Statistics()
    for number in range(MOST_SEAMS + 50):
        at = BEGIN + number
        busy.item(at, at + 1, presented=1, late=0, dropped=0, slip_ms=0.0)
    assert busy.now().seams == MOST_SEAMS + 49


def test_a_clock_that_falls_back_begins_another_hour() -> None:
    statistics = Statistics()
    play(statistics, [0.0])
    statistics.tick(BEGIN - 5 * HOUR_MS)
    assert [hour.starts_ms for hour in statistics.hours()] == [BEGIN]
    assert statistics.now().starts_ms == BEGIN - 5 * HOUR_MS
