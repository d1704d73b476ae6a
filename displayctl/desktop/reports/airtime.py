"""How the walls' broadcast time was shared, as one bar and as a table; all of it adds up to the whole."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QWidget

from displayctl.desk.reporting.figures import By, Share, Sort, shares
from displayctl.desk.reporting.gathering import AirReport
from displayctl.desk.reporting.tables import Table, airtime_table
from displayctl.desktop.look.palette import SPACE_M, SPACE_S
from displayctl.desktop.presenters.report_words import in_my_language, length_words, part_words
from displayctl.desktop.reports.facts import Facts
from displayctl.desktop.reports.ground import ReportGround
from displayctl.desktop.reports.reckoning import Reckoning, Wish
from displayctl.desktop.reports.share_bar import ShareBar
from displayctl.desktop.reports.table import FiguresView
from displayctl.desktop.widgets.in_place import Stack
from displayctl.desktop.widgets.pieces import EmptyState, column, frame, row


@dataclass(frozen=True, slots=True)
class AirtimeFigures:
    """What the section shows: the first rows of the table are of `shares`."""

    table: Table
    shares: tuple[Share, ...]
    broadcast_seconds: float
    programme_seconds: float
    filler_seconds: float
    dark_seconds: float

    @property
    def tables(self) -> tuple[Table, ...]:
        return (self.table,)


class AirtimeSection(QWidget):
    """By agency, medium, booking or wall."""

    def __init__(self, ground: ReportGround) -> None:
        super().__init__()
        self._ground = ground
        self._shown: AirtimeFigures | None = None
        self._reckoning = Reckoning(ground, self, self.wish, self._show)
        self.by = QComboBox()
        self.by.setAccessibleName(self.tr("Shared by"))
        for words, data in (
            (self.tr("By agency"), By.AGENCY),
            (self.tr("By medium"), By.MEDIUM),
            (self.tr("By booking"), By.SLOT),
            (self.tr("By wall"), By.WALL),
        ):
            self.by.addItem(words, data)
        self.by.activated.connect(lambda _: self._reckoning.renew())
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

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._reckoning.come_forward()

    def wish(self) -> Wish:
        """What is asked for."""
        by, agency = By(self.by.currentData()), self._ground.agency
        return Wish(f"airtime-{by.value}", lambda report: airtime_figures(report, by, agency))

    @property
    def table(self) -> Table | None:
        """The table on show; None before there is one."""
        return None if self._shown is None else self._shown.table

    def _show(self, found: AirtimeFigures) -> None:
        table, whole = found.table, found.broadcast_seconds
        self._shown = found
        self.view.show_table(table, self._ground.zone)
        self._places.setCurrentIndex(0 if table.rows else 1)
        names = tuple(str(each[0]) for each in table.rows[: len(found.shares)])
        self.bar.show_shares(found.shares, names)
        parts = (found.programme_seconds, found.filler_seconds, found.dark_seconds)
        self.facts.show_values((length_words(whole), *(_words(each, whole) for each in parts)))


def _words(seconds: float, whole: float) -> str:
    return f"{length_words(seconds)} · {part_words(seconds / whole)}" if whole > 0 else "–"


def airtime_figures(report: AirReport, by: By, agency: str | None) -> AirtimeFigures:
    """Works everything out, in any thread."""
    by_agency = shares(report, By.AGENCY)

    def seconds(*sorts: Sort) -> float:
        return sum(each.seconds for each in by_agency if each.sort in sorts)

    return AirtimeFigures(
        airtime_table(report, by, agency, in_my_language),
        shares(report, by, agency),
        report.broadcast_seconds,
        programme_seconds=seconds(Sort.NAMED, Sort.OFFICE),
        filler_seconds=seconds(Sort.FILLER, Sort.SLATE),
        dark_seconds=seconds(Sort.DOWN),
    )
