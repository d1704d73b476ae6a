"""The roles of colour, space and letter size. Widgets name a role; no other module names a colour of the interface."""

from __future__ import annotations

from dataclasses import dataclass, fields

from PySide6.QtGui import QColor, QPalette


@dataclass(frozen=True, slots=True)
class Colours:
    """Colour roles as ``#rrggbb``. Text roles hold at least 4.5:1 against the surfaces they stand on."""

    window: str = "#f4f5f8"
    surface: str = "#ffffff"
    sunken: str = "#eceef3"
    sidebar: str = "#1d2433"
    sidebar_text: str = "#c6cddb"
    sidebar_raised: str = "#2b3549"
    line: str = "#dfe3ea"
    line_strong: str = "#b9c1ce"
    text: str = "#1b2130"
    text_soft: str = "#566072"
    text_faint: str = "#7b8596"
    accent: str = "#2257c9"
    accent_dark: str = "#1a469f"
    accent_soft: str = "#e6edfc"
    danger: str = "#c3241c"
    danger_dark: str = "#98170f"
    danger_soft: str = "#fdeae8"
    drill: str = "#5b3a9e"
    drill_dark: str = "#412675"
    drill_soft: str = "#f1ebfc"
    warning: str = "#8a5a00"
    warning_soft: str = "#fff3d6"
    good: str = "#1c7a45"
    good_soft: str = "#e2f4e9"
    on_accent: str = "#ffffff"


COLOURS = Colours()

SPACE_XS, SPACE_S, SPACE_M, SPACE_L, SPACE_XL = 4, 8, 12, 20, 32
RADIUS = 8

TEXT_SMALL, TEXT_BODY, TEXT_STRONG, TEXT_HEADING, TEXT_TITLE = 12, 14, 15, 18, 24
"""Letter heights in pixels."""

FONTS = ("Noto Sans", "Segoe UI", "DejaVu Sans")

SLOT_HUES = ("#2257c9", "#0e7c86", "#7a3fb8", "#b4531a", "#1c7a45", "#b02a6b", "#5a6b1e", "#3d5a80")
"""Playlists on the calendar take these colours in turn."""

LEVEL_COLOURS = {3: COLOURS.danger, 2: "#b25a00", 1: "#0a55b5"}
"""By `schedules.alert.AlertLevel`: Awas, Siaga, Waspada."""


def colour_names() -> dict[str, str]:
    """Every role by its name, for the style sheet."""
    return {field.name: getattr(COLOURS, field.name) for field in fields(COLOURS)}


def slot_colour(index: int) -> QColor:
    """The calendar's colour for the `index`-th playlist."""
    return QColor(SLOT_HUES[index % len(SLOT_HUES)])


def qt_palette() -> QPalette:
    """The palette for what the style sheet does not reach."""
    palette = QPalette()
    for role, colour in (
        (QPalette.ColorRole.Window, COLOURS.window),
        (QPalette.ColorRole.WindowText, COLOURS.text),
        (QPalette.ColorRole.Base, COLOURS.surface),
        (QPalette.ColorRole.AlternateBase, COLOURS.window),
        (QPalette.ColorRole.Text, COLOURS.text),
        (QPalette.ColorRole.Button, COLOURS.surface),
        (QPalette.ColorRole.ButtonText, COLOURS.text),
        (QPalette.ColorRole.Highlight, COLOURS.accent),
        (QPalette.ColorRole.HighlightedText, COLOURS.on_accent),
        (QPalette.ColorRole.PlaceholderText, COLOURS.text_faint),
        (QPalette.ColorRole.ToolTipBase, COLOURS.text),
        (QPalette.ColorRole.ToolTipText, COLOURS.surface),
        (QPalette.ColorRole.Link, COLOURS.accent),
    ):
        palette.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(COLOURS.text_faint))
    return palette
