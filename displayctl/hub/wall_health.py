"""How walls are doing: keeps what they tell of their hours and check-ups, and warns where one is asked too much."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime, timedelta

from displayctl.api.models import PartKind
from displayctl.api.wall_health import Checkup, HourFigures, WallHealth, WallHistory
from displayctl.hub.bus import fact
from displayctl.hub.errors import NoSuchThing
from displayctl.hub.heartbeats import Heartbeat
from displayctl.hub.machine_notes import MachineNotes, figures_of
from displayctl.hub.storage import Storage, UnitOfWork
from displayctl.hub.wall_days import days_of
from schedules.codec import display_from_dict
from schedules.display import Display, zone
from schedules.playlist import AssetKind
from schedules.programme import Programme

HOURS_TOLD = timedelta(days=7)
HOURS_KEPT = timedelta(days=90)
NEEDED_HEADROOM = 1.5
EVENT = "wall-health"
_CODEC = "h264"
"""What every medium is made into before it goes to a wall."""


class WallHealths:
    """Facts of kind ``wall-health`` tell desks that there is something new to read."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage
        self._machines = MachineNotes()

    def health(self, display_id: str) -> WallHealth:
        """Raises NoSuchThing for a display that is not there."""
        with self._storage.reading() as work:
            stored = work.parts.find(PartKind.DISPLAY, display_id)
            if stored is None:
                raise NoSuchThing(f"there is no display {display_id!r}; list the displays")
            hours = work.wall_health.hours(display_id, work.now - HOURS_TOLD)
            checkup = work.wall_health.checkup(display_id)
        warnings = tuple(warnings_of(display_from_dict(stored.part.value), checkup)) if checkup else ()
        return WallHealth(display_id=display_id, hours=hours, checkup=checkup, warnings=warnings)

    def history(self, display_id: str, days: int) -> WallHistory:
        """Today and the `days` before it, in the wall's own time zone. Raises NoSuchThing for a display that is not
        there."""
        with self._storage.reading() as work:
            stored = work.parts.find(PartKind.DISPLAY, display_id)
            if stored is None:
                raise NoSuchThing(f"there is no display {display_id!r}; list the displays")
            hours = work.wall_health.hours(display_id, work.now - timedelta(days=days))
        local = zone(display_from_dict(stored.part.value).time_zone)
        return WallHistory(display_id=display_id, days=days_of(hours, local))

    def hear(self, display_id: str, beat: Heartbeat, now: datetime) -> None:
        """Remembers what a heartbeat says of the wall's machine, until the hour that it is in is told of."""
        self._machines.note(display_id, now, figures_of(beat))

    def take_hours(self, display_id: str, hours: tuple[HourFigures, ...]) -> None:
        """Keeps the hours a wall tells of; those of another time than the last weeks are passed over."""
        with self._storage.writing() as work:
            near = [
                self._machines.added_to(display_id, hour) for hour in hours if abs(hour.starts - work.now) <= HOURS_KEPT
            ]
            if work.wall_health.add_hours(display_id, near):
                work.tell(fact(EVENT, display_id))
                work.commit()

    def take_checkup(self, display_id: str, checkup: Checkup) -> None:
        """Keeps a wall's check-up where it is newer than the one that is here."""
        with self._storage.writing() as work:
            if work.wall_health.put_checkup(display_id, checkup):
                work.tell(fact(EVENT, display_id))
                work.commit()

    def forget_before(self, instant: datetime) -> int:
        """Lets go of hours that began before `instant`; how many."""
        with self._storage.writing() as work:
            gone = work.wall_health.forget_before(instant)
            work.commit()
        return gone


def warnings_for(work: UnitOfWork, programme: Programme) -> tuple[str, ...]:
    """The warnings about all walls of `programme` that told of a check-up; none where it has no videos."""
    assets = (rendition.asset for medium in programme.media for rendition in medium.renditions)
    if all(asset.kind is not AssetKind.VIDEO for asset in assets):
        return ()
    checked = ((display, work.wall_health.checkup(display.id)) for display in programme.displays)
    return tuple(warning for display, checkup in checked if checkup for warning in warnings_of(display, checkup))


def warnings_of(display: Display, checkup: Checkup) -> Iterator[str]:
    """What a person should know about a wall that is asked for more than its machine can do, in English sentences."""
    if not checkup.good:
        day = checkup.measured_at.astimezone(zone(display.time_zone)).date()
        yield f"{display.name}: the check-up of {day} found the machine not fit"
    formats = [display.format_of(region) for region in display.loops]
    headroom = headroom_for(checkup, sum(map(_pixels_a_second, formats)))
    if headroom is not None and headroom < NEEDED_HEADROOM:
        yield (
            f"{display.name}: its videos ({', '.join(formats)}) are decoded {headroom:.1f} times as fast as needed; "
            f"{NEEDED_HEADROOM} is the least: use a lower frame rate, fewer regions or a stronger machine"
        )


def headroom_for(checkup: Checkup, pixels_a_second: int) -> float | None:
    """How many times as fast as needed so many pixels a second are decoded; None where nothing was measured.

    Taken from what was measured nearest to that, since work grows with pixels.
    """
    measured = [
        (found.width_px * found.height_px * found.frame_rate, found.headroom)
        for found in checkup.formats
        if found.codec == _CODEC and found.headroom
    ]
    if not measured:
        return None
    pixels, headroom = min(measured, key=lambda pair: abs(pair[0] - pixels_a_second))
    return headroom * pixels / pixels_a_second


def _pixels_a_second(format: str) -> int:
    """Of the name of a format, as ``640x384@30``."""
    width, height, rate = re.split("[x@]", format)
    return int(width) * int(height) * int(rate)
