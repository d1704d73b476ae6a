"""Which frame each refresh shows: even steps for every rate on every output, nothing left out that could be shown."""

from __future__ import annotations

from itertools import groupby, pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from player.stage.entry import lead_for, position, stride_for
from player.stage.port import CueKind, StageCue
from player.stage.reel import Lap

S = 1_000_000_000
SECONDS = 4


def shown(rate: float, refresh_hz: float) -> list[int]:
    """The frame at each refresh of four seconds, the item beginning half a refresh before the first."""
    cue = StageCue("a", CueKind.VIDEO, 0, SECONDS * 1000, "/a.mp4", 0, rate, SECONDS * 1000)
    lap = Lap(cue, 0, 0, SECONDS * S, 0)
    period_ns = S / refresh_hz
    return [position(lap, round((number + 0.5) * period_ns)) for number in range(int(SECONDS * refresh_hz))]


def steps(rate: float, refresh_hz: float) -> list[int]:
    """For how many refreshes each frame is shown."""
    return [len(list(run)) for _, run in groupby(shown(rate, refresh_hz))]


def test_25_frames_on_60_refreshes_stand_two_and_three_in_turn() -> None:
    assert steps(25, 60)[:10] == [2, 3, 2, 3, 2, 2, 3, 2, 3, 2]


@pytest.mark.parametrize(
    ("rate", "refresh_hz", "every"), [(30, 60, 2), (60, 60, 1), (25, 50, 2), (50, 50, 1), (24, 48, 2)]
)
def test_a_rate_that_divides_the_refresh_has_equal_steps(rate: float, refresh_hz: float, every: int) -> None:
    assert set(steps(rate, refresh_hz)) == {every}


@settings(deadline=None)
@given(
    st.sampled_from((23.976, 24.0, 25.0, 29.97, 30.0, 48.0, 50.0, 59.94, 60.0)), st.sampled_from((50.0, 59.94, 60.0))
)
def test_steps_differ_by_one_refresh_at_most_and_no_frame_is_left_out_that_fits(rate: float, refresh_hz: float) -> None:
    frames = shown(rate, refresh_hz)
    inner = steps(rate, refresh_hz)[1:-1]
    assert max(inner) - min(inner) <= 1
    jumps = {after - before for before, after in pairwise(frames)}
    assert jumps <= ({0, 1} if rate <= refresh_hz else {1, 2})


@settings(deadline=None)
@given(st.floats(1, 240), st.integers(10, 96))
def test_of_faster_files_an_even_share_is_shown_and_the_ring_holds_it(rate: float, slots: int) -> None:
    stride = stride_for(rate)
    assert rate / stride <= 61
    assert all(frame % stride == 0 for frame in shown(rate, 60))
    assert lead_for(rate, slots) / S * rate / stride <= slots
