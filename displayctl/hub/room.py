"""Where the room on the hub's disk has gone, and which media free most of it."""

from __future__ import annotations

import shutil
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path

from content.delivery.store import AssetStore
from displayctl.api.library import MediumRoom, StorageInfo
from displayctl.hub.part_forms import MEDIUM
from displayctl.hub.repositories.media import StoredMedium
from displayctl.hub.storage import Storage, UnitOfWork

IDLE_AFTER = timedelta(days=365)
MOST_NAMED = 200


@dataclass(slots=True)
class _Owned:
    """The digests of the library by what they are, and of each medium."""

    sources: set[str] = field(default_factory=set)
    renditions: set[str] = field(default_factory=set)
    versions: set[str] = field(default_factory=set)
    pictures: set[str] = field(default_factory=set)
    of: dict[str, set[str]] = field(default_factory=dict)

    def note(self, kind: set[str], medium_id: str, digests: Iterable[str]) -> None:
        found = {digest for digest in digests if digest}
        kind |= found
        self.of.setdefault(medium_id, set()).update(found)


class Room:
    """Reckons with what is on the disk of `folder` at the moment it is asked."""

    def __init__(self, storage: Storage, store: AssetStore, folder: Path) -> None:
        self._storage, self._store, self._folder = storage, store, folder

    def taken(self) -> StorageInfo:
        """What takes the room. Reads the size of every file of the store, which takes a moment."""
        sizes = self._store.sizes()
        with self._storage.reading() as work:
            media = work.media.all()
            owned = _owned(work, media)
            rooms = _rooms(work, media, owned, sizes)
            idle = tuple(room for room in rooms if _is_idle(work, room))
        disk = shutil.disk_usage(self._folder)
        shares = _shares(owned, sizes)
        return StorageInfo(
            disk_bytes=disk.total,
            free_bytes=disk.free,
            **shares,
            other_bytes=sum(sizes.values()) - sum(shares.values()),
            largest=rooms[:MOST_NAMED],
            idle=idle[:MOST_NAMED],
            idle_bytes=sum(room.size_bytes for room in idle),
        )


def _owned(work: UnitOfWork, media: tuple[StoredMedium, ...]) -> _Owned:
    owned = _Owned()
    for medium in media:
        owned.note(owned.sources, medium.id, (medium.source_sha256,))
        owned.note(owned.pictures, medium.id, (medium.thumbnail_sha256, medium.poster_sha256))
        owned.note(owned.renditions, medium.id, (rendition.sha256 for rendition in medium.renditions))
    for medium_id, source, thumbnail in work.media_versions.sizes():
        owned.note(owned.versions, medium_id, (source, thumbnail))
    return owned


def _shares(owned: _Owned, sizes: dict[str, int]) -> dict[str, int]:
    """Bytes by kind; what is of several kinds counts for the first."""
    counted: set[str] = set()
    shares: dict[str, int] = {}
    for name in ("sources", "renditions", "versions", "pictures"):
        digests = getattr(owned, name) - counted
        shares[f"{name}_bytes"] = sum(sizes.get(digest, 0) for digest in digests)
        counted |= digests
    return shares


def _rooms(
    work: UnitOfWork, media: tuple[StoredMedium, ...], owned: _Owned, sizes: dict[str, int]
) -> tuple[MediumRoom, ...]:
    """What each medium alone takes, the largest first."""
    holders = Counter(digest for digests in owned.of.values() for digest in digests)
    used = {target for _, _, kind, target in work.parts.references() if kind == MEDIUM}
    rooms = [
        MediumRoom(
            id=medium.id,
            title=medium.title,
            size_bytes=sum(sizes.get(digest, 0) for digest in owned.of[medium.id] if holders[digest] == 1),
            in_use=medium.id in used,
            made_at=medium.created_at,
        )
        for medium in media
    ]
    return tuple(sorted(rooms, key=lambda room: (-room.size_bytes, room.id)))


def _is_idle(work: UnitOfWork, room: MediumRoom) -> bool:
    """Whether nothing shows a medium, and nothing has for a year."""
    long_ago: datetime = work.now - IDLE_AFTER
    if room.in_use or room.made_at > long_ago:
        return False
    played = work.records.last_played(room.id)
    return played is None or played < long_ago
