"""Looks through everything that the desk holds for what nobody needs any more, while nobody is at it.

Everything waits meanwhile, for up to half a second with a large office; objects that live for a short time are seen to
all along, in milliseconds.
"""

from __future__ import annotations

import gc

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QCursor, QGuiApplication

LOOK_MS = 60_000
LEFT_ALONE_LOOKS, APART_LOOKS = 10, 60
"""Nobody has been at the desk for so many looks; the next time comes no sooner than so many later."""


class Sweep(QObject):
    """At most once an hour, when the desk was left alone for ten minutes: another program is in use, or the pointer
    stays where it is."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._pointer = QCursor.pos()
        self._left_alone = self._since = 0
        self._timer = QTimer(self)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.timeout.connect(self.look)
        self._timer.start(LOOK_MS)

    def look(self) -> None:
        """Sweep, if it is time and nobody is there."""
        before, self._pointer = self._pointer, QCursor.pos()
        elsewhere = QGuiApplication.applicationState() is not Qt.ApplicationState.ApplicationActive
        self._left_alone = self._left_alone + 1 if elsewhere or self._pointer == before else 0
        self._since += 1
        if self._left_alone >= LEFT_ALONE_LOOKS and self._since >= APART_LOOKS:
            self._since = 0
            gc.collect()
