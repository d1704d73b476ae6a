"""What a wall's player would not believe, and why: it kept on showing what it had."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QVBoxLayout, QWidget

from displayctl.api.device_reports import RefusalInfo
from displayctl.desktop.desk import Desk
from displayctl.desktop.look.palette import SPACE_L, SPACE_M, SPACE_S
from displayctl.desktop.presenters.problems import say_problem
from displayctl.desktop.presenters.refusal_words import is_alarming, refusal_words
from displayctl.desktop.presenters.submission_words import moment_words
from displayctl.desktop.widgets.pieces import button, clear, column, frame, label, row, scrolled

LEAST_PX = (620, 420)


class RefusalsWindow(QDialog):
    """The refusals of the wall `display_id`, newest first."""

    def __init__(self, desk: Desk, display_id: str, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.setWindowTitle(self.tr("What {wall} has refused").format(wall=name))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setMinimumSize(*LEAST_PX)
        self._list: QVBoxLayout = column(label(self.tr("Asking the hub…"), "soft"), spacing=SPACE_S)
        inner = QWidget()
        inner.setLayout(column(self._list, None, margins=SPACE_S))
        about = self.tr("The player checks every signature itself. What it refuses changes nothing on the wall.")
        layout = column(
            label(about, "", wrap=True),
            scrolled(inner),
            row(None, button(self.tr("Close"), self.accept, "primary")),
            spacing=SPACE_M,
        )
        layout.setStretch(1, 1)
        layout.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_L)
        self.setLayout(layout)
        client = desk.hub.client
        desk.tasks.run(lambda: client.refusals(display_id), self._show, self._failed, owner=self)

    def _show(self, refusals: tuple[RefusalInfo, ...]) -> None:
        clear(self._list)
        if not refusals:
            self._list.addWidget(label(self.tr("Nothing was refused so far."), "soft"))
        for each in refusals:
            self._list.addWidget(self._card(each))

    def _card(self, refusal: RefusalInfo) -> QWidget:
        when = moment_words(refusal.last_at)
        if refusal.times > 1:
            words = self.tr("{when}, {times} times since {first}")
            when = words.format(when=when, times=refusal.times, first=moment_words(refusal.first_at))
        chip = label(refusal.rule, "chip-danger" if is_alarming(refusal) else "chip-warning")
        layout = column(
            row(label(when, "strong"), None, chip),
            label(refusal_words(refusal), "", wrap=True),
            label(self.tr("The player said: {detail}").format(detail=refusal.detail), "caption", wrap=True),
            spacing=SPACE_S,
        )
        layout.setContentsMargins(SPACE_M, SPACE_M, SPACE_M, SPACE_M)
        return frame("card", layout)

    def _failed(self, error: Exception) -> None:
        clear(self._list)
        self._list.addWidget(label(say_problem(error), "error", wrap=True))
