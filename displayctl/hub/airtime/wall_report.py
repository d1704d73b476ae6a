"""One wall's report: its broadcast time, what it showed of it, how every promise was kept, and its silences."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime

from displayctl.api.reports import AirRow, DownStretch, WallAir, WallReport
from displayctl.hub.airtime.promised import Beginnings, Programmes, Promise, programmes_of, promises
from displayctl.hub.airtime.reckoning import DOWN, HELD, OVERLAID, REFUSED, UNREPORTED, reckon
from displayctl.hub.airtime.speakers import Speakers
from displayctl.hub.airtime.stretches import Stretches
from displayctl.hub.repositories.presented import Key, Stretch
from displayctl.hub.storage import UnitOfWork
from schedules.alert import AlertLevel
from schedules.codec import alert_from_dict
from schedules.display import Display
from schedules.instants import SECOND, instant_at, ticks
from schedules.proof import ShowingKind
from schedules.span import Span

SILENT_FROM = 3 * SECOND
"""A pause with less broadcast time than this is a seam, not a silence."""
MOST_DOWNS = 500
_NOTHING = Promise()


@dataclass(frozen=True, slots=True)
class Ground:
    """What a wall's main picture was, stretch by stretch; no two of these five have an instant in common."""

    expected: Stretches
    covered: Stretches
    held: Stretches
    down: Stretches
    unreported: Stretches
    banners: Stretches

    @property
    def clear(self) -> Stretches:
        """When the programme was to be seen, as far as nothing lay over it."""
        return self.expected.without(self.covered).without(self.held)

    def losses(self, refused: Stretches) -> Mapping[str, Stretches]:
        """Why promises were not kept, by name."""
        named = {OVERLAID: self.covered, HELD: self.held, DOWN: self.down, UNREPORTED: self.unreported}
        return {**named, REFUSED: refused}


@dataclass(slots=True)
class _Shown:
    """What was presented of one slot and medium in all regions, and of it on the main picture; microseconds."""

    plays: int = 0
    aired: int = 0
    main: int = 0
    late: int = 0
    dropped: int = 0


def report_of(work: UnitOfWork, wall: Display, starts: datetime, ends: datetime) -> WallReport:
    """The report; what is still to come is not owed. Raises ScheduleError."""
    until = min(ends, work.now)
    if until <= starts:
        return WallReport(starts=starts, ends=ends, until=starts, published=False, wall=_air(wall))
    programmes = programmes_of(work, wall, Span(starts, until))
    ground = _ground(work, wall.id, programmes.expected(), starts, until)
    shown: defaultdict[Key, _Shown] = defaultdict(_Shown)
    promised: dict[Key, Promise] = {}
    for region in programmes.segments:
        found = promises(programmes.segments[region], ground.losses(programmes.refused))
        clear = programmes.expected(region).without(ground.covered).without(ground.held)
        longest = {key: each.longest for key, each in found.items()}
        _add_shown(shown, work, wall.id, region, clear)
        _take_off_parts(shown, work, (wall.id, region), clear, longest, Beginnings(programmes.segments[region]))
        _add_promises(promised, found)
    downs, left_out = _downs(wall.id, ground)
    return WallReport(
        starts=starts,
        ends=ends,
        until=until,
        published=programmes.published,
        wall=_air(wall, ground, sum(each.main for each in shown.values())),
        rows=tuple(_rows(work, wall.id, programmes, promised, shown)),
        downs=downs,
        downs_left_out=left_out,
    )


def _ground(work: UnitOfWork, display_id: str, expected: Stretches, starts: datetime, until: datetime) -> Ground:
    covers, banners, holds = _overlaid(work, display_id, starts, until)
    reported_until = work.presented.reported_until(display_id)
    told = max(ticks(starts), ticks(starts if reported_until is None else min(reported_until, until)))
    unreported = Stretches.of([(told, ticks(until))])
    over = covers.join(banners).join(holds)
    silent = Stretches.of(work.presented.pauses(display_id, starts, until, SILENT_FROM)).without(over)
    held = expected.meet(holds).without(unreported)
    covered = expected.meet(covers).without(holds).without(unreported)
    return Ground(
        expected=expected,
        covered=covered,
        held=held,
        down=silent.without(unreported).meet_for(expected, SILENT_FROM),
        unreported=expected.meet(unreported),
        banners=expected.meet(banners).without(covered).without(held),
    )


def _overlaid(
    work: UnitOfWork, display_id: str, starts: datetime, until: datetime
) -> tuple[Stretches, Stretches, Stretches]:
    """When emergencies covered the wall, when they lay along its edge, and when people held it.

    An alert that nobody has the document of any more is taken to have covered all.
    """
    found = work.presented.overlaid(display_id, starts, until)
    of_alerts = [each for each in found if each.kind == ShowingKind.ALERT.value]
    stored = work.alerts.chosen({each.id for each in of_alerts})
    edge = {name for name, each in stored.items() if alert_from_dict(each.document).level is not AlertLevel.AWAS}
    return (
        Stretches.of(each.stretch for each in of_alerts if each.id not in edge),
        Stretches.of(each.stretch for each in of_alerts if each.id in edge),
        Stretches.of(each.stretch for each in found if each.kind != ShowingKind.ALERT.value),
    )


