"""Reads the plain values of a template file (TOML or JSON) one by one; what is wrong says where, and what to write."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from typing import Any

from schedules.errors import InvalidValue

INDONESIAN, ENGLISH = "id", "en"
LANGUAGES = (INDONESIAN, ENGLISH)

ByLanguage = Mapping[str, str]
"""A text in Indonesian (``id``), and in English (``en``) where there is one."""


def only(plain: Mapping[str, Any], known: Collection[str], where: str) -> None:
    """Raises InvalidValue where `plain` has a key that is not `known`."""
    unknown = plain.keys() - set(known)
    if unknown:
        raise InvalidValue(min(unknown), f"is nothing that {where} has; known are: {', '.join(sorted(known))}")


def text(plain: Mapping[str, Any], key: str) -> str:
    value = plain.get(key)
    if not isinstance(value, str):
        raise InvalidValue(key, f'is no text; write {key} = "…"')
    return value


def texts(plain: Mapping[str, Any], key: str) -> dict[str, str]:
    """By language."""
    found = table(plain, key)
    only(found, LANGUAGES, key)
    return {language: text(found, language) for language in found}


def table(plain: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    value = plain.get(key)
    if not isinstance(value, dict):
        raise InvalidValue(key, f'is missing or no table; write [{key}] or {key} = {{ id = "…" }}')
    return value


def tables(plain: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    """A list of tables; empty where there is none."""
    value = plain.get(key, [])
    if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
        raise InvalidValue(key, f"is no list of tables; write [[{key}]] for each")
    return value


def number(plain: Mapping[str, Any], key: str, otherwise: int) -> int:
    value = plain.get(key, otherwise)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= 1_000_000:
        raise InvalidValue(key, f"is no whole number; write {key} = {otherwise}")
    return value


def flag(plain: Mapping[str, Any], key: str) -> bool:
    value = plain.get(key, False)
    if not isinstance(value, bool):
        raise InvalidValue(key, f"is neither true nor false; write {key} = true")
    return value


def choice(plain: Mapping[str, Any], key: str, choices: Mapping[str, Any]) -> Any:
    value = plain.get(key)
    if not isinstance(value, str) or value not in choices:
        raise InvalidValue(key, f"{value!r:.40} is none of {', '.join(choices)}")
    return choices[value]
