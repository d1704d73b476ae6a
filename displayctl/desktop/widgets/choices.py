"""Small inputs: weekdays as round buttons, a list of things to tick, dates of an optional range."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, time

from PySide6.QtCore import QDate, Qt, QTime, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QShowEvent
from PySide6.QtWidgets import (
    QAbstractSpinBox,
    QCheckBox,
    QDateEdit,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QTimeEdit,
    QVBoxLayout,
    QWidget,
)

from displayctl.desktop.presenters.words import clock_mark, clock_pattern, weekday_long, weekday_short
from displayctl.desktop.widgets.elided_box import ElidedBox
from displayctl.desktop.widgets.pieces import clear, column, row
from displayctl.desktop.widgets.tick_rows import TickRows
from schedules.recurrence import EARLIEST, LATEST

MOST_BOXES = 24


class WeekdayPicker(QWidget):
    """Seven round buttons, Monday first. Signal: `changed`."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._buttons = [self._day_button(day) for day in range(7)]
        self.setLayout(row(*self._buttons, None, spacing=5))

    def _day_button(self, day: int) -> QPushButton:
        made = QPushButton(weekday_short(day)[:3])
        made.setProperty("role", "day")
        made.setCheckable(True)
        made.setAccessibleName(weekday_long(day))
        made.setToolTip(weekday_long(day))
        made.clicked.connect(lambda: self.changed.emit())
        return made

    @property
    def days(self) -> tuple[int, ...]:
        """The picked weekdays, Monday is 0."""
        return tuple(day for day, button in enumerate(self._buttons) if button.isChecked())

    def show_days(self, days: Iterable[int]) -> None:
        picked = set(days)
        for day, button in enumerate(self._buttons):
            button.setChecked(day in picked)


class TickList(QWidget):
    """Things to tick, by id: a box each, or rows that scroll where there are many. Signal: `changed`, when a person
    ticks."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._boxes: dict[str, QCheckBox] = {}
        self._rows: TickRows | None = None
        self._offered: tuple[tuple[str, str], ...] = ()
        self._column: QVBoxLayout = column(spacing=0)
        self._column.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.setLayout(self._column)

    def offer(self, things: Iterable[tuple[str, str]]) -> None:
        """Offer these (id, name); what is ticked stays ticked."""
        offered = tuple(things)
        if offered == self._offered:
            return
        self._offered, ticked = offered, set(self.ticked)
        clear(self._column)
        self._boxes, self._rows = {}, None
        if len(offered) > MOST_BOXES:
            self._rows = TickRows(offered, ticked)
            self._rows.setAccessibleName(self.accessibleName())
            self._rows.changed.connect(self.changed)
            self._column.addWidget(self._rows)
            self.setFocusProxy(self._rows)
            return
        for key, name in offered:
            box = ElidedBox(name)
            box.setChecked(key in ticked)
            box.clicked.connect(lambda: self.changed.emit())
            self._boxes[key] = box
            self._column.addWidget(box)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if self._rows is not None:  # whose name may have been given to this since
            self._rows.setAccessibleName(self.accessibleName())

    @property
    def count(self) -> int:
        """How many things are offered."""
        return len(self._offered)

    @property
    def ticked(self) -> tuple[str, ...]:
        if self._rows is not None:
            return self._rows.ticks.ticked
        return tuple(key for key, box in self._boxes.items() if box.isChecked())

    def tick(self, ids: Iterable[str]) -> None:
        """Tick exactly these."""
        wanted = set(ids)
        if self._rows is not None:
            self._rows.ticks.tick(wanted)
        for key, box in self._boxes.items():
            box.setChecked(key in wanted)


class OptionalDate(QWidget):
    """A box to tick and, once ticked, a date. Signal: `changed`."""

    changed = Signal()

    def __init__(self, words: str, start: date) -> None:
        super().__init__()
        self._box = QCheckBox(words)
        self._edit = date_edit(start)
        self._edit.setAccessibleName(words)
        self._edit.setEnabled(False)
        self._box.toggled.connect(self._edit.setEnabled)
        self._box.clicked.connect(lambda: self.changed.emit())
        self._edit.editingFinished.connect(lambda: self.changed.emit())
        self.setLayout(row(self._box, self._edit, None))

    @property
    def value(self) -> date | None:
        return to_date(self._edit.date()) if self._box.isChecked() else None

    def show_value(self, value: date | None) -> None:
        self._box.setChecked(value is not None)
        if value is not None:
            self._edit.setDate(QDate(value.year, value.month, value.day))


def date_edit(value: date) -> QDateEdit:
    """A date with a calendar that drops down, of those on which something may be booked."""
    made = _DateEdit(QDate(value.year, value.month, value.day))
    made.setDateRange(QDate(EARLIEST.year, EARLIEST.month, EARLIEST.day), QDate(LATEST.year, LATEST.month, LATEST.day))
    made.setCalendarPopup(True)
    made.setDisplayFormat("d MMM yyyy")
    return made


class _DateEdit(QDateEdit):
    """Its calendar, thirty widgets of which most are never seen, is made when it first drops down."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self.calendarWidget().setFirstDayOfWeek(Qt.DayOfWeek.Monday)
        super().mousePressEvent(event)


def time_edit(value: time) -> QTimeEdit:
    """A time of day in hours and minutes, as the language writes it."""
    made = _TimeEdit(QTime(value.hour, value.minute))
    made.setDisplayFormat(clock_pattern())
    indent(made)
    return made


class _TimeEdit(QTimeEdit):
    """Whoever types the mark of the other language goes on to the minutes all the same."""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.text() in (".", ":") and event.text() != clock_mark():
            event = QKeyEvent(event.type(), event.key(), event.modifiers(), clock_mark())
        super().keyPressEvent(event)


def hour_edit() -> QSpinBox:
    """A full hour of the day, as ``09.00`` (Indonesian) or ``09:00``."""
    made = _HourEdit()
    made.setRange(0, 23)
    made.setSuffix(f"{clock_mark()}00")
    made.setKeyboardTracking(False)
    indent(made)
    return made


class _HourEdit(QSpinBox):
    def textFromValue(self, value: int) -> str:  # noqa: N802 - Qt's name
        return f"{value:02}"


def number_edit(least: int, most: int, suffix: str = "") -> QSpinBox:
    """A whole number; it tells of a new value once typing is done."""
    made = QSpinBox()
    made.setRange(least, most)
    made.setSuffix(suffix)
    made.setKeyboardTracking(False)
    indent(made)
    return made


def indent(spin: QAbstractSpinBox) -> None:
    """Set its text off from the left edge, where the style sheet does not reach."""
    inner = spin.findChild(QLineEdit)
    if inner is not None:
        inner.setTextMargins(7, 0, 0, 0)


def to_date(value: QDate) -> date:
    return date(value.year(), value.month(), value.day())


def to_time(value: QTime) -> time:
    return time(value.hour(), value.minute())
