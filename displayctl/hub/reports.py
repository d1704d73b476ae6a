"""Planned against played: what the published programmes promised each wall, and what players say they presented."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import chain

from displayctl.api.models import Message, PartKind, PlayedReport, PlayedRow
from displayctl.hub.asking import current_asker
from displayctl.hub.drafts import home_group
from displayctl.hub.errors import WrongWish
from displayctl.hub.storage import Storage, UnitOfWork
from schedules.codec import display_from_dict, programme_from_dict
from schedules.compilation import Segment
from schedules.compiler import compile_programme
from schedules.display import Display
from schedules.programme import Programme
from schedules.proof import PlayRecord, ShowingKind
from schedules.span import Span

LONGEST = timedelta(days=92)
PAID_KINDS = frozenset({ShowingKind.LOOP, ShowingKind.INTERRUPT})
COLUMNS = tuple(PlayedRow.model_fields)
_FORMULA = ("=", "+", "-", "@", "\t")

Key = tuple[str, str, str]
"""Wall, slot and medium."""


@dataclass(slots=True)
class _Sum:
    planned_plays: int = 0
    planned: timedelta = timedelta(0)
    played_plays: int = 0
    played: timedelta = timedelta(0)
    late: int = 0
    dropped: int = 0


class Reports:
    """Sums up what was promised and what was played."""

    def __init__(self, storage: Storage) -> None:
        self._storage = storage

    def forget_before(self, instant: datetime) -> int:
        """Deletes play records that ended before `instant`, with the publications and alerts of that time; how many.

        What is published, and alerts that stand, are never deleted.
        """
        with self._storage.writing() as work:
            count = work.records.forget_before(instant) + work.journals.forget_before(instant)
            count += work.publications.forget_before(instant) + work.alerts.forget_before(instant)
            work.commit()
        return count

    def played(self, starts: datetime, ends: datetime, display_id: str = "") -> PlayedReport:
        """By wall, slot and medium, in ``[starts, ends)``, records clipped to it. Raises WrongWish, ScheduleError."""
        span = Span(starts, ends)
        if span.length > LONGEST:
            raise WrongWish("to", f"a report covers at most {LONGEST.days} days; ask for a shorter time")
        sums: dict[Key, _Sum] = {}
        names: dict[str, str] = {}
        titles: dict[str, str] = {}
        with self._storage.reading() as work:
            walls = [display for display in _walls(work) if not display_id or display.id == display_id]
            walls = [display for display in walls if _is_seen(display, named=bool(display_id))]
            for wall in walls:
                for programme, stretch in _in_force(work, wall, span):
                    names |= {slot.id: slot.name for slot in programme.slots}
                    titles |= {medium.id: medium.title for medium in programme.media}
                    _plan(sums, programme, wall, stretch)
            for record in work.records.within(starts, ends, tuple(wall.id for wall in walls)):
                _count(sums, record, span)
        rows = (_row(key, value, names, titles) for key, value in sorted(sums.items()))
        return PlayedReport(starts=starts, ends=ends, rows=tuple(rows))


def as_csv(report: PlayedReport) -> str:
    """The report as CSV with a header."""
    return rows_as_csv(PlayedRow, report.rows)


def rows_as_csv(kind: type[Message], rows: Iterable[Message]) -> str:
    """Messages of one kind as CSV with a header; text that a spreadsheet would take for a formula gets an
    apostrophe.
    """
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(kind.model_fields)
    for row in rows:
        writer.writerow([_plain(value) for value in row.model_dump().values()])
    return out.getvalue()


def planned_airtime(segment: Segment) -> Iterator[tuple[str, int, timedelta]]:
    """For each item of a segment's loop: its medium, how often it begins in the segment, and how long it is on air."""
    if not segment.items:
        return
    cycle = segment.items[-1].offset + segment.items[-1].duration
    begins, ends = segment.span.starts - segment.anchor, segment.span.ends - segment.anchor
    for item in segment.items:
        starts = _starts_before(ends, item.offset, cycle) - _starts_before(begins, item.offset, cycle)
        aired = _aired_before(ends, item.offset, item.duration, cycle)
        yield item.medium_id, starts, aired - _aired_before(begins, item.offset, item.duration, cycle)


def _starts_before(position: timedelta, offset: timedelta, cycle: timedelta) -> int:
    """How many times an item begins before `position` in the loop, counted from the loop's anchor."""
    return -((offset - position) // cycle)


def _aired_before(position: timedelta, offset: timedelta, duration: timedelta, cycle: timedelta) -> timedelta:
    rounds, rest = divmod(position - offset, cycle)
    return rounds * duration + min(rest, duration)


def _walls(work: UnitOfWork) -> list[Display]:
    return [display_from_dict(part.value) for part in work.parts.all(PartKind.DISPLAY)]


def _is_seen(display: Display, *, named: bool) -> bool:
    """Whether the one who asks may see a wall. Raises NotPermitted where they asked for that very one."""
    asker, groups = current_asker(), frozenset({home_group(display)})
    if named:
        asker.require_sight(groups, f"the display {display.id!r}")
    return asker.sees(groups)


def _in_force(work: UnitOfWork, wall: Display, span: Span) -> Iterator[tuple[Programme, Span]]:
    """The programmes that were published for a wall, each with its part of `span`."""
    found = work.publications.in_force(home_group(wall), span.starts, span.ends)
    edges = [*(published_at for published_at, _ in found[1:]), span.ends][: len(found)]
    for (published_at, document), until in zip(found, edges, strict=True):
        stretch = span.meet(Span(published_at, until)) if published_at < until else None
        if stretch is not None:
            yield programme_from_dict(document), stretch


def _plan(sums: dict[Key, _Sum], programme: Programme, wall: Display, span: Span) -> None:
    if not any(display.id == wall.id for display in programme.displays):
        return
    loops = programme.display(wall.id).loops
    for segment in chain.from_iterable(compile_programme(programme, wall.id, span, name).segments for name in loops):
        if segment.kind in PAID_KINDS:
            for medium_id, plays, aired in planned_airtime(segment):
                total = sums.setdefault((wall.id, segment.slot_id, medium_id), _Sum())
                total.planned_plays += plays
                total.planned += aired


def _count(sums: dict[Key, _Sum], record: PlayRecord, span: Span) -> None:
    total = sums.setdefault((record.display_id, record.slot_id, record.medium_id), _Sum())
    total.played_plays += span.contains(record.starts)
    total.played += min(record.ends, span.ends) - max(record.starts, span.starts)
    total.late += record.late
    total.dropped += record.dropped


def _row(key: Key, total: _Sum, names: dict[str, str], titles: dict[str, str]) -> PlayedRow:
    display_id, slot_id, medium_id = key
    return PlayedRow(
        display_id=display_id,
        slot_id=slot_id,
        slot_name=names.get(slot_id, ""),
        medium_id=medium_id,
        medium_title=titles.get(medium_id, ""),
        planned_plays=total.planned_plays,
        planned_seconds=total.planned.total_seconds(),
        played_plays=total.played_plays,
        played_seconds=total.played.total_seconds(),
        late_frames=total.late,
        dropped_frames=total.dropped,
    )


def _plain(value: object) -> object:
    return f"'{value}" if isinstance(value, str) and value.startswith(_FORMULA) else value
