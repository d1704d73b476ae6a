"""The pixels of one wall: their size and place, drawn and in words, with the ways to set them up."""

from __future__ import annotations

from PySide6.QtCore import Signal, SignalInstance
from PySide6.QtWidgets import QWidget

from displayctl.api.accounts import Role
from displayctl.desktop.catalogue import Kept
from displayctl.desktop.desk import Desk
from displayctl.desktop.look.palette import SPACE_M, SPACE_S
from displayctl.desktop.presenters.scene_words import region_words
from displayctl.desktop.presenters.words import listed
from displayctl.desktop.walls.not_on_wall_yet import NotOnWallYet
from displayctl.desktop.walls.output_sketch import OutputSketch
from displayctl.desktop.widgets.pieces import button, column, label, row, scrolled
from schedules.display import Display


class ScreenTab(QWidget):
    """Signals: `set_up_asked` and `change_asked` the display's id."""

    set_up_asked = Signal(str)
    change_asked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._kept: Kept[Display] | None = None
        self.sketch = OutputSketch()
        self.facts = label("", "", wrap=True)
        self.where = label("", "soft", wrap=True)
        set_up = button(self.tr("Set up with a test pattern…"), lambda: self._ask(self.set_up_asked), "primary", "grid")
        change = button(self.tr("Change the wall…"), lambda: self._ask(self.change_asked), "", "edit")
        for made in (set_up, change):
            desk.myself.guarded(made, Role.TECHNICIAN)
        self.not_yet = NotOnWallYet(desk, _screen)
        note = self.tr("The wall shows exactly these pixels of the player's video output; nothing is scaled.")
        inner = QWidget()
        lines = column(
            self.sketch,
            label(note, "caption", wrap=True),
            SPACE_S,
            self.facts,
            self.where,
            SPACE_S,
            self.not_yet,
            row(set_up, None),
            row(change, None),
            None,
            spacing=SPACE_S,
        )
        lines.setContentsMargins(0, 0, SPACE_M, 0)
        inner.setLayout(lines)
        self.setLayout(column(scrolled(inner)))

    def _ask(self, signal: SignalInstance) -> None:
        if self._kept is not None:
            signal.emit(self._kept.id)

    def show_wall(self, kept: Kept[Display]) -> None:
        """Show this wall."""
        self._kept = kept
        display, canvas = kept.value, kept.value.canvas
        self.sketch.show_canvas(canvas)
        lines = [
            self.tr("{width} × {height} pixels").format(width=canvas.width_px, height=canvas.height_px),
            self.tr("{x} px from the left, {y} px from the top").format(x=canvas.x_px, y=canvas.y_px),
        ]
        if canvas.rotation_degrees:
            lines.append(self.tr("Turned clockwise by {n}°").format(n=canvas.rotation_degrees))
        if canvas.mask:
            lines.append(self.tr("A shape of {n} corners").format(n=len(canvas.mask)))
        if canvas.regions:
            parts = listed([region_words(region.name) for region in canvas.regions])
            lines.append(self.tr("Parts: {parts}").format(parts=parts))
        lines.append(self.tr("{n} pictures a second").format(n=display.frame_rate))
        self.facts.setText("\n".join(lines))
        zone = self.tr("Time zone {zone}").format(zone=display.time_zone)
        groups = self.tr("Groups: {groups}").format(groups=listed(list(display.groups)))
        self.where.setText(f"{zone}\n{groups}")
        self.not_yet.show_wall(kept)

    def tell(self) -> None:
        """Nothing of it comes from the player."""


def _screen(display: Display) -> tuple[object, ...]:
    return display.canvas, display.frame_rate, display.time_zone
