"""What walls presented, summed up by the database: a month of two-second items never comes into memory."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import islice
from typing import Any

from sqlalchemy import BigInteger, String, and_, case, column, func, or_, select, values
from sqlmodel import Session, col

from displayctl.hub.repositories.records import LONGEST_RECORD
from displayctl.hub.repositories.sql_time import Earlier, Later, Micros
from displayctl.hub.tables import PlayRecordRow
from schedules.instants import instant_at, ticks
from schedules.proof import ShowingKind

REACH = timedelta(hours=25)
"""No item is longer than a day; what began earlier has left the wall."""
NEARLY = 500_000
"""Microseconds by which an item may be shorter than planned and still be whole."""
MOST_PAUSES = 100_000
PROGRAMME = tuple(
    kind.value for kind in (ShowingKind.LOOP, ShowingKind.INTERRUPT, ShowingKind.FILLER, ShowingKind.SLATE)
)
"""What programmes show."""
OVER = ShowingKind.ALERT.value, "hold"
"""What lies over them: emergencies, and what people hold a wall with."""
_PLANNED = column("kind", String), column("slot", String), column("medium", String), column("longest", BigInteger)
_AT_ONCE = 2000
Key = tuple[ShowingKind, str, str]
"""Why something is on the wall, its slot and its medium."""
Stretch = tuple[int, int]
"""From, and up to, in microseconds since 1970 (`schedules.instants`)."""


@dataclass(frozen=True, slots=True)
class Presented:
    """How often something began within a stretch, and how long it was on the wall there, in microseconds."""

    key: Key
    plays: int
    aired: int
    late: int
    dropped: int


@dataclass(frozen=True, slots=True)
class Sums:
    """What a wall's records add up to for a slot and a medium; `aired` in microseconds."""

    display_id: str
    slot_id: str
    medium_id: str
    plays: int
    aired: int
    late: int
    dropped: int


@dataclass(frozen=True, slots=True)
class Overlaid:
    """A stretch in which pages of one thing followed each other over the programme: an alert by its id, or a hold."""

    kind: str
    id: str
    stretch: Stretch


