"""A wall drawn small, with its regions as rectangles that can be picked, moved and stretched."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from displayctl.desktop.look.palette import COLOURS, slot_colour
from displayctl.desktop.presenters.region_drags import moved, snapped, stretched
from displayctl.desktop.presenters.scene_words import region_kind_words, region_words
from schedules.region import Region, RegionKind

GRIP, REACH = 11, 7
_KEYS = {
    Qt.Key.Key_Left: (-1, 0),
    Qt.Key.Key_Right: (1, 0),
    Qt.Key.Key_Up: (0, -1),
    Qt.Key.Key_Down: (0, 1),
}


class RegionCanvas(QWidget):
    """Arrow keys move the chosen region by a pixel, with Shift they stretch it.

    Signals: `chosen` a region's place in the list, `changed` its place and its QRect in canvas pixels.
    """

    chosen = Signal(int)
    changed = Signal(int, object)

    def __init__(self) -> None:
        super().__init__()
        self._size = QSize(640, 384)
        self._regions: tuple[Region, ...] = ()
        self._chosen = -1
        self._pressed: tuple[QPointF, QRect, bool] | None = None
        self.setMinimumSize(320, 200)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Drawing of the wall"))

    def show_regions(self, size: QSize, regions: Iterable[Region], chosen: int) -> None:
        """Draw these on a canvas of `size` pixels."""
        self._size, self._regions, self._chosen = size, tuple(regions), chosen
        self.update()

    def place_of(self, region: Region) -> QRectF:
        """Where a region is drawn, in this widget's pixels."""
        scale, origin = self._scale(), self._origin()
        return QRectF(
            origin.x() + region.x_px * scale,
            origin.y() + region.y_px * scale,
            region.width_px * scale,
            region.height_px * scale,
        )

    def _scale(self) -> float:
        room = self.size() - QSize(12, 12)
        return min(room.width() / self._size.width(), room.height() / self._size.height())

    def _origin(self) -> QPointF:
        scale = self._scale()
        return QPointF(
            (self.width() - self._size.width() * scale) / 2, (self.height() - self._size.height() * scale) / 2
        )

    # Drawing

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        scale, origin = self._scale(), self._origin()
        wall = QRectF(origin.x(), origin.y(), self._size.width() * scale, self._size.height() * scale)
        painter.fillRect(wall, QColor("#0b0f18"))
        if not self._regions:
            self._write(painter, wall, region_words(""), "")
        for number, region in enumerate(self._regions):
            self._draw(painter, number, region)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(QColor(COLOURS.line_strong), 1))  # the wall ends here, where all around is dark, too
        painter.drawRect(wall.adjusted(-0.5, -0.5, 0.5, 0.5))
        painter.end()

    def _draw(self, painter: QPainter, number: int, region: Region) -> None:
        place, is_chosen = self.place_of(region).adjusted(0.5, 0.5, -0.5, -0.5), number == self._chosen
        fill = QColor(region.ground) if region.kind is RegionKind.CLOCK else slot_colour(number)
        fill.setAlpha(235 if is_chosen else 175)
        painter.setBrush(fill)
        painter.setPen(QPen(QColor("#ffffff"), 2.5 if is_chosen else 1))
        painter.drawRect(place)
        words = "" if region.kind is RegionKind.LOOP else region_kind_words(region.kind)
        ink = region.ink if region.kind is RegionKind.CLOCK else "#ffffff"
        self._write(painter, place, region_words(region.name), words, ink)
        if is_chosen:
            painter.setBrush(QColor(COLOURS.surface))
            painter.setPen(QPen(QColor(COLOURS.accent), 1.5))
            painter.drawRect(_grip(place))

    def _write(self, painter: QPainter, place: QRectF, name: str, words: str, ink: str = "#ffffff") -> None:
        painter.setPen(QColor(ink))
        lines = [name, words] if words and words.casefold() != name.casefold() else [name]
        if len(lines) * painter.fontMetrics().height() > place.height():
            lines = [" · ".join(lines)]
        room = max(0, int(place.width()) - 6)
        cut = [painter.fontMetrics().elidedText(line, Qt.TextElideMode.ElideRight, room) for line in lines]
        painter.drawText(place, Qt.AlignmentFlag.AlignCenter, "\n".join(cut))

    # Hands

    def mousePressEvent(self, event: QMouseEvent) -> None:
        number, stretches = self._at(event.position())
        if number != self._chosen:
            self._chosen = number
            self.chosen.emit(number)
            self.update()
        if number >= 0 and event.button() is Qt.MouseButton.LeftButton:
            self._pressed = event.position(), _rect(self._regions[number]), stretches

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        if self._pressed is None:
            number, stretches = self._at(event.position())
            shape = Qt.CursorShape.SizeFDiagCursor if stretches else Qt.CursorShape.SizeAllCursor
            self.setCursor(shape if number >= 0 else Qt.CursorShape.ArrowCursor)
            return
        start, before, stretches = self._pressed
        scale = self._scale()
        across = round((event.position().x() - start.x()) / scale)
        down = round((event.position().y() - start.y()) / scale)
        after = (stretched if stretches else moved)(before, across, down, self._size)
        others = [_rect(region) for number, region in enumerate(self._regions) if number != self._chosen]
        self._tell(snapped(after, others, self._size, round(REACH / scale), stretches=stretches))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._pressed = None

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _KEYS.get(Qt.Key(event.key()))
        if step is None or not 0 <= self._chosen < len(self._regions):
            super().keyPressEvent(event)
            return
        change = stretched if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else moved
        self._tell(change(_rect(self._regions[self._chosen]), *step, self._size))

    def _tell(self, after: QRect) -> None:
        if after != _rect(self._regions[self._chosen]):
            self.changed.emit(self._chosen, after)

    def _at(self, point: QPointF) -> tuple[int, bool]:
        """The region under `point`, the uppermost, and whether it would be stretched there; -1 for none."""
        has_grip = 0 <= self._chosen < len(self._regions)
        if has_grip and _grip(self.place_of(self._regions[self._chosen])).adjusted(-3, -3, 3, 3).contains(point):
            return self._chosen, True
        for number in reversed(range(len(self._regions))):
            if self.place_of(self._regions[number]).contains(point):
                return number, False
        return -1, False


def _grip(place: QRectF) -> QRectF:
    return QRectF(place.right() - GRIP, place.bottom() - GRIP, GRIP, GRIP)


def _rect(region: Region) -> QRect:
    return QRect(region.x_px, region.y_px, region.width_px, region.height_px)
