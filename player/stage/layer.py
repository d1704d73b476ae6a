"""What a scene is made of: parts of the wall, each with its own rectangle, that know when their pixels change."""

from __future__ import annotations

from typing import Protocol

from PySide6.QtCore import QRect
from PySide6.QtGui import QPainter


class Layer(Protocol):
    """One part of the wall. `place` is where it lies, in canvas pixels."""

    @property
    def place(self) -> QRect: ...

    def advance(self, refresh: int, now_ns: int, *, hidden: bool) -> bool:
        """Go on to the refresh at `now_ns` (monotonic); says whether this part has to be painted anew.

        `hidden` where something covers the whole wall.
        """
        ...

    def paint(self, painter: QPainter) -> None:
        """Paint it with its upper left corner at the painter's origin; nothing is painted beyond its place."""
        ...

    def quiet_until(self, now_ns: int) -> int:
        """Up to which instant it stays as it is by itself, and needs nothing; `now_ns` where it moves."""
        ...

    def close(self) -> None:
        """Give back everything it holds."""
        ...
