"""Work that takes minutes: a bar that tells how far it is, and a button that stops it."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QProgressBar, QWidget

from displayctl.desk.backups.watching import Watch
from displayctl.desktop.look.palette import SPACE_M
from displayctl.desktop.tasks import Tasks
from displayctl.desktop.widgets.pieces import button, label, row

STEPS = 1000


class LongWork(QWidget):
    """Hidden until something is under way. Signal: `changed` when work begins or ends."""

    changed = Signal()
    _went_on = Signal(int)

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self._tasks = tasks
        self._stopped = threading.Event()
        self.under_way = False
        self._step = 0
        self._words = label("", "soft")
        self.bar = QProgressBar()
        self.bar.setRange(0, STEPS)
        self.bar.setTextVisible(False)
        self.stop_button = button(self.tr("Stop"), self.stop)
        layout = row(self._words, self.bar, self.stop_button, spacing=SPACE_M)
        layout.setStretch(1, 1)
        self.setLayout(layout)
        self._went_on.connect(self.bar.setValue)
        self.hide()

    def begin(
        self,
        words: str,
        work: Callable[[Watch], Any],
        on_done: Callable[[Any], None],
        on_failed: Callable[[Exception], None],
    ) -> None:
        """Do `work` elsewhere, if nothing else is under way."""
        if self.under_way:
            return
        self.under_way, self._stopped = True, threading.Event()
        self._words.setText(words)
        self.bar.setAccessibleName(words)
        self._step = 0
        self.bar.setValue(0)
        self.show()
        self.changed.emit()
        watch = Watch(self._progress, self._stopped.is_set)

        def done(result: Any) -> None:
            self._end()
            on_done(result)

        def failed(error: Exception) -> None:
            self._end()
            on_failed(error)

        self._tasks.run(lambda: work(watch), done, failed, owner=self)

    def stop(self) -> None:
        """Ask it to stop; it does so within a moment, with nothing changed."""
        self._stopped.set()

    def _progress(self, done: int, whole: int) -> None:
        """Heard in the thread that works."""
        step = done * STEPS // whole
        if step != self._step:
            self._step = step
            self._went_on.emit(step)

    def _end(self) -> None:
        self.under_way = False
        self.hide()
        self.changed.emit()
