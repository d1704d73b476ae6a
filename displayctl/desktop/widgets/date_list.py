"""A few dates, each with a cross to take it away, and a field to add one more."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from displayctl.desktop.presenters.words import date_short
from displayctl.desktop.widgets.choices import date_edit, to_date
from displayctl.desktop.widgets.pieces import clear, column, icon_button, label, row


class DateList(QWidget):
    """Dates in order, each once. Signal: `changed`, when a person adds or takes one away."""

    changed = Signal()

    def __init__(self, add_words: str, start: date) -> None:
        super().__init__()
        self._dates: tuple[date, ...] = ()
        self._rows: QVBoxLayout = column(spacing=0)
        self._edit = date_edit(start)
        self._edit.setAccessibleName(add_words)
        add = icon_button("plus", add_words, self._add)
        self.setLayout(column(self._rows, row(self._edit, add, None), spacing=2))

    @property
    def dates(self) -> tuple[date, ...]:
        return self._dates

    def show_dates(self, dates: Iterable[date]) -> None:
        """Show exactly these, without telling."""
        self._dates = tuple(sorted(set(dates)))
        clear(self._rows)
        for day in self._dates:
            words = date_short(day)
            cross = icon_button("close", self.tr("Take {date} away").format(date=words), partial(self._drop, day))
            self._rows.addLayout(row(label(words), None, cross))

    def _add(self) -> None:
        self.show_dates((*self._dates, to_date(self._edit.date())))
        self.changed.emit()

    def _drop(self, day: date) -> None:
        self.show_dates(kept for kept in self._dates if kept != day)
        self.changed.emit()
