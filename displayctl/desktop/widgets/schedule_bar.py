"""The bar over the calendar: which time, which walls, how it is shown, undo and redo, new, and more."""

from __future__ import annotations

from enum import IntEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QMenu, QPushButton, QWidget

from displayctl.desktop.desk import Desk
from displayctl.desktop.look.palette import SPACE_S
from displayctl.desktop.widgets.name_choice import NameChoice
from displayctl.desktop.widgets.pieces import button, column, frame, icon_button, label, reserve_bold, row


class Shown(IntEnum):
    """How the schedule is shown."""

    WEEK = 0
    MONTH = 1
    DAY = 2
    BROADCAST = 3


class ScheduleBar(QWidget):
    """Signals: `turned` on (1) or back (-1); `wall_chosen` an id, empty for all; `view_chosen` a `Shown`.

    `more` is a menu button for what is needed now and then; others may add to its `more_menu`.
    """

    today_asked = Signal()
    turned = Signal(int)
    wall_chosen = Signal(str)
    view_chosen = Signal(int)
    new_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._title = label("", "heading")
        self._walls = NameChoice()
        self._walls.setAccessibleName(self.tr("Wall"))
        self._walls.setMinimumWidth(180)
        self._walls.setMaximumWidth(260)
        self._walls.activated.connect(lambda: self.wall_chosen.emit(self._walls.currentData() or ""))
        self.more = icon_button("more", self.tr("More"), lambda: None)
        self._menu = QMenu(self.more)
        self.more.setMenu(self._menu)
        above = row(self._title, None, self._walls, button(self.tr("New slot"), self.new_asked.emit, "primary", "plus"))
        above.addWidget(self.more)
        below = row(
            button(self.tr("Today"), self.today_asked.emit),
            icon_button("chevron-left", self.tr("Earlier"), lambda: self.turned.emit(-1)),
            icon_button("chevron-right", self.tr("Later"), lambda: self.turned.emit(1)),
            self._views(),
            None,
            *self._history(),
        )
        self.setLayout(column(above, below, spacing=SPACE_S))

    @property
    def more_menu(self) -> QMenu:
        """The menu of the button `more`, to add to."""
        return self._menu

    def _history(self) -> tuple[QPushButton, QPushButton]:
        stack = self._desk.edits.stack
        undo = icon_button("undo", self.tr("Undo (Ctrl+Z)"), stack.undo)
        redo = icon_button("redo", self.tr("Redo (Ctrl+Shift+Z)"), stack.redo)
        undo.setEnabled(stack.canUndo())
        redo.setEnabled(stack.canRedo())
        stack.canUndoChanged.connect(undo.setEnabled)
        stack.canRedoChanged.connect(redo.setEnabled)
        return undo, redo

    def _views(self) -> QFrame:
        self._segments = QButtonGroup(self)
        inner = row(spacing=2, margins=3)
        for shown, words in (
            (Shown.DAY, self.tr("Day")),
            (Shown.WEEK, self.tr("Week")),
            (Shown.MONTH, self.tr("Month")),
            (Shown.BROADCAST, self.tr("Broadcast")),
        ):
            view = QPushButton(words)
            view.setProperty("role", "segment")
            view.setCheckable(True)
            view.setChecked(shown is Shown.WEEK)
            reserve_bold(view, words)
            self._segments.addButton(view, shown)
            inner.addWidget(view)
        self._segments.idClicked.connect(self.view_chosen)
        made = frame("segments", inner)
        made.setMinimumHeight(40)
        return made

    def show_title(self, words: str) -> None:
        """Name the time on show."""
        self._title.setText(words)

    def show_view(self, shown: Shown) -> None:
        """Mark how the schedule is shown."""
        self._segments.button(shown).setChecked(True)

    def offer_walls(self, chosen: str) -> None:
        """Offer the catalogue's walls."""
        self._walls.clear()
        self._walls.addItem(self.tr("All walls"), "")
        for kept in self._desk.catalogue.displays:
            self._walls.addItem(kept.value.name, kept.id)
        self._walls.setCurrentIndex(max(0, self._walls.findData(chosen)))
