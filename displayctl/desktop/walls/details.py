"""One wall in detail, under tabs; of several walls, what can be asked of them together."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import Protocol

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontMetrics, QImage
from PySide6.QtWidgets import QButtonGroup, QFrame, QStackedWidget, QVBoxLayout, QWidget

from displayctl.desktop.catalogue import Kept
from displayctl.desktop.desk import Desk
from displayctl.desktop.home.screens import Screens
from displayctl.desktop.look.palette import SPACE_M, SPACE_S, TEXT_SMALL
from displayctl.desktop.presenters.wall_words import wall_state
from displayctl.desktop.walls.actions_tab import ActionsTab
from displayctl.desktop.walls.deeds import WallDeeds
from displayctl.desktop.walls.history_tab import HistoryTab
from displayctl.desktop.walls.hours_tab import HoursTab
from displayctl.desktop.walls.screen_tab import ScreenTab
from displayctl.desktop.walls.status_tab import StatusTab
from displayctl.desktop.walls.storage_tab import StorageTab
from displayctl.desktop.widgets.pieces import EmptyState, button, column, frame, label, row, set_role
from schedules.display import Display

STATUS, SCREEN, HOURS, HISTORY, STORAGE, ACTIONS = range(6)
CHOSEN, NONE = range(2)
SEGMENT_ROOM_PX = 14


class _Tab(Protocol):
    """What every tab about one wall does."""

    def show_wall(self, kept: Kept[Display]) -> None:
        """Show this wall."""
        ...

    def tell(self) -> None:
        """Show what is known now."""
        ...


class WallDetails(QFrame):
    """A tab is made when it first comes forward, and only the one on show works.

    Signals, each with the display's id: `pair_asked`, `site_asked`, `set_up_asked`, `change_asked`, `policy_asked`, and
    `hours_asked` for the window with every hour. `told` a sentence and its kind.
    """

    pair_asked = Signal(str)
    site_asked = Signal(str)
    set_up_asked = Signal(str)
    change_asked = Signal(str)
    policy_asked = Signal(str)
    hours_asked = Signal(str)
    told = Signal(str, str)

    def __init__(self, desk: Desk, screens: Screens) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self._desk, self._screens = desk, screens
        self._walls: tuple[Kept[Display], ...] = ()
        self._tab = STATUS
        self.deeds = WallDeeds(desk, self)
        self._name, self._chip = label("", "heading"), label("", "chip")
        self._stack, self._places = QStackedWidget(), QStackedWidget()
        self._rooms = tuple(QVBoxLayout() for _ in range(ACTIONS + 1))
        for room in self._rooms:
            place = QWidget()
            room.setContentsMargins(0, 0, 0, 0)
            place.setLayout(room)
            self._stack.addWidget(place)
        self._build()
        self.deeds.pictured.connect(self._pictured)

    def _build(self) -> None:
        self._choice = QButtonGroup(self)
        titles = (
            self.tr("Status"),
            self.tr("Screen"),
            self.tr("Hours"),
            self.tr("History"),
            self.tr("Storage"),
            self.tr("Actions"),
        )
        bold = QFont(self.font())
        bold.setWeight(QFont.Weight.DemiBold)
        for number, words in enumerate(titles):
            made = button(words, self._tab_chosen, "segment")
            made.setCheckable(True)
            made.setStyleSheet(f"padding-left: 2px; padding-right: 2px; font-size: {TEXT_SMALL}px;")
            bold.setPixelSize(TEXT_SMALL)
            made.setMinimumWidth(QFontMetrics(bold).horizontalAdvance(words) + SEGMENT_ROOM_PX)
            self._choice.addButton(made, number)
        self._choice.button(STATUS).setChecked(True)
        self._segments = frame("segments", row(*self._choice.buttons(), spacing=0, margins=3))
        head = row(self._name, None, self._chip, spacing=SPACE_S)
        inside = QWidget()
        layout = column(head, self._segments, self._stack, spacing=SPACE_S)
        layout.setStretch(2, 1)
        inside.setLayout(layout)
        self._places.addWidget(inside)
        words = self.tr("Choose a wall at the left to see how it does. With Ctrl or Shift you choose several.")
        self._places.addWidget(EmptyState("wall", self.tr("No wall is chosen"), words))
        whole = column(self._places)
        whole.setContentsMargins(SPACE_M, SPACE_M, SPACE_M, SPACE_M)
        self.setLayout(whole)
        self._places.setCurrentIndex(NONE)

    # Tabs

    @cached_property
    def status(self) -> StatusTab:
        made = StatusTab(self._desk, self._screens)
        made.pair_asked.connect(self.pair_asked)
        made.site_asked.connect(self.site_asked)
        made.told.connect(self.told)
        self._rooms[STATUS].addWidget(made)
        return made

    @cached_property
    def canvas(self) -> ScreenTab:
        made = ScreenTab(self._desk)
        made.set_up_asked.connect(self.set_up_asked)
        made.change_asked.connect(self.change_asked)
        self._rooms[SCREEN].addWidget(made)
        return made

    @cached_property
    def hours(self) -> HoursTab:
        made = HoursTab(self._desk)
        made.change_asked.connect(self.policy_asked)
        self._rooms[HOURS].addWidget(made)
        return made

    @cached_property
    def history(self) -> HistoryTab:
        made = HistoryTab(self._desk)
        made.hours_asked.connect(self.hours_asked)
        self._rooms[HISTORY].addWidget(made)
        return made

    @cached_property
    def storage(self) -> StorageTab:
        made = StorageTab(self._desk)
        self._rooms[STORAGE].addWidget(made)
        return made

    @cached_property
    def deeds_tab(self) -> ActionsTab:
        made = ActionsTab(self._desk, self.deeds)
        self._rooms[ACTIONS].addWidget(made)
        return made

    def _tab_about_one(self, number: int) -> _Tab:
        made: dict[int, Callable[[], _Tab]] = {
            STATUS: lambda: self.status,
            SCREEN: lambda: self.canvas,
            HOURS: lambda: self.hours,
            HISTORY: lambda: self.history,
            STORAGE: lambda: self.storage,
        }
        return made[number]()

    # Which walls

    @property
    def walls(self) -> tuple[Kept[Display], ...]:
        """What is on show."""
        return self._walls

    @property
    def tab(self) -> int:
        """The tab for one wall: STATUS to ACTIONS. Of several there are only the actions."""
        return self._tab

    def show_walls(self, walls: tuple[Kept[Display], ...]) -> None:
        """Show one wall, or ask several."""
        self._walls = walls
        self._places.setCurrentIndex(CHOSEN if walls else NONE)
        if not walls:
            return
        one = len(walls) == 1
        for number in (STATUS, SCREEN, HOURS, HISTORY, STORAGE):
            self._choice.button(number).setEnabled(one)
        self._choice.button(self._tab if one else ACTIONS).setChecked(True)
        self._stack.setCurrentIndex(self._tab if one else ACTIONS)
        self._show_tab()
        self._tell_head()

    def show_tab(self, number: int) -> None:
        """Bring a tab forward."""
        self._choice.button(number).setChecked(True)
        self._tab_chosen()

    def tell(self) -> None:
        """Show what is known now, on the tab on show."""
        if not self._walls:
            return
        self._tell_head()
        if self._stack.currentIndex() == ACTIONS:
            self.deeds_tab.tell()
        else:
            self._tab_about_one(self._stack.currentIndex()).tell()

    def ask_again(self) -> None:
        """Ask the hub anew for what only it knows."""
        number = self._stack.currentIndex()
        if len(self._walls) != 1:
            return
        if number == STATUS:
            self.status.ask_again()
        elif number == HISTORY:
            self.history.ask_again()
        elif number == STORAGE:
            self.storage.ask_again()

    def _tab_chosen(self) -> None:
        if len(self._walls) < 2:
            self._tab = self._choice.checkedId()
        self._stack.setCurrentIndex(self._choice.checkedId())
        self._show_tab()

    def _show_tab(self) -> None:
        number = self._stack.currentIndex()
        if number == ACTIONS:
            self.deeds_tab.show_walls(self._walls)
        elif len(self._walls) == 1:
            self._tab_about_one(number).show_wall(self._walls[0])

    def _tell_head(self) -> None:
        if len(self._walls) > 1:
            self._name.setText(self.tr("{n} walls chosen").format(n=len(self._walls)))
            self._chip.hide()
            return
        wall = self._walls[0]
        state = wall_state(self._desk.catalogue.players.get(wall.id), self._desk.clock.now())
        room = max(120, self.width() - self._chip.sizeHint().width() - 4 * SPACE_M)
        self._name.setText(self._name.fontMetrics().elidedText(wall.value.name, Qt.TextElideMode.ElideRight, room))
        self._name.setToolTip(wall.value.name)
        self._chip.setText(state.word)
        self._chip.show()
        set_role(self._chip, state.role)

    def _pictured(self, wall: str, png: bytes) -> None:
        """Whichever walls are chosen by now: each shows it under its status and in the list."""
        self._screens.take(wall, QImage.fromData(png))
