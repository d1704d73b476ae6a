"""The walls: at the left all of them, as a list or on a map, at the right the chosen one in detail."""

from __future__ import annotations

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QComboBox, QLineEdit, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from displayctl.api.accounts import Role
from displayctl.api.models import Enrolment, MediumKind, PartKind
from displayctl.desktop.catalogue import Catalogue, Kept, Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.edits import new_id
from displayctl.desktop.home.screens import Screens
from displayctl.desktop.look.palette import SPACE_L, SPACE_M, SPACE_S
from displayctl.desktop.presenters.wall_rows import rows_of
from displayctl.desktop.presenters.wall_tiles import Gravity, Known, WallTile, alerts_by_wall, tile_of
from displayctl.desktop.walls.details import WallDetails
from displayctl.desktop.walls.map_panel import MapPanel
from displayctl.desktop.walls.wall_list import WallList
from displayctl.desktop.walls.windows import WallWindows
from displayctl.desktop.widgets.list_keys import ListKeys
from displayctl.desktop.widgets.pieces import EmptyState, button, clear, column, frame, label, row
from displayctl.desktop.widgets.region_details import WallOffers
from schedules.display import Display
from schedules.position import Position

LIST, MAP, EMPTY, NOT_FOUND = range(4)
SETTLE_MS, TICK_MS = 600, 5000
DETAILS_PX = 500
_TOPICS = frozenset({Topic.DISPLAY, Topic.PLAYER, Topic.WALL_HEALTH, Topic.ALERT, Topic.ENROLMENT, Topic.MEDIUM})


