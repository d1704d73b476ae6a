"""What a hand does on the calendar in tests, and what the hub then holds."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from displayctl.api.models import Part, PartKind
from displayctl.desktop.main_window import MainWindow
from displayctl.desktop.pages.schedule import SchedulePage
from displayctl.desktop.widgets.week_canvas import WeekCanvas
from schedules.codec import slot_from_dict
from schedules.slot import Slot
from tests.fakes.hub_in_thread import RunningHub

NONE, CTRL = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.ControlModifier
ALT, SHIFT = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.ShiftModifier


def schedule(window: MainWindow) -> SchedulePage:
    window.show_page("schedule")
    page = window.page
    assert isinstance(page, SchedulePage)
    return page


def point(canvas: WeekCanvas, column: int, minute: float) -> QPoint:
    geometry = canvas.geometry_px
    return QPoint(round(geometry.left(column) + geometry.column_px / 2), round(minute * geometry.minute_px))


def drag(canvas: WeekCanvas, start: QPoint, end: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
    QTest.mousePress(canvas, Qt.MouseButton.LeftButton, modifiers, start)
    QTest.mouseMove(canvas, (start + end) / 2)
    QTest.mouseMove(canvas, end)
    QTest.mouseRelease(canvas, Qt.MouseButton.LeftButton, modifiers, end)


def click(canvas: WeekCanvas, where: QPoint, modifiers: Qt.KeyboardModifier = NONE) -> None:
    QTest.mouseClick(canvas, Qt.MouseButton.LeftButton, modifiers, where)


def slots(hub: RunningHub) -> list[Part]:
    return list(hub.client.parts(PartKind.SLOT))


def values(hub: RunningHub) -> list[Slot]:
    """By day and hour."""
    made = [slot_from_dict(part.value) for part in slots(hub)]
    return sorted(made, key=lambda slot: (slot.recurrence.first, slot.hours.starts if slot.hours else None))  # type: ignore[type-var]
