"""Small pictures of the looks to choose from, painted with their own colours."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from displayctl.desktop.look.appearance import Look
from displayctl.desktop.look.themes import CONTRAST, DARK, LIGHT, Colours

PICTURE = QSize(120, 76)
RATIO = 2.0


def look_picture(look: Look) -> QIcon:
    """A window in miniature; half light and half dark for what the computer decides."""
    picture = QPixmap(PICTURE * RATIO)
    picture.setDevicePixelRatio(RATIO)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    colours = {Look.DARK: DARK, Look.CONTRAST: CONTRAST}.get(look, LIGHT).colours
    _paint(painter, colours)
    if look is Look.COMPUTER:
        painter.setClipPath(_lower_half())
        _paint(painter, DARK.colours)
    painter.end()
    return QIcon(picture)


def _lower_half() -> QPainterPath:
    width, height = PICTURE.width(), PICTURE.height()
    half = QPainterPath()
    half.addPolygon(QPolygonF([QPointF(width, 0), QPointF(width, height), QPointF(0, height)]))
    half.closeSubpath()
    return half


def _paint(painter: QPainter, colours: Colours) -> None:
    whole = QRectF(1, 1, PICTURE.width() - 2, PICTURE.height() - 2)
    painter.setPen(QPen(QColor(colours.line_strong), 1))
    painter.setBrush(QColor(colours.window))
    painter.drawRoundedRect(whole, 5, 5)
    painter.setPen(Qt.PenStyle.NoPen)
    for place, colour in (
        (QRectF(2, 2, 26, 72), colours.sidebar),
        (QRectF(6, 9, 18, 4), colours.sidebar_strong),
        (QRectF(6, 17, 14, 3), colours.sidebar_text),
        (QRectF(6, 24, 16, 3), colours.sidebar_text),
        (QRectF(6, 62, 18, 7), colours.alarm),
        (QRectF(34, 8, 50, 6), colours.text),
        (QRectF(34, 20, 78, 34), colours.surface),
        (QRectF(39, 26, 40, 4), colours.text_soft),
        (QRectF(39, 34, 60, 4), colours.text_soft),
        (QRectF(39, 42, 48, 4), colours.text_soft),
        (QRectF(84, 60, 28, 9), colours.accent),
    ):
        painter.setBrush(QColor(colour))
        painter.drawRoundedRect(place, 2, 2)
