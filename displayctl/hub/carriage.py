"""Bundles on their way to players: packed once, named by their digest, pushed where they are small.

To a player that tells what it holds, only what it lacks is sent.
"""

from __future__ import annotations

import base64
import hashlib
import json
import threading
from collections import OrderedDict
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Generic, TypeVar

from content.delivery.bundle import pack
from content.delivery.news import pack_news
from content.delivery.repository import Repository
from displayctl.api.models import PartKind
from displayctl.hub.dispatch import Dispatch, PlayerLink
from displayctl.hub.drafts import home_group
from displayctl.hub.roll import Roll
from displayctl.hub.storage import Storage
from schedules.codec import display_from_dict

LARGEST_PUSH = 8 << 20
LARGEST_NEWS = 512 << 10
"""What a slow line carries before its link is given up; more is fetched, beside the link."""
MOST_PACKED = 64
T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class PackedBundle:
    """A bundle as it is sent; `digest` is the SHA-256 of `data`."""

    data: bytes
    digest: str

    def message(self) -> str:
        """What is said of it on a link whose player does not tell what it holds."""
        if len(self.data) <= LARGEST_PUSH:
            return _said(type="bundle", bundle=base64.b64encode(self.data).decode("ascii"))
        return self.notice()

    def notice(self) -> str:
        """That there is a bundle to be fetched."""
        return _said(type="notice", digest=self.digest)


@dataclass(frozen=True, slots=True)
class PackedNews:
    """What a player lacks, as it is sent (empty: nothing), and the versions of roles that it holds afterwards."""

    data: bytes
    versions: Mapping[str, int]


class Carriage:
    """Gives out the newest bundle of each group, and tells the walls of a group that there is a newer one."""

    def __init__(self, repository: Repository, dispatch: Dispatch, storage: Storage, roll: Roll) -> None:
        self._repository, self._dispatch, self._storage, self._roll = repository, dispatch, storage, roll
        self._bundles: _Latest[PackedBundle] = _Latest()
        self._news: _Latest[PackedNews] = _Latest()

    def bundle(self, group: str) -> PackedBundle:
        """What walls of `group` are told; without a programme before its first publication."""

        def packed() -> PackedBundle:
            data = pack(self._repository.bundle_for(group))
            return PackedBundle(data, hashlib.sha256(data).hexdigest())

        return self._bundles.get(group, self._repository.head(group).version, packed)

    def news(self, group: str, held: Mapping[str, int]) -> PackedNews:
        """What a player of `group` lacks that holds these versions of roles."""

        def packed() -> PackedNews:
            found = self._repository.news_for(group, held)
            return PackedNews(pack_news(found.files) if found.files else b"", found.versions)

        name = (group, *sorted(held.items()))
        return self._news.get(name, self._repository.head(group).version, packed)

    def push(self, group: str) -> PackedBundle:
        """Sends what is newest to the walls of `group` that are connected."""
        packed = self.bundle(group)
        self._push(group, [wall.id for wall in self._roll.walls() if wall.connected and wall.group == group])
        return packed

    def push_all(self) -> None:
        """Sends what is newest to every wall that is connected, without asking the database for them."""
        walls: dict[str, list[str]] = {}
        for wall in self._roll.walls_at_hand():
            if wall.connected:
                walls.setdefault(wall.group, []).append(wall.id)
        for group, names in walls.items():
            self._push(group, names)

    def greet(self, link: PlayerLink) -> None:
        """Tells a player that has just connected what it lacks, or all that is newest if it does not say."""
        group = self.group_of(link.display_id)
        if group is None:
            return
        if link.held is None:
            link.outbox.put(self.bundle(group).notice())
        else:
            link.outbox.put_first(partial(self._message_for, group, link))

    def remind(self, display_ids: list[str]) -> None:
        """Has walls ask for the bundle that said nothing of what was pushed to them."""
        groups = {wall.id: wall.group for wall in self._roll.walls_at_hand()}
        for link in self._dispatch.links(name for name in display_ids if name in groups):
            link.outbox.put(self.bundle(groups[link.display_id]).notice())

    def fetched(self, display_id: str, versions: Mapping[str, int]) -> None:
        """A wall has fetched what it lacked, beside its link."""
        for link in self._dispatch.links((display_id,)):
            if link.held is not None:
                link.held = versions

    def group_of(self, display_id: str) -> str | None:
        """The group whose programme a wall plays; None for a wall that does not exist."""
        with self._storage.reading() as work:
            found = work.parts.find(PartKind.DISPLAY, display_id)
        return None if found is None else home_group(display_from_dict(found.part.value))

    def _push(self, group: str, display_ids: list[str]) -> None:
        for link in self._dispatch.links(display_ids):
            link.outbox.put_first(partial(self._message_for, group, link))

    def _message_for(self, group: str, link: PlayerLink) -> str | bytes:
        """What is sent to one link now. From then on it counts as held: the link either brings it or ends."""
        if link.held is None:
            return self.bundle(group).message()
        news = self.news(group, link.held)
        if len(news.data) > LARGEST_NEWS:
            return self.bundle(group).notice()
        link.held = news.versions
        return news.data


class _Latest(Generic[T]):
    """What was made lately, made once for all who ask for it while the same version is current."""

    def __init__(self) -> None:
        self._made: OrderedDict[Hashable, tuple[int, T]] = OrderedDict()
        self._lock = threading.Lock()

    def get(self, name: Hashable, version: int, make: Callable[[], T]) -> T:
        with self._lock:
            known = self._made.get(name)
            if known is not None and known[0] == version:
                return known[1]
            made = make()
            self._made[name] = (version, made)
            self._made.move_to_end(name)
            while len(self._made) > MOST_PACKED:
                self._made.popitem(last=False)
            return made


def _said(**message: str) -> str:
    return json.dumps(message, separators=(",", ":"))
