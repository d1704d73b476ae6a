"""The keys of the week's calendar: go from block to block, move and stretch what is chosen, copy, double, delete."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence

from displayctl.desktop.presenters.week_layout import FINE_MINUTES, SNAP_MINUTES

if TYPE_CHECKING:
    from displayctl.desktop.widgets.week_canvas import WeekCanvas

Act = Callable[["WeekCanvas"], bool]
_FORWARD: dict[int, int] = {Qt.Key.Key_Down: 1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -1, Qt.Key.Key_Left: -1}
_UPRIGHT = (Qt.Key.Key_Up, Qt.Key.Key_Down)


def act_of(event: QKeyEvent) -> Act:
    """What a key does; it says whether the key is the calendar's at all.

    Arrows go from block to block, with Shift adding to what is chosen. With Ctrl they move it, by a day or a quarter of
    an hour, and with Ctrl and Shift its end; Alt besides makes that five minutes.
    """
    key = event.key()
    if key in _FORWARD:
        return _arrow(key, event.modifiers())
    if event.matches(QKeySequence.StandardKey.SelectAll):
        return _done(lambda canvas: canvas.choose_all())
    if event.matches(QKeySequence.StandardKey.Paste):
        return _done(lambda canvas: canvas.paste_asked.emit())
    if key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
        return _on_chosen(lambda canvas: canvas.removal_asked.emit())
    if event.matches(QKeySequence.StandardKey.Copy):
        return _on_chosen(lambda canvas: canvas.copy_asked.emit())
    if key == Qt.Key.Key_D and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
        return _on_chosen(lambda canvas: canvas.double_asked.emit())
    if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return _on_chosen(lambda canvas: canvas.opened.emit(canvas.selected))
    return lambda canvas: False


def _arrow(key: int, modifiers: Qt.KeyboardModifier) -> Act:
    forward = _FORWARD[key]
    control = bool(modifiers & Qt.KeyboardModifier.ControlModifier)
    shift = bool(modifiers & Qt.KeyboardModifier.ShiftModifier)
    if not control:
        return _done(lambda canvas: canvas.step(forward, extends=shift))
    minutes = forward * (FINE_MINUTES if modifiers & Qt.KeyboardModifier.AltModifier else SNAP_MINUTES)
    if key not in _UPRIGHT:
        return _done(lambda canvas: canvas.move_chosen(forward, 0))
    if shift:
        return _done(lambda canvas: canvas.stretch_chosen(minutes))
    return _done(lambda canvas: canvas.move_chosen(0, minutes))


def _done(work: Callable[[WeekCanvas], object]) -> Act:
    def act(canvas: WeekCanvas) -> bool:
        work(canvas)
        return True

    return act


def _on_chosen(work: Callable[[WeekCanvas], object]) -> Act:
    """Only where something is chosen."""

    def act(canvas: WeekCanvas) -> bool:
        if not canvas.selected:
            return False
        work(canvas)
        return True

    return act
