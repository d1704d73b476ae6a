"""A row of figures that are read first: each a number with its name above it."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtWidgets import QLabel, QWidget

from displayctl.desktop.look.palette import SPACE_L, SPACE_M
from displayctl.desktop.widgets.pieces import column, frame, label, row


class Facts(QWidget):
    """Says `names` from left to right; `show_values` gives what each is."""

    def __init__(self, names: Iterable[str]) -> None:
        super().__init__()
        self._names = tuple(names)
        self._values: tuple[QLabel, ...] = tuple(label("–", "heading") for _ in self._names)
        layout = row(spacing=SPACE_M)
        for name, value in zip(self._names, self._values, strict=True):
            inner = column(label(name, "caption"), value, spacing=2)
            inner.setContentsMargins(SPACE_M, SPACE_M - 4, SPACE_L, SPACE_M - 4)
            layout.addWidget(frame("card", inner), 1)
        layout.setContentsMargins(0, 0, 0, 0)
        self.setLayout(layout)

    def show_values(self, values: Iterable[str]) -> None:
        """As many as there are names."""
        for name, shown, value in zip(self._names, self._values, values, strict=True):
            shown.setText(value)
            shown.setAccessibleName(f"{name}: {value}")
