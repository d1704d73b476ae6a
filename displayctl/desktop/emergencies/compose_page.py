"""The three actions on one page: what has happened, where, and holding the button; all the time, how it will look."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QScrollArea, QWidget

from content.places.district import District
from content.studio.emergency.message import Message
from content.studio.emergency.template import Template
from displayctl.desk.warnings.plan import Plan
from displayctl.desktop.desk import Desk
from displayctl.desktop.emergencies.area_choice import DRAWN, AreaChoice
from displayctl.desktop.emergencies.message_form import MessageForm
from displayctl.desktop.emergencies.message_pictures import drawing_of
from displayctl.desktop.emergencies.page_preview import PagePreview
from displayctl.desktop.emergencies.purpose import Purpose
from displayctl.desktop.emergencies.template_list import TemplateList
from displayctl.desktop.look.palette import SPACE_L, SPACE_M, SPACE_S
from displayctl.desktop.presenters.alert_words import level_name
from displayctl.desktop.presenters.emergency_words import text_words
from displayctl.desktop.presenters.sentences import say_sentence
from displayctl.desktop.presenters.words import counted
from displayctl.desktop.widgets.hold_button import HoldButton
from displayctl.desktop.widgets.pieces import column, frame, label, row, scrolled, set_role
from displayctl.desktop.widgets.wide_room import WideRoom
from displayctl.desktop.widgets.words_room import WordsRoom
from schedules.alert import BREAK_GLASS, SECOND_PERSON_WITHIN, Alert
from schedules.display import Display
from schedules.errors import ScheduleError

TEMPLATES_PX = 240
FORM_PX, PLACE_PX = (330, 350), (130, 330)
"""The least and the most width of each; they are narrow only where the letters are large for the screen."""

BESIDE_MAP_PX, TIGHT_PX = (260, 264), 1100
"""The same for the words beside a map to draw on, in a page narrower than the second."""

HOLD_PX, HOLD_SHARE, HOLD_HEIGHT_PX, LEAST_PICTURE_PX = 400, 0.46, 64, 72
"""The button to hold is so wide, or takes its share of a page that is narrow."""

FIRST = 1000
"""A stretch that takes all it may have before its neighbour of 1 gets anything."""


@dataclass(frozen=True, slots=True)
class Composed:
    """A message ready to be sent: to `display_ids` (empty: every wall), which are `walls` now, for so long.

    `values` are what was typed, by field; `supersedes` the alert that it takes the place of, if any, `warning_id` the
    warning from outside that it shows.
    """

    message: Message
    walls: tuple[Display, ...]
    display_ids: tuple[str, ...]
    length: timedelta
    values: Mapping[str, str]
    supersedes: str = ""
    warning_id: str = ""


class ComposePage(QWidget):
    """Signals: `send_asked` with a Composed, once the button was held; `told` with the last sentence, and with what
    hinders it from being sent."""

    send_asked = Signal(object)
    told = Signal(str, str)

    def __init__(self, desk: Desk, purpose: Purpose, zone: ZoneInfo) -> None:
        super().__init__()
        self._desk, self._purpose, self._zone = desk, purpose, zone
        self._supersedes, self._warning_id = "", ""
        self._needs_two = True
        self._busy = self._offline = self._hands_over = False
        self.templates = TemplateList()
        self.form = MessageForm(desk.language.code)
        self.area = AreaChoice(purpose.line)
        self.preview = PagePreview(
            desk.tasks,
            LEAST_PICTURE_PX,
            self.tr("Every wall as it will show the message stands here before anything goes out."),
            scrolls=True,
        )
        self.sentence = label("", "strong", wrap=True)
        self.conditions = label("", "caption", wrap=True)
        self.send_button = HoldButton("", strong=purpose.strong, dark=purpose.dark, height_px=HOLD_HEIGHT_PX)
        self._build()
        self.templates.chosen.connect(self._template_chosen)
        self.templates.taken.connect(self._template_taken)
        self.form.changed.connect(self._message_changed)
        self.area.changed.connect(self._walls_changed)
        self.preview.drawn.connect(self._tell)
        self.send_button.held.connect(self._held)
        self._tick = QTimer(self)
        self._tick.setInterval(15_000)
        self._tick.timeout.connect(self._tell)
        self._tick.start()
        self._tell()

    def _build(self) -> None:
        causes = column(label(self.tr("1. What has happened?"), "field"), _moved(self.templates), spacing=SPACE_S)
        causes.setStretch(1, 1)
        self._hint = label(self.tr("Choose what has happened; the words are written already."), "soft", wrap=True)
        self._hint.setAlignment(Qt.AlignmentFlag.AlignTop)
        said = column(self._hint, self.form, None, spacing=SPACE_S)
        inner = QWidget()
        inner.setLayout(said)
        said.setContentsMargins(0, 0, SPACE_S, 0)
        words = column(label(self.tr("What it says"), "field"), scrolled(inner), spacing=SPACE_S)
        words.setStretch(1, 1)
        where = column(label(self.tr("2. On which walls?"), "field"), self.area, spacing=SPACE_S)
        looks = column(label(self.tr("How it will look"), "field"), self.preview, spacing=SPACE_S)
        looks.setStretch(1, 1)
        _bound(self.area.place, PLACE_PX)
        below = row(self.area.place, spacing=0)
        below.addLayout(looks)
        below.setStretch(0, 3)
        below.setStretch(1, 2)
        right = column(where, below, spacing=SPACE_S)
        right.setStretch(1, 1)
        left, self._words = _panel(causes), _panel(words)
        left.setFixedWidth(TEMPLATES_PX)
        _bound(self._words, FORM_PX)
        parts = row(left, self._words, _panel(right), spacing=SPACE_S)
        parts.setStretch(1, FIRST)
        parts.setStretch(2, 1)
        bottom = row(spacing=SPACE_L)
        bottom.addWidget(WordsRoom(column(self.sentence, self.conditions, spacing=2), HOLD_HEIGHT_PX), 1)
        bottom.addWidget(self.send_button, 0, Qt.AlignmentFlag.AlignVCenter)  # else no words are higher than it
        room = WideRoom(parts)
        self.templates.came_forward.connect(room.ensureWidgetVisible)
        layout = column(room, bottom, spacing=SPACE_M)
        layout.setStretch(0, 1)
        self.setLayout(layout)
        self.form.hide()

    # What there is to choose from

    def offer(self, templates: tuple[Template, ...]) -> None:
        """Offer these templates."""
        self.templates.offer(templates, self._desk.language.code)

    def offer_places(
        self,
        walls: tuple[Display, ...],
        districts: tuple[District, ...],
        district_of: Mapping[str, tuple[str, ...]],
    ) -> None:
        """Choose among these walls, by these districts."""
        self.area.offer(walls, districts, district_of)

    def expect_second_person(self, needed: bool) -> None:
        """Say what one person alone may do, where the policy knows more than one officer."""
        self._needs_two = needed
        self._tell()

    def replace(self, alert: Alert, template: str, values: Mapping[str, str], length: timedelta) -> None:
        """Write another message in the place of `alert`, on its walls, with what was typed for it, if known."""
        self.templates.choose(template)
        if self.form.template is not None:
            self.form.show_template(self.form.template, values)
            self.form.choose_level(alert.level)
            self.form.choose_length(length)
            self.form.choose_sound(alert.sound)
            self.form.source.setText(alert.source)
        self.area.choose_walls(alert.display_ids)
        self._supersedes = alert.id
        self._tell()

    def propose(self, plan: Plan) -> None:
        """Write what a warning from outside proposes, to be changed and sent by a person."""
        self.templates.choose(plan.template)
        if self.form.template is not None:
            self.form.show_template(self.form.template, plan.values)
            self.form.choose_level(plan.level)
            self.form.choose_length(plan.length)
            self.form.source.setText(plan.source)
        self.area.choose_walls(plan.display_ids)
        self._supersedes, self._warning_id = plan.supersedes, plan.warning_id
        self._tell()

    def set_offline(self, offline: bool) -> None:
        """Without the hub nothing can be sent from here; it can still be written, for a stick."""
        self._offline = offline
        self._tell()

    def start_anew(self) -> None:
        """A message of its own, in nobody's place."""
        self._supersedes = self._warning_id = ""
        self._tell()

    @property
    def is_written(self) -> bool:
        """Whether anything was typed that would be lost."""
        return bool(self.form.values)

    # Following what is typed

    def _template_chosen(self, template: Template) -> None:
        self._supersedes = self._warning_id = ""
        self.form.show()
        self._hint.hide()
        self.form.show_template(template)

    def _template_taken(self) -> None:
        """By a click or a key: what is typed next goes where something is missing, else the button is at hand."""
        missing = self.form.first_missing
        self._hands_over = missing is None  # to the button, as soon as it can be held
        (missing or self.send_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def _message_changed(self) -> None:
        message = self._message(as_is=False)
        self.preview.show_drawing(
            None
            if message is None
            else drawing_of(message, drill=self._purpose.drill, programme=self.tr("the programme goes on"))
        )
        self._tell()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._make_room()

    def _make_room(self) -> None:
        """Where there is little of it, a map to draw on needs it more than the words."""
        tight = self.area.way == DRAWN and self.width() < TIGHT_PX
        _bound(self._words, BESIDE_MAP_PX if tight else FORM_PX)
        self.send_button.setFixedWidth(min(HOLD_PX, round(self.width() * HOLD_SHARE)))

    def _walls_changed(self) -> None:
        self._make_room()
        self.preview.show_walls(self.area.walls)
        self._tell()

    def _message(self, *, as_is: bool = True) -> Message | None:
        """What is written, or None; unless `as_is` also with something missing, to be looked at."""
        try:
            return self.form.message(self.area.words, as_is=as_is)
        except ScheduleError:
            return None

    # The last sentence

    @property
    def hindrance(self) -> str:
        """Why nothing can be sent yet; empty where it can."""
        if self.form.template is None:
            return self.tr("Choose what has happened.")
        if self.area.hindrance:
            return self.area.hindrance
        if self.form.missing:
            return self.tr("Fill in “{field}”.").format(field=self.form.missing)
        if self.form.overlong is not None:
            title, count = self.form.overlong
            one = self.tr("“{field}” is too long: take away {count} character.")
            return counted(one, self.tr("“{field}” is too long: take away {count} characters."), count, field=title)
        try:
            self.form.message(self.area.words)
        except ScheduleError as error:
            return say_sentence(str(error))
        if self.preview.excess:
            one = self.tr("The text is too long: take away about {count} character.")
            many = self.tr("The text is too long: take away about {count} characters.")
            return counted(one, many, self.preview.excess)
        return ""

    def _tell(self) -> None:
        message, hindrance = self._message(), self.hindrance
        count = len(self.area.walls)
        set_role(self.sentence, "alarm" if hindrance and self.form.template is not None else "strong")
        if hindrance or message is None:
            self.sentence.setText(hindrance)
            self.conditions.setText("")
        else:
            one = self.tr("{level} on {count} wall until {time}: “{text}”")
            many = self.tr("{level} on {count} walls until {time}: “{text}”")
            until = self.form.end_words(self._desk.clock.now(), self._zone)
            text = text_words(message.words[0])
            level = level_name(message.level)
            self.sentence.setText(counted(one, many, count, level=level, time=until, text=text))
            self.conditions.setText(self._conditions(message))
        self.send_button.set_text(counted(*self._hold_words(), count))
        ready = self.preview.fits and not hindrance and message is not None
        self.send_button.setEnabled(ready and not self._busy and not self._offline)
        if self._hands_over and self.send_button.isEnabled():
            self._hands_over = False
            self.send_button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.told.emit(self.sentence.text(), hindrance)

    def _hold_words(self) -> tuple[str, str]:
        """What holding the button does, to one wall and to several."""
        if self._busy:
            return (self.tr("Sending…"),) * 2
        if self._offline:
            return (self.tr("The hub is away: use the USB stick"),) * 2
        if self._purpose.drill:
            return self.tr("Hold 3 seconds: DRILL on {count} wall"), self.tr("Hold 3 seconds: DRILL on {count} walls")
        if self._supersedes:
            return self.tr("Hold 3 seconds: replace on {count} wall"), self.tr(
                "Hold 3 seconds: replace on {count} walls"
            )
        return self.tr("Hold 3 seconds: send to {count} wall"), self.tr("Hold 3 seconds: send to {count} walls")

    def _conditions(self, message: Message) -> str:
        """What one signature alone may do."""
        if self._purpose.drill:
            return self.tr("This is a drill: the walls write LATIHAN on every picture.")
        if not self._needs_two:
            return ""
        if message.evacuation and self.form.length > SECOND_PERSON_WITHIN:
            return self.tr(
                "Goes out at once with your signature. A second person has 15 minutes to sign too; "
                "without one the walls change to neutral words, and it ends after two hours."
            )
        if self.form.length > BREAK_GLASS:
            return self.tr(
                "Goes out at once with your signature. Without that of a second person it ends after two hours."
            )
        return self.tr("Your signature alone is enough for this.")

    # Sending

    def set_busy(self, busy: bool) -> None:
        """While something is on its way nothing else can be sent."""
        self._busy = busy
        self._tell()

    def composed(self) -> Composed | None:
        """The message as it would go out now; None while something hinders it."""
        message, area, form = self._message(), self.area, self.form
        if message is None or self.hindrance:
            return None
        return Composed(
            message, area.walls, area.display_ids, form.length, form.values, self._supersedes, self._warning_id
        )

    def _held(self) -> None:
        composed = self.composed()
        if composed is not None:
            self.send_asked.emit(composed)


def _bound(part: QWidget, widths: tuple[int, int]) -> None:
    part.setMinimumWidth(widths[0])
    part.setMaximumWidth(widths[1])


def _moved(templates: TemplateList) -> QScrollArea:
    """Where ten causes have no room at once, those with the keyboard come into sight."""
    area = scrolled(templates)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    templates.came_forward.connect(area.ensureWidgetVisible)
    return area


def _panel(layout: object) -> QWidget:
    layout.setContentsMargins(SPACE_M, SPACE_S, SPACE_M, SPACE_M)  # type: ignore[attr-defined]
    return frame("panel", layout)  # type: ignore[arg-type]
