"""Whether two walls on one programme show the same frame: two stages on two screens, looked at in the same instants.

Run with: python -m benchmarks.bench_two_walls [seconds]. Goal: the same frame, or one within a refresh of it, in 99 of
100 looks.
"""

from __future__ import annotations

import statistics
import sys
import tempfile
import time
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from player.stage import port
from schedules.display import Canvas
from tests.fakes.framebuffer import Framebuffer
from tests.fakes.marked_media import cell_centres, mark_of, write_clip
from tests.player.stage.watched_stage import RATE, WatchedStage, clip, now_ms

SIZE = (320, 192)
CELLS = cell_centres(SIZE)
CLIP_MS = 3000
CLIPS = 3
GOAL = 0.99
REFRESH_MS = 1000 / 60
LOOK_SECONDS = 0.004
FEED_MS = 60_000
LATER_SECONDS = 1.5


@dataclass(frozen=True, slots=True)
class Look:
    """Which frame of the loop each wall showed at an instant; None where it showed none."""

    at_ns: int
    frames: tuple[int | None, ...]


def main() -> int:
    seconds = float(sys.argv[1]) if len(sys.argv) > 1 else 300.0
    with tempfile.TemporaryDirectory(prefix="bench-walls-") as folder:
        paths = [Path(folder) / f"{item}.mp4" for item in range(1, CLIPS + 1)]
        for item, path in enumerate(paths, start=1):
            write_clip(path, item, frames=CLIP_MS * RATE // 1000, rate=RATE, size=SIZE)
        screens = [Framebuffer(Path(folder) / f"screen-{number}", SIZE) for number in range(2)]
        walls: list[WatchedStage] = []
        try:
            for screen in screens:
                walls.append(WatchedStage(screen, port.Arrange(Canvas(*SIZE), RATE)).ready())
                time.sleep(LATER_SECONDS)  # the second wall joins in the middle
                _feed(walls, paths)
            looks = _watch(walls, paths, seconds)
        finally:
            for wall in walls:
                wall.close()
            for screen in screens:
                screen.close()
    return _tell(looks)


def _feed(walls: Sequence[WatchedStage], paths: Sequence[Path]) -> None:
    """Both walls' next minutes, from an instant that both know."""
    first = now_ms() // CLIP_MS
    cues = (
        clip(paths[place % CLIPS], f"cue-{place}", place * CLIP_MS, (place + 1) * CLIP_MS, duration_ms=CLIP_MS)
        for place in range(first, first + 2 * FEED_MS // CLIP_MS)
    )
    timeline = port.Timeline(tuple(cues))
    for wall in walls:
        wall.send(timeline)


def _watch(walls: Sequence[WatchedStage], paths: Sequence[Path], seconds: float) -> list[Look]:
    for wall in walls:
        wall.until(wall.mark, 10)
    looks: list[Look] = []
    ends = time.monotonic() + seconds
    fed_ms = 0
    while time.monotonic() < ends:
        if now_ms() - fed_ms > FEED_MS:
            fed_ms = now_ms()
            _feed(walls, paths)
        at_ns = time.monotonic_ns()
        levels = [wall.screen.greens(*CELLS) for wall in walls]  # within microseconds; they are read afterwards
        looks.append(Look(at_ns, tuple(_place(each) for each in levels)))
        time.sleep(LOOK_SECONDS)
        for wall in walls:
            wall.listen()
    return looks


def _place(levels: Sequence[int]) -> int | None:
    """Which frame of the whole loop a picture with cells of these levels is."""
    mark = mark_of(levels)
    return mark.item * CLIP_MS * RATE // 1000 + mark.frame if mark else None


def _tell(looks: Sequence[Look]) -> int:
    read = [look for look in looks if None not in look.frames]
    same = sum(look.frames[0] == look.frames[1] for look in read)
    apart_ms = sorted(_apart_ms(read))
    near = same + sum(each <= REFRESH_MS * 1.5 for each in apart_ms)
    share, near_share = same / len(read), near / len(read)
    print(f"{len(looks)} looks, {len(looks) - len(read)} of them in the middle of painting; {share:.2%} same frame")
    print(f"the same frame, or the change less than a refresh and a half ago: {near_share:.2%}")
    if apart_ms:
        print(f"apart for median {statistics.median(apart_ms):.1f} ms, at most {apart_ms[-1]:.1f} ms")
    return 0 if near_share >= GOAL else 1


def _apart_ms(looks: Sequence[Look]) -> list[float]:
    """For each look at which the frames differed, how long they had done so."""
    since: int | None = None
    apart = []
    for look in looks:
        if look.frames[0] == look.frames[1]:
            since = None
            continue
        since = since or look.at_ns
        apart.append((look.at_ns - since) / 1e6)
    return apart


if __name__ == "__main__":
    sys.exit(main())
