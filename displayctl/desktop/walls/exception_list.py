"""Dates on which a wall keeps other hours, or is closed, with a cross to take one away, and fields to add more."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QVBoxLayout, QWidget

from displayctl.desktop.presenters.wall_policy_words import exception_words
from displayctl.desktop.widgets.choices import date_edit, time_edit, to_date, to_time
from displayctl.desktop.widgets.pieces import button, clear, column, icon_button, label, row
from schedules.daypart import Hours
from schedules.opening import MOST_EXCEPTIONS, MOST_HOURS, OpenOnDates


class ExceptionList(QWidget):
    """In order of their first dates. Hours that are added join those that the date has; closed takes their place.

    Signal: `changed`, when a person adds or takes one away.
    """

    changed = Signal()

    def __init__(self, today: date) -> None:
        super().__init__()
        self._exceptions: tuple[OpenOnDates, ...] = ()
        self._rows: QVBoxLayout = column(spacing=0)
        self.day = date_edit(today)
        self.day.setAccessibleName(self.tr("Date"))
        self.closed = QCheckBox(self.tr("Closed all day"))
        self.closed.setChecked(True)
        self.starts, self.ends = time_edit(time(6)), time_edit(time(22))
        self.starts.setAccessibleName(self.tr("From"))
        self.ends.setAccessibleName(self.tr("To"))
        self.closed.toggled.connect(self._show_what_applies)
        add = button(self.tr("Add"), self.add, "", "plus")
        fields = row(self.day, self.closed, self.starts, label("–", "soft"), self.ends, None, add)
        self.setLayout(column(self._rows, fields))
        self._show_what_applies()

    @property
    def exceptions(self) -> tuple[OpenOnDates, ...]:
        return self._exceptions

    def show_exceptions(self, exceptions: Iterable[OpenOnDates]) -> None:
        """Show exactly these."""
        self._exceptions = tuple(sorted(exceptions, key=lambda each: min(each.dates)))[:MOST_EXCEPTIONS]
        clear(self._rows)
        for each in self._exceptions:
            words = exception_words(each)
            cross = icon_button("close", self.tr("Take {hours} away").format(hours=words), partial(self._drop, each))
            self._rows.addLayout(row(label(words), None, cross))

    def add(self) -> None:
        """Add what the fields say."""
        day = to_date(self.day.date())
        hours: tuple[Hours, ...] = ()
        if not self.closed.isChecked():
            before = next((each.hours for each in self._exceptions if day in each.dates), ())
            added = Hours(to_time(self.starts.time()), to_time(self.ends.time()))
            hours = tuple(dict.fromkeys((*before, added)))[:MOST_HOURS]
        others = (_without(each, day) for each in self._exceptions)
        self.show_exceptions((*(each for each in others if each is not None), OpenOnDates((day,), hours)))
        self.changed.emit()

    def _drop(self, gone: OpenOnDates) -> None:
        self.show_exceptions(kept for kept in self._exceptions if kept != gone)
        self.changed.emit()

    def _show_what_applies(self) -> None:
        for edit in (self.starts, self.ends):
            edit.setEnabled(not self.closed.isChecked())


def _without(exception: OpenOnDates, day: date) -> OpenOnDates | None:
    left = tuple(each for each in exception.dates if each != day)
    return OpenOnDates(left, exception.hours) if left else None
