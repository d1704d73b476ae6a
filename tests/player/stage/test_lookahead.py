"""The two decks taking turns, told second by second to decoders that do exactly as the story says."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from player.decoder import orders
from player.decoder.frames import FrameFormat, Ring, Word
from player.decoder.kernel_view import ProcessView
from player.decoder.supervisor import DecoderLost
from player.stage.lookahead import Lookahead
from player.stage.port import CueKind, CueTransition, Fault, FaultKind, StageCue, Timeline, TransitionKind
from player.stage.reel import Reel
from player.stage.wall_clock import WallClock
from tests.fakes.clock import PushedClock

NOON = datetime(2026, 11, 22, 4, 0, tzinfo=UTC)
NOON_MS = int(NOON.timestamp() * 1000)
MS = 1_000_000
STEP_MS = 10


class ScriptedDecoder:
    """Prepares in 100 ms and plays without fail, unless told to be `deaf`, `stuck` or dead."""

    def __init__(self) -> None:
        self.ring = Ring.make(FrameFormat(16, 16, 24))
        self.up, self.life, self.deaf, self.stuck = True, 1, False, False
        self.was_ended = self.is_halted = self.slow = False
        self.view: ProcessView | None = None
        self.advice, self.exit_code, self.pid = "", None, 1
        self.orders: list[orders.Order] = []
        self.kills = 0
        self.broken: set[str] = set()
        self._prepare: orders.Prepare | None = None
        self._go: orders.Go | None = None
        self._ready_ns = 0

    def look(self) -> ProcessView | None:
        return self.view

    def kill_if_running(self, life: int) -> None:
        if self.life == life and self.up:
            self.kill()

    def order(self, order: orders.Order) -> None:
        if self.deaf:
            self.kill()
            raise DecoderLost("deaf")
        self.orders.append(order)
        if isinstance(order, orders.Prepare):
            self._prepare, self._go, self._ready_ns = order, None, 0
        elif isinstance(order, orders.Go):
            self._go = order

    def silent(self, now_ns: int) -> bool:
        return self.up and 0 < self.ring[Word.BEAT_NS] < now_ns - 1000 * MS

    def kill(self) -> None:
        self.kills += 1
        self.up = False

    def revive(self) -> None:
        self.up, self.stuck, self._prepare = True, False, None
        self.life += 1

    def close(self) -> None:
        self.ring.close()

    def live(self, now_ns: int) -> None:
        if not self.up or self.stuck:
            return
        self.ring[Word.BEAT_NS] = now_ns
        prepare = self._prepare
        if prepare is None or prepare.path in self.broken:
            return
        self._ready_ns = self._ready_ns or now_ns + 100 * MS
        if now_ns >= self._ready_ns and self.ring[Word.TOKEN] != prepare.token:
            self.ring[Word.TOKEN], self.ring[Word.PREPARED_NS], self.ring[Word.STARTED_NS] = prepare.token, now_ns, 0
            self.ring[Word.ENDED_NS] = 0
            self.ring.publish(0, prepare.token, round(prepare.start_s * 30), now_ns)
        if self._go and self._go.token == prepare.token and now_ns >= self._go.at_ns:
            self.ring[Word.STARTED_NS] = self._go.at_ns
            index = round((prepare.start_s + (now_ns - self._go.at_ns) / 1e9 * (0.3 if self.slow else 1.0)) * 30)
            self.ring.publish(index % 24, prepare.token, index, now_ns)


class Story:
    """Lets time pass over a lookahead with two scripted decoders."""

    def __init__(self, *cues: StageCue) -> None:
        self.clock = PushedClock(NOON)
        self.decoders = (ScriptedDecoder(), ScriptedDecoder())
        self.faults: list[Fault] = []
        self.lookahead = Lookahead(self.decoders, WallClock(self.clock), self.faults.append)  # type: ignore[arg-type]
        self.reel = Reel(Timeline(cues))

    def until(self, seconds: float) -> None:
        """Pass on to `seconds` after noon."""
        while self.clock.monotonic() < seconds - 1e-6:
            self.clock.push(timedelta(milliseconds=STEP_MS))
            now_ns = round(self.clock.monotonic() * 1e9)
            for decoder in self.decoders:
                decoder.live(now_ns)
            self.lookahead.tick(now_ns, self.reel)

    def prepared(self) -> list[str]:
        """The files both decks were told to open, in order."""
        found = [o for d in self.decoders for o in d.orders if isinstance(o, orders.Prepare)]
        return [Path(order.path).name for order in sorted(found, key=lambda order: order.token)]

    def index(self) -> int | None:
        """The newest frame there is of what is due now."""
        lap = self.reel.at(NOON_MS * MS + round(self.clock.monotonic() * 1e9))
        found = self.lookahead.find(lap, 1 << 40) if lap else None
        return found.index if found else None

    def kinds(self) -> list[FaultKind]:
        return [fault.kind for fault in self.faults]


@pytest.fixture
def files(tmp_path: Path) -> Path:
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.mp4").write_bytes(b"film")
    return tmp_path


def cue(path: Path, starts_s: float, ends_s: float) -> StageCue:
    starts, ends = NOON_MS + round(starts_s * 1000), NOON_MS + round(ends_s * 1000)
    return StageCue(f"{path.name}@{starts_s}", CueKind.VIDEO, starts, ends, str(path), 0, 30.0, 60_000)


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
