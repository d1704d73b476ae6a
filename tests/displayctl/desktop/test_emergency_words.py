"""What the red window says of walls, and where its sketch draws them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from displayctl.api.emergencies import AlertEnd, AlertInfo, AlertReceipt, Missing
from displayctl.desktop.presenters.emergency_words import countdown_words, missing_advice, tally_words, wall_answer
from displayctl.desktop.presenters.sketch_projection import fitted
from schedules.position import Position

NOW = datetime(2026, 11, 22, 19, 40, 31, tzinfo=UTC)
ZONE = ZoneInfo("Asia/Makassar")
PLACES = st.builds(Position, st.floats(-2, -0.3), st.floats(121.5, 124.5))


def info(live: bool = True) -> AlertInfo:
    over = AlertReceipt(received_at=NOW, shown_at=NOW, frame="ab" * 32, ended_at=NOW, why=AlertEnd.SUPERSEDED)
    return AlertInfo(
        id="a", value={}, live=live, walls=("tugu", "taman"), receipts={"tugu": over}, missing={"taman": Missing.AWAY}
    )


def test_a_wall_that_answered_is_told_of_in_the_time_of_the_office() -> None:
    answer = wall_answer(info(), "tugu", "Tugu", ZONE)
    assert (answer.delivered.replace(".", ":"), answer.frame, answer.missing) == ("03:40:31", "abababab", False)


def test_a_missing_wall_comes_with_what_to_do() -> None:
    answer = wall_answer(info(), "taman", "Taman", ZONE)
    assert answer.missing
    assert answer.advice == missing_advice(Missing.AWAY)
    assert len({missing_advice(each) for each in Missing}) == len(Missing)
    assert "1" in tally_words(info())
    assert (
        wall_answer(info(live=False), "pasar", "Pasar", ZONE).state != wall_answer(info(), "pasar", "Pasar", ZONE).state
    )


@pytest.mark.parametrize(
    ("left", "words"),
    [
        (timedelta(minutes=9, seconds=12), "09:12"),
        (timedelta(hours=1, minutes=9, seconds=12.9), "1:09:12"),
        (timedelta(seconds=-3), "00:00"),
    ],
)
def test_what_is_left_is_counted_down(left: timedelta, words: str) -> None:
    assert countdown_words(left) == words


@given(st.lists(PLACES, min_size=1, max_size=8), st.integers(50, 900), st.integers(50, 900))
def test_everything_is_on_the_sketch_and_found_there_again(places: list[Position], width: int, height: int) -> None:
    projection = fitted(places, width, height)
    for place in places:
        x, y = projection.to_pixels(place)
        assert 0 <= x <= width
        assert 0 <= y <= height
        back = projection.to_position(x, y)
        assert back.latitude == pytest.approx(place.latitude, abs=1e-5)
        assert back.longitude == pytest.approx(place.longitude, abs=1e-5)
