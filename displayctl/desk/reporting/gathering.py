"""The report of a time, asked from a hub wall by wall, so that no single answer takes long or gets large."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import datetime

from displayctl.api.client import HubClient
from displayctl.api.models import PartKind
from displayctl.api.office import OfficeSettings
from displayctl.api.reports import AirRow, DownStretch, EmergencyRow, WallReport
from displayctl.desk.reporting.times import Days

MOST_WALLS = 500
Progress = Callable[[int, int], None]
"""Told how many walls of how many have been asked about."""


@dataclass(frozen=True, slots=True)
class AirReport:
    """What walls were to show and showed in some days; `made_at` is when the hub was asked, by its own clock:
    that of the computer which asks may be wrong.

    `rows` are those of all walls.
    """

    days: Days
    made_at: datetime
    office: OfficeSettings
    walls: tuple[WallReport, ...]
    emergencies: tuple[EmergencyRow, ...]
    rows: tuple[AirRow, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "rows", tuple(row for each in self.walls for row in each.rows))

    @property
    def downs(self) -> tuple[DownStretch, ...]:
        """The silences of all walls, by time."""
        found = (down for each in self.walls for down in each.downs)
        return tuple(sorted(found, key=lambda down: (down.starts, down.display_id)))

    @property
    def broadcast_seconds(self) -> float:
        return sum(each.wall.broadcast_seconds for each in self.walls)

    @property
    def is_empty(self) -> bool:
        """Whether nothing was published for any of the walls, and nothing shown."""
        return not any(each.published or each.rows for each in self.walls)

    @property
    def is_complete(self) -> bool:
        """Whether its last instant is over; else there is more to come."""
        return self.made_at >= self.days.ends

    @property
    def agencies(self) -> tuple[str, ...]:
        """The names of those who spoke, in order."""
        return tuple(sorted({row.agency for row in self.rows if row.agency}, key=str.casefold))

    def wall_name(self, display_id: str) -> str:
        return next((each.wall.name for each in self.walls if each.wall.display_id == display_id), display_id)

    def of_walls(self, display_ids: Iterable[str]) -> AirReport:
        """The same of these walls alone; of all where none are named."""
        wanted = set(display_ids)
        walls = tuple(each for each in self.walls if not wanted or each.wall.display_id in wanted)
        return AirReport(self.days, self.made_at, self.office, walls, self.emergencies)


def gather(
    client: HubClient,
    days: Days,
    display_ids: Iterable[str] = (),
    on_progress: Progress | None = None,
) -> AirReport:
    """The report; of all walls that one may see where none are named. Slow with many. Raises HubError, NotFound."""
    made_at = client.health().now
    wanted = tuple(display_ids) or tuple(part.id for part in client.parts(PartKind.DISPLAY))
    office = client.settings().office
    walls = []
    for number, display_id in enumerate(wanted[:MOST_WALLS]):
        if on_progress is not None:
            on_progress(number, len(wanted))
        walls.append(client.reports.wall(display_id, days.starts, days.ends))
    walls.sort(key=lambda each: each.wall.name.casefold())
    emergencies = client.reports.emergencies(days.starts, days.ends).rows
    return AirReport(days, made_at, office, tuple(walls), emergencies)
