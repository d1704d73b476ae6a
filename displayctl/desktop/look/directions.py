"""Sentences in which a name is written from right to left, or holds marks that turn what stands behind it."""

from __future__ import annotations

import re

_RIGHT = "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\U00010800-\U00010fff\U0001e800-\U0001efff]"
_MARKS = "[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]"
_TURNS = re.compile(f"{_RIGHT}|{_MARKS}")
_TURNING = re.compile(_MARKS)
_NAME = re.compile(f"(?<=“)[^“”\n]*{_RIGHT}[^“”\n]*(?=”)|{_RIGHT}(?:[ 0-9]*{_RIGHT})*(?:[ 0-9]+$)?")
FIRST, LAST = "\u2068", "\u2069"
"""Around words that have a direction of their own (Unicode Standard Annex 9, 2.4)."""


def steady(words: str) -> str:
    """`words` as they are drawn: what is written from right to left turns nothing of what is around it."""
    if not _TURNS.search(words):
        return words
    return _NAME.sub(rf"{FIRST}\g<0>{LAST}", _TURNING.sub("", words))
