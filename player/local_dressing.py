"""How a local loop is to look: transitions, movement over pictures, and a strip with running text and a clock."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from player.stage import port
from schedules.display import Canvas
from schedules.errors import InvalidValue

BAND_PERCENT = 12
_CLOCK_SHARE = 4
"""The clock takes one part in this many of the strip's width."""


@dataclass(frozen=True, slots=True)
class LocalDressing:
    """The regions of the wall, and what is sent to the stage beside the timeline."""

    regions: tuple[port.StageRegion, ...] = ()
    requests: tuple[port.Request, ...] = ()


def read_transition(text: str) -> port.CueTransition:
    """The transition in ``cut``, ``crossfade:500`` or ``slide:800``. Raises InvalidValue."""
    name, _, length = text.partition(":")
    try:
        kind, long_ms = port.TransitionKind(name), int(length or 0)
    except ValueError:
        raise InvalidValue("transition", f"{text!r:.40} is not one; write cut, crossfade:500 or slide:800") from None
    return port.CueTransition(kind, long_ms)


def read_motion(text: str) -> port.Motion:
    """The movement called `text`. Raises InvalidValue."""
    try:
        return port.Motion(text)
    except ValueError:
        raise InvalidValue("motion", f"{text!r:.40} is not one of {', '.join(port.Motion)}") from None


def dress(
    canvas: Canvas, texts: Sequence[str], zone: str, logo: str, *, speed_px_s: int = 120, band_px: int = 0
) -> LocalDressing:
    """A strip of `band_px` (0: an eighth of the canvas) under the picture where there are texts, or a clock in `zone`.

    An empty `zone` or `logo` means none. Raises InvalidValue.
    """
    if logo and not Path(logo).is_file():
        raise InvalidValue("logo", f"{logo}: there is no such file")
    requests: list[port.Request] = [port.Logos((port.Logo(logo),))] if logo else []
    if not texts and not zone:
        return LocalDressing((), tuple(requests))
    high = band_px or max(16, canvas.height_px * BAND_PERCENT // 100)
    top = canvas.height_px - high
    if top < 1:
        raise InvalidValue("band", f"of {high} px leaves nothing of a canvas {canvas.height_px} px high")
    wide = canvas.width_px // _CLOCK_SHARE if zone and texts else canvas.width_px if zone else 0
    left = canvas.width_px - wide
    regions = [port.StageRegion("", 0, 0, canvas.width_px, top)]
    if texts:
        regions.append(port.StageRegion("ticker", 0, top, left, high, port.RegionKind.TICKER))
        requests.append(port.Tickers((port.TickerStrip(tuple(texts), "ticker", speed_px_s=speed_px_s),)))
    if zone:
        regions.append(port.StageRegion("clock", left, top, wide, high, port.RegionKind.CLOCK))
        requests.append(port.Clocks((port.ClockFace("clock", zone),)))
    return LocalDressing(tuple(regions), tuple(requests))
