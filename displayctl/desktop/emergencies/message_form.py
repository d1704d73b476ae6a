"""What the message says: the gaps of its template, its level, its sound, who says so, and how long it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QLineEdit, QPlainTextEdit, QPushButton, QVBoxLayout, QWidget

from content.studio.emergency.message import LONGEST_SOURCE, Message
from content.studio.emergency.template import Field, Template
from content.studio.plain_tables import INDONESIAN
from displayctl.desktop.look.palette import COLOURS, SPACE_M, SPACE_S, level_fill, level_ink
from displayctl.desktop.presenters.alert_words import duration_choices, level_name, level_words
from displayctl.desktop.presenters.emergency_words import sound_words
from displayctl.desktop.presenters.words import clock_words, duration_words
from displayctl.desktop.widgets.bounded_text import BoundedText
from displayctl.desktop.widgets.flow import Flow
from displayctl.desktop.widgets.pieces import Button, clear, column, field, frame, label
from schedules.alert import AlertLevel, AlertSound

LINES_PX = 66
LEVELS = (AlertLevel.AWAS, AlertLevel.SIAGA, AlertLevel.WASPADA)


class MessageForm(QWidget):
    """Signal: `changed` whenever the message is another."""

    changed = Signal()

    def __init__(self, language: str) -> None:
        super().__init__()
        self._language = language
        self._template: Template | None = None
        self._filling = False
        self.fields: dict[str, QLineEdit | QPlainTextEdit] = {}
        self._lines: QVBoxLayout = column(spacing=SPACE_S)
        self._make_inputs()
        lasting = field(self.tr("Ends by itself after"), self.duration)
        choices = Flow(frame("plain", field(self.tr("Sound"), self.sound)), frame("plain", lasting), spacing=SPACE_M)
        self.setLayout(
            column(
                self._lines,
                label(self.tr("Level"), "field"),
                Flow(*self._levels.buttons(), spacing=SPACE_S),
                self._level_words,
                choices,
                field(self.tr("Source, as BMKG or BPBD"), self.source),
                spacing=SPACE_S,
            )
        )

    def _make_inputs(self) -> None:
        self._levels = QButtonGroup(self)
        for level in LEVELS:
            self._levels.addButton(self._level_button(level), int(level))
        self._levels.idToggled.connect(lambda number, on: self._level_chosen(number) if on else None)
        self._level_words = label("", "caption", wrap=True)
        self.sound = QComboBox()
        for sound in AlertSound:
            self.sound.addItem(sound_words(sound), sound)
        self.sound.currentIndexChanged.connect(self._changed)
        self.duration = QComboBox()
        for length, words in duration_choices():
            self.duration.addItem(words, length)
        self.duration.currentIndexChanged.connect(self._changed)
        self.source = QLineEdit()
        self.source.setMaxLength(LONGEST_SOURCE)
        self.source.textChanged.connect(self._changed)

    def _level_button(self, level: AlertLevel) -> QPushButton:
        made = Button(level_name(level))
        made.setCheckable(True)
        made.setAutoDefault(False)
        made.setStyleSheet(
            f"QPushButton {{ font-weight: 700; color: {level_ink(level)}; }}"
            f"QPushButton:checked {{ background: {level_fill(level)}; color: {COLOURS.on_alarm}; }}"
        )
        return made

    # What it says

    @property
    def template(self) -> Template | None:
        """What it is made from; None before one was chosen."""
        return self._template

    @property
    def level(self) -> AlertLevel:
        return AlertLevel(self._levels.checkedId())

    @property
    def length(self) -> timedelta:
        """How long it stands."""
        chosen: timedelta = self.duration.currentData()
        return chosen

    @property
    def values(self) -> dict[str, str]:
        """What is typed, by field."""
        return {name: _typed(widget) for name, widget in self.fields.items() if _typed(widget)}

    @property
    def first_missing(self) -> QLineEdit | QPlainTextEdit | None:
        """The first gap that has to be filled and is not."""
        return next((self.fields[each.name] for each in self._missing()), None)

    @property
    def missing(self) -> str:
        """What that gap is called; empty where nothing is missing."""
        return next((self._title(each) for each in self._missing()), "")

    @property
    def overlong(self) -> tuple[str, int] | None:
        """The first field that says more than it may, and by how many characters."""
        gaps = self._template.fields if self._template is not None else ()
        much = ((self._title(each), len(_typed(self.fields[each.name])) - each.most) for each in gaps)
        return next(((title, count) for title, count in much if count > 0), None)

    def _missing(self) -> Iterator[Field]:
        gaps = self._template.fields if self._template is not None else ()
        return (each for each in gaps if each.required and not each.default and not _typed(self.fields[each.name]))

    def _title(self, gap: Field) -> str:
        return gap.label.get(self._language) or gap.label[INDONESIAN]

    def message(self, area: str = "", *, as_is: bool = True) -> Message | None:
        """The message as it would be sent; None without a template. Raises InvalidValue for what is missing, unless
        `as_is` is false: then dots stand there.
        """
        if self._template is None:
            return None
        dots = {} if as_is else {each.name: "…" for each in self._missing()}
        sound = AlertSound(self.sound.currentData())  # a combo box keeps the bare text of it
        return self._template.message(
            self.values | dots, level=self.level, sound=sound, source=self.source.text().strip(), area=area
        )

    # Filling in

    def show_template(self, template: Template, values: Mapping[str, str] | None = None) -> None:
        """Offer the gaps of `template`, with what it recommends."""
        self._filling = True
        self._template = template
        clear(self._lines)
        self.fields = {each.name: self._input(each, (values or {}).get(each.name, "")) for each in template.fields}
        for each in template.fields:
            title = self._title(each)
            name = self.tr("{title} (needed)").format(title=title) if each.required and not each.default else title
            self._lines.addLayout(field(name, self.fields[each.name]))
        self._levels.button(int(template.level)).setChecked(True)
        self.choose_sound(template.sound)
        self.choose_length(template.duration)
        self.source.setText(template.source)
        self._filling = False
        self._changed()

    def choose_length(self, length: timedelta) -> None:
        """Let it stand so long; a length that is not in the list comes into it."""
        known = [self.duration.itemData(number) for number in range(self.duration.count())]
        if length not in known:
            self.duration.addItem(duration_words(length), length)
            known.append(length)
        self.duration.setCurrentIndex(known.index(length))

    def choose_sound(self, sound: AlertSound) -> None:
        """With this sound."""
        self.sound.setCurrentIndex(self.sound.findData(sound))

    def choose_level(self, level: AlertLevel) -> None:
        """At this level."""
        self._levels.button(int(level)).setChecked(True)

    def _input(self, gap: Field, text: str) -> QLineEdit | QPlainTextEdit:
        hint = gap.default.get(self._language) or gap.default.get(INDONESIAN, "")
        example = self.tr("as “{example}”").format(example=gap.example) if gap.example else ""
        if gap.lines:
            several = BoundedText(gap.most)
            several.setFixedHeight(LINES_PX)
            several.setPlaceholderText(hint or example)
            several.setPlainText(text)
            several.textChanged.connect(self._changed)
            return several
        single = QLineEdit(text)
        single.setMaxLength(gap.most)
        single.setPlaceholderText(hint or example)
        single.textChanged.connect(self._changed)
        return single

    def _level_chosen(self, number: int) -> None:
        self._level_words.setText(level_words(AlertLevel(number)))
        self._changed()

    def _changed(self) -> None:
        if not self._filling:
            self.changed.emit()

    def end_words(self, now: datetime, zone: ZoneInfo) -> str:
        """When it will end, as ``03.47``."""
        return clock_words((now + self.length).astimezone(zone))


def _typed(widget: QLineEdit | QPlainTextEdit) -> str:
    text = widget.text() if isinstance(widget, QLineEdit) else widget.toPlainText()
    return text.strip()
