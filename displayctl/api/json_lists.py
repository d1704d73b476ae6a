"""A long JSON list read member by member, so that other threads of a desk get their turns in between."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator

_DECODER = json.JSONDecoder()
_SPACE = re.compile(r"[ \t\r\n]*")


def members(text: str) -> Iterator[str]:
    """The text of each member of the list that `text` is, in order. Raises ValueError where it is none.

    Parsed in one call a megabyte would hold the interpreter, and the UI thread with it, until it is through.
    """
    at = _past(text, 0, "[")
    if text.startswith("]", at):
        _end(text, at)
        return
    while True:
        _, end = _DECODER.raw_decode(text, at)
        yield text[at:end]
        at = _past_space(text, end)
        if not text.startswith(",", at):
            break
        at = _past(text, at, ",")
    _end(text, at)


def _past(text: str, at: int, mark: str) -> int:
    """Where the next thing stands after `mark`, before which there may be space."""
    at = _past_space(text, at)
    if not text.startswith(mark, at):
        raise ValueError(f"the answer has no “{mark}” at character {at}, so it is not a list; ask the hub again")
    return _past_space(text, at + 1)


def _past_space(text: str, at: int) -> int:
    found = _SPACE.match(text, at)
    return at if found is None else found.end()


def _end(text: str, at: int) -> None:
    if _past(text, at, "]") != len(text):
        raise ValueError(f"the answer goes on after the list that ends at character {at}; ask the hub again")
