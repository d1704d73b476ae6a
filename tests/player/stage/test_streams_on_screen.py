"""A camera on the wall, with a real stage and a real RTSP server: poster, pictures, a power cut, filler, no blank."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest

from player.decoder.receiver import FIRST_PICTURE_NS
from player.stage import port
from tests.fakes.stream_servers import rtsp_camera, write_stream_clip
from tests.player.stage.watched_stage import Sight, WatchedStage, clip, now_ms

pytestmark = pytest.mark.wall
POSTER, CAMERA, CLIP = 11, 5, 1


def live(url: str, poster: Path, token: str, starts_ms: int, ends_ms: int, patience_ms: int) -> port.StageCue:
    kind = port.CueKind.STREAM
    return port.StageCue(token, kind, starts_ms, ends_ms, str(poster), url=url, patience_ms=patience_ms)


def items(sights: list[Sight]) -> list[int]:
    """The media that were seen, one after another."""
    seen: list[int] = []
    for sight in sights:
        if sight.mark and sight.mark.item not in seen[-1:]:
            seen.append(sight.mark.item)
    return seen


def receivers_of(stage_pid: int) -> set[int]:
    children = [pid for file in Path(f"/proc/{stage_pid}/task").glob("*/children") for pid in file.read_text().split()]
    return {int(pid) for pid in children if is_receiver(pid)}


def is_receiver(pid: str) -> bool:
    try:
        return b"player.decoder.live" in Path(f"/proc/{pid}/cmdline").read_bytes()
    except FileNotFoundError:  # it has just ended
        return False


def test_a_camera_is_shown_lost_replaced_and_shown_again_without_a_blank(
    stage: WatchedStage, media: Path, tmp_path: Path
) -> None:
    film = write_stream_clip(tmp_path / "camera.mp4", CAMERA)
    with rtsp_camera(film) as camera:
        start = now_ms() + 300
        cue = live(camera.url, media / "11.png", "live", start, start + 60_000, 4500)
        stage.send(port.Timeline((cue,)))
        stage.until(lambda: stage.shows(POSTER))
        stage.until(lambda: stage.shows(CAMERA))
        seen = stage.watch(now_ms() + 500)
        camera.kill()
        seen += stage.watch(now_ms() + 2500)
        assert items(seen) == [CAMERA]
        stage.until(lambda: stage.shows(POSTER))
        stage.until(lambda: stage.of(port.Fault))
        fault = stage.of(port.Fault)[0]
        assert (fault.kind, fault.token) == (port.FaultKind.STREAM_LOST, "live")
        assert fault.detail.startswith(camera.url)
        now = now_ms()
        filler = clip(media / "1.mp4", "filler", now + 600, now + 2600)
        again = live(camera.url, media / "11.png", "again", now + 2600, now + 60_000, 30_000)
        camera.start(film)
        stage.send(port.Timeline((live(camera.url, media / "11.png", "live", start, now + 600, 4500), filler, again)))
        stage.until(lambda: stage.shows(CLIP))
        seen = stage.watch(now + 3000)
        assert [sight for sight in seen if sight.mark is None] == []
        stage.until(lambda: stage.shows(CAMERA), FIRST_PICTURE_NS / 1e9 + 5)


def test_a_receiver_that_is_halted_is_replaced_while_its_last_picture_stays(
    stage: WatchedStage, media: Path, tmp_path: Path
) -> None:
    with rtsp_camera(write_stream_clip(tmp_path / "camera.mp4", CAMERA)) as camera:
        start, others = now_ms(), receivers_of(stage.child.pid)
        stage.send(port.Timeline((live(camera.url, media / "11.png", "live", start, start + 60_000, 9000),)))
        stage.until(lambda: stage.shows(CAMERA))
        # On a machine with much to do one may have been replaced before it had a picture, and be on its way out.
        stage.until(lambda: len(receivers_of(stage.child.pid) - others) == 1)
        (first,) = receivers_of(stage.child.pid) - others
        os.kill(first, signal.SIGSTOP)
        stage.until(lambda: receivers_of(stage.child.pid) - others - {first})
        frame = stage.mark()
        stage.until(lambda: (mark := stage.mark()) and mark.item == CAMERA and mark != frame)
