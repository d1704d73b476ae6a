"""What a jump offers, as a list: an icon, the title, beside it what it is; painted, not made of widgets."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QPainter
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem

from displayctl.desktop.look import icons
from displayctl.desktop.look.directions import steady
from displayctl.desktop.look.palette import COLOURS, RADIUS, SPACE_M, SPACE_S, TEXT_BODY, TEXT_SMALL
from displayctl.desktop.presenters.jump_index import Sort, Target

_Index = QModelIndex | QPersistentModelIndex
ROW_PX, ICON_PX = 38, 18
_ICONS = {
    Sort.PAGE: "chevron-right",
    Sort.COMMAND: "check",
    Sort.WALL: "wall",
    Sort.PLAYLIST: "playlist",
    Sort.SLOT: "calendar",
    Sort.MEDIUM: "picture",
}


def sort_words(sort: Sort) -> str:
    """What kind of thing it is."""
    translate = QCoreApplication.translate
    return {
        Sort.PAGE: translate("Jump", "Page"),
        Sort.COMMAND: translate("Jump", "Do it"),
        Sort.WALL: translate("Jump", "Wall"),
        Sort.PLAYLIST: translate("Jump", "Playlist"),
        Sort.SLOT: translate("Jump", "Booking"),
        Sort.MEDIUM: translate("Jump", "Medium"),
    }[sort]


def beside_words(target: Target) -> str:
    """What stands beside a title: its kind, and what it belongs to."""
    kind = sort_words(target.sort)
    return f"{kind} · {target.note}" if target.note else kind


class JumpModel(QAbstractListModel):
    """What was found; `Qt.UserRole` gives the Target."""

    def __init__(self) -> None:
        super().__init__()
        self.targets: tuple[Target, ...] = ()

    def show_targets(self, targets: tuple[Target, ...]) -> None:
        """Show these, the best first."""
        self.beginResetModel()
        self.targets = targets
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.targets)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        target = self.targets[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return target.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{target.title}, {beside_words(target)}"
        return target if role == Qt.ItemDataRole.UserRole else None


class JumpRows(QStyledItemDelegate):
    """Paints one row."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(200, ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        target: Target = index.data(Qt.ItemDataRole.UserRole)
        rect: QRect = option.rect.adjusted(2, 1, -2, -1)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(QColor(COLOURS.accent))
            painter.setBrush(QColor(COLOURS.accent_soft))
            painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)
        drawing = icons.pixmap(_ICONS[target.sort], COLOURS.text_soft, ICON_PX)
        painter.drawPixmap(rect.left() + SPACE_M, rect.center().y() - ICON_PX // 2, drawing)
        words = rect.adjusted(SPACE_M * 2 + ICON_PX, 0, -SPACE_M, 0)
        taken = _paint_right(painter, words, beside_words(target))
        _paint_left(painter, words.adjusted(0, 0, -taken - SPACE_S, 0), target.title)
        painter.restore()


def _paint_left(painter: QPainter, area: QRect, words: str) -> None:
    painter.setFont(_font(TEXT_BODY, QFont.Weight.DemiBold))
    painter.setPen(QColor(COLOURS.text))
    said = painter.fontMetrics().elidedText(steady(words), Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, said)


def _paint_right(painter: QPainter, area: QRect, words: str) -> int:
    """The room that was taken, in pixels; at most a third."""
    painter.setFont(_font(TEXT_SMALL, QFont.Weight.Normal))
    painter.setPen(QColor(COLOURS.text_soft))
    said = painter.fontMetrics().elidedText(steady(words), Qt.TextElideMode.ElideRight, area.width() // 3)
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight, said)
    return painter.fontMetrics().horizontalAdvance(said)


def _font(size_px: int, weight: QFont.Weight) -> QFont:
    font = QFont()
    font.setPixelSize(size_px)
    font.setWeight(weight)
    return font
