"""The stage as a process among others: how it starts, fails, and leaves nothing behind."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from player.stage import port
from schedules.display import Canvas
from tests.fakes.framebuffer import Framebuffer
from tests.player.stage.test_on_screen import decoders_of
from tests.player.stage.watched_stage import RATE, WatchedStage

pytestmark = pytest.mark.wall


@pytest.mark.parametrize("display", ["", ":4071"], ids=["unset", "nobody answers"])
def test_without_a_screen_it_says_so_and_ends_with_code_2(display: str) -> None:
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    command = [sys.executable, "-m", "player.stage"]
    ended = subprocess.run(command, env=environment, input=b"", capture_output=True, timeout=20, check=False)
    assert ended.returncode == 2
    assert b"no X display" in ended.stderr
    assert b"DISPLAY" in ended.stderr


def test_of_an_unknown_wall_the_slate_takes_the_whole_output_until_its_canvas_is_told(tmp_path: Path) -> None:
    screen = Framebuffer(tmp_path / "narrow", (256, 128))
    stage = WatchedStage(screen, port.Arrange(Canvas(640, 360), RATE, fills=True))
    try:
        stage.send(port.SlateText("videotron", "pintu bunga gunung kereta", "K7QF-2M9X"))
        assert stage.ready().of(port.Ready)[0].decoders == 0
        stage.until(lambda: has_letters_in(screen.picture(0, 0, 256, 128), from_px=40, to_px=216))
        stage.send(port.Arrange(Canvas(128, 64), RATE))
        stage.until(lambda: screen.picture(0, 0, 256, 128).getpixel((200, 100)) == (0, 0, 0))
        stage.until(lambda: len(decoders_of(stage.child.pid)) == 2)
    finally:
        stage.close()
        screen.close()


def has_letters_in(picture: Image.Image, *, from_px: int, to_px: int) -> bool:
    """Whether the bright letters of a code reach about from one column to the other, and not to the edges."""
    box = picture.getchannel("R").point(lambda level: 255 * (level > 200)).getbbox()
    return box is not None and 0 < box[0] <= from_px + 20 and to_px - 20 <= box[2] < picture.width


def test_without_libvlc_it_names_the_packages_and_shows_the_slate(open_stage: Callable[..., WatchedStage]) -> None:
    stage = open_stage(PYTHON_VLC_LIB_PATH="/nowhere/libvlc.so.5")
    fault = stage.until(lambda: stage.of(port.Fault), 10)[0]
    assert "libvlc5 vlc-plugin-base vlc-plugin-video-output" in fault.detail
    stage.until(lambda: stage.pixels().getpixel((2, 2)) != (0, 0, 0))


def test_decoders_go_when_the_stage_is_killed(open_stage: Callable[..., WatchedStage]) -> None:
    stage = open_stage().ready()
    decoders = decoders_of(stage.child.pid)
    assert len(decoders) == 2
    os.kill(stage.child.pid, signal.SIGKILL)
    wait_until_gone(decoders)
    assert stage.child.exit_code in (None, -signal.SIGKILL)


def test_a_stage_that_was_stopped_politely_leaves_nothing(open_stage: Callable[..., WatchedStage]) -> None:
    stage = open_stage().ready()
    decoders = decoders_of(stage.child.pid)
    stage.close()
    assert stage.child.exit_code == 0
    wait_until_gone(decoders)
    with pytest.raises(port.StageClosed):
        stage.send(port.Stop())


def test_a_stage_whose_x_server_ends_has_not_crashed(tmp_path: Path) -> None:
    screen = Framebuffer(tmp_path, (320, 192))
    stage = WatchedStage(screen, port.Arrange(Canvas(320, 192), RATE, decoders=False)).ready()
    screen.close()
    with pytest.raises(port.StageClosed, match="X server has ended") as closed:
        stage.until(lambda: stage.of(port.ScreenshotTaken), 10)
    assert not closed.value.crashed
    stage.close()


def test_painting_goes_first_and_decoders_take_turns_with_the_x_server(stage: WatchedStage) -> None:
    painter = stage.child.pid
    decoders = decoders_of(painter)
    assert {pid: os.getsid(pid) for pid in (painter, *decoders)} == {pid: pid for pid in (painter, *decoders)}
    if os.getpriority(os.PRIO_PROCESS, painter) == 0:
        pytest.skip("may not go first here")
    stage.until(lambda: [os.getpriority(os.PRIO_PROCESS, pid) for pid in decoders] == [0, 0])
    if Path(f"/proc/{painter}/autogroup").exists():
        stage.until(lambda: [session_niceness(pid) for pid in (painter, *decoders)] == [-10, -5, -5])


def session_niceness(pid: int) -> int:
    return int(Path(f"/proc/{pid}/autogroup").read_text().split()[-1])


def test_the_end_of_its_input_ends_it(screen: Framebuffer) -> None:
    command = [sys.executable, "-m", "player.stage"]
    environment = {**os.environ, "DISPLAY": screen.display}
    ended = subprocess.run(command, env=environment, input=b"", capture_output=True, timeout=20, check=False)
    assert ended.returncode == 0


def test_a_request_that_cannot_be_read_is_refused_and_the_next_is_obeyed(stage: WatchedStage) -> None:
    stage.child._outgoing.put(b'{"message":"explode"}\n')
    stage.send(port.TakeScreenshot(64))
    stage.until(lambda: stage.of(port.ScreenshotTaken))
    assert [fault.kind for fault in stage.of(port.Fault)] == [port.FaultKind.REQUEST_REFUSED]


def test_signs_of_life_come_from_painted_refreshes(stage: WatchedStage) -> None:
    shown = stage.until(lambda: len(stage.of(port.Showing)) >= 4 and stage.of(port.Showing))
    counts = [showing.refreshes for showing in shown]
    assert counts == sorted(set(counts))
    rate = (shown[-1].refreshes - shown[0].refreshes) * 1000 / (shown[-1].at_ms - shown[0].at_ms)
    assert 30 < rate < 75


def test_the_screen_is_kept_lit(stage: WatchedStage) -> None:
    program = (
        "import ctypes; x = ctypes.CDLL('libX11.so.6'); x.XOpenDisplay.restype = ctypes.c_void_p;"
        "d = ctypes.c_void_p(x.XOpenDisplay(None)); v = [ctypes.c_int(-1) for _ in range(4)];"
        "x.XGetScreenSaver(d, *map(ctypes.byref, v)); print(v[0].value)"
    )
    environment = {**os.environ, "DISPLAY": stage.screen.display}
    asked = subprocess.run([sys.executable, "-c", program], env=environment, capture_output=True, check=True)
    assert asked.stdout.strip() == b"0"


def wait_until_gone(pids: list[int]) -> None:
    ends = time.monotonic() + 5
    while any(Path(f"/proc/{pid}").exists() for pid in pids):
        assert time.monotonic() < ends, f"still there: {pids}"
        time.sleep(0.02)
