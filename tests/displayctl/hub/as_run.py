"""A database with published programmes and the records of walls that played them, for figures counted by hand."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import datetime, timedelta
from itertools import count
from pathlib import Path
from typing import Any

from displayctl.api.models import Publication, Receipt, ReceiptStage
from displayctl.api.reports import AirRow, WallReport
from displayctl.hub.airtime.wall_report import report_of
from displayctl.hub.bus import Bus
from displayctl.hub.database import DATABASE_NAME, open_database
from displayctl.hub.storage import Storage
from schedules.alert import Alert
from schedules.codec import alert_to_dict, programme_to_dict
from schedules.compiler import compile_programme
from schedules.director import cue_at
from schedules.programme import Programme
from schedules.proof import PlayRecord, ShowingKind
from schedules.span import Span
from tests.builders import at, wall
from tests.fakes.clock import PushedClock
from tests.fakes.hub_in_thread import new_database

PUBLISHED = at("2026-11-21 08:00")
_numbers = count()


class AsRun:
    """What was published at PUBLISHED, and what walls say they presented."""

    def __init__(self, storage: Storage, clock: PushedClock) -> None:
        self.storage, self.clock = storage, clock

    def publish(self, programme: Programme, instant: datetime = PUBLISHED) -> None:
        with self.storage.writing() as work:
            about = Publication(group=programme.group, revision=programme.revision, published_at=instant, digest="d")
            work.publications.add(about, programme_to_dict(programme))
            work.commit()

    def refuse(self, display_id: str, revision: int) -> None:
        with self.storage.writing() as work:
            work.publications.put_receipt(
                Receipt(display_id=display_id, revision=revision, stage=ReceiptStage.REFUSED, at=self.clock.now())
            )
            work.commit()

    def say(self, *records: PlayRecord) -> int:
        """The wall's records arrive; how many of them were new."""
        with self.storage.writing() as work:
            accepted = work.records.add(records)
            work.commit()
        return accepted

    def raise_alert(self, alert: Alert, display_id: str, span: Span, page: timedelta = timedelta(seconds=8)) -> None:
        """An alert that turned its pages on a wall for `span`."""
        with self.storage.writing() as work:
            work.alerts.raise_alert(alert.id, alert_to_dict(alert), alert.issued_at)
            work.commit()
        pages = []
        starts = span.starts
        while starts < span.ends:
            ends = min(starts + page, span.ends)
            pages.append(record(display_id, ShowingKind.ALERT, Span(starts, ends), "", alert.id))
            starts = ends
        self.say(*pages)

    def report(self, starts: datetime, ends: datetime, display_id: str = "tugu", **changes: Any) -> WallReport:
        with self.storage.reading() as work:
            return report_of(work, wall(display_id, **changes), starts, ends)


@contextmanager
def as_run(folder: Path, now: datetime) -> Iterator[AsRun]:
    path = folder / DATABASE_NAME
    path.write_bytes(new_database())
    clock = PushedClock(now)
    storage = Storage(open_database(path, folder / "backups", clock), Bus(), clock)
    try:
        yield AsRun(storage, clock)
    finally:
        storage.close()


def record(display_id: str, kind: ShowingKind, span: Span, slot_id: str, medium_id: str, **changes: Any) -> PlayRecord:
    fields = {"presented": 100, "revision": 1, **changes}
    return PlayRecord(
        f"r{next(_numbers)}", display_id, kind, span.starts, span.ends, slot_id=slot_id, medium_id=medium_id, **fields
    )


def perfect(programme: Programme, display_id: str, span: Span) -> tuple[PlayRecord, ...]:
    """The records of a wall that shows every cue of `span` from its first frame to its last."""
    compiled = compile_programme(programme, display_id, span)
    found = []
    instant = span.starts
    while instant < span.ends:
        cue = cue_at(compiled, instant)
        shown = Span(cue.span.starts, min(cue.span.ends, span.ends))
        found.append(record(display_id, cue.kind, shown, cue.slot_id, cue.medium_id))
        instant = cue.span.ends
    return tuple(found)


def without(records: Iterable[PlayRecord], gone: Span) -> tuple[PlayRecord, ...]:
    """The records of a wall that showed nothing in `gone`: those that reach into it are cut, if need be in two."""
    found: list[PlayRecord] = []
    for each in records:
        for starts, ends in ((each.starts, min(each.ends, gone.starts)), (max(each.starts, gone.ends), each.ends)):
            if starts < ends:
                found.append(record(each.display_id, each.kind, Span(starts, ends), each.slot_id, each.medium_id))
    return tuple(found)


def row_of(report: WallReport, medium_id: str, slot_id: str = "") -> AirRow:
    return next(row for row in report.rows if (row.medium_id, row.slot_id) == (medium_id, slot_id))
