"""What was planned against what walls showed: sums by booking, medium, agency or wall, and why time is missing."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from displayctl.api.reports import AirRow
from displayctl.desk.reporting.figures import By
from displayctl.desk.reporting.tables import Table
from displayctl.desktop.desk import Desk
from displayctl.desktop.look.palette import SPACE_M, SPACE_S
from displayctl.desktop.places import Place
from displayctl.desktop.presenters.report_words import length_words, missing_words, part_words
from displayctl.desktop.reports.facts import Facts
from displayctl.desktop.reports.ground import ReportGround
from displayctl.desktop.reports.planned_figures import DETAIL, PlannedFigures, planned_figures
from displayctl.desktop.reports.reckoning import Reckoning, Wish
from displayctl.desktop.reports.table import FiguresView
from displayctl.desktop.schedule_tools.absence_window import AbsenceWindow
from displayctl.desktop.widgets.in_place import Stack
from displayctl.desktop.widgets.list_keys import ListKeys
from displayctl.desktop.widgets.pieces import EmptyState, button, column, frame, label, row

LONGEST_QUESTION = timedelta(days=31)
FOUND, NONE, NOT_FOUND = range(3)
REASONS = frozenset({"alert", "held", "down", "unreported", "refused", "other", "extra", "frames"})
"""Columns that are told in a sentence about the chosen row: thirteen are too many to read."""


class PlannedSection(QWidget):
    """Signal: `place_asked` a Place to go to."""

    place_asked = Signal(object)

    def __init__(self, desk: Desk, ground: ReportGround) -> None:
        super().__init__()
        self._desk, self._ground = desk, ground
        self._shown: PlannedFigures | None = None
        self._build()
        self._reckoning = Reckoning(ground, self, self.wish, self._show)

    def _build(self) -> None:
        self.by = QComboBox()
        self.by.setAccessibleName(self.tr("Summed up by"))
        for words, data in (
            (self.tr("By booking"), By.SLOT),
            (self.tr("By medium"), By.MEDIUM),
            (self.tr("By agency"), By.AGENCY),
            (self.tr("By wall"), By.WALL),
            (self.tr("In detail"), DETAIL),
        ):
            self.by.addItem(words, data)
        self.by.activated.connect(lambda _: self._reckoning.renew())
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search (Ctrl+F)"))
        self.search.setAccessibleName(self.tr("Search (Ctrl+F)"))
        self.search.setClearButtonEnabled(True)
        self.search.setMaxLength(200)
        self.search.setFixedWidth(220)
        self.why_button = button(self.tr("Why?…"), self.explain)
        self.why_button.setToolTip(self.tr("Why did it not play?"))
        self.facts = Facts((self.tr("Planned"), self.tr("Played"), self.tr("Missing"), self.tr("Kept")))
        self.view = FiguresView(self.tr("Planned against played"))
        self.search.textChanged.connect(self._search)
        ListKeys(self.view, self.search)
        self.view.selectionModel().currentRowChanged.connect(lambda *_: self._chosen())
        self.sentence = label("", "soft", wrap=True)
        self._places = Stack()
        self._places.addWidget(self.view)
        words = self.tr(
            "Once something is published and walls have played it, each notice is listed here "
            "with what was promised and what ran."
        )
        self._places.addWidget(EmptyState("report", self.tr("Nothing to report for these days"), words))
        words = self.tr("No line has these words in one of its names. Try fewer.")
        self._places.addWidget(EmptyState("search", self.tr("Nothing found"), words))
        layout = column(
            self.facts,
            row(self.by, self.search, None, self.why_button, spacing=SPACE_S),
            frame("card", column(self._places, margins=1)),
            self.sentence,
            spacing=SPACE_M,
        )
        layout.setStretch(2, 1)
        layout.setContentsMargins(0, 0, 0, 0)
        self.setLayout(layout)
        self._chosen()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._reckoning.come_forward()

    def wish(self) -> Wish:
        """What is asked for."""
        chosen, agency = str(self.by.currentData()), self._ground.agency
        key = chosen if chosen == DETAIL else f"planned-{chosen}"
        return Wish(key, lambda report: planned_figures(report, chosen, agency))

    @property
    def table(self) -> Table | None:
        """The table on show; None before there is one."""
        return None if self._shown is None else self._shown.table

    def choose_by(self, chosen: str) -> None:
        """Sum up by a `By`, or show every row (DETAIL)."""
        self.by.setCurrentIndex(max(0, self.by.findData(chosen)))
        self._reckoning.renew()

    def _show(self, found: PlannedFigures) -> None:
        table, figures = found.table, found.whole
        self._shown = found
        self.view.show_table(table, self._ground.zone, REASONS | _empty_columns(table))
        self._bring()
        self.facts.show_values(
            (
                length_words(figures.planned_seconds),
                length_words(figures.played_seconds),
                length_words(figures.missing_seconds),
                part_words(figures.kept),
            )
        )
        self._chosen()

    # The row that is chosen

    @property
    def row(self) -> AirRow | None:
        """The row of one wall, booking and medium; None where sums are on show, or nothing is chosen."""
        return None if self._shown is None else self._shown.row(self.view.row_number)

    def _medium(self) -> tuple[str, str, str] | None:
        """Medium, wall and booking to ask about, of which the last two may be empty."""
        medium_id = "" if self._shown is None else self._shown.medium_id(self.view.row_number)
        if not medium_id:
            return None
        chosen = self.row
        return (
            (medium_id, self._ground.looked.display_id, "")
            if chosen is None
            else (medium_id, chosen.display_id, chosen.slot_id)
        )

    def _search(self, words: str) -> None:
        self.view.search(words)
        self._bring()
        self._chosen()

    def _bring(self) -> None:
        """The table, or why nothing is in it."""
        empty = NOT_FOUND if self._shown is not None and self._shown.table.body else NONE
        self._places.setCurrentIndex(FOUND if self.view.figures.rowCount() else empty)

    def _chosen(self) -> None:
        shown = self._shown
        self.sentence.setText("" if shown is None else missing_words(shown.figures(self.view.row_number)))
        self.why_button.setEnabled(self._medium() is not None)

    def explain(self) -> AbsenceWindow | None:
        """The window that says why the chosen one did not play in the days on show; 31 of them at the most."""
        asked = self._medium()
        if asked is None:
            return None
        medium_id, display_id, slot_id = asked
        made = AbsenceWindow(self._desk, medium_id, display_id, self._span(), slot_id, self)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        made.slot_asked.connect(lambda slot, day: self.place_asked.emit(Place("schedule", slot, day=day)))
        made.show()
        return made

    def _span(self) -> tuple[datetime, datetime]:
        days = self._ground.looked.days
        ends = min(days.ends, self._desk.clock.now())
        return max(min(days.starts, ends - timedelta(hours=1)), ends - LONGEST_QUESTION), ends


def _empty_columns(table: Table) -> frozenset[str]:
    """In detail what is missing is told below, and an agency only where there is one."""
    if table.key != DETAIL:
        return frozenset()
    at = next(place for place, column in enumerate(table.columns) if column.key == "agency")
    spoken = any(line[at] for line in table.body)
    return frozenset({"missing"} if spoken else {"missing", "agency"})
