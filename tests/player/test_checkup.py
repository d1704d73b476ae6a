"""What a check-up finds: told in words and figures, kept for the hub, and not while a player has the wall."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from displayctl.api.wall_health import Checkup as ToldCheckup
from player.checkup import sum_up
from player.checkup_file import FILE_NAME, MOST_BYTES, CheckupFile, keep_checkup
from player.errors import StateUnusable
from player.folder import data_lock
from player.headroom import ENOUGH, Speed, decode_rate, measure
from player.local_loop import probe_item
from player.stage import port
from player.trial_clips import CODINGS, H264, can_encode, make_clip
from schedules.display import Canvas
from tests.fakes.clock import PushedClock
from tests.fakes.framebuffer import Framebuffer

NOW = datetime(2026, 11, 22, 9, tzinfo=UTC)
FAST = (Speed(H264, 640, 320, 900.0), Speed(H264, 3840, 2160, 12.0))
STATS = port.Stats(at_ms=0, refreshes=600, tick_late_ms_max=1.5, underruns=0, resident_bytes=0, restarts=0)


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Framebuffer]:
    screen = Framebuffer(tmp_path / "screen")
    yield screen
    screen.close()


def a_run() -> list[port.Report]:
    signs = [port.Showing("a", 1, 0, second * 1000, refreshes=second * 60) for second in range(11)]
    items = [port.Presented("a", 0, 2000, 60, slip_ms=900.0), port.Presented("b", 2000, 4000, 60, slip_ms=-2.0)]
    return [port.Ready(2, 60.0), *signs, *items, STATS]


def test_a_good_machine_is_told_from_what_was_presented() -> None:
    good = sum_up(a_run(), FAST, 30, 200_000_000)
    assert (good.frames, good.seams, good.seam_max_ms, good.refreshes_per_second) == (60, 1, 2.0, 60.0)
    assert (good.headroom, good.tick_late_ms_max) == (30.0, 1.5)
    assert good.good
    words = "\n".join(good.words())
    assert "H.264 640x320: up to 60 frames a second (30.0 times" in words
    assert "H.264 3840x2160: no (0.4 times" in words
    assert "NOT" not in good.words()[-1]


@pytest.mark.parametrize(
    ("reports", "speeds"),
    [
        ([*a_run(), port.Presented("c", 4000, 6000, 40, late=10, dropped=20)], FAST),
        ([*a_run(), port.Fault(port.FaultKind.DECODER_LOST, "a", "it died")], FAST),
        (a_run(), (Speed(H264, 640, 320, 30 * ENOUGH - 1),)),
        ([], FAST),
    ],
)
def test_a_machine_that_is_late_loses_decoders_or_is_slow_is_not_fit(
    reports: list[port.Report], speeds: tuple[Speed, ...]
) -> None:
    found = sum_up(reports, speeds, 30)
    assert not found.good
    assert "NOT fit" in found.words()[-1]


def test_what_is_told_to_the_hub_is_what_the_hub_reads() -> None:
    found = sum_up(a_run(), FAST, 30, 200_000_000)
    told = found.document(port.Arrange(Canvas(640, 320, 8, 16)), 30.0, PushedClock(NOW))
    read = ToldCheckup.model_validate_json(json.dumps(told))
    assert (read.measured_at, read.canvas, read.good) == (NOW, "640x320+8+16", True)
    assert [(f.width_px, f.frame_rate, f.plays) for f in read.formats] == [
        (640, 30, True),
        (640, 60, True),
        (3840, 30, False),
        (3840, 60, False),
    ]
    assert read.words == found.words()


def test_the_clip_of_the_check_up_is_one_that_walls_play(tmp_path: Path) -> None:
    make_clip(tmp_path / "a.mp4", 321, 193, 50, 100)
    item = probe_item(tmp_path / "a.mp4", 0)
    assert (item.frame_rate, item.duration_ms) == (50.0, 2000)
    assert decode_rate(tmp_path / "a.mp4") > 50


@pytest.mark.parametrize("coding", CODINGS, ids=lambda coding: coding.name)
def test_every_codec_is_measured_here_and_nothing_is_put_above_what_else_runs(coding: object) -> None:
    assert isinstance(coding, type(H264))
    assert can_encode(coding)
    place = os.sched_getscheduler(0), os.sched_getparam(0).sched_priority
    assert measure(coding, 128, 96).frames_a_second > 30
    assert (os.sched_getscheduler(0), os.sched_getparam(0).sched_priority) == place


def test_a_check_up_is_news_once_and_again_when_the_hub_may_have_lost_it(tmp_path: Path) -> None:
    file = CheckupFile(tmp_path)
    assert file.news() is None
    keep_checkup(tmp_path / "new", {"good": True})
    file = CheckupFile(tmp_path / "new")
    assert file.news() == {"good": True}
    assert file.news() is None
    file.forget()
    assert file.news() == {"good": True}


@pytest.mark.parametrize("text", ["", "[1]", "{" * 99, " " * (MOST_BYTES + 1)])
def test_a_file_that_is_none_is_no_news(tmp_path: Path, text: str) -> None:
    (tmp_path / FILE_NAME).write_text(text)
    assert CheckupFile(tmp_path).news() is None


def test_a_folder_that_takes_nothing_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    with pytest.raises(StateUnusable, match="cannot be kept"):
        keep_checkup(tmp_path / "file", {})


def check(folder: Path, display: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb", "DISPLAYCTL_PLAYER_DATA": str(folder)}
    command = [sys.executable, "-m", "player", "check", "--canvas", "320x192+0+0", "--brief", *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)


@pytest.mark.wall
def test_the_command_measures_tells_and_keeps(tmp_path: Path, screen: Framebuffer) -> None:
    ended = check(tmp_path / "player", screen.display, "--seconds", "5", "--json")
    figures = json.loads(ended.stdout)
    assert figures["frames"] > 0
    assert figures["headroom"] > 1
    assert figures["memory_bytes"] > 10_000_000
    assert ended.returncode == (0 if figures["good"] else 1)
    assert json.loads((tmp_path / "player" / FILE_NAME).read_text()) == figures


def test_it_is_refused_where_a_player_runs_or_no_screen_is(tmp_path: Path, screen: Framebuffer) -> None:
    with data_lock(tmp_path / "player"):
        ended = check(tmp_path / "player", screen.display)
    assert ended.returncode == 2
    assert "--anyway" in ended.stderr
    ended = check(tmp_path / "player", "")
    assert ended.returncode == 2
    assert "no X display" in ended.stderr
