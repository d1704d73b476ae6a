"""Running text, painted for real: it moves evenly, has no seams, and takes other texts without a jump."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime

import numpy as np
import numpy.typing as npt
import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QImage, QPainter

from player.stage.dressing import TickerStrip
from player.stage.ticker import TickerLayer
from player.stage.wall_clock import WallClock
from tests.fakes.clock import PushedClock

NOON = datetime(2026, 11, 22, 4, 0, tzinfo=UTC)
PERIOD_NS = round(1e9 / 60)
PLACE = QRect(0, 200, 320, 40)
TEXTS = ("Selamat datang di Kabupaten Ngawi", "Pasar murah Sabtu ini di alun-alun")
Pixels = npt.NDArray[np.uint8]


class Strip:
    """A ticker layer, refresh by refresh; time stands still until what is to be seen has been set in type."""

    def __init__(self, strip: TickerStrip) -> None:
        self.layer = TickerLayer(strip, PLACE, None, WallClock(PushedClock(NOON)), PERIOD_NS)
        self.refresh = 1000
        self.painted = False

    def step(self, refreshes: int = 1) -> Pixels:
        """What it shows so many refreshes later: the green of its pixels."""
        self.refresh += refreshes
        self.painted = self.layer.advance(self.refresh, self.refresh * PERIOD_NS, hidden=False)
        deadline = time.monotonic() + 10
        while not self.layer.is_set:
            assert time.monotonic() < deadline
            time.sleep(0.001)
            self.painted = self.layer.advance(self.refresh, self.refresh * PERIOD_NS, hidden=False)
        image = QImage(PLACE.size(), QImage.Format.Format_RGB32)
        image.fill(0xFF00FF)
        painter = QPainter(image)
        self.layer.paint(painter)
        painter.end()
        return np.frombuffer(image.constBits(), np.uint8).reshape(PLACE.height(), PLACE.width(), 4)[:, :, 1].copy()


@pytest.fixture
def strips() -> Iterator[Callable[[TickerStrip], Strip]]:
    opened: list[Strip] = []

    def open_one(strip: TickerStrip) -> Strip:
        opened.append(Strip(strip))
        return opened[-1]

    yield open_one
    for strip in opened:
        strip.layer.close()


Open = Callable[[TickerStrip], Strip]


def test_it_moves_by_two_pixels_at_every_refresh_and_has_no_end(strips: Open) -> None:
    strip = strips(TickerStrip(TEXTS, speed_px_s=120))
    before, written = strip.step(), 0
    for _ in range(1500):
        now = strip.step()
        assert strip.painted
        assert (now[:, :-2] == before[:, 2:]).all()
        written += int(now.max() > 200)
        before = now
    assert written > 1400


def test_between_two_pixels_it_is_painted_there(strips: Open) -> None:
    strip = strips(TickerStrip(TEXTS, speed_px_s=100))
    first = strip.step().astype(int)
    columns = first.sum(axis=0)
    middle = float((np.arange(320) * columns).sum() / columns.sum())
    for number in range(1, 7):
        after = strip.step().astype(int)
        inside = slice(60, 260)
        shifted = [np.abs(after[:, inside] - np.roll(first, -by, axis=1)[:, inside]).mean() for by in range(14)]
        assert int(np.argmin(shifted)) in {int(number * 100 / 60), int(number * 100 / 60) + 1}
    assert middle > 0
    assert (after[:, inside] == np.roll(first, -10, axis=1)[:, inside]).mean() > 0.99  # six refreshes are ten pixels


def test_other_texts_come_in_from_the_right_and_what_is_seen_moves_on(strips: Open) -> None:
    strip = strips(TickerStrip(TEXTS, speed_px_s=120))
    before = strip.step()
    other = TickerStrip(("Banjir di Ngawi",), speed_px_s=120)
    assert strip.layer.can_become(other, PLACE)
    strip.layer.become(other)
    for _ in range(600):
        now = strip.step()
        assert (now[:, :-2] == before[:, 2:]).all()
        before = now
    alone = strips(other)
    alone.step()
    assert any((alone.step() == now).all() for _ in range(600)), "it does not show the other text alone"


def test_another_speed_goes_on_from_the_same_place(strips: Open) -> None:
    strip = strips(TickerStrip(TEXTS, speed_px_s=120))
    before = strip.step()
    strip.layer.become(TickerStrip(TEXTS, speed_px_s=240))
    now = strip.step()
    assert (now[:, :-4] == before[:, 4:]).all()


@pytest.mark.parametrize("text", ["مرحبا بكم في نغاوي", "🎉🎉🎉", "Ngawi – ₂ é ñ", "x" * 500])
def test_all_scripts_are_drawn_inside_the_strip(strips: Open, text: str) -> None:
    pixels = strips(TickerStrip((text,), ground="#000000", ink="#ffffff")).step()
    assert pixels.max() > 100
    assert pixels[0].max() == 0
    assert pixels[-1].max() == 0


def test_another_look_is_another_strip(strips: Open) -> None:
    layer = strips(TickerStrip(TEXTS)).layer
    assert not layer.can_become(TickerStrip(TEXTS, ink="#ff0000"), PLACE)
    assert not layer.can_become(TickerStrip(TEXTS), PLACE.translated(0, 1))
