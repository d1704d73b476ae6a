"""What changed lately, by day: a line each, and the way to the whole trail for who may read it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from displayctl.desktop.look.palette import SPACE_M, SPACE_S
from displayctl.desktop.places import Place
from displayctl.desktop.presenters.recent_changes import Day, Happening
from displayctl.desktop.widgets.pieces import button, clear, column, label, row, scrolled

CLOCK_PX = 44


class ChangesList(QWidget):
    """Signal: `place_asked` with the Place of the whole trail."""

    place_asked = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._days: tuple[Day, ...] | None = None
        self.all_button = button(self.tr("Audit trail"), lambda: self.place_asked.emit(Place("audit")), "quiet")
        self._lines: QVBoxLayout = column(spacing=SPACE_S)
        inner = QWidget()
        inner.setLayout(column(self._lines, None, spacing=0))
        area = scrolled(inner)
        area.setAccessibleName(self.tr("What changed lately"))
        layout = column(row(label(self.tr("What changed lately"), "heading"), None, self.all_button), area, spacing=4)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    @property
    def days(self) -> tuple[Day, ...]:
        """What is shown."""
        return self._days or ()

    def show_days(self, days: tuple[Day, ...], *, whole: bool) -> None:
        """Show these; with `whole` the one who works here may read the whole trail."""
        self.all_button.setVisible(whole)
        if days == self._days:
            return
        self._days = days
        clear(self._lines)
        for day in days:
            self._lines.addWidget(label(day.title, "field"))
            for happening in day.happenings:
                self._lines.addLayout(self._line(happening))
        if not days:
            self._lines.addWidget(label(self.tr("Nothing was changed by others lately."), "soft", wrap=True))

    def _line(self, happening: Happening) -> QVBoxLayout:
        clock = label(happening.clock, "caption")
        clock.setFixedWidth(CLOCK_PX)
        words = label(happening.sentence, "", wrap=True)
        line = row(clock, words, spacing=SPACE_M)
        line.setStretch(1, 1)
        line.setAlignment(clock, Qt.AlignmentFlag.AlignTop)
        return column(line, spacing=0)
