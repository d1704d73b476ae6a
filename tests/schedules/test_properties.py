"""What holds for every programme: whole, deterministic, independent of the span, and as the oracle says."""

from __future__ import annotations

import itertools
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from schedules.compiler import Compilation, Segment, compile_programme
from schedules.director import cue_at
from schedules.playlist import Arrangement
from schedules.programme import Programme
from schedules.proof import ShowingKind
from schedules.slot import SlotKind
from schedules.span import Span
from tests import strategies
from tests.schedules.oracle import Oracle, plays

START = datetime(2026, 11, 21, tzinfo=UTC)
MINUTE = timedelta(minutes=1)


@st.composite
def spans(draw: st.DrawFn) -> Span:
    starts = START + draw(st.integers(0, 3 * 86_400)) * timedelta(seconds=1)
    return Span(starts, starts + draw(st.integers(1, 2 * 86_400)) * timedelta(seconds=1))


def joined(*compilations: Compilation) -> tuple[Segment, ...]:
    """The segments of touching compilations, with touching equal ones made one."""
    whole: list[Segment] = []
    for segment in (segment for compilation in compilations for segment in compilation.segments):
        if whole and replace(segment, span=whole[-1].span) == whole[-1]:
            whole[-1] = replace(segment, span=Span(whole[-1].span.starts, segment.span.ends))
        else:
            whole.append(segment)
    return tuple(whole)


@settings(max_examples=20, deadline=None)
@given(strategies.programmes(), spans())
def test_segments_touch_and_cover_the_span_without_gap_or_overlap(programme: Programme, span: Span) -> None:
    segments = compile_programme(programme, "wall", span).segments
    assert segments[0].span.starts == span.starts
    assert segments[-1].span.ends == span.ends
    for former, latter in itertools.pairwise(segments):
        assert former.span.ends == latter.span.starts
    assert all(segment.items or segment.kind is ShowingKind.SLATE for segment in segments)


@settings(max_examples=25, deadline=None)
@given(strategies.programmes(), spans(), st.floats(0.01, 0.99))
def test_a_span_compiled_in_two_parts_tells_the_same(programme: Programme, span: Span, share: float) -> None:
    middle = span.starts + timedelta(microseconds=max(1, int(share * (span.length / timedelta(microseconds=1)))))
    whole = compile_programme(programme, "wall", span)
    if not span.starts < middle < span.ends:
        return
    first = compile_programme(programme, "wall", Span(span.starts, middle))
    second = compile_programme(programme, "wall", Span(middle, span.ends))
    assert joined(whole) == joined(first, second)


@settings(max_examples=15, deadline=None)
@given(strategies.programmes(), st.randoms(use_true_random=False))
def test_the_order_of_slots_does_not_matter(programme: Programme, shuffled: object) -> None:
    span = Span(START, START + timedelta(days=2))
    slots = list(programme.slots)
    shuffled.shuffle(slots)  # type: ignore[attr-defined]
    other = replace(programme, slots=tuple(slots))
    assert compile_programme(programme, "wall", span) == compile_programme(other, "wall", span)


@settings(max_examples=20, deadline=None)
@given(strategies.programmes(kinds=(SlotKind.LOOP,)), st.data())
def test_a_slot_raised_in_priority_never_loses_time(programme: Programme, data: st.DataObject) -> None:
    span = Span(START, START + timedelta(days=3))
    for index, slot in enumerate(programme.slots):
        raised = replace(slot, priority=data.draw(st.integers(slot.priority, 100)))
        slots = (*programme.slots[:index], raised, *programme.slots[index + 1 :])
        assert airtime(programme, slot.id, span) <= airtime(replace(programme, slots=slots), slot.id, span)


def airtime(programme: Programme, slot_id: str, span: Span) -> timedelta:
    segments = compile_programme(programme, "wall", span).segments
    return sum((segment.span.length for segment in segments if segment.slot_id == slot_id), timedelta(0))


@settings(max_examples=30, deadline=None)
@given(strategies.programmes(kinds=(SlotKind.LOOP,), arrangements=(Arrangement.FIXED,)))
def test_every_minute_plays_what_the_oracle_says(programme: Programme) -> None:
    compilation = compile_programme(programme, "wall", Span(START, START + timedelta(days=2)))
    oracle = Oracle(programme, "wall", date(2026, 11, 18), date(2026, 11, 26))
    for minute in range(0, 2880, 5):
        instant = START + minute * MINUTE
        cue = cue_at(compilation, instant)
        items = next(s.items for s in compilation.segments if s.span.contains(instant))
        offset = items[cue.item_index].offset if items else timedelta(0)
        told = (cue.kind.value, cue.slot_id, cue.medium_id, offset + cue.position_at(instant))
        assert told == oracle.base_at(instant), instant
        assert cue.span.contains(instant)


@settings(max_examples=25, deadline=None)
@given(strategies.programmes(), spans())
def test_overlaps_name_who_is_on_the_wall_instead(programme: Programme, span: Span) -> None:
    compilation = compile_programme(programme, "wall", span)
    loops = compile_programme(
        replace(programme, slots=tuple(s for s in programme.slots if s.kind is SlotKind.LOOP)), "wall", span
    )
    for overlap in compilation.overlaps:
        assert overlap.span.meet(span) == overlap.span
        for segment in loops.segments:
            if segment.span.meet(overlap.span):
                assert segment.slot_id == overlap.winner_id != overlap.loser_id


@settings(max_examples=20, deadline=None)
@given(strategies.programmes(arrangements=(Arrangement.FIXED,)))
def test_interrupts_play_where_a_loop_run_second_by_second_has_them(programme: Programme) -> None:
    span = Span(START + timedelta(hours=27), START + timedelta(hours=36))
    oracle = Oracle(programme, "wall", date(2026, 11, 18), date(2026, 11, 27))
    told = plays(oracle, START, START + timedelta(hours=62))
    found = [
        (segment.span.starts, segment.slot_id, segment.items[0].medium_id)
        for segment in compile_programme(programme, "wall", span).segments
        if segment.kind is ShowingKind.INTERRUPT and segment.span.starts == segment.anchor
    ]
    assert found == [play for play in told if span.contains(play[0])]
