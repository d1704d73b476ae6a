"""Media leave room on the line for what is more important."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st

from player.gentle import LEAST_BYTES, MOST_BYTES, gently, window_for
from tests.fakes.clock import PushedClock


@given(st.floats(0, 1e9), st.floats(0.0001, 2.0))
def test_what_is_under_way_keeps_the_line_full_and_its_queue_short(rate: float, round_trip_s: float) -> None:
    """From any beginning the window settles at what the line holds and 0.3 s more."""
    window = float(window_for(rate, round_trip_s))
    assert LEAST_BYTES <= window <= MOST_BYTES
    line = 37_500.0
    for _ in range(60):
        carried = min(line, window / round_trip_s)
        window = window_for(carried, round_trip_s)
    assert window == window_for(line, round_trip_s)
    queued_s = max(0.0, window / line - round_trip_s)
    assert queued_s <= 0.3 + LEAST_BYTES / line


class Way:
    """A connection whose window is set, or that refuses as other systems do."""

    def __init__(self, *, refuses: bool = False) -> None:
        self.windows: list[int] = []
        self._refuses = refuses

    def setsockopt(self, level: int, name: int, value: int, /) -> None:
        if self._refuses:
            raise OSError("no such option")
        self.windows.append(value)


def fetched(way: Way | None) -> list[bytes]:
    """Twenty pieces of 10 kB, one each tenth of a second."""
    clock = PushedClock(datetime(2026, 11, 22, tzinfo=UTC))

    def coming() -> Iterator[bytes]:
        for _ in range(20):
            clock.push(timedelta(seconds=0.1))
            yield bytes(10_000)

    return list(gently(coming(), way, 0.1, clock))


def test_the_window_follows_what_comes() -> None:
    way = Way()
    assert fetched(way) == [bytes(10_000)] * 20
    assert len(way.windows) >= 3
    assert set(way.windows) == {window_for(100_000, 0.1)}


def test_without_such_a_window_everything_comes_all_the_same() -> None:
    assert fetched(Way(refuses=True)) == fetched(None) == [bytes(10_000)] * 20
