"""Tells about changes that wait for the hub, and when they were saved after all; and where nothing can be kept here."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from displayctl.desktop.desk import Desk
from displayctl.desktop.presenters.problems import say_problem
from displayctl.desktop.presenters.words import listed

MOST_NAMES, SETTLE_MS = 3, 400


class EditNotices(QObject):
    """Signal: `told` a sentence and its kind."""

    told = Signal(str, str)

    def __init__(self, desk: Desk, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._refused = False
        self._saved = 0
        self._lost: list[tuple[str, Exception]] = []
        self._resumed_soon = QTimer(self)
        self._resumed_soon.setSingleShot(True)
        self._resumed_soon.setInterval(SETTLE_MS)
        self._resumed_soon.timeout.connect(self._say_resumed)
        edits = desk.edits
        edits.delayed.connect(self._delayed)
        edits.refused.connect(self._note_refusal)
        edits.caught_up.connect(self._caught_up)
        edits.resumed.connect(self._resumed)
        desk.drawer.refused.connect(self._not_kept)
        desk.outbox.not_kept.connect(self._waits_unkept)

    def _delayed(self, what: str) -> None:
        self._refused = False
        words = self.tr(
            "“{what}” is kept at this desk, also when displayctl is closed, and is saved once the hub is back."
        )
        self.told.emit(words.format(what=what), "warning")

    def _note_refusal(self) -> None:
        self._refused = True

    def _caught_up(self) -> None:
        """What was refused was told already, and that is not to be wiped away by good news."""
        if not self._refused:
            self.told.emit(self.tr("The hub is back; what waited for it is saved."), "good")

    # What an earlier run left waiting

    def _resumed(self, what: str, error: Exception | None) -> None:
        if error is None:
            self._saved += 1
        else:
            self._lost.append((what, error))
        self._resumed_soon.start()

    def _say_resumed(self) -> None:
        """All of them in one sentence, what could not be saved first."""
        if any(letter.kept for letter in self._desk.outbox.letters):
            self._resumed_soon.start()
            return
        lost, saved = self._lost, self._saved
        self._lost, self._saved = [], 0
        if not lost:
            words = self.tr("What had waited for the hub when displayctl was closed is saved now; changes: {count}.")
            self.told.emit(words.format(count=saved), "good")
            return
        names = [f"“{what}”" for what, _ in lost[:MOST_NAMES]]
        if len(lost) > MOST_NAMES:
            names.append(self.tr("{count} more").format(count=len(lost) - MOST_NAMES))
        words = self.tr(
            "This had waited for the hub when displayctl was closed, and could not be saved: {names}. {why}"
        )
        self.told.emit(words.format(names=listed(names), why=say_problem(lost[0][1])), "danger")

    # What cannot be kept

    def _not_kept(self, error: Exception) -> None:
        words = self.tr("What you type cannot be kept on this computer, so save it before you close displayctl. {why}")
        self.told.emit(words.format(why=say_problem(error)), "danger")

    def _waits_unkept(self, error: Exception) -> None:
        words = self.tr("What waits for the hub cannot be kept on this computer, so leave displayctl open. {why}")
        self.told.emit(words.format(why=say_problem(error)), "danger")
