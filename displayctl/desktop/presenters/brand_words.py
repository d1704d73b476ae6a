"""How well colours are told from each other, in words, and what an announcement takes of the office's brand."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QCoreApplication, QLocale

from content.studio.announcement import Announcement
from content.studio.contrast import GRAPHIC_CONTRAST, READABLE_CONTRAST, contrast
from content.studio.stencils.stencil import BrandUse, Stencil
from content.studio.templates import design_for
from displayctl.api.brand import Brand

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class ContrastWords:
    """A sentence, and whether the colours may be used together."""

    words: str
    is_enough: bool


def contrast_words(ground: str, accent: str) -> ContrastWords:
    """Of an accent on a ground; empty and enough where one of them is not chosen."""
    if not ground or not accent:
        return ContrastWords("", is_enough=True)
    ratio = contrast(ground, accent)
    told = QLocale().toString(int(ratio * 10) / 10, "f", 1)
    if ratio < GRAPHIC_CONTRAST:
        words = translate(
            "Brand",
            "Contrast {ratio} : 1 – too little: labels and ornaments are not told from the ground. "
            "3 : 1 is the least; make one colour lighter or darker.",
        )
        return ContrastWords(words.format(ratio=told), is_enough=False)
    if ratio < READABLE_CONTRAST:
        words = translate("Brand", "Contrast {ratio} : 1 – enough for labels and ornaments, not for small letters.")
    else:
        words = translate("Brand", "Contrast {ratio} : 1 – good, for small letters too.")
    return ContrastWords(words.format(ratio=told), is_enough=True)


def worn_colours(announcement: Announcement) -> tuple[str, str]:
    """The ground and the accent that are told apart worst, where one of them is none of the template's; else empty."""
    if not (announcement.background_colour or announcement.accent_colour):
        return "", ""
    design = design_for(announcement)
    return min((design.ground_top, design.ground_bottom), key=partial(contrast, design.accent)), design.accent


def brand_colours(brand: Brand, stencil: Stencil) -> tuple[str, str]:
    """The ground and the accent that an announcement of this template takes from the office; empty where none."""
    return (brand.ground, brand.accent) if stencil.brand is BrandUse.COLOURS else ("", "")


def brand_logo(brand: Brand, stencil: Stencil) -> bytes:
    """The logo that an announcement of this template takes from the office; empty where none."""
    return b"" if stencil.brand is BrandUse.NONE else brand.logo
