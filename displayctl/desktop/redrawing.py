"""When a page is drawn anew: at once while it is seen, else a little later, that not all of them work in one breath."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QWidget

LATER_MS, APART_MS, MOST_APART = 200, 70, 8
_numbers = count()


class Redrawing(QObject):
    """Calls `redraw` for a `page`, or a part of one, whenever what it shows has changed (`ask`).

    One that is not seen waits for others to be done, and is drawn at the latest when it is brought forward.
    """

    def __init__(self, page: QWidget, redraw: Callable[[], object]) -> None:
        super().__init__(page)
        self._page, self._redraw = page, redraw
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.setInterval(LATER_MS + APART_MS * (next(_numbers) % MOST_APART))
        self._later.timeout.connect(self._draw)
        page.installEventFilter(self)

    def ask(self) -> None:
        """What is shown has changed."""
        if self._page.isVisible():
            self._draw()
        elif not self._later.isActive():
            self._later.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Show and self._later.isActive():
            self._draw()
        return super().eventFilter(watched, event)

    def _draw(self) -> None:
        self._later.stop()
        self._redraw()
