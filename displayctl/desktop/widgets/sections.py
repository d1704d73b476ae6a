"""Parts of a page or a window of which one is on show, and the buttons side by side that choose which."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TypeVar

from PySide6.QtWidgets import QButtonGroup, QFrame, QVBoxLayout, QWidget

from displayctl.desktop.look.palette import SPACE_L, SPACE_M
from displayctl.desktop.widgets.in_place import Stack
from displayctl.desktop.widgets.pieces import button, column, frame, label, row

Kind = TypeVar("Kind", bound=QWidget)


class Sections(Stack):
    """`bar` holds a button for each section, the first of which is on show at first; to be put where it shall be."""

    def __init__(self, sections: Iterable[tuple[QWidget | Callable[[], QWidget], str]]) -> None:
        """Sections with their names; one that is given by how it is made is made when it first comes forward."""
        super().__init__()
        self._choice = QButtonGroup(self)
        self._sections: list[QWidget | Callable[[], QWidget]] = []
        for number, (section, words) in enumerate(sections):
            made = button(words, self._follow, "segment")
            made.setCheckable(True)
            made.setAutoDefault(False)
            self._choice.addButton(made, number)
            self._sections.append(section)
            if isinstance(section, QWidget):
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

    def is_made(self, number: int) -> bool:
        """Whether this one is there already."""
        return isinstance(self._sections[number], QWidget)

    def section(self, number: int, kind: type[Kind]) -> Kind:
        """This one, which is a `kind`; made now where it was not."""
        made = self._made(number)
        if not isinstance(made, kind):
            raise TypeError(f"section {number} is a {type(made).__name__}, no {kind.__name__}")
        return made

    def _made(self, number: int) -> QWidget:
        section = self._sections[number]
        if not isinstance(section, QWidget):
            section = self._sections[number] = section()
            self.addWidget(section)
        return section

    def _follow(self) -> None:
        self.setCurrentWidget(self._made(self.number))


def sectioned_page(title: str, sections: Sections) -> QVBoxLayout:
    """The layout of a page of sections: its title beside their buttons, and below it the one on show."""
    head = row(label(title, "title"), SPACE_M, sections.bar, None)
    layout = column(head, sections, spacing=SPACE_M)
    layout.setStretch(1, 1)
    layout.setContentsMargins(SPACE_L, SPACE_M, SPACE_L, SPACE_M)
    return layout
