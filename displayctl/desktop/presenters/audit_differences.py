"""What an entry of the audit trail changed, line by line in words: which property, what it was, what it became."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from content.delivery.roles import group_of
from displayctl.desktop.presenters.audit_vocabulary import (
    count_words,
    field_words,
    instant_words,
    nothing_words,
    value_names,
    yes_no_words,
)
from displayctl.desktop.presenters.audit_words import NO_NAMES
from displayctl.desktop.presenters.health_words import number_words
from displayctl.desktop.presenters.policy_words import role_name
from displayctl.desktop.presenters.validity import end_of, last_day
from displayctl.desktop.presenters.words import date_short, duration_words, listed, size_words, weekday_short

MOST_LINES, MOST_NAMES = 60, 12
_LEFT_OUT = ("version", "id")
_POINTERS = frozenset(
    {
        *("display_ids", "display_id", "walls", "playlist_id", "daypart_id", "include_holidays", "except_holidays"),
        *("ticker_ids", "medium_id", "medium", "filler_ids", "filler_id", "slate_id"),
    }
)
_NAMES = ("title", "name", "text", "medium_id", "starts", "display_id", "id")
_INSTANT = re.compile(r"\A\d{4}-\d\d-\d\d[T ]\d\d:\d\d:\d\d(\.\d+)?(Z|[+-]\d\d:\d\d)\Z")
_TIME = re.compile(r"\A\d\d:\d\d:00\Z")
_DIGEST = re.compile(r"\A[0-9a-f]{64}\Z")


def differences(before: str, after: str, names: Mapping[str, str] = NO_NAMES) -> tuple[tuple[str, str, str], ...]:
    """The properties that differ, in words, with what they were and what they became; at most sixty.

    What points to another thing by its id is called as `names` has it, where that is there still.
    `before` and `after` are JSON texts as the trail keeps them. Where one was shortened, and cannot be read any more,
    there is one unnamed line with both as they are.
    """
    names = _told_apart(names)
    try:
        was, became = (_named("", json.loads(text), names) if text else None for text in (before, after))
    except ValueError:
        return (("", before, after),)
    lines = tuple(_lines("", was, became))
    if len(lines) <= MOST_LINES:
        return lines
    return (*lines[:MOST_LINES], ("", "", count_words(len(lines) - MOST_LINES)))


def _told_apart(names: Mapping[str, str]) -> dict[str, str]:
    """`names`, with the id behind those that several things have: else one in place of another would not be seen."""
    counts = Counter(names.values())
    return {key: name if counts[name] == 1 else f"{name} ({key})" for key, name in names.items()}


def _named(field: str, value: Any, names: Mapping[str, str]) -> Any:
    """`value` with names in place of the ids that point to other things; an id that has none stays."""
    if isinstance(value, dict):
        return {key: _named(key, each, names) for key, each in value.items()}
    if isinstance(value, list):
        return [_named(field, each, names) for each in value]
    return names.get(value, value) if field in _POINTERS and isinstance(value, str) else value


def _lines(path: str, was: Any, became: Any) -> Iterator[tuple[str, str, str]]:
    if isinstance(was, dict | None) and isinstance(became, dict | None) and (was or became):
        for name in dict.fromkeys((*(was or {}), *(became or {}))):
            if name not in _LEFT_OUT:
                yield from _lines(f"{path}.{name}".lstrip("."), (was or {}).get(name), (became or {}).get(name))
        return
    field = path.rpartition(".")[2]
    one, other = _said(field, was), _said(field, became)
    if one != other:
        yield field_words(path), one, other
    elif was != became:
        yield from _inside(path, was, became)


def _inside(path: str, was: Any, became: Any) -> Iterator[tuple[str, str, str]]:
    """Two lists that read the same: what differs in their members."""
    if isinstance(was, list) and isinstance(became, list) and len(was) == len(became):
        for one, other in zip(was, became, strict=True):
            for name, former, newer in _lines(path, one, other):
                yield f"{_said('', one)}: {name}", former, newer


def _said(field: str, value: Any) -> str:
    if value is None or value in ("", [], {}):
        return nothing_words()
    if isinstance(value, bool):
        return yes_no_words(value)
    if isinstance(value, int):
        return _number(field, value)
    if isinstance(value, list):
        names = [_said(field, each) for each in value[:MOST_NAMES]]
        rest = [count_words(len(value) - MOST_NAMES)] if len(value) > MOST_NAMES else []
        return listed([*names, *rest])
    if isinstance(value, dict):
        return _object(value)
    return _end(str(value)) if field == "valid_until" else _text(str(value))


def _number(field: str, value: int) -> str:
    if field.endswith("_ms"):
        return duration_words(timedelta(milliseconds=value))
    if field.endswith("_bytes"):
        return size_words(value)
    if field.endswith("_microdegrees"):
        return f"{number_words(value / 1_000_000, 6)}°"
    if field == "weekdays" and 0 <= value <= 6:
        return weekday_short(value)
    return str(value)


def _object(value: dict[str, Any]) -> str:
    if "starts" in value and "ends" in value:
        days = value.get("weekdays")
        hours = f"{_said('', value['starts'])}–{_said('', value['ends'])}"
        return hours if not isinstance(days, list) or len(days) in (0, 7) else f"{hours} ({_said('weekdays', days)})"
    return next((_said("", value[name]) for name in _NAMES if value.get(name)), count_words(len(value)))


def _end(value: str) -> str:
    """The last day, as it was picked; an instant where none ends there."""
    if not _INSTANT.match(value):
        return _text(value)
    instant = datetime.fromisoformat(value)
    last = last_day(instant)
    return date_short(last) if last is not None and end_of(last) == instant else instant_words(instant)


def _text(value: str) -> str:
    if _INSTANT.match(value):
        return instant_words(datetime.fromisoformat(value))
    if _TIME.match(value):
        return value[:5].replace(":", ".")
    if _DIGEST.match(value):
        return f"{value[:16]}…"
    if group_of(value) is not None:
        return role_name(value)
    role, _, group = value.partition(" ")
    names = value_names()
    if role in names and group:  # as the trail says a grant: administrator of all groups, or of one
        return names[role] if group == "*" else f"{names[role]} ({group})"
    return names.get(value, value)
