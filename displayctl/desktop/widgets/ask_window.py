"""A small window that asks for a few things, does one piece of work off the UI thread, and says why it did not go."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QCloseEvent
from PySide6.QtWidgets import QDialog, QLayout, QScrollArea, QWidget

from displayctl.desktop.look.palette import SPACE_L, SPACE_M, SPACE_S
from displayctl.desktop.presenters.problems import say_problem
from displayctl.desktop.tasks import Tasks
from displayctl.desktop.widgets.pieces import break_words_at, button, column, label, row, rule
from displayctl.desktop.widgets.remark import Remark

WIDTH_PX = 480


class AskWindow(QDialog):
    """Signal: `went` with what the work came to, before the window closes.

    Who closes it while the work is under way does not stop that: `went` still comes, and where the work was refused
    the window comes back to say so. What it asks and does is given with `ask`, by whoever makes it or by a subclass.
    """

    went = Signal(object)

    def __init__(self, tasks: Tasks, title: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self.setWindowTitle(title)
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumWidth(WIDTH_PX)
        self._error = Remark()
        self._work: Callable[[], Callable[[], Any]] | None = None
        self._ready: Callable[[], bool] = lambda: True
        self._working = self._unseen = False

    def ask(
        self,
        words: str,
        fields: tuple[QWidget | QLayout, ...],
        action: str,
        work: Callable[[], Callable[[], Any]],
        ready: Callable[[], bool] | None = None,
    ) -> None:
        """Show `fields` below `words`. `work` reads them here and gives what is to be done elsewhere.

        An area that scrolls takes the room that is over; without one it stays empty below the fields.
        """
        self._work, self._ready = work, ready or self._ready
        self.go_button = button(action, self.go, "primary")
        self.go_button.setDefault(True)
        said = label(words, "", wrap=True)
        break_words_at(WIDTH_PX - 2 * SPACE_L, said)
        areas = [part for part in fields if isinstance(part, QScrollArea)]
        layout = column(
            said,
            *fields,
            self._error,
            *(() if areas else (None,)),
            rule(),
            row(None, button(self.tr("Cancel"), self.reject), self.go_button, spacing=SPACE_S),
            spacing=SPACE_M,
        )
        for area in areas:
            layout.setStretchFactor(area, 1)
        layout.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_L)
        self.setLayout(layout)
        self.check()

    def sizeHint(self) -> QSize:
        """As wide as it will be: words that wrap are as high as they are then, with no room left over below them."""
        return super().sizeHint().expandedTo(QSize(self.minimumWidth(), 0))

    @property
    def error(self) -> str:
        """Why it did not go."""
        return self._error.text()

    def check(self) -> None:
        """Look again whether everything is filled in."""
        self.go_button.setEnabled(self._ready() and not self._working)

    def go(self) -> None:
        """Do the work."""
        if self._work is None or self._working:
            return
        self._error.setText("")
        try:
            work = self._work()
        except ValueError as error:  # what is typed breaks a rule that no field checks
            self._error.setText(say_problem(error))
            return
        self._working = True
        self.check()
        self._tasks.run(work, self._went, self._refused, owner=self)

    def reject(self) -> None:
        """Close, or wait unseen for the work that is under way."""
        if self._working:
            self._wait_unseen()
        else:
            super().reject()

    def closeEvent(self, event: QCloseEvent) -> None:
        if self._working:
            self._wait_unseen()
            event.ignore()  # else the window were deleted, and what the work came to with it
        else:
            super().closeEvent(event)

    def _wait_unseen(self) -> None:
        self._unseen = True
        self.hide()
        parent = self.parentWidget()
        if parent is not None and not parent.isWindow():  # a page goes when the language changes, its window does not
            self.setParent(parent.window(), self.windowFlags())

    def _went(self, result: object) -> None:
        self._working = False
        self.went.emit(result)
        self.accept()

    def _refused(self, error: Exception) -> None:
        self._working = False
        self._error.setText(say_problem(error))
        self.check()
        if self._unseen:
            self._unseen = False
            self.open()
