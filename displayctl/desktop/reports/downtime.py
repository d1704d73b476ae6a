"""When walls showed nothing in their broadcast time: how available each was, and every silence."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QSplitter, QWidget

from displayctl.desk.reporting.gathering import AirReport
from displayctl.desk.reporting.tables import Table, availability_table, downtime_table
from displayctl.desktop.look.palette import SPACE_M, SPACE_S
from displayctl.desktop.presenters.report_words import in_my_language
from displayctl.desktop.presenters.words import counted
from displayctl.desktop.reports.ground import ReportGround
from displayctl.desktop.reports.reckoning import Reckoning, Wish
from displayctl.desktop.reports.table import FiguresView
from displayctl.desktop.widgets.in_place import Stack
from displayctl.desktop.widgets.pieces import EmptyState, column, frame, label


@dataclass(frozen=True, slots=True)
class DowntimeFigures:
    """The silences, then the walls; and how many silences are not listed."""

    tables: tuple[Table, Table]
    left_out: int


class DowntimeSection(QWidget):
    """The walls above, their silences below."""

    def __init__(self, ground: ReportGround) -> None:
        super().__init__()
        self._ground = ground
        self.walls = FiguresView(self.tr("Availability"))
        self.silences = FiguresView(self.tr("Downtime"))
        self._places = Stack()
        self._places.addWidget(self.silences)
        self._places.addWidget(
            EmptyState(
                "check",
                self.tr("No wall was down in these days"),
                self.tr("Pauses of three seconds and more in a wall's broadcast time are listed here."),
            )
        )
        self.more = label("", "caption", wrap=True)
        splitter = QSplitter(Qt.Orientation.Vertical)
        splitter.setChildrenCollapsible(False)
        splitter.addWidget(frame("card", column(self.walls, margins=1)))
        splitter.addWidget(frame("card", column(self._places, margins=1)))
        splitter.setSizes([200, 320])
        note = self.tr("Emergencies and closed hours are no downtime. What a wall has not reported yet is not known.")
        layout = column(splitter, self.more, label(note, "caption", wrap=True), spacing=SPACE_S)
        layout.setStretch(0, 1)
        layout.setContentsMargins(0, SPACE_M - SPACE_S, 0, 0)
        self.setLayout(layout)
        self._reckoning = Reckoning(ground, self, self.wish, self._show)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._reckoning.come_forward()

    def wish(self) -> Wish:
        """What is asked for."""
        return Wish("downtime", _figures)

    def _show(self, found: DowntimeFigures) -> None:
        silences, walls = found.tables
        self.walls.show_table(walls, self._ground.zone)
        self.silences.show_table(silences, self._ground.zone)
        self._places.setCurrentIndex(0 if silences.rows else 1)
        one = self.tr("{count} shorter one is in the sums and not listed.")
        many = self.tr("{count} shorter ones are in the sums and not listed.")
        self.more.setText(counted(one, many, found.left_out) if found.left_out else "")
        self.more.setVisible(bool(found.left_out))


def _figures(report: AirReport) -> DowntimeFigures:
    tables = downtime_table(report, in_my_language), availability_table(report)
    return DowntimeFigures(tables, sum(each.downs_left_out for each in report.walls))