class WallsPage(QWidget):
    """Signals: `told` a sentence and its kind; `place_asked` a Place to go to."""

    told = Signal(str, str)
    place_asked = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._tiles: tuple[WallTile, ...] = ()
        self._choice: tuple[str, ...] = ()
        self._wanted = ""
        self._waiting_shown: tuple[Enrolment, ...] = ()
        self.screens = Screens(desk, self)
        self.list, self.map = WallList(desk, self.screens), MapPanel(desk)
        self.details = WallDetails(desk, self.screens)
        self.windows = WallWindows(desk, self)
        self._build()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SETTLE_MS)
        self._soon.timeout.connect(self.redraw)
        self._tick = QTimer(self)
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(self.redraw)
        self._connect()
        self.redraw()

    # Building

    def _build(self) -> None:
        self.search = QLineEdit()
        self.search.setPlaceholderText(self.tr("Search walls"))
        self.search.setAccessibleName(self.tr("Search walls"))
        self.search.setClearButtonEnabled(True)
        self.group = QComboBox()
        self.group.setAccessibleName(self.tr("Group"))
        self._summary = label("", "soft")
        self.groups_button = button(self.tr("Groups…"), self.open_groups, "", "tag")
        self.pair_button = self._guarded(button(self.tr("Pair a player…"), lambda: self.pair(""), "", "link"))
        self.add_button = self._guarded(button(self.tr("Add a wall"), lambda: self.edit(""), "primary", "plus"))
        bar = row(
            label(self.tr("Walls"), "title"),
            self._summary,
            None,
            self.groups_button,
            self.pair_button,
            self.add_button,
            spacing=SPACE_S,
        )
        self._waiting: QVBoxLayout = column(spacing=SPACE_S)
        self._places = QStackedWidget()
        for place in (self.list, self.map, self._no_wall(), self._nothing_found()):
            self._places.addWidget(place)
        filters = row(self.search, self.group, self._segments(), spacing=SPACE_S)
        filters.setStretch(0, 1)
        left = column(filters, self._places, spacing=SPACE_S)
        left.setStretch(1, 1)
        self.details.setMinimumWidth(DETAILS_PX - 60)
        self.details.setMaximumWidth(DETAILS_PX + 140)
        body = row(spacing=SPACE_M)
        body.addLayout(left, 5)
        body.addWidget(self.details, 6)
        layout = column(bar, self._waiting, spacing=SPACE_M)
        layout.addLayout(body, 1)
        layout.setContentsMargins(SPACE_L, SPACE_M, SPACE_L, SPACE_M)
        self.setLayout(layout)

    def _segments(self) -> QWidget:
        self._ways = QButtonGroup(self)
        for number, words in ((LIST, self.tr("List")), (MAP, self.tr("Map"))):
            made = button(words, self._way_chosen, "segment")
            made.setCheckable(True)
            self._ways.addButton(made, number)
        self._ways.button(LIST).setChecked(True)
        return frame("segments", row(*self._ways.buttons(), spacing=2, margins=3))

    def _no_wall(self) -> EmptyState:
        words = self.tr(
            "Add the first wall with its size in pixels. "
            "Then pair the player that stands behind it with the code it shows."
        )
        add = self._guarded(button(self.tr("Add a wall"), lambda: self.edit(""), "primary", "plus"))
        return EmptyState("wall", self.tr("No wall yet"), words, add)

    def _nothing_found(self) -> EmptyState:
        words = self.tr("No wall, group or title has these words. Try fewer.")
        return EmptyState("search", self.tr("Nothing found"), words)

    def _guarded(self, made: QPushButton) -> QPushButton:
        return self._desk.myself.guarded(made, Role.TECHNICIAN)

    def _connect(self) -> None:
        desk, details, windows = self._desk, self.details, self.windows
        desk.catalogue.changed.connect(self._topic_changed)
        desk.catalogue.ready.connect(self.redraw)
        self.search.textChanged.connect(self.redraw)
        ListKeys(self.list, self.search)
        self.group.activated.connect(self.redraw)
        self.list.chosen.connect(lambda: self._chosen(self.list.chosen_ids))
        self.map.chosen.connect(self._chosen_on_map)
        self.map.placed.connect(self._place)
        self.map.told.connect(self.told)
        details.pair_asked.connect(self.pair)
        details.site_asked.connect(self.show_site)
        details.set_up_asked.connect(self.set_up)
        details.change_asked.connect(self.edit)
        details.policy_asked.connect(self.change_policy)
        details.hours_asked.connect(self.show_health)
        details.told.connect(self.told)
        windows.told.connect(self.told)
        windows.place_asked.connect(self.place_asked)

    # The window's wishes

    def search_field(self) -> QLineEdit | None:
        return self.search

    def refresh(self) -> None:
        """Read anew what is shown."""
        self._desk.catalogue.read(Topic.DISPLAY, Topic.PLAYER, Topic.ENROLMENT, Topic.WALL_HEALTH)
        self.details.ask_again()

    def keep(self) -> tuple[str, str, int, tuple[str, ...], int]:
        """What is looked for, in which group, as list or map, which walls are chosen, and the tab."""
        group = str(self.group.currentData() or "")
        return self.search.text(), group, self._ways.checkedId(), self._choice, self.details.tab

    def restore(self, kept: tuple[str, str, int, tuple[str, ...], int]) -> None:
        self.search.setText(kept[0])
        self.group.setCurrentIndex(max(0, self.group.findData(kept[1])))
        self._ways.button(kept[2]).setChecked(True)
        self.details.show_tab(kept[4])
        self.redraw()
        self._choose(kept[3])

    def pick(self, id: str) -> None:
        """Show this wall, whatever was searched for; one that is not known yet, once it is."""
        if self._desk.catalogue.find(Topic.DISPLAY, id) is None:
            self._wanted = id
            return
        self._wanted = ""
        if id not in {tile.id for tile in self.list.walls.walls}:
            self.search.clear()
            self.group.setCurrentIndex(0)
            self.redraw()
        self.list.reveal(id)
        self._chosen((id,))

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.screens.wake()
        self._tick.start()
        QTimer.singleShot(0, self, self.redraw)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.screens.rest()
        self._tick.stop()

    # Showing

    @property
    def tiles(self) -> tuple[WallTile, ...]:
        """All walls as they are known."""
        return self._tiles

    @property
    def choice(self) -> tuple[str, ...]:
        """The chosen walls."""
        return self._choice

    def _topic_changed(self, topic: str) -> None:
        """Players speak every few seconds, two hundred of them all the time: drawing waits for several of them."""
        if topic in (Topic.DISPLAY, Topic.ENROLMENT):
            self.redraw()
        elif topic in _TOPICS and self.isVisible() and not self._soon.isActive():
            self._soon.start()

    def redraw(self) -> None:
        """Show the walls of the catalogue."""
        catalogue = self._desk.catalogue
        displays = {kept.id: kept for kept in catalogue.displays}
        self._tiles = self._all_tiles()
        self._offer_groups()
        rows = rows_of(self._tiles, self.search.text(), str(self.group.currentData() or ""))
        self.list.show_rows(rows)
        shown = tuple(each for each in rows if isinstance(each, WallTile))
        self.map.show_walls(shown, displays)
        nothing = NOT_FOUND if self._tiles else EMPTY
        self._places.setCurrentIndex(self._ways.checkedId() if shown or not catalogue.loaded else nothing)
        well = sum(tile.gravity is Gravity.WELL for tile in self._tiles)
        self._summary.setText(self.tr("{well} of {count} well").format(well=well, count=len(self._tiles)))
        self._show_waiting()
        self._show_choice(displays)
        if self._wanted:
            self.pick(self._wanted)

    def _all_tiles(self) -> tuple[WallTile, ...]:
        catalogue, now = self._desk.catalogue, self._desk.clock.now()
        players, healths, alerts = catalogue.players, catalogue.healths, alerts_by_wall(catalogue.alerts)
        return tuple(
            tile_of(
                kept.value,
                Known(players.get(kept.id), healths.get(kept.id), alerts.get(kept.id, ()), None),
                now,
                catalogue.medium_title,
            )
            for kept in catalogue.displays
        )

    def _offer_groups(self) -> None:
        groups = sorted({group for kept in self._desk.catalogue.displays for group in kept.value.groups})
        if self.group.count() and [self.group.itemData(at) for at in range(1, self.group.count())] == groups:
            return
        chosen = self.group.currentData()
        self.group.clear()
        self.group.addItem(self.tr("All groups"), "")
        for group in groups:
            self.group.addItem(group, group)
        self.group.setCurrentIndex(max(0, self.group.findData(chosen)))
        self.group.setVisible(len(groups) > 1)

    def _show_waiting(self) -> None:
        enrolments = self._desk.catalogue.enrolments
        if enrolments == self._waiting_shown:
            return  # what is made anew loses the keyboard
        self._waiting_shown = enrolments
        clear(self._waiting)
        for enrolment in enrolments:
            words = self.tr("A player waits to be paired: {host}, code {code}")
            if not enrolment.code:
                words = self.tr("A player waits to be paired: {host}. Its code stands on the wall.")
            said = words.format(host=enrolment.host_name or enrolment.address, code=enrolment.code)
            pair = self._guarded(button(self.tr("Pair…"), partial(self.pair, "", enrolment.code), "primary", "link"))
            line = row(label(said, "strong", wrap=True), pair, spacing=SPACE_M)
            line.setStretch(0, 1)
            line.setContentsMargins(SPACE_L, SPACE_S, SPACE_M, SPACE_S)
            self._waiting.addWidget(frame("banner-warning", line))

    # Choosing

    def _way_chosen(self) -> None:
        self.redraw()
        if self._ways.checkedId() == MAP:
            self.map.choose(self._choice)
        else:
            self.list.choose(self._choice)

    def show_map(self) -> None:
        """The map instead of the list."""
        self._ways.button(MAP).setChecked(True)
        self._way_chosen()

    def _choose(self, ids: tuple[str, ...]) -> None:
        self.list.choose(ids)
        self._chosen(ids)

    def _chosen_on_map(self, ids: tuple[str, ...]) -> None:
        self._choose(ids)

    def _chosen(self, ids: tuple[str, ...]) -> None:
        self._choice = ids
        self.map.choose(ids)
        self._show_choice({kept.id: kept for kept in self._desk.catalogue.displays})

    def _show_choice(self, displays: dict[str, Kept[Display]]) -> None:
        walls = tuple(displays[each] for each in self._choice if each in displays)
        self._choice = tuple(wall.id for wall in walls)
        if walls != self.details.walls:
            self.details.show_walls(walls)
        else:
            self.details.tell()

    # Windows

    def edit(self, display_id: str) -> None:
        """The form of a wall; without id, of a new one."""
        self.windows.edit(self._kept(display_id), new_id(PartKind.DISPLAY), offers_of(self._desk.catalogue))

    def pair(self, display_id: str, code: str = "") -> None:
        """The window that binds a player to a wall by the code on it."""
        self.windows.pair(display_id, code)

    def set_up(self, display_id: str) -> None:
        """The window with a test pattern and the wall's picture."""
        self.windows.set_up(self._kept(display_id))

    def change_policy(self, display_id: str) -> None:
        """The form about a wall's hours and rules."""
        self.windows.change_policy(self._kept(display_id))

    def show_health(self, display_id: str) -> None:
        """The window about how a wall does."""
        self.windows.show_health(self._kept(display_id))

    def show_site(self, display_id: str) -> None:
        """The site checklist of a wall."""
        self.windows.show_site(self._kept(display_id), self.details.status.ask_again)

    def open_groups(self) -> None:
        """The groups of walls."""
        several = self._choice if len(self._choice) > 1 else ()
        self.windows.open_groups(self._desk.catalogue.displays, several)

    def _kept(self, display_id: str) -> Kept[Display] | None:
        found: Kept[Display] | None = self._desk.catalogue.find(Topic.DISPLAY, display_id) if display_id else None
        return found

    def _place(self, display_id: str, position: Position | None) -> None:
        kept = self._kept(display_id)
        if kept is not None:
            words = self.tr("Place {wall}").format(wall=kept.value.name)
            self._desk.edits.replace(PartKind.DISPLAY, kept, replace(kept.value, position=position), words)
            self.told.emit(
                self.tr("{wall} stands there now. Ctrl+Z takes it back.").format(wall=kept.value.name), "good"
            )


def offers_of(catalogue: Catalogue) -> WallOffers:
    """What the parts of a wall may show."""
    pictures = (medium for medium in catalogue.media if medium.kind is MediumKind.PICTURE)
    return WallOffers(
        playlists=tuple((kept.id, kept.value.name) for kept in catalogue.playlists),
        tickers=tuple((kept.id, kept.value.name) for kept in catalogue.tickers),
        pictures=tuple((medium.id, medium.title) for medium in pictures),
    )
