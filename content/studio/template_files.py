"""What templates of announcements and of emergencies have in common: how one is found, and how its file is read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Protocol, TypeVar

from content.errors import ContentMissing
from schedules.errors import InvalidValue


class Named(Protocol):
    """Something with an id."""

    @property
    def id(self) -> str: ...


N = TypeVar("N", bound=Named)


def find_template(all: Sequence[N], id: str) -> N:
    """The one with this id. Raises ContentMissing, which lists what there is."""
    for template in all:
        if template.id == id:
            return template
    known = ", ".join(template.id for template in all)
    raise ContentMissing(f"there is no template {id!r:.60}; there is: {known}")


def read_bounded(path: Path, largest: int) -> bytes:
    """What is in a file; of one with more than `largest` bytes one byte more, so that whoever reads it can refuse it.

    Raises InvalidValue where it cannot be read.
    """
    try:
        with path.open("rb") as file:
            return file.read(largest + 1)
    except OSError as error:
        raise InvalidValue("file", f"cannot be read ({error.strerror}); look who may read it") from error
