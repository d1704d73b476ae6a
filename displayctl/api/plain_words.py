"""Words from outside as they are kept: without control characters and those that turn the direction of writing."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Annotated

from pydantic import AfterValidator

_JOINERS = "\u200c\u200d"
"""What joins letters and emoji into one is invisible by itself, and kept."""


def plain_line(text: str) -> str:
    """`text` in one line, of letters that can be seen."""
    return " ".join("".join(letter if _is_seen(letter) else " " for letter in text).split())


def plain_text(text: str) -> str:
    """`text` with its lines, of letters that can be seen; at most one empty line at a time."""
    lines = [plain_line(line) for line in text.replace("\r\n", "\n").replace("\r", "\n").split("\n")]
    kept = [line for number, line in enumerate(lines) if line or (number and lines[number - 1])]
    return "\n".join(kept).strip("\n")


def check_distinct(ids: Iterable[str]) -> None:
    """Raises ValueError for one that is there twice."""
    seen: set[str] = set()
    for each in ids:
        if each in seen:
            raise ValueError(f"{each!r:.80} is there twice; give each an id of its own")
        seen.add(each)


def _is_seen(letter: str) -> bool:
    return letter.isprintable() or letter in _JOINERS


Line = Annotated[str, AfterValidator(plain_line)]
"""One line of plain words; a bound beside it counts what is kept."""
Lines = Annotated[str, AfterValidator(plain_text)]
"""Plain words in lines; bounded as `Line`."""
