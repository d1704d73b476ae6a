"""The time as the player believes it, through every kind of broken clock."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from player.clock_trust import BUILT_AT, Certainty, ClockTrust, TrustedClock
from tests.fakes.clock import PushedClock

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
SECOND = timedelta(seconds=1)


def test_a_sane_clock_is_believed() -> None:
    reading = ClockTrust(PushedClock(NOW)).read()
    assert (reading.now, reading.certainty, reading.offset, reading.jumped) == (
        NOW,
        Certainty.MACHINE,
        timedelta(0),
        False,
    )


def test_a_clock_from_1970_counts_from_the_floor() -> None:
    clock = PushedClock(EPOCH)
    trust = ClockTrust(clock, floor=NOW)
    clock.push(5 * SECOND)
    reading = trust.read()
    assert (reading.now, reading.certainty, reading.trusted) == (NOW + 5 * SECOND, Certainty.NONE, False)
    assert reading.offset == reading.now - clock.now()


def test_a_clock_of_the_far_future_is_not_believed_either() -> None:
    assert ClockTrust(PushedClock(datetime(2099, 1, 1, tzinfo=UTC)), NOW).read().certainty is Certainty.NONE


def test_a_clock_that_breaks_while_running_is_carried_on() -> None:
    clock = PushedClock(NOW)
    trust = ClockTrust(clock)
    trust.read()
    clock.set(EPOCH)
    clock.push(10 * SECOND)
    reading = trust.read()
    assert (reading.now, reading.certainty, reading.jumped) == (NOW + 10 * SECOND, Certainty.HELD, True)
    assert not trust.read().jumped


def test_the_hub_tells_a_player_without_a_clock_the_time() -> None:
    clock = PushedClock(EPOCH)
    trust = ClockTrust(clock)
    sent = clock.monotonic()
    clock.push(2 * SECOND)
    trust.learn_hub_time(NOW, sent, clock.monotonic())
    clock.push(3 * SECOND)
    reading = trust.read()
    assert (reading.now, reading.certainty) == (NOW + SECOND + 3 * SECOND, Certainty.HUB)


def test_the_hub_cannot_move_a_sane_clock_but_the_difference_is_told() -> None:
    clock = PushedClock(NOW)
    trust = ClockTrust(clock)
    assert trust.learn_hub_time(NOW + timedelta(hours=1), 0.0, 0.0) == timedelta(hours=1)
    assert trust.read().now == NOW


def test_the_hub_cannot_send_a_player_back_before_the_floor_nor_answer_too_late() -> None:
    trust = ClockTrust(PushedClock(EPOCH), NOW)
    assert trust.learn_hub_time(NOW - SECOND, 0.0, 0.0) is None
    assert trust.learn_hub_time(NOW, 0.0, 60.0) is None
    assert trust.read().certainty is Certainty.NONE


def test_the_floor_only_rises() -> None:
    trust = ClockTrust(PushedClock(NOW), EPOCH)
    assert trust.floor == BUILT_AT
    trust.raise_floor(NOW - SECOND)
    trust.raise_floor(BUILT_AT)
    assert trust.floor == NOW - SECOND


def test_a_clock_made_of_it_tells_its_best_time() -> None:
    clock = PushedClock(EPOCH)
    assert TrustedClock(ClockTrust(clock, NOW), clock).now() == NOW


@given(st.lists(st.tuples(st.integers(0, 10**6), st.integers(0, 60 * 365)), max_size=20))
def test_time_without_a_sane_clock_is_never_before_the_floor_and_never_runs_backwards(
    steps: list[tuple[int, int]],
) -> None:
    clock = PushedClock(EPOCH)
    trust = ClockTrust(clock, NOW)
    before = trust.read().now
    for milliseconds, days in steps:
        clock.push(timedelta(milliseconds=milliseconds))
        clock.set(EPOCH + timedelta(days=min(days, 50 * 365)))
        reading = trust.read()
        assert reading.now >= before
        before = reading.now
