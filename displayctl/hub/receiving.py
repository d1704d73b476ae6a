"""Taking files in as they arrive: bounded, never filling the disk, and nothing left where something went wrong."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from content.delivery.store import AssetStore, StoredAsset
from content.errors import StorageFull
from displayctl.hub.errors import TooLarge

LARGEST_UPLOAD_BYTES = 16 << 30
ROOM_LEFT_BYTES = 64 << 20
LOOKED_EVERY_BYTES = 16 << 20


def watched(chunks: Iterable[bytes], look: Callable[[], None]) -> Iterator[bytes]:
    """`chunks`, with a `look` at the disk now and then: what others send at the same time fills it too."""
    unseen = 0
    for chunk in chunks:
        unseen += len(chunk)
        if unseen >= LOOKED_EVERY_BYTES:
            look()
            unseen = 0
        yield chunk


@dataclass(frozen=True, slots=True)
class Receiver:
    """Puts files that people bring into the store, on the disk of `folder`."""

    store: AssetStore
    folder: Path

    def receive(self, name: str, size_bytes: int | None, chunks: Iterable[bytes]) -> StoredAsset:
        """Stores a file that comes in `chunks`; `size_bytes` is what was announced, None where it was not.

        Raises StorageFull, TooLarge.
        """
        self._check_room(size_bytes or 0)
        with self.store.receive() as incoming:
            for chunk in watched(chunks, lambda: self._check_room(0)):
                incoming.write(chunk)
                if incoming.size_bytes > LARGEST_UPLOAD_BYTES:
                    raise TooLarge(f"{name} is larger than {LARGEST_UPLOAD_BYTES >> 30} GiB; shorten it first")
        return StoredAsset(incoming.stored, incoming.size_bytes)

    def _check_room(self, size_bytes: int) -> None:
        if size_bytes > LARGEST_UPLOAD_BYTES:
            raise TooLarge(f"the file has {size_bytes >> 20} MiB; at most {LARGEST_UPLOAD_BYTES >> 20} MiB are taken")
        free = shutil.disk_usage(self.folder).free
        if size_bytes + ROOM_LEFT_BYTES > free:
            raise StorageFull(
                f"the hub's disk has {free >> 20} MiB left, of which it keeps {ROOM_LEFT_BYTES >> 20} MiB free, "
                f"and the file needs {-(-size_bytes >> 20)} MiB; remove media that are not used any more, or make room"
            )
