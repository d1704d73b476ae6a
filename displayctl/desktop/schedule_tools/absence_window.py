"""“Why did it not play?”: a medium, a wall and a time that is over; the answer is a sentence and the next step."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import QDateTime, Signal
from PySide6.QtWidgets import QDateTimeEdit, QDialog, QWidget

from displayctl.api.absence import Absence, AbsenceCalls
from displayctl.desktop.catalogue import Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.look.palette import SPACE_L, SPACE_M, SPACE_S
from displayctl.desktop.presenters.absence_words import counts_words, step_words, why_words
from displayctl.desktop.presenters.airtime_words import last_words
from displayctl.desktop.presenters.problems import say_problem
from displayctl.desktop.presenters.words import clock_pattern
from displayctl.desktop.schedule_tools.airings_model import DEFAULT_ZONE
from displayctl.desktop.widgets.name_choice import NameChoice
from displayctl.desktop.widgets.pieces import button, column, field, frame, label, row, rule

EVENING, MORNING = 18, 6


class AbsenceWindow(QDialog):
    """Signal: `slot_asked` with the slot in question and a day."""

    slot_asked = Signal(str, object)

    def __init__(
        self,
        desk: Desk,
        medium_id: str,
        display_id: str = "",
        span: tuple[datetime, datetime] | None = None,
        slot_id: str = "",
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._desk, self._medium_id, self._slot_id = desk, medium_id, slot_id
        self._found: Absence | None = None
        self._asked = 0
        self.setWindowTitle(self.tr("Why did it not play?"))
        self.setMinimumSize(640, 380)
        self.wall = NameChoice()
        self.wall.setAccessibleName(self.tr("Wall"))
        for kept in desk.catalogue.displays:
            self.wall.addItem(kept.value.name, kept.id)
        self.wall.setCurrentIndex(max(0, self.wall.findData(display_id)))
        self.first, self.last = QDateTimeEdit(), QDateTimeEdit()
        for edit, name in ((self.first, self.tr("From")), (self.last, self.tr("To"))):
            edit.setCalendarPopup(True)
            edit.setDisplayFormat(f"d MMM yyyy {clock_pattern()}")
            edit.setAccessibleName(name)
        starts, ends = span or last_night(desk.clock.now(), self.zone)
        self._show_span(starts, ends)
        self._build()
        self.ask()

    def _build(self) -> None:
        medium = self._desk.catalogue.find(Topic.MEDIUM, self._medium_id)
        title = label(medium.title if medium is not None else self._medium_id, "heading", wrap=True)
        self.why = label("", "strong", wrap=True, selectable=True)
        self.step = label("", "", wrap=True)
        self.counts, self.last_play = label("", "soft", wrap=True), label("", "soft", wrap=True)
        self.ask_button = button(self.tr("Look again"), self.ask)
        self.slot_button = button(self.tr("Show the booking"), self._show_slot, "primary", "calendar")
        close = button(self.tr("Close"), self.reject)
        for each in (self.ask_button, self.slot_button, close):
            each.setAutoDefault(False)
        asked = row(
            field(self.tr("Wall"), self.wall),
            field(self.tr("From"), self.first),
            field(self.tr("To"), self.last),
            None,
            spacing=SPACE_M,
        )
        answer = column(self.why, self.step, self.counts, self.last_play, None, spacing=SPACE_S, margins=SPACE_L)
        layout = column(
            title,
            asked,
            frame("panel", answer),
            rule(),
            row(self.ask_button, None, close, self.slot_button, spacing=SPACE_S),
            spacing=SPACE_M,
        )
        layout.setStretch(2, 1)
        layout.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_M)
        self.setLayout(layout)
        self.wall.activated.connect(lambda _: self.ask())

    @property
    def zone(self) -> ZoneInfo:
        """Times are those of the wall."""
        kept = self._desk.catalogue.find(Topic.DISPLAY, self.wall.currentData() or "")
        return ZoneInfo(kept.value.time_zone if kept is not None else DEFAULT_ZONE)

    @property
    def span(self) -> tuple[datetime, datetime]:
        """From when to when is asked."""
        return _instant(self.first, self.zone), _instant(self.last, self.zone)

    def ask(self) -> None:
        """Ask the hub."""
        wall, (starts, ends) = self.wall.currentData() or "", self.span
        self._asked += 1
        if starts >= ends:
            self._say(self.tr("The end is before the beginning; choose a later one."))
            self.ask_button.setEnabled(True)
            return
        asked = self._asked
        calls = AbsenceCalls(self._desk.hub.client.transport)
        self._say(self.tr("Looking…"))
        self.ask_button.setEnabled(False)
        self._desk.tasks.run(
            lambda: calls.why(wall, self._medium_id, starts, ends, self._slot_id),
            lambda found: self._show(asked, found),
            lambda error: self._failed(asked, error),
            owner=self,
        )

    def _say(self, words: str) -> None:
        """Say this, and nothing of what was found before."""
        self._found = None
        self.why.setText(words)
        for told in (self.step, self.counts, self.last_play):
            told.clear()
        self.slot_button.setEnabled(False)

    def _show(self, asked: int, found: Absence) -> None:
        if asked != self._asked:
            return  # another wall was chosen meanwhile
        self._found = found
        self.why.setText(why_words(found, self.zone))
        self.step.setText(step_words(found))
        self.counts.setText(counts_words(found))
        self.last_play.setText(last_words(found.last_played, self.wall.currentText(), self.zone))
        self.slot_button.setEnabled(self._desk.catalogue.find(Topic.SLOT, found.slot_id) is not None)
        self.ask_button.setEnabled(True)

    def _failed(self, asked: int, error: Exception) -> None:
        if asked == self._asked:
            self._say(say_problem(error))
            self.ask_button.setEnabled(True)

    def _show_slot(self) -> None:
        if self._found is not None:
            at = self._found.at or self._found.starts
            self.slot_asked.emit(self._found.slot_id, at.astimezone(self.zone).date())

    def _show_span(self, starts: datetime, ends: datetime) -> None:
        for edit, instant in ((self.first, starts), (self.last, ends)):
            civil = instant.astimezone(self.zone)
            edit.setDateTime(QDateTime(civil.year, civil.month, civil.day, civil.hour, civil.minute, 0))


def last_night(now: datetime, zone: ZoneInfo) -> tuple[datetime, datetime]:
    """From yesterday's evening to this morning, or to now where the night is not over."""
    today = now.astimezone(zone).replace(hour=0, minute=0, second=0, microsecond=0)
    starts = today - timedelta(days=1) + timedelta(hours=EVENING)
    return starts.astimezone(UTC), min(now, (today + timedelta(hours=MORNING)).astimezone(UTC))


def _instant(edit: QDateTimeEdit, zone: ZoneInfo) -> datetime:
    day, at = edit.date(), edit.time()
    return datetime(day.year(), day.month(), day.day(), at.hour(), at.minute(), tzinfo=zone).astimezone(UTC)