class PresentedRepository:
    """Sums of play records. A record without a single frame, all of them dropped, shows nothing and counts nowhere."""

    def __init__(self, session: Session) -> None:
        self._session = session

    def sums(self, display_ids: Collection[str], starts: datetime, ends: datetime) -> tuple[Sums, ...]:
        """By wall, slot and medium, all regions and alerts too; clipped to ``[starts, ends)``."""
        row = PlayRecordRow
        within = Earlier(Micros(row.ends), ticks(ends)) - Later(Micros(row.starts), ticks(starts))
        begun = case((col(row.starts) >= starts, 1), else_=0)
        figures = func.sum(begun), func.sum(within), func.sum(row.late), func.sum(row.dropped)
        key = col(row.display_id), col(row.slot_id), col(row.medium_id)
        chosen = select(*key, *figures).where(
            col(row.display_id).in_(list(display_ids)), *_touching(starts, ends, LONGEST_RECORD)
        )
        found = self._rows(chosen.group_by(*key))
        return tuple(Sums(wall, slot, medium, *map(int, sums)) for wall, slot, medium, *sums in found)

    def presented(self, display_id: str, region: str, starts: datetime, ends: datetime) -> tuple[Presented, ...]:
        """What the loop of a region presented in ``[starts, ends)``. Where two records overlap, as after a clock that
        was set back, the time is that of the earlier one: nothing is counted twice, and parts of a stretch add up.
        """
        inner = self._clipped(display_id, region, starts, ends).subquery()
        aired = Later(0, inner.c.until - Later(inner.c.begins, func.coalesce(inner.c.before, ticks(starts))))
        figures = (func.sum(each) for each in (inner.c.begun, aired, inner.c.late, inner.c.dropped))
        key = inner.c.kind, inner.c.slot_id, inner.c.medium_id
        found = self._rows(select(*key, *figures).group_by(*key))
        # PostgreSQL sums whole numbers up as decimals, as in `sums`.
        return tuple(
            Presented((ShowingKind(kind), slot, medium), *map(int, sums)) for kind, slot, medium, *sums in found
        )

    def parts(
        self, display_id: str, region: str, starts: datetime, ends: datetime, longest: Mapping[Key, int]
    ) -> Iterator[tuple[Key, int]]:
        """The records that begin in ``[starts, ends)`` and are shorter than `longest` says their item is, in
        microseconds: what and when. They are cut short, or go on with an item that was broken off.
        """
        for some in _portions(longest.items()):
            for kind, slot_id, medium_id, begins in self._rows(_parts(display_id, region, starts, ends, some)):
                yield (ShowingKind(kind), slot_id, medium_id), int(begins)

    def pauses(self, display_id: str, starts: datetime, ends: datetime, least: int) -> tuple[Stretch, ...]:
        """Stretches of ``[starts, ends)`` in which the main picture has no record, of at least so many microseconds;
        what lies over it is not looked at. In order; at most 100,000.
        """
        inner = self._clipped(display_id, "", starts, ends).subquery()
        before = func.coalesce(inner.c.before, ticks(starts))
        chosen = select(before, inner.c.begins).where(inner.c.begins - before >= least).order_by(inner.c.begins)
        found = [(int(since), int(until)) for since, until in self._rows(chosen.limit(MOST_PAUSES))]
        last = max(ticks(starts), min(ticks(ends), self._last_end(display_id, starts, ends)))
        if ticks(ends) - last >= least:
            found.append((last, ticks(ends)))
        return tuple(found)

    def overlaid(self, display_id: str, starts: datetime, ends: datetime) -> tuple[Overlaid, ...]:
        """What lay over the programme of a wall, clipped to ``[starts, ends)``, by kind, id and time."""
        row = PlayRecordRow
        columns = col(row.kind), col(row.medium_id), col(row.starts), col(row.ends)
        chosen = select(*columns).where(
            col(row.display_id) == display_id,
            col(row.kind).in_(OVER),
            *_touching(starts, ends, LONGEST_RECORD),
        )
        pages = (
            Overlaid(kind, name, (max(ticks(since), ticks(starts)), min(ticks(until), ticks(ends))))
            for kind, name, since, until in self._rows(chosen.order_by(*columns))
        )
        return tuple(_joined(pages))

    def alert_seconds(self, alert_ids: Collection[str]) -> dict[str, float]:
        """How long each of these alerts was on walls, all walls together."""
        row = PlayRecordRow
        total = func.sum(Micros(row.ends) - Micros(row.starts))
        wanted = col(row.medium_id).in_(list(alert_ids)), col(row.kind) == ShowingKind.ALERT.value
        found = self._rows(select(col(row.medium_id), total).where(*wanted).group_by(col(row.medium_id)))
        return {alert: int(aired) / 1e6 for alert, aired in found}

    def reported_until(self, display_id: str) -> datetime | None:
        """Until when a wall has told what it showed; None where it never did. What is later is not known yet."""
        newest = self._newest_start(display_id, None)
        return None if newest is None else instant_at(self._ends_after(display_id, newest - REACH, None))

    def _last_end(self, display_id: str, starts: datetime, ends: datetime) -> int:
        """When the last of the main picture's records before `ends` ends; `starts` where there is none."""
        newest = self._newest_start(display_id, ends)
        if newest is None or newest <= starts - REACH:
            return ticks(starts)
        return self._ends_after(display_id, newest - REACH, ends)

    def _newest_start(self, display_id: str, before: datetime | None) -> datetime | None:
        row = PlayRecordRow
        chosen = select(col(row.starts)).where(col(row.display_id) == display_id)
        if before is not None:
            chosen = chosen.where(col(row.starts) < before, col(row.region) == "", col(row.kind).in_(PROGRAMME))
        newest: datetime | None = (
            self._session.connection().execute(chosen.order_by(col(row.starts).desc()).limit(1)).scalar()
        )
        return newest

    def _ends_after(self, display_id: str, since: datetime, before: datetime | None) -> int:
        row = PlayRecordRow
        chosen = select(func.max(Micros(row.ends))).where(col(row.display_id) == display_id, col(row.starts) >= since)
        if before is not None:
            chosen = chosen.where(col(row.starts) < before, col(row.region) == "", col(row.kind).in_(PROGRAMME))
        return int(self._session.connection().execute(chosen).scalar() or ticks(since))

    def _clipped(self, display_id: str, region: str, starts: datetime, ends: datetime) -> Any:
        """The records of a region's loop in ``[starts, ends)``, and until when those before each had the wall."""
        row = PlayRecordRow
        begins, until = Later(Micros(row.starts), ticks(starts)), Earlier(Micros(row.ends), ticks(ends))
        begun = case((col(row.starts) >= starts, 1), else_=0)
        before = func.max(until).over(order_by=col(row.starts), rows=(None, -1))
        return select(
            col(row.kind),
            col(row.slot_id),
            col(row.medium_id),
            begun.label("begun"),
            begins.label("begins"),
            until.label("until"),
            before.label("before"),
            (begun * col(row.late)).label("late"),
            (begun * col(row.dropped)).label("dropped"),
        ).where(*_of_loop(display_id, region), *_touching(starts, ends, REACH))

    def _rows(self, chosen: Any) -> Iterator[Any]:
        yield from self._session.connection().execute(chosen, execution_options={"yield_per": 1000})


