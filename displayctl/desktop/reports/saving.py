"""Saving the report: as a spreadsheet, on paper, as values, and as the month's page for the public."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from displayctl.desk.papers.air_report import Particulars
from displayctl.desk.papers.columns import Signers
from displayctl.desk.reporting.gathering import AirReport, gather
from displayctl.desk.reporting.public_page import page_name, public_agencies, public_page
from displayctl.desk.reporting.saving import Form, Saving, file_name, saved_bytes
from displayctl.desk.reporting.tables import Table, every_table
from displayctl.desk.reporting.times import month_before
from displayctl.desk.saving import save_file
from displayctl.desktop.desk import Desk
from displayctl.desktop.presenters.problems import say_problem
from displayctl.desktop.reports.ground import ReportGround
from displayctl.desktop.reports.reckoning import Wish


class ReportSaving(QObject):
    """`on_show` tells what a person looks at. Signal: `told` a sentence and its kind."""

    told = Signal(str, str)

    def __init__(self, desk: Desk, ground: ReportGround, on_show: Callable[[], Wish], parent: QWidget) -> None:
        super().__init__(parent)
        self._desk, self._ground, self._on_show, self._widget = desk, ground, on_show, parent

    def fill(self, menu: QMenu) -> None:
        """Add the entries; those about the report on show wait until there is one."""
        about_report = (
            menu.addAction(self.tr("Spreadsheet of everything (XLSX)…"), lambda: self.ask(Form.XLSX)),
            menu.addAction(self.tr("Paper with letterhead (PDF)…"), lambda: self.ask(Form.PDF)),
            menu.addAction(self.tr("Values of this table (CSV)…"), lambda: self.ask(Form.CSV)),
        )
        menu.addSeparator()
        menu.addAction(self.tr("Public page of the month…"), self.ask_public)

        def offer() -> None:
            for action in about_report:
                action.setEnabled(self._ground.report is not None)

        menu.aboutToShow.connect(offer)

    def ask(self, form: Form) -> None:
        """Ask where the file goes, then save it."""
        report = self._ground.report
        if report is None:
            return
        kinds = {
            Form.XLSX: self.tr("Spreadsheets (*.xlsx)"),
            Form.PDF: self.tr("Papers (*.pdf)"),
            Form.CSV: self.tr("Tables (*.csv)"),
        }
        name = file_name(report.days, form, self._on_show().key if form is Form.CSV else "")
        self._ask_file(name, kinds[form], lambda path: self.save(path, form, show=form is not Form.CSV))

    def save(self, path: Path, form: Form, *, show: bool = False) -> None:
        """Write the report on show to `path`, and have it opened where `show` says so."""
        made = self._made(form)
        if made is not None:
            self._write(path, lambda: save_file(path, saved_bytes(made())), show=show)

    def ask_public(self) -> None:
        """Ask where the page of the month goes: that on show where it is over, else the one before it."""
        report = self._public_report()
        name = page_name(report) if report is not None else f"siaran-{self._month_name()}.html"
        self._ask_file(name, self.tr("Pages (*.html)"), lambda path: self.save_public(path, show=True))

    def save_public(self, path: Path, *, show: bool = False) -> None:
        """Write the page to `path`, and have it opened where `show` says so."""
        client, shown = self._desk.hub.client, self._public_report()
        month = month_before(self._ground.today, self._ground.time_zone)

        def write() -> None:
            report = gather(client, month) if shown is None else shown
            save_file(path, public_page(report, public_agencies(client)).encode())

        self._write(path, write, show=show)

    def _public_report(self) -> AirReport | None:
        """The report on show, where a public page can be made of it: a whole month that is over, of all walls."""
        report, looked = self._ground.report, self._ground.looked
        whole = report is not None and report.days == looked.days and report.days.is_month and report.is_complete
        return report if whole and not looked.display_id else None

    def _month_name(self) -> str:
        return month_before(self._ground.today, self._ground.time_zone).name

    def _made(self, form: Form) -> Callable[[], Saving] | None:
        """What works out, in any thread, what is to be saved; None where there is nothing."""
        report, agency, looked = self._ground.report, self._ground.agency, self._on_show()
        if report is None:
            return None
        about = Particulars("", Signers(prepared=self._desk.myself.name), agency or "")

        def tables() -> tuple[Table, ...]:
            return looked.reckon(report).tables[:1] if form is Form.CSV else every_table(report, agency)

        return lambda: Saving(report, tables(), form, about)

    def _ask_file(self, name: str, kind: str, save: Callable[[Path], None]) -> None:
        dialog = QFileDialog(self._widget, self.tr("Save the report"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(Path(name).suffix.removeprefix("."))
        dialog.setNameFilter(kind)
        dialog.selectFile(name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda chosen: save(Path(chosen)))
        dialog.open()

    def _write(self, path: Path, work: Callable[[], None], *, show: bool) -> None:
        def saved(_: None) -> None:
            self.told.emit(self.tr("Saved as {path}").format(path=path), "good")
            if show:
                QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))

        self._desk.tasks.run(work, saved, lambda error: self.told.emit(say_problem(error), "danger"), owner=self)
