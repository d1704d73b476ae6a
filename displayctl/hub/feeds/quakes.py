"""Reads BMKG's lists of earthquakes: the newest, the strong ones and the felt ones, which tell of the same again."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from content.places.district import distance_km
from displayctl.hub.feeds.indonesian import civil_instant, degrees
from displayctl.hub.feeds.json_tree import inside, read_json, words
from displayctl.hub.feeds.reading import Reading
from displayctl.hub.feeds.warning import (
    Certainty,
    Circle,
    Geocode,
    NotAWarning,
    Severity,
    Urgency,
    Warning,
    WarningKind,
)
from displayctl.hub.feeds.words import clean, denies_tsunami, one_line
from schedules.errors import InvalidValue
from schedules.position import Position

CLOCKS_DIFFER = timedelta(minutes=5)
HOLDS = timedelta(hours=6)
LONG_OVER = timedelta(hours=24)
SAME_WITHIN = timedelta(seconds=60)
SAME_WITHIN_KM = 100.0
MOST_RECORDS = 100
STRONGEST = 10.0
LARGEST_RADIUS_KM = 1_000.0
PLACES_AGREE_DEGREES = 0.1
MOST_FELT_PLACES = 50
DISTRICT = "kecamatan"
"""The name of geocodes that are the names of districts."""
_MMI = re.compile(r"\b(XII|XI|IX|IV|VIII|VII|VI|V|X|III|II|I)\b")
_ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")


@dataclass(frozen=True, slots=True)
class Quake:
    """One earthquake as a record tells of it; `felt` are places with their intensity (MMI), or nothing."""

    at: datetime
    place: Position
    magnitude: float
    depth: str
    area: str
    potential: str
    felt: str


def read_quakes(bodies: Iterable[bytes], source: str, now: datetime, attribution: str = "") -> Reading:
    """The earthquakes of BMKG's JSON files in `bodies`, each once, the newest first, as they stand at `now`.

    A file has one record or a list of them. What is broken is refused record by record. A quake counts for six hours.
    """
    found, complaints = [], []
    for body in bodies:
        try:
            for record in _records(body):
                try:
                    found.append(_quake(record, now))
                except NotAWarning as error:
                    complaints.append(f"a record of {words(record, 'Tanggal')} {words(record, 'Jam')}: {error}")
        except NotAWarning as error:
            complaints.append(str(error))
    fresh = [quake for quake in found if quake.at + LONG_OVER > now]
    warnings = tuple(_warning(same, source, attribution) for same in _groups(fresh))
    return Reading(warnings, tuple(dict.fromkeys(complaints)))


def felt_radius_km(magnitude: float) -> float:
    """How far from its epicentre a shallow quake may be felt, roughly: 45 km for 4, 100 for 5, 220 for 6, 500 for 7."""
    return min(LARGEST_RADIUS_KM, 10 ** (0.35 * magnitude + 0.25))


def strongest_intensity(felt: str) -> int:
    """The highest degree of the MMI scale, 1 to 12, in a text as "III Luwuk, II-III Toili"; 0 where it has none."""
    return max((_ROMAN.index(numeral) + 1 for numeral in _MMI.findall(felt)), default=0)


def felt_places(felt: str) -> tuple[str, ...]:
    """The places in a text as "III Luwuk, II-III Toili", without their intensity."""
    bare = (_MMI.sub(" ", part).strip(" -–.()\t\n") for part in felt.replace(";", ",").split(","))
    return tuple(dict.fromkeys(place[:100] for place in bare if place))[:MOST_FELT_PLACES]


def _records(body: bytes) -> Iterator[Mapping[str, object]]:
    found = inside(read_json(body), "Infogempa", "gempa")
    listed = found if isinstance(found, list) else [found]
    if len(listed) > MOST_RECORDS:
        raise NotAWarning(f"it has {len(listed)} records; at most {MOST_RECORDS} are read")
    for record in listed:
        if not isinstance(record, Mapping):
            raise NotAWarning("a record of it is not one of an earthquake")
        yield record


def _quake(record: Mapping[str, object], now: datetime) -> Quake:
    at = _at(record)
    if at > now + CLOCKS_DIFFER:
        raise NotAWarning(f"it was at {at:%Y-%m-%d %H:%M} UTC, which is yet to come")
    return Quake(
        at=at,
        place=_place(record),
        magnitude=_magnitude(words(record, "Magnitude")),
        depth=one_line(words(record, "Kedalaman"), 40),
        area=one_line(words(record, "Wilayah")),
        potential=one_line(words(record, "Potensi")),
        felt=clean(words(record, "Dirasakan")),
    )


def _at(record: Mapping[str, object]) -> datetime:
    """By the field that is in UTC, else by the civil date and time."""
    try:
        found = datetime.fromisoformat(words(record, "DateTime"))
        if found.tzinfo is not None:
            return found.astimezone(UTC)
    except (ValueError, OverflowError):
        pass
    return civil_instant(words(record, "Tanggal"), words(record, "Jam"))


def _place(record: Mapping[str, object]) -> Position:
    """By the words ("5.36 LU"), with which the pair "lat,lon" has to agree: elsewhere they write "lon,lat"."""
    latitude, _, longitude = words(record, "Coordinates").partition(",")
    try:
        pair = Position(float(latitude), float(longitude)) if longitude else None
        named = words(record, "Lintang"), words(record, "Bujur")
        said = Position(degrees(named[0]), degrees(named[1])) if all(named) else pair
    except (ValueError, InvalidValue) as error:
        raise error if isinstance(error, NotAWarning) else NotAWarning("its place is none on Earth") from error
    if said is None:
        raise NotAWarning("it does not say where it was")
    if pair is not None and max(abs(pair.latitude - said.latitude), abs(pair.longitude - said.longitude)) > (
        PLACES_AGREE_DEGREES
    ):
        raise NotAWarning("its two places contradict each other")
    return said


def _magnitude(text: str) -> float:
    try:
        found = float(text.replace(",", "."))
    except ValueError as error:
        raise NotAWarning(f"its magnitude is {text!r:.40}") from error
    if not math.isfinite(found) or not 0 < found <= STRONGEST:
        raise NotAWarning(f"its magnitude is {text!r:.40}")
    return found


def _groups(quakes: list[Quake]) -> list[list[Quake]]:
    """Records of the same quake together, by when and where it was; the newest quake first."""
    groups: list[list[Quake]] = []
    for quake in sorted(quakes, key=lambda each: each.at):
        for group in groups:
            near = distance_km(group[0].place, quake.place) <= SAME_WITHIN_KM
            if near and quake.at - group[0].at <= SAME_WITHIN:
                group.append(quake)
                break
        else:
            groups.append([quake])
    return groups[::-1]


def _warning(same: list[Quake], source: str, attribution: str) -> Warning:
    """The records of one quake as one: where it was felt, and its potential, stand in one list and not in the other."""
    first, told = same[0], max(same, key=lambda quake: (len(quake.felt), len(quake.potential)))
    potential = next((quake.potential for quake in same if quake.potential), "")
    wave = "tsunami" in potential.lower() and not denies_tsunami(potential)
    felt = f"Dirasakan (MMI): {told.felt}" if told.felt else ""
    return Warning(
        source=source,
        identifier=f"gempa-{first.at:%Y%m%dT%H%M%SZ}",
        sent=first.at,
        effective=first.at,
        onset=first.at,
        expires=first.at + HOLDS,
        kind=WarningKind.TSUNAMI if wave else WarningKind.QUAKE,
        event=f"Gempa bumi M {f'{told.magnitude:.1f}'.replace('.', ',')}",
        severity=Severity.SEVERE if wave else _severity(told),
        urgency=Urgency.IMMEDIATE if wave else Urgency.PAST,
        certainty=Certainty.LIKELY if wave else Certainty.OBSERVED,
        headline=told.area,
        description="\n".join(
            filter(None, (told.area, f"Kedalaman {told.depth}" if told.depth else "", potential, felt))
        ),
        language="id",
        area_words=told.felt or told.area,
        circles=(Circle(told.place.latitude, told.place.longitude, round(felt_radius_km(told.magnitude), 1)),),
        geocodes=tuple(Geocode(DISTRICT, place) for place in felt_places(told.felt)),
        attribution=attribution,
        operator_only=wave,
    )


def _severity(quake: Quake) -> Severity:
    """By how it was felt; where nobody has said so yet, by its magnitude."""
    felt = strongest_intensity(quake.felt)
    steps = ((8, 7.5, Severity.EXTREME), (6, 6.5, Severity.SEVERE), (4, 5.5, Severity.MODERATE))
    for intensity, magnitude, severity in steps:
        if felt >= intensity or (not felt and quake.magnitude >= magnitude):
            return severity
    return Severity.MINOR
