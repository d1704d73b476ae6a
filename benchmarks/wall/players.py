"""Players on a virtual screen of their own: ours, and for comparison the playlists of mpv and VLC."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from benchmarks.wall.clips import CELL_PX, frame_of
from benchmarks.wall.cost import Taken, machine_seconds, taken_by
from benchmarks.wall.sampling import Probe, Samples, Sampling
from tests.fakes.framebuffer import Framebuffer

ROOT = Path(__file__).resolve().parents[2]
BAND_PX = 40
TEXT = "Selamat datang di alun-alun · Jangan lupa membuang sampah pada tempatnya"
START_SECONDS = 30.0
NOBODY = ("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups")


class DoesNotPlay(Exception):
    """A player showed none of the clips; the message names it."""


@dataclass(frozen=True, slots=True)
class Setting:
    """What a player is asked for, beside the files."""

    size: tuple[int, int]
    rate: int = 30
    sound: bool = False
    dressed: bool = False
    picture_seconds: float = 2.0

    @property
    def screen(self) -> tuple[int, int]:
        """The size of the screen; running text and clock have a strip of their own under the clips."""
        return self.size[0], self.size[1] + BAND_PX * self.dressed


@dataclass(frozen=True, slots=True)
class Watched:
    """One run of one player. Shares are of one core; `others` is what all other programs took."""

    samples: Samples
    core: float
    memory_mb: float
    switches_a_second: float
    others: float
    stolen: float


class Playing:
    """A player, files and a screen, from `with` to its end."""

    def __init__(self, player: str, files: Sequence[Path], setting: Setting, folder: Path) -> None:
        self.setting = setting
        self._player, self._files, self._folder = player, files, folder / player

    def __enter__(self) -> Playing:
        self._framebuffer = Framebuffer(self._folder, self.setting.screen)
        home = self._folder / "home"
        home.mkdir(exist_ok=True)
        home.chmod(0o777)
        environment = {
            **os.environ,
            "DISPLAY": self._framebuffer.display,
            "HOME": str(home),
            "XDG_RUNTIME_DIR": str(home),
        }
        self._log = (self._folder / "log.txt").open("wb")
        command = COMMANDS[self._player](self._files, self.setting)
        self._process = subprocess.Popen(command, env=environment, stdout=self._log, stderr=self._log, cwd=ROOT)
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._process.terminate()
        try:
            self._process.wait(10)
        except subprocess.TimeoutExpired:
            self._process.kill()
            self._process.wait()
        self._log.close()
        self._framebuffer.close()

    @property
    def screen(self) -> Path:
        """The memory of its screen."""
        return self._folder / "Xvfb_screen0"

    @property
    def probes(self) -> list[Probe]:
        """The marks above and below; where there is running text, also a row of it."""
        width, height = self.setting.size
        marks = [Probe(self.screen, "mark", 0, y, CELL_PX) for y in (0, height - CELL_PX)]
        return marks + [Probe(self.screen, "row", 0, height + BAND_PX // 2, width // 2)] * self.setting.dressed

    def until_it_plays(self, warm_seconds: float) -> None:
        """Wait for its first marked picture, and then a while. Raises DoesNotPlay."""
        deadline = time.monotonic() + START_SECONDS
        while not self._plays():
            if time.monotonic() > deadline or self._process.poll() is not None:
                text = (self._folder / "log.txt").read_text(errors="replace")[-500:]
                raise DoesNotPlay(f"{self._player} showed no clip within {START_SECONDS:.0f} s: {text}")
        time.sleep(warm_seconds)

    def sampling(self, seconds: float = 0.0) -> Sampling:
        """A look at its screen from now on."""
        return Sampling(self._folder, self.probes, seconds)

    def taken(self) -> Taken:
        """What it has taken of the machine."""
        return taken_by(self._process.pid)

    def watch(self, seconds: float) -> Watched:
        """Look at it, and what it costs, for some time."""
        (busy, stolen), before = machine_seconds(), self.taken()
        samples = self.sampling(seconds).done()
        after, (busy_after, stolen_after) = self.taken(), machine_seconds()
        own = after.processor_seconds - before.processor_seconds
        return Watched(
            samples,
            own / seconds,
            after.memory_mb,
            (after.switches - before.switches) / seconds,
            max(0.0, busy_after - busy - own) / seconds,
            (stolen_after - stolen) / seconds,
        )

    def _plays(self) -> bool:
        found = Sampling(self._folder, self.probes[:1], 0.05).done().column(0)
        return any(frame_of(value) for _, value in found)


def missing(player: str) -> str:
    """Why this player cannot run here; empty where it can."""
    program = {"mpv": "mpv", "vlc": "cvlc"}.get(player, sys.executable)
    return "" if shutil.which(program) else f"{program} is not installed"


def _ours(files: Sequence[Path], setting: Setting) -> list[str]:
    width, height = setting.screen
    command = [sys.executable, "-m", "player", "loop", *map(str, files), "--canvas", f"{width}x{height}+0+0"]
    command += ["--frame-rate", str(setting.rate), "--picture-seconds", str(setting.picture_seconds)]
    command += ["--sound"] * setting.sound
    if setting.dressed:
        command += ["--ticker", TEXT, "--clock", "Asia/Makassar", "--band", str(BAND_PX)]
    return command


def _mpv(files: Sequence[Path], setting: Setting) -> list[str]:
    looks = ["--no-border", "--geometry=+0+0", "--no-osc", "--cursor-autohide=always"]
    ways = ["--no-config", "--really-quiet", "--vo=x11", "--hwdec=no", "--prefetch-playlist=yes", "--loop-playlist=inf"]
    sound = "--ao=null" if setting.sound else "--no-audio"
    return ["mpv", *ways, *looks, sound, f"--image-display-duration={setting.picture_seconds}", *map(str, files)]


def _vlc(files: Sequence[Path], setting: Setting) -> list[str]:
    """VLC refuses to be run by root."""
    ways = ["--vout=xcb_x11", "--no-video-title-show", "--no-osd", "--loop"]
    sound = ["--aout=dummy"] if setting.sound else ["--no-audio"]
    rank = NOBODY if os.geteuid() == 0 else ()
    return [*rank, "cvlc", *ways, *sound, f"--image-duration={setting.picture_seconds}", *map(str, files)]


COMMANDS: dict[str, Callable[[Sequence[Path], Setting], list[str]]] = {"ours": _ours, "mpv": _mpv, "vlc": _vlc}
PEERS = ("mpv", "vlc")
