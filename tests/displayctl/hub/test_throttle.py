"""Waiting after failed tries: longer each time, for who fails and where, and for nobody else."""

from __future__ import annotations

from datetime import timedelta

import pytest

from displayctl.hub.errors import TooManyTries
from displayctl.hub.throttle import ADDRESS, PAIR, PERSON, RequestRate, SignInThrottle, network_of
from tests.builders import at
from tests.fakes.clock import PushedClock

HERE, ELSEWHERE = "192.0.2.1", "192.0.2.2"


@pytest.fixture
def clock() -> PushedClock:
    return PushedClock(at("2026-11-22 08:00"))


def waits(throttle: SignInThrottle, name: str, address: str) -> float:
    """How long this one has to wait now; a try that may go on counts as failed."""
    try:
        throttle.begin(name, address)
    except TooManyTries as error:
        return error.seconds
    return 0.0


def test_a_flood_at_one_address_waits_there_and_nowhere_else(clock: PushedClock) -> None:
    throttle = SignInThrottle(clock)
    assert [waits(throttle, "sekar", HERE) for _ in range(PAIR.free + 1)] == [0.0] * (PAIR.free + 1)
    assert waits(throttle, "sekar", HERE) == 1.0
    assert waits(throttle, "sekar", ELSEWHERE) == 0.0
    assert waits(throttle, "budi", HERE) == 0.0


def test_each_failure_doubles_the_wait_up_to_its_bound(clock: PushedClock) -> None:
    throttle = SignInThrottle(clock)
    seen = []
    for _ in range(PAIR.free + 14):
        wait = waits(throttle, "sekar", HERE)
        if wait:
            seen.append(wait)
            clock.push(timedelta(seconds=wait))
            assert waits(throttle, "sekar", HERE) == 0.0
    assert seen[:5] == [1.0, 2.0, 4.0, 8.0, 16.0]
    assert seen[-1] == PAIR.longest_seconds


def test_success_ends_the_wait_and_time_forgets(clock: PushedClock) -> None:
    throttle = SignInThrottle(clock)
    for _ in range(PAIR.free + 1):
        waits(throttle, "sekar", HERE)
    clock.push(timedelta(seconds=1.0))
    throttle.begin("sekar", HERE)
    throttle.succeeded("sekar", HERE)
    assert waits(throttle, "sekar", HERE) == 0.0
    for _ in range(PAIR.free + 5):
        waits(throttle, "budi", HERE)
    clock.push(timedelta(seconds=4000.0))
    assert waits(throttle, "budi", HERE) == 0.0


def test_one_address_that_tries_many_names_waits(clock: PushedClock) -> None:
    throttle = SignInThrottle(clock)
    for number in range(ADDRESS.free + 1):
        assert waits(throttle, f"name-{number}", HERE) == 0.0
    assert waits(throttle, "another", HERE) == 1.0
    assert waits(throttle, "another", ELSEWHERE) == 0.0


def test_guesses_from_everywhere_slow_down_but_not_at_the_persons_own_desk(clock: PushedClock) -> None:
    throttle = SignInThrottle(clock)
    throttle.begin("sekar", HERE)
    throttle.succeeded("sekar", HERE)
    for number in range(PERSON.free + 10):
        waits(throttle, "sekar", f"198.51.100.{number}")
    assert 0 < waits(throttle, "sekar", "203.0.113.9") <= PERSON.longest_seconds
    assert waits(throttle, "sekar", HERE) == 0.0


def test_a_machine_has_one_network_however_many_addresses() -> None:
    assert network_of("2001:db8::1") == network_of("2001:db8::ffff") != network_of("2001:db8:0:1::1")
    assert network_of("::ffff:192.0.2.1") == network_of("192.0.2.1")
    assert network_of("fe80::1%eth0") == network_of("fe80::2")
    assert network_of("testclient") == "testclient"


def test_requests_come_in_bursts_and_then_at_their_rate(clock: PushedClock) -> None:
    rate = RequestRate(clock, a_second=10.0, burst=3.0)
    for _ in range(3):
        rate.take("a")
    with pytest.raises(TooManyTries) as refused:
        rate.take("a")
    assert refused.value.seconds == pytest.approx(0.1)
    rate.take("b")
    clock.push(timedelta(seconds=0.1))
    rate.take("a")


def test_an_office_behind_one_address_signs_in_all_day(clock: PushedClock) -> None:
    """Each of them is first asked for a code, which says nothing against them."""
    throttle = SignInThrottle(clock)
    for number in range(3 * ADDRESS.free):
        for _ in range(2):
            throttle.begin(f"pegawai-{number}", HERE)
            throttle.took_back(f"pegawai-{number}", HERE)
        throttle.begin(f"pegawai-{number}", HERE)
        throttle.succeeded(f"pegawai-{number}", HERE)


def test_signing_in_at_home_gives_guessers_elsewhere_no_further_tries(clock: PushedClock) -> None:
    throttle = SignInThrottle(clock)
    throttle.begin("sekar", HERE)
    throttle.succeeded("sekar", HERE)
    for number in range(PERSON.free + 1):
        assert waits(throttle, "sekar", f"198.51.100.{number}") == 0.0
        throttle.begin("sekar", HERE)
        throttle.succeeded("sekar", HERE)
    assert waits(throttle, "sekar", "203.0.113.1") > 0.0
