"""What a wall plays by its programme: the booking on it now and until when, the one after it, and hours left empty.

A booking goes on while an interrupt is shown in it. All of it is a function of the programme and the clock.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from displayctl.desk.watched_hours import watched_spans
from schedules.compilation import Compilation, Segment
from schedules.compiler import compile_programme
from schedules.director import cue_at
from schedules.programme import Programme
from schedules.proof import ShowingKind
from schedules.slot import SlotKind
from schedules.span import Span

AHEAD = timedelta(hours=24)
LOOKED_AHEAD = timedelta(days=7)
SHORTEST_EMPTY = timedelta(hours=1)
_EMPTY = (ShowingKind.FILLER, ShowingKind.SLATE)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch in which one booking has the wall; `booking` is empty for filler and slate."""

    span: Span
    kind: ShowingKind
    slot_id: str
    booking: str


@dataclass(frozen=True, slots=True)
class WallDay:
    """A wall's next hours as they are compiled from the published programme."""

    compilation: Compilation
    runs: tuple[Run, ...]

    @property
    def ends(self) -> datetime:
        """From here on nothing is known."""
        return self.compilation.span.ends


@dataclass(frozen=True, slots=True)
class Outlook:
    """`medium_id` (empty: the house card) belongs on the wall now, in `now`; `then` follows it, None where nothing
    else comes within a day."""

    medium_id: str
    kind: ShowingKind
    now: Run
    then: Run | None


@dataclass(frozen=True, slots=True)
class Empty:
    """Hours in which a wall has only filler although people pass it. `total` of the days ahead; `first` of them."""

    display_id: str
    name: str
    first: Span
    total: timedelta


def wall_day(programme: Programme, display_id: str, now: datetime) -> WallDay:
    """Compile a wall's next day. Raises ScheduleError."""
    compilation = compile_programme(programme, display_id, Span(now, now + AHEAD))
    names = {slot.id: slot.name for slot in programme.slots}
    return WallDay(compilation, tuple(_runs(compilation.segments, names)))


def outlook_at(day: WallDay, now: datetime) -> Outlook | None:
    """What belongs on the wall at `now`; None outside of the compiled day."""
    if not day.compilation.span.contains(now):
        return None
    at = next(number for number, run in enumerate(day.runs) if run.span.ends > now)
    cue = cue_at(day.compilation, now)
    then = day.runs[at + 1] if at + 1 < len(day.runs) else None
    return Outlook(cue.medium_id, cue.kind, day.runs[at], then)


def without_interrupts(programme: Programme) -> Programme:
    """The programme's loops alone, which is what decides whether hours are empty."""
    return replace(programme, slots=tuple(slot for slot in programme.slots if slot.kind is SlotKind.LOOP))


def empty_hours(programme: Programme, display_id: str, now: datetime) -> Empty | None:
    """The hours of the next seven days in which a wall that people pass shows filler alone; None where there are none.

    Stretches of less than an hour do not count. Raises ScheduleError.
    """
    display = programme.display(display_id)
    compilation = compile_programme(programme, display_id, Span(now, now + LOOKED_AHEAD))
    empty = _joined(segment.span for segment in compilation.segments if segment.kind in _EMPTY)
    watched = watched_spans(display, compilation.span)
    found = [part for each in empty for span in watched if (part := each.meet(span)) is not None]
    found = [part for part in found if part.length >= SHORTEST_EMPTY]
    if not found:
        return None
    return Empty(display_id, display.name, found[0], sum((part.length for part in found), timedelta(0)))


def _runs(segments: Iterable[Segment], names: dict[str, str]) -> Iterator[Run]:
    """Segments of one booking as one stretch; an interrupt belongs to the booking that it pauses."""
    open_run: Run | None = None
    for segment in segments:
        paused = segment.kind is ShowingKind.INTERRUPT
        if open_run is not None and (paused or _same(open_run, segment)):
            open_run = replace(open_run, span=Span(open_run.span.starts, segment.span.ends))
            continue
        if open_run is not None:
            yield open_run
        open_run = Run(segment.span, segment.kind, segment.slot_id, names.get(segment.slot_id, ""))
    if open_run is not None:
        yield open_run


def _same(run: Run, segment: Segment) -> bool:
    return (run.kind, run.slot_id) == (segment.kind, segment.slot_id)


def _joined(spans: Iterable[Span]) -> tuple[Span, ...]:
    joined: list[Span] = []
    for span in spans:
        if joined and joined[-1].ends == span.starts:
            joined[-1] = Span(joined[-1].starts, span.ends)
        else:
            joined.append(span)
    return tuple(joined)
