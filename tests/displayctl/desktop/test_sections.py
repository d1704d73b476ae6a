"""Sections that are given by how they are made are made when they first come forward, and once."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QWidget
from pytestqt.qtbot import QtBot

from displayctl.desktop.widgets.sections import Sections, sectioned_page


def test_a_section_is_made_when_it_first_comes_forward_and_stays(application: QApplication, qtbot: QtBot) -> None:
    made: list[str] = []

    def make(words: str) -> QLineEdit:
        made.append(words)
        return QLineEdit(words)

    sections = Sections(((lambda: make("one"), "One"), (lambda: make("two"), "Two"), (QLabel("three"), "Three")))
    page = QWidget()
    page.setLayout(sectioned_page("Page", sections))
    qtbot.addWidget(page)
    page.show()
    assert made == ["one"]
    assert [sections.is_made(number) for number in range(3)] == [True, False, True]

    first = sections.section(0, QLineEdit)
    first.setText("typed")
    sections.bring(1)
    second = sections.section(1, QLineEdit)
    assert (sections.number, made) == (1, ["one", "two"])
    assert second.isVisible()
    assert not first.isVisible()
    sections.bring(0)
    assert (sections.section(0, QLineEdit).text(), made) == ("typed", ["one", "two"])


def test_a_section_that_is_asked_for_before_it_came_forward_is_the_one_that_comes(
    application: QApplication, qtbot: QtBot
) -> None:
    sections = Sections(((lambda: QLabel("one"), "One"), (lambda: QLineEdit("two"), "Two")))
    qtbot.addWidget(sections)
    asked = sections.section(1, QLineEdit)
    sections.show()
    assert not asked.isVisible()
    sections.bring(1)
    assert sections.currentWidget() is asked
    with pytest.raises(TypeError, match="section 0 is a QLabel, no QLineEdit"):
        sections.section(0, QLineEdit)
