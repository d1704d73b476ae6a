"""Files on their way into the hub's library, one after another, each with its progress and a way to stop it."""

from __future__ import annotations

import threading
from collections.abc import Iterable
from dataclasses import dataclass, replace
from itertools import count
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from content.errors import Cancelled
from displayctl.api.models import Job
from displayctl.desktop.catalogue import Catalogue, Topic
from displayctl.desktop.hub_door import HubDoor
from displayctl.desktop.presenters.problems import say_problem
from displayctl.desktop.tasks import Tasks

MOST_WAITING = 2000


@dataclass(frozen=True, slots=True)
class Upload:
    """A file being sent. `progress` goes from 0 to 1; `failure` says in a sentence why it stopped."""

    number: int
    path: Path
    progress: float = 0.0
    failure: str = ""


class Uploads(QObject):
    """Signals: `changed` when the list of uploads is new, `refused` a file name and the reason in words."""

    changed = Signal()
    refused = Signal(str, str)
    _progressed = Signal(int, float)

    def __init__(self, tasks: Tasks, hub: HubDoor, catalogue: Catalogue, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks, self._hub, self._catalogue = tasks, hub, catalogue
        self._numbers = count(1)
        self._uploads: dict[int, Upload] = {}
        self._stops: dict[int, threading.Event] = {}
        self._current: int | None = None
        self._progressed.connect(self._note_progress)

    @property
    def uploads(self) -> tuple[Upload, ...]:
        return tuple(self._uploads.values())

    def add(self, paths: Iterable[Path]) -> None:
        """Send these files; what is a folder is left out and said."""
        for path in paths:
            if len(self._uploads) >= MOST_WAITING:
                self.refused.emit(path.name, self.tr("Too many files at once; wait until some are done."))
            elif path.is_dir():
                self.refused.emit(path.name, self.tr("This is a folder; drop the files in it."))
            else:
                number = next(self._numbers)
                self._uploads[number] = Upload(number, path)
                self._stops[number] = threading.Event()
        self.changed.emit()
        self._send_next()

    def cancel(self, number: int) -> None:
        """Stop one; what was sent of it is forgotten by the hub."""
        stop = self._stops.get(number)
        if stop is not None:
            stop.set()
        if number != self._current:
            self._forget(number)

    def _send_next(self) -> None:
        waiting = [upload for upload in self._uploads.values() if not upload.failure]
        if self._current is not None or not waiting:
            return
        upload = waiting[0]
        self._current = upload.number
        self._tasks.run(
            lambda: self._send(upload),
            lambda job: self._sent(upload.number, job),
            lambda error: self._failed(upload, error),
            owner=self,
        )

    def _send(self, upload: Upload) -> Job:
        stop = self._stops[upload.number]

        def progressed(done: int, total: int) -> None:
            if stop.is_set():
                raise Cancelled(f"{upload.path.name} was stopped")
            self._progressed.emit(upload.number, done / total if total else 1.0)

        return self._hub.client.upload_medium(upload.path, on_progress=progressed)

    def _note_progress(self, number: int, progress: float) -> None:
        if number in self._uploads:
            self._uploads[number] = replace(self._uploads[number], progress=progress)
            self.changed.emit()

    def _sent(self, number: int, job: Job) -> None:
        self._current = None
        self._forget(number)
        self._catalogue.read(Topic.JOB, Topic.MEDIUM)
        self._send_next()

    def _failed(self, upload: Upload, error: Exception) -> None:
        self._current = None
        self._forget(upload.number)
        if not isinstance(error, Cancelled):
            self.refused.emit(upload.path.name, say_problem(error))
        self._send_next()

    def _forget(self, number: int) -> None:
        self._uploads.pop(number, None)
        self._stops.pop(number, None)
        self.changed.emit()
