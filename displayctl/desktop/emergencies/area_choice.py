"""The second of the three actions: on which walls. Without one it is all of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QSizePolicy, QStackedWidget, QWidget

from content.places.district import District
from displayctl.desk.emergencies.area import walls_inside
from displayctl.desktop.emergencies.area_sketch import AreaSketch, Mark
from displayctl.desktop.look.palette import SPACE_M, SPACE_S, SPACE_XS
from displayctl.desktop.presenters.words import counted, listed
from displayctl.desktop.widgets.choices import TickList
from displayctl.desktop.widgets.flow import Flow
from displayctl.desktop.widgets.pieces import Button, button, column, frame, label, reserve_bold, row, scrolled
from schedules.display import Display
from schedules.position import Position

ALL, GROUPS, DISTRICTS, DRAWN, SINGLE = range(5)
MOST_NAMED = 3
LONGEST_WORDS = 200


class AreaChoice(QWidget):
    """Signal: `changed` whenever the walls are others. `place`, beside it, is where they are chosen; hidden for all."""

    changed = Signal()

    def __init__(self, colour: str) -> None:
        super().__init__()
        self._walls: tuple[Display, ...] = ()
        self._districts: tuple[District, ...] = ()
        self._outlines: tuple[tuple[Position, ...], ...] = ()
        self._district_of: Mapping[str, tuple[str, ...]] = {}
        self._ways = QButtonGroup(self)
        self.groups, self.districts, self.single = TickList(), TickList(), TickList()
        self.sketch = AreaSketch(colour)
        self._unplaced = label("", "caption", wrap=True)
        self._stack = QStackedWidget()
        self.place = QWidget()
        self._build()
        for source in (self.groups.changed, self.districts.changed, self.single.changed, self.sketch.changed):
            source.connect(self._changed)
        self._ways.idToggled.connect(self._way_chosen)
        self._ways.button(ALL).setChecked(True)

    def _build(self) -> None:
        titles = (
            (ALL, self.tr("All walls")),
            (GROUPS, self.tr("Groups")),
            (DISTRICTS, self.tr("Districts")),
            (DRAWN, self.tr("Draw")),
            (SINGLE, self.tr("Walls")),
        )
        for number, title in titles:
            self._ways.addButton(_segment(title), number)
        ways = Flow(*self._ways.buttons(), spacing=2)
        ways.setContentsMargins(3, 3, 3, 3)
        segments = row(frame("segments", ways), None)
        hint = self.tr("Click around the walls; Backspace takes the last corner back. By keys: arrows, then Enter.")
        anew = button(self.tr("Draw anew"), self.sketch.start_anew, "quiet")
        anew.setAutoDefault(False)
        hint_row = row(label(hint, "caption", wrap=True), anew, spacing=SPACE_S)
        hint_row.setStretch(0, 1)
        drawn = QWidget()
        area = column(self.sketch, hint_row, spacing=SPACE_XS)
        area.setStretch(0, 1)
        drawn.setLayout(area)
        lists = [scrolled(each) for each in (self.groups, self.districts, self.single)]
        for part in (QWidget(), lists[0], lists[1], scrolled(drawn), lists[2]):
            self._stack.addWidget(part)
        self.setLayout(column(segments))
        inside = column(self._stack, self._unplaced, spacing=SPACE_S)
        inside.setStretch(0, 1)
        inside.setContentsMargins(0, 0, SPACE_M, 0)
        self.place.setLayout(inside)

    def offer(
        self, walls: Iterable[Display], districts: Iterable[District], district_of: Mapping[str, tuple[str, ...]]
    ) -> None:
        """Choose among these. `district_of` names, for a wall's id, the codes of the districts it stands in."""
        self._walls, self._districts, self._district_of = tuple(walls), tuple(districts), district_of
        rings = (ring for each in self._districts for ring in each.polygons)
        self._outlines = tuple(tuple(Position(*corner) for corner in ring) for ring in rings)
        groups = sorted({group for wall in self._walls for group in wall.groups})
        self.groups.offer((group, self._counted(group, self._of_groups({group}))) for group in groups)
        self.districts.offer(
            (each.code, self._counted(each.name, self._of_districts({each.code}))) for each in districts
        )
        self.single.offer((wall.id, wall.name) for wall in self._walls)
        self._changed()

    def _counted(self, name: str, walls: tuple[Display, ...]) -> str:
        one, many = self.tr("{name} ({count} wall)"), self.tr("{name} ({count} walls)")
        return counted(one, many, len(walls), name=name)

    # What is chosen

    @property
    def way(self) -> int:
        return self._ways.checkedId()

    def choose_way(self, way: int) -> None:
        """As if a person had chosen how to choose."""
        self._ways.button(way).setChecked(True)

    def choose_walls(self, ids: Iterable[str]) -> None:
        """Exactly these walls; all of them where none is named."""
        wanted = tuple(ids)
        self.single.tick(wanted)
        self.choose_way(SINGLE if wanted else ALL)
        self._changed()

    @property
    def walls(self) -> tuple[Display, ...]:
        """The chosen walls."""
        chosen = {
            ALL: lambda: self._walls,
            GROUPS: lambda: self._of_groups(set(self.groups.ticked)),
            DISTRICTS: lambda: self._of_districts(set(self.districts.ticked)),
            DRAWN: lambda: walls_inside(self.sketch.corners, self._walls),
            SINGLE: lambda: tuple(wall for wall in self._walls if wall.id in set(self.single.ticked)),
        }
        return chosen[self.way]()

    @property
    def display_ids(self) -> tuple[str, ...]:
        """The ids of the chosen walls; empty where it is all of them, also of those that come later."""
        return () if self.way == ALL else tuple(wall.id for wall in self.walls)

    @property
    def words(self) -> str:
        """Where that is, for people; empty for everywhere."""
        if self.way == DISTRICTS:
            names = [each.name for each in self._districts if each.code in set(self.districts.ticked)]
            return self.tr("Kecamatan {names}").format(names=_few(names)) if names else ""
        if self.way == GROUPS:
            return _few(list(self.groups.ticked))
        return _few([wall.name for wall in self.walls]) if self.way in (DRAWN, SINGLE) else ""

    @property
    def hindrance(self) -> str:
        """What is still to be done before there is any wall; empty where there is one."""
        if self.walls:
            return ""
        if not self._walls:
            return self.tr("There is no wall yet; add one under Walls.")
        return {
            GROUPS: self.tr("Tick a group."),
            DISTRICTS: self.tr("Tick a district in which a wall stands."),
            DRAWN: self.tr("Draw around at least one wall: three corners or more."),
            SINGLE: self.tr("Tick at least one wall."),
        }.get(self.way, "")

    def _of_groups(self, groups: set[str]) -> tuple[Display, ...]:
        return tuple(wall for wall in self._walls if groups & set(wall.groups))

    def _of_districts(self, codes: set[str]) -> tuple[Display, ...]:
        return tuple(wall for wall in self._walls if codes & set(self._district_of.get(wall.id, ())))

    def _way_chosen(self, way: int, checked: bool) -> None:
        if checked:
            self._stack.setCurrentIndex(way)
            self.place.setVisible(way != ALL)
            self._changed()

    def _changed(self) -> None:
        chosen, ticked = {wall.id for wall in self.walls}, set(self.districts.ticked)
        self.sketch.show_places(
            (Mark(each.name, each.position, each.code in ticked) for each in self._districts),
            (Mark(wall.name, wall.position, wall.id in chosen) for wall in self._walls if wall.position is not None),
            self._outlines,
        )
        unplaced = [wall.name for wall in self._walls if wall.position is None]
        self._unplaced.setVisible(bool(unplaced) and self.way in (DISTRICTS, DRAWN))
        words = self.tr("Without a place, so never found here: {walls}. Give it under Walls.")
        self._unplaced.setText(words.format(walls=_few(unplaced)))
        self.changed.emit()


def _segment(title: str) -> QPushButton:
    made = Button(title)
    made.setProperty("role", "segment")
    made.setCheckable(True)
    made.setAutoDefault(False)
    made.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
    reserve_bold(made, title)
    return made


def _few(names: list[str]) -> str:
    more = [f"+{len(names) - MOST_NAMED}"] if len(names) > MOST_NAMED else []
    return listed([*names[:MOST_NAMED], *more])[:LONGEST_WORDS]
