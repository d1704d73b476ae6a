"""The broadcast day of one wall with what it takes to look around in it: whose day, zoom, and a bar to scroll."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QFrame, QScrollBar

from displayctl.desktop.look.palette import SPACE_M, SPACE_S
from displayctl.desktop.presenters.broadcast_day import Bar
from displayctl.desktop.presenters.words import day_words
from displayctl.desktop.widgets.broadcast_paint import Facets
from displayctl.desktop.widgets.broadcast_strip import ZOOM_STEP, BroadcastStrip, StripDay
from displayctl.desktop.widgets.pieces import button, column, icon_button, label, row


class BroadcastView(QFrame):
    """A `BroadcastStrip` under its title and over its scroll bar."""

    def __init__(self, facets: Callable[[Bar], Facets], picture_of: Callable[[str], QPixmap | None]) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.strip = BroadcastStrip(facets, picture_of)
        self._title = label("", "strong")
        self._state = label("", "caption")
        self._bar = QScrollBar(Qt.Orientation.Horizontal)
        self._bar.setAccessibleName(self.tr("Part of the day"))
        self._bar.valueChanged.connect(self.strip.show_from)
        self._follow = QTimer(self)
        self._follow.setSingleShot(True)
        self._follow.timeout.connect(self._follow_view)
        self.strip.view_changed.connect(self._follow.start)
        head = row(
            self._title,
            self._state,
            None,
            icon_button("minus", self.tr("Show more of the day (−)"), lambda: self.strip.zoom(1 / ZOOM_STEP)),
            icon_button("plus", self.tr("Show it more closely (+)"), lambda: self.strip.zoom(ZOOM_STEP)),
            button(self.tr("Whole day"), self.strip.show_whole_day),
            spacing=SPACE_S,
        )
        layout = column(head, self.strip, self._bar, None, spacing=SPACE_S)
        layout.setContentsMargins(SPACE_M, SPACE_S, SPACE_M, SPACE_S)
        self.setLayout(layout)

    def show_day(self, day: StripDay) -> None:
        """Show a day of a wall."""
        self._title.setText(f"{day.display.name} · {day_words(day.day)}")
        self._state.setText(self.tr("is being worked out …") if day.compilation is None else "")
        self.strip.show_day(day)

    def _follow_view(self) -> None:
        """The bar counts in seconds of the day."""
        view = self.strip.view
        seen = round(view.width_px / view.second_px)
        whole = round(view.span.length.total_seconds())
        self._bar.blockSignals(True)
        self._bar.setRange(0, max(0, whole - seen))
        self._bar.setPageStep(max(1, seen))
        self._bar.setSingleStep(max(1, seen // 10))
        self._bar.setValue(round((view.left - view.span.starts).total_seconds()))
        self._bar.blockSignals(False)
        self._bar.setVisible(whole > seen)
