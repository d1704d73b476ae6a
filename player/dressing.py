"""What stands on a wall beside its loops, for the stage: regions, running text, clocks, logos, and how loud it is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from player.needs import logo_assets
from player.stage import port
from schedules.display import Canvas, Display
from schedules.loudness import loudness_at
from schedules.playlist import Asset
from schedules.programme import Programme
from schedules.region import Region, RegionKind
from schedules.running_text import Running, Strip, running_at

MOST_STRIPS = 8
_LEAST_BAND = 3
FindFile = Callable[[Asset], Path | None]
"""The file of an asset that is here, or None."""


@dataclass(frozen=True, slots=True)
class Dressing:
    """Requests that hold until `until` (None: for good)."""

    requests: tuple[port.Request, ...]
    until: datetime | None


BARE = Dressing((port.Loudness(), port.Tickers(), port.Clocks(), port.Logos()), None)


def dressing_at(programme: Programme, display: Display, now: datetime, find: FindFile, *, trusted: bool) -> Dressing:
    """What `display` wears at `now`.

    Without a trusted clock no time is told, no text runs, and a wall with quiet hours is quiet.
    """
    loudness = loudness_at(display, now)
    running = running_at(programme, display.id, now) if trusted else Running((), None)
    percent = loudness.percent if trusted or not display.quiet_hours else 0
    requests = (
        port.Loudness(percent),
        port.Tickers(tuple(_strip(strip) for strip in running.strips[:MOST_STRIPS])),
        port.Clocks(tuple(_clocks(display)) if trusted else ()),
        port.Logos(tuple(_logos(programme, display, find))),
    )
    return Dressing(requests, min(loudness.until, running.until) if running.until else loudness.until)


def stage_regions(own: Canvas, canvas: Canvas) -> tuple[port.StageRegion, ...]:
    """The regions of a wall's `own` canvas, as they lie on the `canvas` that the stage has."""
    return tuple(_stage_region(region, own, canvas) for region in own.regions)


def _stage_region(region: Region, own: Canvas, canvas: Canvas) -> port.StageRegion:
    """Edges are scaled, not lengths, so that regions that touch still do."""
    left, right = (edge * canvas.width_px // own.width_px for edge in (region.x_px, region.x_px + region.width_px))
    top, bottom = (edge * canvas.height_px // own.height_px for edge in (region.y_px, region.y_px + region.height_px))
    x_px, y_px = min(left, canvas.width_px - 1), min(top, canvas.height_px - 1)
    return port.StageRegion(
        name="" if region.is_main else region.name,
        x_px=x_px,
        y_px=y_px,
        width_px=max(1, right - x_px),
        height_px=max(1, bottom - y_px),
        kind=region.kind,
    )


def _strip(strip: Strip) -> port.TickerStrip:
    return port.TickerStrip(
        texts=strip.texts,
        region=strip.region,
        band_percent=max(_LEAST_BAND, strip.band_percent),
        speed_px_s=strip.speed_px_s,
        ink=strip.ink,
        ground=strip.ground,
    )


def _clocks(display: Display) -> list[port.ClockFace]:
    return [
        port.ClockFace(region.name, display.time_zone, region.clock_style, region.ink, region.ground)
        for region in display.canvas.regions
        if region.kind is RegionKind.CLOCK
    ]


def _logos(programme: Programme, display: Display, find: FindFile) -> list[port.Logo]:
    made: list[port.Logo] = []
    for place, asset in logo_assets(programme, display).items():
        if (file := find(asset)) is None:
            continue
        if place:
            made.append(port.Logo(str(file), region=place))
        elif display.logo is not None:
            made.append(port.Logo(str(file), corner=display.logo.corner, percent=display.logo.percent))
    return made
