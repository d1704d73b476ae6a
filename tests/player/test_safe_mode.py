"""Fewer features for a stage that keeps dying, and everything again after a good hour, a wish, or an orderly stop."""

from __future__ import annotations

from pathlib import Path

import pytest

from player.safe_mode import GOOD_S, KEPT, LOSSES, WITHIN_S, Features, SafeMode
from player.starts import FILE_NAME, STARTS, StartBook

NOW = 1_800_000_000


def lose(safe: SafeMode, times: int, begin: float = 0.0, every: float = 5.0) -> float:
    for number in range(times):
        safe.lost(begin + number * every)
    return begin + times * every


def test_a_stage_that_dies_now_and_then_keeps_everything() -> None:
    safe = SafeMode()
    lose(safe, 50, every=WITHIN_S / (LOSSES - 2))
    assert (safe.features, safe.sentence, safe.losses) == (Features.ALL, "", 50)


def test_first_videos_are_left_out_and_then_all_but_the_slate_and_alerts() -> None:
    safe = SafeMode()
    at = lose(safe, LOSSES - 1)
    assert safe.features is Features.ALL
    assert safe.lost(at)
    assert safe.features is Features.PICTURES
    assert "videos are left out" in safe.sentence
    lose(safe, LOSSES, at)
    assert safe.features is Features.SLATE
    assert not safe.lost(at + 60)


def test_one_that_begins_in_safe_mode_does_not_tell_of_deaths_that_it_has_not_seen() -> None:
    safe = SafeMode(Features.PICTURES)
    assert safe.sentence == KEPT[Features.PICTURES]
    lose(safe, LOSSES)
    assert f"died {LOSSES} times" in safe.sentence
    assert safe.leave()
    assert safe.sentence == ""


def test_a_good_hour_ends_it_and_each_further_loss_begins_the_hour_anew() -> None:
    safe = SafeMode()
    lose(safe, LOSSES)
    safe.lost(1000.0)
    assert not safe.tick(GOOD_S)
    assert safe.tick(1000.0 + GOOD_S)
    assert not safe.is_on
    assert not safe.tick(9 * GOOD_S)


def test_where_it_is_not_wanted_everything_is_shown_whatever_happens() -> None:
    safe = SafeMode(Features.SLATE, allowed=False)
    lose(safe, 5 * LOSSES)
    assert (safe.features, safe.losses) == (Features.ALL, 5 * LOSSES)


def test_it_is_left_when_somebody_wishes() -> None:
    safe = SafeMode(Features.PICTURES)
    assert safe.leave()
    assert not safe.leave()


def test_a_player_that_keeps_dying_begins_without_videos(tmp_path: Path) -> None:
    began_with = [StartBook(tmp_path, NOW + number * 20).features for number in range(STARTS)]
    assert began_with == [Features.ALL] * (STARTS - 1) + [Features.PICTURES]


def test_starts_far_apart_and_orderly_stops_count_for_nothing(tmp_path: Path) -> None:
    for number in range(3 * STARTS):
        assert StartBook(tmp_path, NOW + number * 300).features is Features.ALL
    for number in range(3 * STARTS):
        book = StartBook(tmp_path, NOW + number)
        assert book.features is Features.ALL
        book.ended()


def test_safe_mode_outlives_a_player_that_was_killed_but_not_one_that_was_stopped(tmp_path: Path) -> None:
    StartBook(tmp_path, NOW).keep(Features.SLATE)
    again = StartBook(tmp_path, NOW + 30)
    assert again.features is Features.SLATE
    again.ended()
    assert StartBook(tmp_path, NOW + 60).features is Features.ALL


@pytest.mark.parametrize("text", ["", "[]", '{"starts": "x"}', '{"starts": [1], "features": 9}', "\x00" * 9000])
def test_what_cannot_be_read_counts_for_nothing(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE_NAME).write_text(text)
    assert StartBook(tmp_path, NOW).features is Features.ALL


def test_a_disk_that_takes_nothing_stops_nobody(tmp_path: Path) -> None:
    gone = tmp_path / "gone"
    StartBook(gone, NOW).keep(Features.PICTURES)
    assert not gone.exists()
