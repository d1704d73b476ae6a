"""A rectangle on a picture: within it whatever people do, and in a wall's shape where one is asked for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from displayctl.api.media_choices import WHOLE, Crop
from displayctl.desktop.library.cropping import in_shape, largest, moved, pulled, share_ratio

RATIOS = st.floats(0.2, 5)


@st.composite
def crops(draw: st.DrawFn) -> Crop:
    width, height = draw(st.integers(200, WHOLE)), draw(st.integers(200, WHOLE))
    x, y = draw(st.integers(0, WHOLE - width)), draw(st.integers(0, WHOLE - height))
    return Crop(x=x, y=y, width=width, height=height)


@given(crops(), st.integers(-20_000, 20_000), st.integers(-20_000, 20_000))
def test_a_moved_rectangle_keeps_its_size_and_stays_on_the_picture(crop: Crop, across: int, down: int) -> None:
    after = moved(crop, across, down)
    assert (after.width, after.height) == (crop.width, crop.height)


@given(crops(), st.tuples(st.integers(0, 1), st.integers(0, 1)), st.integers(-999, 11_000), st.integers(-999, 11_000))
def test_a_pulled_corner_leaves_the_opposite_one_where_it_is(
    crop: Crop, corner: tuple[int, int], x: int, y: int
) -> None:
    after = pulled(crop, corner, x, y, None)
    if crop.width >= 400 and crop.height >= 400 and min(crop.x, crop.y) >= 200:
        kept_x = (crop.x, after.x) if corner[0] else (crop.x + crop.width, after.x + after.width)
        kept_y = (crop.y, after.y) if corner[1] else (crop.y + crop.height, after.y + after.height)
        assert kept_x[0] == kept_x[1] or after.width == 200
        assert kept_y[0] == kept_y[1] or after.height == 200


@given(RATIOS)
def test_the_largest_rectangle_has_the_shape_and_touches_two_sides(ratio: float) -> None:
    crop = largest(ratio)
    assert crop.width / crop.height == pytest.approx(ratio, rel=0.01)
    assert max(crop.width, crop.height) >= WHOLE - 5


@given(crops(), RATIOS)
def test_a_rectangle_brought_into_shape_has_it(crop: Crop, ratio: float) -> None:
    assert in_shape(crop, ratio).width / in_shape(crop, ratio).height == pytest.approx(ratio, rel=0.06)


def test_a_wide_wall_on_a_square_picture_takes_half_its_height() -> None:
    assert largest(share_ratio((1000, 1000), (128, 64))) == Crop(x=0, y=2500, width=WHOLE, height=5000)
