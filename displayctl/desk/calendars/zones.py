"""The time zones that calendars name: those of the database, Windows' words, addresses before a name, offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime, timedelta, timezone, tzinfo

from icalendar.timezone.windows_to_olson import WINDOWS_TO_OLSON

from displayctl.desk.calendars.lines import Line
from schedules.display import zone
from schedules.errors import InvalidValue

LONGEST_NAME = 200
_INDONESIAN = {"WIB": "Asia/Jakarta", "WITA": "Asia/Makassar", "WIT": "Asia/Jayapura"}
_UTC = {"UTC", "GMT", "Z", "ETC/UTC"}
_WRITTEN = re.compile(r"\(?(?:UTC|GMT)\s*([+-])(\d{1,2}):?(\d{2})?\)?", re.IGNORECASE)
_OFFSET = re.compile(r"([+-])(\d{2})(\d{2})(?:\d{2})?\Z")
_NAME = re.compile(r"[A-Za-z0-9_+-]{1,40}(?:/[A-Za-z0-9_+-]{1,40}){0,2}\Z")


def zone_called(name: str, described: Mapping[str, tuple[Line, ...]]) -> tzinfo | None:
    """The zone that a TZID means; None where nobody can know.

    A name of the database wins over what the file says of it. A zone that only the file knows is taken where its clocks
    never change.
    """
    name = name.strip().strip('"')[:LONGEST_NAME]
    if name.upper() in _UTC:
        return UTC
    for candidate in _candidates(name):
        found = _known(candidate)
        if found is not None:
            return found
    lines = described.get(name, ())
    location = next((line.value for line in lines if line.name == "X-LIC-LOCATION"), "")
    return _known(location) or _steady_offset(lines) or _written_offset(name)


def is_steady(civil: tzinfo, around: datetime) -> bool:
    """Whether clocks there do not change in the two years after `around`."""
    return len({_offset(civil, around + timedelta(days=61 * step)) for step in range(13)}) == 1


def agree(one: tzinfo, other: tzinfo, around: datetime) -> bool:
    """Whether two zones have the same clocks in the two years after `around`."""
    steps = (around + timedelta(days=61 * step) for step in range(13))
    return all(_offset(one, step) == _offset(other, step) for step in steps)


def _offset(civil: tzinfo, moment: datetime) -> timedelta | None:
    return moment.replace(tzinfo=civil).utcoffset()


def _candidates(name: str) -> Iterator[str]:
    yield name
    yield WINDOWS_TO_OLSON.get(name, "")
    yield _INDONESIAN.get(name.upper(), "")
    parts = [part for part in name.split("/") if part]
    for count in (3, 2):  # as /freeassociation.sourceforge.net/Asia/Makassar
        if len(parts) > count:
            yield "/".join(parts[-count:])


def _known(name: str) -> tzinfo | None:
    if not _NAME.match(name) or ".." in name:
        return None
    try:
        return zone(name)
    except InvalidValue:
        return None


def _steady_offset(lines: tuple[Line, ...]) -> tzinfo | None:
    offsets = {line.value.strip() for line in lines if line.name == "TZOFFSETTO"}
    found = _OFFSET.match(offsets.pop()) if len(offsets) == 1 else None
    return _fixed(*found.groups()) if found else None


def _written_offset(name: str) -> tzinfo | None:
    """As ``(UTC+08:00) Kuala Lumpur, Singapore``."""
    found = _WRITTEN.match(name)
    return _fixed(found[1], found[2], found[3] or "0") if found else None


def _fixed(sign: str, hours: str, minutes: str) -> tzinfo | None:
    length = timedelta(hours=int(hours), minutes=int(minutes))
    if length >= timedelta(hours=24):
        return None
    return timezone(-length if sign == "-" else length)
