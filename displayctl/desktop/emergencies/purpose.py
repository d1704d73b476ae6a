"""What an emergency window is for, earnest or drill: chosen when it is made, and changed by nothing in it."""

from __future__ import annotations

from dataclasses import dataclass

from displayctl.desktop.look.palette import COLOURS


@dataclass(frozen=True, slots=True)
class Purpose:
    """`role` is the window's in the style sheet. Its colours are ``#rrggbb``, red or the violet of drills in every
    look: `strong` and `dark` are grounds for white letters, `line` and `ink` are drawn and written on the window."""

    drill: bool
    role: str

    @property
    def strong(self) -> str:
        return COLOURS.drill_alarm if self.drill else COLOURS.alarm

    @property
    def dark(self) -> str:
        return COLOURS.drill_alarm_dark if self.drill else COLOURS.alarm_dark

    @property
    def line(self) -> str:
        return COLOURS.drill if self.drill else COLOURS.danger

    @property
    def ink(self) -> str:
        return COLOURS.drill_dark if self.drill else COLOURS.danger_dark


EARNEST = Purpose(False, "emergency")
DRILL = Purpose(True, "drill")
