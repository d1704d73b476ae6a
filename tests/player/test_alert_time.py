"""The time that alerts live by: through reboots, with clocks that are dead, behind or ahead, and a hub that may lie."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from player.alert_time import AlertMoments, AlertTime
from player.clock_trust import BUILT_AT, ClockTrust
from tests.builders import at
from tests.fakes.clock import PushedClock

NINE = at("2026-11-22 09:00")
DEAD, FAR = datetime(1970, 1, 1, tzinfo=UTC), datetime(2099, 1, 1, tzinfo=UTC)
MINUTE, HOUR = timedelta(minutes=1), timedelta(hours=1)


class Machine:
    """One that was switched on at nine, with its wall clock at `wall`."""

    def __init__(self, wall: datetime, kept: AlertMoments | None = None) -> None:
        self.clock = PushedClock(wall)
        self.trust = ClockTrust(self.clock)
        self.time = AlertTime(self.clock, kept)

    def hear(self, hub: datetime) -> None:
        self.trust.learn_hub_time(hub, self.clock.monotonic(), self.clock.monotonic())

    @property
    def now(self) -> datetime:
        return self.time.read(self.trust.read(), self.trust.hub_now)


def test_a_right_clock_is_followed_and_so_is_its_correction() -> None:
    machine = Machine(NINE)
    assert machine.now == NINE
    machine.clock.push(MINUTE)
    assert machine.now == NINE + MINUTE
    machine.clock.set(NINE + HOUR)
    assert machine.now == NINE + HOUR


@pytest.mark.parametrize("wall", [DEAD, FAR])
def test_with_a_dead_clock_life_goes_on_from_where_it_was_written_down(wall: datetime) -> None:
    machine = Machine(wall, AlertMoments(NINE - HOUR, NINE))
    assert machine.now == NINE
    machine.clock.push(20 * MINUTE)
    assert machine.now == NINE + 20 * MINUTE
    assert machine.time.moments == AlertMoments(NINE - HOUR + 20 * MINUTE, NINE + 20 * MINUTE)


def test_with_a_dead_clock_and_nothing_written_time_runs_from_what_has_certainly_passed() -> None:
    machine = Machine(DEAD)
    assert machine.now == BUILT_AT
    machine.time.raise_floor(NINE)
    machine.clock.push(MINUTE)
    assert machine.now == NINE + MINUTE
    machine.time.raise_floor(NINE)
    assert machine.now == NINE + MINUTE


@pytest.mark.parametrize("wall", [DEAD, FAR, NINE + 5 * HOUR])
def test_the_hub_repairs_a_dead_clock_and_one_that_is_ahead(wall: datetime) -> None:
    machine = Machine(wall, AlertMoments(NINE - HOUR, NINE - HOUR))
    machine.hear(NINE)
    assert machine.now == NINE


def test_a_hub_alone_cannot_push_alerts_to_their_end() -> None:
    machine = Machine(NINE)
    machine.hear(NINE + 5 * HOUR)
    assert machine.now == NINE


def test_a_hub_whose_clock_is_behind_what_has_passed_is_not_listened_to() -> None:
    machine = Machine(NINE, AlertMoments(NINE - MINUTE, NINE))
    machine.hear(NINE - 3 * HOUR)
    assert machine.now == NINE


def test_what_two_witnesses_have_said_has_passed_for_ever() -> None:
    machine = Machine(NINE)
    machine.hear(NINE + timedelta(seconds=1))
    assert machine.now == NINE
    machine.clock.set(NINE - 3 * HOUR)
    machine.clock.push(MINUTE)
    assert machine.now - NINE - MINUTE <= timedelta(seconds=1)
    rebooted = Machine(NINE - 3 * HOUR, machine.time.moments)
    assert rebooted.now >= NINE + MINUTE


def test_a_clock_that_was_ahead_hides_nothing_once_it_is_right_again() -> None:
    machine = Machine(NINE + 5 * HOUR)
    assert machine.now == NINE + 5 * HOUR
    machine.clock.set(NINE)
    assert machine.now == NINE
    rebooted = Machine(NINE, AlertMoments(BUILT_AT, NINE + 5 * HOUR))
    assert rebooted.now == NINE


def test_a_clock_that_dies_while_the_player_runs_changes_nothing() -> None:
    machine = Machine(NINE)
    assert machine.now == NINE
    machine.clock.set(DEAD)
    machine.clock.push(MINUTE)
    assert machine.now == NINE + MINUTE


def test_no_alert_is_kept_for_ever_by_switching_on_and_off_with_a_dead_clock() -> None:
    kept = AlertMoments(NINE, NINE)
    for _ in range(90):
        machine = Machine(DEAD, kept)
        machine.clock.push(MINUTE)
        assert machine.now >= kept.believed + MINUTE
        kept = machine.time.moments
    assert kept.passed == NINE + 90 * MINUTE
