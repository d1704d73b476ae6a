"""Reading plain values (what JSON can hold) strictly: every complaint names the path to the field it is about."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from enum import Enum
from typing import Any, Generic, TypeAlias, TypeVar

from schedules.errors import InvalidValue, UnreadableDocument

Plain: TypeAlias = Any  # str, int, bool, None, and lists and dicts of these
T = TypeVar("T")
E = TypeVar("E", bound=Enum)

_INSTANT = re.compile(r"\A\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}(?:\d{3})?Z\Z")
_DAY = re.compile(r"\A\d{4}-\d\d-\d\d\Z")
_SURROGATE = re.compile("[\ud800-\udfff]")
_LONGEST_TEXT = 2000
_LONGEST_DURATION_MS = 366 * 86_400_000


@dataclass(frozen=True, slots=True)
class Kind(Generic[T]):
    """How one sort of value is written to a plain one, and read back from it; `read` is given the path."""

    write: Callable[[T], Plain]
    read: Callable[[Plain, str], T]


@dataclass(frozen=True, slots=True)
class Added(Kind[T]):
    """The kind of a field that older documents lack: it is written only where it is not `default`."""

    default: T


@dataclass(frozen=True, slots=True)
class Field:
    """One field of a form: its name on the wire, the attribute it holds, and its kind."""

    wire: str
    attribute: str
    kind: Kind[Any]

    def is_left_out(self, value: object) -> bool:
        """Whether a document says nothing of this field where it is `value`."""
        return isinstance(self.kind, Added) and value == self.kind.default


def form(make: Callable[..., T], renamed: Mapping[str, str] | None = None, **kinds: Kind[Any]) -> Kind[T]:
    """A value written as a dict with these fields and no others; `renamed` gives attributes another name on the wire.

    A field of an `added` kind may be missing; every other one is required.
    """
    names_on_wire = renamed or {}
    fields = tuple(Field(names_on_wire.get(name, name), name, kind) for name, kind in kinds.items())
    names = frozenset(field.wire for field in fields)
    required = sorted(field.wire for field in fields if not isinstance(field.kind, Added))

    def write(value: T) -> Plain:
        found = ((field, getattr(value, field.attribute)) for field in fields)
        return {field.wire: field.kind.write(value) for field, value in found if not field.is_left_out(value)}

    def read(plain: Plain, path: str) -> T:
        _check_fields(plain, path, names, required)
        given = [field for field in fields if field.wire in plain]
        values = {field.attribute: field.kind.read(plain[field.wire], f"{path}.{field.wire}") for field in given}
        return _made(make, values, path)

    return Kind(write, read)


def document(kind: str, version: int, body: Kind[T]) -> Kind[T]:
    """A whole document: `body` with a header that says what it is and of which version."""

    def write(value: T) -> Plain:
        return {"kind": kind, "version": version, **body.write(value)}

    def read(plain: Plain, path: str) -> T:
        if not isinstance(plain, Mapping):
            raise UnreadableDocument(f"{path}: is {_named(plain)}, not a document; expected a {kind}")
        _check_header(plain, path, kind, version)
        return body.read({name: plain[name] for name in plain if name not in ("kind", "version")}, path)

    return Kind(write, read)


def added(kind: Kind[T], default: T) -> Added[T]:
    """A field that came after documents were first written: `default` is what it is where a document lacks it.

    The value's own default has to be the same.
    """
    return Added(kind.write, kind.read, default)


def optional(kind: Kind[T]) -> Kind[T | None]:
    """The value, or null."""

    def write(value: T | None) -> Plain:
        return None if value is None else kind.write(value)

    def read(plain: Plain, path: str) -> T | None:
        return None if plain is None else kind.read(plain, path)

    return Kind(write, read)


def several(kind: Kind[T]) -> Kind[tuple[T, ...]]:
    """A list of values, in order."""

    def read(plain: Plain, path: str) -> tuple[T, ...]:
        if not isinstance(plain, list):
            raise UnreadableDocument(f"{path}: is {_named(plain)}, not a list")
        return tuple(kind.read(item, f"{path}[{index}]") for index, item in enumerate(plain))

    return Kind(lambda values: [kind.write(value) for value in values], read)


def choice(of: type[E]) -> Kind[E]:
    """A member of an enumeration, by its value."""

    def read(plain: Plain, path: str) -> E:
        for member in of:
            if member.value == plain and type(plain) in (str, int):
                return member
        raise InvalidValue(path, f"{plain!r:.60} is not one of {', '.join(str(member.value) for member in of)}")

    return Kind(lambda member: member.value, read)


def _text(plain: Plain, path: str) -> str:
    if not isinstance(plain, str):
        raise UnreadableDocument(f"{path}: is {_named(plain)}, not text")
    if len(plain) > _LONGEST_TEXT or _SURROGATE.search(plain):
        raise InvalidValue(path, f"is longer than {_LONGEST_TEXT} characters or has characters that are none")
    return plain


def _number(plain: Plain, path: str) -> int:
    if not isinstance(plain, int) or isinstance(plain, bool):
        raise UnreadableDocument(f"{path}: is {_named(plain)}, not a whole number")
    return plain


def _flag(plain: Plain, path: str) -> bool:
    if not isinstance(plain, bool):
        raise UnreadableDocument(f"{path}: is {_named(plain)}, not true or false")
    return plain


def _instant(plain: Plain, path: str) -> datetime:
    text = _text(plain, path)
    try:
        if not _INSTANT.match(text):
            raise ValueError(text)
        return datetime.fromisoformat(text[:-1]).replace(tzinfo=UTC)
    except ValueError:
        raise InvalidValue(path, f"{text!r:.60} is not an instant as 2026-11-22T01:02:03.456Z") from None


def _write_instant(instant: datetime) -> str:
    timespec = "microseconds" if instant.microsecond % 1000 else "milliseconds"
    return instant.replace(tzinfo=None).isoformat(timespec=timespec) + "Z"


def _day(plain: Plain, path: str) -> date:
    text = _text(plain, path)
    try:
        if not _DAY.match(text):
            raise ValueError(text)
        return date.fromisoformat(text)
    except ValueError:
        raise InvalidValue(path, f"{text!r:.60} is not a date as 2026-11-22") from None


def _duration(plain: Plain, path: str) -> timedelta:
    milliseconds = _number(plain, path)
    if not 0 <= milliseconds <= _LONGEST_DURATION_MS:
        raise InvalidValue(path, f"{milliseconds!r:.40} ms is out of bounds; give at most {_LONGEST_DURATION_MS}")
    return timedelta(milliseconds=milliseconds)


TEXT: Kind[str] = Kind(str, _text)
NUMBER: Kind[int] = Kind(int, _number)
FLAG: Kind[bool] = Kind(bool, _flag)
INSTANT: Kind[datetime] = Kind(_write_instant, _instant)
DAY: Kind[date] = Kind(date.isoformat, _day)
DURATION: Kind[timedelta] = Kind(lambda value: value // timedelta(milliseconds=1), _duration)


def _check_header(plain: Mapping[str, Plain], path: str, kind: str, version: int) -> None:
    found = plain.get("version")
    if plain.get("kind") != kind:
        raise UnreadableDocument(f"{path}.kind: is {plain.get('kind')!r:.60}; expected {kind!r}")
    if not isinstance(found, int) or isinstance(found, bool) or found < 1:
        raise UnreadableDocument(f"{path}.version: is {found!r:.60}, not a version number")
    if found > version:
        raise UnreadableDocument(
            f"{path}.version: is {found!r:.60}; this program reads up to {version}, so update the program"
        )


def _check_fields(plain: Plain, path: str, names: frozenset[str], required: Sequence[str]) -> None:
    if not isinstance(plain, Mapping):
        raise UnreadableDocument(f"{path}: is {_named(plain)}, not a set of fields")
    for name in plain:
        if name not in names:
            raise UnreadableDocument(f"{path}.{name!s:.60}: is not a field this version knows")
    for name in required:
        if name not in plain:
            raise UnreadableDocument(f"{path}.{name}: is missing")


def _made(make: Callable[..., T], values: dict[str, Any], path: str) -> T:
    try:
        return make(**values)
    except InvalidValue as error:
        raise InvalidValue(f"{path}.{error.field.rpartition('.')[2]}", error.message) from error


def _named(plain: Plain) -> str:
    return "nothing" if plain is None else f"a value of type {type(plain).__name__}"
