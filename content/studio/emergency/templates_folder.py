"""Reads the templates of emergencies: those that come with the program, and an office's own in a folder.

A file of the office with the id of one of ours takes its place. A file that cannot be read takes nothing away: ours
stays, and the reason is told.
"""

from __future__ import annotations

import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import timedelta
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import Any

from content.errors import ContentMissing
from content.studio.emergency.message import FREE
from content.studio.emergency.template import LANGUAGES, Field, Template, Wording
from schedules.alert import AlertLevel, AlertSound
from schedules.errors import InvalidValue

OWN_FOLDER = "emergency-templates"
LARGEST_FILE, MOST_FILES = 64 << 10, 64
_KEYS = {
    "id", "order", "level", "sound", "minutes", "evacuation", "source", "name", "fields",
    "words", "neutral", "correction", "ended",
}  # fmt: skip
_FIELD_KEYS = {"name", "label", "default", "example", "required", "most", "lines"}


@dataclass(frozen=True, slots=True)
class Templates:
    """All templates in the order of lists; `complaints` says which files of the office were not taken, and why."""

    all: tuple[Template, ...]
    complaints: tuple[str, ...] = ()

    def find(self, id: str) -> Template:
        """The template with this id. Raises ContentMissing, which lists what there is."""
        for template in self.all:
            if template.id == id:
                return template
        known = ", ".join(template.id for template in self.all)
        raise ContentMissing(f"there is no template {id!r:.60}; there is: {known}")

    def behind(self, kind: str) -> Template:
        """The template an alert of `kind` was made from, else that of free text: every alert has a way back."""
        return next((template for template in self.all if template.id == kind), self.find(FREE))


def load_templates(folder: Path | None = None) -> Templates:
    """Ours and those in `folder` (``*.toml``, which may be missing)."""
    found = {template.id: template for template in _ours()}
    complaints: list[str] = []
    for path in _own_files(folder):
        try:
            template = read_template(_content(path), path.name)
        except InvalidValue as error:
            complaints.append(f"{path.name} is not used: {error}")
        else:
            found[template.id] = template
    ordered = sorted(found.values(), key=lambda template: (template.order, template.id))
    return Templates(tuple(ordered), tuple(complaints))


def read_template(content: bytes, name: str) -> Template:
    """The template in a TOML file called `name`. Raises InvalidValue, which says where in the file."""
    if len(content) > LARGEST_FILE:
        raise InvalidValue("file", f"{name} is larger than {LARGEST_FILE >> 10} KiB; a template is a page of text")
    try:
        plain = tomllib.loads(content.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise InvalidValue("file", f"{name} is no TOML: {error!s:.160}") from error
    _only(plain, _KEYS, "the template")
    return Template(
        id=_text(plain, "id"),
        name=_texts(plain, "name"),
        level=_choice(plain, "level", {level.name.lower(): level for level in AlertLevel}),
        sound=_choice({"sound": "none", **plain}, "sound", {sound.value: sound for sound in AlertSound}),
        duration=timedelta(minutes=_number(plain, "minutes", 30)),
        evacuation=_flag(plain, "evacuation"),
        source=_text({"source": "", **plain}, "source"),
        order=_number(plain, "order", 100),
        fields=tuple(_field(each) for each in _tables(plain, "fields")),
        words=_wording(plain, "words"),
        neutral=_wording(plain, "neutral") if "neutral" in plain else None,
        correction=_wording(plain, "correction"),
        ended=_wording(plain, "ended"),
    )


@cache
def _ours() -> tuple[Template, ...]:
    """Those in the package; a damaged one is a fault of the program and is raised."""
    folder = files("content.studio.emergency") / "templates"
    paths = sorted(folder.iterdir(), key=lambda path: path.name)
    return tuple(read_template(path.read_bytes(), path.name) for path in paths if path.name.endswith(".toml"))


def _own_files(folder: Path | None) -> Iterable[Path]:
    if folder is None or not folder.is_dir():
        return ()
    return sorted(path for path in folder.glob("*.toml") if path.is_file())[:MOST_FILES]


def _content(path: Path) -> bytes:
    try:
        with path.open("rb") as file:
            return file.read(LARGEST_FILE + 1)
    except OSError as error:
        raise InvalidValue("file", f"cannot be read ({error.strerror}); look who may read it") from error


def _field(plain: Mapping[str, Any]) -> Field:
    _only(plain, _FIELD_KEYS, "a field")
    return Field(
        name=_text(plain, "name"),
        label=_texts(plain, "label"),
        default=_texts(plain, "default") if "default" in plain else {},
        example=_text({"example": "", **plain}, "example"),
        required=_flag(plain, "required"),
        most=_number(plain, "most", 60),
        lines=_flag(plain, "lines"),
    )


def _wording(plain: Mapping[str, Any], key: str) -> Wording:
    tables = _table(plain, key)
    _only(tables, set(LANGUAGES), key)
    headline: dict[str, str] = {}
    points: dict[str, tuple[str, ...]] = {}
    for language in tables:
        table = _table(tables, language)
        _only(table, {"headline", "points"}, f"{key}.{language}")
        headline[language] = _text(table, "headline")
        given = table.get("points", [])
        if not isinstance(given, list) or not all(isinstance(point, str) for point in given):
            raise InvalidValue(f"{key}.{language}.points", 'is no list of texts; write points = ["…", "…"]')
        points[language] = tuple(given)
    return Wording(headline, points)


def _only(plain: Mapping[str, Any], known: set[str], where: str) -> None:
    unknown = plain.keys() - known
    if unknown:
        raise InvalidValue(min(unknown), f"is nothing that {where} has; known are: {', '.join(sorted(known))}")


def _text(plain: Mapping[str, Any], key: str) -> str:
    value = plain.get(key)
    if not isinstance(value, str):
        raise InvalidValue(key, f'is no text; write {key} = "…"')
    return value


def _texts(plain: Mapping[str, Any], key: str) -> dict[str, str]:
    table = _table(plain, key)
    _only(table, set(LANGUAGES), key)
    return {language: _text(table, language) for language in table}


def _table(plain: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    value = plain.get(key)
    if not isinstance(value, dict):
        raise InvalidValue(key, f'is missing or no table; write [{key}] or {key} = {{ id = "…" }}')
    return value


def _tables(plain: Mapping[str, Any], key: str) -> list[Mapping[str, Any]]:
    value = plain.get(key, [])
    if not isinstance(value, list) or not all(isinstance(each, dict) for each in value):
        raise InvalidValue(key, f"is no list of tables; write [[{key}]] for each")
    return value


def _number(plain: Mapping[str, Any], key: str, otherwise: int) -> int:
    value = plain.get(key, otherwise)
    if not isinstance(value, int) or isinstance(value, bool) or not 0 <= value <= 1_000_000:
        raise InvalidValue(key, f"is no whole number; write {key} = {otherwise}")
    return value


def _flag(plain: Mapping[str, Any], key: str) -> bool:
    value = plain.get(key, False)
    if not isinstance(value, bool):
        raise InvalidValue(key, f"is neither true nor false; write {key} = true")
    return value


def _choice(plain: Mapping[str, Any], key: str, choices: Mapping[str, Any]) -> Any:
    value = plain.get(key)
    if not isinstance(value, str) or value not in choices:
        raise InvalidValue(key, f"{value!r:.40} is none of {', '.join(choices)}")
    return choices[value]
