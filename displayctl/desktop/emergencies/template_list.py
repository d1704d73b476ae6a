"""The first of the three actions: what has happened, as large buttons with a key each."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QWidget

from content.studio.emergency.template import Template
from displayctl.desktop.look.palette import SPACE_S
from displayctl.desktop.widgets.pieces import Button, clear, column

MOST_KEYS = 10
LEAST_PX, MOST_PX = 30, 42
BEFORE_SPACE = 20
"""Buttons grow before the space below them does."""


class TemplateList(QWidget):
    """Signals: `chosen` with a Template, also by arrow keys that go through the list; `taken` when it was clicked, or
    Alt with its digit or Enter was pressed; `came_forward` with the button of what was chosen."""

    chosen = Signal(object)
    taken = Signal()
    came_forward = Signal(QPushButton)

    def __init__(self) -> None:
        super().__init__()
        self._templates: tuple[Template, ...] = ()
        self._group = QButtonGroup(self)
        self._group.idToggled.connect(self._toggled)
        self._column = column(spacing=SPACE_S - 2)
        self.setLayout(self._column)

    def offer(self, templates: Iterable[Template], language: str) -> None:
        """Offer these, titled in `language`."""
        clear(self._column)
        self._templates = tuple(templates)
        for number, template in enumerate(self._templates):
            self._column.addWidget(self._button(number, template.title(language)), BEFORE_SPACE)
        self._column.addStretch(1)

    def _button(self, number: int, title: str) -> QPushButton:
        digit = (number + 1) % 10  # as on the keyboard, where 0 stands after 9
        key = f"{digit}   " if number < MOST_KEYS else ""
        made = Button(f"{key}{title}".replace("&", "&&"))
        made.setProperty("role", "cause")
        made.setCheckable(True)
        made.setAutoDefault(False)
        made.setAccessibleName(title)
        made.setMinimumSize(QSize(0, LEAST_PX))
        made.setMaximumHeight(MOST_PX)
        made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        made.setCursor(Qt.CursorShape.PointingHandCursor)
        if number < MOST_KEYS:
            made.setShortcut(f"Alt+{digit}")
            made.setToolTip(f"{title} (Alt+{digit})")
        made.clicked.connect(lambda: self.taken.emit())
        self._group.addButton(made, number)
        return made

    @property
    def buttons(self) -> tuple[QPushButton, ...]:
        """In their order."""
        return tuple(self._group.button(number) for number in range(len(self._templates)))  # type: ignore[misc]

    def choose(self, id: str) -> None:
        """As if a person had chosen it; an unknown id chooses nothing."""
        for number, template in enumerate(self._templates):
            if template.id == id:
                self._group.button(number).setChecked(True)

    def _toggled(self, number: int, checked: bool) -> None:
        if checked and number >= 0:
            self.came_forward.emit(self._group.button(number))
            self.chosen.emit(self._templates[number])
