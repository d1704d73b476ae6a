"""How a wall does as a mark on a map: told apart by its shape as well as by its colour."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from displayctl.desktop.look.palette import COLOURS
from displayctl.desktop.presenters.wall_tiles import Gravity

MARK_PX = 7.0


def paint_mark(
    painter: QPainter, at: QPointF, gravity: Gravity, *, chosen: bool = False, current: bool = False
) -> None:
    """A circle is well, a triangle troubled, a square away, a diamond without a player; a ring around it is chosen."""
    if chosen or current:
        painter.setBrush(QColor(COLOURS.accent_soft if chosen else COLOURS.surface))
        painter.setPen(QPen(QColor(COLOURS.accent), 2.5 if current else 1.5))
        painter.drawEllipse(at, MARK_PX + 6, MARK_PX + 6)
    painter.setPen(QPen(QColor(COLOURS.surface), 1.5))
    painter.setBrush(QColor(mark_colour(gravity)))
    if gravity is Gravity.WELL:
        painter.drawEllipse(at, MARK_PX - 1, MARK_PX - 1)
    elif gravity in (Gravity.TROUBLED, Gravity.SILENT):
        painter.drawPolygon(_around(at, (0, -1.15), (1.1, 0.8), (-1.1, 0.8)))
    elif gravity is Gravity.UNPAIRED:
        painter.drawPolygon(_around(at, (0, -1.2), (1.2, 0), (0, 1.2), (-1.2, 0)))
    else:
        place = QRectF(at.x() - MARK_PX, at.y() - MARK_PX, 2 * MARK_PX, 2 * MARK_PX)
        painter.drawRect(place)
        painter.setPen(QPen(QColor(COLOURS.surface), 2))
        painter.drawLine(place.topLeft() + QPointF(3, 3), place.bottomRight() - QPointF(3, 3))
        painter.drawLine(place.topRight() + QPointF(-3, 3), place.bottomLeft() + QPointF(3, -3))


def mark_colour(gravity: Gravity) -> str:
    """The colour of a mark."""
    if gravity is Gravity.WELL:
        return COLOURS.good
    if gravity in (Gravity.TROUBLED, Gravity.SILENT):
        return COLOURS.warning
    return COLOURS.text_soft if gravity is Gravity.UNPAIRED else COLOURS.danger


def _around(at: QPointF, *corners: tuple[float, float]) -> QPolygonF:
    return QPolygonF([QPointF(at.x() + x * MARK_PX, at.y() + y * MARK_PX) for x, y in corners])
