"""What the hub does by the clock. The tables are the truth; these jobs are made anew at each start and keep nothing."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from apscheduler.schedulers.asyncio import AsyncIOScheduler
from apscheduler.triggers.interval import IntervalTrigger

from content.delivery.store import AssetStore
from displayctl.hub.access import Access
from displayctl.hub.authority import Authority
from displayctl.hub.backups import back_up
from displayctl.hub.bus import Bus, fact
from displayctl.hub.enrolments import Enrolments
from displayctl.hub.fleet import Fleet
from displayctl.hub.library import Library
from displayctl.hub.logs import log
from displayctl.hub.media_info import medium_info
from displayctl.hub.part_forms import MEDIUM
from displayctl.hub.publishing import Publishing
from displayctl.hub.reports import Reports
from displayctl.hub.storage import Storage
from displayctl.hub.wall_health import HOURS_KEPT, WallHealths
from schedules.clock import Clock

RECORDS_KEPT = timedelta(days=400)
RESIGN_EVERY = timedelta(hours=6)
AFTER_START = timedelta(minutes=2)


@dataclass(frozen=True, slots=True)
class Recurring:
    """A job of another part of the hub: `work` is done every so often, as long as the hub runs."""

    name: str
    work: Callable[[], object]
    every: timedelta


class Clockwork:
    """The jobs by name; each can be run by hand too. A job that fails is told in `problems` until it works again."""

    def __init__(
        self,
        storage: Storage,
        store: AssetStore,
        *,
        library: Library,
        publishing: Publishing,
        fleet: Fleet,
        enrolments: Enrolments,
        reports: Reports,
        wall_health: WallHealths,
        access: Access,
        bus: Bus,
        clock: Clock,
        database: Path,
        backups: Path,
        authority: Authority | None = None,
        further: Iterable[Recurring] = (),
    ) -> None:
        self._storage, self._store, self._library, self._publishing = storage, store, library, publishing
        self._fleet, self._reports, self._bus, self._clock = fleet, reports, bus, clock
        self._wall_health = wall_health
        self._database, self._backups = database, backups
        self._media_checked_at = clock.now()
        self._failures: dict[str, str] = {}
        self._further = tuple(further)
        self.jobs: dict[str, Callable[[], object]] = {
            "heartbeats": fleet.sweep,
            "enrolments": enrolments.sweep,
            "media-expiry": self.announce_expired,
            "signatures": publishing.resign,
            "garbage": self.collect_garbage,
            "records": self.forget_records,
            "backup": self.back_up,
            "sessions": access.forget_sessions,
        }
        self.jobs |= {each.name: each.work for each in self._further}
        if authority is not None:
            self.jobs["certificate"] = lambda: _renew(authority)

    def scheduler(self) -> AsyncIOScheduler:
        """The jobs on their triggers, to be started on the event loop; they run on its threads."""
        scheduler = AsyncIOScheduler(timezone="UTC", job_defaults={"coalesce": True, "misfire_grace_time": 3600})
        triggers = {
            "heartbeats": IntervalTrigger(seconds=5),
            "enrolments": IntervalTrigger(seconds=30),
            "media-expiry": IntervalTrigger(seconds=60),
            "signatures": IntervalTrigger(seconds=RESIGN_EVERY.total_seconds()),
            "garbage": IntervalTrigger(hours=1),
            "records": IntervalTrigger(hours=24, start_date=self._clock.now() + AFTER_START * 2),
            "backup": IntervalTrigger(hours=24, start_date=self.next_backup()),
            "sessions": IntervalTrigger(hours=1),
        }
        triggers |= {each.name: IntervalTrigger(seconds=each.every.total_seconds()) for each in self._further}
        if "certificate" in self.jobs:
            triggers["certificate"] = IntervalTrigger(hours=24)
        for name, trigger in triggers.items():
            scheduler.add_job(self.run, trigger, args=(name,), id=name, max_instances=1)
        return scheduler

    def run(self, name: str) -> None:
        """Runs one job now. What goes wrong is logged and told, and the job comes again at its next time."""
        try:
            self.jobs[name]()
        except Exception as error:  # noqa: BLE001 - the clockwork's door: one failed job must not stop the others
            log().exception("clockwork job failed", job=name)
            self._failures[name] = f"the hub's {name} job fails ({error!s:.200}); see its log"
        else:
            self._failures.pop(name, None)

    def problems(self) -> tuple[str, ...]:
        return tuple(self._failures.values())

    def announce_expired(self) -> None:
        """Tells desks of media whose life ended since the last time; walls know by themselves."""
        since, self._media_checked_at = self._media_checked_at, self._clock.now()
        with self._storage.reading() as work:
            expired = work.media.expiring(since, self._media_checked_at)
        for medium in expired:
            self._bus.tell(fact(MEDIUM, medium.id, medium_info(medium)))

    def collect_garbage(self) -> None:
        """Removes assets that nothing needs, and uploads that were cut off."""
        self._store.sweep(self._clock.now(), older_than=timedelta(hours=24))
        self._library.collect_garbage(self._publishing.published_digests())

    def forget_records(self) -> None:
        self._reports.forget_before(self._clock.now() - RECORDS_KEPT)
        self._wall_health.forget_before(self._clock.now() - HOURS_KEPT)

    def back_up(self) -> None:
        back_up(self._database, self._backups, self._clock.now())

    def next_backup(self) -> datetime:
        """A day after the newest one, but soon after a start that comes later: many hubs are switched off at night."""
        newest = max((path.stat().st_mtime for path in self._backups.glob("hub-*-daily.sqlite")), default=0.0)
        due = datetime.fromtimestamp(newest, UTC) + timedelta(days=1)
        return max(due, self._clock.now() + AFTER_START)


def _renew(authority: Authority) -> None:
    if authority.renew_if_due():
        log().info("the hub's certificate was renewed")
