"""What is built from the inside outwards wears its style once it is in its place, and is seen there as ever."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QStyle, QStyleOptionComboBox, QWidget

from displayctl.desktop.widgets.choices import date_edit
from displayctl.desktop.widgets.in_place import Stack, show_in_place
from displayctl.desktop.widgets.pieces import column, frame, label, scrolled

DRESSED = Qt.WidgetAttribute.WA_WState_Polished


@pytest.fixture
def window(application: QApplication) -> Iterator[QWidget]:
    made = QWidget()
    yield made
    made.close()
    made.deleteLater()


def dressed(*widgets: QWidget) -> list[bool]:
    return [widget.testAttribute(DRESSED) for widget in widgets]


def test_nothing_wears_its_style_before_it_stands_in_a_window_that_is_seen(window: QWidget) -> None:
    first, second, inner = label("first"), label("second"), label("inner")
    stack = Stack()
    stack.addWidget(frame("panel", column(first)))
    stack.addWidget(frame("panel", column(second)))
    content = QWidget()
    content.setLayout(column(inner))
    stack.setCurrentIndex(1)
    window.setLayout(column(frame("card", column(stack)), scrolled(content)))
    assert dressed(first, second, inner) == [False, False, False]
    window.show()
    assert (first.isVisible(), second.isVisible(), inner.isVisible()) == (False, True, True)
    assert dressed(second, inner) == [True, True]
    stack.setCurrentIndex(0)
    assert (first.isVisible(), second.isVisible()) == (True, False)


def test_what_is_shown_while_its_page_is_away_has_its_room_when_the_page_comes(window: QWidget) -> None:
    above, below = QLabel("above"), QLabel("below")
    above.hide()
    window.setLayout(column(above, below))
    window.show()
    window.hide()
    show_in_place(above)
    window.show()
    assert above.isVisible()
    assert 0 < above.geometry().bottom() < below.geometry().top()


def test_a_scrolled_area_tells_the_size_of_what_it_holds_before_it_is_seen(application: QApplication) -> None:
    content, line = QWidget(), QLabel()
    line.setMinimumWidth(300)
    content.setLayout(column(line))
    area = scrolled(content)
    assert area.sizeHint().width() >= 300
    assert area.widget() is content
    area.deleteLater()


def test_a_calendar_is_made_when_it_drops_down_and_begins_with_monday(window: QWidget) -> None:
    day = date_edit(date(2026, 11, 24))
    window.setLayout(column(day))
    window.show()
    before = len(day.findChildren(QWidget))
    option = QStyleOptionComboBox()
    option.initFrom(day)
    arrow = day.style().subControlRect(
        QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxArrow, day
    )
    QTest.mouseClick(day, Qt.MouseButton.LeftButton, pos=arrow.center())
    calendar = day.calendarWidget()
    assert len(day.findChildren(QWidget)) > before + 10
    assert calendar.isVisible()
    assert calendar.firstDayOfWeek() is Qt.DayOfWeek.Monday
    assert calendar.selectedDate() == day.date()
    calendar.window().close()
