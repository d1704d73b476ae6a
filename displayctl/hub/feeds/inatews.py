"""Reads the archive of InaTEWS, Indonesia's tsunami warnings: XML that looks like CAP and is not, and may change.

Nobody has documented it, so whatever is read here is for an operator to decide about, never for a machine.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import groupby
from xml.etree.ElementTree import Element

from content.places.gazetteer import Gazetteer
from displayctl.hub.feeds.indonesian import civil_instant, instant_of_words
from displayctl.hub.feeds.reading import Reading
from displayctl.hub.feeds.warning import (
    LONGEST_VALIDITY,
    Certainty,
    Geocode,
    MessageKind,
    NotAWarning,
    Reference,
    Severity,
    Urgency,
    Warning,
    WarningKind,
)
from displayctl.hub.feeds.words import clean, one_line
from displayctl.hub.feeds.xml_tree import local_name, read_xml
from schedules.errors import InvalidValue
from schedules.position import Position

CLOCKS_DIFFER = timedelta(minutes=5)
LONG_OVER = timedelta(hours=24)
MOST_BULLETINS = 200
MOST_AREAS = 600
LAST_STAGE = 4
REGENCY = "kabupaten"
"""The name of geocodes that are the names of regencies."""
_SUBJECT = re.compile(r"tsunami.*\bPD[-\s]?(\d)(?:[.,](\d{1,2}))?", re.IGNORECASE)
_OVER = re.compile(r"\b(?:telah\s+|dinyatakan\s+)+berakhir\b", re.IGNORECASE)
_EVENT = re.compile(r"\A[\w.-]{1,60}\Z", re.ASCII)
_LEVELS = {"AWAS": Severity.EXTREME, "SIAGA": Severity.SEVERE, "WASPADA": Severity.MODERATE}


@dataclass(frozen=True, slots=True)
class Bulletin:
    """One message about one event: its stage (PD-1 to PD-4, the last one ends it) and the regencies by level."""

    event: str
    subject: str
    stage: tuple[int, int]
    sent: datetime
    shaken_at: datetime | None
    ends: bool
    headline: str
    description: str
    instruction: str
    areas: tuple[tuple[str, tuple[str, ...]], ...]

    @property
    def identifier(self) -> str:
        """By event, subject and when it was sent: nothing less tells two of them apart."""
        stage = ".".join(str(part) for part in self.stage if part)
        return f"{self.event}/PD-{stage}/{self.sent:%Y%m%dT%H%M%SZ}"

    def level_in(self, gazetteer: Gazetteer) -> str:
        """The gravest level in the regency of `gazetteer`, or in any where that one is not named; empty for none."""
        ours = [
            level for level, regencies in self.areas if any(gazetteer.of_geocode(REGENCY, each) for each in regencies)
        ]
        return next(iter(ours or [level for level, _ in self.areas]), "")


def read_inatews(body: bytes, source: str, now: datetime, gazetteer: Gazetteer, attribution: str = "") -> Reading:
    """The bulletins in the archive `body` that are not older than 24 hours, as warnings.

    A bulletin has one level for each regency; what it warns of is as grave as it is in that of `gazetteer`. A later
    bulletin replaces the earlier ones of its event, the fourth takes them back. What is not about a tsunami in the form
    that is known, or from the future, is refused with a sentence.
    """
    bulletins, complaints = [], []
    try:
        blocks = [element for element in read_xml(body).iter() if local_name(element) == "info"]
        if len(blocks) > MOST_BULLETINS:
            raise NotAWarning(f"it has {len(blocks)} bulletins; at most {MOST_BULLETINS} are read")
    except NotAWarning as error:
        return Reading(complaints=(str(error),))
    for block in blocks:
        try:
            bulletins.append(_bulletin(block, now))
        except NotAWarning as error:
            complaints.append(f"{one_line(_text(block, 'subject'), 60)} {_text(block, 'eventid')[:40]}: {error}")
    fresh = {each.identifier: each for each in bulletins if each.sent + LONG_OVER > now}
    in_order = sorted(fresh.values(), key=lambda each: (each.event, each.sent, each.stage))
    warnings = [
        warning
        for _, event in groupby(in_order, key=lambda each: each.event)
        for warning in _told(tuple(event), gazetteer, source, attribution)
    ]
    return Reading(tuple(warnings), tuple(complaints))


def _text(element: Element, name: str) -> str:
    for child in element:
        if local_name(child) == name:
            return (child.text or "").strip()
    return ""


def _bulletin(block: Element, now: datetime) -> Bulletin:
    event, subject = _text(block, "eventid"), one_line(_text(block, "subject"), 100)
    match = _SUBJECT.search(subject)
    if match is None:
        raise NotAWarning("its subject is not that of a tsunami warning, as PD-1")
    if not _EVENT.match(event):
        raise NotAWarning("it does not say of which event it is")
    _check_place(block)
    sent = instant_of_words(_text(block, "timesent") or _text(block, "sent"))
    if sent > now + CLOCKS_DIFFER:
        raise NotAWarning(f"it was sent {sent:%Y-%m-%d %H:%M} UTC, which is yet to come")
    headline, description = one_line(_text(block, "headline")), clean(_text(block, "description"))
    instructions = (_text(block, name) for name in ("instruction", "instruction1", "instruction2", "instruction3"))
    stage = int(match[1]), int(match[2] or 0)
    return Bulletin(
        event=event,
        subject=subject,
        stage=stage,
        sent=sent,
        shaken_at=civil_instant(_text(block, "date"), _text(block, "time")) if _text(block, "date") else None,
        ends=stage[0] >= LAST_STAGE or bool(_OVER.search(f"{subject} {headline} {description}")),
        headline=headline,
        description=description,
        instruction=clean("\n".join(filter(None, instructions))),
        areas=_areas(block),
    )


def _check_place(block: Element) -> None:
    """Its point is "lon,lat", the other way round than elsewhere."""
    for child in block:
        coordinates = _text(child, "coordinates") if local_name(child) == "point" else ""
        if coordinates:
            try:
                longitude, latitude, *_ = (float(part) for part in coordinates.split(","))
                Position(latitude, longitude)
            except (ValueError, InvalidValue) as error:
                raise NotAWarning(f"its point {coordinates!r:.40} is not lon,lat") from error


def _areas(block: Element) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """The regencies of each level, the gravest level first."""
    found: dict[str, list[str]] = {}
    zones = [child for child in block if local_name(child) == "wzarea"]
    if len(zones) > MOST_AREAS:
        raise NotAWarning(f"it names {len(zones)} areas; at most {MOST_AREAS} are read")
    for zone in zones:
        level, district = _text(zone, "level").upper(), one_line(_text(zone, "district"), 100)
        if level not in _LEVELS:
            raise NotAWarning(f"its level is {level!r:.40}, not one of {', '.join(_LEVELS)}")
        if district:
            found.setdefault(level, []).append(district)
    return tuple((level, tuple(dict.fromkeys(found[level]))) for level in _LEVELS if level in found)


def _told(event: tuple[Bulletin, ...], gazetteer: Gazetteer, source: str, attribution: str) -> list[Warning]:
    """The bulletins of one event, from its first to its last."""
    told: list[Warning] = []
    for bulletin in event:
        earlier = tuple(Reference(each.identifier) for each in told if each.message is not MessageKind.CANCEL)
        if earlier or not bulletin.ends:  # else what it takes back was over already
            told.append(_warning(bulletin, bulletin.level_in(gazetteer), earlier, source, attribution))
    return told


def _warning(bulletin: Bulletin, level: str, earlier: tuple[Reference, ...], source: str, attribution: str) -> Warning:
    areas = () if bulletin.ends else bulletin.areas
    replaces = MessageKind.UPDATE if earlier else MessageKind.ALERT
    return Warning(
        source=source,
        identifier=bulletin.identifier,
        sent=bulletin.sent,
        effective=bulletin.sent,
        onset=bulletin.shaken_at,
        expires=bulletin.sent + (LONGEST_VALIDITY if bulletin.ends else LONG_OVER),
        kind=WarningKind.TSUNAMI,
        event=bulletin.subject,
        message=MessageKind.CANCEL if bulletin.ends else replaces,
        severity=_LEVELS.get(level, Severity.UNKNOWN),
        urgency=Urgency.PAST if bulletin.ends else Urgency.IMMEDIATE,
        certainty=Certainty.LIKELY,
        headline=bulletin.headline or bulletin.subject,
        description=bulletin.description,
        instruction=bulletin.instruction,
        language="id",
        area_words=clean("; ".join(f"{each}: {', '.join(regencies)}" for each, regencies in areas)),
        geocodes=tuple(Geocode(REGENCY, regency) for _, regencies in areas for regency in regencies),
        references=earlier,
        attribution=attribution,
        operator_only=True,
    )
