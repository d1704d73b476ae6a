"""A name of any length on one line."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QWidget
from pytestqt.qtbot import QtBot

from displayctl.desktop.widgets.elided_label import ElidedLabel

LONG = "Penyuluhan pencegahan demam berdarah dengue " * 5


def test_a_long_name_leaves_room_for_what_stands_beside_it(application: QApplication, qtbot: QtBot) -> None:
    place, beside, layout = QWidget(), QLabel("512 × 256"), QHBoxLayout()
    qtbot.addWidget(place)
    name = ElidedLabel(LONG, "heading")
    layout.addWidget(name)
    layout.addWidget(beside)
    place.setLayout(layout)
    place.resize(300, 60)
    place.show()
    assert place.width() == 300
    assert beside.width() >= beside.sizeHint().width()


def test_the_whole_name_can_be_read_in_its_tip_and_by_a_screen_reader(application: QApplication) -> None:
    name = ElidedLabel("Tugu Adipura")
    name.setText(LONG)
    assert (name.toolTip(), name.text()) == (LONG, LONG)
