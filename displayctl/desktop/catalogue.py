"""What the hub holds, as this desk saw it last. Pages draw from here; the hub's events keep it fresh."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from functools import partial
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, QTimer, Signal

from displayctl.api.approvals import Submission
from displayctl.api.client import HubClient
from displayctl.api.errors import NotFound, NotPermitted
from displayctl.api.models import (
    AlertInfo,
    Document,
    Enrolment,
    Event,
    Job,
    MediumInfo,
    Message,
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
from displayctl.desktop.tasks import Tasks
from schedules import codec
from schedules.daypart import Daypart
from schedules.display import Display
from schedules.playlist import Playlist
from schedules.recurrence import HolidaySet
from schedules.slot import Slot
from schedules.ticker import Ticker

T = TypeVar("T")
PAGE_OF_MEDIA = 100
SETTLE_MS = 120


class Topic(StrEnum):
    """The kinds of thing a desk keeps in view; those of `PartKind` have the same words."""

    DISPLAY = "display"
    PLAYLIST = "playlist"
    DAYPART = "daypart"
    HOLIDAYS = "holiday"
    SLOT = "slot"
    TICKER = "ticker"
    MEDIUM = "medium"
    JOB = "job"
    SETTINGS = "settings"
    PUBLICATION = "publication"
    RECEIPT = "receipt"
    PLAYER = "player"
    ENROLMENT = "enrolment"
    ALERT = "alert"
    RECORDS = "records"
    WALL_HEALTH = "wall-health"
    SUBMISSION = "submission"
    WARNING = "warning"
    REQUEST = "request"
    REQUEST_SETTINGS = "request-settings"


@dataclass(frozen=True, slots=True)
class Kept(Generic[T]):
    """A part of the schedule with the version it has at the hub."""

    id: str
    version: int
    value: T


_READERS: dict[Topic, Callable[[Any], Any]] = {
    Topic.DISPLAY: codec.display_from_dict,
    Topic.PLAYLIST: codec.playlist_from_dict,
    Topic.DAYPART: codec.daypart_from_dict,
    Topic.HOLIDAYS: codec.holiday_set_from_dict,
    Topic.SLOT: codec.slot_from_dict,
    Topic.TICKER: codec.ticker_from_dict,
}
_MESSAGES: dict[Topic, tuple[type[Message], str]] = {
    Topic.MEDIUM: (MediumInfo, "id"),
    Topic.JOB: (Job, "id"),
    Topic.PLAYER: (PlayerState, "display_id"),
    Topic.ENROLMENT: (Enrolment, "device_id"),
    Topic.ALERT: (AlertInfo, "id"),
    Topic.SUBMISSION: (Submission, "id"),
    Topic.WARNING: (WarningBrief, "id"),
    Topic.REQUEST: (RequestBrief, "id"),
}
_WITHOUT_STORE = (Topic.RECEIPT, Topic.RECORDS)


class Catalogue(QObject):
    """Signals: `changed` with the topic whose contents are new, `ready` once everything was read."""

    changed = Signal(str)
    ready = Signal()

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._client: HubClient | None = None
        self._things: dict[Topic, dict[str, Any]] = {topic: {} for topic in Topic}
        self._expected: Counter[tuple[Topic, str]] = Counter()
        self._unread: set[Topic] = set()
        self._loading: set[Topic] = set()
        self._meanwhile: defaultdict[Topic, dict[str, Any]] = defaultdict(dict)
        self.loaded = False
        self._settle = QTimer(self)
        self._settle.setSingleShot(True)
        self._settle.setInterval(SETTLE_MS)
        self._settle.timeout.connect(self._read_dirty)

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
        return tuple(sorted(self._things[Topic.MEDIUM].values(), key=lambda medium: medium.created_at, reverse=True))

    @property
    def jobs(self) -> tuple[Job, ...]:
        return tuple(sorted(self._things[Topic.JOB].values(), key=lambda job: job.created_at))

    @property
    def players(self) -> dict[str, PlayerState]:
        """By display id."""
        return dict(self._things[Topic.PLAYER])

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
        return tuple(sorted(self._things[Topic.SUBMISSION].values(), key=lambda each: each.submitted_at, reverse=True))

    @property
    def warnings(self) -> tuple[WarningBrief, ...]:
        """Warnings from outside, what waits for a person first."""
        return in_order(self._things[Topic.WARNING].values())

    @property
    def requests(self) -> tuple[RequestBrief, ...]:
        """Agencies' requests for airtime, the newest first."""
        return tuple(sorted(self._things[Topic.REQUEST].values(), key=lambda each: each.id, reverse=True))

    @property
    def request_settings(self) -> RequestSettings:
        """What the office decides about requests; the beginnings until it is known."""
        found: RequestSettings | None = self._things[Topic.REQUEST_SETTINGS].get("settings")
        return found or RequestSettings()

    @property
    def healths(self) -> dict[str, WallHealth]:
        """How walls do, by display id."""
        return dict(self._things[Topic.WALL_HEALTH])

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
        return tuple(sorted(self._things[topic].values(), key=lambda kept: (kept.value.name.casefold(), kept.id)))

    # How it comes in

    def use(self, client: HubClient) -> None:
        """Read everything from this hub."""
        self._client = client
        self.read(*(topic for topic in Topic if topic not in _WITHOUT_STORE))

    def read(self, *topics: Topic) -> None:
        """Read these topics anew, soon."""
        self._unread.update(topic for topic in topics if topic not in _WITHOUT_STORE)
        self._settle.start()

    def forget(self) -> None:
        """Let go of everything, as when somebody has signed out."""
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
        if topic in _WITHOUT_STORE:
            self.changed.emit(topic)
        elif topic in _MESSAGES and event.data:
            message, key = _MESSAGES[topic]
            value = message.model_validate_json(event.model_dump_json(include={"data"})[len('{"data":') : -1])
            self._things[topic][getattr(value, key)] = value
            if topic in self._loading:  # what is being read may be from before it
                self._meanwhile[topic][getattr(value, key)] = value
            self.changed.emit(topic)
        elif topic is Topic.PUBLICATION:
            self.read(topic, Topic.SUBMISSION)  # what was handed in before is overtaken now
        else:
            self.read(topic)

    def expect(self, kind: PartKind, id: str, value: Document | None) -> None:
        """Show at once what this desk is about to store (None: delete). What the hub says of it waits for `settle`."""
        topic = Topic(kind.value)
        self._expected[topic, id] += 1
        before: Kept[Any] | None = self._things[topic].get(id)
        if value is None:
            self._things[topic].pop(id, None)
        else:
            version = before.version if before is not None else 0
            self._things[topic][id] = Kept(id, version, _READERS[topic](value))

    def settle(self, kind: PartKind, id: str, part: Part | None) -> None:
        """The hub has answered one `expect`: with the stored part, or None where it is deleted or was refused."""
        topic = Topic(kind.value)
        self._expected[topic, id] -= 1
        if self._expected[topic, id] > 0:
            return
        del self._expected[topic, id]
        if part is not None:
            self._things[topic][id] = _kept(topic, part)

    def tell(self, kinds: Iterable[PartKind]) -> None:
        """Say that parts of these kinds are new."""
        for kind in sorted(set(kinds)):
            self.changed.emit(Topic(kind.value))

    def _read_dirty(self) -> None:
        client = self._client
        if client is None:
            return
        for topic in sorted(self._unread - self._loading):
            self._unread.discard(topic)
            self._loading.add(topic)
            self._tasks.run(
                partial(_read, client, topic),
                partial(self._store, topic),
                partial(self._store_failed, topic),
                owner=self,
            )

    def _store(self, topic: Topic, things: dict[str, Any]) -> None:
        self._loading.discard(topic)
        things |= self._meanwhile.pop(topic, {})
        for expected, part_id in list(self._expected):
            if expected is topic:
                _keep_ours(things, self._things[topic], part_id)
        self._things[topic] = things
        self.changed.emit(topic)
        if self._unread:
            self._settle.start()
        elif not self._loading and not self.loaded:
            self.loaded = True
            self.ready.emit()

    def _store_failed(self, topic: Topic, error: Exception) -> None:
        """What may not be seen is nothing. When the hub is away, the link tells, and all is read once it is back."""
        self._meanwhile.pop(topic, None)
        if isinstance(error, NotPermitted):
            self._store(topic, {})
        else:
            self._loading.discard(topic)


