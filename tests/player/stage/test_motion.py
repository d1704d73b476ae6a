"""Slow movement over a picture."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QSize

from player.stage.motion import LONGEST, part_at, step_of
from schedules.transition import Motion

SIZE = QSize(640, 320)
moving = st.sampled_from([motion for motion in Motion if motion is not Motion.NONE])


@given(moving, st.floats(-1, 3))
def test_what_is_shown_lies_inside_the_picture_and_has_its_shape(motion: Motion, progress: float) -> None:
    part = part_at(motion, SIZE, step_of(SIZE, progress))
    assert part is not None
    assert part.left() >= -1e-6
    assert part.top() >= -1e-6
    assert part.right() <= 640 + 1e-6
    assert part.bottom() <= 320 + 1e-6
    assert part.width() / part.height() == pytest.approx(2)


@pytest.mark.parametrize("motion", [Motion.ZOOM_IN, Motion.ZOOM_OUT, Motion.PAN_LEFT, Motion.PAN_RIGHT])
def test_it_moves_one_way_and_never_by_as_much_as_a_pixel_at_once(motion: Motion) -> None:
    parts = [part_at(motion, SIZE, step_of(SIZE, number / 600)) for number in range(900)]
    lefts = [part.left() for part in parts if part]
    steps = [after - before for before, after in pairwise(lefts)]
    assert max(map(abs, steps)) < 0.2
    assert all(step >= 0 for step in steps) or all(step <= 0 for step in steps)
    assert abs(lefts[-1] - lefts[0]) > 20


def test_a_picture_grows_by_eight_parts_of_a_hundred_in_its_time() -> None:
    whole, grown = (part_at(Motion.ZOOM_IN, SIZE, step_of(SIZE, progress)) for progress in (0, 1))
    assert whole is not None
    assert grown is not None
    assert whole.width() / grown.width() == pytest.approx(1.08, abs=0.001)
    assert step_of(SIZE, LONGEST) == step_of(SIZE, 9)


def test_a_picture_without_movement_is_shown_whole() -> None:
    assert part_at(Motion.NONE, SIZE, 0) is None
