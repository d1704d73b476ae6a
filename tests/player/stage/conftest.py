"""One screen and one set of marked media for all tests of the stage."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from player.stage import port
from schedules.display import Canvas
from tests.fakes.framebuffer import Framebuffer
from tests.fakes.marked_media import write_clip, write_picture
from tests.player.stage.watched_stage import RATE, WatchedStage

SIZE = (320, 192)


@pytest.fixture(scope="package")
def screen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Framebuffer]:
    screen = Framebuffer(tmp_path_factory.mktemp("screen"))
    yield screen
    screen.close()


@pytest.fixture(scope="package")
def media(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Clips ``1.mp4`` to ``3.mp4`` of two seconds, pictures ``11.png`` and ``12.png``, and two broken files."""
    folder = tmp_path_factory.mktemp("media")
    for item in (1, 2, 3):
        write_clip(folder / f"{item}.mp4", item, frames=2 * RATE, rate=RATE, size=SIZE)
    for item in (11, 12):
        write_picture(folder / f"{item}.png", item, size=SIZE)
    (folder / "broken.mp4").write_text("this is no film\n" * 5000)
    (folder / "broken.png").write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(200))
    return folder


@pytest.fixture
def open_stage(screen: Framebuffer) -> Iterator[Callable[..., WatchedStage]]:
    """Opens stages, each gone at the test's end."""
    opened: list[WatchedStage] = []

    def open_one(canvas: Canvas | None = None, **environment: str) -> WatchedStage:
        stage = WatchedStage(screen, port.Arrange(canvas or Canvas(*SIZE), RATE), **environment)
        opened.append(stage)
        return stage

    yield open_one
    for stage in opened:
        stage.close()


@pytest.fixture(scope="package")
def lasting_stage(screen: Framebuffer) -> Iterator[WatchedStage]:
    stage = WatchedStage(screen, port.Arrange(Canvas(*SIZE), RATE)).ready()
    yield stage
    stage.close()


@pytest.fixture
def stage(lasting_stage: WatchedStage) -> Iterator[WatchedStage]:
    """A stage that is ready and shows the slate. It serves many tests, so none may harm it."""
    lasting_stage.heard.clear()
    yield lasting_stage
    for request in (port.Timeline(), port.Overlay(), port.ShowTestPattern(on=False), port.Identify("")):
        lasting_stage.send(request)
    lasting_stage.until(lambda: lasting_stage.mark() is None and lasting_stage.says_nothing_is_shown())


@pytest.fixture
def files(tmp_path: Path) -> Path:
    """Files ``a.mp4`` to ``c.mp4`` for decoders that never look into them."""
    for name in ("a", "b", "c"):
        (tmp_path / f"{name}.mp4").write_bytes(b"film")
    return tmp_path
