"""What is done about decoders and files that fail, told second by second."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from player.decoder import orders
from player.decoder.frames import Word
from player.decoder.kernel_view import ProcessView
from player.stage.port import FaultKind, Timeline
from player.stage.reel import Reel
from tests.player.stage.scripted_decks import MS, NOON_MS, STEP_MS, Story, cue


def test_a_decoder_that_gives_no_more_frames_is_ended(files: Path) -> None:
    story = Story(cue(files / "a.mp4", 1, 60))
    story.until(5)
    story.decoders[0].stuck = True
    story.until(5.2)
    assert story.decoders[0].kills == 0
    story.until(5.4)
    assert story.decoders[0].kills == 1
    story.until(6.2)
    assert story.index() == pytest.approx(5.2 * 30, abs=9)


def test_a_file_that_is_slow_to_open_on_a_busy_machine_gets_a_second_try(files: Path) -> None:
    story = Story(cue(files / "a.mp4", 3, 60))
    story.decoders[0].broken.add(str(files / "a.mp4"))
    story.until(2.1)
    story.decoders[0].broken.clear()
    story.until(4)
    assert story.kinds() == []
    assert story.index() == pytest.approx(30, abs=14)


def test_no_decoder_is_blamed_for_time_in_which_the_whole_machine_stood_still(files: Path) -> None:
    story = Story(cue(files / "a.mp4", 1, 60))
    story.until(5)
    story.clock.push(timedelta(seconds=4))
    now_ns = round(story.clock.monotonic() * 1e9)
    story.lookahead.tick(now_ns, story.reel)
    story.until(9.5)
    assert [decoder.kills for decoder in story.decoders] == [0, 0]
    assert story.kinds() == []


def test_a_decoder_that_takes_no_orders_leaves_the_item_to_the_other(files: Path) -> None:
    story = Story(cue(files / "a.mp4", 3, 60))
    story.decoders[0].deaf = True
    story.until(5)
    assert story.decoders[1].orders
    assert story.index() is not None
    assert FaultKind.MEDIUM_QUARANTINED not in story.kinds()


def test_a_decoder_lost_while_it_rests_is_told_of_once(files: Path) -> None:
    story = Story(cue(files / "a.mp4", 1, 9))
    story.until(3)
    (resting,) = [d for d in story.decoders if not any(isinstance(o, orders.Prepare) for o in d.orders)]
    resting.kill()
    story.until(3.1)
    resting.revive()
    story.until(4)
    assert story.kinds() == [FaultKind.DECODER_LOST]
    assert story.lookahead.restarts == 1
    assert story.index() is not None


def test_a_file_without_a_picture_is_refused_once_and_the_next_item_comes(files: Path) -> None:
    story = Story(cue(files / "a.mp4", 3, 6), cue(files / "b.mp4", 6, 12))
    for decoder in story.decoders:
        decoder.broken.add(str(files / "a.mp4"))
    story.until(8)
    assert story.prepared() == ["a.mp4", "a.mp4", "b.mp4"]
    assert story.kinds() == [FaultKind.MEDIUM_BROKEN]
    assert story.index() is not None


def test_a_file_that_failed_three_times_is_left_alone(files: Path) -> None:
    story = Story(*(cue(files / "a.mp4", 3 * n, 3 * n + 3) for n in range(1, 7)))
    for decoder in story.decoders:
        decoder.broken.add(str(files / "a.mp4"))
    story.until(20)
    assert story.prepared() == ["a.mp4"] * 6
    assert story.kinds().count(FaultKind.MEDIUM_BROKEN) == 3
    assert FaultKind.MEDIUM_QUARANTINED in story.kinds()


def hold_up(story: Story, seconds: float, film: Path) -> None:
    """Pass on to `seconds` after noon on a machine so busy with other work that no decoder opens `film`."""
    for decoder in story.decoders:
        decoder.broken.add(str(film))
    while (passed := story.clock.monotonic()) < seconds:
        for decoder in story.decoders:
            decoder.view = ProcessView(0, busy_s=0.1 * passed, waited_s=0.9 * passed)
        story.until(passed + STEP_MS / 1000)
    for decoder in story.decoders:
        decoder.broken.clear()


def test_a_file_is_not_to_blame_for_a_machine_that_others_keep_busy(files: Path) -> None:
    film = files / "a.mp4"
    story = Story(*(cue(film, 3 * n, 3 * n + 3) for n in range(1, 9)))
    hold_up(story, 20, film)
    assert set(story.kinds()) == {FaultKind.LATE}
    story.until(23)
    assert story.index() is not None


def test_a_file_is_not_to_blame_where_its_time_is_over_before_a_busy_machine_opens_it(files: Path) -> None:
    film = files / "a.mp4"
    story = Story()
    for start in (1, 4, 7, 10):
        story.reel = Reel(Timeline((cue(film, start, start + 1.2),)))
        hold_up(story, start + 2.9, film)
    assert set(story.kinds()) == {FaultKind.LATE}
    story.reel = Reel(Timeline((cue(film, 13, 20),)))
    story.until(14)
    assert story.index() is not None


def lose_often(story: Story, **how: bool) -> None:
    """Lose the decoder that plays, in `how` it is told, five times in a row."""
    for number in range(1, 6):
        story.until(number * 3 + 2)
        playing = max(story.decoders, key=lambda decoder: decoder.ring[Word.FRAME_NS])
        playing.was_ended, playing.up, playing.stuck = how.get("was_ended", False), "stuck" in how, "stuck" in how
        playing.is_halted = how.get("is_halted", False)
        story.until(number * 3 + 3.5)
        playing.is_halted = False
        playing.revive()


@pytest.mark.parametrize("how", [{"was_ended": True}, {"stuck": True, "is_halted": True}], ids=["killed", "halted"])
def test_a_file_is_not_to_blame_for_what_others_do_to_its_decoder(files: Path, how: dict[str, bool]) -> None:
    story = Story(cue(files / "a.mp4", 1, 60))
    lose_often(story, **how)
    story.until(20)
    assert set(story.kinds()) == {FaultKind.DECODER_LOST}
    assert story.index() == pytest.approx(19 * 30, abs=9)


@pytest.mark.parametrize("how", [{"was_ended": False}, {"stuck": True}], ids=["crashed", "stuck"])
def test_a_file_that_wears_decoders_out_is_left_alone(files: Path, how: dict[str, bool]) -> None:
    story = Story(cue(files / "a.mp4", 1, 60))
    lose_often(story, **how)
    assert len([fault for fault in story.faults if fault.token and fault.kind is FaultKind.DECODER_LOST]) == 2
    assert FaultKind.MEDIUM_QUARANTINED in story.kinds()


def test_a_file_whose_decoder_crashes_while_it_opens_is_to_blame(files: Path) -> None:
    story = Story(cue(files / "a.mp4", 1, 60))
    while story.clock.monotonic() < 5:
        story.until(story.clock.monotonic() + STEP_MS / 1000)
        for deck, decoder in zip(story.lookahead.decks, story.decoders, strict=True):
            if not decoder.up:
                decoder.revive()
            elif deck.engaged and not deck.engaged.armed:
                decoder.was_ended, decoder.up = False, False
    assert story.prepared() == ["a.mp4"] * 2
    assert FaultKind.MEDIUM_QUARANTINED in story.kinds()


def test_a_file_that_is_not_there_is_named(files: Path) -> None:
    story = Story(cue(files / "gone.mp4", 3, 6))
    story.until(5)
    assert story.prepared() == []
    assert [(fault.kind, fault.token) for fault in story.faults] == [(FaultKind.MEDIUM_MISSING, "gone.mp4@3")]
    assert "gone.mp4 is not there" in story.faults[0].detail


def test_a_file_too_heavy_for_the_machine_is_opened_again_with_leave_to_drop_frames(files: Path) -> None:
    story = Story(cue(files / "a.mp4", 1, 60))
    story.until(5)
    lap = story.reel.at((NOON_MS + 5000) * MS)
    assert lap is not None
    for _ in range(60):
        story.lookahead.starve(lap, round(story.clock.monotonic() * 1e9))
        story.until(story.clock.monotonic() + 0.01)
    drops = [o.drops for d in story.decoders for o in d.orders if isinstance(o, orders.Prepare)]
    assert drops == [False, True]
    assert story.kinds() == [FaultKind.LATE]


def test_a_file_that_is_over_before_its_length_is_named_once(files: Path) -> None:
    story = Story(cue(files / "a.mp4", 1, 9))
    story.until(3)
    story.decoders[0].ring[Word.ENDED_NS] = round(story.clock.monotonic() * 1e9)
    story.until(5)
    assert story.kinds() == [FaultKind.MEDIUM_BROKEN]
    assert "is over after" in story.faults[0].detail
    assert story.index() is not None


def test_a_decoder_that_takes_too_much_memory_is_replaced_and_its_file_named(files: Path) -> None:
    story = Story(cue(files / "a.mp4", 1, 60))
    story.until(3)
    story.decoders[0].view = ProcessView(own_bytes=5_000_000_000, busy_s=1.0, waited_s=0.0)
    story.until(4)
    assert story.decoders[0].kills == 1
    assert "5000 MB of memory" in story.faults[0].detail
    story.until(5)
    assert story.index() is not None


def test_a_decoder_without_frames_is_spared_while_others_keep_the_machine_busy(files: Path) -> None:
    story = Story(cue(files / "a.mp4", 1, 60))
    starved = story.decoders[0]
    starved.view = ProcessView(0, 1.0, 0.0)
    story.until(5)
    starved.stuck = True
    for tick in range(120):
        starved.ring[Word.BEAT_NS] = round(story.clock.monotonic() * 1e9)
        starved.view = ProcessView(0, 1.0, tick / 50)
        story.until(story.clock.monotonic() + 0.01)
    assert starved.kills == 0
    starved.stuck = False
    story.until(7)
    assert story.faults == []


def test_a_libvlc_that_shows_frames_at_other_times_is_named_once(files: Path) -> None:
    story = Story(cue(files / "a.mp4", 1, 60))
    story.decoders[1].ring[Word.CALIBRATED_US] = 17_000
    story.until(2)
    assert story.kinds() == [FaultKind.LATE]
    assert "17.0 ms" in story.faults[0].detail


@pytest.mark.parametrize(
    ("busy_s", "waited_s", "words"),
    [(1.0, 0.0, "too heavy for this machine (640x320"), (0.1, 0.9, "other work"), (0.05, 0.0, "at its own time")],
)
def test_why_frames_are_late_is_told_by_the_processor_time_their_decoder_had(
    files: Path, busy_s: float, waited_s: float, words: str
) -> None:
    story = Story(cue(files / "a.mp4", 1, 60))
    decoder = story.decoders[0]
    lap = story.reel.at((NOON_MS + 5000) * MS)
    assert lap is not None
    while story.clock.monotonic() < 5.8:
        passed = story.clock.monotonic()
        decoder.view = ProcessView(0, busy_s * passed, waited_s * passed)
        story.until(passed + 0.01)
        decoder.ring[Word.SOURCE_WIDTH], decoder.ring[Word.SOURCE_HEIGHT] = 640, 320
        if passed > 5:
            story.lookahead.starve(lap, round(story.clock.monotonic() * 1e9))
    assert story.kinds() == [FaultKind.LATE]
    assert words in story.faults[0].detail


def test_a_file_that_is_behind_even_where_frames_are_dropped_is_given_up(files: Path) -> None:
    story = Story(cue(files / "a.mp4", 1, 60))
    lap = story.reel.at((NOON_MS + 5000) * MS)
    assert lap is not None
    story.until(3)
    while story.clock.monotonic() < 12 and FaultKind.MEDIUM_BROKEN not in story.kinds():
        story.until(story.clock.monotonic() + 0.01)
        now_ns = round(story.clock.monotonic() * 1e9)
        if story.clock.monotonic() > 4:
            for decoder in story.decoders:
                decoder.slow = True
        story.lookahead.starve(lap, now_ns)
    assert story.kinds() == [FaultKind.LATE, FaultKind.MEDIUM_BROKEN]
    assert "far too heavy" in story.faults[-1].detail


def test_a_file_that_changes_its_size_loses_frames_but_not_its_decoder_and_is_named_once(files: Path) -> None:
    story = Story(cue(files / "a.mp4", 1, 60))
    decoder = story.decoders[0]
    story.until(3)
    decoder.stuck = True
    decoder.ring[Word.SHAPES] = 2
    while story.clock.monotonic() < 3.6:
        story.until(story.clock.monotonic() + STEP_MS / 1000)
        decoder.ring[Word.BEAT_NS] = round(story.clock.monotonic() * 1e9)
    decoder.stuck = False
    story.until(6)
    assert decoder.kills == 0
    assert story.kinds() == [FaultKind.LATE]
    assert "changes the size" in story.faults[0].detail
