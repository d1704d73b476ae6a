"""When one wall is lit, how bright, when it is silent, and on which rules that rests."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QWidget

from displayctl.api.accounts import Role
from displayctl.desktop.catalogue import Kept
from displayctl.desktop.desk import Desk
from displayctl.desktop.look.palette import SPACE_M, SPACE_S
from displayctl.desktop.presenters.wall_policy_words import basis_words, brightness_lines, opening_lines, quiet_lines
from displayctl.desktop.walls.hours_strip import HoursStrip
from displayctl.desktop.walls.not_on_wall_yet import NotOnWallYet
from displayctl.desktop.widgets.pieces import button, column, label, row, scrolled
from schedules.display import Display


class HoursTab(QWidget):
    """Signal: `change_asked` the display's id."""

    change_asked = Signal(str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._kept: Kept[Display] | None = None
        self.strip = HoursStrip()
        self.opening, self.opening_basis = label("", "strong", wrap=True), label("", "caption", wrap=True)
        self.brightness, self.brightness_basis = label("", "strong", wrap=True), label("", "caption", wrap=True)
        self.quiet, self.quiet_basis = label("", "strong", wrap=True), label("", "caption", wrap=True)
        self.change = button(self.tr("Change hours and rules…"), self._ask, "", "edit")
        desk.myself.guarded(self.change, Role.TECHNICIAN)
        self.not_yet = NotOnWallYet(desk, _hours)
        hint = self.tr("Bars are open hours, as high as the wall is bright; a line below them is silence.")
        inner = QWidget()
        lines = column(
            self.strip,
            label(hint, "caption", wrap=True),
            *self._part(self.tr("Opening hours"), self.opening, self.opening_basis),
            *self._part(self.tr("Brightness"), self.brightness, self.brightness_basis),
            *self._part(self.tr("Quiet hours"), self.quiet, self.quiet_basis),
            SPACE_S,
            self.not_yet,
            row(self.change, None),
            None,
            spacing=3,
        )
        lines.setContentsMargins(0, 0, SPACE_M, 0)
        inner.setLayout(lines)
        self.setLayout(column(scrolled(inner)))

    def _part(self, title: str, words: QLabel, basis: QLabel) -> tuple[QWidget | int, ...]:
        return SPACE_S, label(title, "field"), words, basis

    def _ask(self) -> None:
        if self._kept is not None:
            self.change_asked.emit(self._kept.id)

    def show_wall(self, kept: Kept[Display]) -> None:
        """Show this wall."""
        self._kept = kept
        display = kept.value
        self.strip.show_wall(display)
        self.opening.setText("\n".join(opening_lines(display)))
        self.opening_basis.setText(basis_words(display.opening.basis if display.opening else None))
        self.brightness.setText("\n".join(brightness_lines(display)))
        self.brightness_basis.setText(basis_words(display.brightness.basis if display.brightness else None))
        self.quiet.setText("\n".join(quiet_lines(display)))
        self.quiet_basis.setText(basis_words(display.quiet_basis))
        self.not_yet.show_wall(kept)

    def tell(self) -> None:
        """Nothing of it comes from the player."""


def _hours(display: Display) -> tuple[object, ...]:
    return display.opening, display.brightness, display.quiet_hours, display.quiet_basis
