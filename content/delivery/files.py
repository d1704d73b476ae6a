"""The few file operations that durable state is made of, so that a test can cut the power after any of them."""

from __future__ import annotations

import errno
import os
from pathlib import Path
from typing import BinaryIO, Protocol

from content.errors import StorageFull

_NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


class Files(Protocol):
    """File operations as the stores use them; each may raise OSError and each may be the last before a power cut."""

    def make_folder(self, path: Path) -> None:
        """Make `path` and its parents where missing, durably."""
        ...

    def open_new(self, path: Path, mode: int) -> BinaryIO:
        """Open `path` for writing, emptied, with the permissions `mode`."""
        ...

    def open_more(self, path: Path) -> BinaryIO:
        """Open `path` for reading and for appending; it is made where missing."""
        ...

    def write(self, file: BinaryIO, data: bytes) -> None:
        """Write all of `data`."""
        ...

    def sync(self, file: BinaryIO) -> None:
        """Wait until what was written is on the disk."""
        ...

    def rename(self, source: Path, target: Path) -> None:
        """Give `source` the name `target`, atomically, in place of what was there."""
        ...

    def remove(self, path: Path) -> None:
        """Remove the file `path`; nothing happens where it is missing."""
        ...

    def sync_folder(self, path: Path) -> None:
        """Wait until the names in the folder `path` are on the disk."""
        ...


class LocalFiles:
    """The machine's own file system."""

    def make_folder(self, path: Path) -> None:
        if path.is_dir():
            return
        self.make_folder(path.parent)
        path.mkdir(exist_ok=True)
        self.sync_folder(path.parent)

    def open_new(self, path: Path, mode: int) -> BinaryIO:
        return open(path, "wb", buffering=0, opener=lambda name, flags: os.open(name, flags, mode))

    def open_more(self, path: Path) -> BinaryIO:
        return path.open("a+b", buffering=0)

    def write(self, file: BinaryIO, data: bytes) -> None:
        rest = memoryview(data)
        while rest:
            rest = rest[file.write(rest) :]

    def sync(self, file: BinaryIO) -> None:
        os.fsync(file.fileno())

    def rename(self, source: Path, target: Path) -> None:
        source.replace(target)

    def remove(self, path: Path) -> None:
        path.unlink(missing_ok=True)

    def sync_folder(self, path: Path) -> None:
        handle = os.open(path, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def write_atomically(files: Files, path: Path, data: bytes, mode: int = 0o644) -> None:
    """Put `data` at `path` durably: afterwards, and after a power cut at any moment, it is all new or all as before.

    Raises StorageFull with nothing changed, or OSError.
    """
    fresh = path.with_name(path.name + ".new")
    try:
        with files.open_new(fresh, mode) as file:
            files.write(file, data)
            files.sync(file)
        files.rename(fresh, path)
        files.sync_folder(path.parent)
    except OSError as error:
        fresh.unlink(missing_ok=True)
        raise storage_error(error, path) from error


def storage_error(error: OSError, path: Path) -> StorageFull | OSError:
    """The StorageFull that `error` means, or `error` itself where it is about something else."""
    if error.errno in _NO_ROOM:
        return StorageFull(f"no room is left for {path.name} in {path.parent}; remove files from that disk, then retry")
    return error
