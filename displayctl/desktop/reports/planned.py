"""What was planned against what walls showed: sums by booking, medium, agency or wall, and why time is missing."""

from __future__ import annotations

from datetime import datetime, timedelta

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from displayctl.api.reports import AirRow
from displayctl.desk.reporting.figures import By, Figures, Sort, totals, whole_of
from displayctl.desk.reporting.tables import Table, detail_table, planned_table
from displayctl.desktop.desk import Desk
from displayctl.desktop.look.palette import SPACE_M, SPACE_S
from displayctl.desktop.places import Place
from displayctl.desktop.presenters.report_words import in_my_language, length_words, missing_words, part_words
from displayctl.desktop.reports.facts import Facts
from displayctl.desktop.reports.ground import ReportGround
from displayctl.desktop.reports.table import FiguresView
from displayctl.desktop.schedule_tools.absence_window import AbsenceWindow
from displayctl.desktop.widgets.in_place import Stack
from displayctl.desktop.widgets.pieces import EmptyState, button, column, frame, label, row

LONGEST_QUESTION = timedelta(days=31)
REASONS = frozenset({"alert", "held", "down", "unreported", "refused", "other", "extra", "frames"})
"""Columns that are told in a sentence about the chosen row: thirteen are too many to read."""
DETAIL = "detail"


class PlannedSection(QWidget):
    """Signal: `place_asked` a Place to go to."""

    place_asked = Signal(object)

    def __init__(self, desk: Desk, ground: ReportGround) -> None:
        super().__init__()
        self._desk, self._ground = desk, ground
        self._build()
        ground.changed.connect(self._show)

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
        self.by.activated.connect(lambda _: self._show())
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
        self.search.textChanged.connect(self.view.sorted.setFilterFixedString)
        self.view.selectionModel().currentRowChanged.connect(lambda *_: self._chosen())
        self.sentence = label("", "soft", wrap=True)
        self._places = Stack()
        self._places.addWidget(self.view)
        words = self.tr(
            "Once something is published and walls have played it, each notice is listed here "
            "with what was promised and what ran."
        )
        self._places.addWidget(EmptyState("report", self.tr("Nothing to report for these days"), words))
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

    @property
    def table(self) -> Table | None:
        """The table on show; None before there is a report."""
        report, chosen = self._ground.report, self.by.currentData()
        if report is None:
            return None
        if chosen == DETAIL:
            return detail_table(report, self._ground.agency, in_my_language)
        return planned_table(report, By(chosen), self._ground.agency, in_my_language)

    def choose_by(self, chosen: str) -> None:
        """Sum up by a `By`, or show every row (DETAIL)."""
        self.by.setCurrentIndex(max(0, self.by.findData(chosen)))
        self._show()

    def _show(self) -> None:
        table, report = self.table, self._ground.report
        if table is None or report is None:
            return
        self.view.show_table(table, self._ground.zone, REASONS | self._empty_columns(table))
        self._places.setCurrentIndex(0 if table.rows else 1)
        figures = whole_of(report, self._ground.agency)
        self.facts.show_values(
            (
                length_words(figures.planned_seconds),
                length_words(figures.played_seconds),
                length_words(figures.missing_seconds),
                part_words(figures.kept),
            )
        )
        self._chosen()

    def _empty_columns(self, table: Table) -> frozenset[str]:
        """In detail what is missing is told below, and an agency only where there is one."""
        if self.by.currentData() != DETAIL:
            return frozenset()
        at = next(place for place, column in enumerate(table.columns) if column.key == "agency")
        spoken = any(line[at] for line in table.body)
        return frozenset({"missing"} if spoken else {"missing", "agency"})

    # The row that is chosen

    @property
    def row(self) -> AirRow | None:
        """The row of one wall, booking and medium; None where sums are on show, or nothing is chosen."""
        report, number = self._ground.report, self.view.row_number
        if report is None or number is None or self.by.currentData() != DETAIL:
            return None
        agency = self._ground.agency
        return [row for row in report.rows if agency is None or row.agency == agency][number]

    def _figures(self) -> Figures | None:
        """What the chosen row comes to; of everything where none is chosen."""
        report, number, chosen = self._ground.report, self.view.row_number, self.row
        if report is None:
            return None
        if chosen is not None:
            return Figures(**{name: getattr(chosen, name) for name in Figures.__dataclass_fields__})
        if number is None or self.by.currentData() == DETAIL:
            return whole_of(report, self._ground.agency)
        found = totals(report, By(self.by.currentData()), self._ground.agency)
        return found[number].figures if number < len(found) else whole_of(report, self._ground.agency)

    def _medium(self) -> tuple[str, str, str] | None:
        """Medium, wall and booking to ask about, of which the last two may be empty."""
        chosen, report, number = self.row, self._ground.report, self.view.row_number
        if chosen is not None:
            return (chosen.medium_id, chosen.display_id, chosen.slot_id) if chosen.medium_id else None
        if report is None or number is None or self.by.currentData() != By.MEDIUM:
            return None
        found = totals(report, By.MEDIUM, self._ground.agency)
        is_one = number < len(found) and found[number].sort is Sort.NAMED and found[number].key
        return (found[number].key, self._ground.looked.display_id, "") if is_one else None

    def _chosen(self) -> None:
        figures = self._figures()
        self.sentence.setText("" if figures is None or self._ground.report is None else missing_words(figures))
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
