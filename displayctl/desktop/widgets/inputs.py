"""The fields of a form as one thing, so that what was typed can be carried over to the same form made anew."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, TypeVar

Field = tuple[Callable[[], Any], Callable[[Any], object]]
Key = TypeVar("Key")
Value = TypeVar("Value")


@dataclass(frozen=True, slots=True)
class Inputs:
    """How each field is read and filled, in the order in which they may be filled."""

    fields: tuple[Field, ...]

    def read(self) -> tuple[Any, ...]:
        """What the fields say."""
        return tuple(read() for read, _ in self.fields)

    def fill(self, values: tuple[Any, ...]) -> None:
        """Let them say what `read` gave."""
        for (_, fill), value in zip(self.fields, values, strict=True):
            fill(value)

    def merge(self, shown: tuple[Any, ...], typed: tuple[Any, ...]) -> None:
        """Put back what was typed (where it differs from what was shown) over what the fields say now."""
        for (_, fill), before, value in zip(self.fields, shown, typed, strict=True):
            if value != before:
                fill(value)


def merged(shown: Mapping[Key, Value], typed: Mapping[Key, Value], theirs: Mapping[Key, Value]) -> dict[Key, Value]:
    """`theirs` with what was typed otherwise than it was shown, and without what was taken out here."""
    rest = {key: value for key, value in theirs.items() if key in typed or key not in shown}
    return rest | {key: value for key, value in typed.items() if key not in shown or shown[key] != value}


@dataclass(frozen=True, slots=True)
class Unsaved:
    """What was typed about one thing and not saved, with what the form had shown before."""

    id: str
    shown: tuple[Any, ...]
    typed: tuple[Any, ...]
