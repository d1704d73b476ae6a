"""What the hub holds, as this desk saw it last. Pages draw from here; the hub's events keep it fresh."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from functools import partial
from types import MappingProxyType
from typing import Any

from PySide6.QtCore import QObject, QTimer, Signal

from displayctl.api.approvals import Submission
from displayctl.api.client import HubClient
from displayctl.api.errors import NotPermitted
from displayctl.api.models import (
    AlertInfo,
    Document,
    Enrolment,
    Event,
    Job,
    MediumInfo,
    Part,
    PartKind,
    PlayerState,
    Publication,
    SettingsInfo,
)
from displayctl.api.request_settings import RequestSettings
from displayctl.api.requests import RequestBrief
from displayctl.api.wall_health import WallHealth
from displayctl.api.warnings import WarningBrief, in_order
from displayctl.desktop.presenters.office_time import take_office_zone
from displayctl.desktop.tasks import Tasks
from displayctl.desktop.topics import (
    FIRST,
    LATER,
    MESSAGES,
    READERS,
    WITHOUT_STORE,
    Kept,
    Topic,
    kept_of,
    read_healths,
    read_topic,
    told_in,
)
from schedules.daypart import Daypart
from schedules.display import Display
from schedules.playlist import Playlist
from schedules.recurrence import HolidaySet
from schedules.slot import Slot
from schedules.ticker import Ticker

__all__ = ["Catalogue", "Kept", "Topic"]
SETTLE_MS = 120
PLAYERS_APART_MS = 150
"""Hundreds of walls tell of themselves all day; pages draw the first at once, then what has gathered since."""


class Catalogue(QObject):
    """Signals: `changed` with the topic whose contents are new, `ready` once everything was read."""

    changed = Signal(str)
    ready = Signal()

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._client: HubClient | None = None
        self._things: dict[Topic, dict[str, Any]] = {topic: {} for topic in Topic}
        self._listed: dict[Topic, tuple[dict[str, Any], tuple[Any, ...]]] = {}
        self._expected: Counter[tuple[Topic, str]] = Counter()
        self._unread: set[Topic] = set()
        self._loading: set[Topic] = set()
        self._unheard: set[str] = set()
        self._meanwhile: defaultdict[Topic, dict[str, Any]] = defaultdict(dict)
        self._turn = 0  # how often everything was let go of: what was asked for before is of somebody else
        self.loaded = False
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self._read_dirty)
        self._players_gathered = False
        self._gathering = QTimer(self)
        self._gathering.setSingleShot(True)
        self._gathering.setInterval(PLAYERS_APART_MS)
        self._gathering.timeout.connect(self._tell_gathered)

    # What is there

    @property
    def displays(self) -> tuple[Kept[Display], ...]:
        """Walls by name."""
        return self._by_name(Topic.DISPLAY)

    @property
    def playlists(self) -> tuple[Kept[Playlist], ...]:
        """Playlists by name."""
        return self._by_name(Topic.PLAYLIST)

    @property
    def dayparts(self) -> tuple[Kept[Daypart], ...]:
        return self._by_name(Topic.DAYPART)

    @property
    def holidays(self) -> tuple[Kept[HolidaySet], ...]:
        return self._by_name(Topic.HOLIDAYS)

    @property
    def slots(self) -> tuple[Kept[Slot], ...]:
        return self._by_name(Topic.SLOT)

    @property
    def tickers(self) -> tuple[Kept[Ticker], ...]:
        """Running texts by name."""
        return self._by_name(Topic.TICKER)

    @property
    def media(self) -> tuple[MediumInfo, ...]:
        """The library, newest first."""
        return self._sorted(Topic.MEDIUM, lambda medium: medium.created_at, newest_first=True)

    @property
    def media_by_id(self) -> Mapping[str, MediumInfo]:
        """The same by id, to look one up."""
        return MappingProxyType(self._things[Topic.MEDIUM])

    @property
    def jobs(self) -> tuple[Job, ...]:
        return tuple(sorted(self._things[Topic.JOB].values(), key=lambda job: job.created_at))

    @property
    def players(self) -> Mapping[str, PlayerState]:
        """By display id."""
        return MappingProxyType(self._things[Topic.PLAYER])

    @property
    def enrolments(self) -> tuple[Enrolment, ...]:
        return tuple(self._things[Topic.ENROLMENT].values())

    @property
    def alerts(self) -> tuple[AlertInfo, ...]:
        return tuple(self._things[Topic.ALERT].values())

    @property
    def publications(self) -> tuple[Publication, ...]:
        """Newest first."""
        return tuple(self._things[Topic.PUBLICATION].values())

    @property
    def submissions(self) -> tuple[Submission, ...]:
        """Drafts that were handed in for approval, newest first."""
        return self._sorted(Topic.SUBMISSION, lambda each: each.submitted_at, newest_first=True)

    @property
    def warnings(self) -> tuple[WarningBrief, ...]:
        """Warnings from outside, what waits for a person first."""
        return in_order(self._things[Topic.WARNING].values())

    @property
    def requests(self) -> tuple[RequestBrief, ...]:
        """Agencies' requests for airtime, the newest first."""
        return self._sorted(Topic.REQUEST, lambda each: each.id, newest_first=True)

    @property
    def request_settings(self) -> RequestSettings:
        """What the office decides about requests; the beginnings until it is known."""
        found: RequestSettings | None = self._things[Topic.REQUEST_SETTINGS].get("settings")
        return found or RequestSettings()

    @property
    def healths(self) -> Mapping[str, WallHealth]:
        """How walls do, by display id."""
        return MappingProxyType(self._things[Topic.WALL_HEALTH])

    @property
    def settings(self) -> SettingsInfo | None:
        found: SettingsInfo | None = self._things[Topic.SETTINGS].get("settings")
        return found

    @property
    def groups(self) -> tuple[str, ...]:
        """The groups that are published: of each wall the first it names."""
        return tuple(sorted({kept.value.groups[0] for kept in self.displays}))

    def find(self, topic: Topic, id: str) -> Any | None:
        """A `Kept` part or a message by its id; None where it is not known (any more)."""
        return self._things[topic].get(id)

    def medium_title(self, id: str) -> str:
        """How people call a medium; its id where it is gone."""
        medium = self._things[Topic.MEDIUM].get(id)
        return medium.title if medium is not None else id

    def _by_name(self, topic: Topic) -> tuple[Any, ...]:
        return self._sorted(topic, lambda kept: (kept.value.name.casefold(), kept.id))

    def _sorted(self, topic: Topic, key: Callable[[Any], Any], *, newest_first: bool = False) -> tuple[Any, ...]:
        """The things of a topic in their order, worked out once for each state of them: they are thousands."""
        things = self._things[topic]
        known = self._listed.get(topic)
        if known is None or known[0] is not things:
            known = self._listed[topic] = (things, tuple(sorted(things.values(), key=key, reverse=newest_first)))
        return known[1]

    def _put(self, topic: Topic, id: str, thing: Any | None) -> None:
        """Another thing of a topic; None: it is gone."""
        self._listed.pop(topic, None)
        if thing is None:
            self._things[topic].pop(id, None)
        else:
            self._things[topic][id] = thing

    # How it comes in

    def use(self, client: HubClient) -> None:
        """Read everything from this hub."""
        self._client = client
        later = () if self.loaded else LATER
        self.read(*(topic for topic in Topic if topic not in later))
        if not self.loaded:  # nothing else comes that reading could be gathered with
            self._settle.stop()
            self._read_dirty()

    def read(self, *topics: Topic) -> None:
        """Read these topics anew, soon."""
        self._unread.update(topic for topic in topics if topic not in WITHOUT_STORE)
        self._settle.start()

    def forget(self) -> None:
        """Let go of everything, as when somebody has signed out, and of what is on its way."""
        self._turn += 1
        self._unread.clear()
        self._unheard.clear()
        self._things = {topic: {} for topic in Topic}
        for topic in Topic:
            self.changed.emit(topic)

    def take(self, event: Event) -> None:
        """Let a fact from the hub in."""
        if event.kind == "missed":
            self.read(*Topic)
            return
        if event.kind not in set(Topic):
            return
        topic = Topic(event.kind)
        if topic in WITHOUT_STORE:
            self.changed.emit(topic)
        elif topic in MESSAGES and event.data:
            name, value = told_in(topic, event)
            self._put(topic, name, value)
            if topic in self._loading:  # what is being read may be from before it
                self._meanwhile[topic][name] = value
            self._tell_message(topic)
        elif topic is Topic.PUBLICATION:
            self.read(topic, Topic.SUBMISSION)  # what was handed in before is overtaken now
        elif topic is Topic.WALL_HEALTH and event.id:
            self._unheard.add(event.id)
            self._settle.start()
        else:
            self.read(topic)

    def _tell_message(self, topic: Topic) -> None:
        """Say that a message came; what players tell in quick succession is said in one go."""
        if topic is not Topic.PLAYER:
            self.changed.emit(topic)
        elif self._gathering.isActive():
            self._players_gathered = True
        else:
            self._gathering.start()
            self.changed.emit(topic)

    def _tell_gathered(self) -> None:
        if self._players_gathered:
            self._players_gathered = False
            self._tell_message(Topic.PLAYER)

    def expect(self, kind: PartKind, id: str, value: Document | None) -> None:
        """Show at once what this desk is about to store (None: delete). What the hub says of it waits for `settle`."""
        topic = Topic(kind.value)
        self._expected[topic, id] += 1
        before: Kept[Any] | None = self._things[topic].get(id)
        version = before.version if before is not None else 0
        self._put(topic, id, None if value is None else Kept(id, version, READERS[topic](value)))

    def settle(self, kind: PartKind, id: str, part: Part | None) -> None:
        """The hub has answered one `expect`: with the stored part, or None where it is deleted or was refused."""
        topic = Topic(kind.value)
        self._expected[topic, id] -= 1
        if self._expected[topic, id] > 0:
            return
        del self._expected[topic, id]
        if part is not None:
            self._put(topic, id, kept_of(topic, part))

    def tell(self, kinds: Iterable[PartKind]) -> None:
        """Say that parts of these kinds are new."""
        for kind in sorted(set(kinds)):
            self.changed.emit(Topic(kind.value))

    def _read_dirty(self) -> None:
        client = self._client
        if client is None:
            return
        due = self._unread - self._loading
        for topic in sorted(due.intersection(FIRST) or due):
            self._unread.discard(topic)
            self._loading.add(topic)
            self._tasks.run(
                partial(read_topic, client, topic),
                partial(self._came, topic, self._turn),
                partial(self._store_failed, topic),
                owner=self,
            )
        if self._unheard:
            told, self._unheard = tuple(sorted(self._unheard)), set()
            take = partial(self._store_healths, self._turn)
            self._tasks.run(partial(read_healths, client, told), take, _leave_to_the_link, owner=self)

    def _store_healths(self, turn: int, found: dict[str, WallHealth]) -> None:
        """Of the walls that told something new; the others are as they were."""
        if turn == self._turn:
            self._things[Topic.WALL_HEALTH] = self._things[Topic.WALL_HEALTH] | found
            self.changed.emit(Topic.WALL_HEALTH)

    def _came(self, topic: Topic, turn: int, things: dict[str, Any]) -> None:
        if turn == self._turn:
            self._store(topic, things)
        else:
            self._not_stored(topic)

    def _store(self, topic: Topic, things: dict[str, Any]) -> None:
        self._loading.discard(topic)
        things |= self._meanwhile.pop(topic, {})
        for expected, part_id in list(self._expected):
            if expected is topic:
                _keep_ours(things, self._things[topic], part_id)
        self._things[topic] = things
        for told in self._told_by(topic):
            self.changed.emit(told)
        if self._unread:
            self._settle.start()
        elif not self._loading and not self.loaded:
            self.loaded = True
            self.ready.emit()
            self.read(*LATER)

    def _told_by(self, topic: Topic) -> Iterable[Topic]:
        """What is new with a topic: where the office has another time zone, every day and hour that is on show."""
        if topic is Topic.SETTINGS and self.settings is not None and take_office_zone(self.settings.office.zone):
            return Topic
        return (topic,)

    def _store_failed(self, topic: Topic, error: Exception) -> None:
        """What may not be seen is nothing. When the hub is away, the link tells, and all is read once it is back."""
        if isinstance(error, NotPermitted):
            self._meanwhile.pop(topic, None)
            self._store(topic, {})
        else:
            self._not_stored(topic)

    def _not_stored(self, topic: Topic) -> None:
        self._meanwhile.pop(topic, None)
        self._loading.discard(topic)
        if self._unread:
            self._settle.start()


def _keep_ours(theirs: dict[str, Any], ours: dict[str, Any], id: str) -> None:
    """While a change of ours is on its way, what was read before it does not come between."""
    if id in ours:
        theirs[id] = ours[id]
    else:
        theirs.pop(id, None)


def _leave_to_the_link(_: Exception) -> None:
    """It tells that the hub is away; when it is back everything is read anew."""
