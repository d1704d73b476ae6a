"""The one window: borderless, exactly on the canvas's pixels of the output, never scaled, with no cursor."""

from __future__ import annotations

import os
import signal
from typing import Protocol

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import (
    QCloseEvent,
    QGuiApplication,
    QImage,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPolygonF,
    QRegion,
    QTransform,
)
from PySide6.QtWidgets import QWidget

from player.stage.output import output_place
from schedules.display import Canvas

_BLACK = Qt.GlobalColor.black


class Picture(Protocol):
    """What is painted on the canvas."""

    def paint(self, painter: QPainter, dirty: QRegion) -> None:
        """Paint at least what lies in `dirty`, in canvas pixels; the painter paints nowhere else."""
        ...


class Window(QWidget):
    """Paints a picture, and black outside the wall's mask.

    Under X it is a window of its own size that no window manager touches; elsewhere it fills the output, and the canvas
    lies inside it. A `framed` one is a window among others, which a person moves, and closes to end the player.
    """

    def __init__(self, canvas: Canvas, picture: Picture, *, framed: bool = False) -> None:
        super().__init__()
        self.framed = framed
        self.setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setAttribute(Qt.WidgetAttribute.WA_NoSystemBackground)
        self.setAttribute(Qt.WidgetAttribute.WA_ShowWithoutActivating)
        if not framed:
            self.setCursor(Qt.CursorShape.BlankCursor)
        self.setWindowTitle("displayctl")
        self.painted = 0
        self._picture = picture
        self._own_window = framed or QGuiApplication.platformName() in ("xcb", "offscreen")
        if not framed:
            self.setWindowFlags(_wall_flags(by_itself=self._own_window))
        self.arrange(canvas)

    def arrange(self, canvas: Canvas) -> None:
        """Take another canvas: move, size, turn and mask accordingly."""
        self._canvas = canvas
        place = output_place(canvas)
        if self.framed:
            self.setFixedSize(place.size())
            self._transform = canvas_to_output(canvas)
        elif self._own_window:
            self.setGeometry(place)
            self._transform = canvas_to_output(canvas)
        else:
            self._transform = canvas_to_output(canvas) * QTransform.fromTranslate(place.x(), place.y())
        self._outside = _outside(canvas)
        self._upright, self._to_canvas = self._transform.isIdentity(), self._transform.inverted()[0]

    def hold_place(self) -> None:
        """Go back to the canvas's place where an output that was lost and found again moved the window."""
        if self._own_window and not self.framed and self.geometry() != output_place(self._canvas):
            self.setGeometry(output_place(self._canvas))

    def open(self) -> None:
        """Put the window on the screen."""
        if self._own_window:
            self.show()
        else:
            self.showFullScreen()

    def closeEvent(self, event: QCloseEvent) -> None:
        """The whole player ends with a window that a person closes: its agent is asked, which ends this in order."""
        if self.framed and event.spontaneous():
            os.kill(os.getppid(), signal.SIGTERM)
        super().closeEvent(event)

    def present(self, dirty: QRegion) -> None:
        """Paint what lies in `dirty`, in canvas pixels, now; it is in the window when this returns."""
        if not dirty.isEmpty():
            self.repaint(dirty if self._upright else self._transform.map(dirty))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        if not self._own_window:
            painter.fillRect(self.rect(), _BLACK)
        painter.setTransform(self._transform)
        self._paint(painter, event.region() if self._upright else self._to_canvas.map(event.region()))
        painter.end()
        self.painted += 1

    def snapshot(self) -> QImage:
        """What is on the canvas now, upright, as a picture of the canvas's size."""
        image = QImage(QSize(self._canvas.width_px, self._canvas.height_px), QImage.Format.Format_RGB32)
        painter = QPainter(image)
        self._paint(painter, QRegion(image.rect()))
        painter.end()
        return image

    def _paint(self, painter: QPainter, dirty: QRegion) -> None:
        self._picture.paint(painter, dirty)
        if self._outside is not None:
            painter.fillPath(self._outside, _BLACK)


def _wall_flags(*, by_itself: bool) -> Qt.WindowType:
    flags = Qt.WindowType.FramelessWindowHint | Qt.WindowType.WindowStaysOnTopHint
    return flags | Qt.WindowType.BypassWindowManagerHint if by_itself else flags


def canvas_to_output(canvas: Canvas) -> QTransform:
    """From canvas pixels to pixels of `output_place`, turned clockwise."""
    width, height = canvas.width_px, canvas.height_px
    transform = QTransform()
    if canvas.rotation_degrees == 90:
        transform.translate(height, 0)
    elif canvas.rotation_degrees == 180:
        transform.translate(width, height)
    elif canvas.rotation_degrees == 270:
        transform.translate(0, width)
    transform.rotate(canvas.rotation_degrees)
    return transform


def _outside(canvas: Canvas) -> QPainterPath | None:
    if not canvas.mask:
        return None
    whole, shape = QPainterPath(), QPainterPath()
    whole.addRect(QRectF(0, 0, canvas.width_px, canvas.height_px))
    shape.addPolygon(QPolygonF([QPointF(x, y) for x, y in canvas.mask]))
    shape.closeSubpath()
    return whole.subtracted(shape)
