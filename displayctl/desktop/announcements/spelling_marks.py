"""Underlines the words that no dictionary has while somebody writes."""

from __future__ import annotations

from PySide6.QtCore import QPoint
from PySide6.QtGui import QColor, QSyntaxHighlighter, QTextCharFormat, QTextCursor, QTextDocument
from PySide6.QtWidgets import QPlainTextEdit

from displayctl.desk.spelling.words import words_in
from displayctl.desktop.announcements.spelling import Spelling
from displayctl.desktop.look.palette import COLOURS


class SpellingMarks(QSyntaxHighlighter):
    """Lives as long as its document."""

    def __init__(self, document: QTextDocument, spelling: Spelling) -> None:
        super().__init__(document)
        self._spelling = spelling
        spelling.learned.connect(self.rehighlight)

    def highlightBlock(self, text: str) -> None:  # noqa: N802 - as Qt calls it
        found = tuple(words_in(text))
        self._spelling.ask(each.word for each in found)
        wrong = [each for each in found if self._spelling.is_unknown(each.word)]
        if not wrong:
            return
        marked = QTextCharFormat()
        marked.setUnderlineStyle(QTextCharFormat.UnderlineStyle.SpellCheckUnderline)
        marked.setUnderlineColor(QColor(COLOURS.danger))
        for each in wrong:
            self.setFormat(_units(text[: each.at]), _units(each.word), marked)


def word_at(edit: QPlainTextEdit, place: QPoint) -> QTextCursor:
    """The word at a place in the box, selected; nothing is selected where there is none."""
    cursor = edit.cursorForPosition(place)
    block, line = cursor.block(), cursor.block().text()
    at = cursor.position() - block.position()
    for each in words_in(line):
        begin = _units(line[: each.at])
        if begin <= at <= begin + _units(each.word):
            cursor.setPosition(block.position() + begin)
            cursor.setPosition(block.position() + begin + _units(each.word), QTextCursor.MoveMode.KeepAnchor)
            return cursor
    cursor.clearSelection()
    return cursor


def _units(text: str) -> int:
    """How long Qt thinks it is: it counts in UTF-16, where an emoji is two."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
