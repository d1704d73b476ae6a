"""Everything that can be jumped to, kept as an index that is made anew, off the UI thread, when something changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QObject, QTimer, Signal

from displayctl.api.models import MediumInfo
from displayctl.desktop.catalogue import Kept, Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.home.commands import commands, pages
from displayctl.desktop.places import Place
from displayctl.desktop.presenters.jump_index import JumpIndex, Sort, Target
from displayctl.desktop.presenters.office_time import office_zone
from schedules.display import Display
from schedules.playlist import Playlist
from schedules.recurrence import Recurrence
from schedules.slot import Slot

SETTLE_MS = 1500
_TOPICS = frozenset({Topic.DISPLAY, Topic.PLAYLIST, Topic.SLOT, Topic.MEDIUM})


@dataclass(frozen=True, slots=True)
class _Things:
    """What there is, as it was when it was asked."""

    displays: tuple[Kept[Display], ...]
    playlists: tuple[Kept[Playlist], ...]
    slots: tuple[Kept[Slot], ...]
    media: tuple[MediumInfo, ...]
    today: date


class JumpTargets(QObject):
    """`index` is what there was a moment ago. Signal: `changed` when it is new."""

    changed = Signal()

    def __init__(self, desk: Desk, titles: Callable[[], dict[str, str]], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk, self._titles = desk, titles
        self.index = JumpIndex(self._steady())
        self._asked = 0
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SETTLE_MS)
        self._soon.timeout.connect(self.read)
        desk.catalogue.changed.connect(self._topic_changed)
        desk.myself.changed.connect(self._soon.start)
        self._soon.start()

    def _topic_changed(self, topic: str) -> None:
        if topic in _TOPICS and not self._soon.isActive():
            self._soon.start()

    def read(self) -> None:
        """Make the index anew of what the catalogue holds."""
        self._asked += 1
        asked, steady, things = self._asked, tuple(self._steady()), _things(self._desk)
        self._desk.tasks.run(
            lambda: JumpIndex((*steady, *_targets(things))),
            lambda index: self._take(asked, index),
            owner=self,
            aside=True,
        )

    def _take(self, asked: int, index: JumpIndex) -> None:
        if asked == self._asked:
            self.index = index
            self.changed.emit()

    def _steady(self) -> Iterator[Target]:
        yield from pages(self._titles())
        yield from commands(self._desk.myself)


def _things(desk: Desk) -> _Things:
    catalogue, today = desk.catalogue, desk.clock.now().astimezone(office_zone()).date()
    return _Things(catalogue.displays, catalogue.playlists, catalogue.slots, catalogue.media, today)


def _targets(things: _Things) -> Iterator[Target]:
    names = {kept.id: kept.value.name for kept in things.playlists}
    for wall in things.displays:
        groups = ", ".join(wall.value.groups)
        yield Target(Sort.WALL, wall.value.name, Place("walls", wall.id), groups, wall.id)
    for playlist in things.playlists:
        yield Target(Sort.PLAYLIST, playlist.value.name, Place("playlists", playlist.id))
    for slot in things.slots:
        place = Place("schedule", slot.id, day=_day_of(slot.value.recurrence, things.today))
        yield Target(Sort.SLOT, slot.value.name, place, names.get(slot.value.playlist_id, ""))
    for medium in things.media:
        note = ", ".join(medium.tags)
        yield Target(Sort.MEDIUM, medium.title, Place("library", medium.id), note, medium.source_name)


def _day_of(recurrence: Recurrence, today: date) -> date:
    """A day in whose week a booking is seen: this week's where it still runs, else its last or its first."""
    if recurrence.first >= today or (recurrence.last is None and not recurrence.rule):
        return recurrence.first
    return today if recurrence.last is None else min(recurrence.last, today)
