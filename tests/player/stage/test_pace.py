"""The grid of refreshes: the same on all machines whose clocks agree."""

from __future__ import annotations

import time

from hypothesis import given
from hypothesis import strategies as st

from player.stage.pace import Pace, refresh_of

S = 1_000_000_000
rates = st.sampled_from([24.0, 25.0, 50.0, 59.94, 60.0, 75.0])
instants = st.integers(0, 10**15)
offsets = st.integers(-(10**12), 2 * 10**18)


@given(rates, instants, offsets, offsets)
def test_two_machines_whose_clocks_agree_refresh_in_the_same_instants(
    hz: float, up_ns: int, one: int, other: int
) -> None:
    grids = []
    for offset in (one, other):  # utc = monotonic + offset
        pace = Pace(hz, -offset)
        grids.append((pace.instant_ns(up_ns // pace.period_ns) + offset) % pace.period_ns)
    assert grids[0] == grids[1]


@given(rates, offsets, st.integers(-S, S))
def test_a_grid_follows_the_clock_by_half_a_refresh_at_most(hz: float, epoch_ns: int, moved_ns: int) -> None:
    pace = Pace(hz, epoch_ns)
    before = pace.instant_ns(1000)
    pace.align(epoch_ns + moved_ns)
    assert abs(pace.instant_ns(1000) - before) <= pace.period_ns // 2 + 1
    assert (pace.instant_ns(1000) - epoch_ns - moved_ns) % pace.period_ns == 0


def test_a_grid_that_lies_right_stays() -> None:
    pace = Pace(60.0, -1_700_000_000_123_456_789)
    before = pace.instant_ns(7)
    pace.align(-1_700_000_000_123_456_789)
    assert pace.instant_ns(7) == before


def test_a_rest_ends_at_the_first_refresh_from_its_end_on() -> None:
    pace = Pace(50.0, 5_000_000)
    now = time.monotonic_ns() // pace.period_ns
    assert not pace.rest(now, pace.instant_ns(now + 1))
    assert pace.rest(now, pace.instant_ns(now + 2))
    assert pace.rest(now, pace.instant_ns(now + 1) + 1)


def test_a_screen_that_tells_no_rate_has_the_usual_one() -> None:
    assert refresh_of(0.0) == refresh_of(1000.0) == 60.0
    assert refresh_of(59.94) == 59.94
