"""Reads what people type on a command line into values: sizes, hours, days, dates and instants.

Every function raises InvalidValue, which says what was typed and what may be typed instead.
"""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta

from schedules.daypart import EVERY_DAY, Hours
from schedules.display import zone
from schedules.errors import InvalidValue
from schedules.playlist import LONGEST, SHORTEST
from schedules.position import Position

_SIZE = re.compile(r"(\d{1,5})[xX](\d{1,5})\Z")
_OFFSET = re.compile(r"\+?(\d{1,5})\+(\d{1,5})\Z")
_TIME = re.compile(r"(\d{1,2})[:.](\d{2})(?:[:.](\d{2}))?\Z")
_ITEM = re.compile(r"(?P<name>.+):(?P<seconds>\d{1,5}(?:\.\d{1,3})?)\Z")
_CODE = re.compile(r"[B-DF-HJ-NP-TV-XZ]{8}\Z")
_DAY_CODES = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")

LONGEST_NIGHT = timedelta(hours=16)
YEARS = range(1970, 2200)
WEEKDAYS = {
    **dict.fromkeys(("mon", "monday", "sen", "senin"), 0),
    **dict.fromkeys(("tue", "tuesday", "sel", "selasa"), 1),
    **dict.fromkeys(("wed", "wednesday", "rab", "rabu"), 2),
    **dict.fromkeys(("thu", "thursday", "kam", "kamis"), 3),
    **dict.fromkeys(("fri", "friday", "jum", "jumat"), 4),
    **dict.fromkeys(("sat", "saturday", "sab", "sabtu"), 5),
    **dict.fromkeys(("sun", "sunday", "min", "minggu", "ahad"), 6),
}
"""Names of weekdays in English and Indonesian; Monday is 0."""
GROUPS_OF_DAYS = {
    **dict.fromkeys(("daily", "everyday", "tiap-hari", "setiap-hari"), EVERY_DAY),
    **dict.fromkeys(("weekdays", "hari-kerja"), EVERY_DAY[:5]),
    **dict.fromkeys(("weekend", "akhir-pekan"), EVERY_DAY[5:]),
}


def read_span(now: datetime, starts: str, ends: str, time_zone: str) -> tuple[datetime, datetime]:
    """Two instants as `read_instant`; without an end up to `now`, without a beginning the day before the end."""
    end = read_instant(ends, time_zone) if ends else now
    begins = read_instant(starts, time_zone) if starts else end - timedelta(days=1)
    if end <= begins:
        raise InvalidValue("to", f"{end:%Y-%m-%d %H:%M} UTC is not after the beginning; give a later end")
    return begins, end


def read_size(text: str) -> tuple[int, int]:
    """``640x384`` as width and height in pixels."""
    found = _SIZE.match(text.strip())
    if not found:
        raise InvalidValue("size", f"{text!r} is not a size; write width x height in pixels, like 640x384")
    return int(found[1]), int(found[2])


def read_offset(text: str) -> tuple[int, int]:
    """``0+96`` as x and y in pixels, from the upper left corner of the output."""
    found = _OFFSET.match(text.strip())
    if not found:
        raise InvalidValue("offset", f"{text!r} is not an offset; write X+Y in pixels, like 0+96")
    return int(found[1]), int(found[2])


def read_place(text: str) -> Position:
    """``-0.9516,122.7875`` as latitude and longitude in degrees."""
    latitude, _, longitude = text.partition(",")
    try:
        return Position(float(latitude), float(longitude))
    except ValueError as error:
        raise InvalidValue(
            "place", f"{text!r:.60} is no place; write LAT,LON in degrees, like -0.9516,122.7875"
        ) from error


def read_time(text: str) -> time:
    """``07:30`` (or ``07.30``) as a time of day; ``24:00`` is midnight."""
    found = _TIME.match(text.strip())
    if found:
        hour, minute, second = int(found[1]), int(found[2]), int(found[3] or 0)
        if (hour, minute, second) == (24, 0, 0):
            return time(0, 0)
        if hour < 24 and minute < 60 and second < 60:
            return time(hour, minute, second)
    raise InvalidValue("time", f"{text!r} is not a time of day; write hours and minutes, like 07:30")


