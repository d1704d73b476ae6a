"""Fields for a time of day: as the language writes it, and typed with the mark of either."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import time

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from displayctl.desktop.language import Language
from displayctl.desktop.widgets.choices import hour_edit, time_edit, to_time


@pytest.fixture(params=["id", "en"])
def mark(application: QApplication, request: pytest.FixtureRequest) -> Iterator[str]:
    """What stands between hours and minutes while this language is spoken."""
    language = Language(application)
    language.speak("en")
    language.speak(request.param)
    yield "." if request.param == "id" else ":"
    language.speak("en")


def test_a_time_reads_as_the_language_writes_it(mark: str) -> None:
    assert time_edit(time(8, 5)).text() == f"08{mark}05"


@pytest.mark.parametrize("typed", ["7:45", "7.45"])
def test_a_time_is_typed_with_the_mark_of_either_language(mark: str, typed: str) -> None:
    edit = time_edit(time(22))
    edit.setSelectedSection(edit.Section.HourSection)
    QTest.keyClicks(edit, typed)
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert to_time(edit.time()) == time(7, 45)


def test_a_full_hour_has_two_figures_and_can_be_typed(mark: str) -> None:
    edit = hour_edit()
    edit.setValue(9)
    assert edit.text() == f"09{mark}00"
    edit.selectAll()
    QTest.keyClicks(edit, "14")
    QTest.keyClick(edit, Qt.Key.Key_Return)
    assert (edit.value(), edit.text()) == (14, f"14{mark}00")
