"""Planned airtime is worked out by arithmetic; here it is compared with walking through every cue."""

from __future__ import annotations

from datetime import timedelta

from hypothesis import given
from hypothesis import strategies as st

from displayctl.hub.airtime.planned import planned_airtime
from schedules.compilation import Compilation, Segment
from schedules.director import cue_at
from schedules.proof import ShowingKind
from schedules.rotation import Item, cycle_of
from schedules.span import Span
from tests.builders import asset, at

ANCHOR = at("2026-11-22 08:00")
SECONDS = st.integers(1, 30)


@given(durations=st.lists(SECONDS, min_size=1, max_size=5), begins=st.integers(0, 200), length=st.integers(1, 200))
def test_planned_airtime_is_what_the_cues_add_up_to(durations: list[int], begins: int, length: int) -> None:
    items = cycle_of(
        Item(f"m{n}", asset(f"m{n}"), timedelta(seconds=seconds), 100) for n, seconds in enumerate(durations)
    ).items
    starts = ANCHOR + timedelta(seconds=begins)
    span = Span(starts, starts + timedelta(seconds=length))
    segment = Segment(span, ShowingKind.LOOP, "s", "p", ANCHOR, items)
    compilation = Compilation("tugu", span, (segment,), ())
    plays = dict.fromkeys((item.medium_id for item in items), 0)
    aired = dict.fromkeys((item.medium_id for item in items), timedelta(0))
    instant = starts
    while instant < span.ends:
        cue = cue_at(compilation, instant)
        plays[cue.medium_id] += cue.begins >= starts
        aired[cue.medium_id] += cue.span.length
        instant = cue.span.ends
    assert {medium: (n, time) for medium, n, time in planned_airtime(segment)} == {
        medium: (plays[medium], aired[medium]) for medium in plays
    }
