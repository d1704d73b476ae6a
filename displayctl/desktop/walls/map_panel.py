"""The map with what belongs to it: its marks, walls without a place, and where the chosen wall stands in numbers."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QPushButton, QVBoxLayout, QWidget

from content.errors import UnusablePlaces
from content.places.gazetteer import Gazetteer
from displayctl.api.accounts import Role
from displayctl.desktop.catalogue import Kept
from displayctl.desktop.desk import Desk
from displayctl.desktop.look.palette import SPACE_S
from displayctl.desktop.presenters.wall_tiles import WallTile
from displayctl.desktop.walls.map_legend import MapLegend
from displayctl.desktop.walls.wall_map import WallMap
from displayctl.desktop.widgets.flow import Flow
from displayctl.desktop.widgets.name_choice import NameChoice
from displayctl.desktop.widgets.pieces import button, column, label, row
from displayctl.desktop.widgets.wall_place import WallPlace
from schedules.display import Display
from schedules.errors import InvalidValue
from schedules.position import Position


class MapPanel(QWidget):
    """Signals: `chosen` with ids; `placed` a wall's id and its Position; `told` a sentence and its kind."""

    chosen = Signal(tuple)
    placed = Signal(str, object)
    told = Signal(str, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._chosen: tuple[str, ...] = ()
        self._displays: dict[str, Kept[Display]] = {}
        self.map = WallMap()
        self.map.chosen.connect(self.chosen)
        self.map.placed.connect(self.placed)
        self.move_button = QPushButton(self.tr("Move walls"))
        self.move_button.setCheckable(True)
        self.move_button.toggled.connect(self._let_move)
        self.move_button.setToolTip(self.tr("Pull walls to where they stand, or move the chosen one with the arrows"))
        self.unplaced = NameChoice()
        self.unplaced.setAccessibleName(self.tr("Walls without a place"))
        self.unplaced.activated.connect(self._pick_unplaced)
        self.put_button = button(self.tr("Put it there"), self.put, "", "check")
        self._hint = label("", "caption", wrap=True)
        for made in (self.move_button, self.put_button):
            desk.myself.guarded(made, Role.TECHNICIAN)
        self._furnished = False
        self._build()

    def _build(self) -> None:
        self._place_row = QWidget()
        self._place_line: QVBoxLayout = column(row(None, self.put_button), spacing=SPACE_S)
        self._place_row.setLayout(self._place_line)
        above = Flow(self.unplaced, self.move_button, spacing=SPACE_S)
        layout = column(above, self.map, MapLegend(), self._hint, self._place_row, spacing=SPACE_S)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._furnish()

    def _furnish(self) -> None:
        """What takes long to read comes when the map is first looked at."""
        if self._furnished:
            return
        self._furnished = True
        self.place = WallPlace()
        self._place_line.insertWidget(0, self.place)
        QWidget.setTabOrder(self.place.district, self.put_button)
        self._show_districts()
        self.choose(self._chosen)

    def _show_districts(self) -> None:
        try:
            self.map.show_districts(Gazetteer.load().districts)
        except UnusablePlaces:
            self._hint.setText(self.tr("The list of kecamatan cannot be read, so only the walls are drawn."))

    # What is shown

    def show_walls(self, tiles: tuple[WallTile, ...], displays: dict[str, Kept[Display]]) -> None:
        """Draw these, of all the walls that there are."""
        self._displays = displays
        positions = {wall: kept.value.position for wall, kept in displays.items() if kept.value.position is not None}
        self.map.show_walls(tiles, positions)
        self._offer_unplaced()

    def choose(self, ids: tuple[str, ...]) -> None:
        """Show these as chosen."""
        self._chosen = ids
        self.map.choose(ids)
        one = self._displays.get(ids[0]) if len(ids) == 1 and self._furnished else None
        self._place_row.setVisible(one is not None)
        if one is not None:
            self.place.show_position(one.value.position)
            words = self.tr("Where {wall} stands: type it, or switch on “Move walls” and pull it.")
            self._hint.setText(words.format(wall=one.value.name))
        else:
            self._hint.setText(self.tr("Plus and minus, or the wheel, show it nearer; 0 shows the whole."))

    def _offer_unplaced(self) -> None:
        found = [(kept.id, kept.value.name) for kept in self._displays.values() if kept.value.position is None]
        words = self.tr("Without a place: {n}").format(n=len(found))
        shown = [self.unplaced.itemText(number) for number in range(self.unplaced.count())]
        if shown != [words, *(name for _, name in found)]:
            self.unplaced.clear()
            self.unplaced.addItem(words, "")
            for wall, name in found:
                self.unplaced.addItem(name, wall)
        self.unplaced.setVisible(bool(found))

    def _pick_unplaced(self) -> None:
        wall = str(self.unplaced.currentData() or "")
        if wall:
            self.unplaced.setCurrentIndex(0)
            self.chosen.emit((wall,))
            self.place.degrees.setFocus()

    # Placing

    def _let_move(self, on: bool) -> None:
        self.map.moving = on
        if on:
            self.map.setFocus()

    def put(self) -> None:
        """Let the chosen wall stand where the numbers say."""
        if len(self._chosen) != 1:
            return
        try:
            position: Position | None = self.place.position()
        except InvalidValue:
            self.told.emit(self.tr("Write where it stands as two numbers, as -0.9516, 122.7875."), "warning")
            return
        self.placed.emit(self._chosen[0], position)
