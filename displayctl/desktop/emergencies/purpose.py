"""What an emergency window is for, earnest or drill: chosen when it is made, and changed by nothing in it."""

from __future__ import annotations

from dataclasses import dataclass

from displayctl.desktop.look.palette import COLOURS


@dataclass(frozen=True, slots=True)
class Purpose:
    """`role` is the window's in the style sheet; its strong, dark and soft colours are ``#rrggbb``."""

    drill: bool
    role: str
    strong: str
    dark: str
    soft: str


EARNEST = Purpose(False, "emergency", COLOURS.danger, COLOURS.danger_dark, COLOURS.danger_soft)
DRILL = Purpose(True, "drill", COLOURS.drill, COLOURS.drill_dark, COLOURS.drill_soft)
