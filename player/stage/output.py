"""The whole of the output, for a player that nobody has told yet how large its wall is."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtGui import QGuiApplication

from player.stage.port import Arrange
from schedules.display import Canvas
from schedules.errors import InvalidValue


def whole_output() -> Canvas | None:
    """All pixels of the first output; None where there is none, or one that no wall could be. Painting thread only."""
    screen = QGuiApplication.primaryScreen()
    if screen is None:
        return None
    place = screen.geometry()
    # Only under X does the window have a place among all outputs; elsewhere it fills the one it is on.
    x_px, y_px = (place.x(), place.y()) if QGuiApplication.platformName() == "xcb" else (0, 0)
    try:
        return Canvas(place.width(), place.height(), x_px, y_px)
    except InvalidValue:
        return None


def fitted(arrange: Arrange, output: Canvas | None) -> Arrange:
    """`arrange` as it is shown on `output`: one that fills it gets its size, and no decoders as it has no programme."""
    if not arrange.fills:
        return arrange
    return replace(arrange, canvas=output or arrange.canvas, decoders=False)
