"""The kinds of thing that a desk keeps in view, and how all of one kind are read from the hub."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Generic, TypeVar

from displayctl.api.approvals import Submission
from displayctl.api.client import HubClient
from displayctl.api.errors import NotFound
from displayctl.api.models import (
    AlertInfo,
    Enrolment,
    Event,
    Job,
    MediumInfo,
    Message,
    Part,
    PartKind,
    PlayerState,
)
from displayctl.api.requests import RequestBrief
from displayctl.api.wall_health import WallHealth
from displayctl.api.warnings import WarningBrief
from schedules import codec

T = TypeVar("T")
PAGE_OF_MEDIA = 250
"""Media are read in pages that hold the interpreter for some ten milliseconds each."""


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
    """A part of the schedule and the version it was read at."""

    id: str
    version: int
    value: T


READERS: dict[Topic, Callable[[Any], Any]] = {
    Topic.DISPLAY: codec.display_from_dict,
    Topic.PLAYLIST: codec.playlist_from_dict,
    Topic.DAYPART: codec.daypart_from_dict,
    Topic.HOLIDAYS: codec.holiday_set_from_dict,
    Topic.SLOT: codec.slot_from_dict,
    Topic.TICKER: codec.ticker_from_dict,
}
MESSAGES: dict[Topic, tuple[type[Message], str]] = {
    Topic.MEDIUM: (MediumInfo, "id"),
    Topic.JOB: (Job, "id"),
    Topic.PLAYER: (PlayerState, "display_id"),
    Topic.ENROLMENT: (Enrolment, "device_id"),
    Topic.ALERT: (AlertInfo, "id"),
    Topic.SUBMISSION: (Submission, "id"),
    Topic.WARNING: (WarningBrief, "id"),
    Topic.REQUEST: (RequestBrief, "id"),
}
WITHOUT_STORE = (Topic.RECEIPT, Topic.RECORDS)
FIRST = (Topic.DISPLAY, Topic.PLAYER, Topic.ALERT)
"""What a person looks for when the window has come: read before the thousands of media and slots."""
LATER = (Topic.WALL_HEALTH,)
"""What takes a request for each wall, and nobody waits for: read once everything else is there."""


def kept_of(topic: Topic, part: Part) -> Kept[Any]:
    """A part as the desk keeps it. Raises ScheduleError."""
    return Kept(part.id, part.version, READERS[topic](part.value))


def told_in(topic: Topic, event: Event) -> tuple[str, Any]:
    """What an event of a topic of `MESSAGES` says is now: its id and the message."""
    message, key = MESSAGES[topic]
    value = message.model_validate_json(event.model_dump_json(include={"data"})[len('{"data":') : -1])
    return getattr(value, key), value


def read_topic(client: HubClient, topic: Topic) -> dict[str, Any]:
    """All things of a topic by their id. Raises HubError, ScheduleError."""
    if topic in READERS:
        return {part.id: kept_of(topic, part) for part in client.parts(PartKind(topic.value))}
    if topic is Topic.MEDIUM:
        return {medium.id: medium for medium in _all_media(client)}
    if topic is Topic.WALL_HEALTH:
        return read_healths(client, (part.id for part in client.parts(PartKind.DISPLAY)))
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
    key = MESSAGES[topic][1]
    return {getattr(thing, key): thing for thing in readers[topic]()}


def read_healths(client: HubClient, display_ids: Iterable[str]) -> dict[str, WallHealth]:
    """How these walls do, by their id; a wall that was deleted in the meantime is left out. Raises HubError."""
    found: dict[str, WallHealth] = {}
    for display_id in display_ids:
        with suppress(NotFound):
            found[display_id] = client.wall_health(display_id)
    return found


def _all_media(client: HubClient) -> Iterable[MediumInfo]:
    offset, total = 0, 1
    while offset < total:
        page = client.media(offset=offset, limit=PAGE_OF_MEDIA)
        yield from page.media
        offset, total = offset + PAGE_OF_MEDIA, page.total
