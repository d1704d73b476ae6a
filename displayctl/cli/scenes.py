"""Reads what people type about regions, logos, transitions and quiet hours; every function raises InvalidValue."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import timedelta
from typing import TYPE_CHECKING

from displayctl.api.models import PartKind
from displayctl.cli.finding import find_medium, find_part
from schedules.clock_face import ClockStyle
from schedules.daypart import Hours
from schedules.errors import InvalidValue
from schedules.region import Corner, Logo, Region, RegionKind
from schedules.transition import CUT, Motion, Transition, TransitionKind

if TYPE_CHECKING:
    from displayctl.cli.frame import Desk

_REGION = re.compile(
    r"(?P<name>[^=]+)=(?P<size>[^+:]+)\+(?P<x>\d{1,5})\+(?P<y>\d{1,5})(?::(?P<kind>[a-z]+))?(?::(?P<more>.+))?\Z"
)
_REGION_FORM = "NAME=WxH+X+Y, then :ticker, :clock or :logo, as jam=160x48+480+0:clock:date-time"


def read_transition(text: str) -> Transition:
    """``crossfade:800`` or ``slide:500`` (milliseconds), or ``cut``."""
    kind, _, milliseconds = text.partition(":")
    if kind == TransitionKind.CUT.value and not milliseconds:
        return CUT
    kinds = [each.value for each in TransitionKind if each is not TransitionKind.CUT]
    if kind not in kinds or not re.fullmatch(r"\d{1,4}", milliseconds):
        raise InvalidValue("transition", f"{text!r} is not cut, crossfade:800 or slide:800 (milliseconds)")
    return Transition(TransitionKind(kind), timedelta(milliseconds=int(milliseconds)))


def read_motion(text: str) -> Motion:
    """``zoom-in``, ``zoom-out``, ``pan-left``, ``pan-right`` or ``none``."""
    try:
        return Motion(text)
    except ValueError:
        raise InvalidValue("motion", f"{text!r} is not one of {', '.join(Motion)}") from None


def read_quiet_hours(text: str) -> Hours:
    """``21:00-06:00``."""
    from displayctl.cli.reading import read_time

    starts, dash, ends = text.partition("-")
    if not dash:
        raise InvalidValue("quiet-hours", f"{text!r} is not hours; write like 21:00-06:00")
    return Hours(read_time(starts), read_time(ends))


def read_region(desk: Desk, text: str) -> Region:
    """``poster=160x384+480+0``, and behind it what `displayctl display scene --help` says.

    Playlists, tickers and media are given by id or name.
    """
    from displayctl.cli.reading import read_size

    found = _REGION.match(text)
    kind = (found["kind"] or RegionKind.LOOP.value) if found else ""
    if found is None or kind not in tuple(RegionKind):
        raise InvalidValue("region", f"{text!r} is not a region; write {_REGION_FORM}")
    width, height = read_size(found["size"])
    place = Region(found["name"], int(found["x"]), int(found["y"]), width, height)
    more = found["more"] or ""
    match RegionKind(kind):
        case RegionKind.LOOP:
            return replace(place, playlist_id=_part(desk, PartKind.PLAYLIST, more) if more else None)
        case RegionKind.TICKER:
            named = tuple(_part(desk, PartKind.TICKER, each) for each in more.split(",") if each)
            return replace(place, kind=RegionKind.TICKER, ticker_ids=named)
        case RegionKind.CLOCK:
            return replace(place, kind=RegionKind.CLOCK, clock_style=_clock_style(more or ClockStyle.TIME.value))
        case RegionKind.LOGO:
            return replace(place, kind=RegionKind.LOGO, medium_id=find_medium(desk.client, more).id)


def changed_regions(known: tuple[Region, ...], given: list[Region], gone: list[str]) -> tuple[Region, ...]:
    """The regions `known`, with those `given` in the place of namesakes or behind the others; without those `gone`."""
    by_name = {region.name: region for region in known}
    for name in gone:
        if by_name.pop(name, None) is None:
            raise InvalidValue("no-region", f"{name!r} is no region of this wall; see: displayctl display list")
    return tuple((by_name | {region.name: region for region in given}).values())


def _part(desk: Desk, kind: PartKind, named: str) -> str:
    return find_part(desk.client, kind, named).id


def _clock_style(text: str) -> ClockStyle:
    if text not in tuple(ClockStyle):
        raise InvalidValue("region", f"{text!r} is no style of a clock; write one of {', '.join(ClockStyle)}")
    return ClockStyle(text)


def read_logo(desk: Desk, text: str) -> Logo:
    """``MEDIUM``, ``MEDIUM:top-right`` or ``MEDIUM:top-right:12`` (percent of the wall's height)."""
    found = re.match(r"(?P<name>.+?)(?::(?P<corner>[a-z]+-[a-z]+))?(?::(?P<percent>\d{1,3}))?\Z", text)
    corner = (found["corner"] if found else None) or Corner.TOP_RIGHT.value
    if found is None or corner not in tuple(Corner):
        raise InvalidValue("logo", f"{text!r} is not MEDIUM:CORNER:PERCENT; corners are {', '.join(Corner)}")
    medium = find_medium(desk.client, found["name"])
    return Logo(medium.id, Corner(corner), int(found["percent"] or 15))
