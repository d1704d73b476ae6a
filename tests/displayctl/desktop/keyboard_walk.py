"""Goes through a window as somebody without a mouse does: with Tab, listening to what a screen reader would say."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QApplication,
    QComboBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QScrollArea,
    QScrollBar,
    QTextEdit,
    QWidget,
)

from displayctl.desktop.widgets.hold_button import HoldButton

KINDS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTextEdit,
    HoldButton,
)
OWNERS = (QAbstractItemView, QAbstractSpinBox, QComboBox, QLineEdit)
"""What stands inside these is a part of them."""

MOST_STEPS = 250
MOST_SECTIONS = 6
"""Of a date with its time, through which Tab goes one by one."""

SAME_ROW_PX = 4

TYPED_INTO = (QAbstractSpinBox, QComboBox, QLineEdit)


def pressed_by_return(dialog: QWidget) -> set[str]:
    """What the buttons are called that Return presses while somebody types into a field of `dialog`."""
    pressed = set()
    for each in controls(dialog):
        if isinstance(each, TYPED_INTO) and each.isEnabled():
            each.setFocus()
            buttons = dialog.findChildren(QPushButton)
            pressed |= {button.text() for button in buttons if button.isDefault() and button.isVisible()}
    return pressed


def controls(root: QWidget) -> list[QWidget]:
    """What somebody can do something with in `root`, as far as it is seen."""
    return [each for each in root.findChildren(QWidget) if _is_control(each) and each.isVisibleTo(root)]


def _is_control(widget: QWidget) -> bool:
    ours = type(widget).__module__.startswith("displayctl") and widget.focusPolicy() != Qt.FocusPolicy.NoFocus
    words_to_copy = isinstance(widget, QLabel)  # a click takes hold of them; there is nothing to be done with them
    is_one = isinstance(widget, KINDS) or (ours and not words_to_copy)
    return is_one and not isinstance(widget, QScrollArea | QScrollBar | QHeaderView) and not _is_part(widget)


def _is_part(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, OWNERS) or parent.inherits("QCalendarWidget"):
            return True
        parent = parent.parentWidget()
    return False


def name_of(widget: QWidget) -> str:
    """What a screen reader says of it first."""
    if widget.accessibleName():
        return widget.accessibleName()
    if isinstance(widget, QAbstractButton) and widget.text().strip():
        return widget.text()
    labels = (label for label in widget.window().findChildren(QLabel) if label.buddy() is widget)
    return next((label.text() for label in labels), "")


def told(widget: QWidget) -> str:
    """A control for a person who has to find it in the source."""
    words = widget.text() if isinstance(widget, QAbstractButton | QLineEdit) else ""
    parent = widget.parentWidget()
    return f"{type(widget).__name__} {name_of(widget) or words or widget.objectName()!r} in {type(parent).__name__}"


def tab_walk(window: QWidget) -> list[QWidget]:
    """Where Tab leads from the beginning, until it comes back to where it was."""
    visited: list[QWidget] = []
    first = window.nextInFocusChain()
    while first is not window and not _takes_tab(first):
        first = first.nextInFocusChain()
    first.setFocus(Qt.FocusReason.TabFocusReason)
    stays = 0
    for _ in range(MOST_STEPS):
        now = QApplication.focusWidget()
        stays = stays + 1 if visited and now is visited[-1] else 0
        if now is None or stays > MOST_SECTIONS or (now in visited and not stays):
            break
        if not stays:
            visited.append(now)
        QTest.keyClick(now, Qt.Key.Key_Tab)
    return visited


def _takes_tab(widget: QWidget) -> bool:
    tab = widget.focusPolicy().value & Qt.FocusPolicy.TabFocus.value
    return bool(tab) and widget.isVisible() and widget.isEnabled()


def trap(walked: list[QWidget]) -> QWidget | None:
    """The control that Tab does not leave any more, if there is one."""
    now = QApplication.focusWidget()
    return now if now is not None and walked and now is walked[-1] and len(walked) > 1 else None


def unreached(root: QWidget, walked: list[QWidget]) -> list[QWidget]:
    """Controls of `root` that Tab does not come to; of buttons that exclude each other one is enough, arrows do the
    rest, and what is greyed is not meant to be reached."""
    reached = {id(each) for each in walked}
    for each in walked:
        if isinstance(each, QAbstractButton) and each.group() is not None:
            reached |= {id(other) for other in each.group().buttons()}
        elif isinstance(each, QAbstractButton) and each.autoExclusive() and each.parentWidget() is not None:
            reached |= {id(other) for other in each.parentWidget().findChildren(type(each))}
    return [
        each for each in controls(root) if each.isEnabled() and id(each) not in reached and not _holds(each, walked)
    ]


def _holds(widget: QWidget, walked: list[QWidget]) -> bool:
    """Whether the focus came to a part of it, as to the field inside a spin box."""
    return any(widget.isAncestorOf(each) for each in walked)


def out_of_order(walked: list[QWidget]) -> list[tuple[QWidget, QWidget]]:
    """Neighbours of one parent where Tab goes up without going to the right, or back in a row."""
    pairs = []
    last: dict[int, QWidget] = {}
    for each in walked:
        parent = each.parentWidget()
        former = last.get(id(parent))
        if former is not None and _goes_back(_place(former), _place(each)):
            pairs.append((former, each))
        last[id(parent)] = each
    return pairs


def _place(widget: QWidget) -> QRect:
    return QRect(widget.mapTo(widget.window(), QPoint(0, 0)), widget.size())


def _goes_back(former: QRect, now: QRect) -> bool:
    above = now.bottom() <= former.top() + SAME_ROW_PX
    beside = not above and now.top() < former.bottom() - SAME_ROW_PX
    if above:
        return now.left() < former.right()
    return beside and now.right() <= former.left() + SAME_ROW_PX
