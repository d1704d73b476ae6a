"""Choosing the walls that an announcement is meant for: they come first beside the words, and where it is aired."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from displayctl.desktop.look.palette import SPACE_L, SPACE_M, SPACE_S
from displayctl.desktop.widgets.pieces import button, column, label, row, rule
from displayctl.desktop.widgets.wall_choice import WallChoice
from schedules.display import Display


class TargetWalls(QDialog):
    """Signal: `chosen` with the ids of the walls; none means every wall."""

    chosen = Signal(object)

    def __init__(self, walls: tuple[Display, ...], wanted: tuple[str, ...], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._walls = walls
        self.setWindowTitle(self.tr("For which walls?"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.resize(420, 420)
        self.walls = WallChoice(walls)
        if wanted:
            self.walls.tick(wanted)
        else:
            self.walls.tick_all()
        note = self.tr(
            "These are shown first, and it has to fit on them. Where it fits on others too, it can be aired there."
        )
        self.take_button = button(self.tr("Take"), self.take, "primary")
        self.take_button.setDefault(True)
        cancel = button(self.tr("Cancel"), self.reject)
        cancel.setAutoDefault(False)
        layout = column(
            label(note, "soft", wrap=True),
            self.walls,
            rule(),
            row(None, cancel, self.take_button, spacing=SPACE_S),
            spacing=SPACE_M,
        )
        layout.setStretch(1, 1)
        layout.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_M)
        self.setLayout(layout)

    def take(self) -> None:
        """Tell which were chosen."""
        ticked = self.walls.ticked
        self.chosen.emit(() if len(ticked) == len(self._walls) else ticked)
        self.accept()
