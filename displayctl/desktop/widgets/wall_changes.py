"""What publishing would change on one wall, as a card: a line for each change, and the week before and after."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFrame, QVBoxLayout, QWidget

from displayctl.desk.comparing import ChangeKind, WallChange
from displayctl.desktop.look.palette import SPACE_L, SPACE_M, SPACE_S
from displayctl.desktop.presenters.office_time import office_zone
from displayctl.desktop.presenters.publication_words import (
    change_name,
    change_title,
    change_words,
    further_title,
    further_words,
)
from displayctl.desktop.widgets.elided_label import ElidedLabel
from displayctl.desktop.widgets.pieces import column, label, row
from schedules.display import Display

CHIPS = {
    ChangeKind.NEW: "chip-good",
    ChangeKind.REMOVED: "chip-danger",
    ChangeKind.MOVED: "chip-warning",
    ChangeKind.CONTENT: "chip-warning",
}
MOST_LINES = 40


class WallChanges(QFrame):
    """`week`, if given, is shown above the lines."""

    def __init__(self, wall: WallChange, display: Display | None, week: QWidget | None = None) -> None:
        super().__init__()
        self.setProperty("role", "card")
        size = f"{display.canvas.width_px} × {display.canvas.height_px}" if display is not None else ""
        head = row(ElidedLabel(wall.display_name, "heading"), label(size, "soft"), None, spacing=SPACE_M)
        if wall.is_new:
            head.addWidget(label(self.tr("New wall"), "chip-good"))
        lines = column(head, spacing=SPACE_S)
        if week is not None:
            lines.addWidget(week)
        zone = ZoneInfo(display.time_zone) if display is not None else office_zone()
        for change in wall.changes[:MOST_LINES]:
            words = f"{change_name(change)} – {change_words(change, zone)}"
            lines.addLayout(_line(change_title(change.kind), change.kind, words))
        for other in wall.further[: max(0, MOST_LINES - len(wall.changes))]:
            lines.addLayout(_line(further_title(other), other.kind, further_words(other)))
        if wall.count > MOST_LINES:
            lines.addWidget(label(self.tr("and {count} more").format(count=wall.count - MOST_LINES), "caption"))
        if not wall.count:
            lines.addWidget(label(self.tr("Nothing changes on this wall in the next 7 days."), "soft"))
        lines.setContentsMargins(SPACE_L, SPACE_M, SPACE_L, SPACE_L)
        self.setLayout(lines)


def _line(title: str, kind: ChangeKind, text: str) -> QVBoxLayout:
    chip = label(title, CHIPS[kind])
    chip.setFixedWidth(104)
    chip.setAlignment(Qt.AlignmentFlag.AlignCenter)
    words = label(text, wrap=True)
    line = row(chip, words, spacing=SPACE_M)
    line.setAlignment(chip, Qt.AlignmentFlag.AlignTop)
    line.setStretch(1, 1)
    return column(line, spacing=0)
