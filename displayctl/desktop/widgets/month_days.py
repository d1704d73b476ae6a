"""The days of a month as small round buttons, with one for the last day whatever its number."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QPushButton, QWidget

LAST_DAY = -1
A_ROW = 7


class MonthDayPicker(QWidget):
    """Days 1 to 31, and the last day (-1). Signal: `changed`, when a person picks."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(4)
        self._buttons: dict[int, QPushButton] = {}
        for day in range(1, 32):
            made = self._day_button(day, str(day), self.tr("Day {day} of the month").format(day=day))
            grid.addWidget(made, (day - 1) // A_ROW, (day - 1) % A_ROW)
        last = QPushButton(self.tr("Last day"))
        last.setCheckable(True)
        last.setProperty("role", "day-words")
        last.setAccessibleName(self.tr("Last day of the month"))
        last.clicked.connect(lambda: self.changed.emit())
        self._buttons[LAST_DAY] = last
        grid.addWidget(last, 4, 3, 1, 4)
        grid.setColumnStretch(A_ROW, 1)
        self.setLayout(grid)

    def _day_button(self, day: int, words: str, name: str) -> QPushButton:
        made = QPushButton(words)
        made.setProperty("role", "day")
        made.setCheckable(True)
        made.setAccessibleName(name)
        made.clicked.connect(lambda: self.changed.emit())
        self._buttons[day] = made
        return made

    @property
    def days(self) -> tuple[int, ...]:
        """The picked days in order, the last one as -1."""
        return tuple(day for day, each in self._buttons.items() if each.isChecked())

    def show_days(self, days: Iterable[int]) -> None:
        """Pick exactly these, without telling."""
        picked = set(days)
        for day, each in self._buttons.items():
            each.setChecked(day in picked)
