"""Test patterns in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from displayctl.api.walls import PatternKind

translate = QCoreApplication.translate


def pattern_name(kind: PatternKind) -> str:
    """What it shows."""
    return {
        PatternKind.ALL: translate("Patterns", "Everything together"),
        PatternKind.GRID: translate("Patterns", "Grid with coordinates"),
        PatternKind.BARS: translate("Patterns", "Colour bars"),
        PatternKind.GRADIENT: translate("Patterns", "Gradient"),
        PatternKind.BORDER: translate("Patterns", "Border of one pixel"),
        PatternKind.MODULES: translate("Patterns", "Modules with numbers"),
        PatternKind.GREYS: translate("Patterns", "Grey steps"),
    }[kind]


def pattern_hint(kind: PatternKind) -> str:
    """What to look for on the wall."""
    return {
        PatternKind.ALL: translate("Patterns", "Look whether the border is seen on all four sides."),
        PatternKind.GRID: translate("Patterns", "Read the coordinates in the corners: the first is 0, 0."),
        PatternKind.BARS: translate("Patterns", "White, yellow, cyan, green, magenta, red, blue: none is missing."),
        PatternKind.GRADIENT: translate("Patterns", "It runs evenly; steps and stripes mean a wrong colour depth."),
        PatternKind.BORDER: translate("Patterns", "One line on all four sides, none cut off, none twice."),
        PatternKind.MODULES: translate("Patterns", "The numbers run from the upper left; a swapped cable swaps two."),
        PatternKind.GREYS: translate("Patterns", "Each step differs from the next, the darkest too."),
    }[kind]
