"""Frames at any times become frames at a constant rate, exactly counted."""

from __future__ import annotations

from fractions import Fraction

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from content.studio.cadence import Cadence, frames_for

rates = st.sampled_from((25, 30, 50, 60))
gaps = st.lists(st.fractions(Fraction(1, 240), Fraction(1, 2), max_denominator=1000), min_size=1, max_size=25)


def paced(begins: list[Fraction], rate: int, total: int) -> list[int]:
    """Which source frame each frame of the result shows."""
    cadence: Cadence[int] = Cadence(rate, total)
    out = [step for number, second in enumerate(begins) for step in cadence.push(second, number)]
    out += cadence.finish()
    assert [number for number, _ in out] == list(range(len(out)))
    return [shown for _, shown in out]


def test_the_same_rate_changes_nothing() -> None:
    assert paced([Fraction(k, 30) for k in range(60)], 30, 60) == list(range(60))


def test_sixty_to_thirty_takes_every_second_frame() -> None:
    assert paced([Fraction(k, 60) for k in range(60)], 30, 30) == list(range(0, 60, 2))


def test_twenty_five_to_fifty_shows_every_frame_twice() -> None:
    assert paced([Fraction(k, 25) for k in range(25)], 50, 50) == [k // 2 for k in range(50)]


@pytest.mark.parametrize(
    ("seconds", "rate", "frames"), [("4", 30, 120), ("4.01", 30, 120), ("4.02", 30, 121), ("0.1", 25, 13)]
)
def test_lengths_become_whole_frames_and_half_a_second_at_least(seconds: str, rate: int, frames: int) -> None:
    assert frames_for(Fraction(seconds), rate) == frames


@settings(max_examples=40)
@given(gaps, rates, st.integers(1, 400))
def test_exactly_the_total_comes_out_in_order(between: list[Fraction], rate: int, total: int) -> None:
    begins = [sum(between[:k], Fraction(0)) for k in range(len(between))]
    shown = paced(begins, rate, total)
    assert len(shown) == total
    assert shown == sorted(shown)


@settings(max_examples=40)
@given(gaps, rates)
def test_every_frame_is_the_newest_begun_by_its_time(between: list[Fraction], rate: int) -> None:
    begins = [sum(between[:k], Fraction(0)) for k in range(len(between))]
    total = frames_for(sum(between, Fraction(0)), rate)
    for number, shown in enumerate(paced(begins, rate, total)):
        due = [k for k, second in enumerate(begins) if int(second * rate + Fraction(1, 2)) <= number]
        assert shown == max(due)


def test_no_source_frame_gives_no_frame() -> None:
    assert list(Cadence[int](30, 30).finish()) == []
