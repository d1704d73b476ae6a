"""Rows of two lines in a list: a name in strong letters, and below it, softer, what is to be said of it."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, Qt
from PySide6.QtGui import QColor, QPainter
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from displayctl.desktop.look import letters
from displayctl.desktop.look.palette import COLOURS, SPACE_M, TEXT_BODY, TEXT_SMALL

_Index = QModelIndex | QPersistentModelIndex
BETWEEN_PX = 2


class NameRows(QStyledItemDelegate):
    """The words of an item are both lines, the last of them is the soft one; the style paints all else."""

    def initStyleOption(  # noqa: N802 - Qt's name
        self, option: QStyleOptionViewItem, index: _Index
    ) -> None:
        super().initStyleOption(option, index)
        option.text = ""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        super().paint(painter, option, index)
        name, _, note = str(index.data(Qt.ItemDataRole.DisplayRole) or "").rpartition("\n")
        lines = ((name, TEXT_BODY, letters.BOLD, COLOURS.text), (note, TEXT_SMALL, letters.PLAIN, COLOURS.text_soft))
        heights = [round(letters.metrics(size, weight).height()) for _, size, weight, _ in lines]
        rect: QRect = option.rect
        top = rect.center().y() - (sum(heights) + BETWEEN_PX) // 2
        painter.save()
        for (words, size, weight, colour), height in zip(lines, heights, strict=True):
            line = QRect(rect.left() + SPACE_M, top, rect.width() - 2 * SPACE_M, height)
            painter.setFont(letters.font(size, weight))
            painter.setPen(QColor(colour))
            painter.drawText(line, Qt.AlignmentFlag.AlignVCenter, letters.cut(words, line.width(), size, weight))
            top += height + BETWEEN_PX
        painter.restore()
