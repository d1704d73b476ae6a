"""Reads BMKG's public forecast for a village, which is three days in steps of three hours, and tells of today."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta, tzinfo

from content.places.gazetteer import Gazetteer
from displayctl.hub.cards.civil import day, hour
from displayctl.hub.cards.told import Told, card
from displayctl.hub.feeds.indonesian import ZONES
from displayctl.hub.feeds.json_tree import inside, read_json, words
from displayctl.hub.feeds.warning import NotAWarning
from displayctl.hub.feeds.words import one_line

GOOD_FOR = timedelta(hours=6)
"""How long figures may stand after BMKG gave them."""
OLDEST_ANALYSIS = timedelta(hours=36)
"""BMKG computes its forecast twice a day; what is older than this was forgotten somewhere."""
MOST_STEPS = 200
MOST_TOLD = 4
SKIES = {
    0: "Cerah",
    1: "Cerah berawan",
    2: "Cerah berawan",
    3: "Berawan",
    4: "Berawan tebal",
    5: "Udara kabur",
    10: "Asap",
    45: "Kabut",
    60: "Hujan ringan",
    61: "Hujan sedang",
    63: "Hujan lebat",
    80: "Hujan lokal",
    95: "Hujan petir",
    97: "Hujan petir",
}
"""By BMKG's code: no words of the feed's own come onto a wall where a code says the same."""
_ZONE_NAMES = {
    "Asia/Jakarta": "WIB",
    "Asia/Pontianak": "WIB",
    "Asia/Makassar": "WITA",
    "Asia/Jayapura": "WIT",
}


@dataclass(frozen=True, slots=True)
class Step:
    """The sky, and how warm it is, from `at` on for three hours."""

    at: datetime
    sky: str
    degrees: int


def read_weather(body: bytes, now: datetime, gazetteer: Gazetteer, place: str) -> Told:
    """The card for the village `place`, as the forecast in `body` has it for the rest of today at `now`.

    Steps that are broken or of unknown weather are passed over. Raises NotAWarning where nothing of today is left, or
    the forecast is for another place, or was computed long ago.
    """
    found = read_json(body)
    where = inside(found, "lokasi")
    if not isinstance(where, Mapping) or words(where, "adm4") != place:
        raise NotAWarning(f"it is not a forecast for {place}")
    zone_name = _ZONE_NAMES.get(words(where, "timezone"))
    if zone_name is None:
        raise NotAWarning(f"its zone of time is {words(where, 'timezone')!r:.40}, which is none of Indonesia's")
    zone, records = ZONES[zone_name], tuple(_records(found))
    analysed = [instant for instant in map(_analysis, records) if instant is not None]
    if not analysed or not now - OLDEST_ANALYSIS < max(analysed) <= now + timedelta(hours=1):
        raise NotAWarning("it does not say when it was computed, or that was long ago")
    today = _rest_of_today([step for step in map(_step, records) if step is not None], now, zone)
    if not today:
        raise NotAWarning("it has nothing about the rest of today")
    lines = tuple(f"{hour(step.at, zone)}  {step.sky}, {step.degrees}°C" for step in today)
    about = f"data {day(max(analysed), zone)} {hour(max(analysed), zone)} {zone_name}"
    title = f"Cuaca {_named(where, gazetteer, place)}, {day(now, zone)}"
    return Told(card(title, lines, about), now + GOOD_FOR)


def _records(found: object) -> Iterator[Mapping[str, object]]:
    """The steps of the first place in it: a list a day, or one list."""
    data = inside(found, "data")
    first = data[0] if isinstance(data, list) and data else {}
    days = inside(first, "cuaca")
    listed = days if isinstance(days, list) else []
    flat = [each for several in listed for each in (several if isinstance(several, list) else [several])]
    if len(flat) > MOST_STEPS:
        raise NotAWarning(f"it has {len(flat)} steps; at most {MOST_STEPS} are read")
    yield from (each for each in flat if isinstance(each, Mapping))


def _step(record: Mapping[str, object]) -> Step | None:
    try:
        sky = SKIES.get(_number(record, "weather", 0, 200))
        at = _instant(words(record, "datetime") or words(record, "utc_datetime"))
        return None if sky is None else Step(at, sky, _number(record, "t", -10, 55))
    except NotAWarning:
        return None


def _analysis(record: Mapping[str, object]) -> datetime | None:
    try:
        return _instant(words(record, "analysis_date"))
    except NotAWarning:
        return None


def _instant(text: str) -> datetime:
    """What has no offset is UTC there. Raises NotAWarning."""
    try:
        found = datetime.fromisoformat(text)
    except ValueError as error:
        raise NotAWarning(f"{text!r:.40} is not an instant") from error
    return found.replace(tzinfo=UTC) if found.tzinfo is None else found.astimezone(UTC)


def _number(record: Mapping[str, object], name: str, least: int, most: int) -> int:
    try:
        found = round(float(words(record, name)))
    except (ValueError, OverflowError) as error:
        raise NotAWarning(f"its {name} is no number") from error
    if not least <= found <= most:
        raise NotAWarning(f"its {name} is {found}")
    return found


def _rest_of_today(steps: list[Step], now: datetime, zone: tzinfo) -> list[Step]:
    today = now.astimezone(zone).date()
    left = {step.at: step for step in steps if step.at > now - timedelta(hours=3)}
    return [left[at] for at in sorted(left) if at.astimezone(zone).date() == today][:MOST_TOLD]


def _named(where: Mapping[str, object], gazetteer: Gazetteer, place: str) -> str:
    """Our own name of the kecamatan where we have it, else theirs."""
    ours = next((district.name for district in gazetteer.districts if district.code == place[:8]), "")
    return ours or one_line(words(where, "kecamatan") or words(where, "desa"), 60) or place
