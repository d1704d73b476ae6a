"""The one style sheet, filled from the palette. Widgets opt in by the dynamic property ``role``."""

from __future__ import annotations

from pathlib import Path
from string import Template

from displayctl.desktop.look import palette

_SHEET = Path(__file__).with_name("desktop.qss")
_ICONS = Path(__file__).parent.parent / "icons"


def style_sheet() -> str:
    """The style sheet of the application, in the theme that is worn."""
    theme = palette.worn()
    names = palette.colour_names() | {
        "radius": str(palette.RADIUS),
        "text_small": str(palette.TEXT_SMALL),
        "text_body": str(palette.TEXT_BODY),
        "text_strong": str(palette.TEXT_STRONG),
        "text_heading": str(palette.TEXT_HEADING),
        "text_title": str(palette.TEXT_TITLE),
        "icons": _ICONS.as_posix(),
        "drawn": theme.drawn,
        "tick": theme.tick,
        "mark": "dark" if theme.tick == "white" else "white",
    }
    return Template(_SHEET.read_text(encoding="utf-8")).substitute(names)
