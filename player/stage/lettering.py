"""Text set as large as its place allows: walls come in all sizes, so no size of letters is ever fixed."""

from __future__ import annotations

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter

SMALLEST_PX = 7
FAMILIES = ("Noto Sans", "DejaVu Sans", "sans-serif")


def write(
    painter: QPainter, place: QRect, text: str, colour: QColor, *, bold: bool = False, most_px: int = 400
) -> None:
    """Draw `text` centred in `place`, wrapped, in the largest letters up to `most_px` that fit."""
    if not text or place.height() < SMALLEST_PX:
        return
    flags = Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap
    font = _largest(text, place, int(flags), bold, min(most_px, place.height()))
    painter.setFont(font)
    painter.setPen(colour)
    painter.drawText(place, int(flags), text)


def _largest(text: str, place: QRect, flags: int, bold: bool, most_px: int) -> QFont:
    low, high = SMALLEST_PX, max(SMALLEST_PX, most_px)
    while low < high:
        middle = (low + high + 1) // 2
        bounds = QFontMetrics(_font(middle, bold)).boundingRect(place, flags, text)
        if bounds.width() <= place.width() and bounds.height() <= place.height():
            low = middle
        else:
            high = middle - 1
    return _font(low, bold)


def _font(pixels: int, bold: bool) -> QFont:
    font = QFont()
    font.setFamilies(list(FAMILIES))
    font.setPixelSize(pixels)
    font.setBold(bold)
    return font
