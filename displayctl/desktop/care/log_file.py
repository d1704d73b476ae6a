"""Reading a log file of any size: pages of entries backwards from its end, what was added since, and a place in time.

A file may hold lines of JSON, lines of libraries (``WARNING name: words``), what the hub says when it begins, and what
belongs to the entry before them, such as the lines of a traceback. It may grow, or be begun anew, while it is read.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from enum import IntEnum
from pathlib import Path
from typing import BinaryIO

CHUNK_BYTES = 256 << 10
BUDGET_BYTES = 8 << 20
"""How much is read for one page; a search through more goes on with the next."""
LONGEST_ENTRY = 64 << 10
MOST_ENTRIES = 300
_PLAIN = re.compile(r"\A(DEBUG|INFO|WARNING|ERROR|CRITICAL) ([^\s:]+): ?(.*)", re.DOTALL)
_BEGINNINGS = b"{", b"displayctl hub: "
_OWN = frozenset({"event", "level", "timestamp", "exception"})


class Level(IntEnum):
    """How bad it is."""

    DEBUG = 10
    INFO = 20
    WARNING = 30
    ERROR = 40
    CRITICAL = 50


@dataclass(frozen=True, slots=True)
class LogEntry:
    """`event` is what is said, `facts` what goes with it, `more` a traceback or what else follows; `at` is None where
    the line tells no time. `place` is where it begins in the file, in bytes.
    """

    at: datetime | None
    level: Level
    event: str
    facts: tuple[tuple[str, str], ...] = ()
    more: str = ""
    place: int = 0


@dataclass(frozen=True, slots=True)
class LogFilter:
    """`words` may stand anywhere in an entry; capitals do not count."""

    least: Level = Level.DEBUG
    words: str = ""

    def holds(self, text: str) -> bool:
        """Whether the words are in an entry's lines: asked first, as reading an entry takes ten times as long."""
        return not self.words or self.words.casefold() in text.casefold()


@dataclass(frozen=True, slots=True)
class LogPage:
    """Entries, oldest first, of the bytes from `starts` to `ends`. At `starts` 0 there is nothing older."""

    entries: tuple[LogEntry, ...]
    starts: int
    ends: int


@dataclass(slots=True)
class _Raw:
    place: int
    lines: list[bytes] = field(default_factory=list)


class LogFile:
    """A log file. Raises OSError where it cannot be read; a missing one is empty."""

    def __init__(self, path: Path) -> None:
        self.path = path

    def size_bytes(self) -> int:
        try:
            return self.path.stat().st_size
        except FileNotFoundError:
            return 0

    def before(
        self, place: int | None, wish: LogFilter, most: int = MOST_ENTRIES, budget: int = BUDGET_BYTES
    ) -> LogPage:
        """At most `most` entries that end before `place` (None: the end), after reading `budget` bytes at most."""
        ends = self.size_bytes() if place is None else min(place, self.size_bytes())
        found: list[LogEntry] = []
        starts = ends
        for raw in self._backwards(ends):
            starts = raw.place
            found += _fitting(raw, wish)
            if len(found) >= most or ends - starts >= budget:
                break
        else:
            starts = 0
        return LogPage(tuple(reversed(found)), starts, ends)

    def after(self, place: int, wish: LogFilter, budget: int = BUDGET_BYTES) -> LogPage:
        """What was added since `place`, whole lines only. Where the file was begun anew, from its beginning."""
        size = self.size_bytes()
        starts = place if place <= size else 0
        if size == starts:
            return LogPage((), starts, starts)
        with self.path.open("rb") as file:
            file.seek(starts)
            data = file.read(min(budget, size - starts))
        whole = data.rfind(b"\n") + 1
        if not whole and len(data) > LONGEST_ENTRY:
            whole = len(data)
        entries = [entry for raw in _grouped(data[:whole], starts) for entry in _fitting(raw, wish)]
        return LogPage(tuple(entries), starts, starts + whole)

    def place_of(self, instant: datetime) -> int:
        """Where the first entry at or after `instant` begins; the end where there is none. Halves the file."""
        low, high = 0, self.size_bytes()
        while high - low > CHUNK_BYTES:
            middle = (low + high) // 2
            found = self._first_timed(middle, high)
            if found is None or found.at is None or found.at >= instant:
                high = middle
            else:
                low = found.place
        with self.path.open("rb") as file:
            file.seek(low)
            data = file.read(2 * CHUNK_BYTES)
        for raw in _grouped(data, low):
            entry = _entry(raw)
            if entry.at is not None and entry.at >= instant:
                return entry.place
        return min(low + len(data), self.size_bytes())

    def _first_timed(self, place: int, ends: int) -> LogEntry | None:
        with self.path.open("rb") as file:
            file.seek(place)
            data = file.read(min(CHUNK_BYTES, ends - place))
        skipped = data.find(b"\n") + 1
        for raw in _grouped(data[skipped:], place + skipped):
            entry = _entry(raw)
            if entry.at is not None:
                return entry
        return None

    def _backwards(self, ends: int) -> Iterator[_Raw]:
        """Entries from `ends` on towards the beginning. A line too long to be true is cut."""
        if not ends:
            return
        waiting: list[bytes] = []
        with self.path.open("rb") as file:
            for place, line in _lines_backwards(file, ends):
                waiting.append(line[:LONGEST_ENTRY])
                if _begins(line) or place == 0 or len(waiting) > 400:
                    yield _Raw(place, waiting[::-1])
                    waiting = []


