"""Words on several lines, of which even one that is longer than a line makes nothing wider: it is broken."""

from __future__ import annotations

import re

from PySide6.QtWidgets import QLabel

LONGEST_WHOLE, PIECE = 28, 14
"""Letters of a word that stays whole, and of a piece of one that does not."""

_LONG = re.compile(rf"\S{{{LONGEST_WHOLE},}}")
_PIECE = re.compile(rf"\S{{{PIECE}}}(?=\S)")
MAY_BREAK = "\u200b"


class Breaking(QLabel):
    """`text` is what was given; what Qt has is broken, so this is not for words that people copy."""

    def __init__(self) -> None:
        super().__init__()
        self._words = ""

    def text(self) -> str:
        return self._words

    def setText(self, words: str) -> None:  # noqa: N802 - Qt's name
        self._words = words
        super().setText(breakable(words))


def breakable(words: str) -> str:
    """`words`, where Qt may break a word that is longer than a narrow line after each of its pieces."""
    return _LONG.sub(lambda found: _PIECE.sub(rf"\g<0>{MAY_BREAK}", found[0]), words)
