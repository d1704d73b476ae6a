"""Requests below each other, newest first: number and state, title, agency and wished days. A model, not widgets."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from displayctl.api.requests import RequestBrief
from displayctl.desktop.look.directions import steady
from displayctl.desktop.look.palette import COLOURS, SPACE_M, SPACE_S, TEXT_BODY, TEXT_SMALL
from displayctl.desktop.presenters.request_words import brief_words, state_name, state_role

HEIGHT_PX, LINE_PX = 74, 18
_Index = QModelIndex | QPersistentModelIndex


class RequestModel(QAbstractListModel):
    """Requests as items; `Qt.UserRole` gives the RequestBrief."""

    def __init__(self) -> None:
        super().__init__()
        self._requests: tuple[RequestBrief, ...] = ()

    def show_requests(self, requests: Iterable[RequestBrief]) -> None:
        """Show these in this order; where only facts changed, the choice stays."""
        new = tuple(requests)
        if [each.id for each in new] == [each.id for each in self._requests]:
            self._requests = new
            if new:
                self.dataChanged.emit(self.index(0), self.index(len(new) - 1))
            return
        self.beginResetModel()
        self._requests = new
        self.endResetModel()

    def row_of(self, request_id: str) -> int | None:
        return next((row for row, each in enumerate(self._requests) if each.id == request_id), None)

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._requests)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        request = self._requests[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return request.title
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return f"{request.id}, {state_name(request.state)}: {request.title}, {brief_words(request)}"
        return request if role == Qt.ItemDataRole.UserRole else None


class RequestList(QListView):
    """Signal: `chosen` with a request's number when another one is; empty for none."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.requests = RequestModel()
        self.setModel(self.requests)
        self._rows = _Rows(self)
        self.setItemDelegate(self._rows)
        self.setUniformItemSizes(True)
        self.setProperty("role", "bare")
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setAccessibleName(self.tr("Requests"))
        self.selectionModel().currentChanged.connect(lambda: self.chosen.emit(self.current_id))

    @property
    def current_id(self) -> str:
        """The one on show; empty for none."""
        index = self.currentIndex()
        return index.data(Qt.ItemDataRole.UserRole).id if index.isValid() else ""

    def show_requests(self, requests: Iterable[RequestBrief]) -> None:
        """Show these, on the same one as before, or else the first."""
        before = self.current_id
        self.selectionModel().blockSignals(True)
        self.requests.show_requests(requests)
        self.selectionModel().blockSignals(False)
        row = self.requests.row_of(before) if before else None
        if row is None and self.requests.rowCount():
            row = 0
        if row is not None:
            self.setCurrentIndex(self.requests.index(row))
        elif before:
            self.chosen.emit("")

    def pick(self, request_id: str) -> None:
        """Show this one, if it is in the list."""
        row = self.requests.row_of(request_id)
        if row is not None:
            self.setCurrentIndex(self.requests.index(row))
            self.scrollTo(self.requests.index(row))


class _Rows(QStyledItemDelegate):
    """Number and state, the title, and what stands below it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(200, HEIGHT_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        request: RequestBrief = index.data(Qt.ItemDataRole.UserRole)
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(COLOURS.accent_soft))
        room = area.adjusted(SPACE_M, SPACE_S, -SPACE_M, -SPACE_S)
        inks = {"chip-danger": COLOURS.danger, "chip-warning": COLOURS.warning, "chip-good": COLOURS.good}
        lines = (
            (request.id, COLOURS.text_soft, TEXT_SMALL, False),
            (request.title, COLOURS.text, TEXT_BODY, True),
            (brief_words(request), COLOURS.text_soft, TEXT_SMALL, False),
        )
        for number, (words, ink, size, bold) in enumerate(lines):
            line = QRect(room.left(), room.top() + number * (LINE_PX + 2), room.width(), LINE_PX)
            _write(painter, line, words, ink, size, bold=bold)
        top = QRect(room.left(), room.top(), room.width(), LINE_PX)
        ink = inks.get(state_role(request.state), COLOURS.text_soft)
        _write(painter, top, state_name(request.state), ink, TEXT_SMALL, bold=True, right=True)
        painter.setPen(QColor(COLOURS.line))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        if state & QStyle.StateFlag.State_HasFocus:
            painter.setPen(QColor(COLOURS.accent))
            painter.drawRect(area.adjusted(1, 1, -2, -2))
        painter.restore()


def _write(
    painter: QPainter, place: QRect, words: str, ink: str, size_px: int, *, bold: bool, right: bool = False
) -> None:
    font = QFont(painter.font())
    font.setPixelSize(size_px)
    font.setBold(bold)
    painter.setFont(font)
    painter.setPen(QColor(ink))
    side = Qt.AlignmentFlag.AlignRight if right else Qt.AlignmentFlag.AlignLeft
    fitted = QFontMetrics(font).elidedText(steady(words), Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, side | Qt.AlignmentFlag.AlignVCenter, fitted)
