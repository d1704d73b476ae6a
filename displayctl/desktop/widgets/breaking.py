"""Words on several lines, of which even one that is longer than a line makes nothing wider: it is broken."""

from __future__ import annotations

import re

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPaintEvent, QTextDocument, QTextOption
from PySide6.QtWidgets import QLabel

from displayctl.desktop.look.directions import steady

LONGEST_WHOLE, PIECE = 28, 14
"""Letters of a word that stays whole, and of a piece of one that does not."""

_LONG = re.compile(rf"\S{{{LONGEST_WHOLE},}}")
_PIECE = re.compile(rf"\S{{{PIECE}}}(?=\S)")
MAY_BREAK = "\u200b"
_ANYWHERE = QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere


class Breaking(QLabel):
    """`text` is what was given; what Qt has is broken, so this is not for words that people copy."""

    def __init__(self) -> None:
        super().__init__()
        self._words = ""

    def text(self) -> str:
        return self._words

    def setText(self, words: str) -> None:  # noqa: N802 - Qt's name
        self._words = words
        super().setText(breakable(steady(words)))


class OneLine(QLabel):
    """As `Breaking`, of words on one line."""

    def __init__(self) -> None:
        super().__init__()
        self._words = ""

    def text(self) -> str:
        return self._words

    def setText(self, words: str) -> None:  # noqa: N802 - Qt's name
        self._words = words
        super().setText(steady(words))


class BreakingToCopy(QLabel):
    """Words that people copy as they are: they are broken where they are laid out, and nothing is put into them."""

    def __init__(self) -> None:
        super().__init__()
        self.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)

    def heightForWidth(self, width_px: int) -> int:
        self._lay_out()
        return super().heightForWidth(width_px)

    def minimumSizeHint(self) -> QSize:
        hint, whole = super().minimumSizeHint(), self.fontMetrics().averageCharWidth() * LONGEST_WHOLE
        return QSize(min(hint.width(), whole), hint.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        self._lay_out()
        super().paintEvent(event)

    def _lay_out(self) -> None:
        """Let Qt do so in its own way first, after which it is content with ours."""
        super().heightForWidth(self.width())
        for document in self.findChildren(QTextDocument):
            option = document.defaultTextOption()
            if self.wordWrap() and option.wrapMode() is not _ANYWHERE:
                option.setWrapMode(_ANYWHERE)
                document.setDefaultTextOption(option)


def breakable(words: str) -> str:
    """`words`, where Qt may break a word that is longer than a narrow line after each of its pieces."""
    return _LONG.sub(lambda found: _PIECE.sub(rf"\g<0>{MAY_BREAK}", found[0]), words)
