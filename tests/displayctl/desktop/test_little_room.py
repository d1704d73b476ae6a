"""Parts of the window where there is little room."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QApplication, QLabel, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from displayctl.desktop.navigation import Navigation
from displayctl.desktop.presenters.words import unbroken
from displayctl.desktop.widgets.flow import Flow
from displayctl.desktop.widgets.low_room import LowRoom


@pytest.mark.usefixtures("application")
def test_in_the_strip_icons_stand_in_one_line_with_and_without_a_bar(qtbot: QtBot) -> None:
    navigation = Navigation()
    qtbot.addWidget(navigation)
    navigation.fold(True)
    navigation.show()
    places = set()
    for height in (150, 1200):
        navigation.resize(70, height)
        QApplication.processEvents()
        assert bool(navigation.verticalScrollBar().maximum()) is (height == 150)
        places |= {(made.x(), made.width()) for made in navigation.buttons.values()}
    assert len(places) == 1


@pytest.mark.usefixtures("application")
def test_what_waits_is_a_number_beside_words_and_a_round_dot_beside_an_icon(qtbot: QtBot) -> None:
    navigation = Navigation()
    qtbot.addWidget(navigation)
    navigation.tell("requests", 3, "Requests: 3")
    badge = navigation.buttons["requests"].findChild(QLabel)
    assert isinstance(badge, QLabel)
    assert badge.text() == "3"
    navigation.fold(True)
    assert (badge.text(), badge.property("role")) == ("", "dot")
    assert "Requests: 3" in navigation.buttons["requests"].toolTip()
    navigation.fold(False)
    assert (badge.text(), badge.property("role")) == ("3", "")


@pytest.mark.usefixtures("application")
def test_a_form_below_a_list_takes_less_room_as_soon_as_it_needs_less(qtbot: QtBot) -> None:
    whole, form = QWidget(), QWidget()
    qtbot.addWidget(whole)
    parts = [QLabel(f"part {number}") for number in range(3)]
    for part in parts:
        part.setFixedSize(150, 80)
    form.setLayout(Flow(*parts, spacing=0))
    room, above = LowRoom(form), QWidget()
    layout = QVBoxLayout(whole)
    layout.addWidget(above, 1)
    layout.addWidget(room)
    whole.resize(340, 700)
    whole.show()
    QApplication.processEvents()
    high = room.height()
    parts[2].hide()
    qtbot.waitUntil(lambda: room.height() == high - 80, timeout=5_000)


def test_no_number_is_parted_from_its_unit() -> None:
    assert unbroken("3 h ago").split(" ") == ["3\u00a0h\u00a0ago"]
