"""How a wall is divided: a preset to begin with, a drawing to drag, and a form about the chosen region."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import QRect, QSize, Signal
from PySide6.QtWidgets import QComboBox, QWidget

from displayctl.desktop.look.palette import SPACE_M, SPACE_S
from displayctl.desktop.presenters.region_drags import fitted
from displayctl.desktop.presenters.region_presets import Preset, divided, preset_words
from displayctl.desktop.widgets.pieces import button, column, frame, label, row
from displayctl.desktop.widgets.region_canvas import RegionCanvas
from displayctl.desktop.widgets.region_details import RegionDetails, WallOffers
from schedules.errors import InvalidValue
from schedules.region import Region


class RegionEditor(QWidget):
    """Signal: `changed`, when the regions are others."""

    changed = Signal()

    def __init__(self, offers: WallOffers) -> None:
        super().__init__()
        self._size = QSize(640, 384)
        self._regions: tuple[Region, ...] = ()
        self._chosen = -1
        self._wrong = ""
        self.preset = QComboBox()
        self.preset.setAccessibleName(self.tr("Divide the wall"))
        self.preset.addItem(self.tr("Divide the wall…"), None)
        for preset in Preset:
            self.preset.addItem(preset_words(preset), preset)
        self.canvas = RegionCanvas()
        self.details = RegionDetails(offers)
        self._list = QComboBox()
        self._list.setAccessibleName(self.tr("Part of the wall"))
        self._add = button(self.tr("Add"), self.add, "", "plus")
        self._remove = button(self.tr("Take away"), self.remove, "danger", "trash")
        self._problem = label("", "error", wrap=True)
        self._problem.hide()
        self._hint = label(
            self.tr("Drag to move, drag the lower right corner to stretch; arrow keys move by one pixel."),
            "caption",
            wrap=True,
        )
        self._build()
        self.preset.activated.connect(self._divide)
        self._list.activated.connect(self.choose)
        self.canvas.chosen.connect(self.choose)
        self.canvas.changed.connect(self._placed)
        self.details.changed.connect(self._edited)

    def _build(self) -> None:
        tools = row(self._list, self._add, self._remove)
        tools.setStretch(0, 1)
        layout = column(
            self.preset,
            frame("screen", column(self.canvas, margins=2)),
            self._hint,
            tools,
            self.details,
            self._problem,
            spacing=SPACE_S,
        )
        layout.setStretch(1, 1)
        layout.setContentsMargins(0, SPACE_M, 0, 0)
        self.setLayout(layout)

    # Showing

    @property
    def regions(self) -> tuple[Region, ...]:
        """The regions; raises InvalidValue where the form about the chosen one says none."""
        if self._wrong:
            raise InvalidValue("canvas.regions", self._wrong)
        return self._regions

    def show_regions(self, size: QSize, regions: tuple[Region, ...]) -> None:
        """Show the regions of a wall of `size` pixels; those that reach beyond it are fitted in."""
        self._size = size
        self._regions = tuple(_placed(region, fitted(_rect(region), size)) for region in regions)
        self.choose(min(max(self._chosen, 0), len(regions) - 1))

    def show_size(self, size: QSize) -> None:
        """The wall has another size now."""
        if size != self._size:
            self.show_regions(size, self._regions)

    def choose(self, number: int) -> None:
        """Show the form about one region; -1 for none."""
        self._chosen = number
        self._complain("")
        self._list.clear()
        for region in self._regions:
            self._list.addItem(region.name)
        self._list.setCurrentIndex(number)
        found = 0 <= number < len(self._regions)
        self._list.setPlaceholderText("" if self._regions else self.tr("No parts: the whole wall is one picture"))
        if found:
            self.details.show_region(self._regions[number])
        self.details.setVisible(found)
        self._list.setEnabled(found)
        self._remove.setEnabled(found)
        self._hint.setVisible(bool(self._regions))
        self.canvas.show_regions(self._size, self._regions, number)

    # Changing

    def add(self) -> None:
        """A new region in the middle, to be moved and named."""
        names = {region.name for region in self._regions}
        number = next(n for n in range(1, 99) if f"bagian-{n}" not in names)
        width, height = max(1, self._size.width() // 3), max(1, self._size.height() // 3)
        self._regions = (*self._regions, Region(f"bagian-{number}", width, height, width, height))
        self.choose(len(self._regions) - 1)
        self.changed.emit()

    def remove(self) -> None:
        """Take the chosen region away."""
        if 0 <= self._chosen < len(self._regions):
            self._regions = (*self._regions[: self._chosen], *self._regions[self._chosen + 1 :])
            self.choose(min(self._chosen, len(self._regions) - 1))
            self.changed.emit()

    def _divide(self) -> None:
        preset = self.preset.currentData()
        self.preset.setCurrentIndex(0)
        if preset is not None:
            self._regions = divided(Preset(preset), self._size.width(), self._size.height())
            self.choose(0 if self._regions else -1)
            self.changed.emit()

    def _placed(self, number: int, place: QRect) -> None:
        self._store(number, _placed(self._regions[number], place))
        self.details.show_region(self._regions[number])

    def _edited(self) -> None:
        try:
            region = self.details.region()
        except InvalidValue as error:
            self._complain(self._explain(error))
            return
        others = [each.name for number, each in enumerate(self._regions) if number != self._chosen]
        if region.name in others:
            self._complain(self.tr("Two parts cannot have the same name."))
            return
        self._complain("")
        place = fitted(_rect(region), self._size)
        self._store(self._chosen, _placed(region, place))
        if place != _rect(region):
            self.details.show_region(self._regions[self._chosen])

    def _store(self, number: int, region: Region) -> None:
        self._regions = (*self._regions[:number], region, *self._regions[number + 1 :])
        self._list.setItemText(number, region.name)
        self.canvas.show_regions(self._size, self._regions, self._chosen)
        self.changed.emit()

    def _complain(self, words: str) -> None:
        self._wrong = words
        self._problem.setText(words)
        self._problem.setVisible(bool(words))

    def _explain(self, error: InvalidValue) -> str:
        known = {
            "region.name": self.tr("Name the part with small letters, digits and hyphens, as “poster”."),
            "region.medium_id": self.tr("Add the logo to the library as a picture first, then choose it here."),
            "region.kind": self.tr("The part “utama” shows the main picture; name this one otherwise."),
        }
        return known.get(error.field, str(error))


def _rect(region: Region) -> QRect:
    return QRect(region.x_px, region.y_px, region.width_px, region.height_px)


def _placed(region: Region, place: QRect) -> Region:
    facts: dict[str, Any] = {
        "x_px": place.x(),
        "y_px": place.y(),
        "width_px": place.width(),
        "height_px": place.height(),
    }
    return replace(region, **facts)
