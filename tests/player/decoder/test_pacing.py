"""Pictures of a live stream are due evenly, never in the past, and close to the camera's present."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from player.decoder.pacing import LATENCY_NS, Pacing

MS = 1_000_000
S = 1000 * MS
STEP = 40 * MS


@given(st.lists(st.integers(0, 150 * MS), min_size=2, max_size=200), st.booleans())
def test_jitter_below_the_latency_does_not_show(delays: list[int], pushed: bool) -> None:
    pacing = Pacing(pushed=pushed)
    least = delays[0]
    due = [pacing.due_ns(n * STEP, n * STEP + max(least, delay)) for n, delay in enumerate(delays)]
    assert {after - before for before, after in itertools.pairwise(due)} == {STEP}
    assert due[0] == least + LATENCY_NS


@given(st.lists(st.tuples(st.integers(-20 * S, 20 * S), st.integers(0, 3 * S)), max_size=100), st.booleans())
def test_whatever_a_stream_says_nothing_is_due_in_the_past_or_far_away(
    steps: list[tuple[int, int]], pushed: bool
) -> None:
    pacing, media, now = Pacing(pushed=pushed), 0, 0
    for forth, passes in steps:
        media, now = media + forth, now + passes
        assert now <= pacing.due_ns(media, now) <= now + 30 * S


def test_a_picture_that_comes_too_late_is_shown_at_once_and_shifts_those_after_it() -> None:
    pacing = Pacing(pushed=True)
    pacing.due_ns(0, 0)
    late = STEP + LATENCY_NS + 300 * MS
    assert pacing.due_ns(STEP, late) == late
    assert pacing.due_ns(2 * STEP, late + STEP) == late + STEP


def test_time_that_jumps_begins_anew() -> None:
    for jump in (-10 * S, 3600 * S):
        pacing = Pacing(pushed=True)
        pacing.due_ns(100 * S, 0)
        assert pacing.due_ns(100 * S + jump, STEP) == STEP + LATENCY_NS


def test_what_a_camera_had_in_store_is_skipped_within_two_seconds() -> None:
    pacing = Pacing(pushed=True)
    for n in range(50):
        pacing.due_ns(n * STEP, 0)  # two seconds of pictures in one burst
    behind = [pacing.due_ns(n * STEP, (n - 49) * STEP) - (n - 49) * STEP for n in range(50, 125)]
    assert behind[0] > 2 * S
    assert behind[-1] == LATENCY_NS


def test_segments_that_come_at_once_are_played_out_at_their_own_speed() -> None:
    pacing = Pacing(pushed=False)
    due = [pacing.due_ns(n * STEP, n // 250 * 10 * S) for n in range(1000)]
    assert due == [LATENCY_NS + n * STEP for n in range(1000)]
