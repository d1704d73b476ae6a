"""What hides or dims the programme on this wall: a hold by people, closed hours, and brightness by the hour."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from player.cueing import CueFacts
from player.hold import Hold, HoldKind
from player.stage import port
from player.stage.covers import PATTERN
from schedules.alert import Alert, AlertLevel
from schedules.brightness import FULL
from schedules.dimming import brightness_at
from schedules.display import Display
from schedules.open_hours import open_at
from schedules.proof import ShowingKind

CLOSED = "closed"
_HOLD = "hold/"
CLEAR = port.Cover()


@dataclass(frozen=True, slots=True)
class Covering:
    """The cover and the brightness, the same until `until` (None: for good) as long as nobody decides otherwise."""

    cover: port.Cover
    brightness: port.Brightness
    until: datetime | None = None


def covering_at(
    display: Display | None, hold: Hold | None, now: datetime, *, trusted: bool, emergency: Alert | None, name: str
) -> Covering:
    """What hides and dims the wall at `now`, with `emergency` on it.

    Without a trusted clock nobody knows whether it is open, or night: it is lit. `name` is what the wall is called
    where no programme says so.
    """
    if display is None or not trusted:
        return Covering(_cover(display, hold, name, is_open=True), port.Brightness())
    opening, dimming = open_at(display, now), brightness_at(display, now)
    percent = FULL if _is_full(display, emergency) else dimming.percent
    cover = _cover(display, hold, name, is_open=opening.is_open)
    return Covering(cover, port.Brightness(percent), min(opening.until, dimming.until))


def may_show(alert: Alert, hold: Hold | None) -> bool:
    """Whether an alert comes above what is there: a wall that people hold shows the real thing of level AWAS alone."""
    return hold is None or (alert.level is AlertLevel.AWAS and not alert.drill)


def facts_of_hold(hold: Hold) -> CueFacts:
    """What its cover's token stands for, in records of what was on the wall."""
    return CueFacts(ShowingKind.HOLD, "", hold.kind.value, "", 0, hold.until_ms, moves=False)


def is_cover(token: str) -> bool:
    """Whether what the stage tells of is a cover or a test pattern, and no item."""
    return token in (CLOSED, PATTERN) or token.startswith(_HOLD)


def cover_word(token: str) -> str:
    """What a cover is called in heartbeats: ``closed``, ``pattern``, or the kind of hold."""
    return token.split("/")[1] if token.startswith(_HOLD) else token


def _cover(display: Display | None, hold: Hold | None, name: str, *, is_open: bool) -> port.Cover:
    if hold is not None and hold.kind is HoldKind.SAFE_CARD:
        office, wall = (display.office, display.name) if display is not None else ("", name)
        return port.Cover(port.CoverKind.CARD, hold.token, office or wall, wall if office else "")
    if hold is not None:
        return port.Cover(port.CoverKind.DARK, hold.token)
    return CLEAR if is_open else port.Cover(port.CoverKind.DARK, CLOSED)


def _is_full(display: Display, emergency: Alert | None) -> bool:
    """Whether an emergency overrides the hour's brightness."""
    override = display.brightness is None or display.brightness.awas_full
    return override and emergency is not None and emergency.level is AlertLevel.AWAS
