"""A fact of an announcement with a line of its own: when, where, whom to ask."""

from __future__ import annotations

import re
from dataclasses import dataclass

from content.studio.pictogram_names import check_pictogram
from schedules.checks import check_name
from schedules.errors import InvalidValue

LONGEST_DETAIL, LONGEST_BEFORE, MOST_DETAILS = 160, 40, 8
_NAME = re.compile(r"\A[a-z][a-z0-9_]{0,31}\Z")


@dataclass(frozen=True, slots=True)
class Detail:
    """`words` fill the field `name` of a template; `before` them stands what the template adds, as “Wafat”."""

    name: str
    words: str
    pictogram: str = ""
    before: str = ""

    def __post_init__(self) -> None:
        check_field_name("detail.name", self.name)
        check_name(f"detail.{self.name}", self.words, most=LONGEST_DETAIL)
        check_pictogram("detail.pictogram", self.pictogram)
        if self.before:
            check_name("detail.before", self.before, most=LONGEST_BEFORE)

    @property
    def line(self) -> str:
        """What stands on the wall."""
        return f"{self.before} {self.words.strip()}".strip()

    def to_dict(self) -> dict[str, str]:
        return {"name": self.name, "words": self.words, "pictogram": self.pictogram, "before": self.before}


def check_field_name(field: str, name: str) -> None:
    """The name of a field: a small letter, then small letters, digits and underscores."""
    if not isinstance(name, str) or not _NAME.match(name):
        raise InvalidValue(field, f"{name!r:.40} is no name of a field; use small letters, digits and underscores")
