"""Paints the map of the walls: the regency's kecamatan, the walls on them, and names where there is room."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from content.places.district import District
from displayctl.desktop.look.palette import COLOURS
from displayctl.desktop.presenters.sketch_projection import Projection
from displayctl.desktop.presenters.wall_tiles import WallTile
from displayctl.desktop.walls.marks import MARK_PX, paint_mark
from schedules.position import Position


def paint_land(painter: QPainter, projection: Projection, districts: Iterable[District]) -> None:
    """The outlines, rough as they are."""
    painter.setPen(QPen(QColor(COLOURS.map_line), 1))
    painter.setBrush(QColor(COLOURS.map_land))
    for district in districts:
        for ring in district.polygons:
            points = [QPointF(*projection.to_pixels(Position(*corner))) for corner in ring]
            painter.drawPolygon(QPolygonF(points))


def paint_walls(
    painter: QPainter,
    walls: Mapping[str, WallTile],
    points: Mapping[str, tuple[float, float]],
    chosen: frozenset[str],
    current: str,
) -> None:
    """Marks, those that are chosen above the others."""
    for wall in sorted(points, key=lambda each: (each in chosen, each == current)):
        point = QPointF(*points[wall])
        paint_mark(painter, point, walls[wall].gravity, chosen=wall in chosen, current=wall == current)


def paint_names(
    painter: QPainter,
    room: QRectF,
    walls: Iterable[tuple[str, QPointF, bool]],
    districts: Iterable[tuple[str, QPointF]],
) -> None:
    """Of walls first, the chosen ones before the others; where names would lie over each other, the first one stays."""
    taken: list[QRectF] = []
    font = painter.font()
    marks = sorted(walls, key=lambda each: not each[2])
    taken += [QRectF(at.x() - MARK_PX, at.y() - MARK_PX, 2 * MARK_PX, 2 * MARK_PX) for _, at, _ in marks]
    for name, at, strong in marks:
        font.setBold(strong)
        painter.setFont(font)
        _paint_name(painter, room, name, at, taken, QColor(COLOURS.text))
    font.setBold(False)
    painter.setFont(font)
    for name, at in districts:
        _paint_name(painter, room, name, at, taken, QColor(COLOURS.text_soft))


def _paint_name(painter: QPainter, room: QRectF, name: str, at: QPointF, taken: list[QRectF], ink: QColor) -> None:
    place = QRectF(painter.fontMetrics().boundingRect(name)).adjusted(-2, 0, 4, 0)
    place.moveCenter(QPointF(at.x(), at.y() - MARK_PX - place.height() / 2 - 2))
    place.moveLeft(max(room.left() + 2, min(place.left(), room.right() - place.width() - 2)))
    if room.contains(at) and not any(place.intersects(other) for other in taken):
        taken.append(place)
        painter.setPen(ink)
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, name)
