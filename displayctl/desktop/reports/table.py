"""A table of the report in a window: figures at the right, parts of the whole with a bar, sorted by what they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from heapq import nlargest
from zoneinfo import ZoneInfo

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from displayctl.desk.reporting.tables import Cell, Column, Table
from displayctl.desktop.look.palette import COLOURS, SPACE_S
from displayctl.desktop.reports.figures_model import FiguresModel

_Index = QModelIndex | QPersistentModelIndex
ROW_PX, BAR_PX, BAR_HIGH_PX = 40, 110, 5
WIDE_PX, NARROW_PX, MANY = 8, 5, 7
"""How wide a letter is reckoned; of more columns than MANY each has less room."""
LEAST_NAME_PX = 200
"""What the stretched column has; where that is not left, the others have no more than they need."""
LEAST_WORDS_PX = 90
"""What a column of words keeps in a narrow window."""
SPARE_PX = 24
"""Of the room that Qt asks for a heading and its arrow."""
MEASURED_ROWS, MEASURED_FIGURES = 60, 3
"""Of so many rows the longest figures are measured: to measure each of them would hold the window up."""


class PartBar(QStyledItemDelegate):
    """Paints a part of the whole as a bar under its words."""

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        super().paint(painter, option, index)
        part = index.data(Qt.ItemDataRole.UserRole)
        area = QRectF(option.rect).adjusted(SPACE_S, 0, -SPACE_S, -4)
        area.setTop(area.bottom() - BAR_HIGH_PX)
        painter.save()
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(COLOURS.sunken))
        painter.drawRect(area)
        short = index.data(Qt.ItemDataRole.ForegroundRole) is not None
        painter.setBrush(QColor(COLOURS.danger if short else COLOURS.accent))
        area.setWidth(area.width() * max(0.0, min(1.0, float(part or 0.0))))
        painter.drawRect(area)
        painter.restore()


@dataclass(frozen=True, slots=True)
class _Room:
    """What a column beside the stretched one bears, and what it would like."""

    least_px: int
    airy_px: int
    has_words: bool = False


class FiguresView(QTableView):
    """A table to be read, sorted and searched. `stretched` is the column that takes the room that is left."""

    def __init__(self, name: str, stretched: int = 0) -> None:
        super().__init__()
        self._stretched = stretched
        self._beside: dict[int, _Room] = {}
        self._name_px = 0
        self._narrow = False
        self.figures = FiguresModel()
        self._sought = ""
        self.setModel(self.figures)
        self._bar = PartBar(self)
        self.setTabKeyNavigation(False)
        self.setAlternatingRowColors(True)
        self.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QTableView.SelectionMode.SingleSelection)
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setProperty("role", "bare")
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(ROW_PX)
        self.horizontalHeader().setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        self.horizontalHeader().setMinimumSectionSize(60)
        self.horizontalHeader().sortIndicatorChanged.connect(lambda section, _: self.figures.mark_sorted(section))
        self.setAccessibleName(name)

    def show_table(self, table: Table, zone: ZoneInfo, hidden: frozenset[str] = frozenset()) -> None:
        """Show another table without the columns `hidden`; the row of what was chosen is let go."""
        self.ensurePolished()  # figures need more room in the letters and margins of the window's style
        self.setSortingEnabled(False)
        self.figures.show_table(table, zone)
        header = self.horizontalHeader()
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)  # as it came, until a heading is pressed
        self.setSortingEnabled(bool(table.rows))
        many = len(table.columns) - len(hidden.intersection(column.key for column in table.columns)) > MANY
        letter_px = NARROW_PX if many else WIDE_PX
        self._beside.clear()
        for at, column in enumerate(table.columns):
            self.setColumnHidden(at, column.key in hidden)
            is_part = column.cell is Cell.PART
            self.setItemDelegateForColumn(at, self._bar if is_part else self.itemDelegate())
            header.setSectionResizeMode(at, QHeaderView.ResizeMode.Interactive)
            room = self._room_for(at, column, letter_px)
            if at == self._stretched:
                self._name_px = min(LEAST_NAME_PX, room.least_px)
            else:
                self._beside[at] = room
        self._share_room()
        if self._sought:
            self.figures.search(self._sought)  # once everything was measured

    def _room_for(self, at: int, column: Column, letter_px: int) -> _Room:
        reckoned = BAR_PX if column.cell is Cell.PART else column.width * letter_px + 16
        heading, longest = self.horizontalHeader().sectionSizeHint(at), self._longest_px(at)
        if column.cell is not Cell.TEXT:
            return _Room(max(heading - SPARE_PX, longest), max(reckoned, heading, longest))
        if at == self._stretched:
            return _Room(max(heading, longest), reckoned)
        airy = max(reckoned, heading)  # of a figure nothing is cut, of words something may be
        return _Room(min(airy, max(LEAST_WORDS_PX, heading)), airy, has_words=True)

    def search(self, words: str) -> None:
        """Leave the rows that have `words` in one of their names, in tables that come, too; what is chosen stays so."""
        chosen, self._sought = self.row_number, words
        self.figures.search(words)
        place = self.figures.place_of(chosen)
        if place is not None:
            self.selectRow(place)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._narrow or self._has_little_room():
            self._share_room()

    def _has_little_room(self) -> bool:
        airy = sum(room.airy_px for room in self._shown_beside().values())
        return self.viewport().width() - airy < LEAST_NAME_PX

    def _shown_beside(self) -> dict[int, _Room]:
        return {at: room for at, room in self._beside.items() if not self.isColumnHidden(at)}

    def _share_room(self) -> None:
        """Airy columns. Where they would leave too little for the stretched one: figures as narrow as they bear, words
        in a part of their room; and where that is too little, too, the table is wider than what is seen of it."""
        self._narrow = self._has_little_room()
        widths = {at: room.airy_px for at, room in self._shown_beside().items()}
        if self._narrow:
            widths = _narrow_widths(self._shown_beside(), self.viewport().width() - self._name_px)
        for at, width in widths.items():
            self.setColumnWidth(at, width)
        if self.figures.table.columns:
            cramped = self.viewport().width() - sum(widths.values()) < self._name_px
            mode = QHeaderView.ResizeMode.Interactive if cramped else QHeaderView.ResizeMode.Stretch
            self.horizontalHeader().setSectionResizeMode(self._stretched, mode)
            if cramped:
                self.setColumnWidth(self._stretched, self._name_px)

    def _longest_px(self, section: int) -> int:
        """What the longest of the first rows need in this column."""
        column, rows = self.figures.table.columns[section], self.figures.table.rows[:MEASURED_ROWS]
        lengths = [len(self.figures.words(row[section], column)) for row in rows]
        longest = nlargest(MEASURED_FIGURES, range(len(rows)), key=lengths.__getitem__)
        return max((self.sizeHintForIndex(self.figures.index(at, section)).width() for at in longest), default=0)

    @property
    def row_number(self) -> int | None:
        """The place of the chosen row in the table, however it is sorted."""
        index = self.currentIndex()
        return self.figures.number_of(index.row()) if index.isValid() else None


def _narrow_widths(beside: Mapping[int, _Room], room_px: int) -> dict[int, int]:
    """Figures with no more than they need; words with what is left of `room_px`, each with the same part of its own."""
    words_px = sum(room.airy_px for room in beside.values() if room.has_words)
    left_px = room_px - sum(room.least_px for room in beside.values() if not room.has_words)
    part = min(1.0, max(0, left_px) / words_px) if words_px else 0.0
    return {
        at: max(room.least_px, int(room.airy_px * part)) if room.has_words else room.least_px
        for at, room in beside.items()
    }
