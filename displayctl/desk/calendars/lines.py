"""An iCalendar file as events of named lines, within bounds; what the lines mean is left to `reading`.

Only folding, parameters and escapes are left to the library: its time zones are worked out from rules that a hostile
file may write so that they never end.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from icalendar.parser import Contentline, Contentlines

from displayctl.errors import CalendarRefused

LARGEST_BYTES = 8 << 20
MOST_LINES, MOST_EVENTS, MOST_LINES_OF_EVENT, LONGEST_LINE = 300_000, 2000, 400, 400_000
DEEPEST = 8
_NAME = re.compile(r"[A-Za-z0-9-]{1,64}(?=[;:])")
_READ = frozenset(
    {
        *("UID", "SUMMARY", "DTSTART", "DTEND", "DURATION", "RRULE", "EXRULE", "RDATE", "EXDATE", "RECURRENCE-ID"),
        *("STATUS", "SEQUENCE", "TZID", "TZOFFSETTO", "X-LIC-LOCATION", "X-WR-TIMEZONE"),
        *("X-DISPLAYCTL-SLOT", "X-DISPLAYCTL-SEEN", "X-DISPLAYCTL-PART"),
    }
)


@dataclass(frozen=True, slots=True)
class Line:
    """One property: its name in capitals, its parameters by name in capitals, its value without escapes."""

    name: str
    parameters: Mapping[str, str]
    value: str


@dataclass(frozen=True, slots=True)
class RawEvent:
    """The lines of an event that matter here; `unreadable` are those that are no lines of iCalendar."""

    lines: tuple[Line, ...]
    unreadable: int = 0

    def first(self, name: str) -> Line | None:
        return next((line for line in self.lines if line.name == name), None)

    def value(self, name: str) -> str:
        """The value of the first line called `name`; empty where there is none."""
        found = self.first(name)
        return found.value if found is not None else ""

    def all(self, name: str) -> tuple[Line, ...]:
        return tuple(line for line in self.lines if line.name == name)


@dataclass(frozen=True, slots=True)
class RawCalendar:
    """A file's events, the lines of its time zones by TZID, and the zone that floating times are meant in."""

    events: tuple[RawEvent, ...]
    zones: Mapping[str, tuple[Line, ...]] = field(default_factory=dict)
    time_zone: str = ""


def read_calendar(data: bytes) -> RawCalendar:
    """Raises CalendarRefused for what is no calendar, damaged in its structure, or too large."""
    if len(data) > LARGEST_BYTES:
        raise CalendarRefused(f"the calendar is larger than {LARGEST_BYTES >> 20} MiB; export fewer events at once")
    text = _decoded(data).replace("\r\n", "\n").replace("\r", "\n")
    if "BEGIN:VCALENDAR" not in text[:4096].upper():
        raise CalendarRefused("the file is no iCalendar file; export it as .ics and choose that")
    lines = Contentlines.from_ical(text)  # type: ignore[no-untyped-call]
    if len(lines) > MOST_LINES:
        raise CalendarRefused(f"the calendar has more than {MOST_LINES} lines; export fewer events at once")
    return _Components().read(lines)


def _decoded(data: bytes) -> str:
    if data[:2] in (b"\xff\xfe", b"\xfe\xff"):
        return data.decode("utf-16", "replace")
    return data.decode("utf-8-sig", "replace")


class _Components:
    """Walks through the nested parts of a file."""

    def __init__(self) -> None:
        self._open: list[str] = []
        self._events: list[RawEvent] = []
        self._zones: dict[str, tuple[Line, ...]] = {}
        self._lines: list[Line] = []
        self._unreadable = 0
        self._time_zone = ""

    def read(self, lines: Contentlines) -> RawCalendar:
        for line in lines:
            self._take(str(line))
        if self._open:
            raise CalendarRefused(f"the calendar ends within {self._open[-1]:.40}; it was cut off, export it again")
        return RawCalendar(tuple(self._events), self._zones, self._time_zone)

    def _take(self, line: str) -> None:
        word = line[:7].upper()
        if word.startswith("BEGIN:"):
            self._begin(line[6:].strip().upper())
        elif word.startswith("END:"):
            self._end(line[4:].strip().upper())
        elif self._open and line.strip():
            self._note(line)

    def _begin(self, name: str) -> None:
        if len(self._open) >= DEEPEST:
            raise CalendarRefused("the calendar's parts lie in each other too deep; export it with another program")
        self._open.append(name)
        if name in ("VEVENT", "VTIMEZONE"):
            self._lines, self._unreadable = [], 0

    def _end(self, name: str) -> None:
        if not self._open or self._open.pop() != name:
            raise CalendarRefused(f"the calendar has an END:{name:.40} that nothing began; export it again")
        if name == "VEVENT":
            if len(self._events) >= MOST_EVENTS:
                raise CalendarRefused(f"the calendar has more than {MOST_EVENTS} events; export fewer at once")
            self._events.append(RawEvent(tuple(self._lines), self._unreadable))
        elif name == "VTIMEZONE":
            called = next((line.value for line in self._lines if line.name == "TZID"), "")
            self._zones[called] = tuple(self._lines)

    def _note(self, line: str) -> None:
        part = self._open[-1]
        found = _NAME.match(line)
        name = found.group().upper() if found else ""
        if found is None:
            self._unreadable += part == "VEVENT"
        elif name in _READ and part in ("VCALENDAR", "VEVENT", "VTIMEZONE", "STANDARD", "DAYLIGHT"):
            self._keep(name, line)

    def _keep(self, name: str, line: str) -> None:
        parsed = _parsed(name, line) if len(line) <= LONGEST_LINE else None
        if parsed is None or len(self._lines) >= MOST_LINES_OF_EVENT:
            self._unreadable += 1
        elif self._open[-1] == "VCALENDAR":
            self._time_zone = self._time_zone or (parsed.value if name == "X-WR-TIMEZONE" else "")
        else:
            self._lines.append(parsed)


def _parsed(name: str, line: str) -> Line | None:
    try:
        _, parameters, value = Contentline(line).parts()  # type: ignore[no-untyped-call]
    except ValueError:
        return None
    return Line(name, dict(_plain(parameters.items())), value)


def _plain(parameters: object) -> Iterator[tuple[str, str]]:
    """Parameters with one text each; of several values the first."""
    for key, value in parameters:  # type: ignore[attr-defined]
        yield str(key).upper(), str(value[0] if isinstance(value, list) and value else value)
