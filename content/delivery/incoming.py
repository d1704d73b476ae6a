"""An asset on its way in: bytes are hashed as they are written, and counted against what was announced."""

from __future__ import annotations

import hashlib
from pathlib import Path
from types import TracebackType
from typing import Self

from content.delivery.files import Files, storage_error
from content.errors import ContentMissing, Damaged, StorageFull

_CHUNK = 1 << 20


class Incoming:
    """A partial file being written. `size_bytes` is how much is there, `stored` the digest once it is in the store."""

    def __init__(self, files: Files, path: Path, most: int, *, keep: bool) -> None:
        """Open the partial at `path`; where `keep`, go on behind the bytes in it, which are hashed again."""
        self._files, self._path, self._most, self._keep = files, path, most, keep
        self._digest = hashlib.sha256()
        self.size_bytes = 0
        self.stored = ""
        self._file = files.open_more(path)
        self._read_again()

    def _read_again(self) -> None:
        self._file.seek(0)
        while chunk := self._file.read(_CHUNK):
            self._digest.update(chunk)
            self.size_bytes += len(chunk)
        if self.size_bytes > self._most:
            self.start_over()

    def start_over(self) -> None:
        """Drop what is there and begin at the first byte, as when the sender cannot continue in the middle."""
        self._file.truncate(0)
        self._digest = hashlib.sha256()
        self.size_bytes = 0

    def write(self, data: bytes) -> None:
        """Append `data`. Raises Damaged where it exceeds the announced size, StorageFull."""
        if self.size_bytes + len(data) > self._most:
            self._keep = False
            raise Damaged(f"more than the announced {self._most} bytes arrived for {self._path.stem}; fetch it again")
        try:
            self._files.write(self._file, data)
        except OSError as error:
            raise storage_error(error, self._path) from error
        self._digest.update(data)
        self.size_bytes += len(data)

    def finish(self, sha256: str | None, size_bytes: int | None) -> str:
        """Put the bytes on the disk and return their digest, which has to be `sha256` where that is given."""
        if size_bytes is not None and self.size_bytes < size_bytes:
            raise ContentMissing(
                f"only {self.size_bytes} of {size_bytes} bytes of {self._path.stem} arrived; continue from there"
            )
        digest = self._digest.hexdigest()
        if sha256 is not None and digest != sha256:
            self._keep = False
            raise Damaged(f"bytes announced as {sha256} have the digest {digest}; fetch them again")
        self._files.sync(self._file)
        return digest

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self._file.close()
        full = isinstance(error, StorageFull) or (
            isinstance(error, OSError) and isinstance(storage_error(error, self._path), StorageFull)
        )
        if kind is not None and (full or not self._keep):
            self._files.remove(self._path)
