"""What was planned against what really played, by wall and day; saved as CSV for the office."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from PySide6.QtCore import (
    QAbstractTableModel,
    QDate,
    QModelIndex,
    QPersistentModelIndex,
    QSortFilterProxyModel,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QComboBox, QFileDialog, QHeaderView, QLineEdit, QStackedWidget, QTableView, QWidget

from displayctl.api.models import PlayedReport, PlayedRow
from displayctl.desktop.catalogue import Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.look.palette import COLOURS, SPACE_M
from displayctl.desktop.places import Place
from displayctl.desktop.presenters.problems import say_problem
from displayctl.desktop.presenters.report_words import share_words, summary_words
from displayctl.desktop.presenters.words import duration_words
from displayctl.desktop.schedule_tools.absence_window import AbsenceWindow
from displayctl.desktop.widgets.choices import date_edit, to_date
from displayctl.desktop.widgets.pieces import EmptyState, button, column, frame, label, row

ZONE = ZoneInfo("Asia/Makassar")
_Index = QModelIndex | QPersistentModelIndex
NUMBERS = range(3, 8)
LONGEST_QUESTION = timedelta(days=31)


class ReportModel(QAbstractTableModel):
    """The rows of a report; sorting goes by `Qt.UserRole`."""

    def __init__(self, headings: tuple[str, ...], names: dict[str, str]) -> None:
        super().__init__()
        self._headings, self._names = headings, names
        self._rows: tuple[PlayedRow, ...] = ()

    def show_rows(self, rows: tuple[PlayedRow, ...], names: dict[str, str]) -> None:
        """Show these; `names` are the walls' by id."""
        self.beginResetModel()
        self._rows, self._names = rows, names
        self.endResetModel()

    def row_at(self, number: int) -> PlayedRow:
        """The row `number`, as it was given."""
        return self._rows[number]

    def rowCount(self, parent: _Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def columnCount(self, parent: _Index | None = None) -> int:
        return len(self._headings)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if role == Qt.ItemDataRole.DisplayRole and orientation is Qt.Orientation.Horizontal:
            return self._headings[section]
        if role == Qt.ItemDataRole.TextAlignmentRole and section in NUMBERS:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        return None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        record = self._rows[index.row()]
        if role == Qt.ItemDataRole.DisplayRole:
            return self._texts(record)[index.column()]
        if role == Qt.ItemDataRole.UserRole:
            return self._values(record)[index.column()]
        if role == Qt.ItemDataRole.TextAlignmentRole and index.column() in NUMBERS:
            return int(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        short = record.played_seconds < 0.9 * record.planned_seconds
        if role == Qt.ItemDataRole.ForegroundRole and index.column() == 7 and short:
            return QColor(COLOURS.danger)
        return None

    def _texts(self, record: PlayedRow) -> tuple[str, ...]:
        return (
            self._names.get(record.display_id, record.display_id),
            record.slot_name or "–",
            record.medium_title,
            str(record.planned_plays),
            str(record.played_plays),
            duration_words(timedelta(seconds=record.planned_seconds)),
            duration_words(timedelta(seconds=record.played_seconds)),
            share_words(record.planned_seconds, record.played_seconds),
        )

    def _values(self, record: PlayedRow) -> tuple[Any, ...]:
        share = record.played_seconds / record.planned_seconds if record.planned_seconds else 0.0
        words = self._texts(record)[:3]
        numbers = (record.planned_plays, record.played_plays, record.planned_seconds, record.played_seconds, share)
        return (*words, *numbers)


class PlaysSection(QWidget):
    """Signals: `told` a sentence and its kind; `place_asked` a Place to go to."""

    told = Signal(str, str)
    place_asked = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._asked = 0
        self._build()
        desk.catalogue.changed.connect(self._topic_changed)
        self._offer_walls()
        self.refresh()

    def _build(self) -> None:
        today = self._desk.clock.now().astimezone(ZONE).date()
        self.first, self.last = date_edit(today - timedelta(days=6)), date_edit(today)
        self.first.setAccessibleName(self.tr("From"))
        self.last.setAccessibleName(self.tr("To"))
        for edit in (self.first, self.last):
            edit.dateChanged.connect(lambda _: self.refresh())
        self.wall = QComboBox()
        self.wall.setAccessibleName(self.tr("Wall"))
        self.wall.setMinimumWidth(160)
        self.wall.activated.connect(lambda: self.refresh())
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search (Ctrl+F)"))
        self.search.setAccessibleName(self.tr("Search (Ctrl+F)"))
        self.search.setClearButtonEnabled(True)
        self.search.setFixedWidth(180)
        self.save_button = button(self.tr("Save as CSV…"), self.ask_file, "primary", "save")
        self.why_button = button(self.tr("Why?…"), self.explain)
        self.why_button.setToolTip(self.tr("Why did it not play?"))
        self.why_button.setEnabled(False)
        bar = row(
            None,
            self.search,
            self.first,
            label("–", "soft"),
            self.last,
            self.wall,
            self.why_button,
            self.save_button,
        )
        headings = (
            self.tr("Wall"),
            self.tr("Slot"),
            self.tr("Medium"),
            self.tr("Planned"),
            self.tr("Played"),
            self.tr("Planned time"),
            self.tr("Played time"),
            self.tr("Kept"),
        )
        self.model = ReportModel(headings, {})
        self._sorted = QSortFilterProxyModel(self)
        self._sorted.setSourceModel(self.model)
        self._sorted.setSortRole(Qt.ItemDataRole.UserRole)
        self._sorted.setFilterKeyColumn(-1)
        self._sorted.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self.search.textChanged.connect(self._sorted.setFilterFixedString)
        self.table = self._table()
        self.table.selectionModel().currentRowChanged.connect(lambda *_: self._offer_why())
        self._summary = label("", "strong")
        self._places = QStackedWidget()
        self._places.addWidget(self.table)
        self._places.addWidget(
            EmptyState(
                "report",
                self.tr("Nothing to report for these days"),
                self.tr(
                    "Once something is published and walls have played it, each notice is listed here "
                    "with what was promised and what ran."
                ),
            )
        )
        layout = column(bar, self._summary, frame("card", column(self._places, margins=1)), spacing=SPACE_M)
        layout.setStretch(2, 1)
        self.setLayout(layout)

    def _table(self) -> QTableView:
        made = QTableView()
        made.setTabKeyNavigation(False)
        made.setModel(self._sorted)
        made.setSortingEnabled(True)
        made.sortByColumn(0, Qt.SortOrder.AscendingOrder)
        made.setAlternatingRowColors(True)
        made.setSelectionBehavior(QTableView.SelectionBehavior.SelectRows)
        made.setShowGrid(False)
        made.setProperty("role", "bare")
        made.verticalHeader().hide()
        made.verticalHeader().setDefaultSectionSize(36)
        made.setAccessibleName(self.tr("Planned against played"))
        header = made.horizontalHeader()
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(2, QHeaderView.ResizeMode.Stretch)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        return made

    # What is looked at

    def keep(self) -> tuple[QDate, QDate, int, str]:
        """The days, the wall and the search."""
        return self.first.date(), self.last.date(), self.wall.currentIndex(), self.search.text()

    def restore(self, kept: tuple[QDate, QDate, int, str]) -> None:
        first, last, wall, search = kept
        self.wall.setCurrentIndex(wall)
        self.search.setText(search)
        self.last.setDate(last)
        self.first.setDate(first)

    def refresh(self) -> None:
        """Ask the hub for the days on show."""
        starts, ends = self.range
        if ends <= starts:
            self.told.emit(self.tr("The last day is before the first; give a later one."), "warning")
            return
        client, wall = self._desk.hub.client, self.wall.currentData() or ""
        self._asked += 1
        asked = self._asked
        self._desk.tasks.run(
            lambda: client.played_report(starts, ends, wall),
            lambda report: self._show(asked, report),
            lambda error: (
                self.told.emit(say_problem(error), "warning") if asked == self._asked and self.isVisible() else None
            ),
            owner=self,
        )

    @property
    def range(self) -> tuple[datetime, datetime]:
        """From the first midnight to the midnight after the last day, or to now: what is still to come is not owed."""
        first, last = to_date(self.first.date()), to_date(self.last.date())
        return _midnight(first), min(_midnight(last + timedelta(days=1)), self._desk.clock.now())

    def _topic_changed(self, topic: str) -> None:
        if topic == Topic.DISPLAY:
            self._offer_walls()
        elif topic == Topic.RECORDS and self.isVisible():
            self.refresh()

    def showEvent(self, event: object) -> None:
        self.refresh()

    def _offer_walls(self) -> None:
        chosen = self.wall.currentData()
        self.wall.clear()
        self.wall.addItem(self.tr("All walls"), "")
        for kept in self._desk.catalogue.displays:
            self.wall.addItem(kept.value.name, kept.id)
        self.wall.setCurrentIndex(max(0, self.wall.findData(chosen)))

    def _show(self, asked: int, report: PlayedReport) -> None:
        if asked != self._asked:
            return
        names = {kept.id: kept.value.name for kept in self._desk.catalogue.displays}
        self.model.show_rows(report.rows, names)
        self._summary.setText(summary_words(report) if report.rows else "")
        self._places.setCurrentIndex(0 if report.rows else 1)
        self.save_button.setEnabled(bool(report.rows))

    # Why

    @property
    def row(self) -> PlayedRow | None:
        """The row that is chosen."""
        index = self._sorted.mapToSource(self.table.currentIndex())
        return self.model.row_at(index.row()) if index.isValid() else None

    def _offer_why(self) -> None:
        chosen = self.row
        self.why_button.setEnabled(chosen is not None and bool(chosen.medium_id))

    def explain(self) -> AbsenceWindow | None:
        """The window that says why the chosen one did not play in the days on show; 31 of them at the most."""
        chosen = self.row
        if chosen is None or not chosen.medium_id:
            return None
        starts, ends = self.range
        span = max(starts, ends - LONGEST_QUESTION), ends
        made = AbsenceWindow(self._desk, chosen.medium_id, chosen.display_id, span, chosen.slot_id, self)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        made.slot_asked.connect(lambda slot_id, day: self.place_asked.emit(Place("schedule", slot_id, day=day)))
        made.show()
        return made

    # Saving

    def ask_file(self) -> None:
        """Ask where the CSV goes, then save it."""
        dialog = QFileDialog(self, self.tr("Save the report"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("csv")
        dialog.setNameFilter(self.tr("Tables (*.csv)"))
        dialog.selectFile(f"laporan-{to_date(self.first.date())}-{to_date(self.last.date())}.csv")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.save_csv(Path(name)))
        dialog.open()

    def save_csv(self, path: Path) -> None:
        """Write the report on show to `path`."""
        (starts, ends), wall, client = self.range, self.wall.currentData() or "", self._desk.hub.client

        def saved() -> int:
            return path.write_bytes(client.played_report_csv(starts, ends, wall))

        self._desk.tasks.run(
            saved,
            lambda _: self.told.emit(self.tr("Saved as {path}").format(path=path), "good"),
            lambda error: self.told.emit(say_problem(error), "danger"),
            owner=self,
        )


def _midnight(day: date) -> datetime:
    return datetime.combine(day, time(0), ZONE).astimezone(UTC)
