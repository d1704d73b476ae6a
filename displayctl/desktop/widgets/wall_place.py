"""Where a wall stands: degrees, as maps give them, or the middle of a kecamatan for a start."""

from __future__ import annotations

import re

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from content.errors import UnusablePlaces
from content.places.gazetteer import Gazetteer
from displayctl.desktop.look.palette import SPACE_S
from displayctl.desktop.widgets.pieces import row
from schedules.errors import InvalidValue
from schedules.position import Position

FIELD = "display.position"
_PAIR = re.compile(r"\A\s*(-?\d{1,3}(?:[.,]\d+)?)\s*[,;\s]\s*(-?\d{1,3}(?:[.,]\d+)?)\s*\Z")


class WallPlace(QWidget):
    """Two numbers in one line, as copied from a map. Empty: no warning finds the wall by its place."""

    def __init__(self) -> None:
        super().__init__()
        self.degrees = QLineEdit()
        self.degrees.setMaxLength(60)
        self.degrees.setPlaceholderText("-0.9516, 122.7875")
        self.degrees.setAccessibleName(self.tr("Latitude and longitude"))
        self.district = QComboBox()
        self.district.setAccessibleName(self.tr("Kecamatan"))
        self.district.addItem(self.tr("From a kecamatan…"), None)
        for name, position in _districts():
            self.district.addItem(name, position)
        self.district.activated.connect(self._picked)
        layout = row(self.degrees, self.district, spacing=SPACE_S)
        layout.setStretch(0, 1)
        self.setLayout(layout)

    def show_position(self, position: Position | None) -> None:
        """Show this one; None is an empty line."""
        self.degrees.setText("" if position is None else _words(position))
        self.district.setCurrentIndex(0)

    def position(self) -> Position | None:
        """What stands in the line; None where it is empty. Raises InvalidValue (``display.position``)."""
        text = self.degrees.text().strip()
        if not text:
            return None
        found = _PAIR.match(text)
        if found is None:
            raise InvalidValue(FIELD, f"{text!r:.60} is no latitude and longitude; write them as -0.9516, 122.7875")
        latitude, longitude = (float(part.replace(",", ".")) for part in found.groups())
        try:
            return Position(latitude, longitude)
        except InvalidValue as error:
            raise InvalidValue(FIELD, str(error)) from error

    def _picked(self) -> None:
        position = self.district.currentData()
        if position is not None:
            self.degrees.setText(_words(position))


def _words(position: Position) -> str:
    """To the last decimal, so that a form that is only opened and saved moves nothing."""
    return ", ".join(f"{each:.6f}".rstrip("0").rstrip(".") for each in (position.latitude, position.longitude))


def _districts() -> tuple[tuple[str, Position], ...]:
    """None where the places cannot be read: a wall can be placed by numbers then."""
    try:
        return tuple((district.name, district.position) for district in Gazetteer.load().districts)
    except UnusablePlaces:
        return ()
