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

from content.studio import plain_tables
from content.studio.emergency.message import FREE
from content.studio.emergency.template import Field, Template, Wording
from content.studio.plain_tables import LANGUAGES
from content.studio.template_files import find_template, read_bounded
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
        return find_template(self.all, id)

    def behind(self, kind: str) -> Template:
        """The template an alert of `kind` was made from, else that of free text: every alert has a way back."""
        return next((template for template in self.all if template.id == kind), self.find(FREE))


def load_templates(folder: Path | None = None) -> Templates:
    """Ours and those in `folder` (``*.toml``, which may be missing)."""
    found = {template.id: template for template in _ours()}
    complaints: list[str] = []
    for path in _own_files(folder):
        try:
            template = read_template(read_bounded(path, LARGEST_FILE), path.name)
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
    plain_tables.only(plain, _KEYS, "the template")
    return Template(
        id=plain_tables.text(plain, "id"),
        name=plain_tables.texts(plain, "name"),
        level=plain_tables.choice(plain, "level", {level.name.lower(): level for level in AlertLevel}),
        sound=plain_tables.choice({"sound": "none", **plain}, "sound", {sound.value: sound for sound in AlertSound}),
        duration=timedelta(minutes=plain_tables.number(plain, "minutes", 30)),
        evacuation=plain_tables.flag(plain, "evacuation"),
        source=plain_tables.text({"source": "", **plain}, "source"),
        order=plain_tables.number(plain, "order", 100),
        fields=tuple(_field(each) for each in plain_tables.tables(plain, "fields")),
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


def _field(plain: Mapping[str, Any]) -> Field:
    plain_tables.only(plain, _FIELD_KEYS, "a field")
    return Field(
        name=plain_tables.text(plain, "name"),
        label=plain_tables.texts(plain, "label"),
        default=plain_tables.texts(plain, "default") if "default" in plain else {},
        example=plain_tables.text({"example": "", **plain}, "example"),
        required=plain_tables.flag(plain, "required"),
        most=plain_tables.number(plain, "most", 60),
        lines=plain_tables.flag(plain, "lines"),
    )


def _wording(plain: Mapping[str, Any], key: str) -> Wording:
    tables = plain_tables.table(plain, key)
    plain_tables.only(tables, set(LANGUAGES), key)
    headline: dict[str, str] = {}
    points: dict[str, tuple[str, ...]] = {}
    for language in tables:
        table = plain_tables.table(tables, language)
        plain_tables.only(table, {"headline", "points"}, f"{key}.{language}")
        headline[language] = plain_tables.text(table, "headline")
        given = table.get("points", [])
        if not isinstance(given, list) or not all(isinstance(point, str) for point in given):
            raise InvalidValue(f"{key}.{language}.points", 'is no list of texts; write points = ["…", "…"]')
        points[language] = tuple(given)
    return Wording(headline, points)
