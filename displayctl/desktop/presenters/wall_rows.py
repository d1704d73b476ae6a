"""The walls as a list under headings, one for each group, filtered by words and by group."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from displayctl.desktop.presenters.wall_tiles import Gravity, WallTile, worst_first

translate = QCoreApplication.translate


@dataclass(frozen=True, slots=True)
class Heading:
    """A group above its walls: how many there are, and how many of them need a look."""

    group: str
    count: int
    ill: int

    @property
    def said(self) -> str:
        """As ``pasar · 12 layar · 2 perlu dilihat``."""
        words = (
            translate("WallRows", "{group} · {count} walls")
            if self.count != 1
            else translate("WallRows", "{group} · 1 wall")
        )
        said = words.format(group=self.group, count=self.count)
        if not self.ill:
            return said
        return translate("WallRows", "{walls} · {count} to look at").format(walls=said, count=self.ill)


Row = Heading | WallTile


def section_of(groups: tuple[str, ...]) -> str:
    """Under which heading a wall stands: the first group that only gathers walls, else the one of its programme."""
    return groups[1] if len(groups) > 1 else groups[0]


def rows_of(tiles: Iterable[WallTile], words: str = "", group: str = "") -> tuple[Row, ...]:
    """Walls that have all of `words` and are in `group` (empty: any), the worst of each section first.

    Where all of them stand under one heading, that is left out.
    """
    wanted = words.casefold().split()
    sections: defaultdict[str, list[WallTile]] = defaultdict(list)
    for tile in tiles:
        if (not group or group in tile.groups) and tile.has(wanted):
            sections[section_of(tile.groups)].append(tile)
    rows: list[Row] = []
    for name in sorted(sections):
        inside = worst_first(sections[name])
        if len(sections) > 1:
            rows.append(Heading(name, len(inside), sum(tile.gravity is not Gravity.WELL for tile in inside)))
        rows += inside
    return tuple(rows)
