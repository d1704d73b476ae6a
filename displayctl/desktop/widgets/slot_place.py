"""Where on its walls a slot plays, and how loud."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QWidget

from displayctl.desktop.presenters.scene_words import region_words
from displayctl.desktop.widgets.choices import number_edit
from displayctl.desktop.widgets.pieces import column, field
from schedules.display import Display
from schedules.region import loop_name


class SlotPlace(QWidget):
    """A region that all walls of the slot have, and a volume in percent. Signal: `changed`, when a person chooses."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.region = QComboBox()
        self.volume = number_edit(0, 100, " %")
        self._region_field = QWidget()
        self._region_field.setLayout(field(self.tr("Part of the wall"), self.region))
        self.setLayout(column(self._region_field, field(self.tr("Volume"), self.volume)))
        self.region.activated.connect(lambda: self.changed.emit())
        self.volume.valueChanged.connect(lambda: self.changed.emit())

    @property
    def value(self) -> tuple[str, int]:
        """The region, empty for the main picture, and the volume."""
        return self.region.currentData() or "", self.volume.value()

    def show_value(self, value: tuple[str, int]) -> None:
        """Show a region and a volume, without telling. A region that no wall has any more is shown all the same."""
        region, volume = value
        region = loop_name(region)
        self.blockSignals(True)
        if self.region.findData(region) < 0:
            self.region.addItem(region_words(region), region)
        self.region.setCurrentIndex(self.region.findData(region))
        self.volume.setValue(volume)
        self.blockSignals(False)
        self._show_what_applies()

    def offer(self, walls: Iterable[Display]) -> None:
        """Offer the regions that every one of these walls has; what is chosen stays chosen."""
        chosen, volume = self.value
        every = [display.loops for display in walls]
        shared = [name for name in every[0] if all(name in loops for loops in every)] if every else [""]
        self.region.clear()
        for name in shared:
            self.region.addItem(region_words(name), name)
        self.show_value((chosen, volume))

    def _show_what_applies(self) -> None:
        self._region_field.setVisible(self.region.count() > 1)
