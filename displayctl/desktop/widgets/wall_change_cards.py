"""What publishing would change, wall by wall: a few cards at once, the others as the event loop has time for them."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QVBoxLayout, QWidget

from displayctl.desk.comparing import WallChange
from displayctl.desktop.look.palette import SPACE_M
from displayctl.desktop.presenters.words import counted
from displayctl.desktop.widgets.pieces import button, clear, column

AT_ONCE, MOST_CARDS = 2, 20


class WallChangeCards(QWidget):
    """A card for each wall, those that change first; beyond twenty a person asks for more. `make` makes one."""

    def __init__(self, make: Callable[[WallChange], QWidget]) -> None:
        super().__init__()
        self._make = make
        self._rest: list[WallChange] = []
        self._wanted = 0
        self._cards: QVBoxLayout = column(spacing=SPACE_M)
        self._more = button("", self._show_more)
        self._more.hide()
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.timeout.connect(self._go_on)
        self.setLayout(column(self._cards, self._more, spacing=SPACE_M))

    def show_walls(self, walls: tuple[WallChange, ...]) -> None:
        """Show these in place of those before."""
        clear(self._cards)
        self._rest = sorted(walls, key=lambda wall: not wall.count)
        self._wanted = min(MOST_CARDS, len(walls))
        for _ in range(min(AT_ONCE, self._wanted)):
            self._add()
        self._go_on_later()

    @property
    def complete(self) -> bool:
        """Whether all that were asked for are there."""
        return self._cards.count() >= self._wanted

    def _add(self) -> None:
        self._cards.addWidget(self._make(self._rest.pop(0)))

    def _go_on(self) -> None:
        if not self.complete:
            self._add()
        self._go_on_later()

    def _go_on_later(self) -> None:
        if not self.complete:
            self._turn.start(0)
        self._more.setVisible(self.complete and bool(self._rest))
        one, many = self.tr("Show {count} more wall"), self.tr("Show {count} more walls")
        self._more.setText(counted(one, many, min(MOST_CARDS, len(self._rest))))

    def _show_more(self) -> None:
        self._wanted += min(MOST_CARDS, len(self._rest))
        self._go_on_later()