def _add_shown(
    shown: defaultdict[Key, _Shown], work: UnitOfWork, display_id: str, region: str, clear: Stretches
) -> None:
    for stretch in clear.all:
        for each in work.presented.presented(display_id, region, *map(instant_at, stretch)):
            total = shown[each.key]
            total.plays += each.plays
            total.aired += each.aired
            total.main += 0 if region else each.aired
            total.late += each.late
            total.dropped += each.dropped


def _take_off_parts(
    shown: defaultdict[Key, _Shown],
    work: UnitOfWork,
    place: tuple[str, str],
    clear: Stretches,
    longest: Mapping[Key, int],
    beginnings: Beginnings,
) -> None:
    """What only goes on with an item, after a restart or an interrupt, is no play of its own."""
    for stretch in clear.all:
        begins, until = map(instant_at, stretch)
        for key, at in work.presented.parts(*place, begins, until, longest):
            shown[key].plays -= not beginnings.is_one(key, at)


def _add_promises(promised: dict[Key, Promise], found: Mapping[Key, Promise]) -> None:
    for key, each in found.items():
        total = promised.setdefault(key, Promise())
        total.plays += each.plays
        total.aired += each.aired
        for name, lost in each.lost.items():
            total.lost[name] = total.lost.get(name, 0) + lost


def _rows(
    work: UnitOfWork,
    display_id: str,
    programmes: Programmes,
    promised: Mapping[Key, Promise],
    shown: Mapping[Key, _Shown],
) -> Iterator[AirRow]:
    keys = sorted({*promised, *shown})
    speakers = Speakers(work, {medium_id for _, _, medium_id in keys})
    for key in keys:
        kind, slot_id, medium_id = key
        promise, seen = promised.get(key, _NOTHING), shown.get(key) or _Shown()
        if not promise.aired and not seen.aired:
            continue
        kept = reckon(promise, seen.aired)
        yield AirRow(
            display_id=display_id,
            kind=kind.value,
            slot_id=slot_id,
            slot_name=programmes.slot_names.get(slot_id, ""),
            medium_id=medium_id,
            medium_title=programmes.titles.get(medium_id, ""),
            agency=speakers.agency(slot_id, medium_id),
            planned_plays=promise.plays,
            planned_seconds=kept.planned / SECOND,
            played_plays=seen.plays,
            played_seconds=kept.played / SECOND,
            air_seconds=seen.main / SECOND,
            alert_seconds=kept.overlaid / SECOND,
            held_seconds=kept.held / SECOND,
            down_seconds=kept.down / SECOND,
            unreported_seconds=kept.unreported / SECOND,
            refused_seconds=kept.refused / SECOND,
            other_seconds=kept.other / SECOND,
            extra_seconds=kept.extra / SECOND,
            late_frames=seen.late,
            dropped_frames=seen.dropped,
        )


def _air(wall: Display, ground: Ground | None = None, shown: int = 0) -> WallAir:
    if ground is None:
        return WallAir(display_id=wall.id, name=wall.name, time_zone=wall.time_zone)
    whole, covered, held = ground.expected.length, ground.covered.length, ground.held.length
    down, unreported = ground.down.length, ground.unreported.length
    return WallAir(
        display_id=wall.id,
        name=wall.name,
        time_zone=wall.time_zone,
        broadcast_seconds=whole / SECOND,
        shown_seconds=shown / SECOND,
        alert_seconds=covered / SECOND,
        held_seconds=held / SECOND,
        down_seconds=down / SECOND,
        unreported_seconds=unreported / SECOND,
        other_seconds=(whole - shown - covered - held - down - unreported) / SECOND,
        banner_seconds=ground.banners.length / SECOND,
        down_count=len(ground.down.all),
        longest_down_seconds=ground.down.longest / SECOND,
    )


def _downs(display_id: str, ground: Ground) -> tuple[tuple[DownStretch, ...], int]:
    """The silences in order of time, of too many the longest; and how many were left out."""
    found = [(stretch, True) for stretch in ground.down.all] + [(stretch, False) for stretch in ground.unreported.all]
    kept = sorted(found, key=lambda each: each[0][0] - each[0][1])[:MOST_DOWNS]
    told = sorted(kept, key=lambda each: each[0])
    return tuple(_down(display_id, stretch, reported=reported) for stretch, reported in told), len(found) - len(kept)


def _down(display_id: str, stretch: Stretch, *, reported: bool) -> DownStretch:
    starts, ends = map(instant_at, stretch)
    return DownStretch(display_id=display_id, starts=starts, ends=ends, reported=reported)
