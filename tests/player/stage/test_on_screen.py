"""What is seen on a real screen, with real libVLC: the promises of the stage."""

from __future__ import annotations

import base64
import hashlib
import io
import os
import signal
import time
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from player.stage import port
from schedules.display import Canvas
from tests.fakes.marked_media import Mark
from tests.player.stage.conftest import SIZE
from tests.player.stage.watched_stage import RATE, Sight, WatchedStage, clip, now_ms, still

pytestmark = pytest.mark.wall

NEAR_MS = 120
"""How far from a change of item a sight is not judged: the machines that run tests are busy ones."""


def decoders_of(stage_pid: int) -> list[int]:
    children = Path(f"/proc/{stage_pid}/task").glob("*/children")
    return sorted(int(pid) for file in children for pid in file.read_text().split())


def wrong(sights: list[Sight], cues: tuple[port.StageCue, ...], items: dict[str, int]) -> list[Sight]:
    """The sights that are neither the right picture of the cue that was due, nor near a change."""
    bad = []
    for sight in sights:
        cue = next((cue for cue in cues if cue.starts_ms <= sight.at_ms < cue.ends_ms), None)
        if cue is None or min(sight.at_ms - cue.starts_ms, cue.ends_ms - sight.at_ms) < NEAR_MS:
            continue
        frame = (sight.at_ms - cue.starts_ms + cue.offset_ms) * RATE / 1000 if cue.kind is port.CueKind.VIDEO else 0
        if sight.mark is None or sight.mark.item != items[cue.token] or abs(sight.mark.frame - frame) > 4:
            bad.append(sight)
    return bad


def test_clips_and_pictures_follow_each_other_by_the_clock_and_never_a_blank(stage: WatchedStage, media: Path) -> None:
    start = now_ms() + 1200
    cues = (
        clip(media / "1.mp4", "a", start, start + 2000),
        clip(media / "2.mp4", "b", start + 2000, start + 4000),
        still(media / "11.png", "c", start + 4000, start + 5000),
        clip(media / "3.mp4", "d", start + 5000, start + 7000),
    )
    stage.send(port.Timeline(cues))
    stage.until(lambda: stage.shows(1))
    sights = stage.watch(start + 7000 - NEAR_MS)
    assert [sight for sight in sights if sight.mark is None] == []
    bad = wrong(sights, cues, {"a": 1, "b": 2, "c": 11, "d": 3})
    assert len(bad) < len(sights) / 20, bad[:5]
    seen = [sight.mark.item for sight in sights if sight.mark]
    assert list(dict.fromkeys(seen)) == [1, 2, 11, 3]
    stage.until(lambda: len(stage.of(port.Presented)) == 4)
    for report, cue in zip(stage.of(port.Presented), cues, strict=True):
        assert report.token == cue.token
        assert abs(report.starts_ms - cue.starts_ms) < NEAR_MS
        assert abs(report.ends_ms - cue.ends_ms) < NEAR_MS
        due = 1 if cue.kind is port.CueKind.PICTURE else 2 * RATE
        assert due - 2 <= report.presented + report.dropped <= due


def test_one_clip_loops_seamlessly_and_one_without_loop_keeps_its_last_picture(
    stage: WatchedStage, media: Path
) -> None:
    start = now_ms() + 1200
    looping = clip(media / "1.mp4", "loops", start, start + 3000, loops=True)
    holding = clip(media / "2.mp4", "holds", start + 3000, start + 6000)
    stage.send(port.Timeline((looping, holding)))
    stage.until(lambda: stage.shows(1))
    sights = stage.watch(start + 5900)
    second_lap = [s for s in sights if s.mark and start + 2000 + NEAR_MS < s.at_ms < start + 3000 - NEAR_MS]
    assert second_lap
    late = [s for s in second_lap if abs(s.mark.frame - (s.at_ms - start - 2000) * RATE / 1000) > 4]  # type: ignore[union-attr]
    assert len(late) < len(second_lap) / 10
    held = {s.mark for s in sights if s.at_ms > start + 5200}
    assert held in ({Mark(2, 2 * RATE - 1)}, {Mark(2, 2 * RATE - 2)})  # libVLC may lose the last frame of a file


def test_an_item_that_is_already_running_is_entered_in_its_middle(stage: WatchedStage, media: Path) -> None:
    start = now_ms() - 500
    stage.send(port.Timeline((clip(media / "1.mp4", "a", start, start + 30_000, loops=True),)))
    mark = stage.until(stage.mark, 4)
    due = (now_ms() - start) % 2000 * RATE / 1000
    assert mark.item == 1
    assert min(abs(mark.frame - due), 2 * RATE - abs(mark.frame - due)) < 5


