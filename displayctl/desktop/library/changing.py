"""Changing choices of a medium, or its words, while the hub prepares it, which gives it new versions all the time."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from displayctl.api.client import HubClient
from displayctl.api.errors import Conflict
from displayctl.api.models import AnnouncementChange, Job, MediumChange, MediumInfo, Problem
from displayctl.api.streams import StreamChange
from displayctl.errors import DeskError

TRIES = 4


class Overtaken(DeskError):
    """Somebody else has changed the same things first. Who changes `newest` next knows it, and means it."""

    def __init__(self, newest: MediumInfo) -> None:
        super().__init__(
            f"{newest.title!r} was changed at another desk meanwhile; save again to put yours in its place"
        )
        self.newest = newest


def change_choices(
    client: HubClient, id: str, choices: Mapping[str, Any], before: Mapping[str, Any] | None = None
) -> MediumInfo:
    """Gives a medium these choices, whatever became of the rest in the meantime.

    With `before` they have to be so now. Raises Conflict where they are not, and what `HubClient.change_medium` raises.
    """
    for _ in range(TRIES):
        medium = client.medium(id)
        if any(getattr(medium, name) != value for name, value in (before or {}).items()):
            break
        try:
            return client.change_medium(id, MediumChange(version=medium.version, **choices))
        except Conflict:
            continue
    raise _meanwhile(id)


def change_fields(client: HubClient, opened: MediumInfo, change: MediumChange) -> MediumInfo:
    """Gives a medium what `change` names, unless somebody else gave it others of these since it was `opened`.

    Raises Conflict then, and what `HubClient.change_medium` raises.
    """
    names = change.model_fields_set - {"version"}
    choices, before = ({name: getattr(each, name) for name in names} for each in (change, opened))
    return change_choices(client, opened.id, choices, before)


def change_words(client: HubClient, opened: MediumInfo, change: AnnouncementChange) -> Job:
    """Gives an announcement other words, unless somebody else did so since it was `opened`.

    Raises Overtaken then, and what `HubClient.change_announcement` raises.
    """
    return _change_unless(
        client,
        opened,
        ("title", "announcement"),
        lambda version: client.change_announcement(opened.id, change.model_copy(update={"version": version})),
    )


def change_stream(client: HubClient, opened: MediumInfo, change: StreamChange) -> Job:
    """Gives a live stream another address, patience or poster, unless somebody else did so since it was `opened`.

    Raises Overtaken then, and what `HubClient.change_stream` raises.
    """
    return _change_unless(
        client,
        opened,
        ("title", "stream"),
        lambda version: client.change_stream(opened.id, change.model_copy(update={"version": version})),
    )


def _change_unless(client: HubClient, opened: MediumInfo, what: tuple[str, ...], change: Callable[[int], Job]) -> Job:
    """`change` upon the newest version, where none of `what` is another one than when it was `opened`."""
    for _ in range(TRIES):
        medium = client.medium(opened.id)
        if any(getattr(medium, name) != getattr(opened, name) for name in what):
            raise Overtaken(medium)
        try:
            return change(medium.version)
        except Conflict:
            continue
    raise _meanwhile(opened.id)


def _meanwhile(id: str) -> Conflict:
    return Conflict(Problem(type="conflict", title="Changed", status=409, detail=f"{id!r} was changed meanwhile"))
