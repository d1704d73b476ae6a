"""The form about a wall: what it is and where its pixels lie, how it is divided, and how it sounds."""

from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from zoneinfo import available_timezones

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QLayout, QLineEdit, QSpinBox, QWidget

from displayctl.desktop.catalogue import Kept
from displayctl.desktop.look.palette import SPACE_L, SPACE_M, SPACE_S
from displayctl.desktop.presenters.office_time import office_zone
from displayctl.desktop.presenters.sentences import say_sentence
from displayctl.desktop.presenters.wall_groups import MOST_OF_A_WALL
from displayctl.desktop.widgets.choices import number_edit
from displayctl.desktop.widgets.leaving import leave
from displayctl.desktop.widgets.pieces import button, column, field, frame, label, row, rule
from displayctl.desktop.widgets.region_details import WallOffers
from displayctl.desktop.widgets.region_editor import RegionEditor
from displayctl.desktop.widgets.sections import Sections
from displayctl.desktop.widgets.wall_place import WallPlace
from displayctl.desktop.widgets.wall_sound import WallSound
from schedules.display import FRAME_RATES, ROTATIONS, Canvas, Display
from schedules.errors import InvalidValue

NEAR_ZONES = ("Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura")


class WallForm(QDialog):
    """Signals: `stored` the wall before (Kept or None) and after; `removal_asked` the wall before."""

    stored = Signal(object, object)
    removal_asked = Signal(object)

    def __init__(
        self, kept: Kept[Display] | None, new_id: str, offers: WallOffers, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._kept = kept
        self._id = kept.id if kept else new_id
        self.setWindowTitle(self.tr("Change the wall") if kept else self.tr("New wall"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._make_inputs()
        self.regions = RegionEditor(offers)
        self.sound = WallSound(offers)
        self._build()
        self._fill(kept.value if kept else None)
        for spin in (self.width_px, self.height_px):
            spin.valueChanged.connect(self._resize_regions)
        self.regions.changed.connect(self._offer_regions)
        self._shown = self._typed()

    def _make_inputs(self) -> None:
        self.name = QLineEdit()
        self.name.setMaxLength(200)
        self.name.setPlaceholderText(self.tr("As people call it: Tugu Adipura"))
        self.width_px, self.height_px = _pixels(16), _pixels(16)
        self.x_px, self.y_px = _pixels(0), _pixels(0)
        self.rotation = QComboBox()
        for degrees in ROTATIONS:
            self.rotation.addItem(f"{degrees}°", degrees)
        self.zone = QComboBox()
        self.zone.setEditable(True)
        self.zone.setMinimumContentsLength(14)  # beside others: the whole form has to fit a screen of 768 rows
        self.zone.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.zone.addItems([*NEAR_ZONES, *sorted(available_timezones() - set(NEAR_ZONES))])
        self.rate = QComboBox()
        for rate in FRAME_RATES:
            self.rate.addItem(self.tr("{n} a second").format(n=rate), rate)
        self.groups = QLineEdit()
        self.place = WallPlace()
        self._error = label("", "error", wrap=True)
        self._error.hide()

    def _build(self) -> None:
        save = button(self.tr("Save"), self.save, "primary")
        save.setDefault(True)
        foot = row(None, button(self.tr("Cancel"), self.reject), save, spacing=SPACE_S)
        if self._kept is not None:
            foot.insertWidget(0, button(self.tr("Delete the wall"), self._ask_removal, "danger", "trash"))
        self._parts = Sections(
            (
                (self._facts_page(), self.tr("The wall")),
                (self.regions, self.tr("Parts")),
                (self.sound, self.tr("Sound and logo")),
            )
        )
        layout = column(self._parts.bar, self._parts, self._error, rule(), foot, spacing=SPACE_M)
        layout.setStretch(1, 1)
        layout.setContentsMargins(SPACE_L, SPACE_M, SPACE_L, SPACE_L)
        self.setLayout(layout)
        self.setMinimumWidth(560)

    def show_part(self, number: int) -> None:
        """Bring a part of the form forward: 0 the wall, 1 its regions, 2 sound and logo."""
        self._parts.bring(number)

    def _facts_page(self) -> QWidget:
        layout = column(
            field(self.tr("Name"), self.name),
            row(
                _boxed(field(self.tr("Width in pixels"), self.width_px)),
                _boxed(field(self.tr("Height in pixels"), self.height_px)),
                spacing=SPACE_M,
            ),
            row(
                _boxed(field(self.tr("From the left of the output"), self.x_px)),
                _boxed(field(self.tr("From the top of the output"), self.y_px)),
                spacing=SPACE_M,
            ),
            label(
                self.tr("The wall shows exactly these pixels of the player's video output; nothing is scaled."),
                "caption",
                wrap=True,
            ),
            row(
                _boxed(field(self.tr("Turned clockwise by"), self.rotation)),
                _boxed(field(self.tr("Pictures"), self.rate)),
                _boxed(field(self.tr("Time zone"), self.zone)),
                spacing=SPACE_M,
            ),
            field(
                self.tr("Where it stands"),
                self.place,
                self.tr("Latitude and longitude from a map; warnings find the wall by them."),
            ),
            field(
                self.tr("Groups"),
                self.groups,
                self.tr("Walls of a group share one published programme. Small letters and hyphens."),
            ),
            None,
            spacing=SPACE_M,
        )
        layout.setContentsMargins(0, SPACE_M, 0, 0)
        made = QWidget()
        made.setLayout(layout)
        return made

    def _fill(self, display: Display | None) -> None:
        canvas = display.canvas if display else Canvas(640, 384)
        self.name.setText(display.name if display else "")
        for spin, value in (
            (self.width_px, canvas.width_px),
            (self.height_px, canvas.height_px),
            (self.x_px, canvas.x_px),
            (self.y_px, canvas.y_px),
        ):
            spin.setValue(value)
        self.rotation.setCurrentIndex(ROTATIONS.index(canvas.rotation_degrees))
        self.zone.setCurrentText(display.time_zone if display else office_zone().key)
        self.rate.setCurrentIndex(FRAME_RATES.index(display.frame_rate if display else 30))
        self.groups.setText(", ".join(display.groups if display else ("utama",)))
        self.place.show_position(display.position if display else None)
        self.regions.show_regions(QSize(canvas.width_px, canvas.height_px), canvas.regions)
        if display is not None:
            self.sound.show_display(display)
        self.show_part(0)

    def _resize_regions(self) -> None:
        self.regions.show_size(QSize(self.width_px.value(), self.height_px.value()))

    def _offer_regions(self) -> None:
        with suppress(InvalidValue):
            self.sound.offer_regions(self.regions.regions)

    def display(self) -> Display:
        """The wall as the form says; raises InvalidValue."""
        before = self._kept.value if self._kept else None
        old = before.canvas if before else Canvas(16, 16)
        size = {"width_px": self.width_px.value(), "height_px": self.height_px.value()}
        same_size = (old.width_px, old.height_px) == (size["width_px"], size["height_px"])
        canvas = Canvas(
            **size,
            x_px=self.x_px.value(),
            y_px=self.y_px.value(),
            rotation_degrees=self.rotation.currentData(),
            mask=old.mask if same_size else (),
            regions=self.regions.regions,
        )
        facts = {
            "name": self.name.text().strip(),
            "time_zone": self.zone.currentText().strip(),
            "canvas": canvas,
            "frame_rate": self.rate.currentData(),
            "groups": tuple(dict.fromkeys(name.strip() for name in self.groups.text().split(",") if name.strip())),
            "position": self.place.position(),
            **self.sound.facts(),
        }
        return replace(before, **facts) if before else Display(id=self._id, **facts)

    def _typed(self) -> Display | tuple[str, ...]:
        """What the form says; where that is no wall yet, its words."""
        try:
            return self.display()
        except InvalidValue:
            return self.name.text(), self.groups.text(), self.zone.currentText(), self.place.degrees.text()

    def reject(self) -> None:
        leave(self, self._typed() != self._shown, super().reject)

    @property
    def error(self) -> str:
        """What is wrong with the form."""
        return self._error.text()

    def save(self) -> None:
        """Tell the wall as the form says; what is wrong is said and the form stays."""
        try:
            display = self.display()
        except InvalidValue as error:
            self._error.setText(self._explain(error))
            self._error.show()
            self.show_part(1 if error.field.startswith(("canvas.regions", "region.")) else 0)
            return
        self.stored.emit(self._kept, display)
        self.accept()

    def _explain(self, error: InvalidValue) -> str:
        return {
            "display.name": self.tr("Give the wall a name."),
            "display.position": self.tr("Write where it stands as two numbers, as -0.9516, 122.7875."),
            "time_zone": self.tr("This time zone is not known; choose one from the list, as Asia/Makassar."),
            "canvas.regions": self.tr("Look at the parts of the wall: {why}").format(why=say_sentence(error.message)),
            "display.groups": self.tr("Name one to {most} groups, in small letters and hyphens, as “utama”.").format(
                most=MOST_OF_A_WALL
            ),
        }.get(error.field, say_sentence(str(error)))

    def _ask_removal(self) -> None:
        self.removal_asked.emit(self._kept)
        self.accept()


def _pixels(least: int) -> QSpinBox:
    return number_edit(least, 16384, " px")


def _boxed(layout: QLayout) -> QWidget:
    return frame("plain", layout)
