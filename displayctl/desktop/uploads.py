"""Files on their way into the hub's library, one after another, each with its progress and a way to stop it.

A file that the library has already waits for a person to say whether it shall be there twice.
"""

from __future__ import annotations

import contextlib
import hashlib
import threading
from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from enum import StrEnum
from itertools import count
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from content.errors import Cancelled
from displayctl.api.errors import HubError, HubStorageFull, HubUnavailable, HubUnreachable, NotAllowed
from displayctl.api.models import Job, MediumInfo
from displayctl.desktop.catalogue import Catalogue, Topic
from displayctl.desktop.hub_door import HubDoor
from displayctl.desktop.presenters.problems import say_problem
from displayctl.desktop.tasks import Tasks

MOST_WAITING, MOST_FRESH = 2000, 100
_CHUNK_BYTES = 1 << 20
_NOT_FOR_THE_FILE = (HubUnreachable, HubUnavailable, HubStorageFull, NotAllowed)
"""Every other file would be refused for the same reason now."""


class Twins(StrEnum):
    """What becomes of a file that the library has already."""

    ASK = "ask"
    LEAVE_OUT = "leave-out"
    ADD = "add"


@dataclass(frozen=True, slots=True)
class Upload:
    """A file being sent. `progress` goes from 0 to 1. `twin` is what the library calls this very file: it waits for
    `Uploads.decide`. `replaces` is the medium whose file it shall be, None for a new one."""

    number: int
    path: Path
    progress: float = 0.0
    folder: str = ""
    twins: Twins = Twins.ASK
    twin: str = ""
    replaces: MediumInfo | None = None


@dataclass(frozen=True, slots=True)
class UploadEnd:
    """What became of a file: the hub's `job`, or the `twin` that was there already, or `why` it was not taken: `later`
    where that was not for the file's sake, so that it is worth another try."""

    number: int
    path: Path
    job: Job | None = None
    twin: str = ""
    why: str = ""
    later: bool = False


@dataclass(frozen=True, slots=True)
class _Twin:
    """The library has this file already, under this title."""

    title: str


@dataclass(frozen=True, slots=True)
class _Taken:
    """The hub took the file; the `medium` it became, where the hub told."""

    job: Job
    medium: MediumInfo | None = None


