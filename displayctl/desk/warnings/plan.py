"""The emergency that a warning proposes: which template with which words, at which level, on which walls, how long."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from content.places.gazetteer import Gazetteer
from content.studio.emergency.message import FREE, LONGEST_SOURCE, Message
from content.studio.emergency.templates_folder import Templates
from displayctl.api.warnings import WarningInfo
from displayctl.desk.emergencies.changes import Wish
from displayctl.desk.warnings.places import districts_words, hour_words, point_words
from displayctl.errors import NothingToSign
from schedules.alert import BREAK_GLASS, Alert, AlertLevel
from schedules.display import Display
from schedules.position import Position

SHORTEST = timedelta(minutes=5)
SOON, LONGEST_AHEAD = timedelta(minutes=2), timedelta(hours=24)
"""A warning that begins sooner than the one is shown at once, and so is one that begins later than the other."""
OTHERWISE_ZONE = "Asia/Makassar"
MOST_TITLE, MOST_AREA = 100, 200
_MAGNITUDE = re.compile(r"\b(?:M|Mag(?:nitudo|nitude)?)\s*[:=.]?\s*(\d{1,2}(?:[.,]\d)?)\b", re.IGNORECASE)
TSUNAMI_WATCH = {
    "judul": "PERINGATAN DINI TSUNAMI: WASPADA",
    "isi": "Jauhi pantai dan tepi sungai\nTunggu arahan petugas dan BPBD\nInformasi: 112",
    "title": "TSUNAMI EARLY WARNING",
    "text": "Keep away from beaches and river banks\nWait for officers' instructions\nInformation: 112",
}
"""BMKG's lowest tsunami level asks people off the beach and orders nobody to move."""


@dataclass(frozen=True, slots=True)
class Plan:
    """What one key press would send. `display_ids` are never empty: a warning is not for walls that it does not reach.

    `source` is named on every wall. `guessed`: no reached wall has a position, so those that may be reached are meant.
    `begins` is when walls show it by themselves, as its source says; None: at once.
    """

    warning_id: str
    template: str
    values: dict[str, str]
    level: AlertLevel
    display_ids: tuple[str, ...]
    area: str
    source: str
    length: timedelta
    guessed: bool = False
    supersedes: str = field(default="")
    begins: datetime | None = None

    def message(self, templates: Templates) -> Message:
        """Its words. Raises InvalidValue, ContentMissing."""
        template = templates.find(self.template)
        return template.message(self.values, level=self.level, source=self.source, area=self.area)

    def wish(self, templates: Templates) -> Wish:
        """What is to be signed. Raises InvalidValue, ContentMissing."""
        replaced = (self.supersedes,) if self.supersedes else ()
        return Wish(self.message(templates), self.length, self.display_ids, replaced, begins=self.begins)


def plan_for(warning: WarningInfo, walls: Sequence[Display], gazetteer: Gazetteer, now: datetime) -> Plan:
    """The emergency that `warning` proposes. Raises NothingToSign where it is over, or reaches no wall.

    It stands as long as the warning holds, at most as long as one person alone may let it.
    """
    known = {wall.id: wall for wall in walls}
    meant = [known[name] for name in warning.walls or warning.unknown if name in known]
    if not meant:
        raise NothingToSign("this warning reaches no wall; raise an emergency by hand if you want it shown")
    if warning.expires <= now or warning.ended_at is not None:
        raise NothingToSign(f"the warning {warning.headline!r:.80} is over, and is not shown any more")
    zone = ZoneInfo(meant[0].time_zone or OTHERWISE_ZONE)
    template, values = _words(warning, gazetteer, zone, now)
    decision = warning.decision
    supersedes = decision.alert_id if decision is not None and decision.standing else ""
    waits = SOON <= warning.effective - now <= LONGEST_AHEAD and not supersedes  # what it replaces must leave no gap
    begins = warning.effective if waits else None
    return Plan(
        warning_id=warning.id,
        template=template,
        values=values,
        level=AlertLevel(warning.level),
        display_ids=tuple(wall.id for wall in meant),
        area=_where(warning, gazetteer)[:MOST_AREA],
        source=(warning.attribution or warning.source)[:LONGEST_SOURCE],
        length=_length(warning, begins or now),
        guessed=not warning.walls,
        supersedes=supersedes,
        begins=begins,
    )


def at_once(plan: Plan, warning: WarningInfo, now: datetime) -> Plan:
    """The same from now on, where a person does not want to wait until the warning begins."""
    return replace(plan, begins=None, length=_length(warning, now))


def _length(warning: WarningInfo, start: datetime) -> timedelta:
    return max(SHORTEST, min(warning.expires - start, BREAK_GLASS))


def values_of(alert: Alert, warning: WarningInfo, walls: Sequence[Display], gazetteer: Gazetteer) -> dict[str, str]:
    """What the fields of `alert` were filled with, which shows `warning`: its correction names them again.

    Empty where a person has written something else than was proposed: no words are better than others.
    """
    zones = [wall.time_zone for wall in walls if wall.id in alert.display_ids and wall.time_zone]
    template, values = _words(warning, gazetteer, ZoneInfo(zones[0] if zones else OTHERWISE_ZONE), alert.effective)
    as_proposed = (alert.kind, alert.area) == (template, _where(warning, gazetteer)[:MOST_AREA])
    return values if as_proposed else {}


def _words(warning: WarningInfo, gazetteer: Gazetteer, zone: ZoneInfo, now: datetime) -> tuple[str, dict[str, str]]:
    where, until = _where(warning, gazetteer), hour_words(warning.expires, zone, now)
    match warning.kind:
        case "rain" | "thunderstorm":
            return warning.kind, {"tempat": _short(where, 100), "waktu": until}
        case "flood":
            since = hour_words(warning.onset or warning.effective, zone, now)
            return "flood", {"tempat": _short(where, 60), "waktu": f"pukul {since}"}
        case "quake":
            return "quake", _quake(warning, gazetteer, zone, now)
        case "tsunami" if warning.level == AlertLevel.WASPADA:
            return FREE, dict(TSUNAMI_WATCH)
        case "tsunami":
            return "tsunami", {}
    return FREE, {"judul": _short(warning.headline or warning.event, MOST_TITLE), "isi": _short(where, 200)}


def _quake(warning: WarningInfo, gazetteer: Gazetteer, zone: ZoneInfo, now: datetime) -> dict[str, str]:
    """Where in words of our gazetteer; the magnitude is a number and nothing else of the feed's text."""
    found = _MAGNITUDE.search(f"{warning.headline} {warning.event} {warning.description}")
    magnitude = {"magnitudo": found[1].replace(".", ",")} if found else {}
    shaken = hour_words(warning.onset or warning.effective, zone, now)
    return {"tempat": _short(_where(warning, gazetteer), 60), "waktu": shaken, **magnitude}


def _where(warning: WarningInfo, gazetteer: Gazetteer) -> str:
    """By our own names, else by the feed's."""
    if warning.kind == "quake" and warning.circles:
        latitude, longitude, _ = warning.circles[0]
        return point_words(Position(latitude, longitude), gazetteer)
    return districts_words(warning.districts, gazetteer) or " ".join(warning.area_words.split()) or gazetteer.name


def _short(text: str, most: int) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= most else f"{plain[: most - 1].rstrip()}…"
