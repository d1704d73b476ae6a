"""Small signs beside facts and labels: a calendar, a clock, a place. Lines on a grid of 24, drawn at any size."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QPainter, QPainterPath, QPen

_GRID, _LINE = 24.0, 2.2
_LEAST_LINE_PX = 1.0

# Each stroke is a kind and its numbers: a box (x, y, width, height, rounding), a ring (x, y, radius), an oval
# (x, y, width, height), a line through points, a shape (a line that closes), or a curve (a start, then threes of
# points: two that pull and one that is reached).
_Stroke = tuple[str, tuple[float, ...]]
_DRAWINGS: dict[str, tuple[_Stroke, ...]] = {
    "calendar": (
        ("box", (3, 5, 18, 16, 2)),
        ("line", (3, 10, 21, 10)),
        ("line", (8, 2.5, 8, 6.5)),
        ("line", (16, 2.5, 16, 6.5)),
    ),
    "clock": (("ring", (12, 12, 9)), ("line", (12, 6.5, 12, 12, 16, 14))),
    "place": (
        ("curve", (12, 22, 8, 17.5, 5, 13.5, 5, 9.8, 5, 5.9, 8.1, 2.8, 12, 2.8)),
        ("curve", (12, 2.8, 15.9, 2.8, 19, 5.9, 19, 9.8, 19, 13.5, 16, 17.5, 12, 22)),
        ("ring", (12, 9.8, 2.6)),
    ),
    "phone": (("box", (7, 2, 10, 20, 2)), ("line", (11, 18.4, 13, 18.4))),
    "globe": (("ring", (12, 12, 9)), ("line", (3, 12, 21, 12)), ("oval", (8, 3, 8, 18))),
    "mail": (("box", (3, 5, 18, 14, 2)), ("line", (3.5, 7, 12, 13, 20.5, 7))),
    "person": (("ring", (12, 8, 4)), ("curve", (4, 21, 4, 16.5, 7.5, 14.8, 12, 14.8, 16.5, 14.8, 20, 16.5, 20, 21))),
    "people": (
        ("ring", (9, 8, 3.5)),
        ("curve", (2.5, 20, 2.5, 16, 5.5, 14.3, 9, 14.3, 12.5, 14.3, 15.5, 16, 15.5, 20)),
        ("ring", (17, 9.2, 2.6)),
        ("curve", (17.8, 14.4, 20, 14.8, 21.6, 16.4, 21.6, 19.4)),
    ),
    "document": (
        ("shape", (6, 2.5, 14, 2.5, 19, 7.5, 19, 21.5, 6, 21.5)),
        ("line", (9.5, 12, 15.5, 12)),
        ("line", (9.5, 16, 15.5, 16)),
    ),
    "money": (("box", (2.5, 6, 19, 12, 2)), ("ring", (12, 12, 2.8))),
    "briefcase": (
        ("box", (3, 7.5, 18, 12.5, 2)),
        ("line", (9, 7.5, 9, 4.5, 15, 4.5, 15, 7.5)),
        ("line", (3, 13, 21, 13)),
    ),
    "heart": (
        ("curve", (12, 20.5, 6, 16, 3, 12.5, 3, 9, 3, 6, 5.2, 4, 7.7, 4, 9.6, 4, 11.2, 5, 12, 6.6)),
        ("curve", (12, 6.6, 12.8, 5, 14.4, 4, 16.3, 4, 18.8, 4, 21, 6, 21, 9, 21, 12.5, 18, 16, 12, 20.5)),
    ),
    "megaphone": (
        ("shape", (3, 10, 3, 14, 7, 14.5, 17.5, 19, 17.5, 5, 7, 9.5)),
        ("line", (21, 10, 21, 14)),
        ("line", (7.5, 14.8, 9, 20, 12, 20, 10.8, 16.3)),
    ),
    "flag": (("line", (5, 2.5, 5, 21.5)), ("shape", (5, 4, 19, 4, 16, 8.5, 19, 13, 5, 13))),
    "info": (("ring", (12, 12, 9)), ("line", (12, 11, 12, 16.5)), ("line", (12, 7.2, 12, 7.6))),
    "warning": (
        ("shape", (12, 3.5, 22, 20.5, 2, 20.5)),
        ("line", (12, 10, 12, 14.5)),
        ("line", (12, 17.2, 12, 17.6)),
    ),
    "building": (
        ("box", (5, 3, 14, 18, 1)),
        ("line", (9, 8, 10.4, 8)),
        ("line", (13.6, 8, 15, 8)),
        ("line", (9, 12, 10.4, 12)),
        ("line", (13.6, 12, 15, 12)),
        ("line", (10, 21, 10, 16.5, 14, 16.5, 14, 21)),
    ),
    "star": (
        ("shape", (12, 3, 14.8, 8.9, 21, 9.7, 16.4, 14, 17.6, 20.3, 12, 17.2, 6.4, 20.3, 7.6, 14, 3, 9.7, 9.2, 8.9)),
    ),
}


def draw_pictogram(painter: QPainter, name: str, x_px: float, y_px: float, side_px: float, colour: str) -> None:
    """The sign `name` in a square with its upper left corner at (x_px, y_px), in lines of one colour."""
    pen = QPen(QColor(colour), max(_LEAST_LINE_PX, _LINE * side_px / _GRID) * _GRID / side_px)
    pen.setCapStyle(Qt.PenCapStyle.RoundCap)
    pen.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
    painter.save()
    painter.translate(x_px, y_px)
    painter.scale(side_px / _GRID, side_px / _GRID)
    painter.setPen(pen)
    painter.setBrush(Qt.BrushStyle.NoBrush)
    for kind, numbers in _DRAWINGS[name]:
        painter.drawPath(_PATHS[kind](numbers))
    painter.restore()


def _points(numbers: tuple[float, ...]) -> list[QPointF]:
    return [QPointF(x, y) for x, y in zip(numbers[::2], numbers[1::2], strict=True)]


def _line(numbers: tuple[float, ...]) -> QPainterPath:
    first, *others = _points(numbers)
    path = QPainterPath(first)
    for point in others:
        path.lineTo(point)
    return path


def _shape(numbers: tuple[float, ...]) -> QPainterPath:
    path = _line(numbers)
    path.closeSubpath()
    return path


def _curve(numbers: tuple[float, ...]) -> QPainterPath:
    first, *others = _points(numbers)
    path = QPainterPath(first)
    for one, two, end in zip(others[::3], others[1::3], others[2::3], strict=True):
        path.cubicTo(one, two, end)
    return path


def _box(numbers: tuple[float, ...]) -> QPainterPath:
    x, y, width, height, rounding = numbers
    path = QPainterPath()
    path.addRoundedRect(QRectF(x, y, width, height), rounding, rounding)
    return path


def _ring(numbers: tuple[float, ...]) -> QPainterPath:
    x, y, radius = numbers
    path = QPainterPath()
    path.addEllipse(QPointF(x, y), radius, radius)
    return path


def _oval(numbers: tuple[float, ...]) -> QPainterPath:
    path = QPainterPath()
    path.addEllipse(QRectF(*numbers))
    return path


_PATHS: dict[str, Callable[[tuple[float, ...]], QPainterPath]] = {
    "line": _line,
    "shape": _shape,
    "curve": _curve,
    "box": _box,
    "ring": _ring,
    "oval": _oval,
}
