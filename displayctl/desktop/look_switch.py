"""Changes the look of the window, at a moment when nothing is open that would be lost by building it anew."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QApplication, QDialog

from displayctl.desktop.look.appearance import Appearance
from displayctl.desktop.settings.window import SettingsWindow


class LookSwitch(QObject):
    """Calls `put_away` and `build` around a change. Signal: `waits`, when it has to be put off."""

    waits = Signal()

    def __init__(self, appearance: Appearance, put_away: Callable[[], None], build: Callable[[], None]) -> None:
        super().__init__()
        self._appearance, self._put_away, self._build = appearance, put_away, build
        appearance.wished.connect(self._wished)

    def try_again(self) -> None:
        """Change now what was put off, if that can be."""
        if self._appearance.behind and not _something_is_open():
            self._put_away()
            self._appearance.put_on()
            self._build()

    def _wished(self) -> None:
        """The computer itself may ask for it, at dusk, in the middle of an emergency."""
        self.try_again()
        if self._appearance.behind:
            self.waits.emit()


def _something_is_open() -> bool:
    """A window in which something may be typed; what pages hold is kept by them."""
    return any(
        each.isVisible() and isinstance(each, QDialog) and not isinstance(each, SettingsWindow)
        for each in QApplication.topLevelWidgets()
    )
