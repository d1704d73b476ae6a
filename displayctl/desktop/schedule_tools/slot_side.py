"""The place beside the calendar: a hint while no slot is chosen, and the slot's panel, made in a quiet moment."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QApplication, QWidget

from displayctl.api.accounts import Role
from displayctl.desktop.desk import Desk
from displayctl.desktop.widgets.in_place import Stack
from displayctl.desktop.widgets.inputs import Unsaved
from displayctl.desktop.widgets.late import Late
from displayctl.desktop.widgets.slot_editor import SlotEditor

QUIET_MS = 1200
"""So long after the calendar stands the panel is made, where nobody has chosen a slot before."""


class SlotSide(Stack):
    """Signals: `saved` the slot before (Kept) and after; `removal_asked` its id; `holidays_asked` to take some over."""

    saved = Signal(object, object)
    removal_asked = Signal(str)
    holidays_asked = Signal()

    def __init__(self, desk: Desk, today: Callable[[], date], hint: QWidget) -> None:
        super().__init__()
        self._desk, self._today, self._hint = desk, today, hint
        self._editor = Late(self._make_editor)
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.setInterval(QUIET_MS)
        self._quiet.timeout.connect(self._make_ahead)
        self.addWidget(hint)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._editor.made is None:
            self._quiet.start()

    def _make_ahead(self) -> None:
        """Whoever clicks the first slot does not wait for its panel; nor is a drag held up by it."""
        if QApplication.mouseButtons() != Qt.MouseButton.NoButton:
            self._quiet.start()
        elif self.isVisible():
            self._editor.get()

    def _make_editor(self) -> SlotEditor:
        made = self._desk.myself.guarded(SlotEditor(self._desk.catalogue, self._today), Role.EDITOR)
        made.saved.connect(self.saved)
        made.removal_asked.connect(self.removal_asked)
        made.holidays_asked.connect(self.holidays_asked)
        self.addWidget(made)
        return made

    @property
    def editor(self) -> SlotEditor:
        """The slot's panel."""
        return self._editor.get()

    @property
    def is_made(self) -> bool:
        """Whether the slot's panel is there already."""
        return self._editor.made is not None

    @property
    def slot_id(self) -> str:
        """The slot that the panel is about, on show or not; empty for none."""
        return self._editor.made.slot_id if self._editor.made is not None else ""

    @property
    def shown_id(self) -> str:
        """The slot on show; empty for none."""
        return self.slot_id if self.currentWidget() is self._editor.made else ""

    def unsaved(self) -> Unsaved | None:
        """What is typed about the slot and not saved; None for nothing."""
        return self._editor.made.unsaved() if self._editor.made is not None else None

    def show_hint(self) -> None:
        self.setCurrentWidget(self._hint)

    def show_editor(self) -> None:
        self.setCurrentWidget(self.editor)

    def offer_holidays(self) -> None:
        """The office has other sets of holidays."""
        if self._editor.made is not None:
            self._editor.made.offer_holidays()
