"""The jump as the window has it: its key, what can be jumped to, and the box that is made when it is first opened."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from displayctl.desktop.desk import Desk
from displayctl.desktop.home.jump_box import JumpBox
from displayctl.desktop.home.jump_targets import JumpTargets
from displayctl.desktop.places import Place


class Jump(QObject):
    """Lies over `window`. `go` brings it to a Place, `titles` gives the pages' names in the language of the moment.

    Signal: `guide_asked` for the first steps.
    """

    guide_asked = Signal()

    def __init__(
        self, desk: Desk, window: QWidget, go: Callable[[Place], object], titles: Callable[[], dict[str, str]]
    ) -> None:
        super().__init__(window)
        self._window, self._go = window, go
        self._targets = JumpTargets(desk, titles, self)
        self._box: JumpBox | None = None
        QShortcut(QKeySequence("Ctrl+K"), window).activated.connect(self.open)

    @property
    def box(self) -> JumpBox:
        """The field and its list over the window."""
        if self._box is None:
            self._box = JumpBox(self._window, self._targets)
            self._box.chosen.connect(self._go)
        return self._box

    def open(self) -> None:
        """Bring the box forward, empty."""
        self.box.open()

    def serve(self, page: QWidget) -> None:
        """Take a page where it wants to go."""
        if hasattr(page, "place_asked"):
            page.place_asked.connect(self._go)
        if hasattr(page, "jump_asked"):
            page.jump_asked.connect(self.open)

    def renew(self) -> None:
        """Let go of what was made in another language or look."""
        if self._box is not None:
            self._box.hide()
            self._box.deleteLater()
            self._box = None
        self._targets.read()