def test_a_broken_or_missing_file_is_named_and_the_last_good_picture_stays(stage: WatchedStage, media: Path) -> None:
    start = now_ms() + 1000
    cues = (
        still(media / "11.png", "good", start, start + 1000),
        clip(media / "broken.mp4", "broken", start + 1000, start + 1800),
        clip(media / "gone.mp4", "gone", start + 1800, start + 2600),
        still(media / "broken.png", "broken-still", start + 2600, start + 3200),
        still(media / "12.png", "good-again", start + 3200, start + 6000),
    )
    stage.send(port.Timeline(cues))
    stage.until(lambda: stage.mark() == Mark(11, 0), 5)
    sights = stage.watch(start + 4000)
    assert {sight.mark for sight in sights if sight.at_ms < start + 3200 - NEAR_MS} == {Mark(11, 0)}
    assert sights[-1].mark == Mark(12, 0)
    faults = {fault.token: fault.kind for fault in stage.of(port.Fault)}
    assert faults == {
        "broken": port.FaultKind.MEDIUM_BROKEN,
        "gone": port.FaultKind.MEDIUM_MISSING,
        "broken-still": port.FaultKind.MEDIUM_BROKEN,
    }
    assert all(str(media) in fault.detail for fault in stage.of(port.Fault))


@pytest.mark.parametrize("number", [signal.SIGKILL, signal.SIGSTOP], ids=["killed", "stopped"])
def test_a_lost_decoder_costs_some_frames_and_never_the_picture(
    open_stage: Callable[..., WatchedStage], media: Path, number: signal.Signals
) -> None:
    stage = open_stage().ready()
    start = now_ms() + 1000
    cues = (clip(media / "1.mp4", "a", start, start + 60_000, loops=True),)
    stage.send(port.Timeline(cues))
    stage.until(lambda: stage.shows(1))
    for pid in decoders_of(stage.child.pid)[:1]:
        os.kill(pid, number)
    killed_ms = now_ms()
    sights = stage.watch(killed_ms + 2500)
    assert [sight for sight in sights if sight.mark is None] == []

    def miss() -> float:
        mark, due = stage.mark(), (now_ms() - start) % 2000 * RATE / 1000
        return min(abs(mark.frame - due), 2 * RATE - abs(mark.frame - due)) if mark else RATE

    stage.until(lambda: miss() < 4, 3)
    stage.until(lambda: len(decoders_of(stage.child.pid)) == 2)
    stage.until(lambda: port.FaultKind.DECODER_LOST in {fault.kind for fault in stage.of(port.Fault)})


def test_a_new_timeline_leaves_what_is_playing_undisturbed(stage: WatchedStage, media: Path) -> None:
    start = now_ms() + 1000
    playing = clip(media / "1.mp4", "a", start, start + 2000)
    stage.send(port.Timeline((playing, clip(media / "2.mp4", "b", start + 2000, start + 4000))))
    stage.until(lambda: stage.shows(1))
    stage.watch(start + 700)
    other = still(media / "12.png", "c", start + 2000, start + 5000)
    stage.send(port.Timeline((playing, other)))
    sights = stage.watch(start + 2400)
    assert [sight for sight in sights if sight.mark is None] == []
    assert sights[-1].mark == Mark(12, 0)
    stage.until(lambda: stage.of(port.Presented))
    report = stage.of(port.Presented)[0]
    assert (report.token, report.faults) == ("a", 0)
    assert 2 * RATE - 2 <= report.presented + report.dropped <= 2 * RATE


def test_an_alert_covers_the_programme_which_runs_on_beneath(stage: WatchedStage, media: Path) -> None:
    start = now_ms() + 1000
    stage.send(port.Timeline((clip(media / "1.mp4", "a", start, start + 2000, loops=True),)))
    stage.until(lambda: stage.shows(1))
    stage.send(port.Overlay("alert", str(media / "12.png")))
    sent = time.monotonic()
    stage.until(lambda: stage.mark() == Mark(12, 0), 3)
    assert time.monotonic() - sent < 0.5
    stage.until(lambda: any(showing.overlay == "alert" for showing in stage.of(port.Showing)))
    stage.watch(start + 900)
    stage.send(port.Overlay())
    mark = stage.until(lambda: (seen := stage.mark()) and seen.item == 1 and seen, 3)
    assert abs(mark.frame - (now_ms() - start) * RATE / 1000) < 5
    stage.until(lambda: len(stage.of(port.Presented)) == 2, 5)
    alert, programme = stage.of(port.Presented)
    assert alert.token == "alert"
    assert programme.hidden_ms > 300
    stage.send(port.Overlay("bad", str(media / "broken.png")))
    stage.until(lambda: any(fault.token == "bad" for fault in stage.of(port.Fault)))


