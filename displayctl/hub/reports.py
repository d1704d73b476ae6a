"""Planned against played: what the published programmes promised each wall, and what players say they presented."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from itertools import chain

from displayctl.api.models import Message, PartKind, PlayedReport, PlayedRow
from displayctl.api.reports import WallReport
from displayctl.hub.airtime.planned import planned_airtime, programmes_in_force
from displayctl.hub.airtime.wall_report import report_of
from displayctl.hub.asking import current_asker
from displayctl.hub.drafts import home_group
from displayctl.hub.errors import NoSuchThing, WrongWish
from displayctl.hub.repositories.presented import Sums
from displayctl.hub.storage import Storage, UnitOfWork
from schedules.codec import display_from_dict
from schedules.compiler import compile_programme
from schedules.display import Display
from schedules.programme import Programme
from schedules.proof import ShowingKind
from schedules.span import Span

LONGEST = timedelta(days=92)
PAID_KINDS = frozenset({ShowingKind.LOOP, ShowingKind.INTERRUPT})
COLUMNS = tuple(PlayedRow.model_fields)
_FORMULA = ("=", "+", "-", "@", "\t", "\r")

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

    def wall(self, display_id: str, starts: datetime, ends: datetime) -> WallReport:
        """All about one wall in ``[starts, ends)``. Raises NoSuchThing, WrongWish, ScheduleError."""
        require_bounded(Span(starts, ends))
        with self._storage.reading() as work:
            found = work.parts.find(PartKind.DISPLAY, display_id)
            if found is None:
                raise NoSuchThing(f"there is no display {display_id!r}; list the displays")
            return report_of(work, display_from_dict(found.part.value), starts, ends)

    def played(self, starts: datetime, ends: datetime, display_id: str = "") -> PlayedReport:
        """By wall, slot and medium, in ``[starts, ends)``, records clipped to it. Raises WrongWish, ScheduleError."""
        span = Span(starts, ends)
        require_bounded(span)
        sums: dict[Key, _Sum] = {}
        names: dict[str, str] = {}
        titles: dict[str, str] = {}
        with self._storage.reading() as work:
            walls = [display for display in _walls(work) if not display_id or display.id == display_id]
            walls = [display for display in walls if _is_seen(display, named=bool(display_id))]
            for wall in walls:
                for programme, stretch in programmes_in_force(work, home_group(wall), span):
                    names |= {slot.id: slot.name for slot in programme.slots}
                    titles |= {medium.id: medium.title for medium in programme.media}
                    _plan(sums, programme, wall, stretch)
            for found in work.presented.sums(tuple(wall.id for wall in walls), starts, ends):
                _count(sums, found)
        rows = (_row(key, value, names, titles) for key, value in sorted(sums.items()))
        return PlayedReport(starts=starts, ends=ends, rows=tuple(rows))


def require_bounded(span: Span) -> None:
    """Raises WrongWish for more than reports cover."""
    if span.length > LONGEST:
        raise WrongWish("to", f"a report covers at most {LONGEST.days} days; ask for a shorter time")


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


def _walls(work: UnitOfWork) -> list[Display]:
    return [display_from_dict(part.value) for part in work.parts.all(PartKind.DISPLAY)]


def _is_seen(display: Display, *, named: bool) -> bool:
    """Whether the one who asks may see a wall. Raises NotPermitted where they asked for that very one."""
    asker, groups = current_asker(), frozenset({home_group(display)})
    if named:
        asker.require_sight(groups, f"the display {display.id!r}")
    return asker.sees(groups)


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


def _count(sums: dict[Key, _Sum], found: Sums) -> None:
    total = sums.setdefault((found.display_id, found.slot_id, found.medium_id), _Sum())
    total.played_plays += found.plays
    total.played += timedelta(microseconds=found.aired)
    total.late += found.late
    total.dropped += found.dropped


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
