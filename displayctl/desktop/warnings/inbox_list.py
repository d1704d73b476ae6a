"""The inbox: warnings below each other, what waits for a person first, each with its level's colour and its state."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QListWidget, QListWidgetItem, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from displayctl.api.warnings import WarningBrief, WarningState
from displayctl.desktop.look.directions import steady
from displayctl.desktop.look.palette import COLOURS, SPACE_M, SPACE_S, TEXT_BODY, TEXT_SMALL, level_fill
from displayctl.desktop.presenters.alert_words import level_name
from displayctl.desktop.presenters.warning_words import counted_words, left_words, source_words, state_chip
from schedules.alert import AlertLevel

ID_ROLE = int(Qt.ItemDataRole.UserRole)
LOOK_ROLE = ID_ROLE + 1
BAR_PX, LINE_PX, HEIGHT_PX = 6, 18, 74


class InboxList(QListWidget):
    """Signal: `chosen` with a warning's id, when another one is."""

    chosen = Signal(str)

    def __init__(self, zone: ZoneInfo) -> None:
        super().__init__()
        self._zone = zone
        self.setItemDelegate(_Face(self))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Warnings"))
        self.currentItemChanged.connect(self._picked)

    @property
    def current_id(self) -> str:
        """The one on show; empty for none."""
        item = self.currentItem()
        return "" if item is None else str(item.data(ID_ROLE))

    def show_warnings(self, warnings: tuple[WarningBrief, ...], now: datetime) -> None:
        """Show these in their order, on the same one as before, or else the first."""
        before = self.current_id
        self.blockSignals(True)
        self.clear()
        for warning in warnings:
            item = QListWidgetItem()
            item.setData(ID_ROLE, warning.id)
            item.setData(LOOK_ROLE, _look(warning, now, self._zone))
            words, place = _look(warning, now, self._zone)[1:3]
            item.setData(Qt.ItemDataRole.AccessibleTextRole, f"{words}, {place}")
            self.addItem(item)
        self.blockSignals(False)
        ids = [warning.id for warning in warnings]
        if ids:
            self.setCurrentRow(ids.index(before) if before in ids else 0)
        if self.current_id != before or not ids:
            self.chosen.emit(self.current_id)

    def pick(self, warning_id: str) -> None:
        """Show this one, if it is in the list."""
        for at in range(self.count()):
            if self.item(at).data(ID_ROLE) == warning_id:
                self.setCurrentRow(at)

    def tick(self, warnings: tuple[WarningBrief, ...], now: datetime) -> None:
        """Say anew how long each is left."""
        by_id = {warning.id: warning for warning in warnings}
        for at in range(self.count()):
            warning = by_id.get(self.item(at).data(ID_ROLE))
            if warning is not None:
                self.item(at).setData(LOOK_ROLE, _look(warning, now, self._zone))

    def _picked(self) -> None:
        self.chosen.emit(self.current_id)


def _look(warning: WarningBrief, now: datetime, zone: ZoneInfo) -> tuple[str, str, str, str, str]:
    """Colour of the bar, headline, what stands below it, its state, and the colour of that."""
    over = warning.state is WarningState.OVER and not warning.correction_due
    faded = over or not warning.reaches_a_wall
    word, role = state_chip(warning)
    below = f"{level_name(AlertLevel(warning.level))} · {source_words(warning)} · {left_words(warning, now, zone)}"
    colour = COLOURS.line_strong if faded else level_fill(warning.level)
    state = counted_words(word, warning)
    return colour, warning.headline or warning.event, below, state, _ink(role)


def _ink(role: str) -> str:
    inks = {"chip-danger": COLOURS.danger, "chip-warning": COLOURS.warning, "chip-good": COLOURS.good}
    return inks.get(role, COLOURS.text_soft)


class _Face(QStyledItemDelegate):
    """A bar in the level's colour, the headline, and two lines below it."""

    def sizeHint(self, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        return QSize(200, HEIGHT_PX)

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        area: QRect = option.rect
        state: QStyle.StateFlag = option.state
        colour, headline, below, word, ink = index.data(LOOK_ROLE)
        painter.save()
        if state & QStyle.StateFlag.State_Selected:
            painter.fillRect(area, QColor(COLOURS.accent_soft))
        painter.fillRect(QRect(area.left(), area.top() + 4, BAR_PX, area.height() - 8), QColor(colour))
        room = area.adjusted(BAR_PX + SPACE_M, SPACE_S, -SPACE_S, -SPACE_S)
        lines = ((headline, COLOURS.text, TEXT_BODY, True), (below, COLOURS.text_soft, TEXT_SMALL, False))
        for number, (words, shade, size, bold) in enumerate((*lines, (word, ink, TEXT_SMALL, True))):
            _write(painter, QRect(room.left(), room.top() + number * (LINE_PX + 2), room.width(), LINE_PX), words,
                   shade, size, bold=bold)  # fmt: skip
        painter.setPen(QColor(COLOURS.line))
        painter.drawLine(area.bottomLeft(), area.bottomRight())
        painter.restore()


def _write(painter: QPainter, place: QRect, words: str, ink: str, size_px: int, *, bold: bool) -> None:
    font = QFont(painter.font())
    font.setPixelSize(size_px)
    font.setBold(bold)
    painter.setFont(font)
    painter.setPen(QColor(ink))
    fitted = QFontMetrics(font).elidedText(steady(words), Qt.TextElideMode.ElideRight, place.width())
    painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, fitted)
