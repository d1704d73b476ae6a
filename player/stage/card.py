"""Cards of official warnings: the player's own picture of a file of words, so that none from outside is needed."""

from __future__ import annotations

import json
from itertools import pairwise
from pathlib import Path

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QColor, QImage, QPainter

from player.stage.lettering import write
from player.stage.pictures import UnusablePicture
from player.stage.port import FaultKind

WORDS = ".card"
_LOWEST_PX, _BANNER = 64, 0.4
_COLOURS = {1: ("#0a55b5", "#ffffff"), 2: ("#ffc400", "#101214"), 3: ("#c00a1c", "#ffffff")}
"""Ground and letters of waspada, siaga and awas, as people know them from television."""
_MOST_CHARACTERS = 300


def draw_card(path: str, size: QSize, *, banner: bool) -> QImage:
    """The picture of the words in the file `path`, as wide as a canvas of `size`, and as high unless it is a banner.

    Raises UnusablePicture. For any thread.
    """
    try:
        plain = json.loads(Path(path).read_bytes())
        title, body, foot = (str(plain[part])[:_MOST_CHARACTERS] for part in ("title", "body", "foot"))
        ground, ink = _COLOURS[plain["level"]]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise UnusablePicture(
            FaultKind.MEDIUM_BROKEN, f"{path} is no card that can be read ({error!s:.100})"
        ) from error
    high = min(size.height(), max(_LOWEST_PX, round(size.height() * _BANNER))) if banner else size.height()
    image = QImage(size.width(), high, QImage.Format.Format_RGB32)
    image.fill(QColor(ground))
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
    for text, (top, bottom), bold in zip((title, body, foot), _bands(high), (True, True, False), strict=True):
        margin = max(1, size.width() // 50)
        write(painter, QRect(margin, top, size.width() - 2 * margin, bottom - top), text, QColor(ink), bold=bold)
    painter.end()
    return image


def _bands(high: int) -> tuple[tuple[int, int], ...]:
    """From where to where title, body and foot go."""
    edges = (round(high * 0.03), round(high * 0.27), round(high * 0.76), round(high * 0.97))
    return tuple(pairwise(edges))
