"""Cutting a timeline into laps."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from player.stage.port import CueKind, StageCue, Timeline
from player.stage.reel import MS, Reel


def video(token: str, starts_ms: int, ends_ms: int, **changes: object) -> StageCue:
    return StageCue(token, CueKind.VIDEO, starts_ms, ends_ms, f"/{token}.mp4", **changes)  # type: ignore[arg-type]


def test_a_cue_is_due_from_its_start_up_to_but_not_at_its_end() -> None:
    reel = Reel(Timeline((video("a", 1000, 2000),)))
    assert reel.at(1000 * MS - 1) is None
    assert reel.at(1000 * MS).cue.token == "a"  # type: ignore[union-attr]
    assert reel.at(2000 * MS - 1).cue.token == "a"  # type: ignore[union-attr]
    assert reel.at(2000 * MS) is None


def test_a_clip_that_loops_is_its_own_successor() -> None:
    reel = Reel(Timeline((video("a", 0, 10_000, duration_ms=4000, loops=True, offset_ms=1000),)))
    laps = [reel.at(0), *reel.following(0, 20_000 * MS)]
    assert [(lap.starts_ns // MS, lap.ends_ns // MS, lap.media_ns // MS) for lap in laps if lap] == [
        (0, 3000, 1000),
        (3000, 7000, 0),
        (7000, 10_000, 0),
    ]
    assert len({lap.name for lap in laps if lap}) == 3


def test_a_clip_that_does_not_loop_is_one_lap_however_long_its_cue() -> None:
    reel = Reel(Timeline((video("a", 0, 10_000, duration_ms=4000),)))
    assert reel.at(9_999 * MS) == reel.at(0)
    assert list(reel.following(0, 20_000 * MS)) == []


def test_what_follows_a_gap_is_found() -> None:
    reel = Reel(Timeline((video("a", 0, 1000), video("b", 3000, 4000))))
    assert [lap.cue.token for lap in reel.following(0, 3000 * MS)] == []
    assert [lap.cue.token for lap in reel.following(0, 3001 * MS)] == ["b"]
    assert [lap.cue.token for lap in reel.following(1500 * MS, 9000 * MS)] == ["b"]


def test_a_lap_that_now_ends_earlier_is_still_the_same() -> None:
    long, short = Reel(Timeline((video("a", 0, 9000),))), Reel(Timeline((video("a", 0, 5000),)))
    first, second = long.at(0), short.at(0)
    assert first is not None
    assert second is not None
    assert first != second
    assert first.name == second.name


@settings(deadline=None)
@given(
    st.integers(0, 10_000),
    st.integers(1, 60_000),
    st.integers(50, 5000),
    st.integers(0, 5000),
    st.lists(st.integers(0, 60_000), max_size=20),
)
def test_laps_tile_a_cue_and_the_media_runs_through_them(
    starts: int, length: int, duration: int, offset: int, instants: list[int]
) -> None:
    cue = video("a", starts, starts + length, duration_ms=duration, loops=True, offset_ms=offset)
    reel = Reel(Timeline((cue,)))
    laps = [lap for lap in (reel.at(starts * MS), *reel.following(starts * MS, 1 << 62)) if lap]
    assert laps[0].starts_ns == starts * MS
    assert laps[-1].ends_ns == (starts + length) * MS
    assert all(before.ends_ns == after.starts_ns for before, after in pairwise(laps))
    for after in instants:
        at_ns = (starts + after % length) * MS
        lap = reel.at(at_ns)
        assert lap in laps
        assert lap.media_ns + at_ns - lap.starts_ns == (offset + after % length) % duration * MS
