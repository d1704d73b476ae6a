"""What the library has to know of the rest of the schedule: what is in use, on which walls, and for how long shown."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta

from displayctl.api.models import MediumInfo
from displayctl.desktop.catalogue import Catalogue
from schedules.display import Display

PICTURE_SHOWN = timedelta(seconds=10)
"""How long a picture is shown where its playlist says nothing (see `schedules.playlist.PlaylistEntry`)."""


@dataclass(frozen=True, slots=True)
class WallShape:
    """The canvas that some walls share; `format` is its name for renditions."""

    width_px: int
    height_px: int
    format: str
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class WallVoice:
    """How loud some walls play, in percent, and whether they keep quiet hours, as walls do that people live beside."""

    volume: int
    near_homes: bool
    names: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Shown:
    """That a playlist shows a medium for so long at a time."""

    playlist: str
    duration: timedelta


@dataclass(frozen=True, slots=True)
class Ground:
    """One state of everything, to be looked at from any thread."""

    media: tuple[MediumInfo, ...]
    used: frozenset[str]
    shapes: tuple[WallShape, ...]
    shown: Mapping[str, tuple[Shown, ...]]
    now: datetime
    voices: tuple[WallVoice, ...] = ()


def ground_of(catalogue: Catalogue, now: datetime) -> Ground:
    """What `catalogue` says just now."""
    displays = tuple(kept.value for kept in catalogue.displays)
    shown = _shown(catalogue)
    settings = catalogue.settings
    used = {*shown, *(name for display in displays for name in _of_display(display))}
    if settings is not None and settings.slate_id:
        used.add(settings.slate_id)
    return Ground(catalogue.media, frozenset(used), shapes_of(displays), shown, now, voices_of(displays))


def shapes_of(displays: tuple[Display, ...]) -> tuple[WallShape, ...]:
    """The canvases of walls, each once, with the names of those that have it."""
    names: defaultdict[tuple[int, int, str], list[str]] = defaultdict(list)
    for display in displays:
        names[display.canvas.width_px, display.canvas.height_px, display.format_of("")].append(display.name)
    return tuple(WallShape(*key, tuple(found)) for key, found in sorted(names.items()))


def voices_of(displays: tuple[Display, ...]) -> tuple[WallVoice, ...]:
    """The ways in which walls are heard, each once; walls without sound are left out."""
    names: defaultdict[tuple[int, bool], list[str]] = defaultdict(list)
    for display in displays:
        if display.volume:
            names[display.volume, bool(display.quiet_hours)].append(display.name)
    return tuple(WallVoice(*key, tuple(found)) for key, found in sorted(names.items()))


def _shown(catalogue: Catalogue) -> dict[str, tuple[Shown, ...]]:
    found: defaultdict[str, list[Shown]] = defaultdict(list)
    for kept in catalogue.playlists:
        for entry in kept.value.entries:
            found[entry.medium_id].append(Shown(kept.value.name, entry.duration or PICTURE_SHOWN))
    return {medium_id: tuple(places) for medium_id, places in found.items()}


def _of_display(display: Display) -> tuple[str, ...]:
    """The logos that a wall itself names."""
    logos = tuple(region.medium_id for region in display.canvas.regions if region.medium_id is not None)
    return logos if display.logo is None else (*logos, display.logo.medium_id)
