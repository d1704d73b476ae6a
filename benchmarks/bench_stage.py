"""What a wall shows at its seams, under running text and at an alert, read from its pixels; and what that costs.

Run with: python -m benchmarks.bench_stage [seconds a case]. Where mpv or VLC are installed, their playlists play the
same clips for comparison.
"""

from __future__ import annotations

import os
import shutil
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image

from player.local_dressing import dress
from player.local_loop import LocalLoop, LoopItem
from player.stage import port
from schedules.display import Canvas
from tests.fakes.framebuffer import Framebuffer
from tests.fakes.marked_media import Mark, cell_centres, mark_of, write_clip, write_picture
from tests.player.stage.watched_stage import RATE, WatchedStage, now_ms

CLIP_MS = 4000
CLIPS = 4
BAND_PX = 40
FRAME_MS = 1000 / RATE
ALERTS = 20
WARM_SECONDS = 5.0
PEERS = {
    "mpv": ["mpv", "--vo=x11", "--no-config", "--really-quiet", "--loop-playlist=inf", "--no-border", "--no-audio"],
    "vlc": ["cvlc", "--vout=xcb_x11", "--no-video-title-show", "--no-osd", "--no-audio", "--loop", "--fullscreen"],
}


@dataclass(slots=True)
class Watched:
    """Marks as they were first seen, with their instants in ms; and when running text was seen to move."""

    marks: list[tuple[float, Mark]] = field(default_factory=list)
    blanks: int = 0
    moves: list[float] = field(default_factory=list)

    def seams(self) -> list[float]:
        """How much longer than it should the last picture of each clip stayed, in ms."""
        found = []
        for (since, last), (until, first) in zip(self.marks, self.marks[1:], strict=False):
            frames = CLIP_MS * RATE // 1000 - last.frame + first.frame
            if first.item != last.item and last.item <= CLIPS and frames < RATE:
                found.append(until - since - frames * FRAME_MS)
        return found

    def lost(self) -> int:
        """How many frames inside clips were never seen."""
        pairs = zip(self.marks, self.marks[1:], strict=False)
        return sum(max(0, b.frame - a.frame - 1) for (_, a), (_, b) in pairs if a.item == b.item)

    def words(self) -> str:
        seams = self.seams()
        seam = f"{statistics.median(seams):.1f} (worst {max(seams, key=abs):.1f})" if seams else "-"
        text = f"seam ms {seam} of {len(seams)}, lost inside {self.lost()}, unreadable {self.blanks}"
        if len(self.moves) > 1:
            gaps = [after - before for before, after in zip(self.moves, self.moves[1:], strict=False)]
            rate = 1000 * len(gaps) / (self.moves[-1] - self.moves[0])
            text += f", text moved {rate:.1f} times a second (longest wait {max(gaps):.0f} ms)"
        return text


