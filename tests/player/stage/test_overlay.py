"""Alerts on canvases of all shapes; drills are never taken for the real thing, and hide nothing of it."""

from __future__ import annotations

import numpy as np
import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage, QPainter

from player.stage.overlay import Alert, ready_alert
from player.stage.port import Overlay, OverlayMode

SIZES = [(640, 384), (512, 256), (320, 192), (1920, 1080), (512, 64), (96, 640), (64, 32)]
AMBER, RED, BLUE = QColor(255, 196, 0), QColor(200, 0, 0), QColor(0, 0, 200)


def card(width: int, height: int) -> QImage:
    """A card whose upper edge is red and whose lower edge is blue."""
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(RED)
    painter = QPainter(image)
    painter.fillRect(0, height // 2, width, height - height // 2, BLUE)
    painter.end()
    return image


def ready(width: int, height: int, mode: OverlayMode, *, drill: bool, share: int = 1) -> Alert:
    return ready_alert(Overlay("a", "/a.png", mode, drill), card(width, height // share), QSize(width, height))


def share_of(image: QImage, colour: QColor) -> float:
    """The part of the picture's pixels that are near this colour."""
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), -1, 4)[:, :, 2::-1].astype(int)
    return float((np.abs(pixels - [colour.red(), colour.green(), colour.blue()]).sum(axis=2) < 150).mean())


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("mode", OverlayMode)
def test_a_drill_is_marked_and_its_message_is_all_there(size: tuple[int, int], mode: OverlayMode) -> None:
    alert = ready(*size, mode, drill=True, share=1 if mode is OverlayMode.TAKEOVER else 4)
    image = alert.image
    assert image.pixelColor(0, 0) == AMBER
    assert share_of(image, QColor(0, 0, 0)) > 0.003, "nothing says so in letters"
    red, blue = share_of(image, RED), share_of(image, BLUE)
    assert red > 0.15
    assert abs(red - blue) < 0.15 * red + 0.02, "a part of the message is hidden"
    assert (alert.place.width(), alert.place.height()) == (image.width(), image.height())
    assert alert.place.bottom() == size[1] - 1


@pytest.mark.parametrize("size", SIZES)
def test_what_is_no_drill_fills_the_canvas_untouched(size: tuple[int, int]) -> None:
    alert = ready(*size, OverlayMode.TAKEOVER, drill=False)
    assert alert.image == card(*size).convertToFormat(QImage.Format.Format_RGB32)


def test_a_banner_lies_on_the_lower_edge_and_is_never_higher_than_the_canvas() -> None:
    alert = ready_alert(Overlay("a", "/a.png", OverlayMode.BANNER), card(640, 96), QSize(320, 192))
    assert (alert.place.top(), alert.place.height()) == (144, 48)
    tall = ready_alert(Overlay("a", "/a.png", OverlayMode.BANNER), card(64, 640), QSize(320, 192))
    assert (tall.place.top(), tall.image.height()) == (0, 192)
