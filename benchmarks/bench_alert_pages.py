"""How punctually an alert leaves the wall, and what turning its pages costs the film beneath; read from the pixels.

A real player with a real stage on a screen in memory, and a hub on loopback. Alerts of three seconds are raised and
watched until their red is gone: the figure is how long after `expires` that is. Then a clip of 20 s plays beneath a
banner whose pages turn twice a second, far more often than they ever do.
Usage: ``python -m benchmarks.bench_alert_pages [--alerts 20]``; it ends with 1 where a goal is missed.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import statistics
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from PIL import Image

from player.stage import port
from player.stage.child import StageChild
from schedules.alert import AlertLevel, AlertPicture
from schedules.clock import SystemClock
from schedules.display import Canvas
from tests import builders
from tests.fakes.framebuffer import Framebuffer
from tests.fakes.marked_media import write_clip
from tests.player.rig import Rig
from tests.player.stage.watched_stage import RATE, WatchedStage, clip, now_ms

SIZE = (640, 384)
LATEST_MS = 1000.0
LIFE, PATIENCE_S = timedelta(seconds=3), 30.0
SECONDS, TURN_MS = 20, 500


class ScreenRig(Rig):
    """A player whose stage is a real one."""

    screen: Framebuffer

    def _stage(self) -> port.Stage:  # type: ignore[override]
        return StageChild({"DISPLAY": self.screen.display, "QT_QPA_PLATFORM": "xcb"})


def ends_ms(folder: Path, count: int) -> list[float]:
    """How many milliseconds after its end each of `count` alerts was still seen."""
    rig = ScreenRig(folder)
    rig.screen = Framebuffer(folder)
    try:
        rig.bind()
        rig.hub.publish(rig.programme())
        rig.start()
        _await(lambda: rig.hub.connected)
        return [_one_end(rig, f"a{number}") for number in range(count)]
    finally:
        rig.close()
        rig.screen.close()


def frames(folder: Path) -> tuple[port.Presented, int]:
    """What became of the clip beneath, and how many pages were turned above it."""
    screen = Framebuffer(folder)
    stage = WatchedStage(screen, port.Arrange(Canvas(*SIZE), RATE)).ready()
    pages = [_page(folder / f"{number}.png", number) for number in range(4)]
    film = write_clip(folder / "1.mp4", 1, frames=10 * RATE, rate=RATE, size=SIZE)
    turned = 0
    try:
        starts = now_ms() + 1500
        ends = starts + SECONDS * 1000
        stage.send(port.Timeline((clip(film, "a", starts, ends, loops=True, duration_ms=10_000),)))
        while now_ms() < ends:
            stage.listen()
            if now_ms() > starts + turned * TURN_MS:
                page, ahead = pages[turned % 4], pages[(turned + 1) % 4]
                stage.send(port.Overlay(f"alert/a/{turned}", page, port.OverlayMode.BANNER))
                stage.send(port.OverlayAhead(ahead, port.OverlayMode.BANNER))
                turned += 1
            time.sleep(0.01)
        stage.send(port.Overlay())
        presented = stage.until(lambda: {one.token: one for one in stage.of(port.Presented)}.get("a"), 10)
        assert presented is not None  # it waited for one
        return presented, turned
    finally:
        stage.close()
        screen.close()


def _one_end(rig: ScreenRig, name: str) -> float:
    data = _red()
    digest, now = hashlib.sha256(data).hexdigest(), SystemClock().now()
    pictures = (AlertPicture(rig.wall.format, digest),)
    times = {"issued_at": now, "effective": now, "expires": now + LIFE}
    rig.hub.raise_alert(builders.alert(name, AlertLevel.AWAS, pictures=pictures, **times), {digest: data})
    _await(lambda: _is_red(rig.screen))
    _await(lambda: not _is_red(rig.screen))
    return (SystemClock().now() - now - LIFE) / timedelta(milliseconds=1)


def _is_red(screen: Framebuffer) -> bool:
    red, green, _ = screen.picture(SIZE[0] // 2, SIZE[1] // 2, 1, 1).getpixel((0, 0))  # type: ignore[misc]
    return red > 180 and green < 60


def _red() -> bytes:
    file = io.BytesIO()
    Image.new("RGB", SIZE, (220, 0, 0)).save(file, "PNG")
    return file.getvalue()


def _page(path: Path, number: int) -> str:
    Image.effect_noise((SIZE[0], SIZE[1] // 3), 60 + number).convert("RGB").save(path)
    return str(path)


def _await(fact: Callable[[], object]) -> None:
    deadline = time.monotonic() + PATIENCE_S
    while not fact():
        if time.monotonic() > deadline:
            raise TimeoutError(f"nothing of it within {PATIENCE_S:.0f} s; look at what the player says")
        time.sleep(0.002)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--alerts", type=int, default=20)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="displayctl-bench-") as place:
        for name in ("ends", "pages"):
            (Path(place) / name).mkdir()
        late = ends_ms(Path(place) / "ends", arguments.alerts)
        film, turned = frames(Path(place) / "pages")
    print(f"off the wall after its end: median {statistics.median(late):.0f} ms, worst {max(late):.0f} of {len(late)}")
    print(f"frames beneath {turned} page turns: {film.presented} of {SECONDS * RATE}, {film.dropped} dropped")
    return 1 if max(late) > LATEST_MS or film.dropped else 0


if __name__ == "__main__":
    sys.exit(main())
