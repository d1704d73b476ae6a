"""Where the pixels of a wall lie in the video output: size, place and rotation."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QSpinBox, QWidget

from displayctl.desktop.look.palette import SPACE_M, SPACE_S
from displayctl.desktop.widgets.choices import number_edit
from displayctl.desktop.widgets.pieces import column, field, frame, row
from schedules.display import ROTATIONS, Canvas

MOST_PX = 16384


class CanvasForm(QWidget):
    """Signal: `changed` with every step, while somebody still turns a number."""

    changed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._before = Canvas(16, 16)
        self.width_px, self.height_px = self._pixels(16), self._pixels(16)
        self.x_px, self.y_px = self._pixels(0), self._pixels(0)
        self.rotation = QComboBox()
        for degrees in ROTATIONS:
            self.rotation.addItem(f"{degrees}°", degrees)
        self.rotation.currentIndexChanged.connect(lambda: self.changed.emit())
        size = row(
            frame("plain", field(self.tr("Width"), self.width_px)),
            frame("plain", field(self.tr("Height"), self.height_px)),
            spacing=SPACE_M,
        )
        place = row(
            frame("plain", field(self.tr("From the left"), self.x_px)),
            frame("plain", field(self.tr("From the top"), self.y_px)),
            spacing=SPACE_M,
        )
        turned = field(self.tr("Turned clockwise by"), self.rotation)
        self.setLayout(column(size, place, turned, spacing=SPACE_S))

    def _pixels(self, least: int) -> QSpinBox:
        made = number_edit(least, MOST_PX, " px")
        made.valueChanged.connect(lambda: self.changed.emit())
        return made

    def show_canvas(self, canvas: Canvas) -> None:
        """Show this one, without telling."""
        self._before = canvas
        self.blockSignals(True)
        self.width_px.setValue(canvas.width_px)
        self.height_px.setValue(canvas.height_px)
        self.x_px.setValue(canvas.x_px)
        self.y_px.setValue(canvas.y_px)
        self.rotation.setCurrentIndex(ROTATIONS.index(canvas.rotation_degrees))
        self.blockSignals(False)

    def bare(self) -> Canvas:
        """Size, place and rotation alone, as a pattern needs them. Raises InvalidValue."""
        return Canvas(
            self.width_px.value(),
            self.height_px.value(),
            x_px=self.x_px.value(),
            y_px=self.y_px.value(),
            rotation_degrees=self.rotation.currentData(),
        )

    def canvas(self) -> Canvas:
        """With the mask and the parts that the wall has, the mask as long as it has the same size.

        Raises InvalidValue where parts reach beyond.
        """
        bare, before = self.bare(), self._before
        same_size = (bare.width_px, bare.height_px) == (before.width_px, before.height_px)
        return replace(bare, mask=before.mask if same_size else (), regions=before.regions)
