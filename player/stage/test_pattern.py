"""The technician's picture: shows at a glance whether every pixel of the wall is where it should be."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter, QPen

from player.stage.lettering import write

GRID_PX, NUMBERED_PX = 16, 64
BAR_PX_PER_REFRESH = 2
_FAINT, _STRONG, _TEXT = QColor(60, 60, 60), QColor(120, 120, 120), QColor(255, 255, 255)
_PRIMARIES = (
    Qt.GlobalColor.red,
    Qt.GlobalColor.green,
    Qt.GlobalColor.blue,
    Qt.GlobalColor.cyan,
    Qt.GlobalColor.magenta,
    Qt.GlobalColor.yellow,
    Qt.GlobalColor.white,
    Qt.GlobalColor.black,
)


def draw_test_pattern(size: QSize, name: str) -> QImage:
    """Grid with pixel numbers, a frame on the outermost pixels, corner marks, primaries, grey ramp, name and size."""
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.black)
    painter = QPainter(image)
    width, height = size.width(), size.height()
    draw_grid(painter, width, height)
    _draw_colours(painter, width, height)
    _draw_edges(painter, width, height)
    middle = QRect(width // 6, height * 9 // 20, width * 2 // 3, height // 4)
    painter.fillRect(middle, QColor(0, 0, 0))
    write(painter, middle, f"{name}\n{width} × {height}".strip(), _TEXT, bold=True, most_px=max(12, height // 8))
    painter.end()
    return image


def bar_at(refresh: int, size: QSize) -> QRect:
    """Where the moving bar stands at `refresh`: a whole number of pixels on at each, so that any stutter shows."""
    wide = max(2, size.width() // 80)
    return QRect(refresh * BAR_PX_PER_REFRESH % size.width(), 0, wide, size.height())


def draw_grid(painter: QPainter, width: int, height: int) -> None:
    """Lines every 16 pixels, stronger ones every 64 with their numbers along the upper and the left edge."""
    for x in range(0, width, GRID_PX):
        painter.fillRect(x, 0, 1, height, _STRONG if x % NUMBERED_PX == 0 else _FAINT)
    for y in range(0, height, GRID_PX):
        painter.fillRect(0, y, width, 1, _STRONG if y % NUMBERED_PX == 0 else _FAINT)
    for x in range(0, width, NUMBERED_PX):
        write(painter, QRect(x + 2, 3, NUMBERED_PX - 4, 11), str(x), _TEXT, most_px=9)
    for y in range(NUMBERED_PX, height, NUMBERED_PX):
        write(painter, QRect(3, y + 2, NUMBERED_PX // 2, 11), str(y), _TEXT, most_px=9)


def _draw_colours(painter: QPainter, width: int, height: int) -> None:
    left, wide = width // 6, width * 2 // 3
    for number, colour in enumerate(_PRIMARIES):
        from_x, to_x = left + wide * number // 8, left + wide * (number + 1) // 8
        painter.fillRect(from_x, height // 5, to_x - from_x, height // 8, colour)
    ramp = QLinearGradient(QPointF(left, 0), QPointF(left + wide, 0))
    ramp.setColorAt(0, Qt.GlobalColor.black)
    ramp.setColorAt(1, Qt.GlobalColor.white)
    painter.fillRect(left, height * 3 // 4, wide, height // 10, ramp)


def _draw_edges(painter: QPainter, width: int, height: int) -> None:
    painter.setPen(QPen(Qt.GlobalColor.white, 1))
    painter.drawRect(0, 0, width - 1, height - 1)
    arm = max(8, min(width, height) // 10)
    for x, y, colour in ((0, 0, 0), (width - 1, 0, 1), (0, height - 1, 2), (width - 1, height - 1, 5)):
        mark = QColor(_PRIMARIES[colour])
        painter.fillRect(x if x == 0 else x - arm + 1, y if y == 0 else y - 2, arm, 3, mark)
        painter.fillRect(x if x == 0 else x - 2, y if y == 0 else y - arm + 1, 3, arm, mark)
