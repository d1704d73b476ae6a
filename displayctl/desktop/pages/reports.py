"""Reports: what walls played against what was planned, and the record of emergencies and drills."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QStackedWidget, QWidget

from displayctl.desktop.desk import Desk
from displayctl.desktop.incidents.section import IncidentsSection
from displayctl.desktop.look.palette import SPACE_L, SPACE_M
from displayctl.desktop.reports.plays import PlaysSection
from displayctl.desktop.widgets.pieces import button, column, frame, label, row

PLAYS, INCIDENTS = range(2)
SEGMENT_PX = 120


class ReportsPage(QWidget):
    """Signals: `told` a sentence and its kind; `place_asked` a Place to go to."""

    told = Signal(str, str)
    place_asked = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.plays, self.incidents = PlaysSection(desk), IncidentsSection(desk)
        self._choice = QButtonGroup(self)
        self._places = QStackedWidget()
        for number, words in ((PLAYS, self.tr("Notices")), (INCIDENTS, self.tr("Incidents"))):
            made = button(words, self._choose, "segment")
            made.setCheckable(True)
            made.setMinimumWidth(SEGMENT_PX)
            self._choice.addButton(made, number)
        for section in (self.plays, self.incidents):
            section.told.connect(self.told)
            self._places.addWidget(section)
        self.plays.place_asked.connect(self.place_asked)
        self._choice.button(PLAYS).setChecked(True)
        segments = frame("segments", row(*self._choice.buttons(), spacing=2, margins=3))
        head = row(label(self.tr("Reports"), "title"), SPACE_M, segments, None)
        layout = column(head, self._places, spacing=SPACE_M)
        layout.setStretch(1, 1)
        layout.setContentsMargins(SPACE_L, SPACE_M, SPACE_L, SPACE_M)
        self.setLayout(layout)

    def show_section(self, number: int) -> None:
        """Bring a section forward."""
        self._choice.button(number).setChecked(True)
        self._choose()

    def _choose(self) -> None:
        self._places.setCurrentIndex(self._choice.checkedId())

    # The window's wishes

    def search_field(self) -> QLineEdit | None:
        return self.plays.search if self._choice.checkedId() == PLAYS else None

    def refresh(self) -> None:
        """Read anew what is on show."""
        (self.plays if self._choice.checkedId() == PLAYS else self.incidents).refresh()

    def keep(self) -> tuple[int, Any]:
        """The section on show, and what is looked at in the first one."""
        return self._choice.checkedId(), self.plays.keep()

    def restore(self, kept: tuple[int, Any]) -> None:
        self.plays.restore(kept[1])
        self.show_section(kept[0])
