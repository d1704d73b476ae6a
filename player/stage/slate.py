"""The picture of last resort: the wall's name, its state, and the code by which it is enrolled. Calm and dark."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter

from player.stage.lettering import write
from player.stage.port import SlateText
from player.stage.words import words

TOP, BOTTOM = QColor(10, 22, 36), QColor(16, 40, 58)
BRIGHT, CALM, ACCENT = QColor(236, 243, 248), QColor(150, 173, 190), QColor(255, 205, 96)


def draw_slate(size: QSize, text: SlateText) -> QImage:
    """The slate for a canvas of `size`."""
    image = QImage(size, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    whole = QRect(0, 0, size.width(), size.height())
    _paint_ground(painter, whole)
    if text.code:
        _write_with_code(painter, whole, text)
    else:
        _write_name(painter, whole, text)
    painter.end()
    return image


def _paint_ground(painter: QPainter, whole: QRect) -> None:
    ground = QLinearGradient(QPointF(0, 0), QPointF(0, whole.height()))
    ground.setColorAt(0, TOP)
    ground.setColorAt(1, BOTTOM)
    painter.fillRect(whole, ground)
    thickness = max(1, whole.height() // 60)
    width = whole.width() // 5
    painter.fillRect(
        (whole.width() - width) // 2, whole.height() - whole.height() // 8, width, thickness, QColor(44, 90, 120)
    )


def _write_name(painter: QPainter, whole: QRect, text: SlateText) -> None:
    write(painter, _band(whole, 0.20, 0.58), text.name, BRIGHT, bold=True, most_px=whole.height() // 4)
    write(painter, _band(whole, 0.60, 0.82), text.detail, CALM, most_px=max(10, whole.height() // 12))


def _write_with_code(painter: QPainter, whole: QRect, text: SlateText) -> None:
    small = max(10, whole.height() // 12)
    write(painter, _band(whole, 0.05, 0.22), text.name, BRIGHT, bold=True, most_px=whole.height() // 7)
    write(painter, _band(whole, 0.24, 0.36), words().code_title, CALM, most_px=small)
    write(painter, _band(whole, 0.37, 0.68), text.code, ACCENT, bold=True, most_px=whole.height() // 3)
    write(painter, _band(whole, 0.70, 0.85), text.detail, CALM, most_px=small)


def _band(whole: QRect, top: float, bottom: float) -> QRect:
    """A horizontal band of `whole`, from and to these parts of its height, with margins left and right."""
    margin = whole.width() // 24
    high = whole.height()
    return QRect(margin, int(high * top), whole.width() - 2 * margin, int(high * (bottom - top)))
