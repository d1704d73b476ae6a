"""A stencil: one template of announcements, with its fields, what each is called, and what it looks like."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from content.studio.announcement import LONGEST_BODY, LONGEST_FOOTER, LONGEST_TITLE, Announcement, Template
from content.studio.detail import LONGEST_BEFORE, LONGEST_DETAIL, MOST_DETAILS, Detail, check_field_name
from content.studio.outfit import Outfit
from content.studio.pictogram_names import check_pictogram
from content.studio.plain_tables import INDONESIAN, ByLanguage
from schedules.checks import check_count, check_id, check_int, check_name, check_unique
from schedules.errors import InvalidValue

LONGEST_LABEL = 60
TITLE, BODY, FOOTER = "title", "body", "footer"
RESERVED = (TITLE, BODY, FOOTER)
_LONGEST = {TITLE: LONGEST_TITLE, BODY: LONGEST_BODY, FOOTER: LONGEST_FOOTER}


class FieldSort(StrEnum):
    """What a field is filled with: a line of words, or a day that is picked from a calendar."""

    TEXT = "text"
    DATE = "date"


class BrandUse(StrEnum):
    """What an announcement wears of the office's brand: its colours and its logo, or the logo alone."""

    COLOURS = "colours"
    LOGO = "logo"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class StencilField:
    """A fact that may be given: its label by language, its sign, what stands before the words, and their length."""

    name: str
    label: ByLanguage
    pictogram: str = ""
    before: str = ""
    example: str = ""
    most: int = 80
    sort: FieldSort = FieldSort.TEXT

    def __post_init__(self) -> None:
        check_field_name("fields.name", self.name)
        if self.name in RESERVED:
            raise InvalidValue("fields.name", f"{self.name!r} is there already; call the field otherwise")
        _check_label(f"fields.{self.name}.label", self.label)
        check_pictogram(f"fields.{self.name}.pictogram", self.pictogram)
        check_int(f"fields.{self.name}.most", self.most, 1, LONGEST_DETAIL)
        for key, text, most in (("before", self.before, LONGEST_BEFORE), ("example", self.example, LONGEST_DETAIL)):
            if text:
                check_name(f"fields.{self.name}.{key}", text, most=most)


@dataclass(frozen=True, slots=True)
class Words:
    """The title, the body or the footer: what it is called here, an example, and what it begins with."""

    label: ByLanguage = field(default_factory=dict)
    example: str = ""
    default: str = ""


@dataclass(frozen=True, slots=True)
class Stencil:
    """One template. `words` by `TITLE`, `BODY` and `FOOTER`; `outfit` is worn in place of the design of `template`.

    `portrait` offers a photo of a person. `logo` and `background` are picture files that an office's own brings along.
    `own` tells those of an office from ours.
    """

    id: str
    name: ByLanguage
    template: Template
    words: Mapping[str, Words] = field(default_factory=dict)
    fields: tuple[StencilField, ...] = ()
    portrait: bool = False
    brand: BrandUse = BrandUse.COLOURS
    outfit: Outfit | None = None
    logo: Path | None = None
    background: Path | None = None
    order: int = 100
    own: bool = False

    def __post_init__(self) -> None:
        check_id("id", self.id)
        _check_label("name", self.name)
        if self.template is Template.DARURAT:
            raise InvalidValue("template", "emergencies have a window and templates of their own; choose another")
        check_count("fields", self.fields, most=MOST_DETAILS)
        check_unique("fields", [each.name for each in self.fields])
        for part, words in self.words.items():
            if words.label:
                _check_label(f"{part}.label", words.label)
            for key, text in (("example", words.example), ("default", words.default)):
                if len(text) > _LONGEST[part]:
                    raise InvalidValue(f"{part}.{key}", f"is longer than {_LONGEST[part]} characters; shorten it")

    def title(self, language: str = INDONESIAN) -> str:
        """What it is called in a language, else in Indonesian."""
        return self.name.get(language) or self.name[INDONESIAN]

    def words_of(self, part: str) -> Words:
        """About the title, the body or the footer."""
        return self.words.get(part, Words())

    def field(self, name: str) -> StencilField:
        """The field called `name`; raises InvalidValue for one it does not have."""
        for each in self.fields:
            if each.name == name:
                return each
        known = ", ".join(each.name for each in self.fields) or "none"
        raise InvalidValue("field", f"{name!r:.40} is no field of {self.id}; its fields are: {known}")

    def details(self, values: Mapping[str, str]) -> tuple[Detail, ...]:
        """The facts in the order of the fields; those without a value are left out. Raises InvalidValue."""
        for name in values:
            self.field(name)
        made = []
        for each in self.fields:
            words = " ".join(values.get(each.name, "").split())
            if len(words) > each.most:
                raise InvalidValue(f"field.{each.name}", f"is longer than {each.most} characters; shorten it")
            if words:
                made.append(Detail(each.name, words, each.pictogram, each.before))
        return tuple(made)

    def sample(self, language: str = INDONESIAN) -> Announcement:
        """A short announcement that shows what it looks like, without its pictures."""
        fields = {each.name: each.example for each in self.fields[:2] if each.example}
        body = self.words_of(BODY)
        return Announcement(
            self.words_of(TITLE).example or self.title(language),
            (body.default or body.example)[:LONGEST_BODY],
            self.template,
            details=self.details(fields),
            outfit=self.outfit,
        )


def _check_label(field: str, label: ByLanguage) -> None:
    if INDONESIAN not in label:
        raise InvalidValue(field, 'has no Indonesian text; write { id = "…" }')
    for text in label.values():
        check_name(field, text, most=LONGEST_LABEL)
