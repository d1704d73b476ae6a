"""The rows of a table of the report for a view: in words, sorted by what they are, and searched by their names.

It sorts and searches by itself: a model between this one and the view would ask for every cell, one by one, which of
the thousands of rows of two hundred walls takes a second.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from displayctl.desk.reporting.tables import Cell, Column, Table, Value
from displayctl.desktop.look.palette import COLOURS
from displayctl.desktop.presenters.report_words import cell_words, in_my_language

_Index = QModelIndex | QPersistentModelIndex
_AS_IT_CAME = -1
SHORT_OF = 0.9
"""A plan of which less was kept is marked."""
_ARROW_ROOM = 5 * "\u00a0"
"""Behind a heading at the right, where the arrow of sorting would lie over its last letters."""
_EMPTY = Table("", ("", ""), (), (), ("", ""))


class FiguresModel(QAbstractTableModel):
    """The rows of one table; `Qt.UserRole` is what they are sorted by."""

    def __init__(self) -> None:
        super().__init__()
        self.table, self._zone = _EMPTY, ZoneInfo("UTC")
        self._sorted = _AS_IT_CAME
        self._order: tuple[int, ...] = ()
        self._shown: tuple[int, ...] = ()
        self._names: tuple[str, ...] | None = None
        self._sought = ""

    def show_table(self, table: Table, zone: ZoneInfo) -> None:
        """Show all of another one as it came, without its sums, which would be sorted away among the rest."""
        self.beginResetModel()
        self.table, self._zone = replace(table, rows=table.body, sums=0), zone
        self._order = self._shown = tuple(range(len(self.table.rows)))
        self._names, self._sought = None, ""
        self.endResetModel()

    def search(self, words: str) -> None:
        """Leave the rows that have `words` in one of their names."""
        self.beginResetModel()
        self._sought = words.strip().casefold()
        self._shown = self._found(self._order)
        self.endResetModel()

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        """By a column, rows alike in it as they were; below 0 as the table came."""
        if column < 0:
            self._arrange(range(len(self.table.rows)))
            return
        cell = self.table.columns[column].cell
        keys: list[Any] = [_sortable(row[column], cell) for row in self.table.rows]
        self._arrange(sorted(self._order, key=keys.__getitem__, reverse=order is Qt.SortOrder.DescendingOrder))

    def mark_sorted(self, section: int) -> None:
        """The table is sorted by this column; by none below 0."""
        self._sorted = section
        if self.table.columns:
            self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, len(self.table.columns) - 1)

    def number_of(self, place: int) -> int:
        """The number in the table of the row that is shown at `place`."""
        return self._shown[place]

    def place_of(self, number: int | None) -> int | None:
        """Where the row of this number is shown; None where it is not."""
        return self._shown.index(number) if number is not None and number in self._shown else None

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._shown)

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
        value = self.table.rows[self._shown[index.row()]][index.column()]
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

    def _arrange(self, order: Iterable[int]) -> None:
        self.layoutAboutToBeChanged.emit()
        kept = self.persistentIndexList()
        numbers = [self._shown[index.row()] for index in kept]
        self._order = tuple(order)
        self._shown = self._found(self._order)
        places = {number: place for place, number in enumerate(self._shown)}
        now = [self.index(places[number], index.column()) for number, index in zip(numbers, kept, strict=True)]
        self.changePersistentIndexList(kept, now)
        self.layoutChanged.emit()

    def _found(self, order: tuple[int, ...]) -> tuple[int, ...]:
        if not self._sought:
            return order
        if self._names is None:
            at = [place for place, column in enumerate(self.table.columns) if column.cell is Cell.TEXT]
            self._names = tuple("\n".join(str(row[place] or "") for place in at).casefold() for row in self.table.rows)
        names = self._names
        return tuple(number for number in order if self._sought in names[number])

    def _alignment(self, section: int) -> int:
        side = Qt.AlignmentFlag.AlignRight if self._is_figure(section) else Qt.AlignmentFlag.AlignLeft
        return int(side | Qt.AlignmentFlag.AlignVCenter)

    def _is_figure(self, section: int) -> bool:
        return self.table.columns[section].cell in (Cell.COUNT, Cell.LENGTH, Cell.PART)


def _sortable(value: Value, cell: Cell) -> object:
    """What can be compared; nothing comes before everything."""
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
