"""Clocks as they are painted: nothing at their edges, where running text ends, and dates in two parts."""

from __future__ import annotations

import time

import numpy as np
import pytest
from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QImage, QPainter

from player.stage.dressing import ClockFace
from player.stage.plates import ClockLayer, _in_two_parts
from player.stage.wall_clock import WallClock
from schedules.clock import SystemClock
from schedules.clock_face import ClockStyle


def painted(size: QSize, style: ClockStyle) -> np.ndarray:
    """Whether each pixel of a clock differs from its ground, row by row."""
    layer = ClockLayer(ClockFace("jam", "Asia/Makassar", style), QRect(0, 0, size.width(), size.height()), clock())
    assert layer.advance(0, time.monotonic_ns(), hidden=False)
    image = QImage(size, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    layer.paint(painter)
    painter.end()
    pixels = np.frombuffer(image.constBits(), np.uint32).reshape(size.height(), -1)[:, : size.width()]
    different: np.ndarray = pixels != pixels[0, 0]
    return different


def clock() -> WallClock:
    return WallClock(SystemClock())


@pytest.mark.parametrize("style", list(ClockStyle))
@pytest.mark.parametrize("size", [QSize(160, 48), QSize(96, 32), QSize(320, 192), QSize(640, 48)])
def test_a_clock_keeps_off_its_edges(size: QSize, style: ClockStyle) -> None:
    ink = painted(size, style)
    free = min(size.width(), size.height()) // 8
    assert ink.any()
    assert not ink[:, :free].any()
    assert not ink[:, -free:].any()


def test_the_date_under_a_small_clock_can_be_read() -> None:
    ink = painted(QSize(160, 48), ClockStyle.DATE_TIME)
    below = ink[28:].any(axis=1).sum()
    assert below >= 9


def test_a_date_is_broken_behind_its_weekday_only() -> None:
    assert _in_two_parts("Senin, 23 November 2026").split(" ") == ["Senin,", "23\u00a0November\u00a02026"]
    assert _in_two_parts("") == ""
