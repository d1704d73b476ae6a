"""Letters as they are painted, and words cut to their room: each worked out once, since frames are many."""

from __future__ import annotations

from functools import cache, lru_cache

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF

from displayctl.desktop.look.directions import steady

MOST_CUT = 8000
PLAIN, BOLD = QFont.Weight.Normal, QFont.Weight.DemiBold


@cache
def font(size_px: int, weight: QFont.Weight = PLAIN) -> QFont:
    """The interface's letters in a size; not to be changed."""
    made = QFont()
    made.setPixelSize(size_px)
    made.setWeight(weight)
    return made


@cache
def metrics(size_px: int, weight: QFont.Weight = PLAIN) -> QFontMetricsF:
    """How much room these letters take."""
    return QFontMetricsF(font(size_px, weight))


@lru_cache(maxsize=MOST_CUT)
def cut(words: str, width_px: float, size_px: int, weight: QFont.Weight = PLAIN) -> str:
    """`words` as far as they go into this width, with an ellipsis where that is not all of them."""
    return metrics(size_px, weight).elidedText(steady(words), Qt.TextElideMode.ElideRight, width_px)


@lru_cache(maxsize=MOST_CUT)
def width(words: str, size_px: int, weight: QFont.Weight = PLAIN) -> float:
    """How wide they are, in pixels."""
    return metrics(size_px, weight).horizontalAdvance(words)
