"""The stage's UTC: smooth, and never jumping inside an item."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from player.stage.wall_clock import WallClock
from tests.fakes.clock import PushedClock

NOON = datetime(2026, 11, 22, 4, 0, tzinfo=UTC)
NOON_US = int(NOON.timestamp()) * 1_000_000


def after(clock: PushedClock, wall: WallClock, seconds: float) -> int:
    """UTC of the wall, in microseconds, after `seconds` of ticks."""
    for _ in range(round(seconds * 10)):
        clock.push(timedelta(seconds=0.1))
        wall.tick()
    return utc_us(clock, wall)


def utc_us(clock: PushedClock, wall: WallClock) -> int:
    """UTC of the wall in whole microseconds: what floating point leaves of a clock's reading."""
    return round(wall.utc_ns(int(clock.monotonic() * 1e9)) / 1000)


def test_it_starts_at_the_machines_time() -> None:
    clock = PushedClock(NOON)
    wall = WallClock(clock)
    assert wall.utc_ns(0) == NOON_US * 1000
    assert wall.monotonic_ns(NOON_US * 1000) == 0


def test_a_small_correction_is_slewed_by_half_a_millisecond_a_second() -> None:
    clock = PushedClock(NOON)
    wall = WallClock(clock)
    clock.set(NOON + timedelta(milliseconds=100))
    after_ten = after(clock, wall, 10) - NOON_US - 10_000_000
    assert 3_000 < after_ten <= 5_000
    assert abs(after(clock, wall, 300) - NOON_US - 310_100_000) < 100


def test_a_jump_waits_for_the_border_between_two_items() -> None:
    clock = PushedClock(NOON)
    wall = WallClock(clock)
    clock.set(NOON + timedelta(hours=1))
    assert after(clock, wall, 5) == NOON_US + 5_000_000
    assert wall.step()
    assert utc_us(clock, wall) == NOON_US + 3_605_000_000
    assert not wall.step()


def test_the_agents_correction_counts() -> None:
    clock = PushedClock(NOON)
    wall = WallClock(clock)
    wall.correct(-2000)
    after(clock, wall, 1)
    assert wall.step()
    assert utc_us(clock, wall) == NOON_US - 1_000_000


def test_one_strange_reading_moves_nothing() -> None:
    clock = PushedClock(NOON)
    wall = WallClock(clock)
    after(clock, wall, 2)
    clock.set(clock.now() + timedelta(milliseconds=400))
    clock.push(timedelta(seconds=0.1))
    wall.tick()
    clock.set(clock.now() - timedelta(milliseconds=400))
    assert after(clock, wall, 3) == NOON_US + 5_100_000
