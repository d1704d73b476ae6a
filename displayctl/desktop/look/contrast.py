"""How well letters are read on a ground, by the formula of WCAG 2.2."""

from __future__ import annotations

from functools import cache

from PySide6.QtGui import QColor

_LIGHT, _DARK = "#ffffff", "#0b1426"


def contrast(one: str, other: str) -> float:
    """The contrast of two ``#rrggbb``, from 1 to 21 (WCAG 2.2, definition of contrast ratio)."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def letters_on(fill: str) -> QColor:
    """White or almost black, whichever is read better on `fill`."""
    return QColor(max((_LIGHT, _DARK), key=lambda letters: contrast(letters, fill)))


@cache
def _luminance(colour: str) -> float:
    """Relative luminance of an sRGB colour, from 0 to 1."""
    red, green, blue = (_linear(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)
