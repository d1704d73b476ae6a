"""Where a warning holds, drawn from names and numbers alone: its shapes over our districts, and the walls."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QSizePolicy, QWidget

from content.places.district import District
from displayctl.desktop.look.palette import COLOURS, TEXT_SMALL, level_ink
from displayctl.desktop.presenters.sketch_projection import Projection, fitted
from schedules.position import Position

WALL_PX, LEAST = 5, QSize(260, 180)
KM_A_DEGREE = 111.2


@dataclass(frozen=True, slots=True)
class Place:
    """A wall on the sketch. `reached` ones are drawn strong."""

    name: str
    position: Position
    reached: bool = False


@dataclass(frozen=True, slots=True)
class Shapes:
    """Where a warning holds, as `displayctl.api.warnings.WarningInfo` has it, and its level."""

    polygons: tuple[tuple[tuple[float, float], ...], ...] = ()
    circles: tuple[tuple[float, float, float], ...] = ()
    level: int = 1


class MapSketch(QWidget):
    """Shows the regency; what lies outside of it is cut off at the edge."""

    def __init__(self) -> None:
        super().__init__()
        self._districts: tuple[District, ...] = ()
        self._reached: frozenset[str] = frozenset()
        self._walls: tuple[Place, ...] = ()
        self._shapes = Shapes()
        self.setMinimumSize(LEAST)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Sketch of where the warning holds"))

    def sizeHint(self) -> QSize:
        """It takes what room there is, and asks for none of its own."""
        return LEAST

    def show_warning(
        self, shapes: Shapes, districts: Iterable[District], reached: Iterable[str], walls: Iterable[Place]
    ) -> None:
        """Draw `shapes` over `districts`, of which those named in `reached` are drawn strong."""
        self._shapes, self._districts = shapes, tuple(districts)
        self._reached, self._walls = frozenset(reached), tuple(walls)
        self.update()

    def projection(self) -> Projection:
        """From degrees to this widget's pixels: the regency and the walls fill it."""
        known = [Position(*corner) for district in self._districts for ring in district.polygons for corner in ring]
        known += [district.position for district in self._districts]
        known += [wall.position for wall in self._walls]
        return fitted(known, self.width(), self.height())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(COLOURS.map_sea))
        projection = self.projection()
        self._paint_land(painter, projection)
        self._paint_shapes(painter, projection)
        self._paint_walls(painter, projection)
        self._paint_names(painter, projection)
        painter.setPen(QPen(QColor(COLOURS.line_strong), 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()

    def _paint_land(self, painter: QPainter, projection: Projection) -> None:
        painter.setPen(QPen(QColor(COLOURS.map_line), 1))
        painter.setBrush(QColor(COLOURS.map_land))
        for district in self._districts:
            for ring in district.polygons:
                painter.drawPolygon(_polygon(projection, ring))

    def _paint_shapes(self, painter: QPainter, projection: Projection) -> None:
        colour = QColor(level_ink(self._shapes.level))
        fill = QColor(colour)
        fill.setAlpha(60)
        painter.setPen(QPen(colour, 1.5))
        painter.setBrush(fill)
        for ring in self._shapes.polygons:
            painter.drawPolygon(_polygon(projection, ring))
        for latitude, longitude, radius_km in self._shapes.circles:
            centre, radius_px = _point(projection, latitude, longitude), radius_km / KM_A_DEGREE * projection.scale
            painter.drawEllipse(centre, radius_px, radius_px)
            painter.drawLine(centre - QPointF(5, 0), centre + QPointF(5, 0))
            painter.drawLine(centre - QPointF(0, 5), centre + QPointF(0, 5))

    def _paint_walls(self, painter: QPainter, projection: Projection) -> None:
        for wall in self._walls:
            point = _point(projection, wall.position.latitude, wall.position.longitude)
            painter.setPen(QPen(QColor(COLOURS.surface), 1.5))
            painter.setBrush(QColor(COLOURS.danger_dark if wall.reached else COLOURS.text_soft))
            painter.drawRect(QRectF(point.x() - WALL_PX, point.y() - WALL_PX, 2 * WALL_PX, 2 * WALL_PX))

    def _paint_names(self, painter: QPainter, projection: Projection) -> None:
        """Walls first, then reached districts: where names would lie over each other, the first one stays."""
        font = painter.font()
        font.setPixelSize(TEXT_SMALL - 1)
        taken = [self._wall_mark(projection, wall) for wall in self._walls]
        for strong in (True, False):
            font.setBold(strong)
            painter.setFont(font)
            for wall in self._walls:
                if wall.reached is strong:
                    self._name(painter, projection, wall.name, wall.position, taken, QColor(COLOURS.text))
        for strong in (True, False):
            font.setBold(strong)
            painter.setFont(font)
            ink = QColor(COLOURS.text if strong else COLOURS.text_soft)
            for district in self._districts:
                if (district.name in self._reached) is strong:
                    self._name(painter, projection, district.name, district.position, taken, ink)

    def _wall_mark(self, projection: Projection, wall: Place) -> QRectF:
        point = _point(projection, wall.position.latitude, wall.position.longitude)
        return QRectF(point.x() - WALL_PX, point.y() - WALL_PX, 2 * WALL_PX, 2 * WALL_PX)

    def _name(
        self,
        painter: QPainter,
        projection: Projection,
        name: str,
        at: Position,
        taken: list[QRectF],
        ink: QColor,
    ) -> None:
        point = _point(projection, at.latitude, at.longitude)
        place = QRectF(painter.fontMetrics().boundingRect(name)).adjusted(-2, 0, 4, 0)
        place.moveCenter(QPointF(point.x(), point.y() - WALL_PX - place.height() / 2 - 1))
        place.moveLeft(max(2.0, min(place.left(), self.width() - place.width() - 2)))
        if not any(place.intersects(other) for other in taken):
            taken.append(place)
            painter.setPen(ink)
            painter.drawText(place, Qt.AlignmentFlag.AlignCenter, name)


def _point(projection: Projection, latitude: float, longitude: float) -> QPointF:
    return QPointF(*projection.to_pixels(Position(latitude, longitude)))


def _polygon(projection: Projection, ring: Iterable[tuple[float, float]]) -> QPolygonF:
    return QPolygonF([_point(projection, latitude, longitude) for latitude, longitude in ring])
