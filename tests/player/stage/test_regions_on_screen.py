"""A wall in parts and with transitions, on a real screen with real libVLC."""

from __future__ import annotations

import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from PIL import Image

from player.stage import port
from schedules.display import Canvas
from tests.fakes.marked_media import Mark, read_mark, write_clip
from tests.player.stage.conftest import SIZE
from tests.player.stage.watched_stage import RATE, WatchedStage, clip, now_ms, still

pytestmark = pytest.mark.wall

WIDE = Canvas(SIZE[0] * 3 // 2, SIZE[1] * 3 // 2)
REGIONS = (
    port.StageRegion("", 0, 0, *SIZE),
    port.StageRegion("samping", SIZE[0], 0, 160, 96),
    port.StageRegion("poster", SIZE[0], 96, 160, 96),
    port.StageRegion("teks", 0, SIZE[1], SIZE[0], 96, port.RegionKind.TICKER),
    port.StageRegion("jam", SIZE[0], SIZE[1], 160, 96, port.RegionKind.CLOCK),
)
LIGHT_BLUE = "#7fb0ff"


def part(stage: WatchedStage, name: str) -> Image.Image:
    region = next(region for region in REGIONS if region.name == name)
    left, top = region.x_px, region.y_px
    return stage.pixels().crop((left, top, left + region.width_px, top + region.height_px))


def seen_in(stage: WatchedStage, name: str) -> Mark | None:
    for _ in range(3):
        if mark := read_mark(part(stage, name)):
            return mark
        time.sleep(0.003)
    return None


def behind(mark: Mark, start_ms: int) -> float:
    """How far a clip of two seconds that loops since `start_ms` is from where it should be, in frames."""
    due = (now_ms() - start_ms) % 2000 * RATE / 1000
    return min(abs(mark.frame - due), 2 * RATE - abs(mark.frame - due))


def test_every_part_of_a_wall_plays_its_own_loop(
    open_stage: Callable[..., WatchedStage], media: Path, tmp_path: Path
) -> None:
    stage = open_stage(WIDE).ready()
    stage.send(port.Arrange(WIDE, RATE, regions=REGIONS))
    side = write_clip(tmp_path / "side.mp4", 5, frames=2 * RATE, rate=RATE, size=(160, 96))
    start = now_ms() + 1500
    end = start + 60_000
    stage.send(port.Timeline((clip(media / "1.mp4", "main", start, end, loops=True),)))
    stage.send(port.Timeline((clip(side, "side", start, end, loops=True),), "samping"))
    stage.send(port.Timeline((still(media / "11.png", "poster", start, end),), "poster"))
    stage.send(port.Tickers((port.TickerStrip(("Selamat datang di Ngawi",), "teks", ground=LIGHT_BLUE),)))
    stage.send(port.Clocks((port.ClockFace("jam", "Asia/Makassar", ground=LIGHT_BLUE),)))
    stage.until(lambda: (mark := seen_in(stage, "")) and mark.item == 1 and behind(mark, start) < 4)
    stage.until(lambda: (mark := seen_in(stage, "samping")) and mark.item == 5 and behind(mark, start) < 4)
    stage.until(lambda: seen_in(stage, "poster") == Mark(11, 0))
    ground = tuple(bytes.fromhex(LIGHT_BLUE[1:]))
    stage.until(lambda: part(stage, "jam").getpixel((1, 1)) == ground)
    stage.until(lambda: part(stage, "teks").getpixel((1, 1)) == ground)
    running = part(stage, "teks").tobytes()
    stage.until(lambda: part(stage, "teks").tobytes() != running)
    shown = {report.region: report.token for report in stage.of(port.Showing)}
    assert shown == {"": "main", "samping": "side", "poster": "poster"}
    stage.send(port.Overlay("alert", str(media / "12.png")))
    stage.until(lambda: read_mark(stage.pixels()) == Mark(12, 0), 3)
    stage.send(port.Overlay())
    stage.until(lambda: (mark := seen_in(stage, "samping")) and behind(mark, start) < 4, 3)
    stage.send(port.Timeline((), "samping"))
    stage.until(lambda: seen_in(stage, "samping") is None)
    stage.until(lambda: any(report.region == "samping" for report in stage.of(port.Presented)))


def test_the_main_picture_changes_its_size_without_black_or_slate(
    open_stage: Callable[..., WatchedStage], media: Path
) -> None:
    stage = open_stage(WIDE).ready()
    start = now_ms() + 1000
    stage.send(port.Timeline((clip(media / "1.mp4", "main", start, start + 60_000, loops=True),)))
    stage.until(lambda: stage.shows(1))
    stage.send(port.Arrange(WIDE, RATE, regions=REGIONS[:1]))
    stage.send(port.Timeline((clip(media / "1.mp4", "main", start, start + 60_000, loops=True),)))
    changed = False
    deadline = time.monotonic() + 10
    while True:
        outside = stage.pixels().getpixel((SIZE[0] + 80, 4)) == (0, 0, 0)
        mark = seen_in(stage, "") if outside else stage.mark()
        changed = changed or outside
        if changed and mark is not None and behind(mark, start) < 4:
            return
        light = stage.pixels().crop((0, 0, *SIZE)).convert("L").getextrema()[1]
        assert light > 200, "neither black nor the slate, which are dark all over, may be seen"  # type: ignore[operator]
        assert time.monotonic() < deadline


def test_a_fade_shows_both_and_never_a_blank(stage: WatchedStage, media: Path) -> None:
    start = now_ms() + 1200
    fade = port.CueTransition(port.TransitionKind.CROSSFADE, 800)
    cues = (
        clip(media / "1.mp4", "a", start, start + 2000),
        clip(media / "2.mp4", "b", start + 2000, start + 4000, transition=fade),
        port.StageCue("c", port.CueKind.PICTURE, start + 4000, start + 6000, str(media / "11.png"), transition=fade),
    )
    stage.send(port.Timeline(cues))
    stage.until(lambda: stage.shows(1))
    grey = 0
    while now_ms() < start + 4900:
        levels = stage.pixels().convert("L")
        mean = levels.resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))
        assert isinstance(mean, int)
        assert 40 < mean < 215
        histogram = levels.histogram()
        grey += sum(histogram[60:196]) > sum(histogram) // 10  # neither dark nor light: two pictures at once
        time.sleep(0.01)
    assert grey > 20
    stage.until(lambda: len(stage.of(port.Presented)) >= 2)
    first, second = stage.of(port.Presented)[:2]
    assert (first.token, second.token) == ("a", "b")
    assert second.presented + second.dropped >= 2 * RATE - 3


def has_ground(stage: WatchedStage, ground: tuple[int, int, int]) -> bool:
    return part(stage, "teks").getpixel((1, 1)) == ground


def test_what_comes_right_behind_an_arrangement_is_made_for_it(open_stage: Callable[..., WatchedStage]) -> None:
    stage = open_stage(WIDE).ready()
    for number in range(5):
        stage.send(port.Arrange(WIDE, RATE))
        stage.send(port.Arrange(WIDE, RATE, regions=REGIONS))
        stage.send(port.Tickers((port.TickerStrip(("Halo",), "teks", ground=f"#0{number}4020"),)))
        stage.until(partial(has_ground, stage, (number, 64, 32)))
    assert not [fault for fault in stage.of(port.Fault) if fault.kind is port.FaultKind.REQUEST_REFUSED]
