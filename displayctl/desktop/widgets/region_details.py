"""The form about one region of a wall: its name, its place, and what it shows."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from displayctl.desktop.look.palette import SPACE_M, SPACE_S
from displayctl.desktop.presenters.scene_words import clock_style_words, region_kind_words
from displayctl.desktop.widgets.choices import TickList, number_edit
from displayctl.desktop.widgets.colour_button import ColourButton
from displayctl.desktop.widgets.pieces import column, field, frame, label, row
from schedules.clock_face import ClockStyle
from schedules.region import MAIN, Region, RegionKind

Named = tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class WallOffers:
    """What a wall may show, each by (id, name): playlists, running texts, and pictures for logos."""

    playlists: Named = ()
    tickers: Named = ()
    pictures: Named = ()


class RegionDetails(QWidget):
    """Signal: `changed`, when a person changed something."""

    changed = Signal()

    def __init__(self, offers: WallOffers) -> None:
        super().__init__()
        self._showing = False
        self.name = QLineEdit()
        self.name.setMaxLength(64)
        self.kind = QComboBox()
        for kind in RegionKind:
            self.kind.addItem(region_kind_words(kind), kind)
        self.x_px, self.y_px = number_edit(0, 16384), number_edit(0, 16384)
        self.width_px, self.height_px = number_edit(1, 16384), number_edit(1, 16384)
        self.filler = _box(((None, self.tr("Nothing: black")), *offers.playlists))
        self.tickers = TickList()
        self.tickers.offer(offers.tickers)
        self.says = _box((style, clock_style_words(style)) for style in ClockStyle)
        self.ink, self.ground = ColourButton(self.tr("Letters")), ColourButton(self.tr("Ground"))
        self.medium = _box(offers.pictures)
        self._build()
        self._listen()

    def _build(self) -> None:
        name_box = _boxed(self.tr("Name"), self.name)
        kind_box = _boxed(self.tr("Shows"), self.kind)
        places = ((self.tr("Left"), self.x_px), (self.tr("Top"), self.y_px))
        sizes = ((self.tr("Width"), self.width_px), (self.tr("Height"), self.height_px))
        self._loop = _boxed(self.tr("In hours without a booking"), self.filler)
        self._main = label(self.tr("The main picture plays here, with the group's filler."), "caption", wrap=True)
        self._ticker = _boxed(self.tr("Running texts (none ticked: all of this wall)"), self.tickers)
        says = (self.tr("Says"), self.says), (self.tr("Letters"), self.ink), (self.tr("Ground"), self.ground)
        self._clock = frame("plain", row(*(_boxed(*each) for each in says), spacing=SPACE_S))
        self._logo = _boxed(self.tr("Picture"), self.medium)
        self.setLayout(
            column(
                row(name_box, kind_box, spacing=SPACE_S),
                row(*(_boxed(*each) for each in (*places, *sizes)), spacing=SPACE_S),
                self._loop,
                self._main,
                self._ticker,
                self._clock,
                self._logo,
                None,
                spacing=SPACE_M,
            )
        )

    def _listen(self) -> None:
        self.name.textEdited.connect(self._tell)
        for box in (self.kind, self.filler, self.says, self.medium):
            box.activated.connect(self._tell)
        self.kind.currentIndexChanged.connect(self._show_what_applies)
        for spin in (self.x_px, self.y_px, self.width_px, self.height_px):
            spin.valueChanged.connect(self._tell)
        self.tickers.changed.connect(self._tell)
        for colour in (self.ink, self.ground):
            colour.changed.connect(self._tell)

    def show_region(self, region: Region) -> None:
        """Show one region, without telling."""
        self._showing = True
        if self.name.text() != region.name:
            self.name.setText(region.name)
        self.kind.setCurrentIndex(self.kind.findData(region.kind))
        for spin, value in (
            (self.x_px, region.x_px),
            (self.y_px, region.y_px),
            (self.width_px, region.width_px),
            (self.height_px, region.height_px),
        ):
            spin.setValue(value)
        self.filler.setCurrentIndex(self.filler.findData(region.playlist_id))
        self.tickers.tick(region.ticker_ids)
        self.says.setCurrentIndex(self.says.findData(region.clock_style))
        self.ink.show_value(region.ink)
        self.ground.show_value(region.ground)
        if region.medium_id is not None:
            self.medium.setCurrentIndex(self.medium.findData(region.medium_id))
        self._show_what_applies()
        self._showing = False

    def region(self) -> Region:
        """The region as the form says; raises InvalidValue."""
        kind, name = RegionKind(self.kind.currentData()), self.name.text().strip()
        loops = kind is RegionKind.LOOP and name != MAIN
        return Region(
            name,
            self.x_px.value(),
            self.y_px.value(),
            self.width_px.value(),
            self.height_px.value(),
            kind,
            playlist_id=self.filler.currentData() if loops else None,
            ticker_ids=self.tickers.ticked if kind is RegionKind.TICKER else (),
            clock_style=ClockStyle(self.says.currentData()),
            medium_id=self.medium.currentData() if kind is RegionKind.LOGO else None,
            ink=self.ink.value,
            ground=self.ground.value,
        )

    def _tell(self) -> None:
        if not self._showing:
            self._show_what_applies()
            self.changed.emit()

    def _show_what_applies(self) -> None:
        kind, is_main = RegionKind(self.kind.currentData()), self.name.text().strip() == MAIN
        self._loop.setVisible(kind is RegionKind.LOOP and not is_main)
        self._main.setVisible(kind is RegionKind.LOOP and is_main)
        self._ticker.setVisible(kind is RegionKind.TICKER and bool(self.tickers.count))
        self._clock.setVisible(kind is RegionKind.CLOCK)
        self._logo.setVisible(kind is RegionKind.LOGO)


def _boxed(name: str, widget: QWidget) -> QWidget:
    return frame("plain", field(name, widget))


def _box(things: Iterable[tuple[object, str]]) -> QComboBox:
    made = QComboBox()
    made.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    for key, name in things:
        made.addItem(name, key)
    return made
