"""The red window: an emergency message, seen before it is sent, and the ones that are live, to be ended."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QButtonGroup,
    QComboBox,
    QDialog,
    QFrame,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from content.studio.announcement import Announcement, Template
from content.studio.typeset import typeset_png
from displayctl.api.models import AlertInfo
from displayctl.desk.alerting import cancel_alert, raise_text_alert
from displayctl.desk.believing import Beliefs
from displayctl.desktop.catalogue import Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.look.palette import COLOURS, LEVEL_COLOURS, SPACE_L, SPACE_M, SPACE_S
from displayctl.desktop.presenters.alert_words import duration_choices, level_name, level_words, receipt_words
from displayctl.desktop.presenters.problems import say_problem
from displayctl.desktop.presenters.words import clock_words
from displayctl.desktop.trust.signed_work import run_signed
from displayctl.desktop.widgets.choices import TickList
from displayctl.desktop.widgets.hold_button import HoldButton
from displayctl.desktop.widgets.pieces import button, clear, column, field, frame, label, row, scrolled
from displayctl.desktop.widgets.typeset_preview import TypesetPreview
from schedules import codec
from schedules.alert import Alert, AlertLevel
from schedules.display import Display
from schedules.errors import InvalidValue, ScheduleError

LONGEST_HEADLINE = 120
ZONE = ZoneInfo("Asia/Makassar")


class EmergencyWindow(QDialog):
    """One window for raising and ending emergency messages."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._sending = False
        self.setWindowTitle(self.tr("Emergency message"))
        self.setProperty("role", "emergency")
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.resize(1040, 640)
        self._make_inputs()
        self.preview = TypesetPreview(desk.tasks, self.walls, 110)
        self.preview.drawn.connect(lambda fits: self._check(fits))
        self._build()
        desk.catalogue.changed.connect(self._topic_changed)
        self.choose_level(AlertLevel.AWAS)
        self._show_live()
        self.headline.setFocus()

    def _make_inputs(self) -> None:
        self.headline = QLineEdit()
        self.headline.setMaxLength(LONGEST_HEADLINE)
        self.headline.setPlaceholderText(self.tr("As “Gempa bumi: jauhi pantai”"))
        self.headline.textChanged.connect(self._changed)
        self.body = QPlainTextEdit()
        self.body.setTabChangesFocus(True)
        self.body.setMaximumHeight(84)
        self.body.setPlaceholderText(self.tr("What people have to do, in one or two short sentences"))
        self.body.textChanged.connect(self._changed)
        self._levels = QButtonGroup(self)
        for level in (AlertLevel.AWAS, AlertLevel.SIAGA, AlertLevel.WASPADA):
            made = QPushButton(level_name(level))
            made.setCheckable(True)
            made.setStyleSheet(
                f"QPushButton {{ font-weight: 700; color: {LEVEL_COLOURS[level]}; }}"
                f"QPushButton:checked {{ background: {LEVEL_COLOURS[level]}; color: #ffffff; }}"
            )
            self._levels.addButton(made, int(level))
        self._levels.idClicked.connect(lambda number: self.choose_level(AlertLevel(number)))
        self._level_words = label("", "caption", wrap=True)
        self.wall_list = TickList()
        self.wall_list.offer((kept.id, kept.value.name) for kept in self._desk.catalogue.displays)
        self.wall_list.tick(kept.id for kept in self._desk.catalogue.displays)
        self.wall_list.changed.connect(self._changed)
        self.duration = QComboBox()
        for length, words in duration_choices():
            self.duration.addItem(words, length)
        self.duration.setCurrentIndex(1)
        self._error = label("", "error", wrap=True)
        self.send_button = HoldButton("")
        self.send_button.held.connect(self.send)

    def _build(self) -> None:
        levels = row(*self._levels.buttons(), None, spacing=SPACE_S)
        walls = scrolled(self.wall_list)
        walls.setMinimumHeight(64)
        form = column(
            field(self.tr("Headline"), self.headline),
            field(self.tr("What to do"), self.body),
            label(self.tr("Level"), "field"),
            levels,
            self._level_words,
            field(self.tr("Walls"), walls),
            field(self.tr("Ends by itself after"), self.duration),
            self._error,
            self.send_button,
            spacing=SPACE_S + 2,
        )
        form.setStretch(5, 1)
        left = frame("panel", form)
        form.setContentsMargins(SPACE_L, SPACE_M, SPACE_L, SPACE_L)
        left.setFixedWidth(440)
        shown = column(label(self.tr("On the walls"), "field"), self.preview, spacing=SPACE_S)
        shown.setStretch(1, 1)
        shown.setContentsMargins(SPACE_L, SPACE_M, SPACE_L, SPACE_M)
        self._live: QVBoxLayout = column(spacing=SPACE_S)
        live = column(label(self.tr("Live now"), "field"), self._live, spacing=SPACE_S)
        live.setContentsMargins(SPACE_L, SPACE_M, SPACE_L, SPACE_M)
        right = column(frame("panel", shown), frame("panel", live), spacing=SPACE_M)
        right.setStretch(0, 1)
        title = label(self.tr("Emergency message"), "title")
        title.setStyleSheet(f"color: {COLOURS.danger_dark};")
        head = row(title, None, button(self.tr("Close"), self.close))
        middle = row(left, right, spacing=SPACE_M)
        middle.setStretch(1, 1)
        layout = column(head, middle, spacing=SPACE_M)
        layout.setStretch(1, 1)
        layout.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_L)
        self.setLayout(layout)

    # What the form says

    @property
    def level(self) -> AlertLevel:
        return AlertLevel(self._levels.checkedId())

    @property
    def walls(self) -> tuple[Display, ...]:
        """The ticked walls."""
        ticked = set(self.wall_list.ticked)
        return tuple(kept.value for kept in self._desk.catalogue.displays if kept.id in ticked)

    def announcement(self) -> Announcement:
        """The words as they are typeset; raises InvalidValue for an empty headline."""
        return Announcement(
            title=self.headline.text().strip(),
            body=self.body.toPlainText().strip(),
            template=Template.DARURAT,
            level=self.level,
        )

    def choose_level(self, level: AlertLevel) -> None:
        """Take this level and say what it does."""
        self._levels.button(int(level)).setChecked(True)
        self._level_words.setText(level_words(level))
        self._changed()

    def _changed(self) -> None:
        self.preview.show_displays(self.walls)
        self._check(False)
        try:
            self.preview.show_announcement(self.announcement())
        except InvalidValue:
            self.preview.show_announcement(None)

    def _check(self, fits: bool) -> None:
        count = len(self.walls)
        self.send_button.set_text(self.tr("Hold 3 seconds: send to {count} walls").format(count=count))
        ready = fits and bool(count) and not self._sending
        self.send_button.setEnabled(ready)
        if self.headline.text().strip() and not count:
            self._error.setText(self.tr("Tick at least one wall."))
        else:
            self._error.setText("")

    # Sending and ending

    def send(self) -> None:
        """Sign the message and send it to the ticked walls."""
        words, walls = self.announcement(), self.wall_list.ticked
        every = {kept.id for kept in self._desk.catalogue.displays}
        ids = () if set(walls) == every else walls
        length: timedelta = self.duration.currentData()
        client, installation = self._desk.hub.client, self._desk.installation
        self._sending = True
        self._check(False)
        run_signed(
            self._desk,
            self,
            lambda key: raise_text_alert(
                client, key, words.title, words.body, words.level, ids, length,
                typeset=typeset_png, clock=self._desk.clock, beliefs=Beliefs(installation.keys_folder),
            ),
            self._sent,
            self._not_sent,
        )  # fmt: skip

    def _sent(self, alert: AlertInfo) -> None:
        self._sending = False
        self.headline.clear()
        self.body.clear()
        self._desk.catalogue.read(Topic.ALERT)

    def _not_sent(self, error: Exception) -> None:
        self._sending = False
        self._changed()
        self._error.setText(self.tr("NOT SENT. {why}").format(why=say_problem(error)))

    def _end(self, alert_id: str) -> None:
        client, installation = self._desk.hub.client, self._desk.installation
        run_signed(
            self._desk,
            self,
            lambda key: cancel_alert(
                client, key, alert_id, self._desk.clock, beliefs=Beliefs(installation.keys_folder)
            ),
            lambda _: self._desk.catalogue.read(Topic.ALERT),
            lambda error: self._error.setText(self.tr("NOT ENDED. {why}").format(why=say_problem(error))),
        )

    # What is live

    def _topic_changed(self, topic: str) -> None:
        if topic == Topic.ALERT:
            self._show_live()

    def _show_live(self) -> None:
        clear(self._live)
        self.end_buttons: list[QPushButton] = []
        live = [info for info in self._desk.catalogue.alerts if info.live]
        for info in live:
            self._live.addWidget(self._live_row(info))
        if not live:
            self._live.addWidget(label(self.tr("No emergency message is live."), "soft"))

    def _live_row(self, info: AlertInfo) -> QFrame:
        try:
            alert: Alert = codec.alert_from_dict(info.value)
        except ScheduleError as error:
            return frame("banner-danger", column(label(str(error), "error", wrap=True), margins=SPACE_S))
        until = clock_words(alert.expires.astimezone(ZONE))
        names = {kept.id: kept.value.name for kept in self._desk.catalogue.displays}
        words = self.tr("{level} · until {time} · {receipts}").format(
            level=level_name(alert.level), time=until, receipts=receipt_words(alert, info.receipts, names)
        )
        texts = column(label(alert.headline, "strong", wrap=True), label(words, "caption", wrap=True), spacing=1)
        end = button(self.tr("End"), lambda: self._end(info.id), "alarm", "close")
        self.end_buttons.append(end)
        line = row(spacing=SPACE_M)
        line.addLayout(texts, 1)
        line.addWidget(end)
        line.setContentsMargins(SPACE_M, SPACE_S, SPACE_M, SPACE_S)
        return frame("banner-danger", line)
