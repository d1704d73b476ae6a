"""The Noto fonts that announcements are set in, and the Qt application that text layout needs."""

from __future__ import annotations

import os
import sys
from functools import cache

from PySide6.QtGui import QFont, QFontDatabase, QFontMetricsF, QGuiApplication

from content.errors import FontsMissing

SANS, SERIF = "Noto Sans", "Noto Serif"
_FALLBACKS = (
    "Noto Sans Arabic",
    "Noto Naskh Arabic",
    "Noto Sans Javanese",
    "Noto Sans Balinese",
    "Noto Sans Buginese",
    "Noto Sans Symbols",
    "Noto Sans Symbols 2",
    "Noto Sans Math",
    "Noto Color Emoji",
)
_PACKAGES = "fonts-noto-core fonts-noto-color-emoji"
_kept: list[QGuiApplication] = []


def require_application() -> None:
    """Makes sure that Qt can lay out text: in the desktop its application does, elsewhere a windowless one is made."""
    if QGuiApplication.instance() is None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        _kept.append(QGuiApplication(sys.argv[:1] or ["studio"]))


def require_fonts() -> None:
    """Raises FontsMissing when the machine lacks the fonts that every announcement uses."""
    missing = [family for family in (SANS, SERIF) if family not in _families()]
    if missing:
        raise FontsMissing(
            f"the font {missing[0]} is not installed, so announcements cannot be drawn; install {_PACKAGES}"
        )


def missing_glyph(character: str) -> FontsMissing:
    """What to raise for a character that no installed font can draw."""
    return FontsMissing(
        f"no installed font can draw {character!r} (U+{ord(character):04X}); install {_PACKAGES} or retype it"
    )


def font(size_px: int, weight: QFont.Weight, *, serif: bool = False) -> QFont:
    """A font of `size_px` pixels to the em, followed by the scripts and emoji it lacks itself."""
    made = QFont()
    made.setFamilies([SERIF if serif else SANS, *_FALLBACKS])
    made.setPixelSize(size_px)
    made.setWeight(weight)
    made.setStyleStrategy(QFont.StyleStrategy.PreferAntialias | QFont.StyleStrategy.NoSubpixelAntialias)
    made.setHintingPreference(QFont.HintingPreference.PreferVerticalHinting)
    return made


@cache
def cap_share() -> float:
    """The height of a capital as a share of the em, about 0.71."""
    return QFontMetricsF(font(1000, QFont.Weight.Normal)).capHeight() / 1000


@cache
def _families() -> frozenset[str]:
    return frozenset(QFontDatabase.families())
