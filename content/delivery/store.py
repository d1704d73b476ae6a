"""The content-addressed store: immutable bytes named by their SHA-256, whole or not there.

A file gets its name only after its bytes were hashed and are on the disk, so what is found under a name is right after
any power cut. Layout: ``sha256/ab/<digest>``, ``incoming/`` for what is arriving, ``quarantine/`` for what went bad.
"""

from __future__ import annotations

import hashlib
import secrets
import threading
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import BinaryIO

from content.delivery.files import Files, LocalFiles, storage_error
from content.delivery.incoming import Incoming
from content.errors import ContentMissing, Damaged
from schedules.checks import check_int, check_sha256

LARGEST_ASSET = 1 << 40
PARTIALS_KEPT = timedelta(days=7)
_CHUNK = 1 << 20


@dataclass(frozen=True, slots=True)
class StoredAsset:
    """What was stored: its name and its size in bytes."""

    sha256: str
    size_bytes: int


class AssetStore:
    """Assets under one folder. One process owns the folder; its threads may share the store."""

    def __init__(self, root: Path, files: Files | None = None) -> None:
        self._root = root
        self._files: Files = files or LocalFiles()
        self._arriving: set[str] = set()
        self._lock = threading.Lock()

    @contextmanager
    def receive(self, sha256: str | None = None, size_bytes: int | None = None) -> Iterator[Incoming]:
        """Take an asset in, piece by piece: ``with store.receive(digest, size) as incoming: incoming.write(...)``.

        With a digest it goes on where an earlier attempt stopped: begin sending at `incoming.size_bytes`. When the
        block ends, the asset is stored and `incoming.stored` tells its digest. If the block raises, the bytes of a
        known digest are kept for the next attempt.
        Raises Damaged (too long, or another digest: the bytes are dropped), ContentMissing (fewer bytes than
        `size_bytes`: kept), StorageFull (the partial is dropped so that its room is free; assets are untouched).
        """
        most = LARGEST_ASSET
        if sha256 is not None:
            check_sha256("asset.sha256", sha256)
        if size_bytes is not None:
            check_int("asset.size_bytes", size_bytes, 0, LARGEST_ASSET)
            most = size_bytes
        with self._partial(sha256) as path:
            incoming = Incoming(self._files, path, most, keep=path.stem == sha256)
            with incoming:
                yield incoming
                digest = incoming.finish(sha256, size_bytes)
            self._settle(path, digest)
        incoming.stored = digest

    def add_bytes(self, data: bytes) -> StoredAsset:
        """Store `data`. Raises StorageFull."""
        with self.receive() as incoming:
            incoming.write(data)
        return StoredAsset(incoming.stored, len(data))

    def add_file(self, path: Path) -> StoredAsset:
        """Store a copy of the file at `path`. Raises ContentMissing where it cannot be read, StorageFull."""
        with self.receive() as incoming:
            try:
                source = path.open("rb")
            except OSError as error:
                raise ContentMissing(f"{path} cannot be read ({error.strerror}); choose the file again") from error
            with source:
                _copy(source, path, incoming.write)
        return StoredAsset(incoming.stored, incoming.size_bytes)

    def partial_size(self, sha256: str) -> int:
        """How many bytes of `sha256` an interrupted `receive` has left; 0 where there are none."""
        check_sha256("asset.sha256", sha256)
        try:
            return self._partial_path(sha256).stat().st_size
        except FileNotFoundError:
            return 0

    def drop_partial(self, sha256: str) -> None:
        """Forget what an interrupted `receive` of `sha256` has left."""
        check_sha256("asset.sha256", sha256)
        self._files.remove(self._partial_path(sha256))

    def has(self, sha256: str) -> bool:
        """Whether the asset is here (its bytes were right when it was stored; see `verify`)."""
        return self._place(sha256).is_file()

    def path_of(self, sha256: str) -> Path:
        """The asset's file, to be read only. Raises ContentMissing."""
        path = self._place(sha256)
        if not path.is_file():
            raise _missing(sha256)
        return path

    def open(self, sha256: str) -> BinaryIO:
        """The asset's bytes as a file open for reading. Raises ContentMissing."""
        try:
            return self._place(sha256).open("rb")
        except FileNotFoundError as error:
            raise _missing(sha256) from error

    def verify(self, sha256: str) -> StoredAsset:
        """Hash the asset again. Raises ContentMissing, or Damaged after putting the file into ``quarantine/``."""
        digest, size = hashlib.sha256(), 0
        with self.open(sha256) as file:
            try:
                while chunk := file.read(_CHUNK):
                    digest.update(chunk)
                    size += len(chunk)
            except OSError as error:
                raise self._set_aside(sha256, f"cannot be read from the disk ({error.strerror})") from error
        if digest.hexdigest() != sha256:
            raise self._set_aside(sha256, "is not what its name promises")
        return StoredAsset(sha256, size)

    def sizes(self) -> dict[str, int]:
        """Every stored asset and its size in bytes."""
        return {path.name: path.stat().st_size for path in (self._root / "sha256").glob("??/*")}

    def remove(self, sha256: str) -> None:
        """Remove the asset; nothing happens where it is missing."""
        self._files.remove(self._place(sha256))

    def keep_only(self, wanted: Collection[str]) -> int:
        """Remove every asset, and every partial, that is not in `wanted`; returns the bytes given back."""
        freed = 0
        keep = frozenset(wanted)
        for sha256, size in self.sizes().items():
            if sha256 not in keep:
                self.remove(sha256)
                freed += size
        return freed + self._drop_partials(lambda path: len(path.stem) == 64 and path.stem not in keep)

    def sweep(self, now: datetime, older_than: timedelta = PARTIALS_KEPT) -> int:
        """At start: remove partials untouched for `older_than` and those nobody can continue, and what was set aside
        that long ago, so that a failing disk does not fill up with it; returns bytes freed.
        """
        oldest = (now - older_than).timestamp()
        freed = self._drop_partials(lambda path: len(path.stem) != 64 or path.stat().st_mtime < oldest)
        for path in (self._root / "quarantine").glob("*"):
            status = path.stat()
            if status.st_ctime < oldest:  # when it was put there; it was written long before
                freed += status.st_size
                self._files.remove(path)
        return freed

    def _place(self, sha256: str) -> Path:
        check_sha256("asset.sha256", sha256)
        return self._root / "sha256" / sha256[:2] / sha256

    def _partial_path(self, stem: str) -> Path:
        return self._root / "incoming" / f"{stem}.part"

    @contextmanager
    def _partial(self, sha256: str | None) -> Iterator[Path]:
        """A partial file that nobody else writes: the digest's own one, or a nameless one where that is taken."""
        with self._lock:
            stem = sha256 if sha256 is not None and sha256 not in self._arriving else f"new-{secrets.token_hex(8)}"
            self._arriving.add(stem)
        try:
            path = self._partial_path(stem)
            self._files.make_folder(path.parent)
            yield path
        except OSError as error:
            if stem != sha256:
                self._files.remove(self._partial_path(stem))
            raise storage_error(error, self._partial_path(stem)) from error
        finally:
            with self._lock:
                self._arriving.discard(stem)

    def _settle(self, partial: Path, sha256: str) -> None:
        place = self._place(sha256)
        self._files.make_folder(place.parent)
        self._files.rename(partial, place)
        self._files.sync_folder(place.parent)

    def _set_aside(self, sha256: str, why: str) -> Damaged:
        place, shelf = self._place(sha256), self._root / "quarantine" / sha256
        self._files.make_folder(shelf.parent)
        self._files.rename(place, shelf)
        self._files.sync_folder(shelf.parent)
        return Damaged(f"the asset {sha256} {why}; it was set aside as {shelf}, fetch or import it again")

    def _drop_partials(self, unwanted: Callable[[Path], bool]) -> int:
        freed = 0
        for path in (self._root / "incoming").glob("*.part"):
            if path.stem not in self._arriving and unwanted(path):
                freed += path.stat().st_size
                self._files.remove(path)
        return freed


def _copy(source: BinaryIO, path: Path, write: Callable[[bytes], None]) -> None:
    while True:
        try:
            chunk = source.read(_CHUNK)
        except OSError as error:
            raise ContentMissing(f"{path} could not be read to its end ({error.strerror}); try again") from error
        if not chunk:
            return
        write(chunk)


def _missing(sha256: str) -> ContentMissing:
    return ContentMissing(f"the asset {sha256} is not here; fetch or import it again")
