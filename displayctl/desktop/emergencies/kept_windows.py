"""The red window and its twin for drills, of which one each is open at a time, made before anybody asks for it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal

from displayctl.api.accounts import Role
from displayctl.desktop.desk import Desk
from displayctl.desktop.emergencies.purpose import EARNEST, Purpose

if TYPE_CHECKING:
    from displayctl.desktop.emergencies.window import EmergencyWindow


class KeptWindows(QObject):
    """Signals: `refused` with the reason for whoever may not send emergencies, `closed` when a window is gone."""

    refused = Signal(str)
    closed = Signal()

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._windows: dict[Purpose, EmergencyWindow] = {}

    @property
    def prepared(self) -> bool:
        """Whether the one that nobody wants to wait for is made."""
        return EARNEST in self._windows

    @staticmethod
    def door() -> type[EmergencyWindow]:
        """Reads the window's code, in any thread (as the doors of pages)."""
        from displayctl.desktop.emergencies.window import EmergencyWindow

        return EmergencyWindow

    def prepare(self) -> None:
        """Make the one that nobody wants to wait for, unless it is there."""
        if not self.prepared:
            self._windows[EARNEST] = self._made(EARNEST)

    def seen(self, purpose: Purpose) -> EmergencyWindow | None:
        """The window while it is open."""
        window = self._windows.get(purpose)
        return window if window is not None and window.isVisible() else None

    def open(self, purpose: Purpose) -> EmergencyWindow | None:
        """Bring it forward; None, and `refused`, for whoever may not send emergencies."""
        hindrance = self._desk.myself.hindrance(Role.DUTY)
        if hindrance:
            self.refused.emit(hindrance)
            return None
        window = self._windows.get(purpose) or self._made(purpose)
        self._windows[purpose] = window
        window.show()
        window.raise_()
        window.activateWindow()
        return window

    def leave(self) -> None:
        """Close them without asking, as when the language of everything changes."""
        for window in tuple(self._windows.values()):
            window.leave()
            window.deleteLater()
        self._windows.clear()

    def _made(self, purpose: Purpose) -> EmergencyWindow:
        """Without a parent: a dialog that waits over the main window does not hold it up."""
        made = self.door()(self._desk, purpose)
        made.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        made.finished.connect(lambda: self._gone(purpose))
        return made

    def _gone(self, purpose: Purpose) -> None:
        self._windows.pop(purpose, None)
        self.closed.emit()
