"""The fields of a template: the calendar for a day."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize
from PySide6.QtWidgets import QApplication, QLineEdit
from pytestqt.qtbot import QtBot

from displayctl.desktop.announcements.fact_fields import place_beside

CALENDAR = QSize(300, 240)


def test_the_calendar_opens_below_its_field_or_above_it_and_never_beyond_the_screen(
    application: QApplication, qtbot: QtBot
) -> None:
    box = QLineEdit()
    qtbot.addWidget(box)
    box.resize(200, 30)
    box.show()
    room = box.screen().availableGeometry()
    for corner in (room.topLeft(), room.center(), room.bottomRight() - QPoint(200, 30)):
        box.move(corner)
        where = place_beside(box, CALENDAR)
        field = QRect(box.mapToGlobal(QPoint(0, 0)), box.size())
        assert room.contains(QRect(where, CALENDAR))
        assert not QRect(where, CALENDAR).intersects(field), "the field stays readable"
    box.move(room.topLeft())
    assert place_beside(box, CALENDAR) == box.mapToGlobal(QPoint(0, box.height()))
