"""The walls below each other under the names of their groups: a model and a view, quick with hundreds of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from displayctl.desktop.catalogue import Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.home.screens import Screens
from displayctl.desktop.presenters.wall_rows import Heading, Row
from displayctl.desktop.presenters.wall_tiles import WallTile
from displayctl.desktop.walls.row_paint import HEADING_PX, ROW_PX, RowLook, paint_heading, paint_row
from displayctl.desktop.widgets.selection import rows_of, select_rows

_Index = QModelIndex | QPersistentModelIndex


class WallListModel(QAbstractListModel):
    """Headings and walls; `Qt.UserRole` gives the Heading or WallTile. Headings can be neither chosen nor reached."""

    def __init__(self) -> None:
        super().__init__()
        self._rows: tuple[Row, ...] = ()
        self._places: dict[str, int] = {}

    @property
    def rows(self) -> tuple[Row, ...]:
        """What is shown."""
        return self._rows

    @property
    def walls(self) -> tuple[WallTile, ...]:
        """The walls among it."""
        return tuple(row for row in self._rows if isinstance(row, WallTile))

    def row_of(self, display_id: str) -> int | None:
        """Where a wall is shown."""
        return self._places.get(display_id)

    def keeps_places(self, rows: tuple[Row, ...]) -> bool:
        """Whether showing `rows` would change words alone."""
        return [_key(row) for row in rows] == [_key(row) for row in self._rows]

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show these; where only facts changed, choice and place stay."""
        if self.keeps_places(rows):
            before, self._rows = self._rows, rows
            for number, (old, new) in enumerate(zip(before, rows, strict=True)):
                if old != new:
                    self.dataChanged.emit(self.index(number), self.index(number))
            return
        self.beginResetModel()
        self._rows = rows
        self._places = {row.id: number for number, row in enumerate(rows) if isinstance(row, WallTile)}
        self.endResetModel()

    def picture_came(self, display_id: str) -> None:
        """Have the line of this wall painted anew."""
        row = self._places.get(display_id)
        if row is not None:
            self.dataChanged.emit(self.index(row), self.index(row))

    def pictures_changed(self, medium_id: str) -> None:
        """Have the lines painted anew of walls on which this medium plays."""
        for number, row in enumerate(self._rows):
            if isinstance(row, WallTile) and row.medium_id == medium_id:
                self.dataChanged.emit(self.index(number), self.index(number))

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        if not index.isValid() or isinstance(self._rows[index.row()], Heading):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemNeverHasChildren

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return row.group if isinstance(row, Heading) else row.name
        if role == Qt.ItemDataRole.ToolTipRole and isinstance(row, WallTile):
            return row.tip
        if role in (Qt.ItemDataRole.AccessibleTextRole, Qt.ItemDataRole.ToolTipRole):
            return row.said
        return row if role == Qt.ItemDataRole.UserRole else None


class _Lines(QStyledItemDelegate):
    """Paints headings and walls; pictures of walls come while their lines are looked at."""

    def __init__(self, desk: Desk, screens: Screens, view: QListView) -> None:
        super().__init__(view)
        self._desk, self._screens = desk, screens

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(200, HEADING_PX if isinstance(index.data(Qt.ItemDataRole.UserRole), Heading) else ROW_PX)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        row: Row = index.data(Qt.ItemDataRole.UserRole)
        painter.save()
        if isinstance(row, Heading):
            paint_heading(painter, option.rect, row)
        else:
            state, view = option.state, self.parent()
            here = isinstance(view, QListView) and view.hasFocus() and view.currentIndex() == index
            look = RowLook(
                row,
                self._picture(row),
                selected=bool(state & QStyle.StateFlag.State_Selected),
                focused=here,
                hovered=bool(state & QStyle.StateFlag.State_MouseOver),
            )
            paint_row(painter, option.rect, look)
        painter.restore()

    def _picture(self, tile: WallTile) -> QPixmap | None:
        """The wall's own; until it comes, that of the medium it says it shows."""
        seen = self._screens.look(tile.id, tile.connected)
        if seen is not None:
            return seen.picture
        medium = self._desk.catalogue.find(Topic.MEDIUM, tile.medium_id) if tile.medium_id else None
        return None if medium is None else self._desk.pictures.thumbnail(medium.id, medium.version)


class WallList(QListView):
    """Signal: `chosen` when the chosen walls are others."""

    chosen = Signal()

    def __init__(self, desk: Desk, screens: Screens) -> None:
        super().__init__()
        self.walls = WallListModel()
        self.setModel(self.walls)
        self._lines = _Lines(desk, screens, self)
        self.setItemDelegate(self._lines)
        self.setProperty("role", "bare")
        self.setMouseTracking(True)
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Walls"))
        self.selectionModel().selectionChanged.connect(lambda: self.chosen.emit())
        screens.came.connect(self.walls.picture_came)
        desk.pictures.came.connect(self.walls.pictures_changed)

    @property
    def chosen_ids(self) -> tuple[str, ...]:
        """The walls that are chosen, in their order."""
        rows = self.walls.rows
        found = (rows[number] for number in rows_of(self) if number < len(rows))
        return tuple(row.id for row in found if isinstance(row, WallTile))

    def show_rows(self, rows: tuple[Row, ...]) -> None:
        """Show these with the same walls chosen as before, as far as they are there."""
        if self.walls.keeps_places(rows):
            self.walls.show_rows(rows)
            return
        before = self.chosen_ids
        self.selectionModel().blockSignals(True)
        self.walls.show_rows(rows)
        self.choose(before)
        self.selectionModel().blockSignals(False)
        self.viewport().update()
        if self.chosen_ids != before:
            self.chosen.emit()

    def choose(self, ids: Iterable[str]) -> None:
        """Choose exactly these walls, those that are shown."""
        rows = [row for each in ids if (row := self.walls.row_of(each)) is not None]
        select_rows(self, rows)

    def reveal(self, display_id: str) -> None:
        """Choose one wall and bring it into view, with the keyboard on it."""
        row = self.walls.row_of(display_id)
        if row is not None:
            self.choose((display_id,))
            self.scrollTo(self.walls.index(row))
            self.setFocus(Qt.FocusReason.OtherFocusReason)


def _key(row: Row) -> str:
    return f"# {row.group}" if isinstance(row, Heading) else row.id
