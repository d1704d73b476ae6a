"""Taking over the national holidays of a year into the office's own sets, after seeing which they are."""

from __future__ import annotations

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QHeaderView, QTreeWidget, QTreeWidgetItem, QWidget

from displayctl.api.models import PartKind
from displayctl.desk.national_holidays import (
    FIRST_YEAR,
    LAST_YEAR,
    DayOff,
    NamedDay,
    TakeOver,
    national_days,
    take_over,
)
from displayctl.desktop.catalogue import Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.edits import Change, write
from displayctl.desktop.look.palette import SPACE_L, SPACE_M
from displayctl.desktop.presenters.problems import say_problem
from displayctl.desktop.presenters.slot_words import spoken_language
from displayctl.desktop.presenters.words import day_words, listed
from displayctl.desktop.widgets.choices import number_edit
from displayctl.desktop.widgets.pieces import button, column, label, row, rule


class HolidaysWindow(QDialog):
    """Shows a year's national holidays and days off together.

    Signals: `told` a sentence and its kind; `taken` with the ids of the sets that were made or completed.
    """

    told = Signal(str, str)
    taken = Signal(object)

    def __init__(self, desk: Desk, year: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._days: tuple[NamedDay, ...] = ()
        self._asked = 0
        self.setWindowTitle(self.tr("National holidays"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumSize(680, 520)
        self.year = number_edit(FIRST_YEAR, LAST_YEAR)
        self.year.setAccessibleName(self.tr("Year"))
        self.year.setValue(year)
        self.list = QTreeWidget()
        self.list.setAccessibleName(self.tr("Days off of the year"))
        self.list.setHeaderLabels([self.tr("Day"), self.tr("Holiday"), self.tr("Kind")])
        self.list.setProperty("role", "rows")
        self.list.setRootIsDecorated(False)
        self.list.setUniformRowHeights(True)
        self.list.header().setStretchLastSection(False)
        self.list.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        self.summary = label("", "soft", wrap=True)
        self.take_button = button("", self.take, "primary")
        self.take_button.setDefault(True)
        words = self.tr(
            "Walls go by the office's own sets of dates, so that nothing changes on them by itself. "
            "Look at the days, then take them over."
        )
        layout = column(
            label(words, "", wrap=True),
            row(label(self.tr("Year"), "field"), self.year, None),
            self.list,
            self.summary,
            rule(),
            row(None, button(self.tr("Close"), self.reject), self.take_button),
            spacing=SPACE_M,
        )
        layout.setStretch(2, 1)
        layout.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_L)
        self.setLayout(layout)
        self.year.valueChanged.connect(self._ask)
        desk.catalogue.changed.connect(self._topic_changed)
        self._ask()

    def _topic_changed(self, topic: str) -> None:
        if topic == Topic.HOLIDAYS:
            self._show()

    def _ask(self) -> None:
        self._asked += 1
        year = self.year.value()
        self.take_button.setEnabled(False)
        self.take_button.setText(self.tr("Take over the holidays of {year}").format(year=year))
        self._desk.tasks.run(
            partial(national_days, year, spoken_language()),
            partial(self._store, self._asked),
            lambda error: self.summary.setText(say_problem(error)),
            owner=self,
        )

    def _store(self, asked: int, days: tuple[NamedDay, ...]) -> None:
        if asked == self._asked:
            self._days = days
            self._show()

    def _plans(self) -> tuple[TakeOver, ...]:
        known = {kept.id: kept.value for kept in self._desk.catalogue.holidays}
        return tuple(plan for plan in take_over(self._days, self.year.value(), known) if plan.changes)

    def _show(self) -> None:
        plans = self._plans()
        new = {day for plan in plans for day in plan.added}
        self.list.clear()
        for named in self._days:
            item = QTreeWidgetItem([day_words(named.day), named.name, self._kind(named, named.day in new)])
            item.setToolTip(1, named.name)
            self.list.addTopLevelItem(item)
        for at in (0, 2):
            self.list.resizeColumnToContents(at)
        self.summary.setText(self._summary(plans))
        self.take_button.setEnabled(bool(plans))

    def _kind(self, named: NamedDay, new: bool) -> str:
        words = self.tr("Joint leave") if named.make is DayOff.TOGETHER else self.tr("National holiday")
        return self.tr("{kind}, new").format(kind=words) if new else words

    def _summary(self, plans: tuple[TakeOver, ...]) -> str:
        if not self._days:
            return self.tr("No holidays are known for this year.")
        lines = []
        if not any(named.make is DayOff.TOGETHER for named in self._days):
            lines.append(self.tr("Joint leave of this year is not decreed yet, or this version does not know it."))
        names = [self.tr("“{name}” (+{count})").format(name=plan.merged.name, count=len(plan.added)) for plan in plans]
        if names:
            lines.append(self.tr("Taking over adds dates to: {names}.").format(names=listed(names)))
        else:
            lines.append(self.tr("The office's sets have all of these days already."))
        return " ".join(lines)

    def take(self) -> None:
        """Make or complete the office's sets, as one step that can be taken back."""
        changes = tuple(self._change(plan) for plan in self._plans())
        if not changes:
            return
        words = self.tr("Take over the holidays of {year}").format(year=self.year.value())
        self._desk.edits.apply(changes, words)
        self.taken.emit(tuple(change.id for change in changes))
        self.told.emit(self.tr("The holidays of {year} were taken over.").format(year=self.year.value()), "good")
        self.accept()

    def _change(self, plan: TakeOver) -> Change:
        kept = self._desk.catalogue.find(Topic.HOLIDAYS, plan.merged.id)
        if kept is None:
            return Change(PartKind.HOLIDAYS, plan.merged.id, None, write(PartKind.HOLIDAYS, plan.merged))
        return self._desk.edits.replace_change(PartKind.HOLIDAYS, kept, plan.merged)


def year_to_offer(today: date) -> int:
    """The year whose holidays an office would take over now: from November on the next one."""
    return today.year + (today.month >= 11)
