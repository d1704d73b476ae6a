"""The form about a wall's sound and the logo in its corner."""

from __future__ import annotations

from datetime import time
from typing import Any

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from displayctl.desktop.look.palette import SPACE_M
from displayctl.desktop.presenters.scene_words import corner_words, region_words
from displayctl.desktop.widgets.choices import number_edit
from displayctl.desktop.widgets.hours_list import HoursList
from displayctl.desktop.widgets.pieces import column, field, frame, row, rule
from displayctl.desktop.widgets.region_details import WallOffers
from schedules.display import MOST_OFFICE, Display
from schedules.region import Corner, Logo, Region, RegionKind


class WallSound(QWidget):
    """Volume, quiet hours, which part is heard, and the logo of a whole wall."""

    def __init__(self, offers: WallOffers) -> None:
        super().__init__()
        self.volume = number_edit(0, 100, " %")
        self.volume.setValue(100)
        self.heard = QComboBox()
        self.heard.addItem(region_words(""), "")
        self.quiet = HoursList(time(21), time(6))
        self.logo = QComboBox()
        self.logo.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.logo.addItem(self.tr("No logo"), None)
        for key, name in offers.pictures:
            self.logo.addItem(name, key)
        self.corner = QComboBox()
        for corner in Corner:
            self.corner.addItem(corner_words(corner), corner)
        self.percent = number_edit(1, 100, " %")
        self.office = QLineEdit()
        self.office.setMaxLength(MOST_OFFICE)
        self.office.setPlaceholderText(self.tr("As: Diskominfo Kabupaten Banggai"))
        self._build()
        self.logo.currentIndexChanged.connect(self._show_what_applies)
        self._show_logo(None)

    def _build(self) -> None:
        self._place = frame(
            "plain",
            row(
                frame("plain", field(self.tr("Corner"), self.corner)),
                frame("plain", field(self.tr("Height, of the wall's"), self.percent)),
                spacing=SPACE_M,
            ),
        )
        layout = column(
            row(
                frame("plain", field(self.tr("Volume of the wall"), self.volume)),
                frame("plain", field(self.tr("Heard is"), self.heard)),
                spacing=SPACE_M,
            ),
            field(
                self.tr("Quiet hours"),
                self.quiet,
                self.tr("No sound in these hours, in the time of the wall; the pictures go on. Live streams are mute."),
            ),
            rule(),
            field(self.tr("Logo over the picture"), self.logo),
            self._place,
            field(
                self.tr("Whose wall it is"),
                self.office,
                self.tr("Stands on the safe card, which the wall shows when it is taken off the air."),
            ),
            None,
            spacing=SPACE_M,
        )
        layout.setContentsMargins(0, SPACE_M, 0, 0)
        self.setLayout(layout)

    def show_display(self, display: Display) -> None:
        """Show what a wall has."""
        self.volume.setValue(display.volume)
        self.offer_regions(display.canvas.regions)
        self.heard.setCurrentIndex(max(0, self.heard.findData(display.sound_region)))
        self.quiet.show_hours(display.quiet_hours)
        self.office.setText(display.office)
        self._show_logo(display.logo)

    def offer_regions(self, regions: tuple[Region, ...]) -> None:
        """Offer these loops to be heard; what is chosen stays chosen while it is there."""
        chosen = self.heard.currentData()
        self.heard.clear()
        self.heard.addItem(region_words(""), "")
        for region in regions:
            if region.kind is RegionKind.LOOP and not region.is_main:
                self.heard.addItem(region_words(region.name), region.name)
        self.heard.setCurrentIndex(max(0, self.heard.findData(chosen)))
        self.heard.setEnabled(self.heard.count() > 1)

    def facts(self) -> dict[str, Any]:
        """Fields of Display as the form says."""
        medium_id = self.logo.currentData()
        return {
            "volume": self.volume.value(),
            "sound_region": self.heard.currentData() or "",
            "quiet_hours": self.quiet.hours,
            "office": self.office.text().strip(),
            "logo": Logo(medium_id, Corner(self.corner.currentData()), self.percent.value()) if medium_id else None,
        }

    def _show_logo(self, logo: Logo | None) -> None:
        shown = logo or Logo("contoh")
        self.corner.setCurrentIndex(self.corner.findData(shown.corner))
        self.percent.setValue(shown.percent)
        if logo is not None and self.logo.findData(logo.medium_id) < 0:
            self.logo.addItem(logo.medium_id, logo.medium_id)
        self.logo.setCurrentIndex(self.logo.findData(logo.medium_id if logo else None))
        self._show_what_applies()

    def _show_what_applies(self) -> None:
        self._place.setVisible(self.logo.currentData() is not None)
