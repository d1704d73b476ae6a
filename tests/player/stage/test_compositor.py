"""Which pictures are on the wall at every refresh of a transition, with decoders that do exactly as the story says."""

from __future__ import annotations

import time
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage

from player.stage import port
from player.stage.compositor import Compositor
from player.stage.lap_pictures import LapPictures
from player.stage.live_pictures import LivePictures
from player.stage.lookahead import Lookahead
from player.stage.pictures import Loaded, Pictures
from player.stage.shots import SLATE, Shot
from player.stage.streams import Streams
from player.stage.wall_clock import WallClock
from tests.fakes.clock import PushedClock
from tests.player.stage.scripted_decks import ScriptedDecoder

NOON = datetime(2026, 11, 22, 4, 0, tzinfo=UTC)
NOON_MS = int(NOON.timestamp() * 1000)
PERIOD_NS = 16_000_000
FADE = port.CueTransition(port.TransitionKind.CROSSFADE, 480)


class PromptPictures(Pictures):
    """Answers when a wanted picture is there: in these stories time stands still meanwhile."""

    def get(self, path: str) -> Loaded | None:
        deadline = time.monotonic() + 5
        while (loaded := super().get(path)) is None and time.monotonic() < deadline:
            time.sleep(0.001)
        return loaded


class Wall:
    """A compositor with two scripted decoders, seen refresh by refresh."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clock = PushedClock(NOON)
        self.decoders = (ScriptedDecoder(), ScriptedDecoder())
        self.reports: list[object] = []
        wall_clock = WallClock(self.clock)
        lookahead = Lookahead(self.decoders, wall_clock, self.reports.append)  # type: ignore[arg-type]
        live = LivePictures(Streams(wall_clock, self._no_stream, self.reports.append))
        self.pictures = PromptPictures(QSize(16, 16))
        sources = LapPictures(lookahead, self.pictures, live, QSize(16, 16), SLATE)
        self.compositor = Compositor(sources, wall_clock, period_ns=PERIOD_NS, on_report=self.reports.append)

    def clip(self, name: str, starts_s: float, ends_s: float, **changes: object) -> port.StageCue:
        path = self.folder / f"{name}.mp4"
        path.touch()
        fields: dict[str, object] = {"frame_rate": 30.0, "duration_ms": 4000, **changes}
        return self._cue(name, port.CueKind.VIDEO, starts_s, ends_s, path, fields)

    def still(self, name: str, starts_s: float, ends_s: float, **changes: object) -> port.StageCue:
        path = self.folder / f"{name}.png"
        image = QImage(16, 16, QImage.Format.Format_RGB32)
        image.fill(QColor(200, 100, 50))
        image.save(str(path))
        return self._cue(name, port.CueKind.PICTURE, starts_s, ends_s, path, dict(changes))

    def load(self, *cues: port.StageCue) -> None:
        self.compositor.load(port.Timeline(cues))

    def until(self, seconds: float) -> list[Shot]:
        """What is shown at each refresh up to `seconds` after noon."""
        shots = []
        while self.clock.monotonic() < seconds - 1e-6:
            self.clock.push(timedelta(microseconds=PERIOD_NS // 1000))
            now_ns = round(self.clock.monotonic() * 1e9)
            for decoder in self.decoders:
                decoder.live(now_ns)
            shots.append(self.compositor.compose(now_ns, hidden=False))
        return shots

    def rests(self) -> bool:
        now_ns = round(self.clock.monotonic() * 1e9)
        return self.compositor.quiet_until(now_ns) > now_ns + 100_000_000

    def _cue(
        self, name: str, kind: port.CueKind, starts_s: float, ends_s: float, path: Path, fields: dict[str, object]
    ) -> port.StageCue:
        starts, ends = NOON_MS + round(starts_s * 1000), NOON_MS + round(ends_s * 1000)
        return port.StageCue(name, kind, starts, ends, str(path), **fields)  # type: ignore[arg-type]

    def _no_stream(self) -> object:
        raise AssertionError("there is no stream here")


@pytest.fixture
def wall(tmp_path: Path) -> Iterator[Wall]:
    wall = Wall(tmp_path)
    yield wall
    wall.pictures.close()


def index(shot: Shot) -> object:
    """The frame that a shot of a clip shows."""
    return shot.key[-1]


def changes(shots: list[Shot]) -> list[Shot]:
    return [shot for shot in shots if shot.change is not None]


def test_both_clips_move_on_while_one_fades_into_the_other(wall: Wall) -> None:
    wall.load(wall.clip("a", 1, 3), wall.clip("b", 3, 6, transition=FADE))
    wall.until(2.9)
    fading = changes(wall.until(3.9))
    assert len(fading) == 30
    progress = [shot.change.progress for shot in fading if shot.change]
    assert progress == sorted(progress)
    assert 0 < progress[0] < 0.05
    assert 0.95 < progress[-1] < 1
    before = [index(shot.change.before) for shot in fading if shot.change]
    after = [index(shot.alone) for shot in fading]
    assert before == pytest.approx([60 + number * 0.48 for number in range(30)], abs=1.5)
    assert [shot.key[-1][-1] for shot in fading] == pytest.approx([n * 0.48 for n in range(30)], abs=1.5)  # type: ignore[index]
    assert len(after) == 30
    assert all(len(dict(shot.slots)) == 2 for shot in fading)
    assert wall.compositor.shot.change is None
    assert wall.compositor.underruns <= 1


def test_a_clip_that_is_over_keeps_its_last_frame_while_it_goes(wall: Wall) -> None:
    wall.load(wall.clip("a", 1, 3, duration_ms=2000), wall.clip("b", 3, 6, transition=FADE))
    wall.until(2.9)
    fading = changes(wall.until(3.9))
    assert {index(shot.change.before) for shot in fading if shot.change} == {59}


def test_a_picture_fades_into_a_clip_and_back(wall: Wall) -> None:
    wall.load(wall.still("p", 1, 3), wall.clip("b", 3, 5, transition=FADE), wall.still("q", 5, 7, transition=FADE))
    shots = changes(wall.until(6.5))
    assert len(shots) == 60
    assert {shot.token for shot in shots[:30]} == {"b"}
    assert {shot.token for shot in shots[30:]} == {"q"}
    counted = [report for report in wall.reports if isinstance(report, port.Presented)]
    assert [report.token for report in counted] == ["p", "b"]
    assert counted[1].slip_ms < 17


def test_a_timeline_that_forgets_what_is_going_does_not_end_the_transition(wall: Wall) -> None:
    second = wall.clip("b", 3, 6, transition=FADE)
    wall.load(wall.clip("a", 1, 3), second)
    wall.until(3.2)
    wall.load(second)
    fading = changes(wall.until(3.4))
    assert len(fading) >= 11
    before = [index(shot.change.before) for shot in fading if shot.change]
    assert before[-1] != before[0]


def test_the_picture_before_stays_whole_until_the_next_one_is_there(wall: Wall) -> None:
    clip = wall.clip("b", 3, 6, transition=FADE)
    for decoder in wall.decoders:
        decoder.broken.add(clip.path)
    wall.load(wall.still("p", 1, 3), clip)
    shots = wall.until(3.4)
    assert shots[-1].token == "p"
    assert changes(shots) == []


def test_a_transition_is_at_most_half_of_either_item(wall: Wall) -> None:
    wall.load(wall.still("p", 1, 3), wall.still("q", 3, 3.4, transition=FADE), wall.still("r", 3.4, 6))
    assert len(changes(wall.until(4))) == pytest.approx(200 / 16, abs=1)


def test_an_animation_that_is_given_as_a_picture_is_shown_standing_still_and_told_of(wall: Wall) -> None:
    cue = wall.still("p", 1, 3)
    first, second = (Image.new("RGB", (16, 16), colour) for colour in ("red", "blue"))
    first.save(cue.path, format="GIF", save_all=True, append_images=[second], duration=1)
    wall.load(cue)
    assert wall.until(2)[-1].token == "p"
    faults = [report for report in wall.reports if isinstance(report, port.Fault)]
    assert [(fault.kind, fault.token) for fault in faults] == [(port.FaultKind.LATE, "p")]
    assert "is an animation" in faults[0].detail


def test_a_moving_picture_changes_and_a_standing_one_rests(wall: Wall) -> None:
    moves = wall.still("p", 1, 21, motion=port.Motion.ZOOM_IN)
    wall.load(wall.still("q", 0.5, 1), moves, wall.still("s", 21, 99))
    wall.until(2)
    keys = {shot.key for shot in wall.until(3)}
    assert len(keys) >= 2
    assert not wall.rests()
    wall.until(22)
    assert wall.rests()
    wall.load(wall.still("s", 21, 24), wall.clip("b", 24, 28))
    wall.until(22.5)
    assert not wall.rests()


def test_between_two_frames_of_a_clip_nothing_has_to_be_looked_at(wall: Wall) -> None:
    wall.load(wall.clip("a", 1, 5), wall.clip("b", 5, 9, transition=FADE))
    wall.until(2)
    kept = 0
    while wall.clock.monotonic() < 3:
        now_ns = round(wall.clock.monotonic() * 1e9)
        quiet_ns = wall.compositor.quiet_until(now_ns)
        shown = index(wall.compositor.shot)
        for shot in wall.until((quiet_ns - PERIOD_NS) / 1e9):
            assert index(shot) == shown
            kept += 1
        wall.until(wall.clock.monotonic() + PERIOD_NS / 1e9)
    assert kept >= 25
    wall.until(5.1)
    now_ns = round(wall.clock.monotonic() * 1e9)
    assert wall.compositor.quiet_until(now_ns) == now_ns
