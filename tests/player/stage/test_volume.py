"""How loud each item is told to be, second by second, by the wall's loudness and at borders between items."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from player.decoder import orders
from player.stage.port import CueTransition, StageCue, TransitionKind
from tests.player.stage.test_lookahead import Story, cue


@pytest.fixture
def items(tmp_path: Path) -> tuple[StageCue, StageCue]:
    """Six seconds each, the first at half its volume, and a cross-fade of one second between them."""
    for name in ("a", "b"):
        (tmp_path / f"{name}.mp4").write_bytes(b"film")
    fade = CueTransition(TransitionKind.CROSSFADE, 1000)
    first = replace(cue(tmp_path / "a.mp4", 3, 9), sound=True, volume=50)
    return first, replace(cue(tmp_path / "b.mp4", 9, 15), sound=True, transition=fade)


def told(story: Story) -> list[list[object]]:
    """What both decks were told about sound, in order: the file, how loud, and whether it was closed."""
    given: list[tuple[int, str, int | None, bool]] = []
    for decoder in story.decoders:
        names = {order.token: Path(order.path).stem for order in decoder.orders if isinstance(order, orders.Prepare)}
        for order in decoder.orders:
            if isinstance(order, orders.Prepare):
                given.append((order.token, names[order.token], order.volume, order.hushed))
            elif isinstance(order, orders.Volume):
                given.append((order.token, names[order.token], order.percent, order.cut))
    return [list(rest) for _, *rest in sorted(given, key=lambda each: each[0])]


def sounding(*cues: StageCue) -> Story:
    story = Story(*cues)
    story.lookahead.sound = True
    return story


def test_an_item_falls_silent_at_its_end_though_it_runs_on_in_a_transition(items: tuple[StageCue, StageCue]) -> None:
    story = sounding(*items)
    story.until(8.9)
    assert told(story) == [["a", 50, False], ["b", 100, False]]
    story.until(9.1)
    assert told(story) == [["a", 50, False], ["a", 0, True], ["b", 100, False]]
    story.until(12)
    assert told(story) == [["a", 50, False], ["a", 0, True], ["b", 100, False]]


def test_quiet_hours_begin_and_end_in_mid_item(items: tuple[StageCue, StageCue]) -> None:
    story = sounding(*items)
    story.until(4)
    story.lookahead.loudness = 0
    story.until(5)
    assert told(story) == [["a", 50, False], ["a", 0, False]]
    story.lookahead.loudness = 50
    story.until(6)
    assert told(story) == [["a", 50, False], ["a", 0, False], ["a", 25, False]]
    story.until(8)
    assert told(story)[-1] == ["b", 50, False]
    assert story.faults == []


def test_without_sound_on_the_wall_or_in_the_item_nothing_is_told(items: tuple[StageCue, StageCue]) -> None:
    story = Story(*items)
    story.until(12)
    assert told(story) == [["a", None, False], ["b", None, False]]
    story = sounding(*(replace(item, sound=False) for item in items))
    story.until(12)
    assert told(story) == [["a", None, False], ["b", None, False]]


def test_a_hushed_item_gives_the_sound_card_away_and_is_heard_again_after_it(items: tuple[StageCue, StageCue]) -> None:
    story = sounding(*items)
    story.until(4)
    story.lookahead.hushed = True
    story.until(5)
    assert told(story) == [["a", 50, False], ["a", 0, True]]
    story.lookahead.hushed = False
    story.until(6)
    assert told(story) == [["a", 50, False], ["a", 0, True], ["a", 50, False]]
    story.until(8)
    assert told(story)[-1] == ["b", 100, False]


def test_an_item_that_is_prepared_in_a_hush_is_heard_after_it(items: tuple[StageCue, StageCue]) -> None:
    story = sounding(*items)
    story.lookahead.hushed = True
    story.until(8)
    assert told(story)[0] == ["a", 50, True]
    assert ["b", 100, True] in told(story)
    story.lookahead.hushed = False
    story.until(10)
    assert told(story)[-1] == ["b", 100, False]


def test_an_item_that_was_over_in_a_hush_is_not_heard_after_it(items: tuple[StageCue, StageCue]) -> None:
    story = sounding(*items)
    story.until(8)
    story.lookahead.hushed = True
    story.until(9.5)
    story.lookahead.hushed = False
    story.until(9.9)
    assert [order for order in told(story) if order[0] == "a"][-1] == ["a", 0, True]
