"""How far long work is, told to whoever waits for it, who may also stop it."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO

from content.delivery.files import storage_error
from content.errors import Cancelled, StorageFull
from displayctl.errors import BackupPlaceGone

CHUNK_BYTES = 1 << 20


def _nothing(done: int, whole: int) -> None:
    return None


def _never() -> bool:
    return False


@dataclass(frozen=True, slots=True)
class Watch:
    """`on_progress` hears bytes done and bytes in all; `is_stopped` is asked now and then."""

    on_progress: Callable[[int, int], None] = _nothing
    is_stopped: Callable[[], bool] = _never


class Meter:
    """Counts the bytes of one piece of work."""

    def __init__(self, watch: Watch, whole_bytes: int) -> None:
        self._watch, self._whole, self._done = watch, max(1, whole_bytes), 0

    def add(self, count: int) -> None:
        """`count` bytes more are done. Raises Cancelled."""
        if self._watch.is_stopped():
            raise Cancelled("stopped by a person; nothing was changed")
        self._done += count
        self._watch.on_progress(min(self._done, self._whole), self._whole)


def copy_hashed(source: BinaryIO, target: BinaryIO | None, meter: Meter) -> tuple[int, str]:
    """Read `source` to its end, write it to `target` where there is one; its size and SHA-256."""
    digest, size = hashlib.sha256(), 0
    while chunk := source.read(CHUNK_BYTES):
        digest.update(chunk)
        size += len(chunk)
        if target is not None:
            target.write(chunk)
        meter.add(len(chunk))
    return size, digest.hexdigest()


def copy_file(source: Path, target: Path, meter: Meter) -> tuple[int, str]:
    """A durable copy of a file, its folder made where missing; its size and SHA-256. Raises OSError, Cancelled."""
    target.parent.mkdir(parents=True, exist_ok=True)
    with source.open("rb") as read, target.open("wb") as written:
        found = copy_hashed(read, written, meter)
        written.flush()
        os.fsync(written.fileno())
    return found


def hash_file(path: Path, meter: Meter) -> tuple[int, str]:
    """Size and SHA-256 of a file. Raises OSError, Cancelled."""
    with path.open("rb") as file:
        return copy_hashed(file, None, meter)


def place_trouble(error: OSError, folder: Path) -> StorageFull | BackupPlaceGone:
    """What an error of the disk or stick in `folder` means, in a sentence."""
    told = storage_error(error, Path(error.filename or folder))
    if isinstance(told, StorageFull):
        return StorageFull(f"{folder} is full; nothing was changed. Free some space there, or choose another folder")
    if not folder.is_dir():
        return BackupPlaceGone(f"the folder {folder} is gone; was the stick pulled out? Put it in and begin again")
    reason = error.strerror or str(error)
    return BackupPlaceGone(f"{error.filename or folder} cannot be used ({reason}); try again, or choose another folder")
