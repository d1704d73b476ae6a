"""Bounds that the value types share. Every number and name from outside passes one of these."""

from __future__ import annotations

import re
from collections.abc import Sequence

from schedules.errors import InvalidValue

_ID = re.compile(r"\A[a-z0-9](?:[a-z0-9-]{0,62}[a-z0-9])?\Z")
_SHA256 = re.compile(r"\A[0-9a-f]{64}\Z")
_FORMAT = re.compile(r"\A\d{1,5}x\d{1,5}@\d{1,3}\Z")
_COLOUR = re.compile(r"\A#[0-9a-f]{6}\Z")
_CONTROL = re.compile("[\x00-\x1f\x7f\u2028\u2029\ud800-\udfff]")


def check_id(field: str, value: str) -> None:
    """An identifier: 1 to 64 of ``a-z 0-9 -``, no hyphen at either end. It may stand in a path or an address."""
    if not isinstance(value, str) or not _ID.match(value):
        raise InvalidValue(field, f"{value!r} is not an identifier; use 1 to 64 small letters, digits and hyphens")


def check_sha256(field: str, value: str) -> None:
    if not isinstance(value, str) or not _SHA256.match(value):
        raise InvalidValue(field, f"{value!r} is not a SHA-256 digest of 64 hexadecimal digits")


def check_format(field: str, value: str) -> None:
    """The name of a format of wall, as ``640x384@30``."""
    if not isinstance(value, str) or not _FORMAT.match(value):
        raise InvalidValue(field, f"{value!r:.60} is not a format of wall as 640x384@30")


def check_colour(field: str, value: str) -> None:
    """A colour written ``#rrggbb``, in small letters."""
    if not isinstance(value, str) or not _COLOUR.match(value):
        raise InvalidValue(field, f"{value!r:.40} is not a colour; write it as #rrggbb")


def check_name(field: str, value: str, most: int = 200) -> None:
    """A name people read: 1 to `most` characters on one line."""
    if not isinstance(value, str) or not value.strip() or len(value) > most or _CONTROL.search(value):
        raise InvalidValue(field, f"{value!r:.80} is not a name; write 1 to {most} characters on one line")


def check_int(field: str, value: int, least: int, most: int) -> None:
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise InvalidValue(field, f"{value!r} is out of bounds; give a whole number from {least} to {most}")


def check_count(field: str, values: Sequence[object], most: int, least: int = 0) -> None:
    if not isinstance(values, tuple) or not least <= len(values) <= most:
        raise InvalidValue(field, f"has {len(values)} items; give {least} to {most}")


def check_unique(field: str, names: Sequence[str]) -> None:
    seen: set[str] = set()
    for name in names:
        if name in seen:
            raise InvalidValue(field, f"{name!r} is listed twice; keep one of them")
        seen.add(name)
