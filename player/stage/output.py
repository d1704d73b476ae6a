"""Where a wall lies among the outputs of its machine: its own place, or all of one for a player that nobody told."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QRect
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


def beside_outputs(canvas: Canvas) -> str:
    """That nobody can see anything of `canvas`, as it lies on no output; empty where it does. Painting thread only."""
    screens = QGuiApplication.screens()
    if QGuiApplication.platformName() != "xcb" or any(output_place(canvas).intersects(s.geometry()) for s in screens):
        return ""
    there = ", ".join(f"{s.size().width()}x{s.size().height()}+{s.geometry().x()}+{s.geometry().y()}" for s in screens)
    wanted = f"{canvas.width_px}x{canvas.height_px}+{canvas.x_px}+{canvas.y_px}"
    return f"the canvas {wanted} lies beside every output ({there or 'none'}); correct where it begins"


def output_place(canvas: Canvas) -> QRect:
    """The canvas's rectangle in the output: turned by 90 or 270 degrees, width and height change places."""
    width, height = canvas.width_px, canvas.height_px
    if canvas.rotation_degrees in (90, 270):
        width, height = height, width
    return QRect(canvas.x_px, canvas.y_px, width, height)


def fitted(arrange: Arrange, output: Canvas | None) -> Arrange:
    """`arrange` as it is shown on `output`: one that fills it gets its size, and no decoders as it has no programme."""
    if not arrange.fills:
        return arrange
    return replace(arrange, canvas=output or arrange.canvas, decoders=False)
