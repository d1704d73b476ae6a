"""Ways to divide a wall that people ask for, as regions fitted to its pixels."""

from __future__ import annotations

from enum import StrEnum

from PySide6.QtCore import QCoreApplication

from schedules.clock_face import ClockStyle
from schedules.region import MAIN, Region, RegionKind

translate = QCoreApplication.translate
POSTER, TICKER, CLOCK = "poster", "teks", "jam"


class Preset(StrEnum):
    """A way to divide a wall."""

    WHOLE = "whole"
    TICKER = "ticker"
    CLOCK = "clock"
    FULL = "full"


def preset_words(preset: Preset) -> str:
    """What a wall divided so shows."""
    return {
        Preset.WHOLE: translate("Scene", "One picture on the whole wall"),
        Preset.TICKER: translate("Scene", "Video + running text"),
        Preset.CLOCK: translate("Scene", "Video + running text + clock"),
        Preset.FULL: translate("Scene", "Video + running text + clock + side poster"),
    }[preset]


def divided(preset: Preset, width: int, height: int) -> tuple[Region, ...]:
    """The regions of `preset` on a canvas of these pixels: they touch, and fill it."""
    if preset is Preset.WHOLE:
        return ()
    band = _even(height * 12 // 100)
    ticker = Region(TICKER, 0, height - band, width, band, RegionKind.TICKER)
    if preset is Preset.TICKER:
        return Region(MAIN, 0, 0, width, height - band), ticker
    if preset is Preset.CLOCK:
        beside = _even(width * 22 // 100)
        clock = Region(CLOCK, width - beside, height - band, beside, band, RegionKind.CLOCK)
        text = Region(TICKER, 0, height - band, width - beside, band, RegionKind.TICKER)
        return Region(MAIN, 0, 0, width, height - band), text, clock
    return (*(_beside if width > height else _below)(width, height - band), ticker)


def _beside(width: int, height: int) -> tuple[Region, Region, Region]:
    """On a wide canvas: clock and poster in a column at the right."""
    side, face = _even(width * 28 // 100), _even(height * 20 // 100)
    return (
        Region(MAIN, 0, 0, width - side, height),
        Region(POSTER, width - side, face, side, height - face),
        Region(CLOCK, width - side, 0, side, face, RegionKind.CLOCK, clock_style=ClockStyle.DATE_TIME),
    )


def _below(width: int, height: int) -> tuple[Region, Region, Region]:
    """On a tall canvas: clock above, poster below the picture."""
    face, poster = _even(height * 12 // 100), _even(height * 34 // 100)
    return (
        Region(MAIN, 0, face, width, height - face - poster),
        Region(POSTER, 0, height - poster, width, poster),
        Region(CLOCK, 0, 0, width, face, RegionKind.CLOCK, clock_style=ClockStyle.DATE_TIME),
    )


def _even(pixels: int) -> int:
    """Videos want even sizes."""
    return max(2, pixels // 2 * 2)
