"""The grid of refreshes: the same on all machines whose clocks agree."""

from __future__ import annotations

import threading
import time
from collections.abc import Callable, Iterator
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QCoreApplication, QEventLoop

from player.stage.pace import Pace, refresh_of
from player.stage.timer import Timer

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


class Walk:
    """A pace at work, and the refreshes it has called with. `on_each` may use it; `go` returns when it is `done`."""

    def __init__(self, app: QCoreApplication) -> None:
        self.pace = Pace(100.0)
        self.called: list[int] = []
        self.on_each: Callable[[int], object] = lambda refresh: None
        self._app = app

    def go(self, done: Callable[[], object]) -> None:
        deadline = time.monotonic() + 20
        self.pace.start(self._note)
        while not done():
            assert time.monotonic() < deadline, "it did not come to that"
            self._app.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents, 50)
        self.pace.stop()

    def _note(self, refresh: int) -> None:
        assert time.monotonic_ns() >= self.pace.instant_ns(refresh)
        self.called.append(refresh)
        self.on_each(refresh)


@pytest.fixture
def walk(application: QCoreApplication) -> Iterator[Walk]:
    made = Walk(application)
    yield made
    made.pace.stop()


def test_each_refresh_comes_once_and_those_that_are_over_are_left_out(walk: Walk) -> None:
    began = time.monotonic_ns()
    walk.on_each = lambda refresh: time.sleep(0.035) if len(walk.called) == 3 else None
    walk.go(lambda: len(walk.called) >= 6)
    steps = [after - before for before, after in pairwise(walk.called)]
    assert min(steps) >= 1
    assert steps[2] >= 3  # the third took the time of the next three
    assert walk.called[-1] <= (time.monotonic_ns() - began) // walk.pace.period_ns + walk.called[0] + 1


def test_a_rest_leaves_refreshes_out_and_is_over_at_once_when_something_comes_up(walk: Walk) -> None:
    def rest(refresh: int) -> None:
        if len(walk.called) in (2, 3):
            assert walk.pace.rest(refresh, walk.pace.instant_ns(refresh + 7))
        if len(walk.called) == 3:
            threading.Thread(target=walk.pace.wake).start()

    walk.on_each = rest
    walk.go(lambda: len(walk.called) >= 5)
    assert walk.called[2] >= walk.called[1] + 7
    assert walk.called[3] >= walk.called[2] + 1


def test_another_rate_is_kept_from_the_next_refresh_on(walk: Walk) -> None:
    walk.on_each = lambda refresh: walk.pace.retune(50.0) if len(walk.called) == 2 else None
    walk.go(lambda: len(walk.called) >= 5)
    assert walk.pace.period_ns == S // 50
    assert walk.called[2] < walk.called[1]
    assert sorted(walk.called[2:]) == walk.called[2:]


def test_a_pace_that_stands_still_can_be_woken_without_effect(walk: Walk) -> None:
    walk.pace.wake()
    walk.go(lambda: walk.called)
    walk.pace.stop()
    walk.pace.wake()
    assert walk.called


def test_a_timer_that_is_closed_goes_off_no_more() -> None:
    timer = Timer()
    timer.close()
    timer.close()
    timer.set(time.monotonic_ns())
    assert timer.fd == -1
