"""Hours with a brightness each, with a cross to take one away, and fields to add more."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import time
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from displayctl.desktop.presenters.wall_policy_words import span_words
from displayctl.desktop.widgets.choices import WeekdayPicker, number_edit, time_edit, to_time
from displayctl.desktop.widgets.pieces import button, clear, column, icon_button, label, row
from schedules.brightness import FULL, LEAST, MOST_SPANS, BrightnessSpan
from schedules.daypart import EVERY_DAY, Hours


class BrightnessList(QWidget):
    """Spans in the order in which they were added."""

    def __init__(self) -> None:
        super().__init__()
        self._spans: tuple[BrightnessSpan, ...] = ()
        self._rows: QVBoxLayout = column(spacing=0)
        self.starts, self.ends = time_edit(time(22)), time_edit(time(5))
        self.starts.setAccessibleName(self.tr("From"))
        self.ends.setAccessibleName(self.tr("To"))
        self.percent = number_edit(LEAST, FULL, " %")
        self.percent.setValue(40)
        self.percent.setAccessibleName(self.tr("Brightness"))
        self.weekdays = WeekdayPicker()
        self.weekdays.show_days(EVERY_DAY)
        add = button(self.tr("Add"), self.add, "", "plus")
        fields = row(self.starts, label("–", "soft"), self.ends, self.percent, None, add)
        self.setLayout(column(self._rows, fields, self.weekdays))

    @property
    def spans(self) -> tuple[BrightnessSpan, ...]:
        return self._spans

    def show_spans(self, spans: Iterable[BrightnessSpan]) -> None:
        """Show exactly these."""
        self._spans = tuple(dict.fromkeys(spans))[:MOST_SPANS]
        clear(self._rows)
        for each in self._spans:
            words = span_words(each)
            cross = icon_button("close", self.tr("Take {hours} away").format(hours=words), partial(self._drop, each))
            self._rows.addLayout(row(label(words), None, cross))

    def add(self) -> None:
        """Add what the fields say; without a weekday nothing is added."""
        if self.weekdays.days:
            hours = Hours(to_time(self.starts.time()), to_time(self.ends.time()), self.weekdays.days)
            self.show_spans((*self._spans, BrightnessSpan(hours, self.percent.value())))

    def _drop(self, gone: BrightnessSpan) -> None:
        self.show_spans(kept for kept in self._spans if kept != gone)
