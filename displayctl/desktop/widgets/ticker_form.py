"""The form about one running text: its words, how fast and in which colours, on which walls and when."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from PySide6.QtCore import QLocale, QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QLineEdit, QSlider, QVBoxLayout, QWidget

from displayctl.api.models import MediumKind
from displayctl.desktop.catalogue import Catalogue, Kept
from displayctl.desktop.look.palette import SPACE_L, SPACE_M, SPACE_S
from displayctl.desktop.presenters.ticker_words import strip_height, texts_from, texts_of
from displayctl.desktop.presenters.validity import beginning_of, end_of, first_day, last_day
from displayctl.desktop.widgets.bounded_text import BoundedText
from displayctl.desktop.widgets.choices import OptionalDate, TickList, number_edit
from displayctl.desktop.widgets.colour_button import ColourButton
from displayctl.desktop.widgets.inputs import Inputs, Unsaved
from displayctl.desktop.widgets.pieces import button, column, field, frame, label, row, rule, scrolled
from displayctl.desktop.widgets.ticker_strip import StripLook, TickerStrip
from schedules.display import Display
from schedules.errors import InvalidValue
from schedules.ticker import RunningText, Ticker

SLOWEST, FASTEST = 20, 600
MOST_LETTERS = 50 * 501
"""Of all texts, with the ends of their lines."""


class TickerForm(QFrame):
    """Signals: `saved` the ticker before (Kept) and after; `removal_asked` the ticker before."""

    saved = Signal(object, object)
    removal_asked = Signal(object)

    def __init__(self, catalogue: Catalogue, today: date) -> None:
        super().__init__()
        self.setProperty("role", "panel")
        self._catalogue = catalogue
        self._kept: Kept[Ticker] | None = None
        self._new = False
        self._shown: tuple[Any, ...] = ()
        self._make_inputs(today)
        self._build()
        self._listen()

    def _make_inputs(self, today: date) -> None:
        self.name = QLineEdit()
        self.name.setMaxLength(200)
        self.texts = BoundedText(MOST_LETTERS)
        self.texts.setFixedHeight(118)
        self.texts.setPlaceholderText(self.tr("Write here what is to run."))
        self.announcements = TickList()
        self.speed = number_edit(SLOWEST, FASTEST, self.tr(" px/s"))
        self.slider = QSlider(Qt.Orientation.Horizontal)
        self.slider.setRange(SLOWEST, FASTEST)
        self.slider.setAccessibleName(self.tr("Speed"))
        self.ink, self.ground = ColourButton(self.tr("Letters")), ColourButton(self.tr("Ground"))
        self.band = number_edit(0, 50, " %")
        self.band.setSpecialValueText(self.tr("not there"))
        self.walls = TickList()
        self.first = OptionalDate(self.tr("From"), today)
        self.last = OptionalDate(self.tr("Until"), today + timedelta(days=30))
        self.strip = TickerStrip()
        self._crossing = label("", "caption", wrap=True)
        self._inputs = Inputs(
            (
                (self.name.text, self.name.setText),
                (self.texts.toPlainText, self.texts.setPlainText),
                (lambda: self.announcements.ticked, self.announcements.tick),
                (self.speed.value, self.speed.setValue),
                (lambda: self.ink.value, self.ink.show_value),
                (lambda: self.ground.value, self.ground.show_value),
                (self.band.value, self.band.setValue),
                (lambda: self.walls.ticked, self.walls.tick),
                (lambda: self.first.value, self.first.show_value),
                (lambda: self.last.value, self.last.show_value),
            )
        )

    def _build(self) -> None:
        self._announcements_box = _boxed(self.tr("Announcements whose words run too"), self.announcements)
        form = QWidget()
        form.setLayout(self._form())
        self._save = button(self.tr("Save"), self.save, "primary")
        self._error = label("", "error", wrap=True)
        self._remove = button(self.tr("Delete"), self._ask_removal, "danger", "trash")
        foot = column(rule(), self._error, row(self._save, None, self._remove), spacing=SPACE_S)
        foot.setContentsMargins(SPACE_L, 0, SPACE_L, SPACE_M)
        head = column(frame("screen", column(self.strip, margins=4)), self._crossing, spacing=SPACE_S)
        head.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, 0)
        layout = column(head, scrolled(form), foot, spacing=SPACE_S)
        layout.setStretch(1, 1)
        layout.setContentsMargins(1, 1, 1, 1)
        self.setLayout(layout)

    def _form(self) -> QVBoxLayout:
        looks = row(
            _boxed(self.tr("Letters"), self.ink),
            _boxed(self.tr("Ground"), self.ground),
            _boxed(self.tr("Band on walls without a part for it"), self.band),
            None,
            spacing=SPACE_M,
        )
        pace = row(self.slider, self.speed, spacing=SPACE_M)
        pace.setStretch(0, 1)
        speed = frame("plain", pace)
        layout = column(
            field(self.tr("Name"), self.name),
            field(self.tr("Texts"), self.texts, self.tr("One a line, at most 50 of 500 characters; they take turns.")),
            self._announcements_box,
            field(self.tr("Speed"), speed),
            looks,
            field(self.tr("Walls (none ticked: every wall)"), self.walls),
            row(self.first, self.last, None, spacing=SPACE_L),
            None,
            spacing=SPACE_M,
        )
        layout.setContentsMargins(SPACE_L - 4, SPACE_S, SPACE_L - 4, SPACE_M)
        return layout

    def _listen(self) -> None:
        self.name.textEdited.connect(self._check)
        self.texts.textChanged.connect(self._check)
        self.slider.valueChanged.connect(self.speed.setValue)
        self.speed.valueChanged.connect(self._speed_changed)
        self.band.valueChanged.connect(self._check)
        for source in (self.announcements, self.walls, self.first, self.last, self.ink, self.ground):
            source.changed.connect(self._check)

    # Showing

    def show_ticker(self, kept: Kept[Ticker]) -> None:
        """Show one as it is at the hub; what is typed and not saved stays while it is the same one."""
        if self._kept is not None and self._kept == kept:
            self._offer()
            return
        same = self._kept is not None and self._kept.id == kept.id
        typed, shown = self._inputs.read(), self._shown
        self.let_go()
        self._show(kept.value)
        self._shown = self._inputs.read()
        if same:
            self._inputs.merge(shown, typed)
        self._kept = kept
        self._check()

    def show_anew(self, kept: Kept[Ticker]) -> None:
        """Show one as it is at the hub, without what was typed."""
        self._kept = None
        self.show_ticker(kept)

    def show_new(self, kept: Kept[Ticker]) -> None:
        """Show one that the hub has not yet: without its texts, until somebody writes them."""
        self.let_go()
        self._show(kept.value)
        self.texts.setPlainText("")
        self._shown = self._inputs.read()
        self._be_new(True)
        self._kept = kept
        self._check()

    def let_go(self) -> None:
        """Be about nothing any more; what was typed is not asked for again."""
        self._kept = None
        self._be_new(False)

    def _be_new(self, new: bool) -> None:
        self._new = new
        self._remove.setText(self.tr("Discard") if new else self.tr("Delete"))

    def _show(self, ticker: Ticker) -> None:
        self._offer()
        self.name.setText(ticker.name)
        self.name.setCursorPosition(0)  # a long name is read from its beginning
        self.texts.setPlainText("\n".join(text.text for text in ticker.texts if text.text))
        self.announcements.tick(text.announcement_id for text in ticker.texts if text.announcement_id)
        self.speed.setValue(ticker.speed_px_s)
        self.ink.show_value(ticker.ink)
        self.ground.show_value(ticker.ground)
        self.band.setValue(ticker.band_percent)
        self.walls.tick(ticker.display_ids)
        self.first.show_value(first_day(ticker.valid_from))
        self.last.show_value(last_day(ticker.valid_until))

    def _offer(self) -> None:
        media = self._catalogue.media
        self.announcements.offer((m.id, m.title) for m in media if m.kind is MediumKind.ANNOUNCEMENT)
        self._announcements_box.setVisible(bool(self.announcements.count))
        self.walls.offer((kept.id, kept.value.name) for kept in self._catalogue.displays)

    @property
    def kept(self) -> Kept[Ticker] | None:
        """The one on show as the hub had it; None for none."""
        return self._kept

    @property
    def inputs_count(self) -> int:
        """How many inputs the form has."""
        return len(self._inputs.fields)

    def unsaved(self) -> Unsaved | None:
        """What is typed and not saved; None for nothing."""
        typed = self._inputs.read()
        return Unsaved(self._kept.id, self._shown, typed) if self._kept and typed != self._shown else None

    def take_unsaved(self, unsaved: Unsaved) -> None:
        """Put what was typed into this form, if it shows the same one."""
        if self._kept is not None and self._kept.id == unsaved.id:
            self._inputs.merge(unsaved.shown, unsaved.typed)
            self._check()

    # Reading

    def value(self) -> Ticker:
        """The running text as the form says; raises InvalidValue."""
        if self._kept is None:
            raise InvalidValue("ticker", "is not chosen")
        known = self._kept.value.texts
        return self._said(self._kept.value, texts_from(self.texts.toPlainText(), known, self.announcements.ticked))

    def _said(self, before: Ticker, texts: tuple[RunningText, ...]) -> Ticker:
        return replace(
            before,
            name=self.name.text().strip(),
            texts=texts,
            display_ids=self.walls.ticked,
            speed_px_s=self.speed.value(),
            ink=self.ink.value,
            ground=self.ground.value,
            band_percent=self._band(),
            valid_from=beginning_of(self.first.value),
            valid_until=end_of(self.last.value),
        )

    def _band(self) -> int:
        percent = self.band.value()
        return percent if percent == 0 else max(3, percent)

    @property
    def can_save(self) -> bool:
        """Whether the form says something else than what is stored, and something that can be."""
        return self._save.isEnabled()

    @property
    def error(self) -> str:
        """What is wrong with the form."""
        return self._error.text()

    def save(self) -> None:
        """Tell what the form says, where it can be stored."""
        if self._kept is not None and self.can_save:
            self.saved.emit(self._kept, self.value())

    def _ask_removal(self) -> None:
        self.removal_asked.emit(self._kept)

    def _speed_changed(self, value: int) -> None:
        self.slider.blockSignals(True)
        self.slider.setValue(value)
        self.slider.blockSignals(False)
        self._check()

    def _check(self) -> None:
        if self._kept is None:
            return
        try:
            ticker = self.value()
        except InvalidValue as error:
            self._error.setText(self._explain(error))
            self._error.show()
            self._save.setEnabled(False)
            self._preview_sample(error)
            return
        self._error.setText("")
        self._error.hide()
        self._save.setEnabled(self._new or ticker != self._kept.value)
        self._preview(ticker)

    def _preview_sample(self, error: InvalidValue) -> None:
        """Where nothing is written yet, speed and colours are seen on the words that stand in the empty field."""
        if self._kept is None or error.field != "ticker.texts" or self.texts.toPlainText().strip():
            return
        with suppress(InvalidValue):
            self._preview(self._said(self._kept.value, (RunningText(self.texts.placeholderText()),)))

    def _preview(self, ticker: Ticker) -> None:
        wall = self._example(ticker)
        height = max(1, strip_height(ticker, wall) if wall else 0)
        width = wall.canvas.width_px if wall else 640
        media = {medium.id: medium for medium in self._catalogue.media}
        look = StripLook(texts_of(ticker, media), ticker.speed_px_s, ticker.ink, ticker.ground)
        self.strip.show_look(look, QSize(width, height if height > 1 else 46))
        if wall is None:
            self._crossing.setText(self.tr("It runs on no wall: choose others, or give it a band."))
            return
        seconds = QLocale().toString(self.strip.crossing_seconds, "f", 1)
        words = self.tr("As on {wall}: {n} seconds from edge to edge.")
        self._crossing.setText(words.format(wall=wall.name, n=seconds))

    def _example(self, ticker: Ticker) -> Display | None:
        """A wall on which it runs."""
        every = (kept.value for kept in self._catalogue.displays)
        mine = (wall for wall in every if not ticker.display_ids or wall.id in ticker.display_ids)
        return next((wall for wall in mine if strip_height(ticker, wall)), None)

    def _explain(self, error: InvalidValue) -> str:
        known = {
            "ticker.name": self.tr("Give the running text a name."),
            "ticker.texts": self.tr("Write at least one text, and at most 50."),
            "text.text": self.tr("One of the texts is longer than 500 characters, or holds characters nobody sees."),
            "ticker.valid_until": self.tr("The last day is before the first; give a later one."),
        }
        return known.get(error.field, str(error))


def _boxed(name: str, widget: QWidget) -> QWidget:
    return frame("plain", field(name, widget))
