"""Where running text lies, and by how much it moves."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from player.stage.belt import CHUNK_PX, Belt, chunks, step_px

HZ_60 = round(1e9 / 60)
widths = st.lists(st.integers(1, 5000), min_size=1, max_size=12)
places = st.integers(0, 60_000)


@given(widths, places, st.integers(1, 4000))
def test_texts_follow_each_other_in_turn_without_gap_or_overlap(texts: list[int], from_px: int, wide: int) -> None:
    pieces = list(Belt(texts).pieces(from_px, from_px + wide))
    assert pieces[0].starts_px <= from_px
    assert pieces[-1].ends_px >= from_px + wide
    for before, after in pairwise(pieces):
        assert before.ends_px == after.starts_px
        assert after.text == (before.text + 1) % len(texts)
    assert all(piece.ends_px - piece.starts_px == texts[piece.text] for piece in pieces)
    assert all(piece.starts_px % sum(texts) == sum(texts[: piece.text]) for piece in pieces)


@given(widths, widths, places, st.integers(1, 4000))
def test_other_texts_come_behind_those_that_are_seen_and_move_nothing(
    texts: list[int], others: list[int], left: int, wide: int
) -> None:
    belt = Belt(texts)
    seen = list(belt.pieces(left, left + wide))
    starts = belt.change(others, left + wide)
    now = list(belt.pieces(left, starts + 1))
    assert starts >= left + wide
    assert now[: len(seen)] == seen
    assert now[-1].starts_px == starts
    assert now[-1].text == 0
    assert belt.editions == {seen[0].edition, belt.edition}
    belt.forget(starts)
    assert belt.editions == {belt.edition}


@given(st.floats(10, 1200), st.sampled_from([25, 30, 50, 60, 75, 144]))
def test_a_step_is_whole_where_that_is_near_and_never_far_from_the_speed(speed: float, hz: int) -> None:
    period_ns = round(1e9 / hz)
    step = step_px(speed, period_ns)
    assert step == pytest.approx(speed / hz, rel=0.031)
    if step != int(step):
        assert abs(step - round(step)) > 0.03 * round(step) or round(step) == 0


def test_usual_speeds_are_whole_pixels_at_sixty_hertz() -> None:
    assert [step_px(speed, HZ_60) for speed in (60, 120, 118, 180)] == [1.0, 2.0, 2.0, 3.0]
    assert step_px(100, HZ_60) == pytest.approx(100 / 60)
    assert step_px(20, HZ_60) == pytest.approx(1 / 3)


def test_chunks_cover_what_is_seen() -> None:
    assert chunks(0, CHUNK_PX) == range(1)
    assert chunks(CHUNK_PX - 0.5, CHUNK_PX + 0.5) == range(2)
    assert chunks(3 * CHUNK_PX, 5 * CHUNK_PX + 1) == range(3, 6)
