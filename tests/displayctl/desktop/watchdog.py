"""A watchdog over the UI thread: how long it left its event loop alone, and what it was doing meanwhile."""

from __future__ import annotations

import sys
import threading
import time
from collections import Counter
from dataclasses import dataclass
from types import FrameType, TracebackType
from typing import Self

from PySide6.QtCore import Qt, QTimer

BEAT_MS, LOOK_SECONDS = 5, 0.015
LEAST_MS = 50.0
MOST_FRAMES, MOST_BLOCKS = 10, 1000
_OURS = ("/displayctl/", "/content/", "/schedules/", "/tests/", "/benchmarks/")


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch in which the event loop did not turn: by the clock, and how much of it the UI thread itself worked.

    `stack` is where it was found most often, the innermost of our functions first; empty where nobody could look.
    """

    held_ms: float
    worked_ms: float
    stack: tuple[str, ...] = ()

    def __str__(self) -> str:
        where = " < ".join(self.stack) or "nobody could look"
        return f"{self.held_ms:.0f} ms ({self.worked_ms:.0f} ms of work): {where}"


class Watchdog:
    """Watches the UI thread, which has to enter and leave it. Its heart is a timer of the event loop: where beats stay
    out, a thread beside looks at what stands in their way.

    What the UI thread does outside of its loop, as a test that calls into a page, counts like any other work.
    """

    def __init__(self, least_ms: float = LEAST_MS) -> None:
        self._least_ms = least_ms
        self._blocks: list[Block] = []
        self._samples: list[tuple[str, ...]] = []
        self._thread_id = threading.get_ident()
        self._beat_at, self._worked = time.perf_counter(), time.thread_time()
        self._over = threading.Event()
        self._heart = QTimer()
        self._heart.setTimerType(Qt.TimerType.PreciseTimer)
        self._heart.setInterval(BEAT_MS)
        self._heart.timeout.connect(self._beat)
        self._looker = threading.Thread(target=self._look, name="watchdog", daemon=True)

    def __enter__(self) -> Self:
        self.forget()
        self._heart.start()
        self._looker.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._beat()
        self._heart.stop()
        self._over.set()
        self._looker.join()

    @property
    def blocks(self) -> tuple[Block, ...]:
        """What was longer than `least_ms`, in its order."""
        return tuple(self._blocks)

    @property
    def worst(self) -> Block:
        """The longest by the clock; one of no length where there was none."""
        return max(self._blocks, key=lambda block: block.held_ms, default=Block(0.0, 0.0))

    @property
    def hardest(self) -> Block:
        """The one with most work of the UI thread itself, which other programs do not make longer."""
        return max(self._blocks, key=lambda block: block.worked_ms, default=Block(0.0, 0.0))

    def forget(self) -> None:
        """Begin anew, from now on."""
        self._blocks, self._samples = [], []
        self._beat_at, self._worked = time.perf_counter(), time.thread_time()

    def _beat(self) -> None:
        now, worked = time.perf_counter(), time.thread_time()
        held_ms = (now - self._beat_at) * 1000 - BEAT_MS
        samples, self._samples = self._samples, []
        if held_ms >= self._least_ms and len(self._blocks) < MOST_BLOCKS:
            self._blocks.append(Block(held_ms, (worked - self._worked) * 1000, busiest(samples)))
        self._beat_at, self._worked = now, worked

    def _look(self) -> None:
        while not self._over.wait(LOOK_SECONDS):
            if (time.perf_counter() - self._beat_at) * 1000 > self._least_ms / 2:
                # Nothing here keeps the frame: a painter in it would still be at work when Qt shows the window.
                self._samples.append(_stack_of(sys._current_frames().get(self._thread_id)))


def busiest(samples: list[tuple[str, ...]]) -> tuple[str, ...]:
    """The stack that was seen most often."""
    found = Counter(sample for sample in samples if sample).most_common(1)
    return found[0][0] if found else ()


def _stack_of(frame: FrameType | None) -> tuple[str, ...]:
    """Our functions on a stack, the innermost first, as ``week_paint.paint_grid``."""
    found: list[str] = []
    while frame is not None and len(found) < MOST_FRAMES:
        path = frame.f_code.co_filename
        if any(part in path for part in _OURS) and path != __file__:
            found.append(f"{path.rpartition('/')[2].removesuffix('.py')}.{frame.f_code.co_name}")
        frame = frame.f_back
    return tuple(found)