class Uploads(QObject):
    """Signals: `changed` when the list of uploads is new, `refused` a file name and the reason in words, `ended` an
    UploadEnd for each file that is not in the list any more."""

    changed = Signal()
    refused = Signal(str, str)
    ended = Signal(object)
    _progressed = Signal(int, float)

    def __init__(self, tasks: Tasks, hub: HubDoor, catalogue: Catalogue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._hub, self._catalogue = tasks, hub, catalogue
        self._numbers = count(1)
        self._uploads: dict[int, Upload] = {}
        self._stops: dict[int, threading.Event] = {}
        self._current: int | None = None
        self._fresh: tuple[MediumInfo, ...] = ()
        """Media made just now, which the catalogue will read in a moment."""
        catalogue.changed.connect(self._topic_changed)
        self._progressed.connect(self._note_progress)

    @property
    def uploads(self) -> tuple[Upload, ...]:
        return tuple(self._uploads.values())

    @property
    def has_room(self) -> bool:
        """Whether another file may be added."""
        return len(self._uploads) < MOST_WAITING

    @property
    def in_question(self) -> tuple[Upload, ...]:
        """Those that wait for `decide`."""
        return tuple(upload for upload in self._uploads.values() if upload.twin)

    def add(self, paths: Iterable[Path], folder: str = "", twins: Twins = Twins.ASK) -> tuple[int, ...]:
        """Send these files into `folder`; their numbers. What is a folder itself is left out and said."""
        added: list[int] = []
        for path in paths:
            if not self.has_room:
                self.refused.emit(path.name, self.tr("Too many files at once; wait until some are done."))
            elif path.is_dir():
                self.refused.emit(path.name, self.tr("This is a folder; use “Import a folder…”."))
            else:
                added.append(self._enter(path, folder=folder, twins=twins))
        self.changed.emit()
        self._send_next()
        return tuple(added)

    def replace_file(self, medium: MediumInfo, path: Path) -> int:
        """Send a file that shall be `medium`'s from now on; its number."""
        number = self._enter(path, replaces=medium, twins=Twins.ADD)
        self.changed.emit()
        self._send_next()
        return number

    def decide(self, numbers: Iterable[int], *, add: bool) -> None:
        """Add files that the library has already all the same, or leave them out."""
        for number in numbers:
            upload = self._uploads.get(number)
            if upload is None or not upload.twin:
                continue
            if add:
                self._uploads[number] = replace(upload, twin="", twins=Twins.ADD)
            else:
                self._end(UploadEnd(number, upload.path, twin=upload.twin))
        self.changed.emit()
        self._send_next()

    def cancel(self, number: int) -> None:
        """Stop one; what was sent of it is forgotten by the hub."""
        stop = self._stops.get(number)
        if stop is not None:
            stop.set()
        if number != self._current and number in self._uploads:
            self._end(UploadEnd(number, self._uploads[number].path))

    def _enter(self, path: Path, **fields: object) -> int:
        number = next(self._numbers)
        self._uploads[number] = Upload(number, path, **fields)  # type: ignore[arg-type]
        self._stops[number] = threading.Event()
        return number

    def _send_next(self) -> None:
        upload = next((each for each in self._uploads.values() if not each.twin), None)
        if self._current is not None or upload is None:
            return
        self._current = upload.number
        titles = self._titles_by_file() if upload.twins is not Twins.ADD else {}
        self._tasks.run(
            lambda: self._send(upload, titles),
            lambda came: self._sent(upload, came),
            lambda error: self._failed(upload, error),
            owner=self,
        )

    def _titles_by_file(self) -> dict[tuple[int, str], str]:
        media = (*self._fresh, *self._catalogue.media)
        return {(m.size_bytes, m.source_sha256): m.title for m in media if m.source_sha256 and m.stream is None}

    def _send(self, upload: Upload, titles: dict[tuple[int, str], str]) -> _Taken | _Twin:
        stop = self._stops[upload.number]

        def progressed(done: int, total: int) -> None:
            if stop.is_set():
                raise Cancelled(f"{upload.path.name} was stopped")
            self._progressed.emit(upload.number, done / total if total else 1.0)

        twin = _twin_of(upload.path, titles, stop.is_set)
        if twin:
            return _Twin(twin)
        client = self._hub.client
        if upload.replaces is not None:
            medium = upload.replaces
            return _Taken(client.library.replace_file(medium.id, medium.replaced, upload.path, progressed))
        job = client.upload_medium(upload.path, folder=upload.folder, on_progress=progressed)
        with contextlib.suppress(HubError):  # it has the file; that is what counts
            return _Taken(job, client.medium(job.medium_id) if job.medium_id else None)
        return _Taken(job)

    def _topic_changed(self, topic: str) -> None:
        if topic == Topic.MEDIUM:
            self._fresh = tuple(each for each in self._fresh if self._catalogue.find(Topic.MEDIUM, each.id) is None)

    def _note_progress(self, number: int, progress: float) -> None:
        if number in self._uploads:
            self._uploads[number] = replace(self._uploads[number], progress=progress)
            self.changed.emit()

    def _sent(self, upload: Upload, came: _Taken | _Twin) -> None:
        self._current = None
        if isinstance(came, _Taken):
            if came.medium is not None:
                self._fresh = (*self._fresh[1 - MOST_FRESH :], came.medium)
            self._end(UploadEnd(upload.number, upload.path, came.job))
            self._catalogue.read(Topic.JOB, Topic.MEDIUM)
        elif upload.twins is Twins.LEAVE_OUT or self._stops[upload.number].is_set():
            self._end(UploadEnd(upload.number, upload.path, twin=came.title))
        else:
            self._uploads[upload.number] = replace(upload, twin=came.title)
            self.changed.emit()
        self._send_next()

    def _failed(self, upload: Upload, error: Exception) -> None:
        self._current = None
        why = "" if isinstance(error, Cancelled) else say_problem(error)
        self._end(UploadEnd(upload.number, upload.path, why=why, later=isinstance(error, _NOT_FOR_THE_FILE)))
        if why and upload.twins is not Twins.LEAVE_OUT:  # an import keeps a list of its own
            self.refused.emit(upload.path.name, why)
        self._send_next()

    def _end(self, end: UploadEnd) -> None:
        self._uploads.pop(end.number, None)
        self._stops.pop(end.number, None)
        self.changed.emit()
        self.ended.emit(end)


def _twin_of(path: Path, titles: dict[tuple[int, str], str], stopped: Callable[[], bool]) -> str:
    """What the library calls the file at `path`, empty where it has not got it. Files of a size that none has are not
    read for that. Raises OSError, Cancelled."""
    size = path.stat().st_size
    if not any(known == size for known, _ in titles):
        return ""
    digest = hashlib.sha256()
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK_BYTES):
            if stopped():
                raise Cancelled(f"{path.name} was stopped")
            digest.update(chunk)
    return titles.get((size, digest.hexdigest()), "")
