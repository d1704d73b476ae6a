"""What is painted around the blocks of the calendar: marks of empty and over-full hours, and where the keyboard is."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPen

from displayctl.desktop.look.palette import COLOURS
from displayctl.desktop.presenters.hour_marks import HourMark, HourState
from displayctl.desktop.widgets.week_geometry import WeekGeometry

MARK_PX = 5


def paint_hour_mark(painter: QPainter, geometry: WeekGeometry, mark: HourMark) -> None:
    """A bar at the left of its hour, as high as the hour; half as wide where only some of the walls are meant."""
    top, height = mark.hour * 60 * geometry.minute_px, 60 * geometry.minute_px
    width = MARK_PX if mark.everywhere else MARK_PX / 2
    paint_hour_swatch(painter, QRectF(geometry.left(mark.column), top + 1, width, height - 2), mark.state)


def paint_hour_swatch(painter: QPainter, area: QRectF, state: HourState) -> None:
    """The colour and pattern of a state: an empty hour is dotted, an over-full one is filled."""
    if state is HourState.OVERFULL:
        painter.fillRect(area, QColor(COLOURS.danger))
        return
    painter.fillRect(area, QColor(COLOURS.sunken))
    painter.fillRect(area, QBrush(QColor(COLOURS.text_soft), Qt.BrushStyle.Dense5Pattern))


def paint_focus(painter: QPainter, seen: QRect) -> None:
    """A frame around what is seen of the calendar, while the keyboard is there."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(COLOURS.accent), 2))
    painter.drawRect(QRectF(seen).adjusted(1, 1, -1, -1))
