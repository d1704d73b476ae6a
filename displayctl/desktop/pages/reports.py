"""Reports: what walls were to show and showed, how airtime was shared, silences, and the record of emergencies."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QLineEdit, QMenu, QWidget

from displayctl.desktop.catalogue import Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.incidents.section import IncidentsSection
from displayctl.desktop.look.palette import SPACE_L, SPACE_M
from displayctl.desktop.myself import grey
from displayctl.desktop.presenters.report_words import state_words
from displayctl.desktop.reports.airtime import AirtimeSection
from displayctl.desktop.reports.bar import ReportBar
from displayctl.desktop.reports.downtime import DowntimeSection
from displayctl.desktop.reports.ground import ReportGround
from displayctl.desktop.reports.planned import PlannedSection
from displayctl.desktop.reports.reckoning import Wish
from displayctl.desktop.reports.saving import ReportSaving
from displayctl.desktop.widgets.beside import Beside
from displayctl.desktop.widgets.flow import Flow
from displayctl.desktop.widgets.pieces import button, column, frame, label
from displayctl.desktop.widgets.sections import Sections

PLANNED, AIRTIME, DOWNTIME, INCIDENTS = range(4)
STATE_PX = 240


class ReportsPage(QWidget):
    """Signals: `told` a sentence and its kind; `place_asked` a Place to go to."""

    told = Signal(str, str)
    place_asked = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self.ground = ReportGround(desk, self)
        self.saving = ReportSaving(desk, self.ground, self._on_show, self)
        self._build()
        self._offer_walls()
        self.ground.changed.connect(self._offer_agencies)
        self.ground.asking.connect(self._say)
        for each in (self.ground, self.saving):
            each.told.connect(self.told)
        self.bar.changed.connect(self._look)
        self.bar.wrong.connect(lambda words: self.told.emit(words, "warning"))
        desk.catalogue.changed.connect(self._topic_changed)

    def _build(self) -> None:
        self._sections = Sections(
            (
                (self._make_planned, self.tr("Notices")),
                (lambda: AirtimeSection(self.ground), self.tr("Airtime")),
                (lambda: DowntimeSection(self.ground), self.tr("Downtime")),
                (self._make_incidents, self.tr("Incidents")),
            )
        )
        self._sections.currentChanged.connect(self._adapt)
        self.save_button = button(self.tr("Save"), lambda: None, "primary", "save")
        menu = QMenu(self.save_button)
        self.saving.fill(menu)
        self.save_button.setMenu(menu)
        self.bar = ReportBar(self.ground.today, self.ground.time_zone, self.save_button)
        self.state = label("", "caption", wrap=True)
        self.state.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        room = self.state.sizePolicy()
        room.setRetainSizeWhenHidden(True)  # else the buttons of the sections would move to the right
        self.state.setSizePolicy(room)
        title = Flow(label(self.tr("Reports"), "title"), self._sections.bar, spacing=SPACE_L)
        head = Beside(frame("plain", title), self.state, spacing=SPACE_M, shares=(0, 1))
        self.state.setMinimumWidth(STATE_PX)
        layout = column(head, self.bar, self._sections, spacing=SPACE_M)
        layout.setStretch(2, 1)
        layout.setContentsMargins(SPACE_L, SPACE_M, SPACE_L, SPACE_M)
        self.setLayout(layout)

    def _make_planned(self) -> PlannedSection:
        made = PlannedSection(self._desk, self.ground)
        made.place_asked.connect(self.place_asked)
        return made

    def _make_incidents(self) -> IncidentsSection:
        made = IncidentsSection(self._desk)
        made.told.connect(self.told)
        return made

    @property
    def planned(self) -> PlannedSection:
        return self._sections.section(PLANNED, PlannedSection)

    @property
    def airtime(self) -> AirtimeSection:
        return self._sections.section(AIRTIME, AirtimeSection)

    @property
    def downtime(self) -> DowntimeSection:
        return self._sections.section(DOWNTIME, DowntimeSection)

    @property
    def incidents(self) -> IncidentsSection:
        return self._sections.section(INCIDENTS, IncidentsSection)

    def show_section(self, number: int) -> None:
        """Bring a section forward."""
        self._sections.bring(number)

    def show_incidents(self) -> None:
        """Bring the record of emergencies forward."""
        self.show_section(INCIDENTS)

    @property
    def section(self) -> int:
        """The section on show."""
        return self._sections.number

    def _adapt(self) -> None:
        """The bar says nothing of incidents, and its agency nothing of silences, which are of walls."""
        why = self.tr("Downtime is of walls: it is the same whichever agency is chosen.")
        grey(self.bar.agency, why if self.section == DOWNTIME else "")
        self.bar.setVisible(self.section != INCIDENTS)
        self.state.setVisible(self.section != INCIDENTS)

    def _on_show(self) -> Wish:
        """What is looked at."""
        if self.section == DOWNTIME:
            return self.downtime.wish()
        return (self.airtime if self.section == AIRTIME else self.planned).wish()

    # What is looked at

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._tell_today()
        looked = self.bar.looked()
        if looked is not None:
            self.ground.looked = looked
        self.ground.come_forward()

    def _tell_today(self) -> None:
        self.bar.today, self.bar.time_zone = self.ground.today, self.ground.time_zone

    def _look(self) -> None:
        self._tell_today()
        looked = self.bar.looked()
        if looked is not None:
            self.ground.look_at(looked)

    def _topic_changed(self, topic: str) -> None:
        if topic == Topic.DISPLAY:
            self._offer_walls()
        elif topic == Topic.SETTINGS and self.isVisible() and self.bar.time_zone != self.ground.time_zone:
            self._look()

    def _offer_walls(self) -> None:
        self.bar.offer_walls(tuple((kept.id, kept.value.name) for kept in self._desk.catalogue.displays))

    def _offer_agencies(self) -> None:
        report, chosen = self.ground.report, self.ground.agency
        if report is not None:
            names = {*report.agencies, *([chosen] if chosen else [])}
            self.bar.offer_agencies(tuple(sorted(names, key=str.casefold)))

    def _say(self, words: str) -> None:
        report = self.ground.report
        self.state.setText(words or ("" if report is None else state_words(report, self.ground.zone)))

    # The window's wishes

    def search_field(self) -> QLineEdit | None:
        return self.planned.search if self.section == PLANNED else None

    def refresh(self) -> None:
        """Read anew what is on show."""
        if self.section == INCIDENTS:
            self.incidents.refresh()
        else:
            self.ground.refresh()

    def keep(self) -> tuple[Any, ...]:
        """The section on show, and what is looked at."""
        airtime = self.airtime.by.currentIndex() if self._sections.is_made(AIRTIME) else 0
        chosen = self.planned.by.currentIndex(), airtime, self.planned.search.text()
        return self.section, self.bar.keep(), chosen

    def restore(self, kept: tuple[Any, ...]) -> None:
        section, bar, (planned, airtime, search) = kept
        self.planned.by.setCurrentIndex(planned)
        if airtime:
            self.airtime.by.setCurrentIndex(airtime)
        self.planned.search.setText(search)
        self.bar.restore(bar)
        self.show_section(section)
