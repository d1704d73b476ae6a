"""Bounds of what crosses the line between agent and stage."""

from __future__ import annotations

from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from schedules.errors import InvalidValue

LATEST_MS = 1 << 43
LONGEST_MS = 366 * 86_400_000


def check_text(field: str, value: str, most: int, least: int = 0) -> None:
    """Text of `least` to `most` characters, without NUL."""
    if not isinstance(value, str) or not least <= len(value) <= most or "\0" in value:
        raise InvalidValue(field, f"{value!r:.60} is out of bounds; give {least} to {most} characters")


def check_zone(field: str, value: str) -> None:
    """The name of a time zone this machine knows, as ``Asia/Makassar``."""
    try:
        ZoneInfo(value)
    except (ZoneInfoNotFoundError, ValueError, OSError, TypeError):
        raise InvalidValue(field, f"{value!r:.60} is not a time zone; write one as Asia/Makassar") from None
