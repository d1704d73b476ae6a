"""What is being sent and prepared just now: a line each with progress and a cross to stop it; failures say why."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QLabel, QProgressBar, QVBoxLayout, QWidget

from displayctl.api.models import Job, JobState
from displayctl.desktop.catalogue import Topic
from displayctl.desktop.desk import Desk
from displayctl.desktop.look.palette import SPACE_L, SPACE_M, SPACE_S
from displayctl.desktop.presenters.sentences import say_sentence
from displayctl.desktop.uploads import Upload, Uploads
from displayctl.desktop.widgets.pieces import button, column, icon_button, label, row
from displayctl.desktop.widgets.twins_line import TwinsLine

MOST_LINES = 4
SETTLE_MS = 120


@dataclass(frozen=True, slots=True)
class _Line:
    """One thing under way."""

    key: str
    name: str
    words: str
    progress: float
    stop: Callable[[], object]
    failed: bool = False


class JobsStrip(QFrame):
    """Hidden while nothing is under way."""

    def __init__(self, desk: Desk, uploads: Uploads) -> None:
        super().__init__()
        self.setProperty("role", "strip")
        self._desk, self._uploads = desk, uploads
        self._seen: set[str] = {job.id for job in desk.catalogue.jobs if job.state is JobState.FAILED}
        self._rows: dict[str, _Row] = {}
        self._lines: QVBoxLayout = column(spacing=SPACE_S)
        self._more = label("", "caption")
        self.dismiss = button(self.tr("Dismiss all failures"), self._dismiss_failed, "quiet")
        self._twins = TwinsLine(uploads)
        layout = column(self._twins, self._lines, row(self._more, None, self.dismiss), spacing=SPACE_S)
        layout.setContentsMargins(SPACE_L, SPACE_M, SPACE_M, SPACE_M)
        self.setLayout(layout)
        # Twenty files at once tell far more often than anybody can read.
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(SETTLE_MS)
        self._soon.timeout.connect(self._draw)
        uploads.changed.connect(self._draw_soon)
        desk.catalogue.changed.connect(self._topic_changed)
        self._draw()

    def _topic_changed(self, topic: str) -> None:
        if topic in (Topic.JOB, Topic.MEDIUM):
            self._draw_soon()

    def _draw_soon(self) -> None:
        if not self._soon.isActive():
            self._soon.start()

    def _draw(self) -> None:
        lines = self._under_way()
        shown = lines[:MOST_LINES]
        for gone in self._rows.keys() - {line.key for line in shown}:
            self._drop(gone)
        for number, line in enumerate(shown):
            if line.key not in self._rows:
                self._rows[line.key] = _Row(line)
            made = self._rows[line.key]
            if self._lines.indexOf(made) != number:
                self._lines.insertWidget(number, made)
                made.show()
            made.tell(line)
        hidden = len(lines) - len(shown)
        self._more.setText(self.tr("and {count} more").format(count=hidden))
        self._more.setVisible(hidden > 0)
        self.dismiss.setVisible(sum(line.failed for line in lines) > 1)
        self._twins.draw()
        self.setVisible(bool(lines) or self._twins.asks)

    def _drop(self, key: str) -> None:
        made = self._rows.pop(key)
        self._lines.removeWidget(made)
        made.hide()
        made.deleteLater()

    def _under_way(self) -> list[_Line]:
        lines = [self._upload_line(upload) for upload in self._uploads.uploads if not upload.twin]
        for job in self._desk.catalogue.jobs:
            if job.state in (JobState.WAITING, JobState.RUNNING):
                lines.append(self._job_line(job))
        return [*lines, *map(self._failed_line, self._failed_jobs())]

    def _failed_jobs(self) -> list[Job]:
        """Those that nobody has dismissed, and whose medium is still there."""
        catalogue = self._desk.catalogue
        failed = (job for job in catalogue.jobs if job.state is JobState.FAILED and job.id not in self._seen)
        return [job for job in failed if not job.medium_id or catalogue.find(Topic.MEDIUM, job.medium_id)]

    def _upload_line(self, upload: Upload) -> _Line:
        words = self.tr("Sending to the hub")
        if upload.replaces is not None:
            words = self.tr("Replaces the file of “{title}”").format(title=upload.replaces.title)
        key, stop = f"upload-{upload.number}", partial(self._uploads.cancel, upload.number)
        return _Line(key, upload.path.name, words, upload.progress, stop)

    def _job_line(self, job: Job) -> _Line:
        words = self.tr("Waiting") if job.state is JobState.WAITING else self.tr("Being prepared for the walls")
        return _Line(job.id, self._name(job), words, job.progress, lambda: self._cancel(job.id))

    def _failed_line(self, job: Job) -> _Line:
        return _Line(
            f"failed-{job.id}",
            self._name(job),
            say_sentence(job.message),
            0,
            lambda: self._dismiss(job.id),
            failed=True,
        )

    def _name(self, job: Job) -> str:
        return self._desk.catalogue.medium_title(job.medium_id) if job.medium_id else self.tr("All media")

    def _cancel(self, job_id: str) -> None:
        client = self._desk.hub.client
        self._desk.tasks.run(lambda: client.cancel_job(job_id), lambda _: self._desk.catalogue.read(Topic.JOB))

    def _dismiss_failed(self) -> None:
        self._seen.update(job.id for job in self._failed_jobs())
        self._draw()

    def _dismiss(self, job_id: str) -> None:
        self._seen.add(job_id)
        self._draw()


class _Row(QWidget):
    """A line: name, what is done, bar, cross."""

    def __init__(self, line: _Line) -> None:
        super().__init__()
        self._name = QLabel(line.name)
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._name.setMaximumWidth(260)
        self._words = label("", "error" if line.failed else "caption", wrap=line.failed)
        self._bar = QProgressBar()
        self._bar.setRange(0, 1000)
        self._bar.setTextVisible(False)
        self._bar.setFixedWidth(180)
        self._bar.setVisible(not line.failed)
        self._bar.setAccessibleName(line.name)
        self._cross = icon_button("close", self.tr("Dismiss") if line.failed else self.tr("Stop"), line.stop)
        layout = row(self._name, self._words, self._bar, self._cross, spacing=SPACE_M)
        layout.setStretch(1, 1)
        self.setLayout(layout)

    def tell(self, line: _Line) -> None:
        self._name.setText(self._name.fontMetrics().elidedText(line.name, Qt.TextElideMode.ElideMiddle, 250))
        self._words.setText(line.words)
        self._bar.setValue(round(line.progress * 1000))
