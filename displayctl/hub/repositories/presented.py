"""What walls presented, summed up by the database: a month of two-second items never comes into memory."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from itertools import islice
from typing import Any

from sqlalchemy import BigInteger, String, and_, case, column, func, literal, or_, select, values
from sqlmodel import Session, col

from displayctl.hub.instants import UtcInstant
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
_KEY = col(PlayRecordRow.kind), col(PlayRecordRow.slot_id), col(PlayRecordRow.medium_id)
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
        row = PlayRecordRow
        begins, until = Later(row.starts, _as_stored(starts)), Earlier(row.ends, _as_stored(ends))
        begun = case((col(row.starts) >= starts, 1), else_=0)
        counted = begun, Micros(until) - Micros(begins), begun * col(row.late), begun * col(row.dropped)
        whole = select(*_KEY, *map(func.sum, counted)).where(*_seen(display_id, region, starts, ends))
        twice = self._overlapping(display_id, region, starts, ends)
        # PostgreSQL sums whole numbers up as decimals, as in `sums`.
        return tuple(
            Presented(_key(key), int(plays), int(aired) - twice.get(_key(key), 0), int(late), int(dropped))
            for *key, plays, aired, late, dropped in self._rows(whole.group_by(*_KEY))
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
        inner = _followed(display_id, "", starts, ends)
        before = func.coalesce(inner.c.before, _as_stored(starts))
        since, until = Micros(before), Micros(inner.c.starts)
        paused = inner.c.starts > before, until - since >= least
        chosen = select(since, until).where(*paused).order_by(inner.c.starts)
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

    def alert_seconds(self, alert_ids: Collection[str], starts: datetime, ends: datetime) -> dict[str, float]:
        """How long each of these alerts was on walls in ``[starts, ends)``, all walls together."""
        row = PlayRecordRow
        begins, until = Later(row.starts, _as_stored(starts)), Earlier(row.ends, _as_stored(ends))
        wanted = col(row.medium_id).in_(list(alert_ids)), col(row.kind) == ShowingKind.ALERT.value
        chosen = select(col(row.medium_id), func.sum(Micros(until) - Micros(begins)))
        near = _touching(starts, ends, LONGEST_RECORD)
        found = self._rows(chosen.where(*wanted, *near).group_by(col(row.medium_id)))
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

    def _overlapping(self, display_id: str, region: str, starts: datetime, ends: datetime) -> dict[Key, int]:
        """How long records were on the wall that an earlier one had still, in microseconds; few are."""
        inner = _followed(display_id, region, starts, ends, *_KEY, col(PlayRecordRow.ends))
        since, most = Later(inner.c.starts, _as_stored(starts)), _as_stored(ends)
        twice = Micros(Earlier(inner.c.ends, inner.c.before, most)) - Micros(since)
        key = inner.c.kind, inner.c.slot_id, inner.c.medium_id
        chosen = select(*key, func.sum(twice)).where(inner.c.starts < inner.c.before).group_by(*key)
        return {_key(key): int(total) for *key, total in self._rows(chosen)}

    def _rows(self, chosen: Any) -> Iterator[Any]:
        yield from self._session.connection().execute(chosen, execution_options={"yield_per": 1000})


def _followed(display_id: str, region: str, starts: datetime, ends: datetime, *columns: Any) -> Any:
    """When the records of a region's loop that touch ``[starts, ends)`` begin, with these columns of them, and until
    when those before each had the wall. As they are stored: what is counted in microseconds costs more than all else.
    """
    row = PlayRecordRow
    before = func.max(col(row.ends)).over(order_by=col(row.starts), rows=(None, -1))
    found = select(col(row.starts), *columns, before.label("before"))
    return found.where(*_seen(display_id, region, starts, ends)).subquery()


def _seen(display_id: str, region: str, starts: datetime, ends: datetime) -> tuple[Any, ...]:
    return *_of_loop(display_id, region), *_touching(starts, ends, REACH)


def _key(columns: Sequence[str]) -> Key:
    kind, slot_id, medium_id = columns
    return ShowingKind(kind), slot_id, medium_id


def _as_stored(instant: datetime) -> Any:
    return literal(instant, UtcInstant())


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
