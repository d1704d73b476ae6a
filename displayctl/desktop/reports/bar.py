"""The bar over the report: which days, which wall, which agency."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QDate, Qt, Signal
from PySide6.QtWidgets import QComboBox, QPushButton, QWidget

from displayctl.desk.reporting.times import MOST_DAYS, Days, month_before, month_of
from displayctl.desktop.look.palette import SPACE_S
from displayctl.desktop.reports.ground import Looked
from displayctl.desktop.widgets.choices import date_edit, to_date
from displayctl.desktop.widgets.flow import Flow
from displayctl.desktop.widgets.name_choice import NameChoice
from displayctl.desktop.widgets.pieces import label, row

THIS_MONTH, LAST_MONTH, WEEK, DATES = range(4)
WALL_PX, AGENCY_PX, MOST_PX = 150, 170, 340
"""A choice is as wide as its longest name, within reason."""
FIRST_DAY, LAST_DAY = QDate(2000, 1, 1), QDate(2198, 12, 31)


class ReportBar(QWidget):
    """Signals: `changed` when a person chose; `wrong` with why the dates cannot be taken."""

    changed = Signal()
    wrong = Signal(str)

    def __init__(self, today: date, time_zone: str, *actions: QPushButton) -> None:
        super().__init__()
        self.today, self.time_zone = today, time_zone
        self.period = QComboBox()
        for words in (self.tr("This month"), self.tr("Last month"), self.tr("Last 7 days"), self.tr("Two dates")):
            self.period.addItem(words)
        self.period.setAccessibleName(self.tr("Time"))
        self.first, self.last = date_edit(today.replace(day=1)), date_edit(today)
        for edit in (self.first, self.last):
            edit.setDateRange(FIRST_DAY, LAST_DAY)
        self.first.setAccessibleName(self.tr("First day"))
        self.last.setAccessibleName(self.tr("Last day"))
        self._dash = label("–", "soft")
        self.wall, self.agency = NameChoice(), NameChoice()
        self.wall.setAccessibleName(self.tr("Wall"))
        self.agency.setAccessibleName(self.tr("Agency"))
        for box, least in ((self.wall, WALL_PX), (self.agency, AGENCY_PX)):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
            box.setMinimumWidth(least)
            box.setMaximumWidth(MOST_PX)
        self.offer_walls(())
        self.offer_agencies(())
        self.period.activated.connect(lambda _: self._period_chosen())
        for edit in (self.first, self.last):
            edit.dateChanged.connect(lambda _: self._date_chosen())
        for box in (self.wall, self.agency):
            box.activated.connect(lambda _: self.changed.emit())
        choices = Flow(self.period, self.first, self._dash, self.last, self.wall, self.agency, spacing=SPACE_S)
        bar = row(spacing=SPACE_S)
        bar.addLayout(choices, 1)
        for action in actions:
            bar.addWidget(action, 0, Qt.AlignmentFlag.AlignTop)
        self.setLayout(bar)
        self._show_dates()

    def chosen_days(self) -> Days | None:
        """The days that are chosen; None where the dates make none, which `wrong` has told."""
        period = self.period.currentIndex()
        if period == THIS_MONTH:
            return month_of(self.today, self.time_zone)
        if period == LAST_MONTH:
            return month_before(self.today, self.time_zone)
        if period == WEEK:
            return Days(self.today - timedelta(days=6), self.today, self.time_zone)
        first, last = to_date(self.first.date()), to_date(self.last.date())
        if last < first:
            self.wrong.emit(self.tr("The last day is before the first; give a later one."))
            return None
        if (last - first).days >= MOST_DAYS:
            self.wrong.emit(self.tr("A report covers at most {count} days.").format(count=MOST_DAYS))
            return None
        return Days(first, last, self.time_zone)

    def looked(self) -> Looked | None:
        """What is to be looked at; None where the dates make no days."""
        days = self.chosen_days()
        return None if days is None else Looked(days, self.wall.currentData() or "", self.agency.currentData())

    def offer_walls(self, walls: tuple[tuple[str, str], ...]) -> None:
        """Offer these (id, name); the one that is chosen stays so."""
        _offer(self.wall, self.tr("All walls"), "", walls)

    def offer_agencies(self, names: tuple[str, ...]) -> None:
        """Offer these, and the office itself, which is nobody's."""
        office = (("", self.tr("No agency")),)
        _offer(self.agency, self.tr("All agencies"), None, (*office, *((name, name) for name in names)))

    def keep(self) -> tuple[int, QDate, QDate, str, str | None]:
        """What is chosen."""
        dates = self.first.date(), self.last.date()
        return self.period.currentIndex(), *dates, self.wall.currentData(), self.agency.currentData()

    def restore(self, kept: tuple[int, QDate, QDate, str, str | None]) -> None:
        period, first, last, wall, agency = kept
        for edit, day in ((self.first, first), (self.last, last)):
            edit.blockSignals(True)
            edit.setDate(day)
            edit.blockSignals(False)
        if agency and self.agency.findData(agency) < 0:
            self.agency.addItem(agency, agency)
        self.wall.setCurrentIndex(max(0, self.wall.findData(wall)))
        self.agency.setCurrentIndex(max(0, self.agency.findData(agency)))
        self.period.setCurrentIndex(period)
        self._show_dates()
        self.changed.emit()

    def choose_dates(self, first: date, last: date) -> None:
        """As if a person had chosen these two dates."""
        self.restore(
            (
                DATES,
                QDate(first.year, first.month, first.day),
                QDate(last.year, last.month, last.day),
                self.wall.currentData(),
                self.agency.currentData(),
            )
        )

    def _period_chosen(self) -> None:
        self._show_dates()
        self.changed.emit()

    def _date_chosen(self) -> None:
        if self.period.currentIndex() == DATES:
            self.changed.emit()

    def _show_dates(self) -> None:
        for each in (self.first, self._dash, self.last):
            each.setVisible(self.period.currentIndex() == DATES)


def _offer(box: QComboBox, all_words: str, all_data: object, things: tuple[tuple[object, str], ...]) -> None:
    chosen = box.currentData()
    box.clear()
    box.addItem(all_words, all_data)
    for data, words in things:
        box.addItem(words, data)
        box.setItemData(box.count() - 1, words, Qt.ItemDataRole.ToolTipRole)
    found = next((at for at in range(box.count()) if box.itemData(at) == chosen), 0)
    box.setCurrentIndex(found)
