"""Markdown in a text view, with headings no larger than those of pages, and air above each part."""

from __future__ import annotations

from itertools import product

from PySide6.QtGui import (
    QColor,
    QFont,
    QTextBlock,
    QTextBlockFormat,
    QTextCharFormat,
    QTextCursor,
    QTextFrameFormat,
    QTextTable,
    QTextTableCell,
    QTextTableCellFormat,
)
from PySide6.QtWidgets import QTextBrowser

from displayctl.desktop.look.palette import COLOURS, SPACE_L, SPACE_M, SPACE_S, TEXT_HEADING, TEXT_STRONG


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
    _give_tables_room(view)
    view.moveCursor(QTextCursor.MoveOperation.Start)


def _give_tables_room(view: QTextBrowser) -> None:
    """Room around what cells say, and one line below each row."""
    for table in view.document().rootFrame().childFrames():
        if isinstance(table, QTextTable):
            shape = table.format()
            shape.setBorder(0)
            shape.setCellSpacing(0)
            shape.setTopMargin(SPACE_S)
            shape.setBottomMargin(SPACE_S)
            table.setFormat(shape)
            for place in product(range(table.rows()), range(table.columns())):
                _underline(table.cellAt(*place))


def _underline(cell: QTextTableCell) -> None:
    made = QTextTableCellFormat()
    made.merge(cell.format())
    made.setPadding(SPACE_S - 2)
    made.setRightPadding(SPACE_L)
    made.setBottomBorder(1)
    made.setBottomBorderStyle(QTextFrameFormat.BorderStyle.BorderStyle_Solid)
    made.setBottomBorderBrush(QColor(COLOURS.line))
    cell.setFormat(made)


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
