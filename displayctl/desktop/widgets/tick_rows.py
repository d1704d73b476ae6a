"""Many things to tick, as rows of one list that scrolls: as quick with hundreds as with a handful."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QListView

ROWS_SEEN, ROW_PX = 8, 28
_Index = QModelIndex | QPersistentModelIndex


class TickModel(QAbstractListModel):
    """Things by id and name, each ticked or not."""

    def __init__(self, things: tuple[tuple[str, str], ...], ticked: Iterable[str]) -> None:
        super().__init__()
        self._things, self._ticked = things, set(ticked)

    @property
    def ticked(self) -> tuple[str, ...]:
        return tuple(key for key, _ in self._things if key in self._ticked)

    def tick(self, ids: Iterable[str]) -> None:
        """Tick exactly these."""
        self._ticked = set(ids)
        if self._things:
            self.dataChanged.emit(self.index(0), self.index(len(self._things) - 1))

    def turn(self, row: int) -> None:
        """Tick a row, or take its tick away."""
        self._ticked ^= {self._things[row][0]}
        self.dataChanged.emit(self.index(row), self.index(row))

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._things)

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        key, name = self._things[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return name
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if key in self._ticked else Qt.CheckState.Unchecked
        return None


class TickRows(QListView):
    """A click or the space bar ticks a row. Signal: `changed`, when a person ticks."""

    changed = Signal()

    def __init__(self, things: tuple[tuple[str, str], ...], ticked: Iterable[str]) -> None:
        super().__init__()
        self.ticks = TickModel(things, ticked)
        self.setModel(self.ticks)
        self.setUniformItemSizes(True)
        self.setProperty("role", "ticks")
        self.setFixedHeight(ROWS_SEEN * ROW_PX)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.clicked.connect(self._turn)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Space and self.currentIndex().isValid():
            self._turn(self.currentIndex())
        else:
            super().keyPressEvent(event)

    def _turn(self, index: QModelIndex) -> None:
        self.ticks.turn(index.row())
        self.changed.emit()
