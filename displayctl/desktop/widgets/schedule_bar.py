"""The bar over the calendar: which time, which walls, week or month, undo and redo, copy and new."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QFrame, QPushButton, QWidget

from displayctl.desktop.desk import Desk
from displayctl.desktop.widgets.pieces import button, frame, icon_button, label, row


class ScheduleBar(QWidget):
    """Signals: `turned` on (1) or back (-1); `wall_chosen` an id, empty for all; `view_chosen` 0 week, 1 month."""

    today_asked = Signal()
    turned = Signal(int)
    wall_chosen = Signal(str)
    view_chosen = Signal(int)
    copy_asked = Signal()
    new_asked = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._title = label("", "heading")
        self._walls = QComboBox()
        self._walls.setAccessibleName(self.tr("Wall"))
        self._walls.setMinimumWidth(150)
        self._walls.activated.connect(lambda: self.wall_chosen.emit(self._walls.currentData() or ""))
        layout = row(
            button(self.tr("Today"), self.today_asked.emit),
            icon_button("chevron-left", self.tr("Earlier"), lambda: self.turned.emit(-1)),
            icon_button("chevron-right", self.tr("Later"), lambda: self.turned.emit(1)),
            self._title,
            None,
            *self._history(),
            icon_button("copy", self.tr("Copy week…"), self.copy_asked.emit),
            self._walls,
            self._views(),
            button(self.tr("New slot"), self.new_asked.emit, "primary", "plus"),
        )
        self.setLayout(layout)

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
        for number, words in enumerate((self.tr("Week"), self.tr("Month"))):
            view = QPushButton(words)
            view.setProperty("role", "segment")
            view.setCheckable(True)
            view.setChecked(number == 0)
            self._segments.addButton(view, number)
            inner.addWidget(view)
        self._segments.idClicked.connect(self.view_chosen)
        made = frame("segments", inner)
        made.setMinimumHeight(40)
        return made

    def show_title(self, words: str) -> None:
        """Name the week or month on show."""
        self._title.setText(words)

    def show_view(self, number: int) -> None:
        """Mark week (0) or month (1)."""
        self._segments.button(number).setChecked(True)

    def offer_walls(self, chosen: str) -> None:
        """Offer the catalogue's walls."""
        self._walls.clear()
        self._walls.addItem(self.tr("All walls"), "")
        for kept in self._desk.catalogue.displays:
            self._walls.addItem(kept.value.name, kept.id)
        self._walls.setCurrentIndex(max(0, self._walls.findData(chosen)))
