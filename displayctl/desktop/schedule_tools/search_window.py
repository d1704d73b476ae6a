"""“When does it play?”: a name is typed, and the walls, days and hours at which it plays are listed, and when last."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from zoneinfo import ZoneInfo

from PySide6.QtCore import QItemSelectionModel, QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QListView, QSizePolicy, QStackedWidget, QWidget

from displayctl.api.absence import AbsenceCalls, LastPlay
from displayctl.api.models import MediumInfo
from displayctl.desktop.catalogue import Kept, Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.home.jump_list import JumpModel, JumpRows
from displayctl.desktop.look.palette import SPACE_L, SPACE_M, SPACE_S
from displayctl.desktop.places import Place
from displayctl.desktop.presenters.airtime_words import found_words, last_words
from displayctl.desktop.presenters.airtimes import Airing, Airings, Sought, Wanted, books, find_airings
from displayctl.desktop.presenters.asked_words import asked_for
from displayctl.desktop.presenters.jump_index import JumpIndex, Sort, Target
from displayctl.desktop.presenters.problems import say_problem
from displayctl.desktop.schedule_tools.airings_model import DEFAULT_ZONE, AiringsModel, plain_table
from displayctl.desktop.schedule_tools.programmes import OnAir
from displayctl.desktop.widgets.pieces import EmptyState, button, column, frame, label, row, rule
from schedules.display import Display
from schedules.playlist import Playlist
from schedules.slot import Slot

MOST_HITS, LEAST_LIST_PX, MOST_LIST_PX, SETTLE_MS = 40, 220, 300, 400
LONGEST_SEARCH = 120
_SORTS = {Sort.MEDIUM: Sought.MEDIUM, Sort.PLAYLIST: Sought.PLAYLIST, Sort.SLOT: Sought.SLOT}
_TOPICS = {Topic.MEDIUM, Topic.PLAYLIST, Topic.SLOT}


@dataclass(frozen=True, slots=True)
class _Answer:
    airings: Airings
    last: tuple[LastPlay, ...]
    in_draft: bool


class SearchWindow(QDialog):
    """Signals: `place_asked` a slot, a day and a wall; `why_asked` a medium's id and a wall's."""

    place_asked = Signal(str, object, str)
    why_asked = Signal(str, str)

    def __init__(self, desk: Desk, on_air: OnAir, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk, self._on_air = desk, on_air
        self.index = JumpIndex(())
        self._asked = self._indexed = 0
        self._read = False
        self._wanted: Target | None = None
        self.setWindowTitle(self.tr("When does it play?"))
        self.resize(1040, 620)
        self._make()
        self._build()
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self.read)
        desk.catalogue.changed.connect(self._topic_changed)
        desk.drafts.changed.connect(self._look_again)
        on_air.changed.connect(self._look_again)
        if not on_air.read_once:
            on_air.read()
        self.read()
        self._tell(None)

    def _make(self) -> None:
        self.search = QLineEdit()
        self.search.setMaxLength(LONGEST_SEARCH)
        self.search.setPlaceholderText(self.tr("A medium, an announcement, a playlist or a booking"))
        self.search.setAccessibleName(self.tr("What do you look for?"))
        self.search.setClearButtonEnabled(True)
        self.search.textChanged.connect(self._typed)
        self.hits = JumpModel()
        self.list = QListView()
        self.list.setModel(self.hits)
        self.list.setItemDelegate(JumpRows(self.list))
        self.list.setUniformItemSizes(True)
        self.list.setMinimumWidth(LEAST_LIST_PX)
        self.list.setMaximumWidth(MOST_LIST_PX)
        self.list.setAccessibleName(self.tr("What was found"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.selectionModel().currentChanged.connect(lambda now, _: self._chosen(now))
        self.source = QComboBox()
        self.source.addItem(self.tr("As it is on air"))
        self.source.addItem(self.tr("As the draft says"))
        self.source.setAccessibleName(self.tr("Which programme"))
        self.source.currentIndexChanged.connect(lambda _: self._look_again())
        headings = (self.tr("Wall"), self.tr("Day"), self.tr("Hours"), self.tr("Booking"))
        self.model = AiringsModel(headings)
        self.table = plain_table(self.model, self.tr("When it plays"), 0, 3)
        self.table.doubleClicked.connect(lambda index: self._go(index))
        self.table.selectionModel().currentChanged.connect(lambda *_: self._offer())

    def _build(self) -> None:
        self._title = label("", "heading")
        self.sentence = label("", "", wrap=True)
        self.last = label("", "soft", wrap=True)
        self.go_button = button(self.tr("Show in the schedule"), self.go, "primary", "calendar")
        self.why_button = button(self.tr("Why did it not play?…"), self._ask_why)
        close = button(self.tr("Close"), self.reject)
        for each in (self.go_button, self.why_button, close):
            each.setAutoDefault(False)
        self._places = QStackedWidget()
        card = frame("card", column(self.table, margins=1))
        self._places.addWidget(card)
        nothing = EmptyState(
            "search",
            self.tr("Type what you look for"),
            self.tr("Then you see on which walls it plays in the next 14 days, and when it was last shown."),
        )
        nothing.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)  # an answer has more above it
        self._places.addWidget(nothing)
        right = column(self._title, self.sentence, self.last, self._places, spacing=SPACE_S)
        right.setStretch(3, 1)
        middle = row(self.list, spacing=SPACE_L)
        middle.addLayout(right)
        middle.setStretch(0, 1)
        middle.setStretch(1, 3)
        head = row(self.search, self.source, spacing=SPACE_M)
        head.setStretch(0, 1)
        foot = row(self.why_button, None, close, self.go_button, spacing=SPACE_S)
        layout = column(head, middle, rule(), foot, spacing=SPACE_M)
        layout.setStretch(1, 1)
        layout.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_M)
        self.setLayout(layout)

    # The index

    def read(self) -> None:
        """Make the index of names anew, elsewhere."""
        catalogue = self._desk.catalogue
        things = catalogue.media, catalogue.playlists, catalogue.slots
        self._indexed += 1
        asked = self._indexed
        self._desk.tasks.run(lambda: _index(*things), lambda index: self._take(asked, index), owner=self)

    def _take(self, asked: int, index: JumpIndex) -> None:
        if asked == self._indexed:
            self.index, self._read = index, True
            self._typed()

    def _topic_changed(self, topic: str) -> None:
        if topic in _TOPICS and not self._settle.isActive():
            self._settle.start()

    # Looking

    def look_for(self, text: str) -> None:
        """Have `text` typed."""
        self.search.setText(text[:LONGEST_SEARCH])
        self.search.setFocus()

    def _typed(self) -> None:
        text = self.search.text()
        found = self.index.find(text, MOST_HITS) or self.index.find(asked_for(text), MOST_HITS)
        before = self._wanted
        self.hits.show_targets(found)
        if not found:
            self._tell(None)
            self._title.setText(self._not_found())
            return
        at = next((n for n, each in enumerate(found) if before is not None and each.place == before.place), 0)
        flag = QItemSelectionModel.SelectionFlag.ClearAndSelect
        self.list.selectionModel().setCurrentIndex(self.hits.index(at), flag)

    def _not_found(self) -> str:
        """What is said above nothing: that it does not exist only once all names were read."""
        if not self.search.text().strip():
            return ""
        return self.tr("Nothing is called like that") if self._read else self.tr("Looking…")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows walk through what was found while one types."""
        step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()))
        if step is None or not self.search.hasFocus():
            super().keyPressEvent(event)
            return
        at = min(self.hits.rowCount() - 1, max(0, self.list.currentIndex().row() + step))
        self.list.setCurrentIndex(self.hits.index(at))

    def _chosen(self, index: QModelIndex) -> None:
        if index.isValid():
            self._wanted = index.data(Qt.ItemDataRole.UserRole)
            self._look_again()

    def _look_again(self) -> None:
        wanted = self._wanted
        if wanted is None or not self.hits.targets:
            return
        self._title.setText(self._title.fontMetrics().elidedText(wanted.title, Qt.TextElideMode.ElideRight, 620))
        self.sentence.setText(self.tr("Looking…"))
        self._places.setCurrentIndex(0)  # not the words for a field in which nothing is typed yet
        self._asked += 1
        asked, client, now = self._asked, self._desk.hub.client, self._desk.clock.now()
        draft = self.source.currentIndex() == 1
        drafts = self._desk.drafts.programmes
        programmes = drafts if draft else tuple(self._on_air.programmes.values())
        sought = Wanted(_SORTS[wanted.sort], wanted.place.id)

        def work() -> _Answer:
            airings = find_airings(programmes, sought, now)
            medium = sought.sort is Sought.MEDIUM
            plays = AbsenceCalls(client.transport).last_plays(sought.id) if medium else ()
            return _Answer(airings, plays, in_draft=books(drafts, sought))

        self._desk.tasks.run(
            work, lambda answer: self._show(asked, answer), lambda error: self._failed(asked, error), owner=self
        )

    def _failed(self, asked: int, error: Exception) -> None:
        if asked == self._asked:
            self._tell(None)
            self.sentence.setText(say_problem(error))

    def _show(self, asked: int, answer: _Answer) -> None:
        if asked == self._asked:
            self._tell(answer)

    def _tell(self, answer: _Answer | None) -> None:
        walls = {kept.id: kept.value for kept in self._desk.catalogue.displays}
        airings = answer.airings if answer is not None else Airings(())
        self.model.show_airings(airings.found, walls)
        if answer is None:
            self.sentence.setText("")
        else:
            names = {wall.id: wall.name for wall in walls.values()}
            zone = _zone(walls, airings)
            self.sentence.setText(found_words(airings, names, zone, in_draft=answer.in_draft))
        self._tell_last(answer, walls)
        self._places.setCurrentIndex(0 if answer is not None else 1)
        if airings.found:
            self.table.selectRow(0)
        self._offer()

    def _tell_last(self, answer: _Answer | None, walls: dict[str, Display]) -> None:
        plays = [each for each in answer.last if each.ends is not None] if answer is not None else []
        newest = max(plays, key=lambda each: each.ends or self._desk.clock.now(), default=None)
        if newest is not None:
            wall = walls.get(newest.display_id)  # None: it was removed, and what it showed is told all the same
            name, zone = (wall.name, wall.time_zone) if wall is not None else (newest.display_id, DEFAULT_ZONE)
            self.last.setText(last_words(newest.ends, name, ZoneInfo(zone)))
        else:
            known = answer is not None and bool(answer.last)
            self.last.setText(last_words(None, "", ZoneInfo(DEFAULT_ZONE)) if known else "")

    # Going there

    def _offer(self) -> None:
        airing = self.airing
        self.go_button.setEnabled(airing is not None and bool(airing.slot_id))
        medium = self._wanted is not None and self._wanted.sort is Sort.MEDIUM and bool(self.hits.targets)
        self.why_button.setEnabled(medium and bool(self._desk.catalogue.displays))
        self.why_button.setToolTip("" if medium else self.tr("Choose a medium; this is answered for one at a time."))

    @property
    def airing(self) -> Airing | None:
        """The one that is chosen in the table."""
        index = self.table.currentIndex()
        return self.model.airings[index.row()] if index.isValid() and self.model.airings else None

    def go(self) -> None:
        """Show the chosen one in the schedule."""
        airing = self.airing
        if airing is not None and airing.slot_id:
            day: date = airing.starts.astimezone(self.model.zone_of(airing)).date()
            self.place_asked.emit(airing.slot_id, day, airing.display_id)

    def _go(self, index: QModelIndex) -> None:
        self.table.setCurrentIndex(index)
        self.go()

    def _ask_why(self) -> None:
        if self._wanted is not None:
            airing = self.airing
            self.why_asked.emit(self._wanted.place.id, airing.display_id if airing is not None else "")


def _zone(walls: dict[str, Display], airings: Airings) -> ZoneInfo:
    wall = walls.get(airings.next.display_id) if airings.next is not None else None
    return ZoneInfo(wall.time_zone if wall is not None else DEFAULT_ZONE)


def _index(
    media: tuple[MediumInfo, ...], playlists: tuple[Kept[Playlist], ...], slots: tuple[Kept[Slot], ...]
) -> JumpIndex:
    names = {kept.id: kept.value.name for kept in playlists}
    return JumpIndex(
        (
            *(Target(Sort.MEDIUM, m.title, Place("library", m.id), ", ".join(m.tags), m.source_name) for m in media),
            *(Target(Sort.PLAYLIST, kept.value.name, Place("playlists", kept.id)) for kept in playlists),
            *(
                Target(Sort.SLOT, kept.value.name, Place("schedule", kept.id), names.get(kept.value.playlist_id, ""))
                for kept in slots
            ),
        )
    )
