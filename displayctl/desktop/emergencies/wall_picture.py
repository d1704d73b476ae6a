"""A page of an emergency as it stands on a wall: all of it, or a banner at its lower edge; in drills below a band.

The player does the same to the pixels it paints (`player.stage.overlay`); the two meet in documents only.
"""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

PROGRAMME, PROGRAMME_INK = QColor("#2a3140"), QColor("#8e98ab")
BAND, BAND_INK = QColor(255, 196, 0), QColor(0, 0, 0)
STAMP = "LATIHAN"
STAMP_WIDTH = 7
"""How many times as wide as high the word is, with the space after it."""


def on_wall(page: QImage, canvas: QSize, *, takeover: bool, drill: bool, programme: str = "") -> QImage:
    """What a wall of `canvas` shows with `page` on it. `programme` is written where the programme goes on."""
    band = min(max(12, canvas.height() // 9), canvas.height() // 3) if drill else 0
    high = canvas.height()
    if not takeover:
        high = min(high, band + max(1, round(page.height() * canvas.width() / max(1, page.width()))))
    image = QImage(canvas, QImage.Format.Format_RGB32)
    image.fill(PROGRAMME)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    rest = QRect(0, 0, canvas.width(), canvas.height() - high)
    if rest.height() > 0:
        _write(painter, rest, programme, PROGRAMME_INK, max(9, min(canvas.height() // 14, canvas.width() // 16)))
    _draw_page(painter, page, QRect(0, rest.height(), canvas.width(), high), band)
    painter.end()
    return image


def _draw_page(painter: QPainter, page: QImage, place: QRect, band_px: int) -> None:
    if not band_px:
        painter.drawImage(place, page)
        return
    painter.fillRect(place, BAND)
    band = QRect(place.left(), place.top(), place.width(), band_px)
    times = max(1, band.width() // (STAMP_WIDTH * band_px))
    _write(painter, band, " · ".join([STAMP] * times), BAND_INK, max(8, band_px * 2 // 3))
    below = QSize(place.width(), place.height() - band_px)
    fitted = page.scaled(below, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
    painter.drawImage(place.left() + (below.width() - fitted.width()) // 2, place.top() + band_px, fitted)


def _write(painter: QPainter, place: QRect, words: str, ink: QColor, height_px: int) -> None:
    font = QFont(painter.font())
    font.setPixelSize(height_px)
    font.setWeight(QFont.Weight.Bold)
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(place, Qt.AlignmentFlag.AlignCenter, words)