def test_a_page_is_proved_by_the_pixels_that_are_seen_and_the_next_one_follows(
    stage: WatchedStage, media: Path
) -> None:
    pages = [str(media / "11.png"), str(media / "12.png")]
    stage.send(port.Overlay("alert/a/0", pages[0]))
    stage.send(port.OverlayAhead(pages[1]))
    stage.send(port.Alarm("alert/a", port.AlarmSound.CHIME, 10, hush=True))
    stage.until(lambda: stage.mark() == Mark(11, 0), 5)
    (proof,) = stage.until(lambda: stage.of(port.OverlayPainted), 10)
    seen = hashlib.sha256(stage.pixels().convert("RGB").tobytes()).hexdigest()
    assert (proof.token, proof.frame) == ("alert/a/0", seen)
    stage.send(port.Overlay("alert/a/1", pages[1]))
    stage.until(lambda: stage.mark() == Mark(12, 0), 5)
    stage.send(port.Alarm())
    stage.send(port.Overlay("alert/a/2", str(media / "broken.png")))
    stage.until(lambda: any(fault.token == "alert/a/2" for fault in stage.of(port.Fault)))
    assert stage.mark() == Mark(12, 0), "a page that is damaged leaves the one before it"
    stage.send(
        port.Overlay("alert/b/0", str(media / "broken.png"))
    )  # which takes the former message away none the less
    first, last = stage.until(lambda: len(found := stage.of(port.Presented)) == 2 and found, 5)
    assert (first.token, last.token) == ("alert/a/0", "alert/a/1")
    assert first.ends_ms == last.starts_ms, "nothing is seen between two pages"


def test_the_canvas_is_where_it_was_put_turned_and_masked(open_stage: Callable[..., WatchedStage], media: Path) -> None:
    corner = ((0, 0), (SIZE[0], 0), (SIZE[0], SIZE[1]), (12, SIZE[1]), (0, SIZE[1] - 12))
    stage = open_stage(Canvas(*SIZE, x_px=437, y_px=221, rotation_degrees=90, mask=corner)).ready()
    start = now_ms() + 500
    stage.send(port.Timeline((still(media / "11.png", "a", start, start + 60_000),)))
    stage.until(lambda: stage.mark() == Mark(11, 0), 5)
    assert stage.pixels().getpixel((3, SIZE[1] - 3)) == (0, 0, 0)
    screen = stage.screen
    assert screen.picture(436, 220, 1, 1).getpixel((0, 0)) == (0, 0, 0)
    right, bottom = 437 + SIZE[1], 221 + SIZE[0]
    assert screen.picture(right, 221, 20, SIZE[0]).getbbox() is None
    assert screen.picture(437, bottom, SIZE[1], 20).getbbox() is None
    stage.send(port.Arrange(Canvas(*SIZE, x_px=600, y_px=400), RATE))
    stage.canvas = Canvas(*SIZE, x_px=600, y_px=400)
    stage.until(lambda: stage.mark() == Mark(11, 0), 8)


def test_a_screenshot_shows_what_is_on_the_wall(stage: WatchedStage, media: Path) -> None:
    start = now_ms() + 300
    stage.send(port.Timeline((still(media / "11.png", "a", start, start + 60_000),)))
    stage.until(lambda: stage.mark() == Mark(11, 0), 5)
    stage.send(port.TakeScreenshot(160))
    taken = stage.until(lambda: stage.of(port.ScreenshotTaken))[0]
    picture = Image.open(io.BytesIO(base64.b64decode(taken.png_base64)))
    assert picture.size == (160, 96)
    wall = stage.pixels().resize((160, 96))
    assert picture.convert("RGB").getpixel((10, 12)) == pytest.approx(wall.getpixel((10, 12)), abs=12)


def test_without_a_schedule_the_slate_is_shown_and_test_pattern_and_label_above_it(stage: WatchedStage) -> None:
    def colours() -> int:
        return len(stage.pixels().getcolors(maxcolors=1 << 20) or ())

    stage.send(port.SlateText("Tugu Adipura", "Menunggu jadwal", "K7QF-2M9X"))
    slate = stage.until(lambda: colours() > 50 and stage.pixels().getpixel((2, 2)))
    assert slate != (0, 0, 0)
    stage.send(port.ShowTestPattern(on=True))
    stage.until(lambda: stage.pixels().getpixel((0, 0)) == (255, 0, 0))
    moving = stage.pixels()
    stage.until(lambda: stage.pixels().tobytes() != moving.tobytes())
    stage.send(port.Identify("Tugu", 1))
    stage.until(lambda: stage.pixels().getpixel((0, 0)) == (8, 60, 120))
    stage.until(lambda: stage.pixels().getpixel((0, 0)) == (255, 0, 0))
    stage.send(port.Identify("Tugu", 600))
    stage.until(lambda: stage.pixels().getpixel((0, 0)) == (8, 60, 120))
    stage.send(port.ShowTestPattern(on=False))
    stage.until(lambda: stage.pixels().getpixel((2, 2)) == slate)


def test_a_wall_that_says_its_name_is_black_as_soon_as_it_is_told(stage: WatchedStage) -> None:
    stage.send(port.Identify("Tugu", 600))
    stage.until(lambda: stage.pixels().getpixel((0, 0)) == (8, 60, 120))
    stage.send(port.Cover(port.CoverKind.DARK, "gelap"))
    stage.until(lambda: not stage.pixels().getbbox())
    stage.send(port.Cover())
    stage.until(lambda: stage.pixels().getbbox())
