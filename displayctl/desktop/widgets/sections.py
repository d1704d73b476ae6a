"""Parts of a page or a window of which one is on show, and the buttons side by side that choose which."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QButtonGroup, QFrame, QVBoxLayout, QWidget

from displayctl.desktop.look.palette import SPACE_L, SPACE_M
from displayctl.desktop.widgets.in_place import Stack
from displayctl.desktop.widgets.pieces import button, column, frame, label, reserve_bold, row


class Sections(Stack):
    """`bar` holds a button for each section, the first of which is on show at first; to be put where it shall be."""

    def __init__(self, sections: Iterable[tuple[QWidget, str]]) -> None:
        """Sections with their names."""
        super().__init__()
        self._choice = QButtonGroup(self)
        for number, (section, words) in enumerate(sections):
            made = button(words, self._follow, "segment")
            made.setCheckable(True)
            made.setAutoDefault(False)
            reserve_bold(made, words)
            self._choice.addButton(made, number)
            self.addWidget(section)
        self.bar: QFrame = frame("segments", row(*self._choice.buttons(), spacing=2, margins=3))
        self.bring(0)

    @property
    def number(self) -> int:
        """Which one is on show, counted from 0."""
        return self._choice.checkedId()

    def bring(self, number: int) -> None:
        """Bring this one forward."""
        self._choice.button(number).setChecked(True)
        self._follow()

    def _follow(self) -> None:
        self.setCurrentIndex(self.number)


def sectioned_page(title: str, sections: Sections) -> QVBoxLayout:
    """The layout of a page of sections: its title beside their buttons, and below it the one on show."""
    head = row(label(title, "title"), SPACE_M, sections.bar, None)
    layout = column(head, sections, spacing=SPACE_M)
    layout.setStretch(1, 1)
    layout.setContentsMargins(SPACE_L, SPACE_M, SPACE_L, SPACE_M)
    return layout
