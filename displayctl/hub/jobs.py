"""Work that takes a while: queued, done by a few threads, told about, stoppable; the tables say what is left."""

from __future__ import annotations

import secrets
import threading
from collections import OrderedDict
from collections.abc import Callable
from dataclasses import dataclass, field
from queue import SimpleQueue

from content.errors import Cancelled, ContentError
from displayctl.api.models import Job, JobState
from displayctl.hub.bus import Bus, fact
from displayctl.hub.errors import NoSuchThing, ServiceError
from displayctl.hub.logs import log
from schedules.clock import Clock
from schedules.errors import ScheduleError

MOST_REMEMBERED = 2000
TOLD_EVERY_SECONDS = 0.25
ENDED = frozenset({JobState.DONE, JobState.FAILED, JobState.CANCELLED})


@dataclass(slots=True)
class JobControl:
    """What the work of a job holds: tell how far it is, and ask whether it should stop.

    `by_person` tells a cancelled job from one that is interrupted because the hub stops.
    """

    tell: Callable[[float, str], None]
    stopping: threading.Event = field(default_factory=threading.Event)
    by_person: bool = False

    def cancelled(self) -> bool:
        return self.stopping.is_set()


Work = Callable[[JobControl], str]
"""Does the work and returns a sentence about it; raises Cancelled when it was stopped."""


@dataclass(slots=True)
class _Entry:
    job: Job
    work: Work
    control: JobControl
    abandoned: Callable[[], None]
    told_at: float = 0.0


class JobQueue:
    """Runs jobs in the order in which they come, on `threads` threads."""

    def __init__(self, bus: Bus, clock: Clock, threads: int = 2) -> None:
        self._bus, self._clock = bus, clock
        self._entries: OrderedDict[str, _Entry] = OrderedDict()
        self._lock = threading.Lock()
        self._waiting: SimpleQueue[str | None] = SimpleQueue()
        self._threads = [threading.Thread(target=self._run, name=f"job-{n}", daemon=True) for n in range(threads)]
        for thread in self._threads:
            thread.start()

    def submit(self, kind: str, medium_id: str, work: Work, abandoned: Callable[[], None] = lambda: None) -> Job:
        """Queues `work`; `abandoned` is called when it is cancelled before it began.

        Where the same kind of work for the same medium waits already, that job is returned.
        """
        with self._lock:
            for entry in self._entries.values():
                waits = entry.job.state is JobState.WAITING and not entry.control.cancelled()
                if waits and (entry.job.kind, entry.job.medium_id) == (kind, medium_id):
                    return entry.job
            job = Job(
                id=f"job-{secrets.token_hex(6)}",
                kind=kind,
                state=JobState.WAITING,
                medium_id=medium_id,
                created_at=self._clock.now(),
            )
            control = JobControl(tell=lambda share, message: self._progress(job.id, share, message))
            self._entries[job.id] = _Entry(job, work, control, abandoned)
            self._forget_oldest()
        self._bus.tell(fact("job", job.id, job))
        self._waiting.put(job.id)
        return job

    def jobs(self) -> tuple[Job, ...]:
        """Newest first."""
        with self._lock:
            return tuple(entry.job for entry in reversed(self._entries.values()))

    def job(self, id: str) -> Job:
        """Raises NoSuchThing."""
        with self._lock:
            return self._entry(id).job

    def cancel(self, id: str) -> Job:
        """Asks a job to stop; one that waits is cancelled at once, one that ended stays as it is."""
        with self._lock:
            entry = self._entry(id)
            entry.control.by_person = True
            entry.control.stopping.set()
            abandoned = entry.job.state is JobState.WAITING
        if abandoned:
            self._change(id, state=JobState.CANCELLED, message="stopped before it began")
            entry.abandoned()
        return self.job(id)

    def cancel_for(self, medium_id: str) -> None:
        """Cancels every job of a medium."""
        for job in self.jobs():
            if job.medium_id == medium_id and job.state not in ENDED:
                self.cancel(job.id)

    def close(self) -> None:
        """Stops jobs under way and waits for the threads; what was not finished is found again at the next start."""
        with self._lock:
            for entry in self._entries.values():
                entry.control.stopping.set()
        for _ in self._threads:
            self._waiting.put(None)
        for thread in self._threads:
            thread.join()

    def _run(self) -> None:
        while (job_id := self._waiting.get()) is not None:
            with self._lock:
                entry = self._entries.get(job_id)
                begins = entry is not None and entry.job.state is JobState.WAITING and not entry.control.cancelled()
            if entry is not None and begins:
                self._change(job_id, state=JobState.RUNNING)
                self._change(job_id, **_outcome(job_id, entry))

    def _progress(self, id: str, share: float, message: str) -> None:
        now = self._clock.monotonic()
        with self._lock:
            entry = self._entries.get(id)
            if entry is None or now - entry.told_at < TOLD_EVERY_SECONDS:
                return
            entry.told_at = now
        self._change(id, progress=min(1.0, max(0.0, share)), message=message)

    def _change(self, id: str, **changes: object) -> None:
        with self._lock:
            entry = self._entries.get(id)
            if entry is None:
                return
            entry.job = entry.job.model_copy(update=changes)
            job = entry.job
        self._bus.tell(fact("job", id, job))

    def _entry(self, id: str) -> _Entry:
        entry = self._entries.get(id)
        if entry is None:
            raise NoSuchThing(f"there is no job {id!r} (any more); list the jobs")
        return entry

    def _forget_oldest(self) -> None:
        ended = [job_id for job_id, entry in self._entries.items() if entry.job.state in ENDED]
        for job_id in ended[: max(0, len(self._entries) - MOST_REMEMBERED)]:
            del self._entries[job_id]


def _outcome(job_id: str, entry: _Entry) -> dict[str, object]:
    """What the job has become once its work is over."""
    try:
        return {"state": JobState.DONE, "message": entry.work(entry.control), "progress": 1.0}
    except Cancelled as error:
        return {"state": JobState.CANCELLED, "message": str(error)}
    except (ContentError, ScheduleError, ServiceError) as error:
        return {"state": JobState.FAILED, "message": str(error)}
    except Exception as error:  # noqa: BLE001 - the door of a job: the thread lives, and a person sees what went wrong
        log().exception("job failed", job=job_id)
        return {"state": JobState.FAILED, "message": f"an error in displayctl itself: {error!r:.200}"}
