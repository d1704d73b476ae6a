"""Covers, dimming and test patterns: what they hide, what lies above them, and that they stay through everything."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QPainter

from player.stage import port
from player.stage.cover_pictures import cover_picture, pattern_picture
from player.stage.overlay import Layers, ready_alert
from player.stage.patterns import draw_pattern
from schedules.display import Canvas
from schedules.errors import InvalidValue
from tests.fakes.framebuffer import Framebuffer
from tests.player.stage.conftest import SIZE
from tests.player.stage.watched_stage import WatchedStage

WALL = QSize(128, 96)
RED, WHITE, BLACK = QColor(200, 0, 0), QColor(255, 255, 255), QColor(0, 0, 0)
DARK = port.Cover(port.CoverKind.DARK, "hold/blackout/a1")


def card(size: QSize, colour: QColor = RED) -> QImage:
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(colour)
    return image


def painted(*dress: Callable[[Layers], None]) -> QImage:
    """White with layers above it."""
    layers, image = Layers(WALL), card(WALL, WHITE)
    for each in dress:
        each(layers)
    painter = QPainter(image)
    layers.paint(painter)
    painter.end()
    return image


def dark(layers: Layers) -> None:
    layers.show_cover(cover_picture(DARK, WALL))


def bars(layers: Layers) -> None:
    layers.show_pattern(pattern_picture(port.ShowTestPattern(True, port.PatternKind.BARS), WALL))


def awas(layers: Layers) -> None:
    layers.show_alert(ready_alert(port.Overlay("alert/a/0", "/a.png"), card(WALL), WALL))


def test_a_cover_hides_the_programme_a_pattern_lies_above_it_and_an_emergency_above_all() -> None:
    assert painted(dark) == card(WALL, BLACK)
    assert painted(dark, bars).pixelColor(20, 90) == QColor(255, 255, 0)
    for order in ((dark, bars, awas), (awas, bars, dark)):
        assert painted(*order) == card(WALL, RED), "whatever came first"


def test_what_is_taken_away_is_seen_no_more() -> None:
    off = port.ShowTestPattern(False)
    image = painted(
        dark,
        bars,
        lambda layers: layers.show_cover(cover_picture(port.Cover(), WALL)),
        lambda layers: layers.show_pattern(pattern_picture(off, WALL)),
    )
    assert image == card(WALL, WHITE)


def test_only_a_pattern_with_a_bar_moves() -> None:
    layers = Layers(WALL)
    bars(layers)
    assert layers.at_rest
    layers.show_pattern(pattern_picture(port.ShowTestPattern(True, label="Tugu"), WALL))
    assert not layers.at_rest
    assert layers.key(1, 0) != layers.key(2, 0)
    assert layers.cover_token == "pattern"


def test_a_cover_says_what_it_is() -> None:
    layers = Layers(WALL)
    assert (layers.cover_token, layers.hides_programme) == ("", False)
    dark(layers)
    assert (layers.cover_token, layers.hides_programme) == (DARK.token, True)
    for spoilt in ((port.CoverKind.DARK, ""), (port.CoverKind.NONE, "closed")):
        with pytest.raises(InvalidValue):
            port.Cover(*spoilt)


@pytest.mark.parametrize("kind", port.PatternKind)
@pytest.mark.parametrize("size", [(640, 384), (96, 640), (512, 64), (33, 17)])
def test_every_pattern_fits_every_wall(kind: port.PatternKind, size: tuple[int, int]) -> None:
    image = draw_pattern(QSize(*size), port.ShowTestPattern(True, kind, "Tugu", 32, 16))
    assert (image.width(), image.height()) == size
    assert len(colours(image)) > 1


def colours(image: QImage) -> set[tuple[int, int, int]]:
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(-1, 4)[:, 2::-1]
    return {(int(r), int(g), int(b)) for r, g, b in np.unique(pixels, axis=0)}


def test_patterns_are_exact_to_the_pixel() -> None:
    border = draw_pattern(WALL, port.ShowTestPattern(True, port.PatternKind.BORDER))
    for x, y in ((0, 0), (127, 0), (0, 95), (127, 95)):
        assert border.pixelColor(x, y) == WHITE
    assert border.pixelColor(1, 1) == border.pixelColor(126, 94) == BLACK
    greys = draw_pattern(WALL, port.ShowTestPattern(True, port.PatternKind.GREYS))
    assert [greys.pixelColor(8 * step, 0).red() for step in range(16)] == [17 * step for step in range(16)]
    assert [greys.pixelColor(8 * step, 95).red() for step in range(16)] == list(range(16))
    modules = draw_pattern(WALL, port.ShowTestPattern(True, port.PatternKind.MODULES, "", 32, 16))
    assert modules.pixelColor(32, 0) == modules.pixelColor(31, 15) == WHITE, "each module has a frame"
    many = draw_pattern(QSize(4096, 320), port.ShowTestPattern(True, port.PatternKind.MODULES, "", 16, 16))
    assert len(colours(many)) == 3, "nobody could read so many numbers"


def test_a_dimmed_wall_is_darker_by_just_so_much(stage: WatchedStage) -> None:
    white = port.ShowTestPattern(True, port.PatternKind.BARS)
    stage.send(white)
    stage.until(lambda: stage.pixels().getpixel((4, 4)) == (255, 255, 255))
    stage.send(port.Brightness(40))
    stage.until(lambda: near(stage, (4, 4), (102, 102, 102)))
    assert near(stage, (60, 4), (102, 102, 0))
    stage.send(port.Brightness())
    stage.until(lambda: stage.pixels().getpixel((4, 4)) == (255, 255, 255))


def near(stage: WatchedStage, place: tuple[int, int], colour: tuple[int, int, int]) -> bool:
    found = stage.pixels().getpixel(place)
    assert isinstance(found, tuple)
    return all(abs(a - b) <= 1 for a, b in zip(found, colour, strict=True))


def test_a_covered_stage_tells_so_and_what_was_hidden_stays_hidden_on_another_canvas(
    open_stage: Callable[..., WatchedStage], screen: Framebuffer
) -> None:
    stage = open_stage().ready()
    stage.send(port.Cover(port.CoverKind.CARD, "hold/safe-card/a1", "Kominfo", "Tugu"))
    stage.until(lambda: any(showing.cover == "hold/safe-card/a1" for showing in stage.of(port.Showing)))
    card_colour = stage.pixels().getpixel((2, 2))
    assert card_colour != (0, 0, 0)
    stage.send(DARK)
    stage.until(lambda: stage.pixels().getextrema() == ((0, 0),) * 3)
    ended = stage.until(lambda: stage.of(port.Presented))[0]
    assert (ended.token, ended.presented) == ("hold/safe-card/a1", 1)
    stage.send(port.SlateText("Tugu", "menunggu"))
    stage.send(port.Arrange(Canvas(SIZE[0] - 32, SIZE[1] - 16)))
    stage.send(port.ShowTestPattern(True, port.PatternKind.BARS))
    stage.until(lambda: screen.picture(0, 0, 8, 8).getpixel((4, 4)) == (255, 255, 255))
    stage.send(port.Arrange(Canvas(*SIZE)))
    stage.until(lambda: stage.pixels().getpixel((SIZE[0] - 60, 4)) == (0, 0, 255))
    stage.send(port.ShowTestPattern(False))
    stage.until(lambda: stage.pixels().getextrema() == ((0, 0),) * 3)
