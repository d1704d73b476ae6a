"""Home, the page that opens first: walls as they are now, what needs the one who works here, what changed lately."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QComboBox, QLineEdit, QSizePolicy, QWidget

from displayctl.api.accounts import Role
from displayctl.desk.unlocking import cabinet_at
from displayctl.desktop.catalogue import Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.home.changes_list import ChangesList
from displayctl.desktop.home.facts import gather, tiles_of
from displayctl.desktop.home.needs_list import NeedsList
from displayctl.desktop.home.office_news import OfficeNews
from displayctl.desktop.home.on_air import OnAir
from displayctl.desktop.home.screens import Screens
from displayctl.desktop.home.walls_model import WallsModel
from displayctl.desktop.home.walls_view import WallsView
from displayctl.desktop.look.palette import SPACE_L, SPACE_M, SPACE_S
from displayctl.desktop.places import Deed, Place
from displayctl.desktop.presenters.needs import needs_of
from displayctl.desktop.presenters.office_time import office_zone
from displayctl.desktop.presenters.recent_changes import by_day, from_publications, from_trail, newest
from displayctl.desktop.presenters.wall_tiles import Gravity
from displayctl.desktop.presenters.words import day_words
from displayctl.desktop.widgets.in_place import Stack
from displayctl.desktop.widgets.list_keys import ListKeys
from displayctl.desktop.widgets.pieces import EmptyState, button, column, frame, label, row

SIDE_PX = 356
WALLS_MS, NEEDS_MS, TICK_MS = 600, 900, 5000
FRESH = timedelta(seconds=1)
_OF_WALLS = frozenset({Topic.DISPLAY, Topic.PLAYER, Topic.WALL_HEALTH, Topic.ALERT, Topic.MEDIUM})
_OF_NEEDS = _OF_WALLS | {Topic.SUBMISSION, Topic.WARNING, Topic.ENROLMENT, Topic.PLAYLIST, Topic.SLOT}
_OF_CHANGES = frozenset({Topic.PUBLICATION, Topic.SUBMISSION})


class HomePage(QWidget):
    """Signals: `told` a sentence and its kind; `place_asked` a Place to go to; `jump_asked` for the search."""

    told = Signal(str, str)
    place_asked = Signal(object)
    jump_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._cabinet = cabinet_at(desk.installation.keys_folder)
        self.on_air, self.news, self.screens = OnAir(desk, self), OfficeNews(desk, self), Screens(desk, self)
        self.model = WallsModel()
        self.walls = WallsView(desk, self.model, self.screens)
        self.needs, self.changes = NeedsList(), ChangesList()
        self._build()
        self._walls_soon, self._needs_soon = self._timer(WALLS_MS, self.redraw), self._timer(NEEDS_MS, self._look_round)
        self._tick = self._timer(TICK_MS, self._time_passed, once=False)
        self._connect()
        self._show_all()
        self._fresh_at: datetime | None = self._now

    # Building

    def _build(self) -> None:
        self._day = label("", "soft")
        self.jump_button = button(self.tr("Jump to anything… (Ctrl+K)"), self.jump_asked.emit, "", "search")
        bar = row(label(self.tr("Home"), "title"), self._day, None, self.jump_button, spacing=SPACE_M)
        self._places = Stack()
        self._places.addWidget(self.walls)
        self._places.addWidget(self._no_wall())
        words = self.tr("No wall, group or title has these words. Try fewer.")
        self._places.addWidget(EmptyState("search", self.tr("Nothing found"), words))
        left = column(self._filters(), self._places, spacing=SPACE_S)
        left.setStretch(1, 1)
        upper = frame("panel", column(self.needs, margins=SPACE_M))
        lower = frame("panel", column(self.changes, margins=SPACE_M))
        side = QWidget()
        side.setFixedWidth(SIDE_PX)
        stacked = column(upper, lower, spacing=SPACE_M)
        stacked.setStretch(0, 3)
        stacked.setStretch(1, 2)
        side.setLayout(stacked)
        body = row(spacing=SPACE_M)
        body.addLayout(left, 1)
        body.addWidget(side)
        layout = column(bar, spacing=SPACE_M)
        layout.addLayout(body, 1)
        layout.setContentsMargins(SPACE_L, SPACE_M, SPACE_L, SPACE_M)
        self.setLayout(layout)
        for box in (upper, lower):
            box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)

    def _filters(self) -> QWidget:
        self._summary = label("", "heading")
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Filter walls"))
        self.search.setToolTip(self.tr("Filter walls (Ctrl+F)"))
        self.search.setAccessibleName(self.tr("Filter walls"))
        self.search.setClearButtonEnabled(True)
        self.search.setMaxLength(80)
        self.search.setMaximumWidth(210)
        self.search.textChanged.connect(lambda: self._filter())
        ListKeys(self.walls, self.search)
        self.group = QComboBox()
        self.group.setAccessibleName(self.tr("Group of walls"))
        self.group.setMaximumWidth(180)
        self.group.currentIndexChanged.connect(lambda: self._filter())
        made = QWidget()
        line = row(self._summary, None, self.search, self.group, spacing=SPACE_S)
        made.setLayout(line)
        return made

    def _no_wall(self) -> EmptyState:
        add = button(self.tr("Add a wall"), lambda: self._ask(Place("walls", deed=Deed.ADD_WALL)), "primary", "plus")
        return EmptyState(
            "wall",
            self.tr("No wall yet"),
            self.tr("Here you will see every wall as it is now. Add the first one, and pair the player behind it."),
            self._desk.myself.guarded(add, Role.TECHNICIAN),
        )

    def _timer(self, interval_ms: int, act: Callable[[], object], *, once: bool = True) -> QTimer:
        made = QTimer(self)
        made.setInterval(interval_ms)
        made.setSingleShot(once)
        made.timeout.connect(act)
        return made

    def _connect(self) -> None:
        desk = self._desk
        desk.catalogue.changed.connect(self._topic_changed)
        desk.catalogue.ready.connect(self._everything_changed)
        desk.myself.changed.connect(self._needs_soon.start)
        self.on_air.changed.connect(self._everything_changed)
        self.news.changed.connect(self._look_round)
        self.walls.opened.connect(lambda wall: self._ask(Place("walls", wall)))
        self.needs.place_asked.connect(self.place_asked)
        self.changes.place_asked.connect(self.place_asked)

    def _ask(self, place: Place) -> None:
        self.place_asked.emit(place)

    # The window's wishes

    def search_field(self) -> QLineEdit | None:
        return self.search

    def refresh(self) -> None:
        """Read anew what is shown."""
        self._desk.catalogue.read(Topic.PLAYER, Topic.WALL_HEALTH, Topic.ALERT, Topic.SUBMISSION, Topic.PUBLICATION)
        self.news.read()

    def keep(self) -> tuple[str, str]:
        """What is looked for, and in which group."""
        return self.search.text(), str(self.group.currentData() or "")

    def restore(self, kept: tuple[str, str]) -> None:
        self.search.setText(kept[0])
        self.group.setCurrentIndex(max(0, self.group.findData(kept[1])))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.screens.wake()
        self.news.wake()
        self._tick.start()
        if self._fresh_at is None or self._now - self._fresh_at > FRESH:  # a page that was made to be shown has all
            QTimer.singleShot(0, self, self._show_all)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.screens.rest()
        self.news.rest()
        self._tick.stop()
        self._fresh_at = None

    # What changed

    def _topic_changed(self, topic: str) -> None:
        """Players speak every few seconds, two hundred of them all the time: drawing waits for several of them.

        Whoever sees no wall yet waits for nothing.
        """
        if not self.isVisible():
            self._fresh_at = None
            return
        if topic in _OF_WALLS and not self._walls_soon.isActive():
            self._walls_soon.start(WALLS_MS if self.model.every else 0)
        if topic in _OF_NEEDS and not self._needs_soon.isActive():
            self._needs_soon.start()
        if topic in _OF_CHANGES:
            self._show_changes()

    def _everything_changed(self) -> None:
        self._fresh_at = None
        for soon in (self._walls_soon, self._needs_soon):
            if self.isVisible() and not soon.isActive():
                soon.start()

    def _show_all(self) -> None:
        self.redraw()
        self._look_round()

    def _time_passed(self) -> None:
        self.on_air.keep_fresh(self._now)
        self._everything_changed()

    @property
    def _now(self) -> datetime:
        return self._desk.clock.now()

    # Showing

    def redraw(self) -> None:
        """Show the walls as they are known."""
        now = self._now
        self._day.setText(day_words(now.astimezone(office_zone()).date()))
        self._offer_groups()
        self.model.show_tiles(tiles_of(self._desk, self.on_air, now))
        self._show_place()

    def _offer_groups(self) -> None:
        groups = sorted({group for kept in self._desk.catalogue.displays for group in kept.value.groups})
        if [self.group.itemData(at) for at in range(1, self.group.count())] == groups and self.group.count():
            return
        chosen = self.group.currentData()
        self.group.blockSignals(True)
        self.group.clear()
        self.group.addItem(self.tr("All groups"), "")
        for group in groups:
            self.group.addItem(group, group)
        self.group.setCurrentIndex(max(0, self.group.findData(chosen)))
        self.group.blockSignals(False)
        self.group.setVisible(len(groups) > 1)

    def _filter(self) -> None:
        self.model.let_through(self.search.text(), str(self.group.currentData() or ""))
        self._show_place()

    def _show_place(self) -> None:
        every = self.model.every
        loaded = self._desk.catalogue.loaded
        self._places.setCurrentIndex(0 if self.model.tiles or not loaded else 2 if every else 1)
        well = sum(tile.gravity is Gravity.WELL for tile in every)
        words = self.tr("Walls: {well} of {count} well").format(well=well, count=len(every))
        self._summary.setText(words if every else self.tr("Walls"))

    def _look_round(self) -> None:
        """Work out anew what needs the one who works here."""
        desk, news = self._desk, self.news.news
        facts = gather(desk, self.model.every, self.on_air, news, self._cabinet.operators(), self._now)
        known = desk.catalogue.loaded and news is not None and not self.on_air.busy
        self.needs.show_needs(needs_of(facts), known=known)
        self._show_changes()

    def _show_changes(self) -> None:
        catalogue, news, me = self._desk.catalogue, self.news.news, self._desk.myself.me
        whole = news is not None and news.whole
        entries = news.entries if news is not None else ()
        walls = {kept.id: kept.value.name for kept in catalogue.displays}
        told = from_trail(entries, but=me.id if me is not None and whole else "", names=walls)
        published = () if whole else from_publications(catalogue.publications, catalogue.submissions)
        today = self._now.astimezone(office_zone()).date()
        self.changes.show_days(by_day(newest(told, published), today), whole=whole)
