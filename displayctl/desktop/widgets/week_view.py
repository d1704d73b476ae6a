"""The week, or a day, with the names of its days above and its hours scrolling below."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QFrame, QScrollArea

from displayctl.desktop.presenters.slot_faces import BlockFace
from displayctl.desktop.presenters.week_layout import Block
from displayctl.desktop.widgets.edge_scroll import EdgeScroll
from displayctl.desktop.widgets.pieces import column
from displayctl.desktop.widgets.week_canvas import WeekCanvas
from displayctl.desktop.widgets.week_header import WeekHeader

ABOVE_MINUTES = 40


class WeekView(QFrame):
    """A `WeekHeader` over a scrolled `WeekCanvas`."""

    def __init__(self, face_of: Callable[[Block], BlockFace], words_of: Callable[[Block], str]) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.header = WeekHeader()
        self.canvas = WeekCanvas(face_of, words_of)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self.canvas)
        self._edge_scroll = EdgeScroll(self._area, self.canvas)
        self.header.right_px = self._area.verticalScrollBar().sizeHint().width()
        layout = column(self.header, self._area, spacing=0)
        layout.setContentsMargins(1, 1, 1, 1)
        self.setLayout(layout)

    def sizeHint(self) -> QSize:
        return QSize(720, 480)

    def reveal(self, minute: int) -> None:
        """Scroll so that this minute of the day stands a little below the top."""
        bar = self._area.verticalScrollBar()
        bar.setValue(round((minute - ABOVE_MINUTES) * self.canvas.geometry_px.minute_px))

    def bring_into_sight(self, first: int, last: int) -> None:
        """Reveal the first of these minutes of the day, unless some of them are seen."""
        bar, minute_px = self._area.verticalScrollBar(), self.canvas.geometry_px.minute_px
        above, below = bar.value(), bar.value() + self._area.viewport().height()
        if last * minute_px <= above or first * minute_px >= below:
            self.reveal(first)
