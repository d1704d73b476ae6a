"""The library as a table: one row a medium, sorted by clicking a heading; rows can be dragged as cards can."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QMimeData, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QStyledItemDelegate, QStyleOptionViewItem, QTableView

from displayctl.api.models import MediumInfo, MediumState
from displayctl.desktop.library.query import Order
from displayctl.desktop.pictures import Pictures
from displayctl.desktop.presenters.media_words import kind_words, length_words, state_words
from displayctl.desktop.presenters.validity import first_day, last_day
from displayctl.desktop.presenters.words import date_short, size_words
from displayctl.desktop.widgets.media_grid import MediaModel
from displayctl.desktop.widgets.own_ground import paint_ground, take_own_ground
from displayctl.desktop.widgets.picture_paint import paint_picture
from displayctl.desktop.widgets.selection import rows_of, select_rows

_Index = QModelIndex | QPersistentModelIndex
ROW_PX, PICTURE_PX = 40, 62
MOST_CELLS = 20_000
COLUMNS: tuple[tuple[Order, int], ...] = (
    (Order.NAME, 250),
    (Order.KIND, 150),
    (Order.FOLDER, 130),
    (Order.DURATION, 90),
    (Order.SIZE, 90),
    (Order.NEWEST, 110),
    (Order.EXPIRY, 110),
)
"""What each column shows and is sorted by, and its width at first; the title takes what the others leave."""

LEAST_TITLE_PX = 260
WANTED_FIRST = (Order.KIND, Order.NEWEST, Order.SIZE, Order.DURATION, Order.FOLDER, Order.EXPIRY)
"""Which columns a narrow table keeps longest; the others can be sorted by all the same."""


def _kind(medium: MediumInfo) -> str:
    return kind_words(medium.kind) if medium.state is MediumState.READY else state_words(medium.state)


def _day(day: date | None) -> str:
    return date_short(day) if day is not None else ""


_CELLS: dict[Order, Callable[[MediumInfo], str]] = {
    Order.NAME: lambda medium: medium.title,
    Order.KIND: _kind,
    Order.FOLDER: lambda medium: medium.folder,
    Order.DURATION: length_words,
    Order.SIZE: lambda medium: size_words(medium.size_bytes) if medium.size_bytes else "",
    Order.NEWEST: lambda medium: _day(first_day(medium.created_at)),
    Order.EXPIRY: lambda medium: _day(last_day(medium.expires_at)),
}


FLAGS = (
    Qt.ItemFlag.ItemIsSelectable
    | Qt.ItemFlag.ItemIsEnabled
    | Qt.ItemFlag.ItemIsDragEnabled
    | Qt.ItemFlag.ItemNeverHasChildren
)
_ANSWERED = frozenset({Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.UserRole})


class MediaTableModel(QAbstractTableModel):
    """The media of a MediaModel in columns; `Qt.UserRole` gives the MediumInfo."""

    def __init__(self, media: MediaModel) -> None:
        super().__init__()
        self._source = media
        self._known: dict[tuple[str, int, int], str] = {}
        media.modelAboutToBeReset.connect(self.beginResetModel)
        media.modelReset.connect(self.endResetModel)
        media.dataChanged.connect(self._changed)

    def _changed(self, first: QModelIndex, last: QModelIndex) -> None:
        self.dataChanged.emit(self.index(first.row(), 0), self.index(last.row(), len(COLUMNS) - 1))

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._source.media)

    def columnCount(self, parent: _Index | None = None) -> int:
        return len(COLUMNS)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role not in _ANSWERED:  # a view asks for seven roles of each cell at each frame
            return None
        medium = self._source.media[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._words(medium, index.column())
        if role == Qt.ItemDataRole.ToolTipRole:
            return medium.title if index.column() == 0 else None
        return medium

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (
            self.tr("Title"),
            self.tr("Kind"),
            self.tr("Folder"),
            self.tr("Length"),
            self.tr("Size"),
            self.tr("Added"),
            self.tr("Expires"),
        )[section]

    def _words(self, medium: MediumInfo, section: int) -> str:
        """What a cell says, put into words once for as long as the medium stays as it is."""
        key = (medium.id, medium.version, section)
        found = self._known.get(key)
        if found is None:
            if len(self._known) >= MOST_CELLS:
                self._known.clear()
            found = self._known[key] = _CELLS[COLUMNS[section][0]](medium)
        return found

    def flags(self, index: _Index) -> Qt.ItemFlag:
        return FLAGS

    def mimeTypes(self) -> list[str]:
        return self._source.mimeTypes()

    def mimeData(self, indexes: Iterable[QModelIndex]) -> QMimeData:
        rows = sorted({index.row() for index in indexes})
        return self._source.mimeData([self._source.index(row) for row in rows])


class _TitleCells(QStyledItemDelegate):
    """A small picture before the title."""

    def __init__(self, pictures: Pictures) -> None:
        super().__init__()
        self._pictures = pictures

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        medium: MediumInfo = index.data(Qt.ItemDataRole.UserRole)
        rect: QRect = option.rect
        words = QStyleOptionViewItem(option)
        words.rect = rect.adjusted(PICTURE_PX, 0, 0, 0)
        super().paint(painter, words, index)
        area = QRect(rect.left() + 4, rect.top() + 3, PICTURE_PX - 8, rect.height() - 6)
        paint_picture(painter, area, medium, self._pictures.thumbnail(medium.id, medium.version))


class MediaTable(QTableView):
    """Signal: `order_asked` with the Order of the heading that was clicked, and whether backwards."""

    order_asked = Signal(object, bool)

    def __init__(self, media: MediaModel, pictures: Pictures) -> None:
        super().__init__()
        self._model = MediaTableModel(media)
        self.setModel(self._model)
        self._cells = _TitleCells(pictures)
        self.setItemDelegateForColumn(0, self._cells)
        self.setProperty("role", "bare")
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setDragEnabled(True)
        self.setTabKeyNavigation(False)
        self.setAccessibleName(self.tr("Media"))
        take_own_ground(self)
        self.verticalHeader().hide()
        self.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.verticalHeader().setDefaultSectionSize(ROW_PX)
        header = self.horizontalHeader()
        header.setSectionsClickable(True)
        header.setHighlightSections(False)
        header.setSortIndicatorShown(True)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        for number, (_, width) in enumerate(COLUMNS):
            header.resizeSection(number, width)
        header.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        header.sectionClicked.connect(self._clicked)
        self._order, self._backwards = Order.NEWEST, False

    def sizeHint(self) -> QSize:
        return QSize(400, 300)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_ground(self, event)
        super().paintEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Columns for which there is no room are left out, so that none is cut in the middle."""
        room = self.viewport().width() - LEAST_TITLE_PX
        orders = [order for order, _ in COLUMNS]
        for order in WANTED_FIRST:
            section = orders.index(order)
            room -= COLUMNS[section][1]
            self.setColumnHidden(section, room < 0)
        super().resizeEvent(event)

    def show_order(self, order: Order, *, backwards: bool) -> None:
        """Mark the heading that rows are sorted by."""
        self._order, self._backwards = order, backwards
        section = next(number for number, (each, _) in enumerate(COLUMNS) if each is order)
        arrow = Qt.SortOrder.DescendingOrder if backwards else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(section, arrow)

    def _clicked(self, section: int) -> None:
        order = COLUMNS[section][0]  # the header has moved its own arrow by now, so that one says nothing
        self.order_asked.emit(order, order is self._order and not self._backwards)

    @property
    def rows(self) -> tuple[int, ...]:
        """The chosen rows."""
        return rows_of(self)

    def choose(self, rows: Iterable[int]) -> None:
        """Choose exactly these rows."""
        select_rows(self, rows)
