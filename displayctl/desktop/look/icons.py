"""Icons from our own SVG files, tinted when drawn, each once; a bare machine has no icon theme to ask."""

from __future__ import annotations

from functools import cache, lru_cache
from pathlib import Path

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from displayctl.desktop.look.palette import COLOURS

_FOLDER = Path(__file__).parent.parent / "icons"
MOST_KEPT = 500


def pixmap(name: str, colour: str = "", size_px: int = 20, ratio: float = 2.0) -> QPixmap:
    """The drawing `name` in one colour, by default that of text. Raises FileNotFoundError where there is none."""
    return _pixmap(name, colour or COLOURS.text, size_px, ratio)


@lru_cache(maxsize=MOST_KEPT)
def _pixmap(name: str, colour: str, size_px: int, ratio: float) -> QPixmap:
    drawing = (_FOLDER / f"{name}.svg").read_bytes().replace(b"currentColor", colour.encode())
    picture = QPixmap(round(size_px * ratio), round(size_px * ratio))
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    QSvgRenderer(QByteArray(drawing)).render(painter, QRectF(0, 0, size_px, size_px))
    painter.end()
    return picture


def icon(name: str, colour: str = "", checked_colour: str = "") -> QIcon:
    """The icon `name`, by default in the colour of text; with `checked_colour` another where its button is checked."""
    return _icon(name, colour or COLOURS.text, checked_colour, COLOURS.text_faint)


@cache
def _icon(name: str, colour: str, checked_colour: str, faint: str) -> QIcon:
    made = QIcon(pixmap(name, colour))
    made.addPixmap(pixmap(name, faint), QIcon.Mode.Disabled)
    if checked_colour:
        made.addPixmap(pixmap(name, checked_colour), QIcon.Mode.Normal, QIcon.State.On)
    return made
