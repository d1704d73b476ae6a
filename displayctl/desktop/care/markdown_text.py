"""Markdown in a text view, with headings no larger than those of pages, and air above each part."""

from __future__ import annotations

from PySide6.QtGui import QFont, QTextBlock, QTextBlockFormat, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QTextBrowser

from displayctl.desktop.look.palette import SPACE_M, TEXT_HEADING, TEXT_STRONG


def write_markdown(view: QTextBrowser, markdown: str) -> None:
    """Show `markdown` in `view`, from its beginning."""
    view.setMarkdown(markdown)
    block, cursor = view.document().begin(), view.textCursor()
    while block.isValid():
        level = block.blockFormat().headingLevel()
        if block.textList() is None and (level or _is_bold(block)):
            cursor.setPosition(block.position())
            cursor.movePosition(QTextCursor.MoveOperation.EndOfBlock, QTextCursor.MoveMode.KeepAnchor)
            if level:
                cursor.mergeCharFormat(_letters(TEXT_HEADING if level == 1 else TEXT_STRONG + 1, view.logicalDpiY()))
            air = QTextBlockFormat()
            air.setTopMargin(0 if level == 1 else SPACE_M)
            cursor.mergeBlockFormat(air)
        block = block.next()
    view.moveCursor(QTextCursor.MoveOperation.Start)


def _letters(size_px: int, dots_an_inch: int) -> QTextCharFormat:
    made = QTextCharFormat()
    made.setProperty(QTextCharFormat.Property.FontSizeAdjustment, 0)
    made.setFontPointSize(size_px * 72 / dots_an_inch)
    return made


def _is_bold(block: QTextBlock) -> bool:
    """Whether it begins with bold letters, as a part without a heading does."""
    if block.charFormat().fontWeight() >= QFont.Weight.DemiBold:
        return True
    pieces = block.textFormats()
    return bool(pieces) and pieces[0].format.fontWeight() >= QFont.Weight.DemiBold
