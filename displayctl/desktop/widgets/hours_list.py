"""Hours of the week, each with a cross to take it away, and fields to add more."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import time
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from displayctl.desktop.presenters.slot_words import week_hours_words
from displayctl.desktop.widgets.choices import WeekdayPicker, time_edit, to_time
from displayctl.desktop.widgets.pieces import button, clear, column, icon_button, label, row
from schedules.daypart import EVERY_DAY, Hours


class HoursList(QWidget):
    """Hours in the order in which they were added. Signal: `changed`, when a person adds or takes one away."""

    changed = Signal()

    def __init__(self, starts: time, ends: time) -> None:
        super().__init__()
        self._hours: tuple[Hours, ...] = ()
        self._rows: QVBoxLayout = column(spacing=0)
        self.starts, self.ends = time_edit(starts), time_edit(ends)
        self.starts.setAccessibleName(self.tr("From"))
        self.ends.setAccessibleName(self.tr("To"))
        self.weekdays = WeekdayPicker()
        self.weekdays.show_days(EVERY_DAY)
        add = button(self.tr("Add"), self.add, "", "plus")
        fields = row(self.starts, label("–", "soft"), self.ends, None, add)
        self.setLayout(column(self._rows, fields, self.weekdays))

    @property
    def hours(self) -> tuple[Hours, ...]:
        return self._hours

    def show_hours(self, hours: Iterable[Hours]) -> None:
        """Show exactly these, without telling."""
        self._hours = tuple(dict.fromkeys(hours))
        clear(self._rows)
        for each in self._hours:
            words = week_hours_words(each)
            cross = icon_button("close", self.tr("Take {hours} away").format(hours=words), partial(self._drop, each))
            self._rows.addLayout(row(label(words), None, cross))

    def add(self) -> None:
        """Add what the fields say; without a weekday nothing is added."""
        if self.weekdays.days:
            added = Hours(to_time(self.starts.time()), to_time(self.ends.time()), self.weekdays.days)
            self.show_hours((*self._hours, added))
            self.changed.emit()

    def _drop(self, gone: Hours) -> None:
        self.show_hours(kept for kept in self._hours if kept != gone)
        self.changed.emit()
