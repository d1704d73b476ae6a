"""The video output of a player drawn small, with the pixels that the wall shows of it, and its parts."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from displayctl.desktop.look.palette import COLOURS, TEXT_SMALL, slot_colour
from displayctl.desktop.presenters.scene_words import region_words
from schedules.display import Canvas

OUTPUT = QSize(1920, 1080)
"""What is drawn at least: the output of most players."""


class OutputSketch(QWidget):
    """Read only; the numbers stand below it."""

    def __init__(self) -> None:
        super().__init__()
        self._canvas = Canvas(16, 16)
        self.setFixedHeight(170)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Where the wall lies in the video output"))

    def show_canvas(self, canvas: Canvas) -> None:
        """Show this one."""
        self._canvas = canvas
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        wide, high = _turned(self._canvas)
        output = QSize(max(OUTPUT.width(), self._canvas.x_px + wide), max(OUTPUT.height(), self._canvas.y_px + high))
        scale = min((self.width() - 4) / output.width(), (self.height() - 4) / output.height())
        left, top = (self.width() - output.width() * scale) / 2, (self.height() - output.height() * scale) / 2
        whole = QRectF(left, top, output.width() * scale, output.height() * scale)
        painter.fillRect(whole, QColor(COLOURS.sunken))
        painter.setPen(QPen(QColor(COLOURS.line_strong), 1, Qt.PenStyle.DashLine))
        painter.drawRect(whole)
        wall = QRectF(left + self._canvas.x_px * scale, top + self._canvas.y_px * scale, wide * scale, high * scale)
        painter.fillRect(wall, QColor("#0b0f18"))
        if self._canvas.rotation_degrees == 0:
            self._paint_parts(painter, wall, scale)
        painter.setPen(QPen(QColor(COLOURS.accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(wall)
        painter.end()

    def _paint_parts(self, painter: QPainter, wall: QRectF, scale: float) -> None:
        font = painter.font()
        font.setPixelSize(TEXT_SMALL - 1)
        painter.setFont(font)
        for number, region in enumerate(self._canvas.regions):
            place = QRectF(
                wall.left() + region.x_px * scale,
                wall.top() + region.y_px * scale,
                region.width_px * scale,
                region.height_px * scale,
            )
            painter.setPen(QColor("#ffffff"))
            painter.setBrush(slot_colour(number))
            painter.drawRect(place)
            words = painter.fontMetrics().elidedText(
                region_words(region.name), Qt.TextElideMode.ElideRight, int(place.width()) - 4
            )
            if place.height() >= painter.fontMetrics().height():
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)


def _turned(canvas: Canvas) -> tuple[int, int]:
    sideways = canvas.rotation_degrees in (90, 270)
    return (canvas.height_px, canvas.width_px) if sideways else (canvas.width_px, canvas.height_px)
