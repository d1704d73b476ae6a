"""How the walls' broadcast time was shared, as one bar and as a table; all of it adds up to the whole."""

from __future__ import annotations

from PySide6.QtWidgets import QComboBox, QWidget

from displayctl.desk.reporting.figures import By, Sort, shares
from displayctl.desk.reporting.tables import Table, airtime_table
from displayctl.desktop.look.palette import SPACE_M, SPACE_S
from displayctl.desktop.presenters.report_words import in_my_language, length_words, part_words
from displayctl.desktop.reports.facts import Facts
from displayctl.desktop.reports.ground import ReportGround
from displayctl.desktop.reports.share_bar import ShareBar
from displayctl.desktop.reports.table import FiguresView
from displayctl.desktop.widgets.in_place import Stack
from displayctl.desktop.widgets.pieces import EmptyState, column, frame, row


class AirtimeSection(QWidget):
    """By agency, medium, booking or wall."""

    def __init__(self, ground: ReportGround) -> None:
        super().__init__()
        self._ground = ground
        self.by = QComboBox()
        self.by.setAccessibleName(self.tr("Shared by"))
        for words, data in (
            (self.tr("By agency"), By.AGENCY),
            (self.tr("By medium"), By.MEDIUM),
            (self.tr("By booking"), By.SLOT),
            (self.tr("By wall"), By.WALL),
        ):
            self.by.addItem(words, data)
        self.by.activated.connect(lambda _: self._show())
        self.facts = Facts((self.tr("Broadcast time"), self.tr("Programme"), self.tr("Filler"), self.tr("Not shown")))
        self.bar = ShareBar(self.tr("Shares of the broadcast time"))
        self.view = FiguresView(self.tr("Airtime"))
        self._places = Stack()
        self._places.addWidget(self.view)
        self._places.addWidget(
            EmptyState(
                "report",
                self.tr("No airtime in these days"),
                self.tr("Broadcast time begins with the first programme that is published for a wall."),
            )
        )
        layout = column(
            self.facts,
            row(self.by, None, spacing=SPACE_S),
            self.bar,
            frame("card", column(self._places, margins=1)),
            spacing=SPACE_M,
        )
        layout.setStretch(3, 1)
        layout.setContentsMargins(0, 0, 0, 0)
        self.setLayout(layout)
        ground.changed.connect(self._show)

    @property
    def table(self) -> Table | None:
        """The table on show; None before there is a report."""
        report = self._ground.report
        if report is None:
            return None
        return airtime_table(report, By(self.by.currentData()), self._ground.agency, in_my_language)

    def _show(self) -> None:
        table, report = self.table, self._ground.report
        if table is None or report is None:
            return
        self.view.show_table(table, self._ground.zone)
        self._places.setCurrentIndex(0 if table.rows else 1)
        found = shares(report, By(self.by.currentData()), self._ground.agency)
        self.bar.show_shares(found, tuple(str(each[0]) for each in table.rows[: len(found)]))
        whole = report.broadcast_seconds
        by_agency = shares(report, By.AGENCY)
        filler = sum(each.seconds for each in by_agency if each.sort in (Sort.FILLER, Sort.SLATE))
        dark = sum(each.seconds for each in by_agency if each.sort in (Sort.DOWN, Sort.UNREPORTED))
        programme = sum(each.seconds for each in by_agency if each.sort in (Sort.NAMED, Sort.OFFICE))
        self.facts.show_values((length_words(whole), *(_words(each, whole) for each in (programme, filler, dark))))


def _words(seconds: float, whole: float) -> str:
    return f"{length_words(seconds)} · {part_words(seconds / whole)}" if whole > 0 else "–"
