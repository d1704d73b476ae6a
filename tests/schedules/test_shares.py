"""Airtime by shares: seconds on air in proportion, evenly spread."""

from __future__ import annotations

from collections import Counter

from hypothesis import given, settings
from hypothesis import strategies as st

from schedules.shares import MOST_PLAYS, interleave

pairs = st.tuples(st.integers(1, 1000), st.integers(500, 86_400_000))
modest = st.tuples(st.integers(1, 20), st.integers(5, 60))


def test_equal_shares_of_equal_lengths_take_turns() -> None:
    assert interleave([3, 3, 3], [10, 10, 10]) == (0, 1, 2)


def test_a_larger_share_is_spread_evenly() -> None:
    assert interleave([3, 1], [10, 10]) in [(0, 0, 1, 0), (0, 1, 0, 0)]


def test_seconds_count_and_not_plays() -> None:
    order = interleave([1, 1], [10, 30])
    assert Counter(order) == {0: 3, 1: 1}


def test_nothing_gives_nothing() -> None:
    assert interleave([], []) == ()


@settings(max_examples=150, deadline=None)
@given(st.lists(modest, min_size=1, max_size=12))
def test_airtime_is_less_than_two_points_off_its_share(entries: list[tuple[int, int]]) -> None:
    shares, lengths = zip(*entries, strict=True)
    counts = Counter(interleave(shares, lengths))
    cycle = sum(counts[index] * length for index, length in enumerate(lengths))
    for index, (share, length) in enumerate(entries):
        assert abs(counts[index] * length / cycle - share / sum(shares)) < 0.02


@settings(max_examples=60, deadline=None)
@given(st.lists(modest, min_size=2, max_size=6))
def test_the_plays_of_an_entry_are_spread_evenly(entries: list[tuple[int, int]]) -> None:
    order = interleave(*zip(*entries, strict=True))
    for index in range(len(entries)):
        places = [place for place, found in enumerate(order) if found == index]
        gaps = [after - before for before, after in zip(places, [*places[1:], places[0] + len(order)], strict=True)]
        assert max(gaps) - min(gaps) <= len(entries)


@settings(max_examples=40, deadline=None)
@given(st.lists(pairs, min_size=1, max_size=40))
def test_every_entry_plays_and_the_cycle_is_bounded(entries: list[tuple[int, int]]) -> None:
    order = interleave(*zip(*entries, strict=True))
    assert set(order) == set(range(len(entries)))
    assert len(order) <= MOST_PLAYS
