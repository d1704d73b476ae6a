"""The roles of colour, space and letter size. Widgets name a role; no other module names a colour of the interface."""

from __future__ import annotations

from dataclasses import fields
from typing import cast

from PySide6.QtGui import QColor, QPalette

from displayctl.desktop.look.themes import LIGHT, Colours, Theme


class _Worn:
    """The theme that is worn now; its roles are looked up when they are read."""

    __slots__ = ("theme",)

    def __init__(self) -> None:
        self.theme = LIGHT

    def __getattr__(self, role: str) -> str:
        return cast("str", getattr(self.theme.colours, role))


_WORN = _Worn()

COLOURS = cast("Colours", _WORN)
"""The colours of the theme that is worn. Read a role where it is painted or built with: the next theme has others."""

SPACE_XS, SPACE_S, SPACE_M, SPACE_L, SPACE_XL = 4, 8, 12, 20, 32
RADIUS = 8

TEXT_SMALL, TEXT_BODY, TEXT_STRONG, TEXT_HEADING, TEXT_TITLE = 12, 14, 15, 18, 24
"""Letter heights in pixels."""

FONTS = ("Noto Sans", "Segoe UI", "DejaVu Sans")


def worn() -> Theme:
    """The theme that is worn now."""
    return _WORN.theme


def wear(theme: Theme) -> None:
    """From now on roles are those of `theme`; what was painted before keeps its colours until it is painted anew."""
    _WORN.theme = theme


def colour_names() -> dict[str, str]:
    """Every role by its name, for the style sheet."""
    return {field.name: getattr(COLOURS, field.name) for field in fields(Colours)}


def slot_colour(index: int) -> QColor:
    """The calendar's colour for the `index`-th playlist; white letters can be read on it."""
    hues = worn().hues
    return QColor(hues[index % len(hues)])


def level_fill(level: int) -> str:
    """The ground for the name of a level (`schedules.alert.AlertLevel`) in the letters of `on_alarm`."""
    return {3: COLOURS.awas, 2: COLOURS.siaga}.get(level, COLOURS.waspada)


def level_ink(level: int) -> str:
    """A level's colour as letters and lines on a surface."""
    return {3: COLOURS.danger, 2: COLOURS.warning}.get(level, COLOURS.accent)


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
        (QPalette.ColorRole.Accent, COLOURS.accent),
    ):
        palette.setColor(role, QColor(colour))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(COLOURS.text_faint))
    return palette
