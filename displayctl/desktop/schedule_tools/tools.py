"""The entries of the schedule's menu “More”, and the windows they open."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QDialog, QFileDialog, QMenu, QWidget

from displayctl.api.accounts import Role
from displayctl.desk.calendars.exchange import export_calendar
from displayctl.desk.saving import save_file
from displayctl.desktop.desk import Desk
from displayctl.desktop.presenters.problems import say_problem
from displayctl.desktop.schedule_tools.absence_window import AbsenceWindow
from displayctl.desktop.schedule_tools.compare_window import CompareWindow
from displayctl.desktop.schedule_tools.import_window import ImportWindow, ask_calendar, bookings_of
from displayctl.desktop.schedule_tools.print_window import PrintWindow
from displayctl.desktop.schedule_tools.programmes import OnAir
from displayctl.desktop.schedule_tools.search_window import SearchWindow

D = TypeVar("D", bound=QDialog)


class ScheduleTools(QObject):
    """Opens each window once, over `parent`. `place` tells the day on show, and the wall (empty: all).

    Signals: `told` a sentence and its kind; `place_asked` a slot, a day and a wall to be shown in the schedule.
    """

    told = Signal(str, str)
    place_asked = Signal(str, object, str)

    def __init__(self, desk: Desk, parent: QWidget, place: Callable[[], tuple[date, str]]) -> None:
        super().__init__(parent)
        self._desk, self._widget, self._place = desk, parent, place
        self._open: dict[type[QDialog], QDialog] = {}
        self._on_air = OnAir(desk, self)

    def fill(self, menu: QMenu) -> None:
        """Add the entries."""
        menu.addAction(self.tr("When does it play?…"), self.search)
        menu.addAction(self.tr("Compare…"), self.compare)
        menu.addSeparator()
        menu.addAction(self.tr("The week on paper…"), self.print_week)
        menu.addSeparator()
        menu.addAction(self.tr("Save as a calendar (iCalendar)…"), self.ask_export)
        take = menu.addAction(self.tr("Take in a calendar (iCalendar)…"), self.ask_import)
        menu.aboutToShow.connect(lambda: take.setEnabled(not self._desk.myself.hindrance(Role.EDITOR)))

    # Windows

    def search(self, text: str = "") -> SearchWindow:
        """The window that finds when something plays."""
        window = self._window(SearchWindow, self._make_search)
        window.look_for(text or window.search.text())
        return window

    def _make_search(self) -> SearchWindow:
        made = SearchWindow(self._desk, self._on_air, self._widget)
        made.place_asked.connect(self.place_asked)
        made.why_asked.connect(lambda medium_id, display_id: self.explain(medium_id, display_id))
        return made

    def explain(
        self,
        medium_id: str,
        display_id: str,
        span: tuple[datetime, datetime] | None = None,
        slot_id: str = "",
    ) -> AbsenceWindow:
        """The window that says why something did not play; the one before makes room for it."""
        before = self._open.pop(AbsenceWindow, None)
        if before is not None:
            before.close()

        def make() -> AbsenceWindow:
            made = AbsenceWindow(self._desk, medium_id, display_id, span, slot_id, self._widget)
            made.slot_asked.connect(lambda slot, day: self.place_asked.emit(slot, day, made.wall.currentData() or ""))
            return made

        return self._window(AbsenceWindow, make)

    def compare(self) -> CompareWindow:
        """The window with two walls, or two programmes, side by side."""
        return self._window(CompareWindow, self._make_comparison)

    def _make_comparison(self) -> CompareWindow:
        made = CompareWindow(self._desk, self._on_air, *self._place(), self._widget)
        made.place_asked.connect(self.place_asked)
        return made

    def print_week(self) -> PrintWindow:
        """The window with the week on paper."""
        return self._window(PrintWindow, self._make_print)

    def _make_print(self) -> PrintWindow:
        made = PrintWindow(self._desk, *self._place(), self._widget)
        made.told.connect(self.told)
        return made

    def _window(self, kind: type[D], make: Callable[[], D]) -> D:
        before = self._open.get(kind)
        if isinstance(before, kind):
            window = before
        else:
            window = make()
            window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
            window.destroyed.connect(lambda: self._forget(kind, window))
            self._open[kind] = window
        window.show()
        window.raise_()
        window.activateWindow()
        return window

    def close(self) -> None:
        """Close what is open."""
        for window in tuple(self._open.values()):
            window.close()

    def _forget(self, kind: type[QDialog], window: QDialog) -> None:
        if self._open.get(kind) is window:
            del self._open[kind]

    # Calendars

    def ask_export(self) -> None:
        """Ask where the calendar goes, then write it."""
        dialog = QFileDialog(self._widget, self.tr("Save as a calendar"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("ics")
        dialog.setNameFilter(self.tr("Calendars (*.ics)"))
        dialog.selectFile("jadwal.ics")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.export(Path(name)))
        dialog.open()

    def export(self, path: Path) -> None:
        """Write the bookings of the wall on show (of all walls, where all are) to `path`."""
        bookings, now = bookings_of(self._desk), self._desk.clock.now()
        _, wall = self._place()

        def work() -> int:
            data, count = export_calendar(bookings, wall, now)
            save_file(path, data)
            return count

        words = self.tr("Saved as {path}; bookings: {count}")
        self._desk.tasks.run(
            work,
            lambda count: self.told.emit(words.format(path=path, count=count), "good"),
            lambda error: self.told.emit(say_problem(error), "danger"),
            owner=self,
        )

    def ask_import(self) -> None:
        """Ask for a calendar, then show what is in it."""
        dialog = ask_calendar(self._widget, self.tr("Take in a calendar"), self.tr("Calendars (*.ics)"))
        dialog.fileSelected.connect(lambda name: self.take_in(Path(name)))
        dialog.open()

    def take_in(self, path: Path) -> ImportWindow:
        """The window that shows what a calendar would book."""
        window = ImportWindow(self._desk, path, self._widget)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.told.connect(self.told)
        window.open()
        return window
