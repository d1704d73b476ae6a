"""A warning as a feed gave it: read, bounded, and believed to be well-formed; not yet that it concerns anybody."""

from __future__ import annotations

import math
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from schedules.position import Position

Ring = tuple[tuple[float, float], ...]
"""The corners of a polygon as (latitude, longitude) in degrees; the last one repeats the first."""

LONGEST_IDENTIFIER = 200
LONGEST_WORDS = 4_000
LONGEST_HEADLINE = 500
LONGEST_ADDRESS = 500
MOST_POLYGONS = 1_000
MOST_CORNERS = 100_000
MOST_CIRCLES = 1_000
MOST_GEOCODES = 5_000
MOST_REFERENCES = 500
LARGEST_CIRCLE_KM = 20_100.0
"""Half round the Earth."""
LONGEST_VALIDITY = timedelta(days=8)


class NotAWarning(ValueError):
    """What a feed gave breaks a rule of warnings; the message says which, as a person who runs feeds would read it."""


class MessageKind(StrEnum):
    """What a message does: tells of something, replaces what it names, or takes it back (CAP 1.2, ``msgType``)."""

    ALERT = "Alert"
    UPDATE = "Update"
    CANCEL = "Cancel"


class WarningKind(StrEnum):
    """What it warns of, in our own words: everything else by machine goes by these."""

    RAIN = "rain"
    THUNDERSTORM = "thunderstorm"
    QUAKE = "quake"
    TSUNAMI = "tsunami"
    FLOOD = "flood"
    OTHER = "other"


class Severity(StrEnum):
    """As CAP 1.2 has them, ``info.severity``."""

    EXTREME = "Extreme"
    SEVERE = "Severe"
    MODERATE = "Moderate"
    MINOR = "Minor"
    UNKNOWN = "Unknown"


class Urgency(StrEnum):
    """As CAP 1.2 has them, ``info.urgency``."""

    IMMEDIATE = "Immediate"
    EXPECTED = "Expected"
    FUTURE = "Future"
    PAST = "Past"
    UNKNOWN = "Unknown"


class Certainty(StrEnum):
    """As CAP 1.2 has them, ``info.certainty``; the "Very Likely" of CAP 1.0 counts as likely."""

    OBSERVED = "Observed"
    LIKELY = "Likely"
    POSSIBLE = "Possible"
    UNLIKELY = "Unlikely"
    UNKNOWN = "Unknown"


@dataclass(frozen=True, slots=True)
class Circle:
    """All within `radius_km` of a point. For a quake: its epicentre, and how far it may have been felt."""

    latitude: float
    longitude: float
    radius_km: float

    def __post_init__(self) -> None:
        Position(self.latitude, self.longitude)
        if not math.isfinite(self.radius_km) or not 0 <= self.radius_km <= LARGEST_CIRCLE_KM:
            raise NotAWarning(f"a circle of {self.radius_km} km is none on Earth")


@dataclass(frozen=True, slots=True)
class Geocode:
    """A code of an area: whose it is (such as ``adm4``), and which."""

    name: str
    value: str


@dataclass(frozen=True, slots=True)
class Reference:
    """An earlier message that this one replaces or takes back. Without a sender any sender's of the feed is meant."""

    identifier: str
    sender: str = ""
    sent: datetime | None = None


@dataclass(frozen=True, slots=True)
class Warning:
    """One message of a feed.

    `source` is the feed's id, `identifier` unique within it. `kind` is one of ours; `event` and all other words are the
    feed's own, bounded, on as many lines as they came. All instants are aware UTC, and ``effective < expires``; a
    Cancel counts for as long as what it takes back may. `onset` is when what it warns of begins, for a quake when it
    was. `web` is an http(s) address, or empty. `attribution` has to stand wherever the warning does, as "BMKG".
    `operator_only`: nothing may show it but a person.

    Raises NotAWarning for what is out of bounds.
    """

    source: str
    identifier: str
    sent: datetime
    effective: datetime
    expires: datetime
    kind: WarningKind
    event: str
    onset: datetime | None = None
    message: MessageKind = MessageKind.ALERT
    sender: str = ""
    severity: Severity = Severity.UNKNOWN
    urgency: Urgency = Urgency.UNKNOWN
    certainty: Certainty = Certainty.UNKNOWN
    headline: str = ""
    description: str = ""
    instruction: str = ""
    language: str = ""
    area_words: str = ""
    polygons: tuple[Ring, ...] = ()
    circles: tuple[Circle, ...] = ()
    geocodes: tuple[Geocode, ...] = ()
    web: str = ""
    references: tuple[Reference, ...] = ()
    attribution: str = ""
    operator_only: bool = False

    def __post_init__(self) -> None:
        _check_names(self)
        _check_times(self)
        for name, values, most in (
            ("polygons", self.polygons, MOST_POLYGONS),
            ("corners", [corner for ring in self.polygons for corner in ring], MOST_CORNERS),
            ("circles", self.circles, MOST_CIRCLES),
            ("geocodes", self.geocodes, MOST_GEOCODES),
            ("references", self.references, MOST_REFERENCES),
        ):
            if len(values) > most:
                raise NotAWarning(f"it has {len(values)} {name}; at most {most} are read")
        for ring in self.polygons:
            if len(ring) < 4 or ring[0] != ring[-1]:
                raise NotAWarning("a polygon is open, or has fewer than three corners")

    def is_meant_by(self, reference: Reference) -> bool:
        """Whether `reference` names this message; a sender who is given has to be the same one."""
        same_sender = reference.sender in ("", self.sender)
        same_time = reference.sent is None or reference.sent == self.sent
        return reference.identifier == self.identifier and same_sender and same_time


def _check_names(warning: Warning) -> None:
    if not warning.identifier.strip() or len(warning.identifier) > LONGEST_IDENTIFIER:
        raise NotAWarning(f"its identifier is empty, or longer than {LONGEST_IDENTIFIER} characters")
    bounds = {"event": LONGEST_HEADLINE, "headline": LONGEST_HEADLINE, "web": LONGEST_ADDRESS}
    for field in ("event", "headline", "description", "instruction", "area_words", "web", "sender"):
        if len(getattr(warning, field)) > bounds.get(field, LONGEST_WORDS):
            raise NotAWarning(f"its {field} is longer than {bounds.get(field, LONGEST_WORDS)} characters")


def _check_times(warning: Warning) -> None:
    for field in ("sent", "effective", "expires", "onset"):
        instant = getattr(warning, field)
        if instant is not None and instant.tzinfo is None:
            raise NotAWarning(f"{field} has no offset from UTC")
    if warning.expires <= warning.effective:
        raise NotAWarning(f"it expires {warning.expires:%Y-%m-%d %H:%M}, not after it begins")
    if warning.effective - warning.sent > LONGEST_VALIDITY:
        raise NotAWarning(f"it begins more than {LONGEST_VALIDITY.days} days after it was sent")
    if warning.expires - warning.effective > LONGEST_VALIDITY:
        raise NotAWarning(f"it is meant to hold for more than {LONGEST_VALIDITY.days} days")
