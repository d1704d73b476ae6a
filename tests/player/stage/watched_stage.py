"""A real stage on a real (virtual) screen, with what it reports and what is seen of it."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from PIL import Image

from player.stage import port
from player.stage.child import StageChild
from schedules.display import Canvas
from tests.fakes.framebuffer import Framebuffer
from tests.fakes.marked_media import Mark, read_mark

R = TypeVar("R")
RATE = 30


def now_ms() -> int:
    return time.time_ns() // 1_000_000


@dataclass(frozen=True, slots=True)
class Sight:
    """What was seen at an instant; `mark` None where no picture of ours was."""

    at_ms: int
    mark: Mark | None


class WatchedStage:
    """Ends with `close`."""

    def __init__(self, screen: Framebuffer, arrange: port.Arrange, **environment: str) -> None:
        self.screen = screen
        self.canvas: Canvas = arrange.canvas
        self.heard: list[port.Report] = []
        self.child = StageChild({"DISPLAY": screen.display, "QT_QPA_PLATFORM": "xcb", **environment})
        self.child.send(arrange)

    def send(self, request: port.Request) -> None:
        self.child.send(request)

    def listen(self) -> Sequence[port.Report]:
        self.heard += self.child.reports()
        return self.heard

    def of(self, kind: type[R]) -> list[R]:
        return [report for report in self.listen() if isinstance(report, kind)]

    def until(self, fact: Callable[[], R], seconds: float = 10.0) -> R:
        deadline = time.monotonic() + seconds
        while True:
            self.listen()
            if found := fact():
                return found
            assert time.monotonic() < deadline, f"not within {seconds} s; heard {self.heard[-5:]}"
            time.sleep(0.005)

    def ready(self) -> WatchedStage:
        self.until(lambda: self.of(port.Ready), 15)
        return self

    def pixels(self) -> Image.Image:
        """The canvas as people see it."""
        canvas, turned = self.canvas, self.canvas.rotation_degrees in (90, 270)
        size = (canvas.height_px, canvas.width_px) if turned else (canvas.width_px, canvas.height_px)
        return self.screen.picture(canvas.x_px, canvas.y_px, *size).rotate(canvas.rotation_degrees, expand=True)

    def mark(self) -> Mark | None:
        """What is seen now. A picture caught while it was being painted is looked at again."""
        for _ in range(3):
            if mark := read_mark(self.pixels()):
                return mark
            time.sleep(0.003)
        return None

    def shows(self, item: int) -> bool:
        """Whether a picture of the medium marked `item` is seen."""
        mark = self.mark()
        return mark is not None and mark.item == item

    def says_nothing_is_shown(self) -> bool:
        """Whether its last sign of life is of the bare slate: what left the screen was reported before that."""
        signs = [sign for sign in self.of(port.Showing) if not sign.region]
        return bool(signs) and not (signs[-1].token or signs[-1].overlay or signs[-1].cover)

    def watch(self, until_ms: int) -> list[Sight]:
        """Everything that is seen from now on, but for pictures that the X server had not finished painting."""
        sights: list[Sight] = []
        while (at_ms := now_ms()) < until_ms:
            mark = self.mark()
            if mark is not None or not self._is_half_painted():
                sights.append(Sight(at_ms, mark))
            time.sleep(0.004)
        self.listen()
        return sights

    def close(self) -> None:
        self.child.close()

    def _is_half_painted(self) -> bool:
        """Whether what is seen is as light as marked pictures are: black, white and the slate are not."""
        levels = self.pixels().convert("L").resize((1, 1), Image.Resampling.BOX)
        return 48 < int(levels.getpixel((0, 0))) < 192  # type: ignore[arg-type]


def clip(path: Path, token: str, starts_ms: int, ends_ms: int, **changes: object) -> port.StageCue:
    fields: dict[str, object] = {"frame_rate": float(RATE), "duration_ms": 2000, **changes}
    return port.StageCue(token, port.CueKind.VIDEO, starts_ms, ends_ms, str(path), **fields)  # type: ignore[arg-type]


def still(path: Path, token: str, starts_ms: int, ends_ms: int) -> port.StageCue:
    return port.StageCue(token, port.CueKind.PICTURE, starts_ms, ends_ms, str(path))
