"""Makes requests ready on the thread that brings them: files are read and scaled before painting needs them."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QImage

from player.stage.cover_pictures import cover_picture, pattern_picture
from player.stage.dressing import Logo, Logos, Tickers, TickerStrip
from player.stage.pictures import UnusablePicture, load_picture
from player.stage.plates import ready_logo
from player.stage.port import (
    Arrange,
    Cover,
    Fault,
    FaultKind,
    Overlay,
    OverlayAhead,
    Request,
    ShowTestPattern,
)
from player.stage.prepared import PreparedOverlays

_SEPARATOR_PERCENT = 70
Report = Callable[[Fault], None]


@dataclass(frozen=True, slots=True)
class ReadyLogo:
    """A logo in the size it is shown in, and where."""

    logo: Logo
    image: QImage
    place: QRect


@dataclass(frozen=True, slots=True)
class ReadyLogos:
    """The logos whose pictures could be read."""

    asked: Logos
    logos: tuple[ReadyLogo, ...]


@dataclass(frozen=True, slots=True)
class ReadyStrip:
    """A strip, its place, and the picture between its texts, in its size; without it a bullet serves."""

    strip: TickerStrip
    place: QRect
    separator: QImage | None


@dataclass(frozen=True, slots=True)
class ReadyTickers:
    """The strips that have a place on this wall."""

    asked: Tickers
    strips: tuple[ReadyStrip, ...]


@dataclass(frozen=True, slots=True)
class Unreadable:
    """An overlay without a picture that can be painted."""

    overlay: Overlay


def made_ready(request: Request, arrange: Arrange, report: Report, prepared: PreparedOverlays | None = None) -> object:
    """What painting needs of `request` on a wall that is arranged so; None where it cannot be, or need not be, shown.

    What is wrong with its files is reported. `prepared` is what is ready already. For any thread.
    """
    match request:
        case Overlay() if request.path:
            return _alert(request, arrange, report, prepared or PreparedOverlays())
        case OverlayAhead():
            _prepare(request, arrange, prepared or PreparedOverlays())
            return None
        case Logos():
            return ReadyLogos(request, tuple(_logos(request, arrange, report)))
        case Tickers():
            return ReadyTickers(request, tuple(_strips(request, arrange, report)))
        case Cover():
            return cover_picture(request, canvas_size(arrange))
        case ShowTestPattern():
            return pattern_picture(request, canvas_size(arrange))
    return request


def canvas_size(arrange: Arrange) -> QSize:
    return QSize(arrange.canvas.width_px, arrange.canvas.height_px)


def region_places(arrange: Arrange) -> dict[str, QRect]:
    """The rectangles of all regions, and of the main picture under an empty name."""
    places = {
        region.name: QRect(region.x_px, region.y_px, region.width_px, region.height_px) for region in arrange.regions
    }
    places.setdefault("", QRect(0, 0, arrange.canvas.width_px, arrange.canvas.height_px))
    return places


def _prepare(ahead: OverlayAhead, arrange: Arrange, prepared: PreparedOverlays) -> None:
    with suppress(UnusablePicture):  # told when it is asked for: it may never be
        prepared.prepare(ahead, canvas_size(arrange))


def _alert(overlay: Overlay, arrange: Arrange, report: Report, prepared: PreparedOverlays) -> object:
    try:
        return prepared.get(overlay, canvas_size(arrange))
    except UnusablePicture as error:
        report(Fault(FaultKind.OVERLAY_BROKEN, overlay.token, str(error)))
        return Unreadable(overlay)


def _logos(request: Logos, arrange: Arrange, report: Report) -> list[ReadyLogo]:
    made: list[ReadyLogo] = []
    for logo in request.logos:
        place = _place_of(logo.region, arrange, report)
        picture = _picture(logo.path, report)
        if picture is not None and (place is not None or not logo.region):
            made.append(ReadyLogo(logo, *ready_logo(logo, picture, place, canvas_size(arrange))))
    return made


def _strips(request: Tickers, arrange: Arrange, report: Report) -> list[ReadyStrip]:
    made: list[ReadyStrip] = []
    for strip in request.strips:
        place = _place_of(strip.region, arrange, report) if strip.region else _band(strip, canvas_size(arrange))
        if place is not None:
            made.append(ReadyStrip(strip, place, _separator(strip, place.height(), report)))
    return made


def _place_of(region: str, arrange: Arrange, report: Report) -> QRect | None:
    if not region:
        return None
    place = region_places(arrange).get(region)
    if place is None:
        report(Fault(FaultKind.REQUEST_REFUSED, "", f"there is no region {region!r}; arrange it first"))
    return place


def _band(strip: TickerStrip, canvas: QSize) -> QRect:
    high = max(1, canvas.height() * strip.band_percent // 100)
    return QRect(0, canvas.height() - high, canvas.width(), high)


def _separator(strip: TickerStrip, height_px: int, report: Report) -> QImage | None:
    picture = _picture(strip.separator, report) if strip.separator else None
    if picture is None:
        return None
    return picture.scaledToHeight(
        max(1, height_px * _SEPARATOR_PERCENT // 100), Qt.TransformationMode.SmoothTransformation
    )


def _picture(path: str, report: Report) -> QImage | None:
    try:
        return load_picture(path)
    except UnusablePicture as error:
        report(Fault(error.fault, "", str(error)))
        return None
