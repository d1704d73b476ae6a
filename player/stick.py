"""Content on a stick: folders that a desk has exported, found at mount points and judged like any other news.

Nothing on a stick is executed, no name on it becomes a path here, links are not followed, and everything is bounded.
What is signed decides; the stick only carries.
"""

from __future__ import annotations

import os
import stat
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from content.errors import ContentError
from player.cache import AssetSource, AssetStream
from player.errors import HubUnreachable
from player.events import StickRead, Tell

if TYPE_CHECKING:
    from player.inbox import Inbox

PREFIX, BUNDLE_FOLDER, MEDIA_FOLDER = "displayctl-", "bundle", "media"
POLL_S = 3.0
MOST_FOLDERS, MOST_ENTRIES = 8, 500
_CHUNK = 256 << 10


@dataclass(frozen=True, slots=True)
class _Export:
    """An exported folder, and what tells whether it is another than before."""

    folder: Path
    stamp: tuple[int, int]


class Sticks:
    """Looks at `places` (as ``/media``, and two steps below) for exported folders. `step` gives the seconds to wait."""

    def __init__(self, places: Sequence[Path], inbox: Callable[[], Inbox | None], tell: Tell) -> None:
        self._places, self._inbox, self._tell = tuple(places), inbox, tell
        self._read: dict[Path, tuple[int, int]] = {}
        self._here: tuple[_Export, ...] = ()
        self._served: set[str] = set()

    def step(self) -> float:
        """Read what is new; tells StickRead with what came of it."""
        self._here = tuple(_exports(self._places))
        if not self._here:
            self._served.clear()
        inbox = self._inbox()
        if inbox is None:
            return POLL_S
        self._read = {folder: stamp for folder, stamp in self._read.items() if folder in self._folders()}
        for export in self._here:
            if self._read.get(export.folder) != export.stamp:
                self._read[export.folder] = export.stamp
                self._tell(StickRead(export.folder.name, _take(export.folder, inbox)))
        return POLL_S

    def source(self, otherwise: AssetSource | None) -> AssetSource | None:
        """Where media come from now: from a stick that has them, else from `otherwise`."""
        return StickSource(self._folders(), otherwise, self._served) if self._here else otherwise

    def _folders(self) -> tuple[Path, ...]:
        return tuple(export.folder for export in self._here)


@dataclass(frozen=True, slots=True)
class StickSource:
    """Media by their digest, from the folders of sticks, else from `otherwise`. Implements `AssetSource`.

    What was `served` once and is asked for again was not right on the stick, or could not be read: stick and
    `otherwise` take turns then, since there may be no hub for weeks.
    """

    folders: tuple[Path, ...]
    otherwise: AssetSource | None
    served: set[str] = field(default_factory=set)

    @contextmanager
    def asset(self, sha256: str, starts_at: int = 0) -> Iterator[AssetStream]:
        """The bytes of an asset from `starts_at` on; they are believed by their digest alone. Raises HubTrouble."""
        again = sha256 in self.served and self.otherwise is not None
        self.served.symmetric_difference_update({sha256})
        for folder in () if again else self.folders:
            handle = _opened(folder / MEDIA_FOLDER, sha256)
            if handle is not None:
                with os.fdopen(handle, "rb") as file:
                    file.seek(starts_at)
                    yield AssetStream(starts_at, iter(lambda: file.read(_CHUNK), b""))
                return
        if self.otherwise is None:
            raise HubUnreachable(f"{sha256[:12]} is not on the stick, and there is no hub; export the folder again")
        with self.otherwise.asset(sha256, starts_at) as stream:
            yield stream


def _exports(places: Sequence[Path]) -> Iterator[_Export]:
    found = 0
    for place in places:
        for folder in _folders_below(place, depth=2):
            stamp = _stamp(folder / BUNDLE_FOLDER)
            if folder.name.startswith(PREFIX) and stamp is not None:
                found += 1
                yield _Export(folder, stamp)
            if found == MOST_FOLDERS:
                return


def _folders_below(place: Path, depth: int) -> Iterator[Path]:
    """Real folders in `place`, and in them; never through a link."""
    try:
        with os.scandir(place) as entries:
            names = [entry.name for _, entry in zip(range(MOST_ENTRIES), entries, strict=False) if _is_folder(entry)]
    except OSError:
        return
    for name in sorted(names):
        yield place / name
        if depth and not name.startswith(PREFIX):
            yield from _folders_below(place / name, depth - 1)


def _is_folder(entry: os.DirEntry[str]) -> bool:
    try:
        return entry.is_dir(follow_symlinks=False)
    except OSError:
        return False


def _stamp(folder: Path) -> tuple[int, int] | None:
    """What is another once a folder was exported anew; None where it is no real folder.

    A hub's bundle ends in a timestamp; an emergency that came by hand is known by its folder of signed files.
    """
    try:
        own = folder.lstat()
        signed = (folder / "metadata").lstat()
    except OSError:
        return None
    with suppress(OSError):
        signed = (folder / "metadata" / "timestamp.json").lstat()
    return (own.st_dev, signed.st_mtime_ns) if stat.S_ISDIR(own.st_mode) else None


def _take(folder: Path, inbox: Inbox) -> str:
    """Have the bundle in `folder` judged; why it was refused, empty where it was not."""
    from content.delivery.bundle import pack, read_folder

    try:
        return inbox.receive(pack(read_folder(folder / BUNDLE_FOLDER)))
    except ContentError as error:
        return str(error)


def _opened(media: Path, sha256: str) -> int | None:
    """A handle of the regular file named `sha256` in the real folder `media`, or None."""
    try:
        folder = os.open(media, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
        try:
            handle = os.open(sha256, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK, dir_fd=folder)
        finally:
            os.close(folder)
    except OSError:
        return None
    if stat.S_ISREG(os.fstat(handle).st_mode):
        return handle
    os.close(handle)
    return None
