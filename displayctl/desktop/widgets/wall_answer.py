"""One wall at one instant: the picture that is on it, what that is, and why."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QSizePolicy, QVBoxLayout, QWidget

from displayctl.desktop.catalogue import Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.look.palette import SPACE_M
from displayctl.desktop.presenters.explaining import kind_words, rule_words, until_words
from displayctl.desktop.widgets.elided_label import ElidedLabel
from displayctl.desktop.widgets.pieces import Scaled, column, frame, label, row
from schedules.director import Cue
from schedules.display import Display
from schedules.explain import Explanation
from schedules.proof import ShowingKind
from schedules.ranks import LosingRule

SMALL, LARGE = QSize(128, 72), QSize(224, 126)
MOST_LETTERS = 60
"""Of the name of a slot in a line about it; the tip has all of it."""
FAR = {
    LosingRule.OUTSIDE_HOURS,
    LosingRule.NOT_ON_DATE,
    LosingRule.DATE_RANGE,
    LosingRule.EXCEPTED_DATE,
    LosingRule.HOLIDAY,
    LosingRule.DISPLAY_EXCEPTION,
}
"""Slots that do not want this instant at all are told in the tooltip only."""


class WallAnswer(QWidget):
    """The picture of a wall at an instant, of the size given, with its words beside it."""

    def __init__(self, desk: Desk, name: str, size: QSize) -> None:
        super().__init__()
        self._desk = desk
        self.medium_id, self._closed = "", False
        self._picture = Scaled(size)
        self._picture.setFixedSize(size)
        screen = frame("screen", column(self._picture))
        screen.setFixedSize(size)
        self._name = ElidedLabel(name, "field")
        self._title = ElidedLabel("…", "strong")
        self._why = label("", "caption", wrap=True)
        self._why.setAlignment(Qt.AlignmentFlag.AlignTop)
        words: QVBoxLayout = column(self._name, self._title, self._why, None, spacing=1)
        layout = row(screen, spacing=SPACE_M)
        layout.addLayout(words, 1)
        self.setLayout(layout)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)  # walls have the same room

    @property
    def text(self) -> str:
        return f"{self._title.text()}\n{self._why.text()}"

    def show_cue(self, cue: Cue) -> None:
        """Show what is on the wall, at once; the reason that stood there goes with another picture."""
        if (cue.medium_id, cue.kind is ShowingKind.CLOSED) != (self.medium_id, self._closed):
            self._why.setText("")
            self._say(cue)
            self._show_picture(self._known_picture())

    def show_answer(self, display: Display, explanation: Explanation | None) -> None:
        """Show what is on the wall, and why; None where that is not known yet."""
        if explanation is None:
            self.medium_id, self._closed = "", False
            self._title.setText(self.tr("Not known yet"))
            self._why.setText("")
            self._show_picture(None)
            return
        cue = explanation.showing.cue
        self._say(cue)
        winner = explanation.winner.slot_name if explanation.winner else ""
        until = until_words(explanation.until, ZoneInfo(display.time_zone), exact=True)
        near = [loser for loser in explanation.losers if loser.rule not in FAR][:1]
        said = [f"{kind_words(cue.kind, _short(winner))}, {until}"]
        said += [f"“{_short(loser.slot_name)}”: {rule_words(loser.rule)}" for loser in near]
        self._why.setText("\n".join(said))
        lines = [f"{kind_words(cue.kind, winner)}, {until}"]
        lines += [f"“{loser.slot_name}”: {rule_words(loser.rule)}" for loser in explanation.losers]
        self.setToolTip("\n".join(lines[:20]))
        self.picture_came(self.medium_id)

    def _say(self, cue: Cue) -> None:
        self.medium_id, self._closed = cue.medium_id, cue.kind is ShowingKind.CLOSED
        nothing = self.tr("Dark") if self._closed else self.tr("The house card")
        self._title.setText(self._desk.catalogue.medium_title(cue.medium_id) if cue.medium_id else nothing)

    def _known_picture(self) -> QPixmap | None:
        """The small picture, which is there at once where it was seen before; the good one follows."""
        medium = self._desk.catalogue.find(Topic.MEDIUM, self.medium_id)
        return self._desk.pictures.thumbnail(self.medium_id, medium.version) if medium else None

    def picture_came(self, medium_id: str) -> None:
        """Show the picture, if it is the one on show."""
        if medium_id != self.medium_id:
            return
        medium = self._desk.catalogue.find(Topic.MEDIUM, medium_id)
        good = self._desk.pictures.poster(medium_id, medium.version) if medium else None
        self._show_picture(good if good is not None else self._known_picture())

    def _show_picture(self, picture: QPixmap | None) -> None:
        self._picture.show_picture(picture)


def _short(name: str) -> str:
    return name if len(name) <= MOST_LETTERS else f"{name[:MOST_LETTERS].rstrip()}…"
