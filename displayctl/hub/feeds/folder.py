"""A folder on the hub's machine into which others drop messages of CAP; what was read is moved aside."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import partial
from pathlib import Path

from displayctl.errors import DeskError
from displayctl.hub.feeds.cap import read_cap
from displayctl.hub.feeds.look import Look
from displayctl.hub.feeds.reading import Reading, together
from displayctl.hub.feeds.xml_tree import LARGEST_BYTES

SETTLED_SECONDS = 2.0
"""A file that was written to within these may not be whole."""
PATIENCE_SECONDS = 60.0
"""A file that is still no message after these will not become one."""
MOST_FILES = 200
READ, REFUSED = "dibaca", "ditolak"
_ENDINGS = (".xml", ".cap")


class FolderUnusable(DeskError):
    """The folder is not there, or cannot be looked into; the message says so."""


@dataclass(frozen=True, slots=True)
class _File:
    name: str
    size: int
    changed_ns: int

    def age(self, now: datetime) -> float:
        """Seconds since it was written to; negative where its clock was ahead."""
        return now.timestamp() - self.changed_ns / 1e9


class DropFolder:
    """Looks at the files ``*.xml`` and ``*.cap`` in `folder`, the oldest first, not at folders in it nor at links.

    A file is read once it is whole, and moved to ``dibaca`` in the folder once its message is kept; one that is none
    is moved to ``ditolak``, with the reason in a file beside it.
    """

    def __init__(self, feed_id: str, folder: Path, attribution: str = "") -> None:
        self._feed_id, self._folder, self._attribution = feed_id, folder, attribution
        self._stuck: frozenset[_File] = frozenset()

    def look(self, now: datetime) -> Look:
        readings: dict[_File, Reading] = {}
        fresh = False
        for file in self._files():
            if 0 <= file.age(now) < SETTLED_SECONDS:
                fresh = True
            else:
                reading = self._read(file, now)
                if not reading.complaints or not 0 <= file.age(now) < PATIENCE_SECONDS:
                    readings[file] = reading
        again = timedelta(seconds=SETTLED_SECONDS) if fresh else None
        return Look(together(tuple(readings.values())), again=again, settle=partial(self._settle, readings))

    def _files(self) -> list[_File]:
        """Those that wait, the oldest first."""
        try:
            with os.scandir(self._folder) as entries:
                found = [(entry.name, entry.stat(follow_symlinks=False)) for entry in entries if _is_meant(entry.name)]
        except OSError as error:
            raise FolderUnusable(
                f"{self._folder} cannot be read ({error.strerror}); check its name and rights"
            ) from error
        files = {_File(name, facts.st_size, facts.st_mtime_ns) for name, facts in found if stat.S_ISREG(facts.st_mode)}
        self._stuck &= files
        return sorted(files - self._stuck, key=lambda file: (file.changed_ns, file.name))[:MOST_FILES]

    def _read(self, file: _File, now: datetime) -> Reading:
        try:
            body = _body(self._folder / file.name)
        except OSError as error:
            return Reading(complaints=(f"{file.name}: it cannot be read ({error.strerror})",))
        found = read_cap(body, self._feed_id, now, self._attribution)
        return Reading(found.warnings, tuple(f"{file.name}: {sentence}" for sentence in found.complaints))

    def _settle(self, readings: dict[_File, Reading]) -> None:
        """Moves aside what was read. What cannot be moved is not read again while it stays as it is."""
        for file, reading in readings.items():
            aside = self._folder / (REFUSED if reading.complaints else READ)
            try:
                aside.mkdir(exist_ok=True)
                (self._folder / file.name).replace(aside / file.name)
                if reading.complaints:
                    (aside / f"{file.name}.txt").write_text("\n".join(reading.complaints) + "\n", "utf-8")
            except OSError:
                self._stuck |= {file}


def _is_meant(name: str) -> bool:
    return name.lower().endswith(_ENDINGS) and not name.startswith(".")


def _body(path: Path) -> bytes:
    """At most one byte more than a message may have, and never by way of a link."""
    with os.fdopen(os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC), "rb") as file:
        return file.read(LARGEST_BYTES + 1)
