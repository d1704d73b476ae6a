"""Many bookings at once in the month: chosen, moved, copied and deleted by mouse and by keys, each as one step."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from displayctl.desktop.desk import Desk
from displayctl.desktop.main_window import MainWindow
from displayctl.desktop.pages.schedule import SchedulePage
from displayctl.desktop.widgets.month_canvas import MonthCanvas
from displayctl.desktop.widgets.month_paint import CHIP_PX, DAY_HEAD_PX
from displayctl.desktop.widgets.schedule_bar import Shown
from schedules.recurrence import Recurrence
from tests.builders import hours
from tests.displayctl.desktop.schedule.hands import ALT, CTRL, NONE, SHIFT, schedule, slots, values
from tests.displayctl.hub.ground import add_slot
from tests.fakes.hub_in_thread import RunningHub

Booked = Callable[..., SchedulePage]
FIRST = date(2026, 11, 2)
"""A Monday at the head of a month's calendar."""


@pytest.fixture
def booked(window: MainWindow, hub: RunningHub, qtbot: QtBot) -> Booked:
    """Books slots on days after the first Monday of a month that is shown then."""

    def book(*when: tuple[int, str]) -> SchedulePage:
        page = schedule(window)
        for number, (day, span) in enumerate(when):
            recurrence = Recurrence(FIRST + timedelta(days=day))
            add_slot(hub.client, f"m{number}", "layanan", recurrence=recurrence, hours=hours(span))
        page.go_to(FIRST)
        page.show_view(Shown.MONTH)
        qtbot.waitUntil(lambda: len(chips(page.month)) == len(when), timeout=5000)
        return page

    return book


def chips(month: MonthCanvas) -> tuple[str, ...]:
    month.grab()
    return tuple(chip.block.slot_id for chip in month._chips)


def at(month: MonthCanvas, day: int, line: int = 0) -> QPoint:
    """The middle of a line in the cell of a day after the first Monday."""
    shift = (FIRST - month._first).days
    cell = month.cell(day + shift)
    return QPoint(round(cell.center().x()), round(cell.top() + DAY_HEAD_PX + (line + 0.5) * CHIP_PX))


def click(month: MonthCanvas, where: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
    QTest.mouseClick(month, Qt.MouseButton.LeftButton, modifiers, where)


def drag(month: MonthCanvas, start: QPoint, end: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
    QTest.mousePress(month, Qt.MouseButton.LeftButton, modifiers, start)
    QTest.mouseMove(month, (start + end) / 2)
    QTest.mouseMove(month, end)
    QTest.mouseRelease(month, Qt.MouseButton.LeftButton, modifiers, end)


def days_of(hub: RunningHub) -> list[int]:
    return [(slot.recurrence.first - FIRST).days for slot in values(hub)]


def test_chosen_together_they_are_dragged_to_other_days_in_one_step(
    booked: Booked, hub: RunningHub, desk: Desk, qtbot: QtBot
) -> None:
    page = booked((0, "08:00-10:00"), (1, "08:00-10:00"), (3, "23:50-23:55"))
    month = page.month
    click(month, at(month, 0))
    click(month, at(month, 3), CTRL)
    assert {each.slot_id for each in month.selection.chosen} == {"m0", "m2"}
    assert page.editor.slot_id == "m2"
    drag(month, at(month, 0), at(month, 7))
    qtbot.waitUntil(lambda: days_of(hub) == [1, 7, 10], timeout=5000)
    starts = [slot.hours.starts for slot in values(hub) if slot.hours is not None]
    assert f"{starts[-1]:%H:%M}" == "23:50", "days alone leave the hour as it is"
    desk.edits.stack.undo()
    qtbot.waitUntil(lambda: days_of(hub) == [0, 1, 3], timeout=5000)


def test_shift_chooses_all_between_and_one_key_deletes_them(
    booked: Booked, hub: RunningHub, desk: Desk, qtbot: QtBot
) -> None:
    month = booked((0, "08:00-10:00"), (1, "08:00-10:00"), (2, "08:00-10:00"), (9, "08:00-10:00")).month
    click(month, at(month, 0))
    click(month, at(month, 2), SHIFT)
    assert len(month.selection.chosen) == 3
    QTest.keyClick(month, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: [part.id for part in slots(hub)] == ["m3"], timeout=5000)
    desk.edits.stack.undo()
    qtbot.waitUntil(lambda: len(slots(hub)) == 4, timeout=5000)


def test_keys_go_through_a_day_and_move_copy_and_paste_what_is_chosen(
    booked: Booked, hub: RunningHub, qtbot: QtBot
) -> None:
    page = booked((0, "08:00-10:00"), (0, "12:00-13:00"))
    month = page.month
    QTest.keyClick(month, Qt.Key.Key_Space)
    assert page.editor.slot_id == "m0"
    QTest.keyClick(month, Qt.Key.Key_Space, SHIFT)
    assert len(month.selection.chosen) == 2
    assert "m1" in month.accessibleDescription().casefold()
    QTest.keyClick(month, Qt.Key.Key_Down, CTRL)
    qtbot.waitUntil(lambda: days_of(hub) == [7, 7], timeout=5000)
    QTest.keyClick(month, Qt.Key.Key_C, CTRL)
    QTest.keyClick(month, Qt.Key.Key_Right)
    assert page.views.day == FIRST + timedelta(days=1)
    QTest.keyClick(month, Qt.Key.Key_V, CTRL)
    qtbot.waitUntil(lambda: days_of(hub) == [1, 1, 7, 7], timeout=5000)


def test_with_alt_a_copy_is_dragged_and_the_calendar_is_left_by_a_key(
    booked: Booked, hub: RunningHub, qtbot: QtBot
) -> None:
    page = booked((0, "08:00-10:00"))
    month = page.month
    drag(month, at(month, 0), at(month, 2), ALT)
    qtbot.waitUntil(lambda: days_of(hub) == [0, 2], timeout=5000)
    QTest.mousePress(month, Qt.MouseButton.LeftButton, NONE, at(month, 0))
    QTest.mouseMove(month, at(month, 4))
    assert month.dragging
    QTest.keyClick(month, Qt.Key.Key_Escape)
    QTest.mouseRelease(month, Qt.MouseButton.LeftButton, NONE, at(month, 4))
    assert not month.dragging
    click(month, at(month, 1))
    QTest.keyClick(month, Qt.Key.Key_Return)
    assert page.views.shown is Shown.DAY
