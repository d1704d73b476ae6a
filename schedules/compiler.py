"""From a programme to touching segments for one display: what people decided, worked out for a stretch of time.

Between slots the higher priority wins, then the narrower (shorter) occurrence, then the newer, then the id that sorts
first. A slot with nothing playable hides nobody. Then comes the filler, then the slate; after the programme's
`valid_until` these two are all there is. Interrupts lie on top of loops of no higher priority. Outside of a wall's
opening hours none of them plays. All of it is a function of programme, display and instant alone: the span asked for
only chooses which part is told.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from schedules.bookings import Bookings
from schedules.claims import Claim, Piece, settle
from schedules.compilation import Compilation, Segment
from schedules.errors import InvalidValue
from schedules.instants import SECOND, instant_at, ticks
from schedules.interrupts import LONGEST_GAP, Play, plays_in
from schedules.open_hours import closed_ticks
from schedules.overlaps import Contest, Overlap
from schedules.playlist import LONGEST
from schedules.programme import Programme
from schedules.proof import ShowingKind
from schedules.ranks import CLOSED_PRIORITY, FILLER_PRIORITY, SLATE_PRIORITY, rank_of
from schedules.recurrence import EARLIEST, LATEST
from schedules.rotation import EMPTY, Cycle, Item, cycle_of
from schedules.slot import SlotKind
from schedules.span import Span

__all__ = ["Compilation", "Overlap", "Segment", "compile_programme"]

LONGEST_SPAN = timedelta(days=400)
# No occurrence is longer than a civil day with its clock change, so what is further away cannot matter.
_REACH = 26 * 3600 * SECOND + LONGEST_GAP


def compile_programme(programme: Programme, display_id: str, span: Span, region: str = "") -> Compilation:
    """What a loop `region` of the display (empty: the main picture) plays for `span`.

    A span is at most 400 days long and within the years 1970 to 2199. Regions know nothing of each other.

    A loop is at its beginning when its slot's occurrence begins, and again where the set of its playable entries
    changes; filler and slate begin anew at each midnight of the display. Compiling two touching spans tells the same as
    compiling both at once. Raises UnknownName for a display that is not in the programme, InvalidValue for the
    span, and for a region that the display does not have.
    """
    _check_span(span)
    bookings = Bookings(programme, display_id, region)
    starts, ends = ticks(span.starts), ticks(span.ends)
    first, last = starts - _REACH, ends + _REACH
    claims = list(_slot_claims(bookings, first, last))
    loops = [claim for claim in claims if claim.kind is ShowingKind.LOOP]
    others = (*_day_claims(bookings, first, last), *_closed_claims(bookings, first, last))
    pieces = settle([*loops, *others], first, last)
    return Compilation(
        display_id=display_id,
        span=span,
        segments=tuple(_segments(bookings, pieces, starts, ends)),
        contest=Contest(claims, pieces, starts, ends),
        region=bookings.region,
    )


def _check_span(span: Span) -> None:
    if span.length > LONGEST_SPAN:
        raise InvalidValue("span", f"is {span.length.days} days long; ask for {LONGEST_SPAN.days} at the most")
    if not (EARLIEST.year <= span.starts.year and span.ends.year <= LATEST.year):
        raise InvalidValue("span", f"{span.starts} to {span.ends} is not within {EARLIEST.year} to {LATEST.year}")


def _slot_claims(bookings: Bookings, starts: int, ends: int) -> Iterator[Claim]:
    """The claims of all slots, where they have something to play."""
    for slot in bookings.slots:
        rotation = bookings.rotation(slot.playlist_id)
        kind = ShowingKind.LOOP if slot.kind is SlotKind.LOOP else ShowingKind.INTERRUPT
        for occurrence in bookings.occurrences(slot, starts, ends):
            last = min(occurrence.ends, bookings.over)
            if occurrence.starts >= last:
                continue
            for begins, until, cycle in rotation.through(occurrence.starts, last):
                if cycle.items:
                    yield Claim(begins, until, occurrence.rank, kind, slot.id, slot.playlist_id, begins, cycle)


def _day_claims(bookings: Bookings, starts: int, ends: int) -> Iterator[Claim]:
    """Filler and slate, which claim every day from midnight to midnight."""
    slate, filler_id = _slate_cycle(bookings), bookings.filler_id
    for midnight, next_midnight in bookings.civil_days(starts, ends):
        rank = rank_of(SLATE_PRIORITY, 0, 0, "", midnight)
        yield Claim(midnight, next_midnight, rank, ShowingKind.SLATE, "", "", midnight, slate)
        if filler_id is not None:
            rank = rank_of(FILLER_PRIORITY, 0, 0, "", midnight)
            for begins, until, cycle in bookings.rotation(filler_id).through(midnight, next_midnight):
                if cycle.items:
                    yield Claim(begins, until, rank, ShowingKind.FILLER, "", filler_id, begins, cycle)


def _closed_claims(bookings: Bookings, starts: int, ends: int) -> Iterator[Claim]:
    """The hours in which the wall is closed, day by day, so that a longer stretch tells the same of each."""
    opening = bookings.display.opening
    if opening is None:
        return
    for midnight, next_midnight in bookings.civil_days(starts, ends):
        for begins, until in closed_ticks(opening, bookings.zone, midnight, next_midnight):
            rank = rank_of(CLOSED_PRIORITY, 0, 0, "", begins)
            yield Claim(begins, until, rank, ShowingKind.CLOSED, "", "", begins, EMPTY)


def _slate_cycle(bookings: Bookings) -> Cycle:
    slate_id = bookings.slate_id
    asset = bookings.media[slate_id].asset_for(bookings.format) if slate_id else None
    if slate_id is None or asset is None:
        return EMPTY
    return cycle_of([Item(slate_id, asset, asset.duration or LONGEST, volume=0)])


def _segments(bookings: Bookings, pieces: list[Piece], starts: int, ends: int) -> Iterator[Segment]:
    first = next(index for index, piece in enumerate(pieces) if piece.ends > starts)
    last = first
    while last < len(pieces) and pieces[last].starts < ends:
        last += 1
    plays = plays_in(bookings, pieces, first, last)
    for index in range(first, last):
        for part in _parts(pieces[index], plays.get(index, [])):
            begins, until = max(part.starts, starts), min(part.ends, ends)
            if begins < until:
                yield _segment(bookings, part.claim, begins, until)


def _parts(piece: Piece, plays: list[Play]) -> Iterator[Piece]:
    """The piece with its interrupts laid in; the loop goes on after each of them where it had paused."""
    begins, claim = piece.starts, piece.claim
    for play in plays:
        if begins < play.starts:
            yield Piece(begins, play.starts, claim)
        yield Piece(play.starts, play.ends, _claim_of(play))
        begins, claim = play.ends, claim._replace(anchor=claim.anchor + play.turn.length)
    if begins < piece.ends:
        yield Piece(begins, piece.ends, claim)


def _claim_of(play: Play) -> Claim:
    turn, slot = play.turn, play.turn.slot
    cycle = Cycle((turn.item,), (0,), turn.length)
    kind = ShowingKind.INTERRUPT
    return Claim(play.starts, play.ends, turn.rank, kind, slot.id, slot.playlist_id, play.starts, cycle)


def _segment(bookings: Bookings, claim: Claim, starts: int, ends: int) -> Segment:
    span, anchor = Span(instant_at(starts), instant_at(ends)), instant_at(claim.anchor)
    volume = bookings.volumes.get(claim.slot_id, 100)
    return Segment(span, claim.kind, claim.slot_id, claim.playlist_id, anchor, claim.cycle.items, volume)
