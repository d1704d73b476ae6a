"""A table of the report in a window: figures at the right, parts of the whole with a bar, sorted by what they are."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta
from heapq import nlargest
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, QRectF, QSortFilterProxyModel, Qt
from PySide6.QtGui import QColor, QPainter, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from displayctl.desk.reporting.tables import Cell, Column, Table, Value
from displayctl.desktop.look.palette import COLOURS, SPACE_S
from displayctl.desktop.presenters.report_words import cell_words, in_my_language

_Index = QModelIndex | QPersistentModelIndex
ROW_PX, BAR_PX, BAR_HIGH_PX = 40, 110, 5
WIDE_PX, NARROW_PX, MANY = 8, 5, 7
"""How wide a letter is reckoned; of more columns than MANY each has less room."""
LEAST_NAME_PX = 200
"""What the stretched column keeps; where that is not left, the others have no more than they need."""
SPARE_PX = 16
"""Of the room that Qt asks for a heading and its arrow."""
MEASURED_ROWS, MEASURED_FIGURES = 60, 3
"""Of so many rows the longest figures are measured: to measure each of them would hold the window up."""
SHORT_OF = 0.9
"""A plan of which less was kept is marked."""
_ARROW_ROOM = 5 * "\u00a0"
"""Behind a heading at the right, where the arrow of sorting would lie over its last letters."""
_EMPTY = Table("", ("", ""), (), (), ("", ""))


class FiguresModel(QAbstractTableModel):
    """The rows of one table; sorting goes by `Qt.UserRole`."""

    def __init__(self) -> None:
        super().__init__()
        self.table, self._zone = _EMPTY, ZoneInfo("UTC")
        self._sorted = -1

    def show_table(self, table: Table, zone: ZoneInfo) -> None:
        """Show another one, without its sums, which would be sorted away among the rest."""
        self.beginResetModel()
        self.table, self._zone = replace(table, rows=table.body, sums=0), zone
        self.endResetModel()

    def mark_sorted(self, section: int) -> None:
        """The table is sorted by this column; by none below 0."""
        self._sorted = section
        if self.table.columns:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.table.columns) - 1)

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.table.rows)

    def columnCount(self, parent: _Index | None = None) -> int:
        return len(self.table.columns)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or not 0 <= section < len(self.table.columns):
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            words = in_my_language(self.table.columns[section].words)
            return words + _ARROW_ROOM if section == self._sorted and self._is_figure(section) else words
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(section)
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        column = self.table.columns[index.column()]
        value = self.table.rows[index.row()][index.column()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self.words(value, column)
        if role == Qt.ItemDataRole.UserRole:
            return _sortable(value, column.cell)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return self._alignment(index.column())
        is_short = column.key in ("kept", "available") and isinstance(value, float) and value < SHORT_OF
        if role == Qt.ItemDataRole.ForegroundRole and is_short:
            return QColor(COLOURS.danger)
        return None

    def words(self, value: Value, column: Column) -> str:
        """A cell in words."""
        return cell_words(value, column.cell, self._zone)

    def _alignment(self, section: int) -> int:
        side = Qt.AlignmentFlag.AlignRight if self._is_figure(section) else Qt.AlignmentFlag.AlignLeft
        return int(side | Qt.AlignmentFlag.AlignVCenter)

    def _is_figure(self, section: int) -> bool:
        return self.table.columns[section].cell in (Cell.COUNT, Cell.LENGTH, Cell.PART)


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


class FiguresView(QTableView):
    """A table to be read, sorted and searched. `stretched` is the column that takes the room that is left."""

    def __init__(self, name: str, stretched: int = 0) -> None:
        super().__init__()
        self._stretched = stretched
        self._wanted_px: dict[int, tuple[int, int]] = {}
        self._narrow = False
        self.figures = FiguresModel()
        self.sorted = QSortFilterProxyModel(self)
        self.sorted.setSourceModel(self.figures)
        self.sorted.setSortRole(Qt.ItemDataRole.UserRole)
        self.sorted.setFilterKeyColumn(-1)
        self.sorted.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.setModel(self.sorted)
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
        self.setSortingEnabled(False)
        self.figures.show_table(table, zone)
        header = self.horizontalHeader()
        header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)  # as it came, until a heading is pressed
        self.sorted.sort(-1)
        self.setSortingEnabled(bool(table.rows))
        many = len(table.columns) - len(hidden.intersection(column.key for column in table.columns)) > MANY
        letter_px = NARROW_PX if many else WIDE_PX
        self._wanted_px.clear()
        for at, column in enumerate(table.columns):
            self.setColumnHidden(at, column.key in hidden)
            is_part = column.cell is Cell.PART
            self.setItemDelegateForColumn(at, self._bar if is_part else self.itemDelegate())
            header.setSectionResizeMode(at, QHeaderView.ResizeMode.Interactive)
            reckoned = BAR_PX if is_part else column.width * letter_px + 16
            heading, figures = header.sectionSizeHint(at), self._figures_px(at)
            airy = max(reckoned, heading, figures)
            if at != self._stretched:
                self._wanted_px[at] = airy if column.cell is Cell.TEXT else max(heading - SPARE_PX, figures), airy
        self._share_room()
        if table.columns:
            header.setSectionResizeMode(self._stretched, QHeaderView.ResizeMode.Stretch)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if self._has_little_room() != self._narrow:
            self._share_room()

    def _has_little_room(self) -> bool:
        beside = (airy for at, (_, airy) in self._wanted_px.items() if not self.isColumnHidden(at))
        return self.viewport().width() - sum(beside) < LEAST_NAME_PX

    def _share_room(self) -> None:
        """Airy columns, or where they would leave too little for the stretched one, as narrow as they bear."""
        self._narrow = self._has_little_room()
        for at, (least, airy) in self._wanted_px.items():
            self.setColumnWidth(at, least if self._narrow else airy)

    def _figures_px(self, section: int) -> int:
        """What the first figures of this column need: of a figure nothing is cut, of words something may be."""
        column, rows = self.figures.table.columns[section], self.figures.table.rows[:MEASURED_ROWS]
        if column.cell is Cell.TEXT:
            return 0
        lengths = [len(self.figures.words(row[section], column)) for row in rows]
        longest = nlargest(MEASURED_FIGURES, range(len(rows)), key=lengths.__getitem__)
        return max((self.sizeHintForIndex(self.sorted.index(at, section)).width() for at in longest), default=0)

    @property
    def row_number(self) -> int | None:
        """The place of the chosen row in the table, however it is sorted."""
        index = self.sorted.mapToSource(self.currentIndex())
        return index.row() if index.isValid() else None


def _sortable(value: Value, cell: Cell) -> object:
    """What Qt can compare; nothing comes before everything."""
    match value:
        case timedelta():
            return value.total_seconds()
        case datetime():
            return value.timestamp()
        case None:
            return "" if cell is Cell.TEXT else -1.0
        case str():
            return value.casefold()
        case _:
            return value
