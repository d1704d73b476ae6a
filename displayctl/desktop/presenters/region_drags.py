"""What dragging does to a rectangle on a wall: it stays within the wall, and holds on to edges that are near."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QRect, QSize

LEAST_PX = 8


def moved(before: QRect, across: int, down: int, wall: QSize) -> QRect:
    """`before`, moved as far as the wall goes."""
    return QRect(
        _within(before.x() + across, 0, wall.width() - before.width()),
        _within(before.y() + down, 0, wall.height() - before.height()),
        before.width(),
        before.height(),
    )


def stretched(before: QRect, across: int, down: int, wall: QSize) -> QRect:
    """`before` with its lower right corner moved, as far as the wall goes."""
    return QRect(
        before.x(),
        before.y(),
        _within(before.width() + across, LEAST_PX, wall.width() - before.x()),
        _within(before.height() + down, LEAST_PX, wall.height() - before.y()),
    )


def snapped(after: QRect, others: Iterable[QRect], wall: QSize, reach: int, *, stretches: bool) -> QRect:
    """`after` with its edges on those of the wall or of `others` that are within `reach` pixels."""
    every = list(others)
    across = [0, wall.width(), *(edge for r in every for edge in (r.x(), r.x() + r.width()))]
    down = [0, wall.height(), *(edge for r in every for edge in (r.y(), r.y() + r.height()))]
    x, width = _snap(after.x(), after.width(), across, reach, stretches)
    y, height = _snap(after.y(), after.height(), down, reach, stretches)
    return QRect(x, y, width, height)


def fitted(before: QRect, wall: QSize) -> QRect:
    """`before`, made smaller and moved so that it lies on a wall of another size."""
    width, height = min(before.width(), wall.width()), min(before.height(), wall.height())
    return moved(QRect(before.x(), before.y(), width, height), 0, 0, wall)


def _snap(start: int, length: int, edges: list[int], reach: int, stretches: bool) -> tuple[int, int]:
    """The start and the length of one side. The far edge is tried where the near one finds nothing, or stays put."""
    if not stretches:
        near = _nearest(start, edges, reach)
        if near is not None:
            return near, length
    far = _nearest(start + length, edges, reach)
    if far is None or (stretches and far - start < LEAST_PX):
        return start, length
    return (start, far - start) if stretches else (max(0, far - length), length)


def _nearest(value: int, edges: list[int], reach: int) -> int | None:
    nearest = min(edges, key=lambda edge: abs(edge - value))
    return nearest if abs(nearest - value) <= reach else None


def _within(value: int, least: int, most: int) -> int:
    return max(least, min(value, most))
