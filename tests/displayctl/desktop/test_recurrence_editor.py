"""How often something happens, as the form says it beside its numbers."""

from __future__ import annotations

from datetime import date

import pytest
from PySide6.QtWidgets import QApplication, QLabel

from displayctl.desktop.widgets.recurrence_editor import KINDS, RecurrenceEditor


@pytest.mark.parametrize(
    ("kind", "one", "more"),
    [
        ("daily", "day", "days"),
        ("weekly", "week", "weeks"),
        ("monthly", "month", "months"),
        ("nth", "month", "months"),
        ("yearly", "year", "years"),
    ],
)
def test_of_one_the_form_speaks_in_the_singular(application: QApplication, kind: str, one: str, more: str) -> None:
    form = RecurrenceEditor(date(2026, 11, 23))
    form.rhythm.setCurrentIndex(KINDS.index(kind))
    form.rhythm.activated.emit(KINDS.index(kind))
    said = {label.text() for label in form.findChildren(QLabel)}
    assert one in said
    assert more not in said
    form.every.setValue(2)
    assert more in {label.text() for label in form.findChildren(QLabel)}


def test_times_are_counted_in_the_singular_too(application: QApplication) -> None:
    form = RecurrenceEditor(date(2026, 11, 23))
    form.times.setValue(1)
    assert form.times.text() == "1 time"
    form.times.setValue(4)
    assert form.times.text() == "4 times"
