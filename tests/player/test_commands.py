"""The commands a technician types at the wall: loop, check, identify."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path

import av
import pytest
from PIL import Image

from player.checkup import show_identity
from player.live_item import is_address, stream_item
from player.local_dressing import dress, read_transition
from player.local_loop import LocalLoop, LoopItem, UnusableFile, probe_item, run_loop
from player.stage import port
from player.stage.memory_stage import MemoryStage
from player.stage.pictures import UnusablePicture, load_picture
from schedules.display import Canvas
from schedules.errors import InvalidValue
from tests.fakes.clock import PushedClock
from tests.fakes.framebuffer import Framebuffer
from tests.fakes.marked_media import read_mark, write_clip, write_picture


@pytest.fixture
def media(tmp_path: Path) -> Path:
    write_clip(tmp_path / "clip.mp4", 1, frames=30, size=(320, 192))
    write_picture(tmp_path / "picture.png", 2, size=(320, 192))
    (tmp_path / "text.mp4").write_text("no film\n" * 1000)
    (tmp_path / "empty.mp4").write_bytes(b"")
    (tmp_path / "cut.mp4").write_bytes((tmp_path / "clip.mp4").read_bytes()[:2000])
    return tmp_path


@pytest.fixture
def screen(tmp_path: Path) -> Iterator[Framebuffer]:
    screen = Framebuffer(tmp_path / "screen")
    yield screen
    screen.close()


def player(*arguments: str, display: str = "") -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "DISPLAY": display, "QT_QPA_PLATFORM": "xcb"}
    command = [sys.executable, "-m", "player", *arguments]
    return subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)


def complaints(stderr: str) -> list[str]:
    """What a command says was wrong, but for what a busy machine was late with."""
    return [line for line in stderr.splitlines() if not line.startswith("displayctl-player: late: ")]


def test_files_are_known_by_what_they_are_and_not_by_their_name(media: Path) -> None:
    (media / "picture.png").rename(media / "picture.mp4")
    assert probe_item(media / "picture.mp4", 7000) == LoopItem(str(media / "picture.mp4"), port.CueKind.PICTURE, 7000)
    assert probe_item(media / "clip.mp4", 7000) == LoopItem(
        str(media / "clip.mp4"), port.CueKind.VIDEO, 1000, 30.0, 1000
    )


@pytest.mark.parametrize("name", ["text.mp4", "empty.mp4", "cut.mp4", "gone.mp4", "."])
def test_a_file_that_cannot_be_played_is_named(media: Path, name: str) -> None:
    with pytest.raises(UnusableFile, match=str(media / name)):
        probe_item(media / name, 1000)


def test_the_loop_goes_on_without_a_gap_in_any_window() -> None:
    items = [LoopItem("/a", port.CueKind.VIDEO, 4000, 30.0, 4000), LoopItem("/b", port.CueKind.PICTURE, 2500)]
    loop = LocalLoop(items, epoch_ms=1000)
    last_end: dict[str, int] = {}
    for now in range(0, 600_000, 700):
        if timeline := loop.timeline(now):
            assert timeline.cues[0].starts_ms <= max(now, 1000)
            assert timeline.cues[-1].ends_ms >= now + 60_000
            for before, after in zip(timeline.cues, timeline.cues[1:], strict=False):
                assert before.ends_ms == after.starts_ms
                assert before.path != after.path
            for cue in timeline.cues:
                assert last_end.setdefault(cue.token, cue.ends_ms) == cue.ends_ms


def test_a_film_that_is_cut_off_behind_its_index_is_named_with_what_is_there(tmp_path: Path) -> None:
    whole, cut = tmp_path / "whole.mp4", tmp_path / "cut.mp4"
    clip = write_clip(tmp_path / "clip.mp4", 1, frames=120)
    options = {"movflags": "faststart"}
    with av.open(str(clip)) as source, av.open(str(whole), "w", options=options) as target:
        stream = target.add_stream_from_template(source.streams.video[0])
        for packet in source.demux(video=0):
            if packet.dts is not None:
                packet.stream = stream
                target.mux(packet)
    cut.write_bytes(whole.read_bytes()[: whole.stat().st_size // 2])
    assert probe_item(whole, 1000).duration_ms == 4000
    with pytest.raises(UnusableFile, match=r"cut off after [12]\d{3} of its 4000 ms"):
        probe_item(cut, 1000)


@pytest.mark.parametrize("suffix", ["avif", "png"])
def test_stills_of_phones_are_pictures(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"picture.{suffix}"
    Image.new("RGB", (320, 192), (200, 0, 0)).save(path)
    assert probe_item(path, 1000).kind is port.CueKind.PICTURE


def test_pictures_that_move_are_sent_to_the_desk(tmp_path: Path) -> None:
    red, blue = Image.new("RGB", (320, 192), (200, 0, 0)), Image.new("RGB", (320, 192), (0, 0, 200))
    red.save(tmp_path / "picture.gif", save_all=True, append_images=[blue] * 9, duration=100)
    with pytest.raises(UnusableFile, match=r"is an animation; import it at the desk, or save it as \.mp4"):
        probe_item(tmp_path / "picture.gif", 1000)


def test_the_stage_reads_stills_of_phones_and_names_damaged_ones(tmp_path: Path) -> None:
    Image.new("RGB", (320, 192), (200, 0, 0)).save(tmp_path / "good.avif")
    (tmp_path / "bad.avif").write_bytes((tmp_path / "good.avif").read_bytes()[:200])
    picture = load_picture(str(tmp_path / "good.avif"))
    assert (picture.width(), picture.height(), picture.pixelColor(9, 9).red()) == (320, 192, pytest.approx(200, abs=4))
    with pytest.raises(UnusablePicture, match="replace the file"):
        load_picture(str(tmp_path / "bad.avif"))


def film(path: str, ms: int) -> LoopItem:
    return LoopItem(path, port.CueKind.VIDEO, ms, 30.0, ms)


def cue_at(timeline: port.Timeline | None, at_ms: int) -> port.StageCue:
    assert timeline is not None
    return next(cue for cue in timeline.cues if cue.starts_ms <= at_ms < cue.ends_ms)


def test_a_file_that_turns_out_bad_gives_way_to_the_next_one_and_may_try_again_after_ten_minutes() -> None:
    loop = LocalLoop([film("/a", 4000), film("/bad", 5000), film("/c", 3000)], epoch_ms=0)
    first = loop.timeline(0)
    loop.leave_out(cue_at(first, 4000).token, now_ms=2500)
    second = loop.timeline(2500)
    assert cue_at(second, 2500) == cue_at(first, 0)
    assert (cue_at(second, 4000).path, cue_at(second, 4000).starts_ms) == ("/c", 4000)
    assert second is not None
    assert "/bad" not in {cue.path for cue in second.cues}
    later = [timeline for now in range(3000, 700_000, 1000) if (timeline := loop.timeline(now))]
    assert "/bad" in {cue.path for cue in later[-1].cues}


@pytest.mark.parametrize("now_ms", [3800, 4000, 5500])
def test_a_file_found_bad_too_late_holds_the_picture_before_it_no_longer_than_the_next_one_needs(now_ms: int) -> None:
    loop = LocalLoop([film("/a", 4000), film("/bad", 5000), film("/c", 3000)], epoch_ms=0)
    bad = cue_at(loop.timeline(0), 4000)
    loop.leave_out(bad.token, now_ms)
    timeline = loop.timeline(now_ms)
    held = cue_at(timeline, max(now_ms, 4000))
    assert (held.token, held.starts_ms, held.ends_ms) == (bad.token, 4000, now_ms + 600)
    assert cue_at(timeline, held.ends_ms).path == "/c"


def test_where_all_files_are_bad_the_slate_is_left_and_they_are_tried_again() -> None:
    loop = LocalLoop([film("/a", 1000)], epoch_ms=0)
    loop.leave_out(cue_at(loop.timeline(0), 0).token, 100)
    given = [(now, timeline) for now in range(100, 650_000, 50) if (timeline := loop.timeline(now)) is not None]
    assert [len(timeline.cues) for _, timeline in given[:1]] == [1]
    assert 600_000 <= given[1][0] <= 600_200
    assert cue_at(given[1][1], given[1][0]).path == "/a"


class HungStage(MemoryStage):
    """A stage that is never ready, and each look at it takes ten seconds."""

    def __init__(self, clock: PushedClock) -> None:
        super().__init__(clock)
        self._pushed = clock

    def reports(self) -> Sequence[port.Report]:
        self._pushed.push(timedelta(seconds=10))
        return ()


def test_a_stage_that_never_is_ready_ends_the_loop_and_the_identification() -> None:
    clock = PushedClock(datetime(2026, 11, 22, 4, tzinfo=UTC))
    with pytest.raises(port.StageClosed, match="not ready after 30 s"):
        run_loop(HungStage(clock), [film("/a", 1000)], clock, 2, print)
    stage = HungStage(clock)
    stage.send(port.Arrange(Canvas(640, 384)))
    with pytest.raises(port.StageClosed, match="not ready after 30 s"):
        show_identity(stage, "Tugu", 1, clock)


def test_what_a_loop_cannot_be_dressed_with_is_named(tmp_path: Path) -> None:
    with pytest.raises(InvalidValue, match=r"gone\.png: there is no such file"):
        dress(Canvas(640, 320), (), "", str(tmp_path / "gone.png"))
    with pytest.raises(InvalidValue, match=r"duration_ms"):
        read_transition("crossfade:99999999")
    with pytest.raises(UnusableFile, match="'ftp' is not one of rtsp, rtp, http, https"):
        stream_item("ftp://127.0.0.1/clip.mp4", 1000, timedelta(seconds=1), (640, 320), tmp_path)
    assert is_address("ftp://127.0.0.1/clip.mp4")


@pytest.mark.wall
def test_a_canvas_beside_the_output_is_told(media: Path, screen: Framebuffer) -> None:
    arguments = ("--canvas", "320x192+5000+0", "--seconds", "2")
    ended = player("loop", str(media / "clip.mp4"), *arguments, display=screen.display)
    assert ended.returncode == 0, ended.stderr
    assert "320x192+5000+0 lies beside every output" in ended.stderr


@pytest.mark.wall
def test_loop_plays_the_good_files_names_the_bad_ones_and_ends_in_time(media: Path, screen: Framebuffer) -> None:
    files = [str(media / name) for name in ("clip.mp4", "text.mp4", "picture.png")]
    arguments = ("--canvas", "320x192+0+0", "--picture-seconds", "1", "--seconds", "2")
    ended = player("loop", *files, *arguments, display=screen.display)
    assert ended.returncode == 0, ended.stderr
    (complaint,) = complaints(ended.stderr)
    assert str(media / "text.mp4") in complaint


def descendants(pid: int) -> list[int]:
    children = [int(c) for f in Path(f"/proc/{pid}/task").glob("*/children") for c in f.read_text().split()]
    return children + [grandchild for child in children for grandchild in descendants(child)]


@pytest.mark.wall
@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP], ids=lambda number: number.name)
def test_a_loop_that_is_interrupted_ends_at_once_and_leaves_no_process(
    media: Path, screen: Framebuffer, number: signal.Signals
) -> None:
    command = [sys.executable, "-m", "player", "loop", str(media / "clip.mp4"), "--canvas", "320x192+0+0"]
    environment = {**os.environ, "DISPLAY": screen.display, "QT_QPA_PLATFORM": "xcb"}
    # A shell that runs the tests in the background has them ignore SIGINT, and whatever they start.
    former = signal.signal(signal.SIGINT, signal.default_int_handler)
    loop = subprocess.Popen(command, env=environment, start_new_session=True, stderr=subprocess.PIPE, text=True)
    signal.signal(signal.SIGINT, former)
    deadline = time.monotonic() + 20
    while read_mark(screen.picture(0, 0, 320, 192)) is None:
        assert time.monotonic() < deadline, "nothing was shown"
        time.sleep(0.02)
    processes = descendants(loop.pid)
    assert len(processes) == 3
    os.killpg(loop.pid, number)  # as a terminal does
    _, stderr = loop.communicate(timeout=20)
    assert (loop.returncode, complaints(stderr)) == (0, [])
    assert [pid for pid in processes if Path(f"/proc/{pid}").exists()] == []


@pytest.mark.wall
def test_loop_with_nothing_to_play_is_refused(media: Path, screen: Framebuffer) -> None:
    ended = player("loop", str(media / "text.mp4"), display=screen.display)
    assert ended.returncode == 2
    assert "none of the files can be played" in ended.stderr


def test_without_a_screen_a_command_ends_with_code_2(media: Path) -> None:
    ended = player("identify", "--seconds", "1")
    assert ended.returncode == 2
    assert "no X display" in ended.stderr


def test_a_canvas_that_is_none_is_refused() -> None:
    ended = player("identify", "--canvas", "640")
    assert ended.returncode == 2
    assert "640x384+0+0" in ended.stderr
