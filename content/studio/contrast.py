"""How well letters and ornaments are told from their ground, by the formula of WCAG 2.2."""

from __future__ import annotations

from collections.abc import Iterable

from content.studio.format import colour_of

READABLE_CONTRAST = 4.5
"""For letters: success criterion 1.4.3."""
GRAPHIC_CONTRAST = 3.0
"""For large letters, signs and ornaments: success criteria 1.4.3 and 1.4.11."""
# So dark that on every colour one of the two reaches the contrast for letters.
LIGHT, DARK = "#ffffff", "#050608"


def contrast(one: str, other: str) -> float:
    """The contrast ratio of two colours, 1 to 21, as WCAG 2.2 defines it."""
    lighter, darker = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def least_contrast(colour: str, grounds: Iterable[str]) -> float:
    """The lowest contrast of `colour` on any of `grounds`."""
    return min(contrast(colour, ground) for ground in grounds)


def readable_on(*grounds: str) -> str:
    """White or near-black, whichever stands out more on all of `grounds`."""
    return max((LIGHT, DARK), key=lambda colour: least_contrast(colour, grounds))


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in colour_of(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
