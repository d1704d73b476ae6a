"""The window to the pixel: turned, masked, and with everything that lies above the programme."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QPainter, QRegion, QTransform
from PySide6.QtWidgets import QApplication

from player.stage.cover_pictures import pattern_picture
from player.stage.output import output_place
from player.stage.overlay import Layers, ready_alert
from player.stage.port import Overlay, OverlayMode, ShowTestPattern
from player.stage.window import Window
from schedules.display import Canvas

SIZE = QSize(96, 64)
MASK = ((0, 0), (96, 0), (96, 64), (32, 64), (0, 32))
NOON_NS = 10**12


def gradient(size: QSize) -> QImage:
    """A picture in which no pixel is like its neighbour."""
    image = QImage(size, QImage.Format.Format_RGB32)
    for y in range(size.height()):
        for x in range(size.width()):
            image.setPixelColor(x, y, QColor(x * 2, y * 3, (x + y) % 256))
    return image


def programme(layers: Layers) -> None:
    """Nothing above the programme."""


def banner(layers: Layers) -> None:
    layers.show_alert(ready_alert(Overlay("a", "/a.png", OverlayMode.BANNER), gradient(QSize(96, 16)), SIZE))


def drill(layers: Layers) -> None:
    layers.show_alert(ready_alert(Overlay("a", "/a.png", OverlayMode.TAKEOVER, drill=True), gradient(SIZE), SIZE))


def pattern(layers: Layers) -> None:
    layers.show_pattern(pattern_picture(ShowTestPattern(True, label="Tugu"), SIZE))


def label(layers: Layers) -> None:
    layers.show_label("Tugu", NOON_NS)


@pytest.mark.parametrize("above", [programme, banner, drill, pattern, label], ids=lambda above: above.__name__)
@pytest.mark.parametrize("mask", [(), MASK], ids=["whole", "masked"])
@pytest.mark.parametrize("degrees", [90, 180, 270])
def test_a_turned_wall_shows_the_very_pixels_of_an_upright_one(
    degrees: int, mask: tuple[tuple[int, int], ...], above: Callable[[Layers], None]
) -> None:
    upright, turned = (painted(Canvas(96, 64, rotation_degrees=by, mask=mask), above) for by in (0, degrees))
    expected = upright.transformed(QTransform().rotate(degrees)).convertToFormat(turned.format())
    on_the_edge = 32 if mask else 0  # a slanted edge of the mask runs through the middle of these pixels
    assert differing(turned, expected) <= on_the_edge


def test_black_lies_outside_the_mask_whatever_is_shown() -> None:
    for above in (programme, banner, drill, pattern, label):
        image = painted(Canvas(96, 64, mask=MASK), above)
        assert image.pixelColor(4, 60) == QColor(0, 0, 0)
        assert image.pixelColor(92, 60) == painted(Canvas(96, 64), above).pixelColor(92, 60)


@pytest.mark.parametrize("degrees", [0, 90, 180, 270])
def test_a_part_that_is_painted_anew_is_that_part_and_no_other(degrees: int) -> None:
    canvas, layers = Canvas(96, 64, rotation_degrees=degrees), Layers(SIZE)
    wall = Wall(layers)
    window = Window(canvas, wall)
    try:
        window.resize(output_place(canvas).size())
        window.show()
        QApplication.processEvents()
        window.present(QRegion(0, 0, 96, 64))
        wall.dirty.clear()
        window.present(QRegion(10, 20, 30, 8))
        window.present(QRegion())
        assert wall.dirty == [QRegion(10, 20, 30, 8)]
    finally:
        window.deleteLater()


def differing(one: QImage, other: QImage) -> int:
    """How many pixels are not the same."""
    assert one.size() == other.size()
    a, b = (np.frombuffer(image.constBits(), np.uint8).reshape(-1, 4)[:, :3] for image in (one, other))
    return int((a != b).any(axis=1).sum())


class Wall:
    """A picture with layers above it."""

    def __init__(self, layers: Layers) -> None:
        self._layers = layers
        self.dirty: list[QRegion] = []

    def paint(self, painter: QPainter, dirty: QRegion) -> None:
        self.dirty.append(dirty)
        painter.drawImage(0, 0, gradient(SIZE))
        self._layers.paint(painter)


def painted(canvas: Canvas, above: Callable[[Layers], None]) -> QImage:
    layers = Layers(SIZE)
    above(layers)
    layers.key(7, 0)
    window = Window(canvas, Wall(layers))
    try:
        window.resize(output_place(canvas).size())
        window.present(QRegion(0, 0, canvas.width_px, canvas.height_px))
        return window.grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    finally:
        window.deleteLater()
