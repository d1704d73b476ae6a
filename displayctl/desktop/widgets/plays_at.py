"""“What plays at…”: a slider over one day, and for each wall the picture at that instant with the reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSlider, QVBoxLayout, QWidget

from displayctl.desktop.catalogue import Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.look.palette import SPACE_L, SPACE_M, SPACE_S
from displayctl.desktop.presenters.explaining import kind_words, rule_words, until_words
from displayctl.desktop.presenters.words import clock_words, day_words
from displayctl.desktop.widgets.pieces import Scaled, clear, column, frame, label, row
from schedules.display import Display
from schedules.explain import Explanation, explain
from schedules.programme import Programme
from schedules.ranks import LosingRule

SETTLE_MS = 40
MOST_WALLS = 4
FAR = {
    LosingRule.OUTSIDE_HOURS,
    LosingRule.NOT_ON_DATE,
    LosingRule.DATE_RANGE,
    LosingRule.EXCEPTED_DATE,
    LosingRule.HOLIDAY,
    LosingRule.DISPLAY_EXCEPTION,
}
"""Slots that do not want this instant at all are told in the tooltip only."""


@dataclass(frozen=True, slots=True)
class _Answer:
    display: Display
    explanation: Explanation


class PlaysAtStrip(QFrame):
    """Signal: `instant_changed` with the minute of the day."""

    instant_changed = Signal(int)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.setProperty("role", "strip")
        self._desk = desk
        self._day = date(2026, 1, 1)
        self._displays: tuple[Display, ...] = ()
        self._asked = 0
        self._walls: dict[str, _WallAnswer] = {}
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, 24 * 60 - 1)
        self.slider.setSingleStep(1)
        self.slider.setPageStep(15)
        self.slider.setAccessibleName(self.tr("Time of day"))
        self._title = label("", "strong")
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self._ask)
        self.slider.valueChanged.connect(self._slid)
        self._answers: QHBoxLayout = row(spacing=SPACE_M)
        layout = column(row(self._title, self.slider, spacing=SPACE_M), self._answers, spacing=SPACE_S)
        layout.setContentsMargins(SPACE_L, SPACE_M - 2, SPACE_L, SPACE_M - 2)
        self.setLayout(layout)
        desk.drafts.changed.connect(self._settle.start)
        desk.pictures.came.connect(self._picture_came)

    def show_displays(self, displays: tuple[Display, ...]) -> None:
        """Answer for these walls; the first few when there are many."""
        shown = displays[:MOST_WALLS]
        if [d.id for d in shown] != [d.id for d in self._displays]:
            clear(self._answers)
            self._walls = {display.id: _WallAnswer(self._desk, display.name) for display in shown}
            for wall in self._walls.values():
                self._answers.addWidget(wall, 1)
        self._displays = shown
        self._settle.start()

    def show_day(self, day: date) -> None:
        """Ask about this day."""
        self._day = day
        self._say_title()
        self._settle.start()

    @property
    def minute(self) -> int:
        return self.slider.value()

    def said(self, display_id: str) -> str:
        """What is said about a wall."""
        return self._walls[display_id].text if display_id in self._walls else ""

    def _slid(self, minute: int) -> None:
        self._say_title()
        self.instant_changed.emit(minute)
        self._settle.start()

    def _say_title(self) -> None:
        when = f"{day_words(self._day)}, {clock_words(time(self.minute // 60, self.minute % 60))}"
        self._title.setText(self.tr("What plays on {when}").format(when=when))
        self._title.setMinimumWidth(max(self._title.minimumWidth(), self._title.sizeHint().width()))

    def _ask(self) -> None:
        civil = datetime.combine(self._day, time(0)) + timedelta(minutes=self.minute)
        asked = tuple((d, self._desk.drafts.of_display(d.id), civil) for d in self._displays)
        self._asked += 1
        number = self._asked
        self._desk.tasks.run(
            lambda: tuple(_answer(*one) for one in asked),
            lambda answers: self._show(number, answers),
            owner=self,
        )

    def _show(self, number: int, answers: tuple[_Answer | None, ...]) -> None:
        if number != self._asked:
            return
        for display, answer in zip(self._displays, answers, strict=True):
            if display.id in self._walls:
                self._walls[display.id].show_answer(answer)

    def _picture_came(self, medium_id: str) -> None:
        for wall in self._walls.values():
            wall.picture_came(medium_id)


def _answer(display: Display, programme: Programme | None, civil: datetime) -> _Answer | None:
    if programme is None:
        return None
    instant = civil.replace(tzinfo=ZoneInfo(display.time_zone)).astimezone(UTC)
    return _Answer(display, explain(programme, display.id, instant))


class _WallAnswer(QWidget):
    """One wall's picture, what it is, and why."""

    def __init__(self, desk: Desk, name: str) -> None:
        super().__init__()
        self._desk = desk
        self._medium_id = ""
        self._picture = Scaled(QSize(128, 72))
        self._picture.setFixedSize(128, 72)
        screen = frame("screen", column(self._picture))
        screen.setFixedSize(128, 72)
        self._name = label(name, "field")
        self._title = label("…", "strong")
        self._why = label("", "caption", wrap=True)
        self._why.setAlignment(Qt.AlignmentFlag.AlignTop)
        words: QVBoxLayout = column(self._name, self._title, self._why, None, spacing=1)
        layout = row(screen, spacing=SPACE_M)
        layout.addLayout(words, 1)
        self.setLayout(layout)

    @property
    def text(self) -> str:
        return f"{self._title.text()}\n{self._why.text()}"

    def show_answer(self, answer: _Answer | None) -> None:
        if answer is None:
            self._medium_id = ""
            self._title.setText(self.tr("Not known yet"))
            self._why.setText("")
            self._picture.show_picture(None)
            return
        explanation = answer.explanation
        cue = explanation.showing.cue
        self._medium_id = cue.medium_id
        title = self._desk.catalogue.medium_title(cue.medium_id) if cue.medium_id else self.tr("The house card")
        self._title.setText(self._title.fontMetrics().elidedText(title, Qt.TextElideMode.ElideRight, 260))
        zone = ZoneInfo(answer.display.time_zone)
        winner = explanation.winner.slot_name if explanation.winner else ""
        lines = [f"{kind_words(cue.kind, winner)}, {until_words(explanation.until, zone)}"]
        lines += [f"“{loser.slot_name}”: {rule_words(loser.rule)}" for loser in explanation.losers]
        near = [
            f"“{loser.slot_name}”: {rule_words(loser.rule)}" for loser in explanation.losers if loser.rule not in FAR
        ]
        self._why.setText("\n".join([lines[0], *near[:1]]))
        self.setToolTip("\n".join(lines))
        self.picture_came(self._medium_id)

    def picture_came(self, medium_id: str) -> None:
        """Show the picture, if it is the one on show."""
        if medium_id != self._medium_id:
            return
        medium = self._desk.catalogue.find(Topic.MEDIUM, medium_id)
        self._picture.show_picture(self._desk.pictures.poster(medium_id, medium.version) if medium else None)
