"""What a wall shows beside its main picture, as a preview draws it: other parts, clocks, running text and logos."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QPixmap

from displayctl.desktop.catalogue import Kept, Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.widgets.ticker_strip import StripLook
from schedules.display import Display
from schedules.playlist import Playlist
from schedules.region import Corner, Logo, Region, RegionKind
from schedules.running_text import Strip, running_at

MARGIN_PERCENT = 3


@dataclass(frozen=True, slots=True)
class Still:
    """A picture in a place; with `fills` it fills it, else it keeps its shape. Without one the `name` stands there."""

    place: QRect
    picture: QPixmap | None
    name: str = ""
    fills: bool = False


@dataclass(frozen=True, slots=True)
class Surroundings:
    """All places are in canvas pixels. `stills` lie above the main picture, in their order, then the others."""

    canvas: QSize
    main: QRect
    zone: str = "UTC"
    stills: tuple[Still, ...] = ()
    clocks: tuple[Region, ...] = ()
    strips: tuple[tuple[QRect, StripLook], ...] = ()


def surroundings_of(desk: Desk, display: Display, now: datetime) -> Surroundings:
    """What `display` shows by the draft at `now`; pictures that are not here yet are asked for."""
    canvas = display.canvas
    size = QSize(canvas.width_px, canvas.height_px)
    main = next(
        (place_of(region) for region in canvas.regions if region.is_main),
        QRect(0, 0, canvas.width_px, canvas.height_px),
    )
    stills = [_loop(desk, r) for r in canvas.regions if r.kind is RegionKind.LOOP and not r.is_main]
    stills += [_logo(desk, r) for r in canvas.regions if r.kind is RegionKind.LOGO]
    if display.logo is not None:
        stills.append(_corner(desk, display.logo, size))
    return Surroundings(
        canvas=size,
        main=main,
        zone=display.time_zone,
        stills=tuple(stills),
        clocks=tuple(region for region in canvas.regions if region.kind is RegionKind.CLOCK),
        strips=tuple((_strip_place(display, strip), _look(strip)) for strip in _strips(desk, display, now)),
    )


def place_of(region: Region) -> QRect:
    """Where a region lies on its canvas."""
    return QRect(region.x_px, region.y_px, region.width_px, region.height_px)


def _loop(desk: Desk, region: Region) -> Still:
    """The first item of what fills a region's hours without a booking."""
    kept: Kept[Playlist] | None = desk.catalogue.find(Topic.PLAYLIST, region.playlist_id or "")
    entries = kept.value.entries if kept is not None else ()
    picture = _picture(desk, entries[0].medium_id) if entries else None
    return Still(place_of(region), picture, region.name, fills=True)


def _logo(desk: Desk, region: Region) -> Still:
    return Still(place_of(region), _picture(desk, region.medium_id or ""))


def _corner(desk: Desk, logo: Logo, canvas: QSize) -> Still:
    picture = _picture(desk, logo.medium_id)
    most = QSize(canvas.width() // 2, max(1, canvas.height() * logo.percent // 100))
    if picture is not None:
        most = picture.size().scaled(most, Qt.AspectRatioMode.KeepAspectRatio)
    margin = canvas.height() * MARGIN_PERCENT // 100
    place = QRect(margin, margin, most.width(), most.height())
    if logo.corner in (Corner.TOP_RIGHT, Corner.BOTTOM_RIGHT):
        place.moveLeft(canvas.width() - most.width() - margin)
    if logo.corner in (Corner.BOTTOM_LEFT, Corner.BOTTOM_RIGHT):
        place.moveTop(canvas.height() - most.height() - margin)
    return Still(place, picture)


def _picture(desk: Desk, medium_id: str) -> QPixmap | None:
    medium = desk.catalogue.find(Topic.MEDIUM, medium_id)
    return desk.pictures.poster(medium_id, medium.version) if medium is not None else None


def _strips(desk: Desk, display: Display, now: datetime) -> tuple[Strip, ...]:
    programme = desk.drafts.of_display(display.id)
    return running_at(programme, display.id, now).strips if programme is not None else ()


def _strip_place(display: Display, strip: Strip) -> QRect:
    canvas = display.canvas
    found = next((region for region in canvas.regions if region.name == strip.region), None) if strip.region else None
    if found is not None:
        return place_of(found)
    height = max(1, canvas.height_px * strip.band_percent // 100)
    return QRect(0, canvas.height_px - height, canvas.width_px, height)


def _look(strip: Strip) -> StripLook:
    return StripLook(strip.texts, strip.speed_px_s, strip.ink, strip.ground)
