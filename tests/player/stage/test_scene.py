"""A whole wall in its layers: what lies above what, and that only what changed is painted anew."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QImage, QPainter, QRegion

from player.stage import port
from player.stage.overlay import ready_alert
from player.stage.readying import ReadyLogos, ReadyTickers, made_ready, region_places
from player.stage.scene import Scene
from player.stage.slate import draw_slate
from player.stage.wall_clock import WallClock
from schedules.display import Canvas
from tests.fakes.clock import PushedClock

START = datetime(2026, 11, 22, 11, 5, 50, tzinfo=UTC)
"""19.05 in Makassar, ten seconds before the minute ends."""

START_MS = int(START.timestamp() * 1000)
PERIOD_NS = 16_000_000
RED, GREEN, BLUE, GOLD = QColor(200, 0, 0), QColor(0, 160, 0), QColor(0, 0, 220), QColor(255, 200, 0)
MAIN = port.StageRegion("", 0, 0, 240, 90)
SIDE = port.StageRegion("samping", 240, 0, 80, 90)
STRIP = port.StageRegion("teks", 0, 100, 240, 20, port.RegionKind.TICKER)
CLOCK = port.StageRegion("jam", 240, 90, 80, 30, port.RegionKind.CLOCK)
REGIONS = (MAIN, SIDE, STRIP, CLOCK)
ARRANGE = port.Arrange(Canvas(320, 120), regions=REGIONS, decoders=False)


class Wall:
    """A scene without decoders, refresh by refresh."""

    def __init__(self, folder: Path, arrange: port.Arrange) -> None:
        self.folder = folder
        self.clock = PushedClock(START)
        self.clock.push(timedelta(seconds=1))
        self.reports: list[object] = []
        self.scene = Scene(arrange, (), WallClock(self.clock), PERIOD_NS, self.reports.append)
        self.scene.set_slate(draw_slate(self.scene.main.place.size(), port.SlateText("Tugu")))
        self._refresh = 1000

    def picture(self, colour: QColor, size: QSize = QSize(64, 64), alpha: int = 255) -> str:  # noqa: B008
        path = self.folder / f"{colour.name()}-{alpha}-{size.width()}.png"
        image = QImage(size, QImage.Format.Format_ARGB32)
        image.fill(QColor(colour.red(), colour.green(), colour.blue(), alpha))
        image.save(str(path))
        return str(path)

    def show(self, region: str, colour: QColor) -> None:
        place = region_places(self.scene.arrange)[region]
        path = self.picture(colour, place.size())
        cue = port.StageCue(region or "main", port.CueKind.PICTURE, START_MS, START_MS + 900_000, path)
        self.scene.load(port.Timeline((cue,), region))
        self.until(lambda: self.pixel(place.center().x(), place.center().y()) == colour)

    def dress(self, request: port.Request) -> None:
        match made_ready(request, self.scene.arrange, self.reports.append):
            case ReadyLogos() as logos:
                self.scene.set_logos(logos)
            case ReadyTickers() as tickers:
                self.scene.set_tickers(tickers)
            case port.Clocks() as clocks:
                self.scene.set_clocks(clocks)

    def rests(self) -> bool:
        now_ns = round(self.clock.monotonic() * 1e9)
        return self.scene.quiet_until(now_ns) > now_ns + 100_000_000

    def step(self, by: timedelta = timedelta(microseconds=PERIOD_NS // 1000)) -> QRegion:
        """What has to be painted anew a refresh later."""
        self.clock.push(by)
        self._refresh += 1
        return self.scene.advance(self._refresh, round(self.clock.monotonic() * 1e9))

    def until(self, fact: Callable[[], object]) -> None:
        deadline = time.monotonic() + 10
        while not fact():
            assert time.monotonic() < deadline
            self.step(timedelta(microseconds=100))
            time.sleep(0.002)

    def painted(self, dirty: QRegion | None = None) -> QImage:
        canvas = self.scene.arrange.canvas
        image = QImage(canvas.width_px, canvas.height_px, QImage.Format.Format_RGB32)
        image.fill(QColor(255, 0, 255))
        painter = QPainter(image)
        self.scene.paint(painter, dirty or QRegion(image.rect()))
        painter.end()
        return image

    def pixel(self, x: int, y: int) -> QColor:
        return self.painted().pixelColor(x, y)


@pytest.fixture
def wall(tmp_path: Path) -> Iterator[Wall]:
    wall = Wall(tmp_path, ARRANGE)
    yield wall
    wall.scene.close()


def only(region: QRegion) -> QRect:
    return region.boundingRect()


def rect(region: port.StageRegion) -> QRect:
    return QRect(region.x_px, region.y_px, region.width_px, region.height_px)


def test_each_region_has_its_picture_and_what_is_no_region_is_black(wall: Wall) -> None:
    wall.show("", RED)
    wall.show("samping", GREEN)
    image = wall.painted()
    assert image.pixelColor(239, 89) == RED
    assert image.pixelColor(240, 0) == GREEN
    assert image.pixelColor(120, 95) == QColor(0, 0, 0)
    assert image.pixelColor(280, 100) == QColor(0, 0, 0)


def test_nothing_is_painted_where_nothing_changes(wall: Wall) -> None:
    wall.show("", RED)
    wall.dress(port.Clocks((port.ClockFace("jam", "Asia/Makassar"),)))
    assert only(wall.step()) == QRect(0, 0, 320, 120)
    assert all(wall.step().isEmpty() for _ in range(20))
    assert wall.rests()


def test_a_clock_is_painted_when_its_minute_is_over(wall: Wall) -> None:
    wall.show("", RED)
    wall.dress(port.Clocks((port.ClockFace("jam", "Asia/Makassar", ink="#ffffff", ground="#102030"),)))
    wall.step()
    before = wall.painted().copy(rect(CLOCK))
    assert before.pixelColor(0, 0) == QColor("#102030")
    changed = [wall.step(timedelta(seconds=1)) for _ in range(12)]
    assert [only(region) for region in changed if not region.isEmpty()] == [rect(CLOCK)]
    assert wall.painted().copy(rect(CLOCK)) != before


def test_running_text_has_only_its_strip_painted(wall: Wall) -> None:
    wall.show("", RED)
    strip = port.TickerStrip(("Selamat datang",), "teks", speed_px_s=125)
    wall.dress(port.Tickers((strip,)))
    wall.step()
    wall.until(lambda: not wall.step().isEmpty())
    assert {only(wall.step()).getRect() for _ in range(5)} == {rect(STRIP).getRect()}
    assert not wall.rests()
    before = wall.painted().copy(rect(STRIP))
    wall.dress(port.Tickers((port.TickerStrip(("Pasar murah", "Banjir"), "teks", speed_px_s=125),)))
    wall.step()
    after = wall.painted().copy(rect(STRIP))
    assert after.copy(0, 0, 200, 20) == before.copy(2, 0, 200, 20), "new texts made it jump"
    wall.dress(port.Tickers())
    wall.step()
    assert wall.pixel(120, 110) == QColor(0, 0, 0)


def test_running_text_without_a_region_lies_over_the_lower_edge(tmp_path: Path) -> None:
    wall = Wall(tmp_path, port.Arrange(Canvas(320, 120), decoders=False))
    wall.show("", RED)
    wall.dress(port.Tickers((port.TickerStrip(("Halo",), band_percent=25, ground="#0000dc"),)))
    wall.step()
    assert wall.pixel(2, 119) == BLUE
    assert wall.pixel(2, 90) == BLUE
    assert wall.pixel(2, 89) == RED
    wall.scene.close()


def test_a_takeover_covers_all_and_leaves_all_as_it_was(wall: Wall) -> None:
    wall.show("", RED)
    wall.show("samping", GREEN)
    before = wall.painted()
    overlay = port.Overlay("a", "/a.png")
    card = QImage(64, 24, QImage.Format.Format_RGB32)
    card.fill(GOLD)
    wall.scene.overlay.show_alert(ready_alert(overlay, card, QSize(320, 120)))
    assert only(wall.step()) == QRect(0, 0, 320, 120)
    assert {wall.pixel(x, y).name() for x, y in ((0, 0), (300, 100), (120, 95))} == {GOLD.name()}
    assert wall.step().isEmpty()
    wall.scene.overlay.show_alert(None)
    assert only(wall.step()) == QRect(0, 0, 320, 120)
    assert wall.painted() == before


def test_a_logo_lets_through_what_is_beneath_it(wall: Wall) -> None:
    wall.show("", RED)
    half = wall.picture(GREEN, alpha=128)
    wall.dress(port.Logos((port.Logo(half, corner=port.Corner.TOP_LEFT, percent=20),)))
    wall.step()
    mixed = wall.pixel(10, 10)
    assert 80 < mixed.red() < 120
    assert 60 < mixed.green() < 100
    assert wall.pixel(40, 10) == RED
    wall.dress(port.Logos((port.Logo(wall.picture(BLUE), "samping"),)))
    wall.step()
    assert wall.pixel(280, 45) == BLUE


def test_a_logo_that_is_not_there_is_told(wall: Wall) -> None:
    wall.dress(port.Logos((port.Logo("/gone.png"),)))
    assert [fault.kind for fault in wall.reports if isinstance(fault, port.Fault)] == [port.FaultKind.MEDIUM_MISSING]


def test_what_has_no_region_is_refused(wall: Wall) -> None:
    wall.scene.load(port.Timeline((), "nirwana"))
    wall.dress(port.Tickers((port.TickerStrip(("Halo",), "nirwana"),)))
    wall.scene.load(port.Timeline((), "teks"))
    kinds = [fault.kind for fault in wall.reports if isinstance(fault, port.Fault)]
    assert kinds == [port.FaultKind.REQUEST_REFUSED] * 3


def test_a_moving_picture_without_decoders_is_named_so_that_another_takes_its_place(wall: Wall) -> None:
    cue = port.StageCue("v", port.CueKind.VIDEO, START_MS, START_MS + 9000, "/v.mp4")
    wall.scene.load(port.Timeline((cue,), "samping"))
    wall.step(timedelta(seconds=1))
    faults = [(report.kind, report.token) for report in wall.reports if isinstance(report, port.Fault)]
    assert faults == [(port.FaultKind.MEDIUM_BROKEN, "v")]


def test_other_regions_leave_the_main_picture_as_it_is(wall: Wall) -> None:
    wall.show("", RED)
    main = wall.scene.main
    wall.scene.rearrange(port.Arrange(Canvas(320, 120), regions=(MAIN, STRIP), decoders=False))
    wall.step()
    assert wall.scene.main is main
    assert wall.pixel(120, 45) == RED


def test_the_main_picture_in_another_size_is_never_black_nor_the_slate(wall: Wall) -> None:
    wall.show("", RED)
    wall.scene.rearrange(port.Arrange(Canvas(320, 120), decoders=False))
    wall.step()
    assert wall.pixel(300, 110) == RED
    wall.step()
    assert wall.pixel(2, 2) == RED


def test_a_part_that_is_painted_anew_is_the_same_as_in_the_whole(wall: Wall) -> None:
    wall.show("", RED)
    wall.show("samping", GREEN)
    whole, dirty = wall.painted(), QRegion(200, 20, 80, 30)
    part = wall.painted(dirty)
    assert part.copy(200, 20, 80, 30) == whole.copy(200, 20, 80, 30)


def test_decoders_that_were_replaced_are_counted_in_all_regions_and_for_ever(wall: Wall) -> None:
    wall.scene.main.lookahead.restarts = 2
    side = wall.scene._loops["samping"]
    side.lookahead.restarts = 3
    assert wall.scene.restarts == 5
    wall.scene.rearrange(port.Arrange(ARRANGE.canvas, regions=(MAIN, STRIP, CLOCK), decoders=False))
    assert wall.scene.restarts == 5
