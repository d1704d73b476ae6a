"""Test patterns that look at one thing: coordinates, colours, gradients, the edge, modules, steps of grey."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QLinearGradient, QPainter, QPen

from player.stage.covers import PatternKind, ShowTestPattern
from player.stage.lettering import FAMILIES, write
from player.stage.test_pattern import NUMBERED_PX, draw_grid, draw_test_pattern

MOST_NUMBERED = 4096
"""More modules than that are drawn without numbers, which nobody could read."""
GREY_STEPS = 16
_WHITE = QColor(255, 255, 255)
_BARS = tuple(
    QColor(*rgb)
    for rgb in (
        (255, 255, 255),
        (255, 255, 0),
        (0, 255, 255),
        (0, 255, 0),
        (255, 0, 255),
        (255, 0, 0),
        (0, 0, 255),
        (0, 0, 0),
    )
)
_RAMPS = (_WHITE, QColor(255, 0, 0), QColor(0, 255, 0), QColor(0, 0, 255))
_MODULE_GROUNDS = (QColor(24, 48, 72), QColor(72, 40, 16))


def draw_pattern(size: QSize, asked: ShowTestPattern) -> QImage:
    """The pattern that was asked for, in the size of a canvas."""
    if asked.kind is PatternKind.ALL:
        return draw_test_pattern(size, asked.label)
    image = QImage(size, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.black)
    painter = QPainter(image)
    if asked.kind is PatternKind.MODULES:
        _modules(painter, size, QSize(asked.module_width_px, asked.module_height_px))
    else:
        _DRAWN[asked.kind](painter, size)
    painter.end()
    return image


def _grid(painter: QPainter, size: QSize) -> None:
    draw_grid(painter, size.width(), size.height())
    for y in range(0, size.height(), NUMBERED_PX):
        for x in range(0, size.width(), NUMBERED_PX * 2):
            place = QRect(x + 2, y + 2, NUMBERED_PX * 2 - 8, 12)
            painter.fillRect(place, Qt.GlobalColor.black)
            write(painter, place, f"{x},{y}", _WHITE, most_px=11)
    _border(painter, size)


def _bars(painter: QPainter, size: QSize) -> None:
    for number, colour in enumerate(_BARS):
        left, right = size.width() * number // 8, size.width() * (number + 1) // 8
        painter.fillRect(left, 0, right - left, size.height(), colour)


def _gradient(painter: QPainter, size: QSize) -> None:
    for number, colour in enumerate(_RAMPS):
        top, bottom = size.height() * number // len(_RAMPS), size.height() * (number + 1) // len(_RAMPS)
        ramp = QLinearGradient(QPointF(0, 0), QPointF(size.width(), 0))
        ramp.setColorAt(0, Qt.GlobalColor.black)
        ramp.setColorAt(1, colour)
        painter.fillRect(0, top, size.width(), bottom - top, ramp)


def _border(painter: QPainter, size: QSize) -> None:
    painter.setPen(QPen(_WHITE, 1))
    painter.drawRect(0, 0, size.width() - 1, size.height() - 1)


def _greys(painter: QPainter, size: QSize) -> None:
    """Above even steps from black to white, below the darkest sixteen, where walls tend to drown."""
    middle = size.height() // 2
    for step in range(GREY_STEPS):
        left, right = size.width() * step // GREY_STEPS, size.width() * (step + 1) // GREY_STEPS
        even = 255 * step // (GREY_STEPS - 1)
        painter.fillRect(left, 0, right - left, middle, QColor(even, even, even))
        painter.fillRect(left, middle, right - left, size.height() - middle, QColor(step, step, step))


def _modules(painter: QPainter, size: QSize, module: QSize) -> None:
    """Modules row by row from the upper left corner, in two colours in turn, each with its number."""
    across = -(-size.width() // module.width())
    down = -(-size.height() // module.height())
    font = QFont()
    font.setFamilies(list(FAMILIES))
    font.setPixelSize(max(7, min(module.height() // 2, module.width() * 3 // (2 * len(str(across * down))))))
    painter.setFont(font)
    painter.setPen(QPen(_WHITE, 1))
    for row in range(down):
        for column in range(across):
            place = QRect(column * module.width(), row * module.height(), module.width(), module.height())
            painter.fillRect(place, _MODULE_GROUNDS[(row + column) % 2])
            painter.drawRect(place.adjusted(0, 0, -1, -1))
            if across * down <= MOST_NUMBERED:
                painter.drawText(place, Qt.AlignmentFlag.AlignCenter, str(row * across + column + 1))


_DRAWN: dict[PatternKind, Callable[[QPainter, QSize], None]] = {
    PatternKind.GRID: _grid,
    PatternKind.BARS: _bars,
    PatternKind.GRADIENT: _gradient,
    PatternKind.BORDER: _border,
    PatternKind.GREYS: _greys,
}
