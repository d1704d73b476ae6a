"""The picture of last resort: the wall's name, its state, and the code by which it is enrolled. Calm and dark."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRect, QSize
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter

from player.stage.lettering import write
from player.stage.port import SlateText
from player.stage.words import words

TOP, BOTTOM = QColor(10, 22, 36), QColor(16, 40, 58)
BRIGHT, CALM, ACCENT = QColor(236, 243, 248), QColor(150, 173, 190), QColor(255, 205, 96)

RIBBON = 4
"""From this many times as wide as high on, nothing fits below each other in letters that people can read."""


def draw_slate(size: QSize, text: SlateText) -> QImage:
    """The slate for a canvas of `size`."""
    image = QImage(size, QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    whole = QRect(0, 0, size.width(), size.height())
    _paint_ground(painter, whole, underlined=not text.code)
    if not text.code:
        _write_name(painter, whole, text)
    elif whole.width() > RIBBON * whole.height():
        _write_code_beside(painter, whole, text)
    else:
        _write_code_below(painter, whole, text)
    painter.end()
    return image


def _paint_ground(painter: QPainter, whole: QRect, *, underlined: bool) -> None:
    ground = QLinearGradient(QPointF(0, 0), QPointF(0, whole.height()))
    ground.setColorAt(0, TOP)
    ground.setColorAt(1, BOTTOM)
    painter.fillRect(whole, ground)
    if not underlined:
        return
    thickness = max(1, whole.height() // 60)
    width = whole.width() // 5
    painter.fillRect(
        (whole.width() - width) // 2, whole.height() - whole.height() // 8, width, thickness, QColor(44, 90, 120)
    )


def _write_name(painter: QPainter, whole: QRect, text: SlateText) -> None:
    write(painter, _part(whole, 0.20, 0.58), text.name, BRIGHT, bold=True, most_px=whole.height() // 4)
    write(painter, _part(whole, 0.60, 0.82), text.detail, CALM, most_px=max(10, whole.height() // 12))


def _write_code_below(painter: QPainter, whole: QRect, text: SlateText) -> None:
    high = whole.height()
    write(painter, _part(whole, 0.03, 0.18), text.name, CALM, bold=True, most_px=high // 8)
    write(painter, _part(whole, 0.19, 0.33), words().code_title, CALM, most_px=max(10, high // 12))
    write(painter, _part(whole, 0.34, 0.66), text.code, ACCENT, bold=True, most_px=high // 3)
    write(painter, _part(whole, 0.68, 0.96), text.detail, BRIGHT, most_px=max(11, high // 10))


def _write_code_beside(painter: QPainter, whole: QRect, text: SlateText) -> None:
    """On a ribbon: the code in letters as high as it allows, and what belongs to it at its right."""
    write(painter, _part(whole, 0.04, 0.96, 0.0, 0.42), text.code, ACCENT, bold=True)
    title = f"{words().code_title} · {text.name}" if text.name else words().code_title
    write(painter, _part(whole, 0.04, 0.42, 0.46, 1.0), title, CALM)
    write(painter, _part(whole, 0.46, 0.96, 0.46, 1.0), text.detail, BRIGHT)


def _part(whole: QRect, top: float, bottom: float, left: float = 0.0, right: float = 1.0) -> QRect:
    """A part of `whole` between these fractions of its height, and of its width without the margins at both sides."""
    margin = whole.width() // 24
    high, wide = whole.height(), whole.width() - 2 * margin
    return QRect(margin + int(wide * left), int(high * top), int(wide * (right - left)), int(high * (bottom - top)))
