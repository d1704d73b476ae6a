"""A sketch of the regency from names and numbers alone: districts, walls, and an area that somebody draws."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from displayctl.desktop.look.palette import COLOURS, TEXT_SMALL
from displayctl.desktop.presenters.sketch_projection import Projection, fitted
from schedules.position import Position

Outline = tuple[Position, ...]
MOST_CORNERS = 64
STEP_PX, LONG_STEP_PX = 4, 24
WALL_PX, CORNER_PX = 5, 4
_STEPS = {
    Qt.Key.Key_Left: QPointF(-1, 0),
    Qt.Key.Key_Right: QPointF(1, 0),
    Qt.Key.Key_Up: QPointF(0, -1),
    Qt.Key.Key_Down: QPointF(0, 1),
}


@dataclass(frozen=True, slots=True)
class Mark:
    """A named place; `chosen` ones are drawn strong."""

    name: str
    position: Position
    chosen: bool = False


class AreaSketch(QWidget):
    """A click, or Enter at the cross that the arrow keys move, sets a corner; Backspace or the right button takes the
    last one back, Delete all of them. Signal: `changed` when the area is another.
    """

    changed = Signal()

    def __init__(self, colour: str = "") -> None:
        super().__init__()
        self._colour = QColor(colour or COLOURS.danger)
        self._districts: tuple[Mark, ...] = ()
        self._walls: tuple[Mark, ...] = ()
        self._outlines: tuple[Outline, ...] = ()
        self._corners: tuple[Position, ...] = ()
        self._cross = QPointF()
        self._projection: Projection = fitted((), 320, 200)
        self.setMinimumSize(108, 120)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.CrossCursor)
        self.setAccessibleName(self.tr("Sketch of the area"))

    def sizeHint(self) -> QSize:
        return QSize(420, 240)

    @property
    def corners(self) -> tuple[Position, ...]:
        """The corners of the area in their order; fewer than three are no area yet."""
        return self._corners

    def show_places(self, districts: Iterable[Mark], walls: Iterable[Mark], outlines: Iterable[Outline] = ()) -> None:
        """Draw these, over the outlines of the districts; what is drawn around them stays."""
        self._districts, self._walls, self._outlines = tuple(districts), tuple(walls), tuple(outlines)
        self._fit()

    def point_of(self, position: Position) -> QPointF:
        """Where a position is drawn."""
        return QPointF(*self._projection.to_pixels(position))

    def _fit(self) -> None:
        places = [mark.position for mark in (*self._districts, *self._walls)]
        places += [corner for outline in self._outlines for corner in outline]
        self._projection = fitted(places, max(1, self.width()), max(1, self.height()))
        self.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        self._cross = QPointF(self.width() / 2, self.height() / 2)

    # Drawing the area

    def _set_corner(self, point: QPointF) -> None:
        if len(self._corners) < MOST_CORNERS and QRectF(self.rect()).contains(point):
            self._change((*self._corners, self._projection.to_position(point.x(), point.y())))

    def take_back(self) -> None:
        """Without the last corner."""
        self._change(self._corners[:-1])

    def start_anew(self) -> None:
        """Without any corner."""
        self._change(())

    def _change(self, corners: tuple[Position, ...]) -> None:
        if corners != self._corners:
            self._corners = corners
            self.update()
            self.changed.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._cross = event.position()
        if event.button() == Qt.MouseButton.LeftButton:
            self._set_corner(event.position())
        elif event.button() == Qt.MouseButton.RightButton:
            self.take_back()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _STEPS:
            step = LONG_STEP_PX if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else STEP_PX
            moved = self._cross + _STEPS[key] * step
            self._cross = QPointF(
                max(0.0, min(self.width() - 1.0, moved.x())), max(0.0, min(self.height() - 1.0, moved.y()))
            )
            self.update()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._set_corner(self._cross)
        elif key == Qt.Key.Key_Backspace:
            self.take_back()
        elif key == Qt.Key.Key_Delete:
            self.start_anew()
        else:
            super().keyPressEvent(event)

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(COLOURS.sunken))
        font = painter.font()
        font.setPixelSize(TEXT_SMALL - 1)
        painter.setFont(font)
        self._paint_outlines(painter)
        self._paint_districts(painter)
        self._paint_area(painter)
        self._paint_walls(painter)
        if self.hasFocus():
            self._paint_cross(painter)
            painter.setPen(QPen(QColor(COLOURS.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    def _paint_outlines(self, painter: QPainter) -> None:
        """Rough as they are, they tell the coast from the sea."""
        painter.setPen(QPen(QColor(COLOURS.line_strong), 1))
        painter.setBrush(QColor(COLOURS.surface))
        for outline in self._outlines:
            painter.drawPolygon(QPolygonF([self.point_of(corner) for corner in outline]))

    def _paint_districts(self, painter: QPainter) -> None:
        """Names where there is room for them; those of chosen districts come first."""
        taken: list[QRectF] = []
        for mark in sorted(self._districts, key=lambda each: not each.chosen):
            point = self.point_of(mark.position)
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(self._colour if mark.chosen else QColor(COLOURS.line_strong))
            painter.drawEllipse(point, 2.5, 2.5)
            place = QRectF(painter.fontMetrics().boundingRect(mark.name)).adjusted(-2, 0, 4, 0)
            place.moveCenter(QPointF(point.x(), point.y() - 9))
            place.moveLeft(max(2.0, min(place.left(), self.width() - place.width() - 2)))
            if not any(place.intersects(other) for other in taken):
                taken.append(place)
                painter.setPen(self._colour if mark.chosen else QColor(COLOURS.text_soft))
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, mark.name)

    def _paint_area(self, painter: QPainter) -> None:
        points = [self.point_of(corner) for corner in self._corners]
        fill = QColor(self._colour)
        fill.setAlpha(45)
        painter.setPen(QPen(self._colour, 2))
        painter.setBrush(fill if len(points) > 2 else Qt.BrushStyle.NoBrush)
        if len(points) > 2:
            painter.drawPolygon(QPolygonF(points))
        elif points:
            painter.drawPolyline(QPolygonF(points))
        painter.setBrush(QColor(COLOURS.surface))
        for point in points:
            painter.drawEllipse(point, CORNER_PX, CORNER_PX)

    def _paint_walls(self, painter: QPainter) -> None:
        for mark in self._walls:
            point = self.point_of(mark.position)
            painter.setPen(QPen(QColor(COLOURS.surface), 1.5))
            painter.setBrush(self._colour if mark.chosen else QColor(COLOURS.text_soft))
            painter.drawRect(QRectF(point.x() - WALL_PX, point.y() - WALL_PX, 2 * WALL_PX, 2 * WALL_PX))

    def _paint_cross(self, painter: QPainter) -> None:
        painter.setPen(QPen(QColor(COLOURS.accent), 1.5))
        for way in (QPointF(9, 0), QPointF(0, 9)):
            painter.drawLine(self._cross - way, self._cross + way)
