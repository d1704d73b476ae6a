"""Looks at a wall's pixels two hundred times a second, and writes down every change.

``python -m tests.attacks.watcher SCREEN LOG``: a process of its own, so that it misses no frame, whatever the test is
busy with. Each line of its log is the monotonic time in nanoseconds, the item and the frame that fill the canvas (-1
where that is no marked picture; from 100 on where the band of a drill stands above it), and how many looks there were
before.
"""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from tests.fakes.framebuffer import ScreenMemory
from tests.fakes.marked_media import Mark, cell_centres, mark_of

EVERY_S = 0.005
SIZE = (320, 192)
UNMARKED, IN_A_DRILL = -1, 100
_BAND_AT, _BAND_GREEN = ([2], [2]), [196]


@dataclass(frozen=True, slots=True)
class Sight:
    """What stood on the wall from `since_ns` on, until the next one. `item` is UNMARKED for all but marked media."""

    since_ns: int
    item: int
    frame: int
    looks: int


class Watch:
    """A watcher of the upper left canvas of the screen in the file `screen`, until `close`."""

    def __init__(self, screen: Path, log: Path) -> None:
        self._log = log
        command = [sys.executable, "-m", "tests.attacks.watcher", str(screen), str(log)]
        self._process = subprocess.Popen(command)

    def sights(self, since_ns: int = 0) -> list[Sight]:
        """What was seen from `since_ns` on, with what stood there at that moment."""
        seen = list(_read(self._log))
        later = next((at for at, sight in enumerate(seen) if sight.since_ns > since_ns), len(seen))
        return seen[max(0, later - 1) :]

    @property
    def now(self) -> Sight | None:
        """The newest line of the log."""
        return next(iter(self.sights(time.monotonic_ns())), None)

    def close(self) -> None:
        self._process.terminate()
        self._process.wait(10)


def _read(log: Path) -> Iterator[Sight]:
    if log.exists():
        text = log.read_text()
        for line in text[: text.rfind("\n") + 1].splitlines():
            yield Sight(*map(int, line.split()))


def watch(screen: Path, log: Path) -> None:
    """Look until this process is ended."""
    memory, (xs, ys) = ScreenMemory(screen), cell_centres(SIZE)
    looks, before = 0, Mark(-2, 0)
    with log.open("w", buffering=1) as lines:
        while True:
            mark = _look(memory, xs, ys)
            if mark != before:
                print(time.monotonic_ns(), mark.item, mark.frame, looks, file=lines)
                before = mark
            looks += 1
            time.sleep(EVERY_S)


def _look(memory: ScreenMemory, xs: list[int], ys: list[int]) -> Mark:
    before = memory.greens(*_BAND_AT)
    mark = mark_of(memory.greens(xs, ys))
    if mark is None or memory.greens(*_BAND_AT) != before:
        return Mark(UNMARKED, 0)
    return Mark(mark.item + IN_A_DRILL, mark.frame) if before == _BAND_GREEN else mark


if __name__ == "__main__":
    watch(Path(sys.argv[1]), Path(sys.argv[2]))
