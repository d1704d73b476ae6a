"""The walls where they stand, on a sketch of the regency: chosen by a click or by arrow keys, moved where one may."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen, QWheelEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from content.places.district import District
from displayctl.desktop.look.palette import COLOURS, TEXT_SMALL
from displayctl.desktop.presenters.map_view import MapView, nearest_to, next_in
from displayctl.desktop.presenters.sketch_projection import Projection, fitted
from displayctl.desktop.presenters.wall_tiles import WallTile
from displayctl.desktop.walls.map_paint import paint_land, paint_names, paint_walls
from schedules.position import Position

REACH_PX, DRAG_PX = 14.0, 4.0
STEP_PX, LONG_STEP_PX = 2.0, 20.0
_ARROWS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class WallMap(QWidget):
    """Arrows go from wall to wall, Enter chooses; plus, minus and 0 change how near it is. While walls may be moved,
    arrows move the chosen one, Enter puts it there and Escape back.

    Signals: `chosen` with ids; `placed` a wall's id and its new Position.
    """

    chosen = Signal(tuple)
    placed = Signal(str, object)

    def __init__(self) -> None:
        super().__init__()
        self._districts: tuple[District, ...] = ()
        self._walls: dict[str, WallTile] = {}
        self._positions: dict[str, Position] = {}
        self._chosen: frozenset[str] = frozenset()
        self._current = ""
        self._view = MapView()
        self._pressed: tuple[QPointF, str] | None = None
        self._dragged = False
        self._moved: tuple[str, Position] | None = None
        self.moving = False
        self.setMinimumSize(320, 240)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(self.tr("Map of the walls"))

    def sizeHint(self) -> QSize:
        return QSize(480, 400)

    # What is shown

    def show_districts(self, districts: Iterable[District]) -> None:
        """Draw these below the walls."""
        self._districts = tuple(districts)
        self.update()

    def show_walls(self, walls: Iterable[WallTile], positions: Mapping[str, Position]) -> None:
        """Draw these walls where they stand; those without a position are left out."""
        self._walls = {wall.id: wall for wall in walls if wall.id in positions}
        self._positions = {wall: positions[wall] for wall in self._walls}
        if self._current not in self._walls:
            self._current = ""
        self.update()

    def choose(self, ids: Iterable[str]) -> None:
        """Draw exactly these as chosen, without telling."""
        self._chosen = frozenset(ids)
        if self._moved is not None and self._moved[0] not in self._chosen:
            self._moved = None
        if len(self._chosen) == 1:
            self._current = next(iter(self._chosen)) if self._chosen <= set(self._walls) else self._current
        self.update()

    def point_of(self, display_id: str) -> QPointF:
        """Where a wall is drawn."""
        return QPointF(*self._points()[display_id])

    def position_at(self, point: QPointF) -> Position:
        """What lies there."""
        return self.projection().to_position(point.x(), point.y())

    def projection(self) -> Projection:
        """From degrees to this widget's pixels."""
        known = [Position(*corner) for district in self._districts for ring in district.polygons for corner in ring]
        known += [district.position for district in self._districts]
        known += self._positions.values()
        width, height = max(1, self.width()), max(1, self.height())
        return self._view.projection(fitted(known, width, height), width, height)

    def _points(self) -> dict[str, tuple[float, float]]:
        projection = self.projection()
        found = {wall: projection.to_pixels(position) for wall, position in self._positions.items()}
        if self._moved is not None:
            found[self._moved[0]] = projection.to_pixels(self._moved[1])
        return {wall: point for wall, point in found.items() if wall in self._walls}

    # Mouse

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is Qt.MouseButton.LeftButton:
            at = event.position()
            self._pressed = at, nearest_to(self._points(), at.x(), at.y(), REACH_PX)
            self._dragged = False

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        start, wall = self._pressed
        moved = event.position() - start
        if not self._dragged and moved.manhattanLength() < DRAG_PX:
            return
        self._dragged = True
        if wall and self.moving:
            self._moved = wall, self.position_at(event.position())
        else:
            self._view = self._view.moved(self.projection(), moved.x(), moved.y())
            self._pressed = event.position(), wall
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            return
        _, wall = self._pressed
        self._pressed = None
        if self._dragged:
            self.put_down()
        elif wall:
            self._current = wall
            together = bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
            self._choose(self._chosen ^ {wall} if together else frozenset({wall}))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        self._go_nearer(event.position(), 2)

    def wheelEvent(self, event: QWheelEvent) -> None:
        self._go_nearer(event.position(), event.angleDelta().y() / 120)
        event.accept()

    def _go_nearer(self, at: QPointF, steps: float) -> None:
        self._view = self._view.nearer(self.position_at(at), steps)
        self.update()

    # Keys

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = Qt.Key(event.key())
        if key in _ARROWS:
            self._arrow(*_ARROWS[key], long=bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier))
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._enter()
        elif key in (Qt.Key.Key_Plus, Qt.Key.Key_Equal, Qt.Key.Key_Minus):
            self._go_nearer(self._middle(), -1 if key == Qt.Key.Key_Minus else 1)
        elif key == Qt.Key.Key_0:
            self._view = MapView()
            self.update()
        elif key == Qt.Key.Key_Escape and self._moved is not None:
            self._moved = None
            self.update()
        else:
            super().keyPressEvent(event)

    def _middle(self) -> QPointF:
        points = self._points()
        return QPointF(*points[self._current]) if self._current in points else QRectF(self.rect()).center()

    def _arrow(self, across: int, down: int, *, long: bool) -> None:
        if self.moving and len(self._chosen) == 1 and self._chosen <= set(self._walls):
            wall = next(iter(self._chosen))
            x, y = self._points()[wall]
            step = LONG_STEP_PX if long else STEP_PX
            self._moved = wall, self.position_at(QPointF(x + across * step, y + down * step))
        else:
            self._current = next_in(self._points(), self._current, across, down)
            self.setAccessibleDescription(self._walls[self._current].said if self._current else "")
        self.update()

    def _enter(self) -> None:
        if self._moved is not None:
            self.put_down()
        elif self._current:
            self._choose(frozenset({self._current}))

    def put_down(self) -> None:
        """Let the wall that is being moved stand where it is drawn."""
        if self._moved is not None:
            (wall, position), self._moved = self._moved, None
            self._positions[wall] = position
            self.placed.emit(wall, position)
        self.update()

    def _choose(self, ids: frozenset[str]) -> None:
        self.choose(ids)
        self.chosen.emit(tuple(sorted(ids)))

    # Painting

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        font = painter.font()
        font.setPixelSize(TEXT_SMALL)
        painter.setFont(font)
        painter.fillRect(self.rect(), QColor(COLOURS.map_sea))
        projection, points, room = self.projection(), self._points(), QRectF(self.rect())
        paint_land(painter, projection, self._districts)
        paint_walls(painter, self._walls, points, self._chosen, self._current if self.hasFocus() else "")
        names = ((self._walls[each].name, QPointF(*at), each in self._chosen) for each, at in points.items())
        districts = ((each.name, QPointF(*projection.to_pixels(each.position))) for each in self._districts)
        paint_names(painter, room, names, districts)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        focused = self.hasFocus()
        painter.setPen(QPen(QColor(COLOURS.accent if focused else COLOURS.line_strong), 2 if focused else 1))
        painter.drawRect(room.adjusted(0.5, 0.5, -0.5, -0.5))
        painter.end()
