"""A table of the report in a window: figures at the right, parts of the whole with a bar, sorted by what they are."""

from __future__ import annotations

from heapq import nlargest
from zoneinfo import ZoneInfo

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QResizeEvent
from PySide6.QtWidgets import QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from displayctl.desk.reporting.tables import Cell, Table
from displayctl.desktop.look.palette import COLOURS, SPACE_S
from displayctl.desktop.reports.figures_model import FiguresModel

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
        if self._sought:
            self.figures.search(self._sought)  # once everything was measured

    def search(self, words: str) -> None:
        """Leave the rows that have `words` in one of their names, in tables that come, too; what is chosen stays so."""
        chosen, self._sought = self.row_number, words
        self.figures.search(words)
        place = self.figures.place_of(chosen)
        if place is not None:
            self.selectRow(place)

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
        return max((self.sizeHintForIndex(self.figures.index(at, section)).width() for at in longest), default=0)

    @property
    def row_number(self) -> int | None:
        """The place of the chosen row in the table, however it is sorted."""
        index = self.currentIndex()
        return self.figures.number_of(index.row()) if index.isValid() else None
