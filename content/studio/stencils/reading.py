"""Reads a template file: TOML or JSON, bounded, and strict; what is wrong says the file, the place and a way out."""

from __future__ import annotations

import json
import re
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from content.studio.announcement import Template
from content.studio.outfit import Bearing, Heading, Ornament, Outfit
from content.studio.plain_tables import choice, flag, number, only, table, tables, text, texts
from content.studio.stencils.stencil import RESERVED, BrandUse, FieldSort, Stencil, StencilField, Words
from schedules.errors import InvalidValue

LARGEST_FILE = 64 << 10
SUFFIXES = (".toml", ".json")
_KEYS = {"id", "order", "template", "name", "portrait", "brand", "fields", "outfit", "logo", "background", *RESERVED}
_FIELD_KEYS = {"name", "label", "pictogram", "before", "example", "most", "sort"}
_WORDS_KEYS = {"label", "example", "default"}
_OUTFIT_KEYS = {
    "ground", "ground_bottom", "accent", "label", "pictogram", "bearing", "heading", "ornament", "serif",
}  # fmt: skip
_PICTURE_NAME = re.compile(r"\A[A-Za-z0-9][A-Za-z0-9 ._-]{0,99}\.(?:png|jpe?g|webp)\Z", re.IGNORECASE)

PictureAt = Callable[[str], Path]
"""The file of a picture that a template names. Raises InvalidValue where there is none."""


def read_plain(content: bytes, name: str) -> dict[str, Any]:
    """The plain values in a file called `name`. Raises InvalidValue, with the line where the form is broken."""
    if len(content) > LARGEST_FILE:
        raise InvalidValue("file", f"{name} is larger than {LARGEST_FILE >> 10} KiB; a template is a page of text")
    is_json = name.lower().endswith(".json")
    try:
        words = content.decode("utf-8-sig")
        plain = json.loads(words) if is_json else tomllib.loads(words)
    except (ValueError, RecursionError) as error:
        kind = "JSON" if is_json else "TOML"
        raise InvalidValue("file", f"{name} is no {kind}: {error!s:.160}; mend it there") from error
    if not isinstance(plain, dict):
        raise InvalidValue("file", f"{name} holds no template; begin with id, template and name")
    return plain


def stencil_of(plain: Mapping[str, Any], picture_at: PictureAt, *, own: bool) -> Stencil:
    """The template in plain values. Raises InvalidValue, which names the field."""
    only(plain, _KEYS, "the template")
    made = Stencil(
        id=text(plain, "id"),
        name=texts(plain, "name"),
        template=choice(plain, "template", {each.value: each for each in Template}),
        words={part: _words(table(plain, part), part) for part in RESERVED if part in plain},
        fields=tuple(_field(each) for each in tables(plain, "fields")),
        portrait=flag(plain, "portrait"),
        brand=choice({"brand": "colours", **plain}, "brand", {each.value: each for each in BrandUse}),
        outfit=_outfit(table(plain, "outfit")) if "outfit" in plain else None,
        logo=picture_at(text(plain, "logo")) if "logo" in plain else None,
        background=picture_at(text(plain, "background")) if "background" in plain else None,
        order=number(plain, "order", 100),
        own=own,
    )
    made.sample()  # examples that no announcement may say would stop every list of templates
    return made


def picture_in(folder: Path) -> PictureAt:
    """Pictures that lie in `folder` itself, by their plain names: no path, no link to elsewhere."""

    def picture_at(name: str) -> Path:
        if not _PICTURE_NAME.match(name):
            raise InvalidValue("picture", f"{name!r:.80} is no plain name of a PNG, JPG or WebP beside the template")
        path = folder / name
        if path.is_symlink() or not path.is_file():
            raise InvalidValue("picture", f"there is no file {name!r:.80} beside the template; put it there")
        return path

    return picture_at


def no_pictures(name: str) -> Path:
    """For templates that come with the program and bring no pictures."""
    raise InvalidValue("picture", f"{name!r:.80} cannot be brought along here")


def _words(plain: Mapping[str, Any], part: str) -> Words:
    only(plain, _WORDS_KEYS, part)
    return Words(
        label=texts(plain, "label") if "label" in plain else {},
        example=text({"example": "", **plain}, "example"),
        default=text({"default": "", **plain}, "default"),
    )


def _field(plain: Mapping[str, Any]) -> StencilField:
    only(plain, _FIELD_KEYS, "a field")
    return StencilField(
        name=text(plain, "name"),
        label=texts(plain, "label"),
        pictogram=text({"pictogram": "", **plain}, "pictogram"),
        before=text({"before": "", **plain}, "before"),
        example=text({"example": "", **plain}, "example"),
        most=number(plain, "most", 80),
        sort=choice({"sort": "text", **plain}, "sort", {each.value: each for each in FieldSort}),
    )


def _outfit(plain: Mapping[str, Any]) -> Outfit:
    only(plain, _OUTFIT_KEYS, "outfit")
    ground = text(plain, "ground").lower()
    return Outfit(
        ground_top=ground,
        ground_bottom=text({"ground_bottom": ground, **plain}, "ground_bottom").lower(),
        accent=text(plain, "accent").lower(),
        label=text({"label": "", **plain}, "label"),
        pictogram=text({"pictogram": "", **plain}, "pictogram"),
        bearing=choice({"bearing": "leading", **plain}, "bearing", {each.value: each for each in Bearing}),
        heading=choice({"heading": "tab", **plain}, "heading", {each.value: each for each in Heading}),
        ornament=choice({"ornament": "none", **plain}, "ornament", {each.value: each for each in Ornament}),
        serif=flag(plain, "serif"),
    )
