"""The keys of the month's calendar: go from day to day, choose bookings, move, copy, double and delete them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

if TYPE_CHECKING:
    from displayctl.desktop.widgets.month_canvas import MonthCanvas

Act = Callable[["MonthCanvas"], bool]
_DAYS: dict[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


def act_of(event: QKeyEvent) -> Act:
    """What a key does; it says whether the key is the calendar's at all.

    Arrows go from day to day, with Ctrl they move what is chosen. Space chooses the bookings of the day one after
    another, with Shift together. Enter opens what is chosen, else the day.
    """
    key, modifiers = event.key(), event.modifiers()
    if key in _DAYS:
        days = _DAYS[key]
        if modifiers & _CTRL:
            return _on_chosen(lambda canvas: canvas.move_chosen(days))
        return _done(lambda canvas: canvas.go(days))
    if key == Qt.Key.Key_Space:
        return _done(lambda canvas: canvas.step(extends=bool(modifiers & _SHIFT)))
    if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return _done(_open)
    if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
        return _on_chosen(lambda canvas: canvas.removal_asked.emit())
    if key == Qt.Key.Key_D and modifiers == _CTRL:
        return _on_chosen(lambda canvas: canvas.double_asked.emit())
    return _shared(event)


def _shared(event: QKeyEvent) -> Act:
    """The keys that every program has."""
    if event.matches(QKeySequence.StandardKey.SelectAll):
        return _done(lambda canvas: canvas.choose_all())
    if event.matches(QKeySequence.StandardKey.Copy):
        return _on_chosen(lambda canvas: canvas.copy_asked.emit())
    if event.matches(QKeySequence.StandardKey.Paste):
        return _done(lambda canvas: canvas.paste_asked.emit())
    return lambda canvas: False


def _open(canvas: MonthCanvas) -> None:
    if canvas.selected:
        canvas.opened.emit(canvas.selected)
    else:
        canvas.day_opened.emit(canvas.day)


def _done(work: Callable[[MonthCanvas], object]) -> Act:
    def act(canvas: MonthCanvas) -> bool:
        work(canvas)
        return True

    return act


def _on_chosen(work: Callable[[MonthCanvas], object]) -> Act:
    """Only where something is chosen."""

    def act(canvas: MonthCanvas) -> bool:
        if not canvas.selected:
            return False
        work(canvas)
        return True

    return act
