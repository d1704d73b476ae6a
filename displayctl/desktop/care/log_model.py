"""Entries of a log as rows: when, how bad, what. At most so many are held; the others stay in the file."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt
from PySide6.QtGui import QColor

from displayctl.desktop.care.log_file import Level, LogEntry
from displayctl.desktop.look.palette import COLOURS
from displayctl.desktop.presenters.log_words import event_words, level_words
from displayctl.desktop.presenters.office_time import office_zone
from displayctl.desktop.presenters.words import clock_seconds_words, date_short

MOST_ROWS = 6000
WHEN, LEVEL, WHAT = range(3)
Index = QModelIndex | QPersistentModelIndex


class LogModel(QAbstractTableModel):
    """Oldest entries first."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.entries: list[LogEntry] = []

    def show_entries(self, entries: Sequence[LogEntry]) -> None:
        """Show these and nothing else."""
        self.beginResetModel()
        self.entries = list(entries)
        self.endResetModel()

    def put_before(self, entries: Sequence[LogEntry]) -> None:
        """Older ones; the newest go where there are too many."""
        if not entries:
            return
        self.beginInsertRows(QModelIndex(), 0, len(entries) - 1)
        self.entries[:0] = entries
        self.endInsertRows()
        self._cut(MOST_ROWS, len(self.entries))

    def put_behind(self, entries: Sequence[LogEntry]) -> None:
        """Newer ones; the oldest go where there are too many."""
        if not entries:
            return
        count = len(self.entries)
        self.beginInsertRows(QModelIndex(), count, count + len(entries) - 1)
        self.entries.extend(entries)
        self.endInsertRows()
        self._cut(0, len(self.entries) - MOST_ROWS)

    def chosen(self, rows: Iterable[int]) -> tuple[LogEntry, ...]:
        """The entries of these rows, in order."""
        return tuple(self.entries[row] for row in sorted(set(rows)) if 0 <= row < len(self.entries))

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self.entries)

    def columnCount(self, parent: Index | None = None) -> int:
        return 3

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation != Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("When"), self.tr("Kind"), self.tr("What happened"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        entry = self.entries[index.row()]
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._words(entry, index.column())
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == LEVEL:
            return QColor(_ink(entry.level))
        if role == Qt.ItemDataRole.ToolTipRole and index.column() == WHAT:
            return event_words(entry)
        return None

    def _words(self, entry: LogEntry, column: int) -> str:
        if column == LEVEL:
            return level_words(entry.level)
        if column == WHAT:
            return event_words(entry).replace("\n", " ")
        if entry.at is None:
            return "–"
        civil = entry.at.astimezone(office_zone())
        return f"{date_short(civil.date())} {clock_seconds_words(civil)}"

    def _cut(self, first: int, last: int) -> None:
        """Let go of the rows from `first` up to `last`."""
        if last > first:
            self.beginRemoveRows(QModelIndex(), first, last - 1)
            del self.entries[first:last]
            self.endRemoveRows()


def _ink(level: Level) -> str:
    if level >= Level.ERROR:
        return COLOURS.danger
    return COLOURS.warning if level == Level.WARNING else COLOURS.text_soft
