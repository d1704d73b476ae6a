"""Two walls side by side, or the draft against what is on air: a week as two bands, and every difference in words."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QModelIndex, QStringListModel, Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QListView, QVBoxLayout, QWidget

from displayctl.desktop.catalogue import Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.look.palette import SPACE_L, SPACE_M, SPACE_S
from displayctl.desktop.presenters.comparison import (
    MOST_SENTENCES,
    Comparison,
    Side,
    compare,
    summary_words,
    unlike_words,
)
from displayctl.desktop.presenters.problems import say_problem
from displayctl.desktop.presenters.words import week_words
from displayctl.desktop.schedule_tools.airings_model import DEFAULT_ZONE
from displayctl.desktop.schedule_tools.programmes import OnAir
from displayctl.desktop.widgets.name_choice import NameChoice
from displayctl.desktop.widgets.pieces import EmptyState, button, clear, column, frame, icon_button, label, row, rule
from displayctl.desktop.widgets.schedule_legend import StripLegend
from displayctl.desktop.widgets.week_strip import WeekStrip

ON_AIR, DRAFT = range(2)


@dataclass(frozen=True, slots=True)
class _Chosen:
    """What one side is set to."""

    display_id: str
    source: int


class SideChoice(QWidget):
    """A wall and a programme. Signal: `changed`."""

    changed = Signal()

    def __init__(self, desk: Desk, name: str, source: int) -> None:
        super().__init__()
        self.wall, self.source = NameChoice(), QComboBox()
        for kept in desk.catalogue.displays:
            self.wall.addItem(kept.value.name, kept.id)
        self.source.addItem(self.tr("on air"))
        self.source.addItem(self.tr("draft"))
        self.source.setCurrentIndex(source)
        self.wall.setMinimumWidth(180)
        self.wall.setAccessibleName(self.tr("{side}: wall").format(side=name))
        self.source.setAccessibleName(self.tr("{side}: programme").format(side=name))
        for box in (self.wall, self.source):
            box.activated.connect(lambda _: self.changed.emit())
        layout = row(label(name, "field"), self.wall, self.source, spacing=SPACE_S)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    @property
    def chosen(self) -> _Chosen:
        return _Chosen(self.wall.currentData() or "", self.source.currentIndex())

    def choose(self, display_id: str) -> None:
        """Set the wall; an unknown one changes nothing."""
        at = self.wall.findData(display_id)
        if at >= 0:
            self.wall.setCurrentIndex(at)


class CompareWindow(QDialog):
    """Signal: `place_asked` a slot, a day and a wall."""

    place_asked = Signal(str, object, str)

    def __init__(
        self, desk: Desk, on_air: OnAir, monday: date, display_id: str = "", parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._on_air, self._monday = desk, on_air, monday
        self._asked = 0
        self.found: Comparison | None = None
        self.setWindowTitle(self.tr("Compare"))
        self.resize(1040, 600)
        self.one = SideChoice(desk, self.tr("One"), ON_AIR)
        self.other = SideChoice(desk, self.tr("Other"), DRAFT)
        for side in (self.one, self.other):
            side.choose(display_id)
            side.changed.connect(self.look)
        self.sentences = QStringListModel()
        self.list = QListView()
        self.list.setModel(self.sentences)
        self.list.setUniformItemSizes(True)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setAccessibleName(self.tr("Differences"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setTextElideMode(Qt.TextElideMode.ElideRight)
        self.list.activated.connect(self._go)
        self._build()
        on_air.changed.connect(self.look)
        on_air.failed.connect(self._not_read)
        desk.drafts.changed.connect(self.look)
        self.look()
        if not on_air.read_once:
            on_air.read()

    def _build(self) -> None:
        self._week = label("", "strong")
        bar = row(
            icon_button("chevron-left", self.tr("Earlier"), lambda: self._turn(-1)),
            icon_button("chevron-right", self.tr("Later"), lambda: self._turn(1)),
            self._week,
            None,
            spacing=SPACE_S,
        )
        self._strip: QVBoxLayout = column(spacing=SPACE_S)
        self.summary = label("", "heading", wrap=True)
        self.go_button = button(self.tr("Show in the schedule"), self._go_current, "primary", "calendar")
        close = button(self.tr("Close"), self.reject)
        for each in (self.go_button, close):
            each.setAutoDefault(False)
        self._same = EmptyState("check", self.tr("No difference"), self.tr("Both show the same all week."))
        self._card = frame("card", column(self.list, margins=1))
        sides = row(self.one, self.other, spacing=SPACE_L)
        sides.setStretch(0, 1)
        sides.setStretch(1, 1)
        layout = column(
            sides,
            bar,
            self._strip,
            self.summary,
            self._card,
            self._same,
            rule(),
            row(None, close, self.go_button, spacing=SPACE_S),
            spacing=SPACE_M,
        )
        layout.setStretch(4, 1)
        layout.setStretch(5, 1)
        layout.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_M)
        self.setLayout(layout)
        self._same.hide()

    def _turn(self, weeks: int) -> None:
        self._monday += timedelta(days=7 * weeks)
        self.look()

    def look(self) -> None:
        """Compare the week on show, elsewhere."""
        self._week.setText(week_words(self._monday))
        self._asked += 1  # an answer about other sides that is on its way is not wanted any more
        self.summary.setVisible(True)
        self.summary.setText(self.tr("Looking…"))
        if not self._on_air.read_once:
            self._tell(None)
            return
        one, other = self._side(self.one.chosen), self._side(self.other.chosen)
        if one.programme is None and other.programme is None:
            self._tell(None)
            self.summary.setText(self.tr("Nothing is on air yet, and there is no draft."))
            return
        midnight = datetime.combine(self._monday, time(0), self._zone()).astimezone(UTC)
        asked = self._asked
        self._desk.tasks.run(
            lambda: compare(one, other, midnight),
            lambda found: self._show(asked, found),
            lambda error: self._failed(asked, error),
            owner=self,
        )

    def _side(self, chosen: _Chosen) -> Side:
        if chosen.source == DRAFT:
            return Side(chosen.display_id, self._desk.drafts.of_display(chosen.display_id))
        return Side(chosen.display_id, self._on_air.of_display(chosen.display_id))

    def _zone(self) -> ZoneInfo:
        kept = self._desk.catalogue.find(Topic.DISPLAY, self.other.chosen.display_id)
        return ZoneInfo(kept.value.time_zone if kept is not None else DEFAULT_ZONE)

    def _show(self, asked: int, found: Comparison) -> None:
        if asked == self._asked:
            self._tell(found)

    def _failed(self, asked: int, error: Exception) -> None:
        if asked == self._asked:
            self._tell(None)
            self.summary.setText(say_problem(error))

    def _not_read(self, error: Exception) -> None:
        if not self._on_air.read_once:
            self._failed(self._asked, error)

    def _tell(self, found: Comparison | None) -> None:
        self.found = found
        clear(self._strip)
        unlike = found.unlike[:MOST_SENTENCES] if found is not None else ()
        if found is not None:
            self._strip.addWidget(WeekStrip(found.week, self._band_names()))
            self._strip.addWidget(StripLegend())
            self.summary.setText(summary_words(found))
            self.sentences.setStringList([unlike_words(each, found.week.time_zone) for each in unlike])
        else:
            self.sentences.setStringList([])
        same = found is not None and not found.unlike
        self._card.setVisible(not same)
        self._same.setVisible(same)
        self.summary.setVisible(not same)
        if unlike:
            self.list.setCurrentIndex(self.sentences.index(0))
        self.go_button.setEnabled(bool(unlike))

    def _band_names(self) -> tuple[str, str]:
        """What tells the sides apart: the programmes of one wall, else the walls."""
        if self.one.chosen.display_id == self.other.chosen.display_id:
            return self.one.source.currentText(), self.other.source.currentText()
        return self.one.wall.currentText(), self.other.wall.currentText()

    def _go_current(self) -> None:
        self._go(self.list.currentIndex())

    def _go(self, index: QModelIndex) -> None:
        if self.found is None or not index.isValid():
            return
        unlike = self.found.unlike[index.row()]
        day = unlike.span.starts.astimezone(ZoneInfo(self.found.week.time_zone)).date()
        self.place_asked.emit(unlike.slot_ids[0] if unlike.slot_ids else "", day, self.other.chosen.display_id)
