"""The form about a wall's hours, brightness and silence, each with the rule it rests on."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from datetime import date, time

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QDialog, QWidget

from displayctl.desktop.catalogue import Kept
from displayctl.desktop.look.palette import SPACE_L, SPACE_M, SPACE_S
from displayctl.desktop.presenters.sentences import say_sentence
from displayctl.desktop.walls.brightness_list import BrightnessList
from displayctl.desktop.walls.exception_list import ExceptionList
from displayctl.desktop.walls.legal_form import LegalForm
from displayctl.desktop.widgets.hours_list import HoursList
from displayctl.desktop.widgets.leaving import leave
from displayctl.desktop.widgets.pieces import button, column, field, label, row, rule, scrolled
from displayctl.desktop.widgets.remark import Remark
from displayctl.desktop.widgets.sections import Sections
from schedules.brightness import Brightness
from schedules.display import Display
from schedules.errors import InvalidValue
from schedules.opening import OpeningHours

HOURS, BRIGHTNESS, QUIET = range(3)


class PolicyWindow(QDialog):
    """Signal: `stored` the wall before (Kept) and after."""

    stored = Signal(object, object)

    def __init__(self, kept: Kept[Display], today: date, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = kept
        self.setWindowTitle(self.tr("Hours and rules of {wall}").format(wall=kept.value.name))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.always = QCheckBox(self.tr("Open at all hours"))
        self.hours, self.exceptions = HoursList(time(6), time(22)), ExceptionList(today)
        self.brightness = BrightnessList()
        self.awas_full = QCheckBox(self.tr("Emergency messages of the level Awas in full brightness"))
        self.quiet = HoursList(time(21), time(6))
        self.bases = {part: LegalForm(today) for part in (HOURS, BRIGHTNESS, QUIET)}
        self._error = Remark()
        self._build()
        self._fill(kept.value)
        self.always.toggled.connect(self._show_what_applies)
        self.hours.changed.connect(self._show_what_applies)
        self.exceptions.changed.connect(self._show_what_applies)
        self._show_what_applies()
        self._shown = self._typed()

    def _build(self) -> None:
        self._parts = Sections(
            (
                (scrolled(self._hours_page()), self.tr("Opening hours")),
                (scrolled(self._brightness_page()), self.tr("Brightness")),
                (scrolled(self._quiet_page()), self.tr("Quiet hours")),
            )
        )
        save = button(self.tr("Save"), self.save, "primary")
        save.setDefault(True)
        note = self.tr("Saved hours reach the wall once they are published, signed as everything else.")
        foot = row(None, button(self.tr("Cancel"), self.reject), save, spacing=SPACE_S)
        caption = label(note, "caption", wrap=True)
        layout = column(self._parts.bar, self._parts, self._error, caption, rule(), foot, spacing=SPACE_M)
        layout.setStretch(1, 1)
        layout.setContentsMargins(SPACE_L, SPACE_M, SPACE_L, SPACE_L)
        self.setLayout(layout)
        self.resize(760, 620)

    def _hours_page(self) -> QWidget:
        self.never, self._open_at = Remark(), QWidget()
        self._open_at.setLayout(
            column(
                field(self.tr("Open in these hours"), self.hours),
                field(
                    self.tr("On these dates otherwise"),
                    self.exceptions,
                    self.tr("Instead of the hours above, as on days of mourning or at night markets."),
                ),
                spacing=SPACE_M,
            )
        )
        words = self.tr(
            "Outside its hours the wall is black and plays nothing; an emergency message lights it all the same."
        )
        return _page(label(words, "", wrap=True), self.always, self.never, self._open_at, self.bases[HOURS])

    def _brightness_page(self) -> QWidget:
        words = self.tr(
            "In these hours the picture is dimmed to so many percent; at all others it is as bright as it is. "
            "Where the LED controller has a brightness of its own, rather set it there."
        )
        return _page(label(words, "", wrap=True), self.brightness, self.awas_full, self.bases[BRIGHTNESS])

    def _quiet_page(self) -> QWidget:
        words = self.tr("No sound in these hours, in the time of the wall; the pictures go on. Live streams are mute.")
        return _page(label(words, "", wrap=True), self.quiet, self.bases[QUIET])

    def show_part(self, number: int) -> None:
        """Bring a part forward: HOURS, BRIGHTNESS or QUIET."""
        self._parts.bring(number)

    def _fill(self, display: Display) -> None:
        opening, brightness = display.opening, display.brightness
        self.always.setChecked(opening is None)
        self.hours.show_hours(opening.hours if opening else ())
        self.exceptions.show_exceptions(opening.exceptions if opening else ())
        self.brightness.show_spans(brightness.spans if brightness else ())
        self.awas_full.setChecked(brightness.awas_full if brightness else True)
        self.quiet.show_hours(display.quiet_hours)
        self.bases[HOURS].show_basis(opening.basis if opening else None)
        self.bases[BRIGHTNESS].show_basis(brightness.basis if brightness else None)
        self.bases[QUIET].show_basis(display.quiet_basis)
        self.show_part(HOURS)

    def _show_what_applies(self) -> None:
        self._open_at.setVisible(not self.always.isChecked())
        self.bases[HOURS].setVisible(not self.always.isChecked())
        opens = self.always.isChecked() or self.hours.hours or any(each.hours for each in self.exceptions.exceptions)
        words = self.tr("Without any hours the wall never opens: it stays black but for emergency messages.")
        self.never.setText("" if opens else words)

    @property
    def error(self) -> str:
        """What is wrong with the form."""
        return self._error.text()

    def display(self) -> Display:
        """The wall as the form says. Raises InvalidValue."""
        opening, brightness = None, None
        if not self.always.isChecked():
            opening = OpeningHours(self.hours.hours, self.exceptions.exceptions, self.bases[HOURS].basis())
        if self.brightness.spans:
            spans, basis = self.brightness.spans, self.bases[BRIGHTNESS].basis()
            brightness = Brightness(spans, self.awas_full.isChecked(), basis)
        quiet, quiet_basis = self.quiet.hours, self.bases[QUIET].basis()
        return replace(
            self._kept.value, opening=opening, brightness=brightness, quiet_hours=quiet, quiet_basis=quiet_basis
        )

    def _typed(self) -> Display | None:
        with suppress(InvalidValue):
            return self.display()
        return None

    def reject(self) -> None:
        leave(self, self._typed() != self._shown, super().reject)

    def save(self) -> None:
        """Tell the wall as the form says; what is wrong is said and the form stays."""
        try:
            display = self.display()
        except InvalidValue as error:
            self._error.setText(self._explain(error))
            return
        self.stored.emit(self._kept, display)
        self.accept()

    def _explain(self, error: InvalidValue) -> str:
        if error.field == "basis.regulation" and any(basis.lacks_regulation for basis in self.bases.values()):
            return self.tr("Name the regulation that the number or the article belongs to.")
        if error.field.startswith("basis."):
            return self.tr("Look at the legal reference: names stand on one line, without line breaks.")
        return say_sentence(str(error))


def _page(*items: QWidget) -> QWidget:
    made = QWidget()
    layout = column(*items, None, spacing=SPACE_M)
    layout.setContentsMargins(0, SPACE_S, SPACE_M, 0)
    made.setLayout(layout)
    return made
