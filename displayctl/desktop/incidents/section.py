"""Emergencies and drills under Reports: the list, one of them in detail, and reports of them as PDF."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QImage, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QFileDialog,
    QHeaderView,
    QTableWidget,
    QTableWidgetItem,
    QWidget,
)

from displayctl.api.errors import HubError
from displayctl.api.incidents import Drills, Incident, IncidentInfo
from displayctl.api.models import Event
from displayctl.desk.recording import drills_pdf, incident_pdf
from displayctl.desk.saving import save_file
from displayctl.desktop.catalogue import Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.incidents.details import IncidentDetails
from displayctl.desktop.incidents.office_window import OfficeWindow
from displayctl.desktop.look import icons
from displayctl.desktop.look.palette import SPACE_M, SPACE_S
from displayctl.desktop.presenters.incident_words import (
    drill_words,
    instant_words,
    level_chip,
    level_colour,
    seconds_words,
    state_words,
)
from displayctl.desktop.presenters.office_time import office_zone
from displayctl.desktop.presenters.problems import say_problem
from displayctl.desktop.presenters.validity import office_today
from displayctl.desktop.widgets.in_place import Stack
from displayctl.desktop.widgets.pieces import (
    EmptyState,
    button,
    column,
    frame,
    label,
    row,
    scrolled,
    set_role,
)

LIST_PX, MOST_PICTURES = 360, 24
ALL, EARNEST, DRILLS = range(3)
THE_LIST, NOTHING_OF = 0, {ALL: 1, EARNEST: 2, DRILLS: 3}


class IncidentsSection(QWidget):
    """Signal: `told` a sentence and its kind."""

    told = Signal(str, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._all: tuple[IncidentInfo, ...] = ()
        self._shown: tuple[IncidentInfo, ...] = ()
        self._asked = 0
        self.incident: Incident | None = None
        self._build()
        desk.catalogue.changed.connect(self._topic_changed)
        desk.link.told.connect(self._hear)

    def _build(self) -> None:
        self._kinds = QButtonGroup(self)
        for number, words in ((ALL, self.tr("All")), (EARNEST, self.tr("Emergencies")), (DRILLS, self.tr("Drills"))):
            made = button(words, self._filter, "segment")
            made.setCheckable(True)
            self._kinds.addButton(made, number)
        self._kinds.button(ALL).setChecked(True)
        self.drill_state = label("", "chip")
        self.drill_state.hide()
        self.office_button = button(self.tr("Office…"), self.open_office, "", "edit")
        self.drills_button = button(self.tr("Drill report…"), self.ask_drills_file, "", "save")
        self.pdf_button = button(self.tr("Save as PDF…"), self.ask_file, "primary", "save")
        self.pdf_button.setEnabled(False)
        segments = frame("segments", row(*self._kinds.buttons(), spacing=2, margins=3))
        tools = (self.office_button, self.drills_button, self.pdf_button)
        bar = row(segments, self.drill_state, None, *tools, spacing=SPACE_S)
        self.table = self._table()
        self.details = IncidentDetails()
        self._places = Stack()
        body = row(
            frame("card", column(self.table, margins=1)),
            frame("panel", column(scrolled(self.details), margins=SPACE_M)),
            spacing=SPACE_M,
        )
        body.setStretch(0, 3)
        body.setStretch(1, 5)
        whole = QWidget()
        whole.setLayout(body)
        self._places.addWidget(whole)
        words = self.tr(
            "Every emergency message and every drill is kept here with who sent it, what each wall did, and pictures."
        )
        self._places.addWidget(EmptyState("alarm", self.tr("No emergency and no drill so far"), words))
        others = self.tr("“All” shows what else is kept here.")
        self._places.addWidget(EmptyState("alarm", self.tr("No emergency so far"), others))
        self._places.addWidget(EmptyState("alarm", self.tr("No drill so far"), others))
        layout = column(bar, self._places, spacing=SPACE_M)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def _table(self) -> QTableWidget:
        made = QTableWidget(0, 4)
        made.setTabKeyNavigation(False)
        made.setHorizontalHeaderLabels([self.tr("Began"), self.tr("Message"), self.tr("Walls"), self.tr("Worst")])
        made.setMinimumWidth(LIST_PX)
        made.setProperty("role", "bare")
        made.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        made.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        made.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        made.setAlternatingRowColors(True)
        made.setShowGrid(False)
        made.setWordWrap(False)
        made.verticalHeader().hide()
        made.verticalHeader().setDefaultSectionSize(36)
        header = made.horizontalHeader()
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        made.setAccessibleName(self.tr("Emergencies and drills"))
        made.currentCellChanged.connect(lambda at, *_: self._choose(at))
        return made

    # What is kept

    def refresh(self) -> None:
        """Read the list anew; the one on show stays on show."""
        client = self._desk.hub.client
        self._desk.tasks.run(
            lambda: (client.incidents.incidents(), client.incidents.drills()), self._take, self._failed, owner=self
        )

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def _topic_changed(self, topic: str) -> None:
        if topic in (Topic.ALERT, Topic.SETTINGS) and self.isVisible():
            self.refresh()

    def _hear(self, event: Event) -> None:
        if event.kind == "incident" and self.isVisible():
            self.refresh()

    def _take(self, read: tuple[tuple[IncidentInfo, ...], Drills]) -> None:
        self._all, drills = read
        words, role = drill_words(drills.status, self._desk.clock.now())
        self.drill_state.setText(words)
        self.drill_state.setVisible(bool(words))
        set_role(self.drill_state, role)
        self.drills_button.setEnabled(bool(drills.drills))
        self._filter()

    def _filter(self) -> None:
        kind = self._kinds.checkedId()
        kept = self.incident.info.id if self.incident is not None else ""
        self._shown = tuple(each for each in self._all if kind == ALL or each.drill == (kind == DRILLS))
        self._places.setCurrentIndex(THE_LIST if self._shown else NOTHING_OF[kind if self._all else ALL])
        self.table.blockSignals(True)
        self.table.setRowCount(len(self._shown))
        for at, info in enumerate(self._shown):
            texts = (
                instant_words(info.starts)[:-3],
                info.headline,
                f"{info.shown}/{info.walls}",
                seconds_words(info.worst_seconds),
            )
            for place, text in enumerate(texts):
                item = QTableWidgetItem(text)
                item.setToolTip(f"{level_chip(info)[0]}: {info.headline} – {state_words(info)}")
                if place == 1:
                    item.setIcon(icons.icon("alarm", level_colour(info)))
                self.table.setItem(at, place, item)
        names = [info.id for info in self._shown]
        at = names.index(kept) if kept in names else 0
        self.table.setCurrentCell(at if names else -1, 0)
        self.table.blockSignals(False)
        self._choose(at)

    def _choose(self, at: int) -> None:
        self._asked += 1
        if not 0 <= at < len(self._shown):
            self.incident = None
            self.details.hide()
            self.pdf_button.setEnabled(False)
            return
        asked, client, wanted = self._asked, self._desk.hub.client, self._shown[at].id

        def work() -> tuple[Incident, dict[str, QImage]]:
            incident = client.incidents.incident(wanted)
            images = {}
            for picture in incident.pictures[:MOST_PICTURES]:
                try:
                    images[picture.sha256] = QImage.fromData(client.incidents.picture(wanted, picture.sha256))
                except HubError:
                    continue  # forgotten meanwhile; the rest is worth seeing
            return incident, images

        self._desk.tasks.run(
            work,
            lambda read: self._show(*read) if asked == self._asked else None,
            lambda error: self._failed(error) if asked == self._asked else None,
            owner=self,
        )

    def _show(self, incident: Incident, images: dict[str, QImage]) -> None:
        self.incident = incident
        self.details.show_incident(incident, images)
        self.details.show()
        self.pdf_button.setEnabled(True)

    def _failed(self, error: Exception) -> None:
        if self.isVisible():
            self.told.emit(say_problem(error), "warning")

    # On paper

    def ask_file(self) -> None:
        """Ask where the report of the incident on show goes, then save it."""
        if self.incident is not None:
            info = self.incident.info
            kind = "latihan" if info.drill else "kejadian"
            self._ask(f"{kind}-{info.starts.astimezone(office_zone()):%Y%m%d-%H%M}.pdf", self.save_incident)

    def ask_drills_file(self) -> None:
        """Ask where the report of all drills goes, then save it."""
        self._ask(f"latihan-{office_today(self._desk.clock):%Y%m}.pdf", self.save_drills)

    def save_incident(self, path: Path) -> None:
        """Write the report of the incident on show to `path`."""
        if self.incident is None:
            return
        client, wanted, now = self._desk.hub.client, self.incident.info.id, self._desk.clock.now()
        self._save(path, lambda: save_file(path, incident_pdf(client, wanted, now)))

    def save_drills(self, path: Path) -> None:
        """Write the report of all drills to `path`."""
        client, now = self._desk.hub.client, self._desk.clock.now()
        self._save(path, lambda: save_file(path, drills_pdf(client, now)))

    def open_office(self) -> None:
        """The window with the letterhead and the day of the monthly drill."""
        window = OfficeWindow(self._desk, self)
        window.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        window.saved.connect(self.refresh)
        window.open()

    def _ask(self, name: str, save: Callable[[Path], None]) -> None:
        dialog = QFileDialog(self, self.tr("Save the report"))
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix("pdf")
        dialog.setNameFilter(self.tr("Paper (*.pdf)"))
        dialog.selectFile(name)
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda chosen: save(Path(chosen)))
        dialog.open()

    def _save(self, path: Path, work: Callable[[], None]) -> None:
        words = self.tr("Saved as {path}").format(path=path)
        self._desk.tasks.run(
            work,
            lambda _: self.told.emit(words, "good"),
            lambda error: self.told.emit(say_problem(error), "danger"),
            owner=self,
        )
