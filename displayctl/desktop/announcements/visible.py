"""Words from a clipboard as a wall can show them: without control characters and those that turn the direction."""

from __future__ import annotations

_JOINERS = "\u200c\u200d"
"""What joins letters and emoji into one is invisible by itself, and kept."""


def visible(words: str, *, lines: bool) -> str:
    """`words` letter by letter; line ends stay where there may be `lines`, and are spaces elsewhere."""
    even = words.replace("\r\n", "\n").replace("\r", "\n").replace("\u2029", "\n").replace("\u2028", "\n")
    return "".join(filter(None, (_letter(each, lines) for each in even)))


def _letter(letter: str, lines: bool) -> str:
    if letter == "\n":
        return "\n" if lines else " "
    if letter in "\t\u00a0":
        return " "
    return letter if letter.isprintable() or letter in _JOINERS else ""
