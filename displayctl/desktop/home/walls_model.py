"""The walls of the home page as a list: tiles in their order, filtered by words and by group."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from displayctl.desktop.presenters.wall_tiles import WallTile

_Index = QModelIndex | QPersistentModelIndex


class WallsModel(QAbstractListModel):
    """`Qt.UserRole` gives the WallTile."""

    def __init__(self) -> None:
        super().__init__()
        self._every: tuple[WallTile, ...] = ()
        self._shown: tuple[WallTile, ...] = ()
        self._rows: dict[str, int] = {}
        self._words: tuple[str, ...] = ()
        self._group = ""

    @property
    def tiles(self) -> tuple[WallTile, ...]:
        """What is shown."""
        return self._shown

    @property
    def every(self) -> tuple[WallTile, ...]:
        """What there is."""
        return self._every

    def show_tiles(self, tiles: tuple[WallTile, ...]) -> None:
        """Show these in this order; where only facts changed, choice and place stay."""
        self._every = tiles
        self._filter()

    def let_through(self, words: str, group: str) -> None:
        """Only those that have all of `words`, and are in `group` (empty: any)."""
        self._words, self._group = tuple(words.casefold().split()), group
        self._filter()

    def row_of(self, display_id: str) -> int | None:
        """Where a wall is shown."""
        return self._rows.get(display_id)

    def picture_came(self, display_id: str) -> None:
        """Have the tile of this wall painted anew."""
        row = self._rows.get(display_id)
        if row is not None:
            self.dataChanged.emit(self.index(row), self.index(row))

    def pictures_changed(self, medium_id: str) -> None:
        """Have the tiles painted anew on which this medium plays."""
        for row, tile in enumerate(self._shown):
            if tile.medium_id == medium_id:
                self.dataChanged.emit(self.index(row), self.index(row))

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._shown)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        tile = self._shown[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return tile.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return tile.said
        if role == Qt.ItemDataRole.ToolTipRole:
            return tile.tip
        return tile if role == Qt.ItemDataRole.UserRole else None

    def _filter(self) -> None:
        new = tuple(tile for tile in self._every if self._wanted(tile))
        if [tile.id for tile in new] != [tile.id for tile in self._shown]:
            self.beginResetModel()
            self._shown = new
            self._rows = {tile.id: row for row, tile in enumerate(new)}
            self.endResetModel()
            return
        before, self._shown = self._shown, new
        for row, (old, tile) in enumerate(zip(before, new, strict=True)):
            if old != tile:
                self.dataChanged.emit(self.index(row), self.index(row))

    def _wanted(self, tile: WallTile) -> bool:
        return (not self._group or self._group in tile.groups) and tile.has(self._words)