def _lines_backwards(file: BinaryIO, ends: int) -> Iterator[tuple[int, bytes]]:
    """Lines without their ends, with their places, from the byte `ends` on to the beginning."""

    rest, place = b"", ends
    first = True
    while place > 0:
        size = min(CHUNK_BYTES, place)
        place -= size
        file.seek(place)
        data = file.read(size) + rest
        if first:
            data, first = data.removesuffix(b"\n"), False
        lines = data.split(b"\n")
        rest = lines[0] if len(lines[0]) <= 4 * CHUNK_BYTES else lines[0][:LONGEST_ENTRY]
        at = place + len(lines[0]) + 1
        placed = []
        for line in lines[1:]:
            placed.append((at, line))
            at += len(line) + 1
        yield from reversed(placed)
    if rest or ends:
        yield 0, rest


def _grouped(data: bytes, place: int) -> Iterator[_Raw]:
    raw: _Raw | None = None
    for line in data.split(b"\n"):
        if line or raw is not None:
            if raw is None or _begins(line):
                if raw is not None:
                    yield raw
                raw = _Raw(place)
            raw.lines.append(line[:LONGEST_ENTRY])
        place += len(line) + 1
    if raw is not None:
        yield raw


def _begins(line: bytes) -> bool:
    return line.startswith(_BEGINNINGS) or _PLAIN.match(line[:200].decode(errors="replace")) is not None


def _fitting(raw: _Raw, wish: LogFilter) -> tuple[LogEntry, ...]:
    """The entry, if it is looked for."""
    if not wish.holds(b"\n".join(raw.lines).decode(errors="replace")):
        return ()
    entry = _entry(raw)
    return (entry,) if entry.level >= wish.least else ()


def _entry(raw: _Raw) -> LogEntry:
    first, *others = [line.decode(errors="replace") for line in raw.lines]
    more = "\n".join(others).strip("\n")
    found = _json_entry(first) or _plain_entry(first)
    joined = "\n".join(part for part in (found.more, more) if part)
    return replace(found, more=joined[-LONGEST_ENTRY:], place=raw.place)


def _json_entry(line: str) -> LogEntry | None:
    if not line.startswith("{"):
        return None
    try:
        plain = json.loads(line)
    except (ValueError, RecursionError):
        return None
    if not isinstance(plain, dict):
        return None
    facts = tuple((str(name), _fact(value)) for name, value in plain.items() if name not in _OWN)
    level = Level.__members__.get(str(plain.get("level", "info")).upper(), Level.INFO)
    more = str(plain.get("exception", ""))
    return LogEntry(_instant(plain.get("timestamp")), level, str(plain.get("event", "")), facts, more)


def _plain_entry(line: str) -> LogEntry:
    match = _PLAIN.match(line)
    if match is None:
        return LogEntry(None, Level.INFO, line)
    return LogEntry(None, Level[match[1]], match[3] or match[2], (("logger", match[2]),))


def _fact(value: object) -> str:
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)


def _instant(value: object) -> datetime | None:
    try:
        found = datetime.fromisoformat(str(value))
    except ValueError:
        return None
    return found if found.tzinfo is not None else found.replace(tzinfo=UTC)
