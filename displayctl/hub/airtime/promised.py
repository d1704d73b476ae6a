"""What the programmes in force promised a wall: when anything at all, and how much of each slot and medium."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from displayctl.api.models import ReceiptStage
from displayctl.hub.airtime.planned import planned_airtime, programmes_in_force
from displayctl.hub.airtime.stretches import Stretches
from displayctl.hub.drafts import home_group
from displayctl.hub.repositories.presented import NEARLY, Key, Stretch
from displayctl.hub.storage import UnitOfWork
from schedules.compilation import Segment
from schedules.compiler import compile_programme
from schedules.display import Display
from schedules.instants import instant_at, ticks, ticks_in
from schedules.span import Span


@dataclass(slots=True)
class Promise:
    """Of one slot and medium: how often and how long it was to be shown, and how much of that fell into each of the
    stretches that stood in its way, by their names. Microseconds.
    """

    plays: int = 0
    aired: int = 0
    longest: int = 0
    lost: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Programmes:
    """What was in force for a wall in a time: the loops' segments that show anything, by region, and how things are
    called. `refused` is when the wall did not believe the programme that was published for it.
    """

    segments: Mapping[str, tuple[Segment, ...]]
    slot_names: Mapping[str, str]
    titles: Mapping[str, str]
    refused: Stretches
    published: bool

    def expected(self, region: str = "") -> Stretches:
        """When a loop had anything to show; the main one where no other is named."""
        return Stretches.of(map(stretch_of, self.segments.get(region, ())))


def stretch_of(segment: Segment) -> Stretch:
    return ticks(segment.span.starts), ticks(segment.span.ends)


def programmes_of(work: UnitOfWork, wall: Display, span: Span) -> Programmes:
    """Compiles what was published for `wall`, each programme for its part of `span`. Raises ScheduleError."""
    segments: dict[str, list[Segment]] = {}
    names: dict[str, str] = {}
    titles: dict[str, str] = {}
    refused: list[Stretch] = []
    published = False
    for programme, stretch in programmes_in_force(work, home_group(wall), span):
        if all(display.id != wall.id for display in programme.displays):
            continue
        published = True
        names |= {slot.id: slot.name for slot in programme.slots}
        titles |= {medium.id: medium.title for medium in programme.media}
        receipt = work.publications.receipt(wall.id, programme.revision)
        if receipt is not None and receipt.stage is ReceiptStage.REFUSED:
            refused.append((ticks(stretch.starts), ticks(stretch.ends)))
        for region in programme.display(wall.id).loops:
            compiled = compile_programme(programme, wall.id, stretch, region).segments
            segments.setdefault(region, []).extend(each for each in compiled if each.items)
    whole = {region: tuple(found) for region, found in segments.items()}
    return Programmes(whole, names, titles, Stretches.of(refused), published)


def promises(segments: tuple[Segment, ...], losses: Mapping[str, Stretches]) -> dict[Key, Promise]:
    """What `segments` promise of each slot and medium, with what of it lies in each of `losses`."""
    found: dict[Key, Promise] = {}
    for segment in segments:
        for item in segment.items:
            promise = found.setdefault((segment.kind, segment.slot_id, item.medium_id), Promise())
            promise.longest = max(promise.longest, ticks_in(item.duration))
        for key, plays, aired in _airtime(segment):
            found[key].plays += plays
            found[key].aired += aired
        for name, stretches in losses.items():
            for stretch in stretches.within(*stretch_of(segment)):
                for key, _, aired in _airtime(_part(segment, stretch)):
                    found[key].lost[name] = found[key].lost.get(name, 0) + aired
    return found


def _airtime(segment: Segment) -> Iterator[tuple[Key, int, int]]:
    for medium_id, plays, aired in planned_airtime(segment):
        yield (segment.kind, segment.slot_id, medium_id), plays, ticks_in(aired)


def _part(segment: Segment, stretch: Stretch) -> Segment:
    return replace(segment, span=Span(instant_at(stretch[0]), instant_at(stretch[1])))


class Beginnings:
    """Tells whether a record that began at an instant shows its item from the beginning, or only goes on with it."""

    def __init__(self, segments: tuple[Segment, ...]) -> None:
        self._turns: dict[Key, list[_Turn]] = {}
        for segment in segments:
            for medium_id in {item.medium_id for item in segment.items}:
                key = segment.kind, segment.slot_id, medium_id
                self._turns.setdefault(key, []).append(_turn(segment, medium_id))

    def is_one(self, key: Key, at: int) -> bool:
        """`at` in microseconds since 1970. What nobody planned there is taken to be whole."""
        turns = self._turns.get(key, [])
        place = bisect_right(turns, at + NEARLY, key=lambda each: each.stretch[0]) - 1
        if place < 0 or turns[place].stretch[1] <= at:
            return True
        turn = turns[place]
        since = ((at - turn.anchor - offset) % turn.cycle for offset in turn.offsets)
        return any(position <= NEARLY or turn.cycle - position <= NEARLY for position in since)


@dataclass(frozen=True, slots=True)
class _Turn:
    """Where in the loop of a segment an item begins; microseconds."""

    stretch: Stretch
    anchor: int
    cycle: int
    offsets: tuple[int, ...]


def _turn(segment: Segment, medium_id: str) -> _Turn:
    last = segment.items[-1]
    offsets = tuple(ticks_in(item.offset) for item in segment.items if item.medium_id == medium_id)
    return _Turn(stretch_of(segment), ticks(segment.anchor), ticks_in(last.offset + last.duration), offsets)
