"""A picture with a rectangle to move and pull; what lies outside is dimmed."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QSizePolicy, QWidget

from displayctl.api.media_choices import WHOLE, Crop
from displayctl.desktop.library.cropping import ALL_OF_IT, moved, pulled
from displayctl.desktop.look.palette import COLOURS, SPACE_S

STEP, HANDLE_PX, REACH_PX = 100, 10, 14
_ARROWS = {
    Qt.Key.Key_Left: (-STEP, 0),
    Qt.Key.Key_Right: (STEP, 0),
    Qt.Key.Key_Up: (0, -STEP),
    Qt.Key.Key_Down: (0, STEP),
}


class CropCanvas(QWidget):
    """Arrows move the rectangle, with Shift they pull its lower right corner. Signal: `changed`, by a person."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._picture = QPixmap()
        self._crop = ALL_OF_IT
        self._ratio: float | None = None
        self._corner: tuple[int, int] | None = None
        self._held_at: QPointF | None = None
        self._held = ALL_OF_IT
        self.setMinimumSize(QSize(420, 250))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("What is shown of the picture"))
        self.setAccessibleDescription(self.tr("Arrows move it, Shift and arrows make it larger or smaller."))

    @property
    def crop(self) -> Crop:
        return self._crop

    def show_picture(self, picture: QPixmap | None) -> None:
        self._picture = picture or QPixmap()
        self.update()

    def show_crop(self, crop: Crop, ratio: float | None) -> None:
        """Show this rectangle; with a `ratio` (see `cropping.largest`) pulling keeps its shape."""
        self._crop, self._ratio = crop, ratio
        self.update()

    # Where things lie

    def _area(self) -> QRectF:
        """The picture in the widget."""
        room = QRectF(self.rect()).adjusted(SPACE_S, SPACE_S, -SPACE_S, -SPACE_S)
        if self._picture.isNull():
            return room
        fitted = self._picture.size().scaled(room.size().toSize(), Qt.AspectRatioMode.KeepAspectRatio)
        left, top = room.center().x() - fitted.width() / 2, room.center().y() - fitted.height() / 2
        return QRectF(left, top, fitted.width(), fitted.height())

    def _rectangle(self) -> QRectF:
        area, crop = self._area(), self._crop
        across, down = area.width() / WHOLE, area.height() / WHOLE
        return QRectF(
            area.left() + crop.x * across, area.top() + crop.y * down, crop.width * across, crop.height * down
        )

    def _share(self, at: QPointF) -> tuple[int, int]:
        area = self._area()
        return (
            round((at.x() - area.left()) / max(1.0, area.width()) * WHOLE),
            round((at.y() - area.top()) / max(1.0, area.height()) * WHOLE),
        )

    def _corners(self) -> dict[tuple[int, int], QPointF]:
        lies = self._rectangle()
        return {(0, 0): lies.topLeft(), (1, 0): lies.topRight(), (0, 1): lies.bottomLeft(), (1, 1): lies.bottomRight()}

    def _corner_at(self, at: QPointF) -> tuple[int, int] | None:
        for corner, place in self._corners().items():
            if (place - at).manhattanLength() <= REACH_PX:
                return corner
        return None

    # Mouse and keys

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._corner = self._corner_at(event.position())
        if self._corner is not None or self._rectangle().contains(event.position()):
            self._held_at, self._held = event.position(), self._crop

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._held_at is None:
            self._show_cursor(event.position())
        elif self._corner is not None:
            x, y = self._share(event.position())
            self._change(pulled(self._held, self._corner, x, y, self._ratio))
        else:
            (x, y), (from_x, from_y) = self._share(event.position()), self._share(self._held_at)
            self._change(moved(self._held, x - from_x, y - from_y))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._held_at = self._corner = None

    def _show_cursor(self, at: QPointF) -> None:
        corner = self._corner_at(at)
        if corner is not None:
            self.setCursor(Qt.CursorShape.SizeFDiagCursor if corner[0] == corner[1] else Qt.CursorShape.SizeBDiagCursor)
        else:
            inside = self._rectangle().contains(at)
            self.setCursor(Qt.CursorShape.SizeAllCursor if inside else Qt.CursorShape.ArrowCursor)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _ARROWS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        elif event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            crop = self._crop
            x, y = crop.x + crop.width + step[0], crop.y + crop.height + step[1]
            if self._ratio is not None:  # either arrow pulls both sides
                x = crop.x + crop.width + (step[0] or step[1])
                y = crop.y + crop.height + round((step[0] or step[1]) / self._ratio)
            self._change(pulled(crop, (1, 1), x, y, self._ratio))
        else:
            self._change(moved(self._crop, *step))

    def _change(self, crop: Crop) -> None:
        if crop != self._crop:
            self._crop = crop
            self.update()
            self.changed.emit()

    def focusInEvent(self, event: object) -> None:
        self.update()

    def focusOutEvent(self, event: object) -> None:
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.SmoothPixmapTransform)
        area, lies = self._area(), self._rectangle()
        painter.fillRect(area, QColor(COLOURS.sunken))
        if not self._picture.isNull():
            painter.drawPixmap(area, self._picture, QRectF(self._picture.rect()))
        outside = QPainterPath()
        outside.addRect(area)
        inside = QPainterPath()
        inside.addRect(lies)
        dim = QColor(Qt.GlobalColor.black)
        dim.setAlpha(150)
        painter.fillPath(outside - inside, dim)
        painter.setPen(QPen(QColor(COLOURS.accent if self.hasFocus() else COLOURS.on_accent), 2))
        painter.drawRect(lies)
        painter.setBrush(QColor(COLOURS.accent))
        painter.setPen(QPen(QColor(COLOURS.on_accent), 1))
        for place in self._corners().values():
            corner = QPoint(round(place.x()), round(place.y()))
            painter.drawEllipse(corner, HANDLE_PX // 2 + 1, HANDLE_PX // 2 + 1)
        painter.end()