def _of_loop(display_id: str, region: str) -> tuple[Any, ...]:
    row = PlayRecordRow
    shown = or_(col(row.presented) > 0, col(row.dropped) == 0)
    return col(row.display_id) == display_id, col(row.region) == region, col(row.kind).in_(PROGRAMME), shown


def _touching(starts: datetime, ends: datetime, reach: timedelta) -> tuple[Any, ...]:
    row = PlayRecordRow
    return col(row.starts) < ends, col(row.starts) > starts - reach, col(row.ends) > starts


def _parts(display_id: str, region: str, starts: datetime, ends: datetime, longest: tuple[tuple[Key, int], ...]) -> Any:
    row = PlayRecordRow
    whole = (
        values(
            column("kind", String),
            column("slot", String),
            column("medium", String),
            column("longest", BigInteger),
            name="planned",
        )
        .data([(kind.value, slot, medium, length) for (kind, slot, medium), length in longest])
        .cte("planned")
    )
    key = col(row.kind), col(row.slot_id), col(row.medium_id)
    begins, until = Micros(row.starts), Micros(row.ends)
    same = and_(whole.c.kind == row.kind, whole.c.slot == row.slot_id, whole.c.medium == row.medium_id)
    return (
        select(*key, begins)
        .join(whole, same)
        .where(
            *_of_loop(display_id, region),
            col(row.starts) >= starts,
            col(row.starts) < ends,
            until - begins < whole.c.longest - NEARLY,
        )
    )


def _joined(pages: Iterable[Overlaid]) -> Iterator[Overlaid]:
    """Pages of one thing that touch, or overlap, as one stretch."""
    last: Overlaid | None = None
    for page in pages:
        same = last is not None and (page.kind, page.id) == (last.kind, last.id)
        if last is not None and same and page.stretch[0] <= last.stretch[1] + NEARLY:
            last = replace(last, stretch=(last.stretch[0], max(last.stretch[1], page.stretch[1])))
            continue
        if last is not None:
            yield last
        last = page
    if last is not None:
        yield last


def _portions(items: Iterable[tuple[Key, int]]) -> Iterator[tuple[tuple[Key, int], ...]]:
    """As many at a time as a statement takes."""
    left = iter(items)
    while portion := tuple(islice(left, _AT_ONCE)):
        yield portion
