"""Places and times of warnings in the words people use: names of our own gazetteer, clocks of the walls' zone."""

from __future__ import annotations

import math
from collections.abc import Sequence
from datetime import datetime
from zoneinfo import ZoneInfo

from content.places.district import District, distance_km
from content.places.gazetteer import Gazetteer
from schedules.calendar_names import SHORT_MONTHS
from schedules.position import Position

MOST_NAMED = 4
NEAR_KM = 3.0
_WAYS = ("utara", "timur laut", "timur", "tenggara", "selatan", "barat daya", "barat", "barat laut")


def districts_words(names: Sequence[str], gazetteer: Gazetteer) -> str:
    """As ``Luwuk, Kintom dan Batui``; of many the first few and how many more; empty for none."""
    if len(names) == len(gazetteer.districts):
        return f"Seluruh {gazetteer.name}"
    if len(names) > MOST_NAMED:
        return f"{', '.join(names[: MOST_NAMED - 1])} dan {len(names) - MOST_NAMED + 1} kecamatan lain"
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} dan {names[-1]}"


def point_words(at: Position, gazetteer: Gazetteer) -> str:
    """Where a point lies, as ``24 km tenggara Luwuk``, by the district whose own point is nearest."""
    near: District = gazetteer.nearest(at)
    distance = distance_km(near.position, at)
    if distance < NEAR_KM:
        return near.name
    return f"{distance:.0f} km {_way(near.position, at)} {near.name}"


def hour_words(instant: datetime, zone: ZoneInfo, now: datetime) -> str:
    """As ``18.30 WITA``, with the day where it is another one than today's: ``23 Nov 01.00 WITA``."""
    local, today = instant.astimezone(zone), now.astimezone(zone).date()
    clock = f"{local:%H.%M} {local.tzname()}"
    return clock if local.date() == today else f"{local.day} {SHORT_MONTHS[local.month - 1]} {clock}"


def _way(here: Position, there: Position) -> str:
    north = there.latitude - here.latitude
    east = (there.longitude - here.longitude) * math.cos(math.radians(here.latitude))
    return _WAYS[round(math.degrees(math.atan2(east, north)) / 45) % 8]
