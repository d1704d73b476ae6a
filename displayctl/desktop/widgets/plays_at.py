"""“What plays at…”: a slider over one day, and for each wall the picture at that instant with the reason."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSlider

from displayctl.desktop.broadcast_days import BroadcastDays
from displayctl.desktop.desk import Desk
from displayctl.desktop.look.palette import SPACE_L, SPACE_M, SPACE_S
from displayctl.desktop.presenters.words import clock_seconds_words, day_words
from displayctl.desktop.widgets.pieces import clear, column, label, row
from displayctl.desktop.widgets.wall_answer import LARGE, SMALL, WallAnswer
from schedules.display import Display
from schedules.explain import Explanation, explain
from schedules.programme import Programme

SETTLE_MS = 40
MOST_WALLS = 4
LAST_SECOND = 24 * 3600 - 1


@dataclass(frozen=True, slots=True)
class _Answer:
    display: Display
    explanation: Explanation


class PlaysAtStrip(QFrame):
    """The picture follows the slider at once; why it is the one follows when the slider rests.

    Signal: `instant_changed` with the second of the day.
    """

    instant_changed = Signal(int)

    def __init__(self, desk: Desk, days: BroadcastDays) -> None:
        super().__init__()
        self.setProperty("role", "strip")
        self._desk, self._days = desk, days
        self._day = date(2026, 1, 1)
        self._displays: tuple[Display, ...] = ()
        self._asked = 0
        self._size: QSize = SMALL
        self._walls: dict[str, WallAnswer] = {}
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(0, LAST_SECOND)
        self.slider.setSingleStep(10)
        self.slider.setPageStep(15 * 60)
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
        days.came.connect(self._day_came)

    def show_displays(self, displays: tuple[Display, ...], *, large: bool = False) -> None:
        """Answer for these walls; the first few when there are many. With `large`, in good size."""
        shown, size = displays[:MOST_WALLS], LARGE if large else SMALL
        if [d.id for d in shown] != [d.id for d in self._displays] or size != self._size:
            clear(self._answers)
            self._forget_asked()
            self._size = size
            self._walls = {display.id: WallAnswer(self._desk, display.name, size) for display in shown}
            for wall in self._walls.values():
                self._answers.addWidget(wall, 1)
        self._displays = shown
        self._settle.start()

    def show_day(self, day: date) -> None:
        """Ask about this day."""
        self._day = day
        self._forget_asked()
        self._say_title()
        self._settle.start()

    @property
    def second(self) -> int:
        """The second of the day that is asked about."""
        return self.slider.value()

    @property
    def minute(self) -> int:
        """The minute of the day that is asked about."""
        return self.second // 60

    def show_second(self, second: int) -> None:
        """Ask about this second of the day."""
        self.slider.setValue(second)

    def said(self, display_id: str) -> str:
        """What is said about a wall."""
        return self._walls[display_id].text if display_id in self._walls else ""

    def medium_shown(self, display_id: str) -> str:
        """The medium whose picture is shown for a wall; empty for none."""
        return self._walls[display_id].medium_id if display_id in self._walls else ""

    def _slid(self, second: int) -> None:
        self._forget_asked()
        self._say_title()
        self._show_cues()
        self.instant_changed.emit(second)
        self._settle.start()

    def _forget_asked(self) -> None:
        """An answer on its way is about other walls, or another instant, than the one on show now."""
        self._asked += 1

    def _say_title(self) -> None:
        moment = time(self.second // 3600, self.second // 60 % 60, self.second % 60)
        when = f"{day_words(self._day)}, {clock_seconds_words(moment)}"
        self._title.setText(self.tr("What plays on {when}").format(when=when))
        self._title.setMinimumWidth(max(self._title.minimumWidth(), self._title.sizeHint().width()))

    @property
    def _civil(self) -> datetime:
        return datetime.combine(self._day, time(0)) + timedelta(seconds=self.second)

    def _show_cues(self) -> None:
        """The picture, from the day that is compiled already: a lookup."""
        for display in self._displays:
            cue = self._days.cue(display, self._day, _instant(display, self._civil))
            if cue is not None and display.id in self._walls:
                self._walls[display.id].show_cue(cue)

    def _day_came(self, display_id: str) -> None:
        """The day may show another picture than the answer that came before it, without a reason then."""
        if display_id in self._walls:
            self._show_cues()
            self._settle.start()

    def _ask(self) -> None:
        self._show_cues()
        asked = tuple((d, self._desk.drafts.of_display(d.id), self._civil) for d in self._displays)
        self._forget_asked()
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
                self._walls[display.id].show_answer(display, answer.explanation if answer is not None else None)

    def _picture_came(self, medium_id: str) -> None:
        for wall in self._walls.values():
            wall.picture_came(medium_id)


def _instant(display: Display, civil: datetime) -> datetime:
    return civil.replace(tzinfo=ZoneInfo(display.time_zone)).astimezone(UTC)


def _answer(display: Display, programme: Programme | None, civil: datetime) -> _Answer | None:
    if programme is None:
        return None
    return _Answer(display, explain(programme, display.id, _instant(display, civil)))
