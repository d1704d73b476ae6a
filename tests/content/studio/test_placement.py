"""Where pictures of other shapes go on a canvas."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from content.studio.format import Fit
from content.studio.placement import Placement, place

sides = st.integers(1, 8192)
canvas_sides = st.integers(16, 8192)


@pytest.mark.parametrize(
    ("source", "canvas", "fit", "expected"),
    [
        ((1920, 1080), (640, 384), Fit.CONTAIN, Placement(640, 360, 0, 12)),
        ((1920, 1080), (640, 384), Fit.COVER, Placement(682, 384, -20, 0)),
        ((1920, 1080), (640, 384), Fit.STRETCH, Placement(640, 384, 0, 0)),
        ((1080, 1920), (640, 384), Fit.CONTAIN, Placement(216, 384, 212, 0)),
        ((100, 100), (505, 337), Fit.CONTAIN, Placement(337, 337, 84, 0)),
    ],
)
def test_known_placements(source: tuple[int, int], canvas: tuple[int, int], fit: Fit, expected: Placement) -> None:
    assert place(source, canvas, fit) == expected


@given(sides, sides, canvas_sides, canvas_sides)
def test_contained_pictures_lie_within_and_touch_two_edges(width: int, height: int, wide: int, high: int) -> None:
    placed = place((width, height), (wide, high), Fit.CONTAIN)
    assert placed.x_px >= 0
    assert placed.y_px >= 0
    assert placed.x_px + placed.width_px <= wide
    assert placed.y_px + placed.height_px <= high
    assert wide - placed.width_px <= 1 or high - placed.height_px <= 1


@given(sides, sides, canvas_sides, canvas_sides)
def test_covering_pictures_leave_no_gap(width: int, height: int, wide: int, high: int) -> None:
    placed = place((width, height), (wide, high), Fit.COVER)
    assert placed.x_px <= 0
    assert placed.y_px <= 0
    assert placed.x_px + placed.width_px >= wide
    assert placed.y_px + placed.height_px >= high


@given(sides, sides, canvas_sides.map(lambda side: side * 2), canvas_sides.map(lambda side: side * 2))
def test_on_even_canvases_everything_is_even(width: int, height: int, wide: int, high: int) -> None:
    for fit in Fit:
        placed = place((width, height), (wide, high), fit)
        assert not any(value % 2 for value in (placed.width_px, placed.height_px, placed.x_px, placed.y_px))
