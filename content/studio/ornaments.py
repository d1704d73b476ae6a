"""Draws what stands behind the words: the ground, and each template's ornament."""

from __future__ import annotations

import math

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QImage, QLinearGradient, QPainter, QPainterPath, QPen

from content.studio.arrangement import Box, Shape, margin_px, shape_of
from content.studio.contrast import readable_on
from content.studio.outfit import Ornament
from content.studio.sheet import hazard_px
from content.studio.templates import Design

# How much of a background picture is taken by black (or white, under dark letters), and then by the template's ground:
# enough that letters keep their contrast even over a picture of nothing but snow.
_SCRIM, _TINT = 0.52, 0.62


def draw_ground(painter: QPainter, canvas: Box, design: Design, background: QImage | None) -> None:
    """The ground from edge to edge: a gradient, or a picture dimmed by it until letters stand out."""
    area = QRectF(0, 0, canvas.width_px, canvas.height_px)
    gradient = QLinearGradient(0, 0, 0, canvas.height_px)
    gradient.setColorAt(0, QColor(design.ground_top))
    gradient.setColorAt(1, QColor(design.ground_bottom))
    if background is None:
        painter.fillRect(area, QBrush(gradient))
        return
    painter.drawImage(area, background)
    painter.setOpacity(_SCRIM)
    painter.fillRect(area, QColor(readable_on(design.title)))
    painter.setOpacity(_TINT)
    painter.fillRect(area, QBrush(gradient))
    painter.setOpacity(1)


def draw_ornament(painter: QPainter, canvas: Box, design: Design) -> None:
    """The template's ornament; ribbons, where every row counts, go without, but for a line of accent."""
    if shape_of(canvas.width_px, canvas.height_px) is Shape.RIBBON:
        return
    draw = {
        Ornament.SIDE_BAR: _side_bar,
        Ornament.FRAME: _frame,
        Ornament.KAWUNG: _kawung,
        Ornament.HORIZON: _horizon,
        Ornament.HAZARD: _hazard,
    }.get(design.ornament)
    if draw is not None:
        draw(painter, canvas, design)


def _side_bar(painter: QPainter, canvas: Box, design: Design) -> None:
    wide = max(3, round(margin_px(canvas.width_px, canvas.height_px) * 0.45))
    painter.fillRect(QRectF(0, 0, wide, canvas.height_px), QColor(design.accent))


def _frame(painter: QPainter, canvas: Box, design: Design) -> None:
    """Two fine lines, as around a notice in print."""
    margin = margin_px(canvas.width_px, canvas.height_px)
    thin = max(1, round(margin * 0.08))
    for inset, width, opacity in ((margin * 0.55, thin * 2, 0.9), (margin * 0.55 + thin * 5, thin, 0.5)):
        painter.setOpacity(opacity)
        painter.setPen(QPen(QColor(design.accent), width, j=Qt.PenJoinStyle.MiterJoin))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        step = round(inset) + width / 2
        painter.drawRect(QRectF(step, step, canvas.width_px - 2 * step, canvas.height_px - 2 * step))
    painter.setOpacity(1)


def _kawung(painter: QPainter, canvas: Box, design: Design) -> None:
    """Rows of the batik motif of four petals, faint, and strongest at the edges where no words are."""
    cell = max(14.0, min(canvas.width_px, canvas.height_px) / 7)
    petal = QPainterPath()
    petal.addEllipse(QPointF(0, -cell * 0.27), cell * 0.13, cell * 0.24)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(design.accent))
    for row in range(math.ceil(canvas.height_px / cell) + 1):
        for column in range(math.ceil(canvas.width_px / cell) + 1):
            x, y = column * cell, row * cell
            edge = max(abs(2 * x / canvas.width_px - 1), abs(2 * y / canvas.height_px - 1))
            painter.setOpacity(0.05 + 0.2 * max(0.0, edge - 0.55) / 0.45)
            for quarter in range(4):
                painter.save()
                painter.translate(x, y)
                painter.rotate(45 + 90 * quarter)
                painter.drawPath(petal)
                painter.restore()
    painter.setOpacity(1)


def _horizon(painter: QPainter, canvas: Box, design: Design) -> None:
    """Two slow waves along the foot, for a regency between mountains and sea."""
    painter.setPen(Qt.PenStyle.NoPen)
    for rise, opacity, phase in ((0.34, 0.08, 0.0), (0.22, 0.12, 2.2)):
        path = QPainterPath(QPointF(0, canvas.height_px))
        for step in range(33):
            x = canvas.width_px * step / 32
            swell = math.sin(step / 32 * math.tau + phase) * 0.05
            path.lineTo(x, canvas.height_px * (1 - rise - swell))
        path.lineTo(canvas.width_px, canvas.height_px)
        colour = QColor(design.accent)
        colour.setAlphaF(opacity)
        painter.fillPath(path, colour)


def _hazard(painter: QPainter, canvas: Box, design: Design) -> None:
    """Slanted stripes along the upper and lower edge."""
    high = hazard_px(canvas.width_px, canvas.height_px)
    for top in (0, canvas.height_px - high):
        painter.save()
        painter.setClipRect(QRectF(0, top, canvas.width_px, high))
        painter.fillRect(QRectF(0, top, canvas.width_px, high), QColor("#14161a"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor("#ffd400"))
        stripe = high * 1.2
        for number in range(-1, math.ceil(canvas.width_px / stripe / 2) + 1):
            x = number * stripe * 2
            painter.drawPolygon(
                [
                    QPointF(x, top + high),
                    QPointF(x + stripe, top + high),
                    QPointF(x + stripe + high, top),
                    QPointF(x + high, top),
                ]
            )
        painter.restore()
