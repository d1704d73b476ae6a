"""Finds the texts of a shown window that do not fit where they stand: by measuring, as a person would by looking."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractScrollArea,
    QAbstractSpinBox,
    QCheckBox,
    QComboBox,
    QGroupBox,
    QHeaderView,
    QLabel,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QStyle,
    QStyleOptionButton,
    QStyleOptionComboBox,
    QStyleOptionFrame,
    QStyleOptionGroupBox,
    QTabBar,
    QWidget,
)

from tests.displayctl.desktop.keyboard_walk import told

SPARE_PX = 1
"""Widths of letters are rounded."""

MOST_ROUNDS, ROUND_MS = 40, 25

LINE_EDIT_GAPS_PX = 4
"""What Qt leaves free in a line of input, left and right of the letters together."""


def left_clipped(root: QWidget) -> tuple[str, ...]:
    """As `clipped`, once Qt has laid out what changed: that takes it some rounds."""
    rounds = 0
    while (found := clipped(root)) and rounds < MOST_ROUNDS:
        QTest.qWait(ROUND_MS)
        rounds += 1
    return found


def clipped(root: QWidget) -> tuple[str, ...]:
    """One line for each text in `root` that is cut off; what says it all in its tooltip may be cut."""
    return tuple(line for each in root.findChildren(QWidget) if each.isVisibleTo(root) for line in _faults(each, root))


def _faults(widget: QWidget, root: QWidget) -> Iterator[str]:
    for text, wanted, room in _texts(widget):
        too_wide = wanted.width() > room.width() + SPARE_PX
        if (too_wide or wanted.height() > room.height() + SPARE_PX) and text not in widget.toolTip():
            wants = f"{wanted.width()}x{wanted.height()} in {room.width()}x{room.height()}"
            yield f"{told(widget)}: {text!r} needs {wants}"
    if isinstance(widget, QLabel | QAbstractButton) and widget.text() and (cutter := _cut_by(widget, root)):
        yield f"{told(widget)}: {widget.text()!r} reaches out of {told(cutter)}"


def _cut_by(widget: QWidget, root: QWidget) -> QWidget | None:
    """The widget around this one whose edge goes through it; what scrolls may hide what it holds."""
    parent = widget.parentWidget()
    while parent is not None and not isinstance(parent.parentWidget(), QAbstractScrollArea):
        place = QRect(widget.mapTo(parent, QPoint()), widget.size())
        if not parent.rect().adjusted(-SPARE_PX, -SPARE_PX, SPARE_PX, SPARE_PX).contains(place):
            return parent
        parent = parent.parentWidget() if parent is not root else None
    return None


Measured = tuple[str, QSize, QSize]
"""A text, the room that it needs and the room that it has."""


def _texts(widget: QWidget) -> Iterator[Measured]:
    if isinstance(widget, QLabel):
        yield from _of_label(widget)
    elif isinstance(widget, QPushButton | QCheckBox | QRadioButton):
        yield from _of_button(widget)
    elif isinstance(widget, QAbstractButton):
        if widget.text():
            yield widget.text(), QSize(widget.sizeHint().width(), widget.fontMetrics().height()), widget.size()
    elif isinstance(widget, QGroupBox):
        yield from _of_box(widget)
    elif isinstance(widget, QTabBar):
        yield from _of_tabs(widget)
    elif isinstance(widget, QComboBox):
        yield from _of_choice(widget)
    elif isinstance(widget, QHeaderView):
        yield from _of_header(widget)
    elif isinstance(widget, QLineEdit):
        yield from _of_line(widget)


def _width(widget: QWidget, text: str) -> int:
    return widget.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, text).width()


def _of_label(made: QLabel) -> Iterator[Measured]:
    if not made.text():
        return
    if not made.wordWrap():
        yield made.text(), made.sizeHint(), made.size().expandedTo(QSize(0, made.fontMetrics().height()))
        return
    longest = max((_width(made, word) for word in made.text().split()), default=0)
    wanted = QSize(longest, made.heightForWidth(made.width()))
    yield made.text(), wanted, QSize(made.contentsRect().width(), made.height())


def _of_button(made: QPushButton | QCheckBox | QRadioButton) -> Iterator[Measured]:
    if not made.text():
        return
    option = QStyleOptionButton()
    made.initStyleOption(option)
    part = {QCheckBox: QStyle.SubElement.SE_CheckBoxContents, QRadioButton: QStyle.SubElement.SE_RadioButtonContents}
    kind = next((part[each] for each in part if isinstance(made, each)), QStyle.SubElement.SE_PushButtonContents)
    room = made.style().subElementRect(kind, option, made)
    icon = 0 if made.icon().isNull() else made.iconSize().width() + 4
    wanted = QSize(_width(made, made.text()) + icon, made.fontMetrics().height() * (made.text().count("\n") + 1))
    yield made.text(), wanted, QSize(room.width(), made.height())


def _of_box(made: QGroupBox) -> Iterator[Measured]:
    option = QStyleOptionGroupBox()
    made.initStyleOption(option)
    room = made.style().subControlRect(
        QStyle.ComplexControl.CC_GroupBox, option, QStyle.SubControl.SC_GroupBoxLabel, made
    )
    yield made.title(), QSize(_width(made, made.title()), 0), room.size()


def _of_tabs(made: QTabBar) -> Iterator[Measured]:
    ends = [made.tabRect(number).right() for number in range(made.count()) if made.isTabVisible(number)]
    if ends:
        words = " ".join(made.tabText(number) for number in range(made.count()))
        yield words, QSize(max(ends), 0), made.size()
    for number in range(made.count()):
        yield made.tabText(number), QSize(_width(made, made.tabText(number)), 0), made.tabRect(number).size()


def _of_choice(made: QComboBox) -> Iterator[Measured]:
    option = QStyleOptionComboBox()
    made.initStyleOption(option)
    part = QStyle.SubControl.SC_ComboBoxEditField
    room = made.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, made)
    icon = 0 if made.itemIcon(made.currentIndex()).isNull() else made.iconSize().width() + 4
    yield made.currentText(), QSize(_width(made, made.currentText()) + icon, 0), room.size()


def _of_header(made: QHeaderView) -> Iterator[Measured]:
    model = made.model()
    if made.orientation() != Qt.Orientation.Horizontal or model is None:
        return
    for number in range(made.count()):
        words = model.headerData(number, made.orientation(), Qt.ItemDataRole.DisplayRole)
        if words and not made.isSectionHidden(number):
            yield str(words), QSize(made.sectionSizeHint(number), 0), QSize(made.sectionSize(number), 0)


def _of_line(made: QLineEdit) -> Iterator[Measured]:
    fixed = made.isReadOnly() or isinstance(made.parentWidget(), QAbstractSpinBox)
    words = made.displayText() if fixed else "" if made.text() else made.placeholderText()
    if not words:
        return
    option = QStyleOptionFrame()
    made.initStyleOption(option)
    room = made.style().subElementRect(QStyle.SubElement.SE_LineEditContents, option, made)
    margins = made.textMargins()
    yield words, QSize(_width(made, words) + LINE_EDIT_GAPS_PX + margins.left() + margins.right(), 0), room.size()
