"""Tab goes through a window as it is read: Qt would go as things were made, and what comes later would stand last."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QBoxLayout,
    QCalendarWidget,
    QComboBox,
    QDialog,
    QGridLayout,
    QLayout,
    QLineEdit,
    QMainWindow,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QToolButton,
    QWidget,
)

WHOLE = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QCalendarWidget,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
)
"""What stands inside these is a part of them."""
ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)
BACKWARDS = (QBoxLayout.Direction.RightToLeft, QBoxLayout.Direction.BottomToTop)


class DialogAsRead(QDialog):
    """A dialog in which fields come and go."""

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 - Qt's name
        arrange_tabs(self)
        return super().focusNextPrevChild(forward)


class WindowAsRead(QMainWindow):
    """A window in which pages come and go. Enter presses the button that has the keyboard, as in dialogs."""

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 - Qt's name
        arrange_tabs(self)
        return super().focusNextPrevChild(forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = self.focusWidget()
        if event.key() in ENTER and isinstance(held, QPushButton | QToolButton) and not event.isAutoRepeat():
            held.click()
        else:
            super().keyPressEvent(event)


def arrange_tabs(root: QWidget) -> None:
    """Let Tab go through what is seen of `root` as it is read."""
    stops = tuple(_stops(root))
    if all(former.nextInFocusChain() is later for former, later in pairwise(stops)):
        return
    for each in reversed(stops[1:]):  # from the first to the last, Qt takes the round for right wherever it begins
        QWidget.setTabOrder(stops[0], each)


def _stops(widget: QWidget) -> Iterator[QWidget]:
    if not widget.isVisible():
        return
    if widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value:
        yield widget
    if not isinstance(widget, WHOLE):
        for part in _parts(widget):
            yield from _stops(part)


def _parts(widget: QWidget) -> list[QWidget]:
    """What stands in a widget: what its layout has in the order of the layout, and then what is placed by itself."""
    layout = widget.layout()
    laid = list(_laid(layout)) if layout is not None else []
    known = set(laid)
    children = widget.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    free = [each for each in children if each not in known and not each.isWindow()]
    return laid + sorted(free, key=lambda each: (each.y(), each.x()))


def _laid(layout: QLayout) -> Iterator[QWidget]:
    for number in _numbers(layout):
        item = layout.itemAt(number)
        inner, widget = (item.layout(), item.widget()) if item is not None else (None, None)
        if inner is not None:
            yield from _laid(inner)
        elif widget is not None:
            yield widget


def _numbers(layout: QLayout) -> list[int]:
    numbers = list(range(layout.count()))
    if isinstance(layout, QGridLayout):
        return sorted(numbers, key=lambda number: tuple(layout.getItemPosition(number)))  # type: ignore[arg-type]
    if isinstance(layout, QBoxLayout) and layout.direction() in BACKWARDS:
        numbers.reverse()
    return numbers
