"""When something plays, as a table: the wall, the day, the hours, the booking."""

from __future__ import annotations

from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QPersistentModelIndex, Qt
from PySide6.QtWidgets import QHeaderView, QTableView

from displayctl.desktop.presenters.airtime_words import booking_words, hours_words, short_day_words
from displayctl.desktop.presenters.airtimes import Airing
from schedules.display import Display

_Index = QModelIndex | QPersistentModelIndex
DEFAULT_ZONE = "Asia/Makassar"
ROW_PX = 34


class AiringsModel(QAbstractTableModel):
    """`Qt.UserRole` gives the Airing."""

    def __init__(self, headings: tuple[str, ...]) -> None:
        super().__init__()
        self._headings = headings
        self._walls: dict[str, Display] = {}
        self.airings: tuple[Airing, ...] = ()

    def show_airings(self, airings: tuple[Airing, ...], walls: dict[str, Display]) -> None:
        """Show these; `walls` are known by id."""
        self.beginResetModel()
        self.airings, self._walls = airings, walls
        self.endResetModel()

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.airings)

    def columnCount(self, parent: _Index | None = None) -> int:
        return len(self._headings)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self._headings[section]
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        airing = self.airings[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole):
            return self._cells(airing)[index.column()]
        return airing if role == Qt.ItemDataRole.UserRole else None

    def _cells(self, airing: Airing) -> tuple[str, ...]:
        zone = self.zone_of(airing)
        wall = self._walls.get(airing.display_id)
        return (
            wall.name if wall is not None else airing.display_id,
            short_day_words(airing.starts.astimezone(zone).date()),
            hours_words(airing, zone),
            booking_words(airing),
        )

    def zone_of(self, airing: Airing) -> ZoneInfo:
        """The time zone of the wall."""
        wall = self._walls.get(airing.display_id)
        return ZoneInfo(wall.time_zone if wall is not None else DEFAULT_ZONE)


def plain_table(model: QAbstractTableModel, name: str, *stretched: int) -> QTableView:
    """A table of whole rows without lines; the columns `stretched` share the room that is left."""
    made = QTableView()
    made.setModel(model)
    made.setAlternatingRowColors(True)
    made.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
    made.setSelectionMode(QTableView.SelectionMode.SingleSelection)
    made.setShowGrid(False)
    made.setTabKeyNavigation(False)
    made.setProperty("role", "bare")
    made.verticalHeader().hide()
    made.verticalHeader().setDefaultSectionSize(ROW_PX)
    made.setAccessibleName(name)
    header = made.horizontalHeader()
    header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    for column in stretched:
        header.setSectionResizeMode(column, QHeaderView.ResizeMode.Stretch)
    header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
    return made
