"""Walls to tick, as a list with a filter: as quick with hundreds as with three."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import (
    QAbstractListModel,
    QModelIndex,
    QPersistentModelIndex,
    QSize,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtWidgets import QLineEdit, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from displayctl.desktop.look.palette import SPACE_S
from displayctl.desktop.presenters.words import counted, with_size
from displayctl.desktop.widgets.pieces import button, column, label, row
from schedules.display import Display

FILTER_FROM = 8
"""From so many walls on there is a line to filter them."""
_Index = QModelIndex | QPersistentModelIndex
_NO_PARENT = QModelIndex()


class _Walls(QAbstractListModel):
    """Walls with a tick each."""

    ticked_changed = Signal()

    def __init__(self, walls: tuple[Display, ...]) -> None:
        super().__init__()
        self._walls = walls
        self._ticked: set[str] = set()

    def tick(self, ids: Iterable[str]) -> None:
        self._ticked = set(ids)
        if self._walls:
            self.dataChanged.emit(self.index(0), self.index(len(self._walls) - 1), [Qt.ItemDataRole.CheckStateRole])

    @property
    def ticked(self) -> tuple[str, ...]:
        return tuple(wall.id for wall in self._walls if wall.id in self._ticked)

    def rowCount(self, parent: _Index = _NO_PARENT) -> int:
        return 0 if parent.isValid() else len(self._walls)

    def flags(self, index: _Index) -> Qt.ItemFlag:
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable | Qt.ItemFlag.ItemIsUserCheckable

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        wall = self._walls[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return with_size(wall.name, wall.canvas.width_px, wall.canvas.height_px)
        if role == Qt.ItemDataRole.CheckStateRole:
            return Qt.CheckState.Checked if wall.id in self._ticked else Qt.CheckState.Unchecked
        return None

    def setData(self, index: _Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.CheckStateRole:
            return False
        name = self._walls[index.row()].id
        if Qt.CheckState(value) == Qt.CheckState.Checked:
            self._ticked.add(name)
        else:
            self._ticked.discard(name)
        self.dataChanged.emit(index, index, [role])
        self.ticked_changed.emit()
        return True


class _Rows(QStyledItemDelegate):
    """As wide as the list, so that a long name ends in dots instead of at its edge."""

    def sizeHint(self, option: QStyleOptionViewItem, index: _Index) -> QSize:
        return QSize(0, super().sizeHint(option, index).height())


class WallChoice(QWidget):
    """Signal: `changed`, when a person ticks."""

    changed = Signal()

    def __init__(self, walls: tuple[Display, ...]) -> None:
        super().__init__()
        self._walls = walls
        self._model = _Walls(walls)
        self._model.ticked_changed.connect(self._told)
        self._shown = QSortFilterProxyModel(self)
        self._shown.setSourceModel(self._model)
        self._shown.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.list = QListView()
        self.list.setModel(self._shown)
        self.list.setUniformItemSizes(True)
        self.list.setItemDelegate(_Rows(self.list))
        self.list.setProperty("role", "ticks")
        self.list.setAccessibleName(self.tr("Walls"))
        self.filter = QLineEdit()
        self.filter.setMaxLength(100)
        self.filter.setPlaceholderText(self.tr("Filter walls"))
        self.filter.setAccessibleName(self.tr("Filter walls"))
        self.filter.textChanged.connect(self._shown.setFilterFixedString)
        self.filter.setVisible(len(walls) >= FILTER_FROM)
        self._count = label("", "caption")
        everyone = button(self.tr("All"), self.tick_all, "quiet")
        none = button(self.tr("None"), self.tick_none, "quiet")
        for made in (everyone, none):
            made.setAutoDefault(False)
        layout = column(
            self.filter, self.list, row(self._count, None, everyone, none, spacing=SPACE_S), spacing=SPACE_S
        )
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self._say()

    @property
    def ticked(self) -> tuple[str, ...]:
        """The ids of the ticked walls, in the order of the list."""
        return self._model.ticked

    def tick(self, ids: Iterable[str]) -> None:
        """Tick exactly these."""
        self._model.tick(ids)
        self._say()

    def tick_all(self) -> None:
        """Tick every wall."""
        self.tick(wall.id for wall in self._walls)
        self.changed.emit()

    def tick_none(self) -> None:
        """Tick no wall."""
        self.tick(())
        self.changed.emit()

    def _told(self) -> None:
        self._say()
        self.changed.emit()

    def _say(self) -> None:
        one, many = self.tr("{chosen} of {count} wall"), self.tr("{chosen} of {count} walls")
        self._count.setText(counted(one, many, len(self._walls), chosen=len(self.ticked)))
