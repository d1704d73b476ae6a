"""Attachments looked at with the computer's own programs: from private copies, which go with the desk."""

from __future__ import annotations

import re
import shutil
import tempfile
import weakref
from collections.abc import Callable, Iterable
from pathlib import Path

from displayctl.api.requests import RequestFile
from displayctl.desk.saving import save_pieces

HEAD_BYTES, LONGEST_STEM, READ_ONLY = 12, 60, 0o400
_ENDINGS = (
    (b"\xff\xd8\xff", ".jpg"),
    (b"\x89PNG\r\n\x1a\n", ".png"),
    (b"GIF87a", ".gif"),
    (b"GIF89a", ".gif"),
    (b"%PDF-", ".pdf"),
)
_CLIPS = (b"iso", b"mp4", b"avc1", b"M4V")
Pieces = Callable[[str], Iterable[bytes]]


class PrivateCopies:
    """A folder for this person alone; it is there from the first copy on."""

    def __init__(self, fetch: Pieces) -> None:
        """`fetch` gives an attachment's bytes by its id."""
        self._fetch = fetch
        self._folder: str | None = None
        self._made: dict[str, Path | None] = {}

    def copy_of(self, file: RequestFile) -> Path | None:
        """A copy that is named by what its first bytes are, whatever it was called, so that no program runs it; None
        for what is neither a picture nor a PDF nor a clip that programs know. Raises HubError, StorageFull, OSError.
        """
        if file.id not in self._made:
            self._made[file.id] = self._copied(file)
        return self._made[file.id]

    def _copied(self, file: RequestFile) -> Path | None:
        if self._folder is None:
            self._folder = tempfile.mkdtemp(prefix="displayctl-")
            weakref.finalize(self, shutil.rmtree, self._folder, ignore_errors=True)
        arrived = Path(tempfile.mkdtemp(dir=self._folder)) / "arrived"
        save_pieces(arrived, self._fetch(file.id))
        with arrived.open("rb") as stored:
            ending = ending_of(stored.read(HEAD_BYTES))
        if not ending:
            arrived.unlink()
            return None
        arrived.chmod(READ_ONLY)
        return arrived.rename(arrived.with_name(_stem(file.name) + ending))


def ending_of(head: bytes) -> str:
    """What a file that begins so is to be called; empty for what is not opened."""
    for magic, ending in _ENDINGS:
        if head.startswith(magic):
            return ending
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return ".webp"
    return ".mp4" if head[4:8] == b"ftyp" and head[8:12].startswith(_CLIPS) else ""


def _stem(name: str) -> str:
    return re.sub(r"[^\w ]+", "-", Path(name).stem).strip("- ")[:LONGEST_STEM] or "lampiran"
