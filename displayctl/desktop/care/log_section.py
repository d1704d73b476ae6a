"""Log files of this computer: the newest entries first seen, older ones as one scrolls up, followed while they grow."""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QDateTime, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QComboBox,
    QDateTimeEdit,
    QFileDialog,
    QHeaderView,
    QLineEdit,
    QPlainTextEdit,
    QSplitter,
    QTableView,
    QWidget,
)

from displayctl.desktop.care.log_export import export_entries
from displayctl.desktop.care.log_file import Level, LogFile, LogFilter, LogPage
from displayctl.desktop.care.log_model import LEVEL, WHAT, WHEN, LogModel
from displayctl.desktop.care.log_places import log_files
from displayctl.desktop.look.palette import SPACE_M, SPACE_S
from displayctl.desktop.presenters.log_words import level_words, whole_words
from displayctl.desktop.presenters.office_time import office_zone
from displayctl.desktop.presenters.problems import say_problem
from displayctl.desktop.presenters.words import clock_pattern, counted, size_words
from displayctl.desktop.widgets.pieces import button, column, label, row

if TYPE_CHECKING:
    from displayctl.desktop.desk import Desk

FOLLOW_MS, TYPED_MS = 1000, 250
LEAST_ROWS = 60
"""A search goes on by itself until so many were found, or the file is through."""


