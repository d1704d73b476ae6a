"""How BMKG writes instants and places: "14 Agu 2026", "08:14:48 WIB", "15-08-26", "5.36 LU"."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, time, timedelta, timezone

from displayctl.hub.feeds.warning import NotAWarning

ZONES = {
    "WIB": timezone(timedelta(hours=7)),
    "WITA": timezone(timedelta(hours=8)),
    "WIT": timezone(timedelta(hours=9)),
    "UTC": UTC,
    "GMT": UTC,
}
_MONTHS = (
    ("jan",), ("feb", "peb"), ("mar",), ("apr",), ("mei", "may"), ("jun",),
    ("jul",), ("agu", "ags", "agt", "aug"), ("sep",), ("okt", "oct"), ("nov", "nop"), ("des", "dec"),
)  # fmt: skip
_DATE_FIRST = re.compile(r"\A(\d{1,2})[\s/-]+([A-Za-z]{3,9}|\d{1,2})[\s/-]+(\d{4}|\d{2})\Z", re.ASCII)
_YEAR_FIRST = re.compile(r"\A(\d{4})-(\d{1,2})-(\d{1,2})\Z", re.ASCII)
_TIME = re.compile(r"\A(\d{1,2})[:.](\d{2})(?:[:.](\d{2})(?:\.\d+)?)?\s*([A-Z]{3,4})?\Z", re.ASCII)
_DEGREES = re.compile(r"\A(\d{1,3}(?:[.,]\d{1,10})?)\s*°?\s*(LU|LS|BT|BB)\Z", re.ASCII | re.IGNORECASE)


def civil_instant(day: str, hour: str) -> datetime:
    """The instant of a date and a time of day, in UTC; without the name of a zone it is Western Indonesia's (WIB).

    Two figures of a year are of this century. Raises NotAWarning.
    """
    match = _TIME.match(hour.strip())
    if match is None or (match[4] and match[4] not in ZONES):
        raise NotAWarning(f"{hour!r:.40} is not a time as 08:14:48 WIB")
    zone = ZONES[match[4] or "WIB"]
    try:
        at = time(int(match[1]), int(match[2]), int(match[3] or 0), tzinfo=zone)
    except ValueError as error:
        raise NotAWarning(f"{hour!r:.40} is no time of day") from error
    return datetime.combine(_day(day), at).astimezone(UTC)


def instant_of_words(text: str) -> datetime:
    """One text with date and time, such as "15/08/2026 07:36:30 WIB" or "2026-08-15T07:36:30+07:00"; in UTC.

    Raises NotAWarning.
    """
    words = text.strip()
    try:
        found = datetime.fromisoformat(words)
        if found.tzinfo is not None:
            return found.astimezone(UTC)
    except (ValueError, OverflowError):
        pass
    day, _, hour = words.replace("T", " ", 1).partition(" ") if _YEAR_FIRST.match(words[:10]) else _parted(words)
    return civil_instant(day, hour)


def degrees(text: str) -> float:
    """Degrees of "5.36 LU" (north), "1,2 LS" (south), "125.34 BT" (east), "1 BB" (west). Raises NotAWarning."""
    match = _DEGREES.match(text.strip())
    if match is None:
        raise NotAWarning(f"{text!r:.40} is not degrees as 5.36 LU")
    value = float(match[1].replace(",", "."))
    return -value if match[2].upper() in ("LS", "BB") else value


def _parted(words: str) -> tuple[str, str, str]:
    """Where the time of day begins: before the first word with a colon."""
    day, _, hour = words.partition(":")
    day, _, first = day.rstrip().rpartition(" ")
    return day, " ", f"{first}:{hour}"


def _day(text: str) -> date:
    words = text.strip()
    try:
        if match := _YEAR_FIRST.match(words):
            return date(int(match[1]), int(match[2]), int(match[3]))
        if match := _DATE_FIRST.match(words):
            year = int(match[3])
            return date(year + 2000 if year < 100 else year, _month(match[2]), int(match[1]))
    except ValueError as error:
        raise NotAWarning(f"{text!r:.40} is no day of the calendar") from error
    raise NotAWarning(f"{text!r:.40} is not a date as 14 Agu 2026")


def _month(word: str) -> int:
    """Raises ValueError."""
    if word.isdecimal():
        return int(word)
    for number, names in enumerate(_MONTHS, start=1):
        if word[:3].lower() in names:
            return number
    raise ValueError(f"{word!r} is no month")