def look(
    screen: Framebuffer, size: tuple[int, int], seconds: float, tend: Callable[[], None], strip_y: int = 0
) -> Watched:
    """Look at the screen some thousand times a second; `tend` is called twenty times a second."""
    watched, cells = Watched(), cell_centres(size)
    last: Mark | None = None
    strip, tended = b"", 0.0
    ends = time.monotonic() + seconds
    while (now := time.monotonic()) < ends:
        mark = mark_of(screen.greens(*cells))
        watched.blanks += mark is None
        if mark is not None and mark != last:
            watched.marks.append((now * 1000, mark))
            last = mark
        if strip_y and (row := screen.row(0, strip_y, size[0] // 2)) != strip:
            strip = row
            watched.moves.append(now * 1000)
        if now - tended > 0.05:
            tended = now
            tend()
        time.sleep(0.0005)
    return watched


def processor_seconds(pid: int) -> float:
    """The processor time of a process and all its descendants."""
    try:
        fields = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()
        children = [
            int(child) for file in Path(f"/proc/{pid}/task").glob("*/children") for child in file.read_text().split()
        ]
    except OSError:
        return 0.0
    own = (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")
    return own + sum(map(processor_seconds, children))


class Feed:
    """Sends a stage its loop, and adds up what it reports."""

    def __init__(self, stage: WatchedStage, items: Sequence[LoopItem]) -> None:
        self._stage, self._loop = stage, LocalLoop(items, now_ms() + 1000)

    def __call__(self) -> None:
        self._stage.listen()
        if timeline := self._loop.timeline(now_ms()):
            self._stage.send(timeline)

    def words(self) -> str:
        items = self._stage.of(port.Presented)[1:]
        late, dropped = sum(item.late for item in items), sum(item.dropped for item in items)
        return f"told: late {late}, dropped {dropped} of {sum(item.presented for item in items)}"


def case(
    name: str, folder: Path, size: tuple[int, int], items: Sequence[LoopItem], seconds: float, *, dressed: bool = False
) -> None:
    """Play `items`, and say what was seen."""
    canvas = Canvas(size[0], size[1] + BAND_PX * dressed)
    screen = Framebuffer(folder / name, (canvas.width_px, canvas.height_px))
    look_of = dress(canvas, ("Selamat datang di alun-alun",) * dressed, "Asia/Jakarta" * dressed, "", band_px=BAND_PX)
    stage = WatchedStage(screen, port.Arrange(canvas, RATE, regions=look_of.regions))
    try:
        stage.ready()
        for request in look_of.requests:
            stage.send(request)
        feed = Feed(stage, items)
        look(screen, size, WARM_SECONDS, feed)
        before = processor_seconds(stage.child.pid)
        watched = look(screen, size, seconds, feed, size[1] + BAND_PX // 2 if dressed else 0)
        cost = (processor_seconds(stage.child.pid) - before) / seconds
        print(f"{name:28s} {watched.words()}; {feed.words()}; {cost:.1%} of a core")
    finally:
        stage.close()
        screen.close()


def peer(name: str, folder: Path, size: tuple[int, int], clips: Sequence[Path], seconds: float) -> None:
    """The same clips on another player."""
    command = PEERS[name]
    if shutil.which(command[0]) is None:
        return
    if os.geteuid() == 0 and name == "vlc":
        print("vlc                          does not run as root; left out")
        return
    screen = Framebuffer(folder / name, size)
    environment = {**os.environ, "DISPLAY": screen.display}
    process = subprocess.Popen([*command, *map(str, clips)], env=environment, stderr=subprocess.DEVNULL)
    try:
        look(screen, size, WARM_SECONDS, lambda: None)
        before = processor_seconds(process.pid)
        watched = look(screen, size, seconds, lambda: None)
        print(f"{name:28s} {watched.words()}; {(processor_seconds(process.pid) - before) / seconds:.1%} of a core")
    finally:
        process.terminate()
        process.wait(10)
        screen.close()


def alerts(folder: Path, size: tuple[int, int], clip: LoopItem) -> None:
    """From the decision to the first pixel of an alert over a clip, and back."""
    card = folder / "alert.png"
    Image.new("RGB", size, (255, 255, 255)).save(card)
    screen = Framebuffer(folder / "alerts", size)
    stage = WatchedStage(screen, port.Arrange(Canvas(*size), RATE)).ready()
    try:
        feed, cells, took = Feed(stage, [clip]), cell_centres(size), []
        look(screen, size, WARM_SECONDS, feed)
        for number in range(ALERTS):
            decided = time.monotonic()
            stage.send(port.Overlay(f"alert-{number}", str(card)))
            while min(screen.greens(*cells)) < 250 and time.monotonic() < decided + 2:
                time.sleep(0.0002)
            took.append((time.monotonic() - decided) * 1000)
            look(screen, size, 0.1 + number * 0.003, feed)
            stage.send(port.Overlay())
            look(screen, size, 0.3, feed)
        print(f"alert over a clip            {statistics.median(took):.1f} ms to the wall (worst {max(took):.1f})")
    finally:
        stage.close()
        screen.close()


def main() -> int:
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 40.0
    with tempfile.TemporaryDirectory(prefix="bench-stage-") as name:
        folder = Path(name)
        for size in ((640, 320), (1280, 720)):
            print(f"{size[0]}x{size[1]}, {RATE} frames a second")
            clips = [folder / f"{size[0]}-{item}.mp4" for item in range(1, CLIPS + 1)]
            for item, path in enumerate(clips, start=1):
                write_clip(path, item, frames=CLIP_MS * RATE // 1000, rate=RATE, size=size)
            still = write_picture(folder / f"{size[0]}.png", CLIPS + 1, size=size)
            loop = [LoopItem(str(path), port.CueKind.VIDEO, CLIP_MS, RATE, CLIP_MS) for path in clips]
            picture = LoopItem(str(still), port.CueKind.PICTURE, 2000)
            case("clips", folder, size, loop, seconds)
            case("clips, text, clock", folder, size, loop, seconds, dressed=True)
            case("clip, picture", folder, size, [loop[0], picture, loop[1], picture], seconds)
            case("picture", folder, size, [LoopItem(str(still), port.CueKind.PICTURE, 3_600_000)], seconds / 2)
            for other in PEERS:
                peer(other, folder, size, clips, seconds)
            alerts(folder, size, loop[0])
    return 0


if __name__ == "__main__":
    sys.exit(main())
