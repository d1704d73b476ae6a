"""The two decks taking turns, told second by second to decoders that do exactly as the story says."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from player.decoder import orders
from player.stage.port import CueTransition, FaultKind, Timeline, TransitionKind
from player.stage.reel import Reel
from tests.player.stage.scripted_decks import MS, NOON_MS, Story, cue


def test_the_next_item_is_opened_two_seconds_ahead_and_set_going_by_its_lead(files: Path) -> None:
    story = Story(cue(files / "a.mp4", 3, 9), cue(files / "b.mp4", 9, 15))
    story.until(0.9)
    assert story.prepared() == []
    story.until(1.1)
    assert story.prepared() == ["a.mp4"]
    story.until(6.9)
    assert story.prepared() == ["a.mp4"]
    story.until(7.2)
    assert story.prepared() == ["a.mp4", "b.mp4"]
    goes = [order for decoder in story.decoders for order in decoder.orders if isinstance(order, orders.Go)]
    assert [order.at_ns // MS for order in goes] == pytest.approx([2600, 8600], abs=1)


def test_decks_take_turns(files: Path) -> None:
    story = Story(*(cue(files / f"{name}.mp4", 3 * n, 3 * n + 3) for n, name in enumerate("abcabc", start=1)))
    story.until(20)
    each = [[o.path[-5] for o in d.orders if isinstance(o, orders.Prepare)] for d in story.decoders]
    assert each == [["a", "c", "b"], ["b", "a", "c"]]
    assert story.faults == []


def test_an_item_already_running_is_entered_at_a_picture_still_to_come(files: Path) -> None:
    story = Story(cue(files / "a.mp4", -5, 60))
    story.until(0.1)
    order = story.decoders[0].orders[0]
    assert isinstance(order, orders.Prepare)
    assert 5.3 < order.start_s < 5.8
    story.until(2)
    assert story.index() == pytest.approx(7 * 30, abs=9)


def test_the_other_deck_takes_over_from_a_dead_one_before_its_frames_run_out(files: Path) -> None:
    story = Story(cue(files / "a.mp4", 1, 60), cue(files / "b.mp4", 60, 70))
    story.until(5)
    story.decoders[0].up = False
    story.until(5.02)
    assert story.index() is not None
    story.until(5.5)
    assert story.decoders[1].orders
    assert story.index() == pytest.approx(4.5 * 30, abs=14)
    story.until(6)
    assert story.index() == pytest.approx(5 * 30, abs=9)
    assert story.kinds() == [FaultKind.DECODER_LOST]


def test_a_deck_that_waits_with_the_next_item_gives_it_up_for_the_one_on_screen(files: Path) -> None:
    story = Story(cue(files / "a.mp4", 1, 6), cue(files / "b.mp4", 6, 12))
    story.until(4.5)
    assert story.prepared() == ["a.mp4", "b.mp4"]
    story.decoders[0].up = False
    story.until(4.6)
    assert story.prepared() == ["a.mp4", "b.mp4", "a.mp4"]
    story.decoders[0].revive()
    story.until(8)
    assert story.prepared() == ["a.mp4", "b.mp4", "a.mp4", "b.mp4"]
    assert story.index() == pytest.approx(2 * 30, abs=14)


def test_a_new_timeline_does_not_touch_what_is_playing(files: Path) -> None:
    story = Story(cue(files / "a.mp4", 1, 60))
    story.until(5)
    before = len(story.decoders[0].orders)
    story.reel = Reel(Timeline((cue(files / "a.mp4", 1, 20), cue(files / "b.mp4", 20, 30))))
    story.until(10)
    assert len(story.decoders[0].orders) == before
    story.reel = Reel(Timeline((cue(files / "b.mp4", 10, 30),)))
    story.until(10.1)
    assert isinstance(story.decoders[0].orders[-1], (orders.Halt, orders.Prepare))


def test_items_shorter_than_the_time_to_open_one_are_all_ready_from_their_start(files: Path) -> None:
    """A deck whose last frame is decoded, 0.4 s ahead of its time, opens the next item but one at once."""
    cues = [cue(files / f"{'abc'[n % 3]}.mp4", 3 + n / 2, 3.5 + n / 2) for n in range(12)]
    story = Story(*cues)
    story.until(8.9)
    opened = [o for d in story.decoders for o in d.orders if isinstance(o, orders.Prepare)]
    assert [order.start_s for order in opened] == [0.0] * len(opened)
    goes = sorted(o.at_ns for d in story.decoders for o in d.orders if isinstance(o, orders.Go))
    late_ns = [at_ns - (2_600 + 500 * n) * MS for n, at_ns in enumerate(goes)]
    assert all(late <= 250 * MS for late in late_ns)
    assert story.faults == []


def test_what_is_left_in_a_transition_keeps_its_deck_until_it_is_over(files: Path) -> None:
    fade = CueTransition(TransitionKind.CROSSFADE, 1000)
    story = Story(
        cue(files / "a.mp4", 1, 6), replace(cue(files / "b.mp4", 6, 12), transition=fade), cue(files / "c.mp4", 12, 20)
    )
    story.until(6.9)
    leaving = story.reel.leaving((NOON_MS + 6900) * MS)
    assert leaving is not None
    found = story.lookahead.find(leaving, 1 << 40)
    assert found is not None
    assert found.index >= 5.8 * 30
    assert story.index() is not None
    story.until(11)
    assert story.prepared() == ["a.mp4", "b.mp4", "c.mp4"]


def test_frames_of_an_item_whose_deck_has_gone_on_are_still_found(files: Path) -> None:
    story = Story(*(cue(files / f"{name}.mp4", 3 + n, 4 + n) for n, name in enumerate("abca")))
    story.until(3.95)
    assert len(story.prepared()) == 3
    assert story.index() is not None
