"""Where a warning arrives: which of our districts, which walls, and which walls nobody has placed on the map yet."""

from __future__ import annotations

from collections.abc import Iterable

from content.places.gazetteer import Gazetteer
from displayctl.api.models import PartKind
from displayctl.hub.feeds.geometry import districts_reached, reaches
from displayctl.hub.feeds.warning import Warning
from displayctl.hub.repositories.warnings import Reach
from displayctl.hub.storage import UnitOfWork
from schedules.codec import display_from_dict
from schedules.display import Display


class Walls:
    """The walls as they stand now, on the ground of a gazetteer."""

    def __init__(self, displays: Iterable[Display], gazetteer: Gazetteer) -> None:
        self._displays, self._gazetteer = tuple(displays), gazetteer

    def reach_of(self, warning: Warning) -> Reach:
        """A wall without a position is reached where every district is, and may be reached where one of them is."""
        districts = tuple(district.name for district in districts_reached(warning, self._gazetteer))
        return self.reach_in(warning, districts)

    def reach_in(self, warning: Warning, districts: tuple[str, ...]) -> Reach:
        """The same where the reached districts are known already: walls move, districts do not."""
        everywhere = len(districts) == len(self._gazetteer.districts)
        walls = [wall.id for wall in self._displays if self._is_reached(wall, warning, everywhere=everywhere)]
        unplaced = [wall.id for wall in self._displays if wall.position is None and wall.id not in walls]
        return Reach(districts, tuple(walls), tuple(unplaced) if districts else ())

    def _is_reached(self, wall: Display, warning: Warning, *, everywhere: bool) -> bool:
        if wall.position is None:
            return everywhere
        return reaches(warning, wall.position, self._gazetteer)


def walls_of(work: UnitOfWork, gazetteer: Gazetteer) -> Walls:
    """The walls that the hub knows."""
    return Walls((display_from_dict(part.value) for part in work.parts.all(PartKind.DISPLAY)), gazetteer)
