"""Bundles on their way to players: packed once, named by their digest, pushed where they are small."""

from __future__ import annotations

import base64
import hashlib
import threading
from dataclasses import dataclass
from typing import Any

from content.delivery.bundle import pack
from content.delivery.repository import Repository
from displayctl.api.models import PartKind
from displayctl.hub.dispatch import Dispatch
from displayctl.hub.drafts import home_group
from displayctl.hub.roll import Roll
from displayctl.hub.storage import Storage
from schedules.codec import display_from_dict

LARGEST_PUSH = 8 << 20


@dataclass(frozen=True, slots=True)
class PackedBundle:
    """A bundle as it is sent; `digest` is the SHA-256 of `data`."""

    data: bytes
    digest: str


class Carriage:
    """Gives out the newest bundle of each group, and tells the walls of a group that there is a newer one."""

    def __init__(self, repository: Repository, dispatch: Dispatch, storage: Storage, roll: Roll) -> None:
        self._repository, self._dispatch, self._storage, self._roll = repository, dispatch, storage, roll
        self._packed: dict[str, tuple[int, PackedBundle]] = {}
        self._lock = threading.Lock()

    def bundle(self, group: str) -> PackedBundle:
        """What walls of `group` are told; without a programme before its first publication."""
        version = self._repository.head(group).version
        with self._lock:
            known = self._packed.get(group)
        if known is not None and known[0] == version:
            return known[1]
        data = pack(self._repository.bundle_for(group))
        packed = PackedBundle(data, hashlib.sha256(data).hexdigest())
        with self._lock:
            self._packed[group] = (version, packed)
        return packed

    def push(self, group: str) -> PackedBundle:
        """Sends the newest bundle, or a notice of a large one, to the walls of `group` that are connected."""
        packed = self.bundle(group)
        walls = [wall.id for wall in self._roll.walls() if wall.connected and wall.group == group]
        self._dispatch.send_newest(walls, message_for(packed))
        return packed

    def push_all(self) -> None:
        """Sends what is newest to every wall that is connected, without asking the database for them."""
        walls: dict[str, list[str]] = {}
        for wall in self._roll.walls_at_hand():
            if wall.connected:
                walls.setdefault(wall.group, []).append(wall.id)
        for group, names in walls.items():
            self._dispatch.send_newest(names, message_for(self.bundle(group)))

    def group_of(self, display_id: str) -> str | None:
        """The group whose programme a wall plays; None for a wall that does not exist."""
        with self._storage.reading() as work:
            found = work.parts.find(PartKind.DISPLAY, display_id)
        return None if found is None else home_group(display_from_dict(found.part.value))


def message_for(packed: PackedBundle) -> dict[str, Any]:
    """What is said on a link about a bundle."""
    if len(packed.data) <= LARGEST_PUSH:
        return {"type": "bundle", "bundle": base64.b64encode(packed.data).decode("ascii")}
    return {"type": "notice", "digest": packed.digest}
