"""Taking in an agency's calendar: what would be booked is shown first; it is one step that undo takes back."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QSizePolicy, QWidget

from displayctl.api.models import PartKind
from displayctl.desk.calendars.exchange import Bookings, plan_calendar
from displayctl.desk.calendars.lines import LARGEST_BYTES
from displayctl.desk.calendars.plan import ImportPlan, Proposal, Target
from displayctl.desk.recurrence_words import daypart_phrase, hours_phrase, recurrence_sentence
from displayctl.desktop.catalogue import Kept, Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.edits import Change, write
from displayctl.desktop.look.palette import SPACE_L, SPACE_M, SPACE_S
from displayctl.desktop.presenters.calendar_words import refused_words
from displayctl.desktop.presenters.problems import say_problem
from displayctl.desktop.schedule_tools.airings_model import plain_table
from displayctl.desktop.schedule_tools.import_model import ImportModel
from displayctl.desktop.widgets.choices import TickList
from displayctl.desktop.widgets.name_choice import NameChoice
from displayctl.desktop.widgets.pieces import button, column, field, frame, label, row, rule, scrolled
from schedules.slot import Slot

MOST_REFUSED, REFUSED_PX, WALLS_PX = 40, 110, 150
TWO_LINES_PX, THREE_LINES_PX, NARROW_PX = 48, 72, 1000
"""When an event runs takes two lines in a row, and a third in a window narrower than `NARROW_PX`."""


class ImportWindow(QDialog):
    """Signal: `told` a sentence and its kind."""

    told = Signal(str, str)

    def __init__(self, desk: Desk, path: Path, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._path = desk, path
        self._asked = 0
        self._looking = False
        self._data: bytes | None = None
        self._trouble = ""
        self.plan: ImportPlan | None = None
        self.setWindowTitle(self.tr("Take in a calendar"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.resize(1080, 640)
        self._make()
        self._build()
        self._tell()
        desk.catalogue.changed.connect(self._topic_changed)
        desk.tasks.run(lambda: _read(path), self._took, self._failed, owner=self)

    def _make(self) -> None:
        catalogue = self._desk.catalogue
        self.playlist = NameChoice()
        self.playlist.setSizePolicy(
            QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed
        )  # whatever playlists are called
        for kept in catalogue.playlists:
            self.playlist.addItem(kept.value.name, kept.id)
        wanted = self._desk.preferences.text("schedule-playlist")
        self.playlist.setCurrentIndex(max(0, self.playlist.findData(wanted)))
        self.walls = TickList()
        self.walls.offer((kept.id, kept.value.name) for kept in catalogue.displays)
        chosen = self._desk.preferences.text("schedule-wall")
        every = tuple(kept.id for kept in catalogue.displays)
        self.walls.tick((chosen,) if chosen in every else every)
        self.playlist.activated.connect(lambda _: self.look())
        self.walls.changed.connect(self.look)
        headings = (self.tr("What becomes of it"), self.tr("Event"), self.tr("When"), self.tr("Made simpler"))
        self.model = ImportModel(headings, self._when)
        self.model.ticked.connect(self._count)
        self.table = plain_table(self.model, self.tr("Events of the calendar"), 1, 2)
        self.refused = label("", "error", wrap=True)

    def _build(self) -> None:
        ticks = scrolled(self.walls)
        ticks.setFixedHeight(WALLS_PX)
        left = column(
            field(
                self.tr("New events play"),
                self.playlist,
                self.tr("An event that is named like a playlist plays that one."),
            ),
            field(self.tr("On these walls"), ticks),
            None,
            spacing=SPACE_M,
        )
        side = QWidget()
        side.setFixedWidth(250)
        side.setLayout(left)
        self._why = scrolled(_holder(self.refused))
        self._why.setFixedHeight(REFUSED_PX)
        right = column(frame("card", column(self.table, margins=1)), self._why, spacing=SPACE_S)
        right.setStretch(0, 1)
        middle = row(side, spacing=SPACE_L)
        middle.addLayout(right, 1)
        self.summary = label("", "soft", wrap=True)
        self.take_button = button("", self.take, "primary", "check")
        self.take_button.setDefault(True)
        cancel = button(self.tr("Cancel"), self.reject)
        foot = row(self.summary, cancel, self.take_button, spacing=SPACE_S)
        foot.setStretch(0, 1)
        layout = column(label(self._path.name, "heading"), middle, rule(), foot, spacing=SPACE_M)
        layout.setStretch(1, 1)
        layout.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_M)
        self.setLayout(layout)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        lines = THREE_LINES_PX if self.width() < NARROW_PX else TWO_LINES_PX
        self.table.verticalHeader().setDefaultSectionSize(lines)

    def _when(self, slot: Slot) -> str:
        return when_words(self._desk, slot)

    # Looking at it

    def _took(self, data: bytes) -> None:
        self._data = data
        self.look()

    def look(self) -> None:
        """Work out what taking it in would do, with the playlist and walls chosen."""
        data, target = self._data, self._target()
        self._asked += 1  # a plan for other walls that is on its way is not wanted any more
        if data is not None:
            self._trouble = ""
        self._looking = data is not None and target is not None
        if data is None or target is None:
            self.plan = None
            self._tell()
            return
        self._count()
        bookings, now = bookings_of(self._desk), self._desk.clock.now()
        asked = self._asked
        self._desk.tasks.run(
            lambda: plan_calendar(data, bookings, target, now),
            lambda plan: self._show(asked, plan),
            lambda error: self._failed(error) if asked == self._asked else None,
            owner=self,
        )

    def _topic_changed(self, topic: str) -> None:
        """What another desk books meanwhile is not written over by what was worked out before."""
        if topic == Topic.SLOT and self._data is not None:
            self.look()

    def _target(self) -> Target | None:
        playlists = {kept.value.name.casefold(): kept.id for kept in self._desk.catalogue.playlists}
        playlist, walls = self.playlist.currentData(), self.walls.ticked
        return Target(playlist, walls, playlists) if playlist and walls else None

    def _show(self, asked: int, plan: ImportPlan) -> None:
        if asked == self._asked:
            self._looking, self.plan = False, plan
            self._tell()

    def _failed(self, error: Exception) -> None:
        self._looking = False
        self._trouble = say_problem(error)
        self.plan = None
        self._tell()

    def _tell(self) -> None:
        plan = self.plan
        self.model.show_proposals(plan.proposals if plan is not None else ())
        refused = plan.refused if plan is not None else ()
        lines = [refused_words(each) for each in refused[:MOST_REFUSED]]
        if len(refused) > MOST_REFUSED:
            lines.append(self.tr("and {count} more").format(count=len(refused) - MOST_REFUSED))
        self.refused.setText("\n".join(lines))
        self._why.setVisible(bool(lines))
        self._count()

    def _count(self) -> None:
        count = len(self.model.chosen())
        self.take_button.setText(self.tr("Take in: {count}").format(count=count))
        self.take_button.setEnabled(count > 0 and not self._looking)  # what is on show is of other walls until then
        if self.plan is None:
            empty = not self.walls.ticked or not self.playlist.count()
            waits = self.tr("Choose a playlist and a wall.") if empty else self.tr("Looking…")
            self.summary.setText(self._trouble or waits)
        else:
            words = self.tr("Events: {all}; cannot be taken in: {refused}. Nothing is on air before it is published.")
            self.summary.setText(words.format(all=len(self.plan.proposals), refused=len(self.plan.refused)))

    # Taking it in

    def take(self) -> None:
        """Book what is ticked, as one step."""
        chosen = self.model.chosen()
        if not chosen:
            return
        changes = tuple(change for each in chosen if (change := self._change(each)) is not None)
        self._desk.edits.apply(changes, self.tr("Take in {name}").format(name=self._path.name))
        self.told.emit(self.tr("Taken in: {count}. Ctrl+Z takes them back.").format(count=len(changes)), "good")
        self.accept()

    def _change(self, proposal: Proposal) -> Change | None:
        slot = proposal.slot
        if slot is None:
            return None
        kept: Kept[Slot] | None = self._desk.catalogue.find(Topic.SLOT, slot.id)
        if kept is not None and proposal.after is not None:
            return self._desk.edits.replace_change(PartKind.SLOT, kept, proposal.after)
        if kept is not None:
            seen = self._desk.edits.replace_change(PartKind.SLOT, kept, kept.value)
            return replace(seen, after=None)
        return None if proposal.after is None else Change(PartKind.SLOT, slot.id, None, write(PartKind.SLOT, slot))


def ask_calendar(parent: QWidget, title: str, kinds: str) -> QFileDialog:
    """The dialog for the file; `fileSelected` tells which."""
    dialog = QFileDialog(parent, title)
    dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
    dialog.setNameFilter(kinds)
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    return dialog


def when_words(desk: Desk, slot: Slot) -> str:
    """When a slot runs, as ``Setiap Jumat pukul 08.00–09.00, mulai 27 Nov 2026``."""
    code = desk.language.code
    daypart = desk.catalogue.find(Topic.DAYPART, slot.daypart_id) if slot.daypart_id else None
    at = daypart_phrase(daypart.value.name) if daypart is not None else hours_phrase(slot.hours, code)
    names = {kept.id: kept.value.name for kept in desk.catalogue.holidays}
    return recurrence_sentence(slot.recurrence, code, names, at)


def _read(path: Path) -> bytes:
    with path.open("rb") as source:
        return source.read(LARGEST_BYTES + 1)


def bookings_of(desk: Desk) -> Bookings:
    """What a calendar may say, as this desk knows it."""
    catalogue = desk.catalogue
    return Bookings(
        slots={kept.id: kept.value for kept in catalogue.slots},
        versions={kept.id: kept.version for kept in catalogue.slots},
        displays={kept.id: kept.value for kept in catalogue.displays},
        playlist_names={kept.id: kept.value.name for kept in catalogue.playlists},
        dayparts={kept.id: kept.value for kept in catalogue.dayparts},
        holidays={kept.id: kept.value for kept in catalogue.holidays},
    )


def _holder(widget: QWidget) -> QWidget:
    made = QWidget()
    made.setLayout(column(widget, None))
    return made
