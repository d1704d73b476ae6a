"""Power cuts: file operations and database statements that stop after the n-th, and forget what was never synced."""

from __future__ import annotations

import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, BinaryIO

from content.delivery.files import LocalFiles


@contextmanager
def in_memory(otherwise: Path) -> Iterator[Path]:
    """A temporary folder in memory, or `otherwise` where the machine has none."""
    if not os.access("/dev/shm", os.W_OK):
        yield otherwise
        return
    with tempfile.TemporaryDirectory(prefix="displayctl-test-", dir="/dev/shm") as folder:
        yield Path(folder)


class PowerCut(BaseException):
    """The machine has no power: nothing of the program goes on, not even its cleaning up."""


class MortalFiles(LocalFiles):
    """Real files on a machine whose power goes before operation number `lives` (None: never).

    `restart` is what the disk does then: of files that were not synced only the first half is left, and names that
    were not synced are as before where `names_lost`.
    """

    def __init__(self, lives: int | None = None, *, names_lost: bool = False) -> None:
        self.operations = 0
        self._lives, self._names_lost = lives, names_lost
        self._unsynced: dict[Path, None] = {}
        self._renamed: list[tuple[Path, Path, bytes | None]] = []

    def _live(self) -> None:
        if self._lives is not None and self.operations >= self._lives:
            raise PowerCut
        self.operations += 1

    def make_folder(self, path: Path) -> None:
        self._live()
        super().make_folder(path)

    def open_new(self, path: Path, mode: int) -> BinaryIO:
        self._live()
        self._unsynced[path] = None
        return super().open_new(path, mode)

    def open_more(self, path: Path) -> BinaryIO:
        self._live()
        self._unsynced[path] = None
        return super().open_more(path)

    def write(self, file: BinaryIO, data: bytes) -> None:
        self._live()
        super().write(file, data)

    def sync(self, file: BinaryIO) -> None:
        self._live()
        super().sync(file)
        self._unsynced.pop(Path(file.name), None)

    def rename(self, source: Path, target: Path) -> None:
        self._live()
        self._renamed.append((source, target, target.read_bytes() if target.exists() else None))
        super().rename(source, target)
        if source in self._unsynced:
            del self._unsynced[source]
            self._unsynced[target] = None

    def remove(self, path: Path) -> None:
        self._live()
        super().remove(path)

    def sync_folder(self, path: Path) -> None:
        self._live()
        super().sync_folder(path)
        self._renamed = [entry for entry in self._renamed if entry[1].parent != path]

    def restart(self) -> None:
        """Lose what a real disk may lose."""
        for path in self._unsynced:
            if path.exists():
                data = path.read_bytes()
                path.write_bytes(data[: len(data) // 2])
        for source, target, former in reversed(self._renamed if self._names_lost else []):
            if target.exists():
                target.rename(source)
            if former is not None:
                target.write_bytes(former)


class MortalConnection(sqlite3.Connection):
    """A database connection whose process dies before statement number `lives`."""

    lives: int | None = None
    statements = 0

    def _live(self) -> None:
        if self.lives is not None and self.statements >= self.lives:
            raise PowerCut
        self.statements += 1

    def execute(self, *arguments: Any) -> sqlite3.Cursor:
        self._live()
        return super().execute(*arguments)

    def executemany(self, *arguments: Any) -> sqlite3.Cursor:
        self._live()
        return super().executemany(*arguments)
