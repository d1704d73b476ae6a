"""Importing a folder: its files one after another, to be paused, stopped, and gone on with after a restart."""

from __future__ import annotations

import contextlib
import threading
from collections import Counter
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from displayctl.api.models import JobState
from displayctl.desktop.catalogue import Catalogue, Topic
from displayctl.desktop.library.import_record import (
    Came,
    ImportItem,
    ImportPlan,
    ImportRecord,
    ImportResult,
    scan,
)
from displayctl.desktop.presenters.problems import say_problem
from displayctl.desktop.presenters.sentences import say_sentence
from displayctl.desktop.tasks import Tasks
from displayctl.desktop.uploads import Twins, UploadEnd, Uploads

AHEAD = 1
"""Files among the uploads at a time: a pause is felt at once, and what people drop gets its turn."""


class FolderImport(QObject):
    """One import at a time. Signals: `changed`, `refused` with a sentence where a folder cannot be read, or the hub
    is away. A file that the hub took counts as added until its work there failed."""

    changed = Signal()
    refused = Signal(str)

    def __init__(
        self, tasks: Tasks, uploads: Uploads, catalogue: Catalogue, record: ImportRecord, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._tasks, self._uploads, self._catalogue, self._record = tasks, uploads, catalogue, record
        self._plan = ImportPlan("", ())
        self._results: dict[str, ImportResult] = {}
        self._taken: dict[str, str] = {}  # which file a job of the hub works on
        self._waiting: list[ImportItem] = []
        self._sent: dict[int, ImportItem] = {}
        self._scanning: threading.Event | None = None
        self.paused = self.stopped = False
        uploads.ended.connect(self._ended)
        catalogue.changed.connect(self._topic_changed)
        self._take_up()

    @property
    def plan(self) -> ImportPlan:
        return self._plan

    @property
    def results(self) -> tuple[ImportResult, ...]:
        """What became of each file so far, in the order in which it did."""
        return tuple(self._results.values())

    @property
    def count(self) -> int:
        """How many files have their result."""
        return len(self._results)

    @property
    def counts(self) -> Counter[Came]:
        """How many files came to what."""
        return Counter(result.came for result in self._results.values())

    @property
    def scanning(self) -> bool:
        return self._scanning is not None

    @property
    def under_way(self) -> bool:
        """Whether there are files to come, paused or not."""
        return bool(self._waiting or self._sent)

    @property
    def there(self) -> bool:
        """Whether there is an import to speak of, even one that is done."""
        return bool(self._plan.root)

    def begin(self, root: Path, folder: str, *, keep_folders: bool) -> None:
        """Look through `root`, then import what is found. What an earlier import left undone is let go."""
        self.dismiss()
        stop = self._scanning = threading.Event()
        self._tasks.run(
            lambda: scan(root, folder, keep_folders=keep_folders, stopped=stop.is_set),
            lambda plan: self._scanned(stop, plan),
            lambda error: self._scan_failed(stop, error),
            owner=self,
        )
        self.changed.emit()

    def pause(self) -> None:
        """Send no more files after the one under way."""
        self.paused = True
        self.changed.emit()

    def go_on(self) -> None:
        """Go on after a pause, or a restart."""
        self.paused = False
        self._feed()
        self.changed.emit()

    def cancel(self) -> None:
        """Stop for good; what is in the library stays there, and what became of it is told until it is dismissed."""
        self.stopped = self.stopped or self.under_way
        if self._scanning is not None:
            self._scanning.set()
            self._scanning = None
        self._waiting = []
        for number in tuple(self._sent):
            self._uploads.cancel(number)
        self._record.forget()
        self.paused = False
        self.changed.emit()

    def dismiss(self) -> None:
        """Let go of an import, stopping it where it is under way."""
        self.cancel()
        self._plan, self._results, self._taken, self._sent = ImportPlan("", ()), {}, {}, {}
        self.stopped = False
        self.changed.emit()

    def _take_up(self) -> None:
        """At start, what an earlier run of the desk left undone waits for a person."""
        kept = self._record.load()
        if kept is None:
            return
        self._plan, results = kept
        self._results = {result.path: result for result in results}
        self._taken = {result.job: result.path for result in results if result.came is Came.ADDED}
        self._waiting = [item for item in self._plan.items if item.path not in self._results]
        self.paused = bool(self._waiting)
        if not self._waiting:
            self._record.forget()
            self._plan, self._results = ImportPlan("", ()), {}

    def _scanned(self, stop: threading.Event, plan: ImportPlan) -> None:
        if stop is not self._scanning:
            return
        self._scanning = None
        self._plan, self._results, self._taken, self._waiting = plan, {}, {}, list(plan.items)
        try:
            self._record.begin(plan)
        except OSError as error:
            self.refused.emit(say_problem(error))  # it goes on, only a restart would not find it again
        self._feed()
        self.changed.emit()

    def _scan_failed(self, stop: threading.Event, error: Exception) -> None:
        if stop is self._scanning:
            self._scanning = None
            self.refused.emit(say_problem(error))
            self.changed.emit()

    def _feed(self) -> None:
        while self._waiting and len(self._sent) < AHEAD and not self.paused and self._uploads.has_room:
            item = self._waiting.pop(0)
            numbers = self._uploads.add([Path(item.path)], item.folder, Twins.LEAVE_OUT)
            self._sent |= dict.fromkeys(numbers, item)
            if not numbers:
                self._note(ImportResult(item.path, Came.REFUSED, self.tr("It was no file any more.")))

    def _ended(self, end: UploadEnd) -> None:
        item = self._sent.pop(end.number, None)
        if item is None:
            self._feed()  # what people dropped may have left no room for a file
            return
        if end.later and not self.stopped:
            self._wait_for_the_hub(item, end.why)
        elif end.job is not None:
            self._note(ImportResult(item.path, Came.ADDED, job=end.job.id))
            self._look_at_work()
        elif end.twin:
            self._note(ImportResult(item.path, Came.THERE, end.twin))
        elif not self.stopped:
            self._note(ImportResult(item.path, Came.REFUSED, end.why or self.tr("It was stopped.")))
        self._feed()
        self.changed.emit()

    def _wait_for_the_hub(self, item: ImportItem, why: str) -> None:
        """Each file would be refused for the same reason: they wait for a person, who sees to the hub or makes room."""
        self._waiting.insert(0, item)
        self.paused = True
        self.refused.emit(self.tr("The import waits: {why}").format(why=why))

    def _topic_changed(self, topic: str) -> None:
        if topic == Topic.JOB and self._look_at_work():
            self.changed.emit()

    def _look_at_work(self) -> bool:
        """Whether there is a file that the hub took, and could not make use of."""
        gone = (JobState.FAILED, JobState.CANCELLED)
        ended = [job for job in self._catalogue.jobs if job.state in gone and job.id in self._taken]
        for job in ended:
            words = say_sentence(job.message) if job.state is JobState.FAILED else self.tr("It was stopped.")
            self._note(replace(self._results[self._taken[job.id]], came=Came.REFUSED, words=words))
        return bool(ended)

    def _note(self, result: ImportResult) -> None:
        self._results[result.path] = result
        self._taken.pop(result.job, None)
        if result.came is Came.ADDED:
            self._taken[result.job] = result.path
        if self.stopped:
            return  # nothing of it is taken up again
        with contextlib.suppress(OSError):  # a full disk is told by what is sent; the import itself goes on
            self._record.note(result)