class LogSection(QWidget):
    """Signal: `told` a sentence and its kind."""

    told = Signal(str, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._run = 0
        self._busy = False
        self._page = LogPage((), 0, 0)
        self.model = LogModel(self)
        self._make_controls()
        self._make_table()
        head = row(self.file, self.level, self.search, self.until, self.at, self.follow, spacing=SPACE_S)
        head.setStretch(2, 1)
        foot = row(
            self.state,
            None,
            button(self.tr("Copy"), self.copy, icon="copy"),
            button(self.tr("Save as a file…"), self.choose_export, icon="export"),
            spacing=SPACE_S,
        )
        split = QSplitter(Qt.Orientation.Vertical)
        split.setChildrenCollapsible(False)
        split.addWidget(self.table)
        split.addWidget(self.details)
        split.setStretchFactor(0, 4)
        split.setStretchFactor(1, 1)
        layout = column(head, split, foot, spacing=SPACE_M)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self._timer = QTimer(self)
        self._timer.setInterval(FOLLOW_MS)
        self._timer.timeout.connect(self._look_for_more)
        self.read()

    def _make_controls(self) -> None:
        self.file = QComboBox()
        self.file.setAccessibleName(self.tr("Log file"))
        for words, path in log_files(self._desk.installation):
            self.file.addItem(words, str(path))
        self.file.currentIndexChanged.connect(self.read)
        self.level = QComboBox()
        self.level.setAccessibleName(self.tr("How bad at least"))
        self.level.addItem(self.tr("everything"), Level.DEBUG)
        for least in (Level.WARNING, Level.ERROR):
            self.level.addItem(self.tr("{level} and worse").format(level=level_words(least)), least)
        self.level.currentIndexChanged.connect(self.read)
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Words in the entry"))
        self.search.setAccessibleName(self.tr("Words in the entry"))
        self.search.setClearButtonEnabled(True)
        self.search.setMaxLength(200)
        self._typed = QTimer(self)
        self._typed.setSingleShot(True)
        self._typed.setInterval(TYPED_MS)
        self._typed.timeout.connect(self.read)
        self.search.textChanged.connect(lambda _: self._typed.start())
        self.until = QCheckBox(self.tr("Up to"))
        self.until.toggled.connect(self._until_changed)
        now = self._desk.clock.now().astimezone(office_zone())
        self.at = QDateTimeEdit(QDateTime(now.year, now.month, now.day, now.hour, now.minute, 0))
        self.at.setAccessibleName(self.tr("Entries up to this time"))
        self.at.setCalendarPopup(True)
        self.at.setDisplayFormat(f"dd/MM/yyyy {clock_pattern()}")
        self.at.setEnabled(False)
        self.at.editingFinished.connect(self.read)
        self.follow = QCheckBox(self.tr("Follow"))
        self.follow.setToolTip(self.tr("New entries appear as they are written"))
        self.follow.setChecked(True)

    def _make_table(self) -> None:
        self.table = QTableView()
        self.table.setModel(self.model)
        self.table.setAccessibleName(self.tr("Entries of the log"))
        self.table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.table.setTabKeyNavigation(False)
        self.table.setWordWrap(False)
        self.table.setShowGrid(False)
        self.table.verticalHeader().hide()
        header = self.table.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        header.setSectionResizeMode(WHAT, QHeaderView.ResizeMode.Stretch)
        letters = self.table.fontMetrics()
        header.resizeSection(WHEN, letters.horizontalAdvance("99 Sept 9999 99:99:99") + 28)
        header.resizeSection(LEVEL, letters.horizontalAdvance("peringatan") + 32)
        self.table.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.table.selectionModel().selectionChanged.connect(lambda *_: self._show_details())
        QShortcut(QKeySequence.StandardKey.Copy, self.table, self.copy, context=Qt.ShortcutContext.WidgetShortcut)
        self.details = QPlainTextEdit()
        self.details.setReadOnly(True)
        self.details.setAccessibleName(self.tr("The whole entry"))
        self.details.setPlaceholderText(self.tr("Choose an entry to see the whole of it."))
        self.state = label("", "soft")

    @property
    def log_file(self) -> LogFile:
        """The file on show."""
        return LogFile(Path(str(self.file.currentData() or "")))

    @property
    def wish(self) -> LogFilter:
        """What is looked for."""
        return LogFilter(Level(self.level.currentData() or Level.DEBUG), self.search.text().strip())

    @property
    def _until(self) -> datetime:
        """The time that was chosen, on the clocks by which entries are shown."""
        day, at = self.at.date(), self.at.time()
        civil = datetime(day.year(), day.month(), day.day(), at.hour(), at.minute(), tzinfo=office_zone())
        return civil.astimezone(UTC)

    # Reading

    def read(self, *_: object) -> None:
        """Begin anew at the end, or at the chosen time."""
        self._run += 1
        self._busy = True
        self.model.show_entries(())
        self.details.clear()
        file, wish = self.log_file, self.wish
        until = self._until if self.until.isChecked() else None
        self._tell_searching()

        def work() -> LogPage:
            return file.before(None if until is None else file.place_of(until), wish)

        run = self._run
        self._desk.tasks.run(work, partial(self._begun, run), partial(self._failed, run), owner=self)

    def _begun(self, run: int, page: LogPage) -> None:
        if run == self._run:
            self._page = page
            self._busy = False
            self.model.show_entries(page.entries)
            self.table.scrollToBottom()
            self._tell_state()
            self._search_on()

    def _scrolled(self, value: int) -> None:
        if value <= self.table.verticalScrollBar().minimum():
            self._read_older()

    def _read_older(self) -> None:
        if self._busy or self._page.starts <= 0:
            return
        self._busy = True
        run, file, wish, place = self._run, self.log_file, self.wish, self._page.starts
        self._tell_searching()
        self._desk.tasks.run(
            lambda: file.before(place, wish), partial(self._older, run), partial(self._failed, run), owner=self
        )

    def _older(self, run: int, page: LogPage) -> None:
        if run != self._run:
            return
        self._busy = False
        self._page = LogPage((), page.starts, self._page.ends)
        at = self.table.rowAt(0)
        self.model.put_before(page.entries)
        if page.entries:
            self.table.scrollTo(
                self.model.index(max(0, at) + len(page.entries), 0), QAbstractItemView.ScrollHint.PositionAtTop
            )
        self._tell_state()
        self._search_on()

    def _search_on(self) -> None:
        """A rare word in a long file is looked for further back by itself."""
        if self.isVisible() and len(self.model.entries) < LEAST_ROWS:
            self._read_older()

    def _look_for_more(self) -> None:
        if self._busy or not self.follow.isChecked() or self.until.isChecked() or not self.isVisible():
            return
        self._busy = True
        run, file, wish, place = self._run, self.log_file, self.wish, self._page.ends
        self._desk.tasks.run(
            lambda: file.after(place, wish), partial(self._newer, run), partial(self._failed, run), owner=self
        )

    def _newer(self, run: int, page: LogPage) -> None:
        if run != self._run:
            return
        self._busy = False
        if page.starts < self._page.ends:  # begun anew
            self.read()
            return
        bar = self.table.verticalScrollBar()
        at_end = bar.value() >= bar.maximum()
        self._page = LogPage((), self._page.starts, page.ends)
        self.model.put_behind(page.entries)
        if at_end and page.entries:
            self.table.scrollToBottom()
        self._tell_state()

    def _failed(self, run: int, error: Exception) -> None:
        if run == self._run:
            self._busy = False
            self.state.setText(say_problem(error))

    # Telling

    def _tell_searching(self) -> None:
        self.state.setText(self.tr("Reading…"))

    def _tell_state(self) -> None:
        size = self._page.ends
        if not size:
            self.state.setText(self.tr("There is nothing in this log yet."))
            return
        words = (
            self.tr("{count} entry; looked through {part} of {size}"),
            self.tr("{count} entries; looked through {part} of {size}"),
        )
        if self._page.starts <= 0:
            words = (
                self.tr("{count} entry; the whole file ({size}) was looked through"),
                self.tr("{count} entries; the whole file ({size}) was looked through"),
            )
        part = size_words(size - self._page.starts)
        self.state.setText(counted(*words, len(self.model.entries), part=part, size=size_words(size)))

    def _show_details(self) -> None:
        chosen = self.model.chosen(index.row() for index in self.table.selectionModel().selectedRows())
        self.details.setPlainText("\n\n".join(whole_words(entry) for entry in chosen[:50]))

    def _until_changed(self, on: bool) -> None:
        self.at.setEnabled(on)
        self.read()

    # Taking along

    def copy(self) -> None:
        """The chosen entries, else all that are on show, to the clipboard."""
        rows = [index.row() for index in self.table.selectionModel().selectedRows()]
        entries = self.model.chosen(rows or range(len(self.model.entries)))
        QGuiApplication.clipboard().setText("\n\n".join(whole_words(entry) for entry in entries))
        one, many = self.tr("{count} entry is on the clipboard."), self.tr("{count} entries are on the clipboard.")
        self.told.emit(counted(one, many, len(entries)), "good")

    def choose_export(self) -> None:
        """Ask for a file, and write what fits the wish into it."""
        dialog = QFileDialog(self, self.tr("Save as a file…"))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.selectFile(f"{self.log_file.path.stem}.txt")
        dialog.fileSelected.connect(lambda path: self.export(Path(path)))
        dialog.open()

    def export(self, target: Path) -> None:
        """Write everything that fits the wish into `target`."""
        file, wish = self.log_file, self.wish
        one, many = self.tr("{count} entry was saved."), self.tr("{count} entries were saved.")
        self._desk.tasks.run(
            lambda: export_entries(file, wish, target),
            lambda count: self.told.emit(counted(one, many, count), "good"),
            lambda error: self.told.emit(say_problem(error), "danger"),
            owner=self,
        )

    def showEvent(self, event: object) -> None:
        self._timer.start()
        self._search_on()

    def hideEvent(self, event: object) -> None:
        self._timer.stop()
