"""Tab goes through a window as it is read: Qt would go as things were made, and what comes later would stand last."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise

from PySide6.QtCore import QEvent, QObject, Qt
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
    """A window in which pages come and go. Enter presses the button that has the keyboard, as in dialogs, and one that
    turns grey by that keeps it: what stands behind it may delete.
    """

    def __init__(self) -> None:
        super().__init__()
        self._greyed: QWidget | None = None

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: N802 - Qt's name
        held = self.focusWidget()
        if held is not None and held.isVisible() and not held.isEnabled() and held is not self._greyed:
            self._greyed = held  # Qt asks at once where to go; Tab asks later
            held.installEventFilter(self)
            return True
        arrange_tabs(self)
        return super().focusNextPrevChild(forward)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if watched is self._greyed and event.type() == QEvent.Type.EnabledChange and self._greyed.isEnabled():
            self._greyed.removeEventFilter(self)
            self._greyed = None
        return super().eventFilter(watched, event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        held = self.focusWidget()
        if event.key() not in ENTER or not isinstance(held, QPushButton | QToolButton):
            super().keyPressEvent(event)
        elif held.isEnabled() and not event.isAutoRepeat():
            held.click()


def arrange_tabs(root: QWidget) -> None:
    """Let Tab go through what is seen of `root` as it is read."""
    held = root.focusWidget()
    if held is not None and not held.isVisible():
        return  # it is just going, and Qt looks for what stood behind it
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
