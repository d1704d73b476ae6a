"""Entering an item: on time, or at a later picture, never late."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from player.stage.entry import LEAD_NS, S, lead_for, plan_entry, position
from player.stage.port import CueKind, StageCue
from player.stage.reel import Lap, lap_of

MS = 1_000_000


def lap(seconds: float = 10.0, rate: float = 30.0, duration_ms: int = 10_000, offset_ms: int = 0) -> Lap:
    cue = StageCue("a", CueKind.VIDEO, 0, int(seconds * 1000), "/a.mp4", offset_ms, rate, duration_ms)
    return lap_of(cue, 0)


def test_an_item_with_time_in_hand_is_entered_at_its_start() -> None:
    entry = plan_entry(lap(), starts_ns=5 * S, ready_ns=4 * S, lead_ns=LEAD_NS)
    assert entry
    assert (entry.media_ns, entry.go_ns, entry.lead_ns) == (0, 5 * S - LEAD_NS, LEAD_NS)


def test_an_item_in_its_middle_is_entered_at_a_whole_frame_that_is_still_to_come() -> None:
    entry = plan_entry(lap(), starts_ns=0, ready_ns=3 * S + 1, lead_ns=LEAD_NS)
    assert entry
    assert abs(entry.media_ns * 30 / S - round(entry.media_ns * 30 / S)) < 1e-6
    assert entry.go_ns >= 3 * S
    assert 3 * S < entry.media_ns < 3.3 * S


def test_the_last_moments_are_not_worth_an_entry() -> None:
    assert plan_entry(lap(), starts_ns=0, ready_ns=int(9.45 * S), lead_ns=LEAD_NS)
    assert plan_entry(lap(), starts_ns=0, ready_ns=int(9.55 * S), lead_ns=LEAD_NS) is None


def test_the_shortest_of_clips_is_still_entered_at_its_start() -> None:
    entry = plan_entry(lap(seconds=0.4, duration_ms=400), starts_ns=S, ready_ns=S - 300 * MS, lead_ns=LEAD_NS)
    assert entry
    assert (entry.media_ns, entry.go_ns) == (0, S - 200 * MS)


def test_a_file_that_is_over_is_entered_just_before_its_end_to_hold_its_last_picture() -> None:
    entry = plan_entry(lap(seconds=60, duration_ms=4000), starts_ns=0, ready_ns=20 * S, lead_ns=LEAD_NS)
    assert entry
    assert 3 * S < entry.media_ns < 4 * S


def test_a_ring_too_small_for_the_rate_shortens_the_lead() -> None:
    assert lead_for(30, slots=21) == LEAD_NS
    assert 0 < lead_for(60, slots=21) < LEAD_NS
    assert lead_for(60, slots=6) == 0


def test_the_last_frame_is_due_until_the_cue_ends() -> None:
    held = lap(seconds=60, duration_ms=4000)
    assert position(held, 0) == 0
    assert position(held, S // 30) == 1
    assert position(held, 3 * S) == 90
    assert position(held, 59 * S) == 119


def test_without_a_rate_the_position_is_in_milliseconds() -> None:
    assert position(lap(rate=0.0), 1234 * MS) == 1234


@settings(deadline=None)
@given(
    starts=st.integers(0, 20 * S),
    ready=st.integers(0, 40 * S),
    rate=st.sampled_from([0.0, 23.976, 25.0, 29.97, 30.0, 50.0, 60.0]),
    offset=st.integers(0, 4000),
    lead=st.integers(0, LEAD_NS),
)
def test_no_entry_is_ever_late_or_out_of_step(starts: int, ready: int, rate: float, offset: int, lead: int) -> None:
    item = lap(seconds=20, rate=rate, duration_ms=60_000, offset_ms=offset)
    entry = plan_entry(item, starts, ready, lead)
    if entry is None:
        assert ready + lead > starts + 19 * S - 2 * S
        return
    assert entry.go_ns >= ready
    due_ns = starts + entry.media_ns - item.media_ns
    assert abs(entry.go_ns + entry.lead_ns - due_ns) <= 2
    assert starts <= due_ns <= starts + 20 * S
