"""What walls play by the programmes that are published: read when there are new ones, compiled a few walls at a time.

The work is done off the UI thread in small pieces, so that two hundred walls come in one after another and nothing
waits for the last.
"""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial

from PySide6.QtCore import QObject, QTimer, Signal

from displayctl.api.client import HubClient
from displayctl.api.errors import HubError, NotFound, NotPermitted
from displayctl.desktop.catalogue import Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.presenters.needs_of_plans import Unpublished, difference
from displayctl.desktop.presenters.outlook import (
    Empty,
    Outlook,
    WallDay,
    empty_hours,
    outlook_at,
    wall_day,
    without_interrupts,
)
from schedules import codec
from schedules.errors import ScheduleError
from schedules.programme import Programme

WALLS_AT_ONCE, PAUSE_MS = 2, 25
"""Compiling holds the interpreter: the hands of the operator come in between."""
COMPILED_ANEW = timedelta(hours=6)
"""A day is compiled anew while three quarters of it are still ahead: empty hours move with the clock, too."""
SETTLE_MS = 300


@dataclass(frozen=True, slots=True)
class _Compiled:
    day: WallDay
    empty: Empty | None
    at: datetime


class OnAir(QObject):
    """Signal: `changed` when something new is known."""

    changed = Signal()

    def __init__(self, desk: Desk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._asked: dict[str, int] = {}
        self._programmes: dict[str, Programme] = {}
        self._loops: dict[str, Programme] = {}
        self._compiled: dict[str, _Compiled] = {}
        self._waiting: OrderedDict[str, None] = OrderedDict()
        self._working = self._reading = self._worked_out = False
        self.unpublished: tuple[Unpublished, ...] = ()
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SETTLE_MS)
        self._soon.timeout.connect(self._read)
        desk.catalogue.changed.connect(self._topic_changed)
        desk.catalogue.ready.connect(self._settle)
        desk.drafts.changed.connect(self._compare)
        self._soon.start()

    # What is known

    def outlook(self, display_id: str, now: datetime) -> Outlook | None:
        """What belongs on a wall at `now`; None while that is not known, or nothing was published for it."""
        compiled = self._compiled.get(display_id)
        return None if compiled is None else outlook_at(compiled.day, now)

    @property
    def empties(self) -> tuple[Empty, ...]:
        """The walls that have empty hours ahead."""
        return tuple(each.empty for each in self._compiled.values() if each.empty is not None)

    @property
    def busy(self) -> bool:
        """Whether something is still being read or compiled."""
        return self._reading or self._working or self._soon.isActive()

    @property
    def worked_out(self) -> bool:
        """Whether all has been worked out once: of a wall without an outlook nothing is known from then on."""
        return self._worked_out

    def keep_fresh(self, now: datetime) -> None:
        """Compile anew what was compiled some hours ago, or at a clock that was ahead."""
        old = [wall for wall, each in self._compiled.items() if not timedelta(0) <= now - each.at < COMPILED_ANEW]
        self._compile(old)

    # Reading

    def _topic_changed(self, topic: str) -> None:
        if topic in (Topic.PUBLICATION, Topic.DISPLAY):
            self._soon.start()

    def _read(self) -> None:
        newest: dict[str, int] = {}
        for each in self._desk.catalogue.publications:
            newest[each.group] = max(each.revision, newest.get(each.group, -1))
        wanted = {group: revision for group, revision in newest.items() if self._asked.get(group) != revision}
        if wanted and not self._reading:
            self._reading = True
            self._asked |= wanted
            client = self._desk.hub.client
            self._desk.tasks.run(lambda: _programmes(client, tuple(wanted)), self._take, self._not_read, owner=self)
        elif not wanted:
            self._compare()
            self._compile(self._never_compiled())
            self._settle()

    def _take(self, programmes: dict[str, Programme]) -> None:
        self._reading = False
        self._programmes |= programmes
        for programme in programmes.values():
            self._compile([display.id for display in programme.displays])
        self._read()  # another one may have been published meanwhile

    def _not_read(self, error: Exception) -> None:
        """The link tells that the hub is away; when it is back everything is read anew."""
        self._reading = False
        self._asked.clear()
        self._settle()
        if not isinstance(error, HubError):
            self._desk.tasks.failed.emit(error)

    def _compare(self) -> None:
        """Whether drafts differ from what is on air, as soon as both are known."""
        drafts, published = self._desk.drafts.programmes, dict(self._programmes)
        told = {each.group for each in self._desk.catalogue.publications}
        known = [draft for draft in drafts if draft.group in published or draft.group not in told]

        def work() -> tuple[Unpublished, ...]:
            found = (difference(draft, published.get(draft.group)) for draft in known)
            return tuple(each for each in found if each is not None)

        if known:
            self._desk.tasks.run(work, self._take_difference, owner=self, aside=True)

    def _take_difference(self, found: tuple[Unpublished, ...]) -> None:
        if found != self.unpublished:
            self.unpublished = found
            self.changed.emit()

    # Compiling

    def _compile(self, ids: list[str]) -> None:
        self._waiting.update(dict.fromkeys(ids))
        if self._waiting and not self._working:
            self._work_on()

    def _never_compiled(self) -> list[str]:
        """Walls of the programmes that were not known here when these came."""
        named = [display.id for programme in self._programmes.values() for display in programme.displays]
        return [each for each in named if each not in self._compiled and each not in self._waiting]

    def _work_on(self) -> None:
        here = {kept.id for kept in self._desk.catalogue.displays}
        self._compiled = {wall: each for wall, each in self._compiled.items() if wall in here}
        asked: list[tuple[str, Programme, Programme | None]] = []
        while self._waiting and len(asked) < WALLS_AT_ONCE:
            wall, _ = self._waiting.popitem(last=False)
            programme = self._programme_of(wall)
            if programme is not None and wall in here:
                loops = self._loops.get(programme.group)
                fresh = loops is not None and loops.revision == programme.revision
                asked.append((wall, programme, loops if fresh else None))
        self._working = bool(asked)
        if asked:
            now = self._desk.clock.now()
            work = partial(_compiled, asked, now)
            self._desk.tasks.run(work, self._store, self._not_compiled, owner=self, aside=True)
        else:
            self._settle()

    def _programme_of(self, display_id: str) -> Programme | None:
        for programme in self._programmes.values():
            if any(display.id == display_id for display in programme.displays):
                return programme
        return None

    def _store(self, found: tuple[dict[str, _Compiled], dict[str, Programme]]) -> None:
        compiled, loops = found
        self._compiled |= compiled
        for group, programme in loops.items():
            current = self._programmes.get(group)
            if current is not None and current.revision == programme.revision:
                self._loops[group] = programme
        self.changed.emit()
        QTimer.singleShot(PAUSE_MS, self, self._work_on)

    def _not_compiled(self, error: Exception) -> None:
        self._working = False
        self._settle()
        self._desk.tasks.failed.emit(error)

    def _settle(self) -> None:
        if not self._worked_out and not self.busy and self._desk.catalogue.loaded:
            self._worked_out = True
            self.changed.emit()


def _programmes(client: HubClient, groups: tuple[str, ...]) -> dict[str, Programme]:
    """The published programmes that can be had; a group that may not be seen, or was emptied meanwhile, has none."""
    found: dict[str, Programme] = {}
    for group in groups:
        try:
            found[group] = codec.programme_from_dict(client.programme(group))
        except (NotFound, NotPermitted, ScheduleError):
            continue
    return found


def _compiled(
    asked: list[tuple[str, Programme, Programme | None]], now: datetime
) -> tuple[dict[str, _Compiled], dict[str, Programme]]:
    found: dict[str, _Compiled] = {}
    loops: dict[str, Programme] = {}
    for display_id, programme, loop in asked:
        loop = loop or loops.get(programme.group) or without_interrupts(programme)
        loops[programme.group] = loop
        try:
            found[display_id] = _Compiled(wall_day(programme, display_id, now), empty_hours(loop, display_id, now), now)
        except ScheduleError:
            continue  # a programme for another wall of the same name
    return found, loops
