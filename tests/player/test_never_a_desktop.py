"""Nothing but what was signed, the slate or black is ever on the output: no desktop, no cursor, whatever dies."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PIL import Image, ImageChops

from player.stage import port
from player.stage.child import StageChild
from schedules.display import Canvas
from tests.fakes.framebuffer import Framebuffer
from tests.fakes.marked_media import read_mark, write_picture

pytestmark = pytest.mark.wall
SIZE, PLACE = (1000, 700), (340, 250, 320, 192)  # the cursor would be in the middle of it
BLACK, PICTURE, SLATE = "black", "picture", "slate"
ITEM = 11


class Observer:
    """Looks at the whole screen all the time, on a thread of its own; `kinds` is what was seen since `forget`."""

    def __init__(self, folder: Path) -> None:
        self.screen = Framebuffer(folder / "screen", SIZE, desktop=True)
        self.kinds: list[str] = []
        self._ended = threading.Event()
        self._thread = threading.Thread(target=self._look, daemon=True)

    def begin(self) -> None:
        self._thread.start()

    def forget(self) -> None:
        self.kinds.clear()

    def until(self, fact: Callable[[], object], seconds: float = 15.0) -> None:
        ends = time.monotonic() + seconds
        while not fact():
            assert time.monotonic() < ends, f"not within {seconds} s; seen {self.kinds[-5:]}"
            time.sleep(0.005)

    def shows(self, kind: str) -> bool:
        return bool(self.kinds) and self.kinds[-1] == kind

    def close(self) -> None:
        self._ended.set()
        if self._thread.is_alive():
            self._thread.join(5)
        self.screen.close()

    def see(self) -> str:
        x, y, width, height = PLACE
        whole = self.screen.picture(0, 0, *SIZE)
        inside = whole.crop((x, y, x + width, y + height))
        whole.paste((0, 0, 0), (x, y, x + width, y + height))
        if _is_black(whole):
            if _is_black(inside):
                return BLACK
            if (mark := read_mark(inside)) is not None and mark.item == ITEM:
                return PICTURE
            if _is_slate(inside):
                return SLATE
        return "something else"

    def _look(self) -> None:
        while not self._ended.is_set():
            kind = self.see()
            if not self.shows(kind):
                self.kinds.append(kind)
            time.sleep(0.004)


def _is_black(image: Image.Image) -> bool:
    return image.getbbox() is None


def _is_slate(image: Image.Image) -> bool:
    """Dark blue all over, which neither a picture of ours nor a desktop or its cursor in the middle is."""
    red = image.getchannel("R").getextrema()[1]
    return red <= 120 and ImageChops.subtract(image.getchannel("B"), image.getchannel("R")).getextrema()[0] >= 20


@pytest.fixture
def observer(tmp_path: Path) -> Iterator[Observer]:
    observer = Observer(tmp_path)
    yield observer
    observer.close()


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    return write_picture(tmp_path / "picture.png", ITEM, size=PLACE[2:])


def open_stage(observer: Observer, picture: Path) -> StageChild:
    now_ms = time.time_ns() // 1_000_000
    stage = StageChild({"DISPLAY": observer.screen.display, "QT_QPA_PLATFORM": "xcb"})
    stage.send(port.Arrange(Canvas(PLACE[2], PLACE[3], *PLACE[:2])))
    stage.send(
        port.Timeline((port.StageCue("a", port.CueKind.PICTURE, now_ms - 1000, now_ms + 600_000, str(picture)),))
    )
    return stage


def test_from_the_first_pixel_to_the_last_through_every_death(observer: Observer, picture: Path) -> None:
    assert observer.see() == "something else", "the screen should begin with the looks of a desktop"
    stage = open_stage(observer, picture)
    observer.until(lambda: observer.see() != "something else")
    observer.begin()
    observer.until(lambda: observer.shows(PICTURE))
    assert set(observer.kinds) <= {BLACK, SLATE, PICTURE}

    observer.until(lambda: any(isinstance(r, port.Showing) and r.painted > 3 for r in stage.reports()))
    os.kill(stage.pid, signal.SIGKILL)
    stage.close()
    observer.forget()
    stage = open_stage(observer, picture)
    observer.until(lambda: any(isinstance(r, port.Showing) and r.painted > 3 for r in stage.reports()))
    assert observer.kinds == [PICTURE], "a stage that was killed and came back is not to be seen"

    stage.close()
    observer.until(lambda: observer.shows(BLACK))
    assert observer.kinds == [PICTURE, BLACK]


def test_the_last_picture_stays_when_the_whole_player_is_killed(observer: Observer, picture: Path) -> None:
    canvas = "{2}x{3}+{0}+{1}".format(*PLACE)
    command = [sys.executable, "-m", "player", "loop", str(picture), "--canvas", canvas]
    player = subprocess.Popen(command, env={**os.environ, "DISPLAY": observer.screen.display})
    observer.until(lambda: observer.see() != "something else")
    observer.begin()
    observer.until(lambda: observer.shows(PICTURE))
    stages = Path(f"/proc/{player.pid}/task/{player.pid}/children").read_text().split()
    observer.forget()
    player.kill()
    player.wait(10)
    observer.until(lambda: not any(Path(f"/proc/{pid}").exists() for pid in stages))
    observer.until(lambda: observer.kinds == [PICTURE])
    assert observer.see() == PICTURE


def test_a_picture_left_long_ago_makes_way_for_black_at_once(observer: Observer, picture: Path) -> None:
    stage = open_stage(observer, picture)
    observer.until(lambda: observer.see() == PICTURE)
    observer.until(lambda: any(isinstance(r, port.Showing) and r.painted > 3 for r in stage.reports()))
    os.kill(stage.pid, signal.SIGKILL)
    stage.close()
    assert observer.see() == PICTURE
    later = (
        "import sys; from player.stage.backdrop import KEPT_SECONDS, Backdrop;"
        "backdrop = Backdrop.open(int(sys.argv[1]) + KEPT_SECONDS + 1); assert not backdrop.holds_picture"
    )
    environment = {**os.environ, "DISPLAY": observer.screen.display, "QT_QPA_PLATFORM": "xcb"}
    subprocess.run([sys.executable, "-c", later, str(time.time_ns() // 10**9)], env=environment, check=True)
    observer.until(lambda: observer.see() == BLACK)


def test_the_window_is_back_at_its_pixels_when_the_output_comes_back_or_changes_its_mode(
    observer: Observer, picture: Path
) -> None:
    stage = open_stage(observer, picture)
    observer.until(lambda: observer.see() == PICTURE)
    xrandr(observer, "--newmode", "slow", "20.0", "1000", "1016", "1080", "1200", "700", "701", "704", "720")
    xrandr(observer, "--addmode", "screen", "slow")
    observer.begin()
    xrandr(observer, "--fb", "1000x700", "--output", "screen", "--off")
    xrandr(observer, "--output", "screen", "--mode", "1000x700")
    heard: list[port.Report] = []
    for mode, refresh in (("slow", 23.148), ("1000x700", 60.0)):
        heard += stage.reports()
        xrandr(observer, "--output", "screen", "--mode", mode)
        observer.until(lambda: refreshes(heard, stage)[-1:] == [refresh])  # noqa: B023
    assert set(observer.kinds) == {PICTURE}
    stage.close()


def refreshes(heard: list[port.Report], stage: StageChild) -> list[float]:
    heard += stage.reports()
    return [report.refresh_hz for report in heard if isinstance(report, port.Ready)]


def xrandr(observer: Observer, *arguments: str) -> None:
    subprocess.run(["xrandr", "-display", observer.screen.display, *arguments], check=True, timeout=10)


@pytest.mark.parametrize("asked", [True, False], ids=["to be replaced", "its agent is gone"])
def test_the_last_picture_stays_when_the_stage_ends_in_order_for_another(
    observer: Observer, picture: Path, asked: bool
) -> None:
    stage = open_stage(observer, picture)
    observer.until(lambda: observer.see() == PICTURE)
    observer.until(lambda: any(isinstance(r, port.Showing) and r.painted > 3 for r in stage.reports()))
    if asked:
        stage.close(keep_picture=True)
    else:
        stage._outgoing.put(None)
    observer.until(lambda: stage.exit_code is not None)
    assert (stage.exit_code, observer.see()) == (0, PICTURE)
    stage.close()