def _kept(topic: Topic, part: Part) -> Kept[Any]:
    return Kept(part.id, part.version, _READERS[topic](part.value))


def _keep_ours(theirs: dict[str, Any], ours: dict[str, Any], id: str) -> None:
    """While a change of ours is on its way, what was read before it does not come between."""
    if id in ours:
        theirs[id] = ours[id]
    else:
        theirs.pop(id, None)


def _read(client: HubClient, topic: Topic) -> dict[str, Any]:
    if topic in _READERS:
        return {part.id: _kept(topic, part) for part in client.parts(PartKind(topic.value))}
    if topic is Topic.MEDIUM:
        return {medium.id: medium for medium in _all_media(client)}
    if topic is Topic.WALL_HEALTH:
        return {health.display_id: health for health in _all_healths(client)}
    if topic is Topic.SETTINGS:
        return {"settings": client.settings()}
    if topic is Topic.REQUEST_SETTINGS:
        return {"settings": client.requests.settings()}
    if topic is Topic.PUBLICATION:
        return {f"{p.group}/{p.revision}": p for p in client.publications()}
    readers: dict[Topic, Callable[[], Iterable[Any]]] = {
        Topic.JOB: client.jobs,
        Topic.PLAYER: client.fleet,
        Topic.ENROLMENT: client.enrolments,
        Topic.ALERT: client.alerts,
        Topic.SUBMISSION: client.approvals.submissions,
        Topic.WARNING: client.warnings.listed,
        Topic.REQUEST: client.requests.all,
    }
    key = _MESSAGES[topic][1]
    return {getattr(thing, key): thing for thing in readers[topic]()}


def _all_healths(client: HubClient) -> Iterable[WallHealth]:
    for part in client.parts(PartKind.DISPLAY):
        with suppress(NotFound):  # deleted in the meantime
            yield client.wall_health(part.id)


def _all_media(client: HubClient) -> Iterable[MediumInfo]:
    offset, total = 0, 1
    while offset < total:
        page = client.media(offset=offset, limit=PAGE_OF_MEDIA)
        yield from page.media
        offset, total = offset + PAGE_OF_MEDIA, page.total
