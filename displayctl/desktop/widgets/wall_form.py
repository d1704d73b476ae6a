"""The form about a wall: name, canvas, place in the video output, rotation, time zone and frame rate."""

from __future__ import annotations

from dataclasses import replace
from zoneinfo import available_timezones

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QDialog, QLayout, QLineEdit, QSpinBox, QWidget

from displayctl.desktop.catalogue import Kept
from displayctl.desktop.look.palette import SPACE_L, SPACE_M, SPACE_S
from displayctl.desktop.widgets.choices import number_edit
from displayctl.desktop.widgets.pieces import button, column, field, frame, label, row, rule
from schedules.display import FRAME_RATES, ROTATIONS, Canvas, Display
from schedules.errors import InvalidValue

NEAR_ZONES = ("Asia/Jakarta", "Asia/Makassar", "Asia/Jayapura")


class WallForm(QDialog):
    """Signals: `stored` the wall before (Kept or None) and after; `removal_asked` the wall before."""

    stored = Signal(object, object)
    removal_asked = Signal(object)

    def __init__(self, kept: Kept[Display] | None, new_id: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kept = kept
        self._id = kept.id if kept else new_id
        self.setWindowTitle(self.tr("Change the wall") if kept else self.tr("New wall"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self._make_inputs()
        self._build()
        self._fill(kept.value if kept else None)

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
        self.zone.addItems([*NEAR_ZONES, *sorted(available_timezones() - set(NEAR_ZONES))])
        self.rate = QComboBox()
        for rate in FRAME_RATES:
            self.rate.addItem(self.tr("{n} a second").format(n=rate), rate)
        self.groups = QLineEdit()
        self._error = label("", "error", wrap=True)
        self._error.hide()

    def _build(self) -> None:
        save = button(self.tr("Save"), self.save, "primary")
        save.setDefault(True)
        foot = row(None, button(self.tr("Cancel"), self.reject), save, spacing=SPACE_S)
        if self._kept is not None:
            foot.insertWidget(0, button(self.tr("Delete the wall"), self._ask_removal, "danger", "trash"))
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
                spacing=SPACE_M,
            ),
            field(self.tr("Time zone"), self.zone),
            field(
                self.tr("Groups"),
                self.groups,
                self.tr("Walls of a group share one published programme. Small letters and hyphens."),
            ),
            self._error,
            rule(),
            foot,
            spacing=SPACE_M,
        )
        layout.setContentsMargins(SPACE_L, SPACE_L, SPACE_L, SPACE_L)
        self.setLayout(layout)
        self.setMinimumWidth(480)

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
        self.zone.setCurrentText(display.time_zone if display else "Asia/Makassar")
        self.rate.setCurrentIndex(FRAME_RATES.index(display.frame_rate if display else 30))
        self.groups.setText(", ".join(display.groups if display else ("utama",)))

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
            regions=old.regions if same_size else (),
        )
        facts = {
            "name": self.name.text().strip(),
            "time_zone": self.zone.currentText().strip(),
            "canvas": canvas,
            "frame_rate": self.rate.currentData(),
            "groups": tuple(name.strip() for name in self.groups.text().split(",") if name.strip()),
        }
        return replace(before, **facts) if before else Display(id=self._id, **facts)

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
            return
        self.stored.emit(self._kept, display)
        self.accept()

    def _explain(self, error: InvalidValue) -> str:
        return {
            "display.name": self.tr("Give the wall a name."),
            "time_zone": self.tr("This time zone is not known; choose one from the list, as Asia/Makassar."),
            "display.groups": self.tr("Name at least one group, in small letters and hyphens, as “utama”."),
        }.get(error.field, str(error))

    def _ask_removal(self) -> None:
        self.removal_asked.emit(self._kept)
        self.accept()


def _pixels(least: int) -> QSpinBox:
    return number_edit(least, 16384, " px")


def _boxed(layout: QLayout) -> QWidget:
    return frame("plain", layout)
