"""Which pieces of a text are words for a dictionary: no numbers, no addresses, no abbreviations."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

LONGEST_WORD = 40
_ABBREVIATION = 6
_PIECE = re.compile(r"\S+")
_WORD = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LETTERS = re.compile(r"\A[\u0000-\u024f’'-]+\Z")


@dataclass(frozen=True, slots=True)
class Found:
    """A word and where it begins."""

    word: str
    at: int


def words_in(text: str) -> Iterator[Found]:
    """The words of `text`, from left to right; those of scripts that no Latin dictionary knows are left out."""
    for piece in _PIECE.finditer(text):
        if not _is_prose(piece[0]):
            continue
        for match in _WORD.finditer(piece[0]):
            if _is_word(match[0]):
                yield Found(match[0], piece.start() + match.start())


def _is_prose(piece: str) -> bool:
    """Addresses, numbers with letters, and names as @dinkes are none."""
    return not any(sign in piece for sign in ("://", "www.", "@", "#", "_", "\\")) and not any(map(str.isdigit, piece))


def _is_word(word: str) -> bool:
    if not 2 <= len(word) <= LONGEST_WORD or not _LETTERS.match(word):
        return False
    return not (word.isupper() and len(word) <= _ABBREVIATION)
