"""Lists that paint their own ground: Qt moves what scrolls in them, and has only what comes into sight painted."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractScrollArea

from displayctl.desktop.look.palette import COLOURS


def take_own_ground(area: QAbstractScrollArea) -> None:
    """From now on nothing shines through; `paint_ground` has to be the first that its `paintEvent` does."""
    area.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)


def paint_ground(area: QAbstractScrollArea, event: QPaintEvent) -> None:
    """The ground of cards, where something is to be painted."""
    painter = QPainter(area.viewport())
    painter.fillRect(event.rect(), QColor(COLOURS.surface))
    painter.end()
