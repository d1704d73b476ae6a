"""The whole player, as it is installed: real processes, real decoding, judged by the pixels of the wall."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from schedules.clock import SystemClock
from schedules.compiler import compile_programme
from schedules.director import direct
from schedules.playlist import Asset, AssetKind, Medium, PlaylistEntry, Rendition
from schedules.programme import Programme
from schedules.span import Span
from tests import builders
from tests.fakes.framebuffer import Framebuffer, forget_the_dead
from tests.fakes.marked_media import Mark, read_mark, write_clip, write_picture
from tests.player.rig import Rig

pytestmark = pytest.mark.wall
RATE, FRAMES_APART = 30, 4
ITEMS = {"film": 5, "poster": 9, "p": 12}


class Wall:
    """A player process in front of a screen in memory."""

    def __init__(self, rig: Rig, folder: Path) -> None:
        self.rig = rig
        self.programme = self._programme(folder)
        self.screen = Framebuffer(folder / "screen")
        self.process: subprocess.Popen[bytes] | None = None

    def _programme(self, folder: Path) -> Programme:
        film = self._medium("film", write_clip(folder / "film.mp4", ITEMS["film"], 4 * RATE), timedelta(seconds=4))
        poster = self._medium("poster", write_picture(folder / "poster.png", ITEMS["poster"]))
        filler = self._medium("p", write_picture(folder / "p.png", ITEMS["p"]))
        loop = builders.playlist("all", "film", PlaylistEntry("poster", timedelta(seconds=2)))
        playlists = (loop, builders.playlist("p", "p"))
        return self.rig.programme(self.rig.slot(), media=(film, poster, filler), playlists=playlists)

    def _medium(self, id: str, file: Path, length: timedelta | None = None) -> Medium:
        data = file.read_bytes()
        kind = AssetKind.PICTURE if length is None else AssetKind.VIDEO
        asset = Asset(self.rig.hub.add_medium(data), len(data), kind, length)
        return Medium(id, id.title(), (Rendition(self.rig.wall.format, asset),))

    def start(self) -> None:
        command = [sys.executable, "-m", "player", "run", "--data", str(self.rig.folder), "--hub", self.rig.hub.address]
        self.process = subprocess.Popen(
            [*command, "--canvas", "640x384+16+8"], env={**os.environ, "DISPLAY": self.screen.display}
        )

    def cut(self) -> None:
        """Take the power away."""
        assert self.process is not None
        self.process.send_signal(signal.SIGKILL)
        self.process.wait()
        forget_the_dead(self.screen.display)

    def stage_pid(self) -> int:
        """Of the stage's process; 0 where there is none."""
        assert self.process is not None
        children = Path(f"/proc/{self.process.pid}/task/{self.process.pid}/children").read_text().split()
        commands = {int(child): Path(f"/proc/{child}/cmdline").read_bytes() for child in children}
        return next((pid for pid, command in commands.items() if b"player.stage" in command), 0)

    def mark(self) -> Mark | None:
        return read_mark(self.screen.picture(16, 8, 640, 384))

    def is_right(self) -> bool:
        """Whether the wall shows the item that belongs there now, and about the right frame of it."""
        now = SystemClock().now()
        mark = self.mark()
        cue = direct(compile_programme(self.programme, "tugu", Span(now, now + timedelta(minutes=1))), (), now).cue
        if mark is None or mark.item != ITEMS[cue.medium_id]:
            return False
        due = int(cue.position_at(now).total_seconds() * RATE) if cue.medium_id == "film" else 0
        return abs(mark.frame - due) <= FRAMES_APART

    def close(self) -> None:
        if self.process is not None and self.process.poll() is None:
            self.process.terminate()
            self.process.wait(15)
        self.screen.close()


@pytest.fixture
def wall(rig: Rig, tmp_path: Path) -> Iterator[Wall]:
    rig.bind()
    wall = Wall(rig, tmp_path)
    yield wall
    wall.close()


def test_what_is_published_is_on_the_wall_to_the_frame_and_stays_through_everything(wall: Wall) -> None:
    rig = wall.rig
    wall.start()
    rig.hub.publish(wall.programme)
    wall_is_right(wall, "after publishing", 30)
    rig.hub.stop()
    wall.cut()
    begun = time.monotonic()
    wall.start()
    wall_is_right(wall, "after a power cut, without the hub", 20)
    print(f"right picture {time.monotonic() - begun:.2f} s after the start of the process")
    killed = wall.stage_pid()
    os.kill(killed, signal.SIGKILL)
    rig.until(lambda: wall.stage_pid() not in (0, killed), "another stage")
    wall_is_right(wall, "after the stage was killed", 20)
    assert wall.process is not None
    wall.process.terminate()
    assert wall.process.wait(15) == 0


def wall_is_right(wall: Wall, when: str, seconds: float) -> None:
    """Right at five looks in a row, a tenth of a second apart."""
    right = 0
    deadline = time.monotonic() + seconds
    while right < 5:
        assert time.monotonic() < deadline, f"{when}: the wall shows {wall.mark()}"
        right = right + 1 if wall.is_right() else 0
        time.sleep(0.1 if right else 0.01)
