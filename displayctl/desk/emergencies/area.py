"""Which walls an emergency is for: all, some by name or group, those of chosen kecamatan, those inside a drawn line."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from content.places.gazetteer import Gazetteer
from displayctl.errors import NothingToSign
from schedules.display import Display
from schedules.position import Position

MOST_CORNERS = 500
LONGEST_WORDS = 200


@dataclass(frozen=True, slots=True)
class Area:
    """A choice of walls; without any part it is all of them. A wall that one of the parts names belongs to it.

    `districts` are codes of kecamatan, `polygon` corners drawn on a map, open or closed.
    """

    display_ids: tuple[str, ...] = ()
    groups: tuple[str, ...] = ()
    districts: tuple[str, ...] = ()
    polygon: tuple[Position, ...] = ()

    @property
    def is_everywhere(self) -> bool:
        return not (self.display_ids or self.groups or self.districts or self.polygon)


def walls_of(area: Area, walls: Sequence[Display], gazetteer: Gazetteer | None = None) -> tuple[Display, ...]:
    """Those of `walls` that `area` means, in their order. `gazetteer` is needed for districts.

    Raises NothingToSign where it means none, or names a wall or group that there is not.
    """
    if area.is_everywhere:
        chosen = tuple(walls)
    else:
        _check_known(area.display_ids, {wall.id for wall in walls}, "wall")
        _check_known(area.groups, {group for wall in walls for group in wall.groups}, "group")
        inside = {wall.id for wall in _in_districts(area, walls, gazetteer)}
        inside |= {wall.id for wall in walls_inside(area.polygon, walls)}
        chosen = tuple(
            wall
            for wall in walls
            if wall.id in area.display_ids or wall.id in inside or not set(area.groups).isdisjoint(wall.groups)
        )
    if not chosen:
        homeless = sum(wall.position is None for wall in walls)
        hint = f"; {homeless} walls have no position yet, enter it for them" if homeless else ""
        raise NothingToSign(f"there is no wall in the chosen area{hint}")
    return chosen


def walls_inside(polygon: Sequence[Position], walls: Iterable[Display]) -> tuple[Display, ...]:
    """The walls that stand inside `polygon` or on its line; none for fewer than three corners."""
    if len(polygon) < 3:
        return ()
    if len(polygon) > MOST_CORNERS:
        raise NothingToSign(f"the drawn area has {len(polygon)} corners; {MOST_CORNERS} are the most, draw it simpler")
    from shapely import Point, Polygon  # only now: it takes a tenth of a second

    area = Polygon([(corner.longitude, corner.latitude) for corner in polygon]).buffer(0)
    placed = ((wall, wall.position) for wall in walls)
    return tuple(wall for wall, at in placed if at is not None and area.covers(Point(at.longitude, at.latitude)))


def _in_districts(area: Area, walls: Sequence[Display], gazetteer: Gazetteer | None) -> tuple[Display, ...]:
    if not area.districts:
        return ()
    if gazetteer is None:
        raise NothingToSign("there is no list of kecamatan to look into; choose walls or groups instead")
    found = [gazetteer.district(code) for code in area.districts]
    wanted = {district.code for district in found if district is not None}
    if None in found:
        raise NothingToSign(f"{area.districts[found.index(None)]!r:.40} is no kecamatan of {gazetteer.name}")
    return tuple(
        wall
        for wall in walls
        if wall.position is not None
        and not wanted.isdisjoint(district.code for district in gazetteer.containing(wall.position))
    )


def _check_known(named: tuple[str, ...], known: set[str], word: str) -> None:
    unknown = set(named) - known
    if unknown:
        raise NothingToSign(f"there is no {word} {min(unknown)!r:.80}; list them, then choose again")


def area_words(area: Area, gazetteer: Gazetteer | None = None) -> str:
    """The area for records and windows, as “Kecamatan Luwuk, Nambo”; empty where it is everywhere or only drawn."""
    found = [gazetteer.district(code) for code in area.districts] if gazetteer is not None else []
    names = [district.name for district in found if district is not None]
    parts = [f"Kecamatan {', '.join(names)}"] if names else []
    parts += list(area.groups) + list(area.display_ids)
    return ", ".join(parts)[:LONGEST_WORDS]