def read_hours(starts: str, ends: str) -> Hours:
    """Hours of one day, or over midnight into the next; ``24:00`` is the day's end.

    More than LONGEST_NIGHT over midnight is far more often a slip than a wish: it has to be written with a plus, as
    ``+09:00``. Raises InvalidValue otherwise, and for hours that end where they begin.
    """
    meant = ends.startswith("+")
    first, last = read_time(starts), read_time(ends.removeprefix("+"))
    length = (_since_midnight(last) - _since_midnight(first)) % timedelta(days=1) or timedelta(days=1)
    over_midnight = last <= first and last != time(0, 0)
    if over_midnight and not meant and length > LONGEST_NIGHT:
        raise InvalidValue(
            "to",
            f"the hours end at {ends}, which is not after they begin at {starts}; "
            f"if {length.total_seconds() / 3600:g} hours over midnight are meant, write +{ends}",
        )
    return Hours(first, last)


def _since_midnight(moment: time) -> timedelta:
    return timedelta(hours=moment.hour, minutes=moment.minute, seconds=moment.second)


def read_days(text: str) -> tuple[int, ...]:
    """``mon,tue``, ``sen,sel``, ``weekdays`` or ``mon-fri`` as weekdays, Monday 0, in order."""
    days: set[int] = set()
    for word in text.lower().replace(" ", "").split(","):
        days.update(GROUPS_OF_DAYS.get(word) or _range_of_days(word))
    return tuple(sorted(days))


def _range_of_days(word: str) -> tuple[int, ...]:
    first, dash, last = word.partition("-")
    if first not in WEEKDAYS or (dash and last not in WEEKDAYS):
        raise InvalidValue("days", f"{word!r} is no weekday; write like mon,tue or sen,sel or weekdays or mon-fri")
    if not dash:
        return (WEEKDAYS[first],)
    count = (WEEKDAYS[last] - WEEKDAYS[first]) % 7 + 1
    return tuple((WEEKDAYS[first] + step) % 7 for step in range(count))


def rule_for(days: tuple[int, ...]) -> str:
    """The RRULE value for those weekdays; every day needs none but ``FREQ=DAILY``."""
    if days == EVERY_DAY:
        return "FREQ=DAILY"
    return "FREQ=WEEKLY;BYDAY=" + ",".join(_DAY_CODES[day] for day in days)


def read_date(text: str) -> date:
    """``2026-11-23``."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError as error:
        raise InvalidValue("date", f"{text!r} is not a date; write year-month-day, like 2026-11-23") from error


def read_instant(text: str, time_zone: str) -> datetime:
    """``2026-11-23T09:00`` as an instant in UTC: civil time of `time_zone`, unless it carries an offset or Z."""
    try:
        moment = datetime.fromisoformat(text.strip().replace(" ", "T", 1))
    except ValueError as error:
        raise InvalidValue("at", f"{text!r} is not an instant; write like 2026-11-23T09:00") from error
    if moment.year not in YEARS:
        raise InvalidValue("at", f"{text!r} is not within {YEARS[0]} to {YEARS[-1]}; write like 2026-11-23T09:00")
    if moment.tzinfo is None:
        moment = moment.replace(tzinfo=zone(time_zone))
    return moment.astimezone(UTC)


def read_item(text: str) -> tuple[str, timedelta | None]:
    """``NAME:SECONDS`` or ``NAME`` as the name of a medium and how long it shows (None: its own length)."""
    found = _ITEM.match(text)
    if not found:
        return text, None
    duration = timedelta(milliseconds=round(float(found["seconds"]) * 1000))
    if not SHORTEST <= duration <= LONGEST:
        raise InvalidValue("seconds", f"{found['seconds']} s in {text!r} is out of bounds; give 0.5 to 86400 seconds")
    return found["name"], duration


def read_code(text: str) -> str:
    """``bcdf ghjk`` as the enrolment code ``BCDF-GHJK``."""
    letters = re.sub(r"[\s-]", "", text).upper()
    if not _CODE.match(letters):
        raise InvalidValue("code", f"{text!r} is not a code; type the eight letters on the wall, like BCDF-GHJK")
    return f"{letters[:4]}-{letters[4:]}"
