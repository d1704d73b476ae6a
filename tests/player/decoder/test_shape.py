"""What is seen of a coded picture, and how that lies on a canvas."""

from __future__ import annotations

import ctypes

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from player.decoder.shape import Shape, fit, shape_of

Words = ctypes.c_uint * 10


def told(
    coded: tuple[int, int], visible: tuple[int, int], aspect: tuple[int, int] = (1, 1), gap_words: int = 0
) -> Shape:
    """The shape of a picture as libVLC tells it, `gap_words` away from where its format has the height."""
    words = Words(*coded, 0, 0, *visible, 24, *aspect)
    if gap_words:
        words[1 + gap_words] = coded[1]
    width = ctypes.cast(ctypes.byref(words), ctypes.POINTER(ctypes.c_uint))
    height = ctypes.cast(ctypes.byref(words, 4 * (1 + gap_words)), ctypes.POINTER(ctypes.c_uint))
    return shape_of(width, height)


def test_the_visible_size_counts_not_the_coded_one() -> None:
    assert told((640, 384), (640, 320)) == Shape(640, 320, exact=True)
    assert fit(told((640, 384), (640, 320)), 640, 320) == (0, 0, 640, 320)


def test_pixels_that_are_not_square_are_made_square() -> None:
    assert told((720, 576), (720, 576), (64, 45)) == Shape(1024, 576, exact=True)


@pytest.mark.parametrize("aspect", [(0, 0), (1, 0), (9, 1), (1, 9)])
def test_an_aspect_that_cannot_be_is_ignored(aspect: tuple[int, int]) -> None:
    assert told((640, 320), (640, 320), aspect) == Shape(640, 320, exact=True)


@pytest.mark.parametrize("visible", [(0, 0), (641, 320), (300, 320), (640, 60)])
def test_a_visible_size_that_cannot_be_is_not_believed(visible: tuple[int, int]) -> None:
    assert told((640, 320), visible) == Shape(640, 320, exact=False)


def test_where_libvlc_points_elsewhere_only_the_coded_size_is_read() -> None:
    assert told((640, 384), (640, 320), gap_words=1) == Shape(640, 384, exact=False)


@settings(deadline=None)
@given(st.integers(1, 9000), st.integers(1, 9000), st.integers(16, 4096), st.integers(1, 2160), st.booleans())
def test_a_picture_never_leaves_its_canvas(
    width: int, height: int, most_width: int, most_height: int, exact: bool
) -> None:
    left, top, wide, high = fit(Shape(width, height, exact), most_width, most_height)
    assert left >= 0
    assert top >= 0
    assert 1 <= wide <= most_width - left
    assert 1 <= high <= most_height - top


@settings(deadline=None)
@given(st.integers(1, 9000), st.integers(1, 9000), st.integers(16, 4096), st.integers(1, 2160))
def test_rows_are_never_copied_with_what_lies_beside_the_picture(
    width: int, height: int, most_width: int, most_height: int
) -> None:
    _, _, wide, _ = fit(Shape(width, height, exact=True), most_width, most_height)
    assert wide == most_width or -(-wide // 64) * 64 != -(-most_width // 16) * 16


def test_a_picture_a_little_narrower_than_its_canvas_keeps_its_shape_or_fills_it() -> None:
    assert fit(Shape(600, 320, exact=True), 640, 320) == (32, 6, 576, 307)
    assert fit(Shape(630, 320, exact=True), 640, 320) == (0, 0, 640, 320)
    assert fit(Shape(500, 320, exact=True), 640, 320) == (72, 0, 496, 320)
    assert fit(Shape(40, 60, exact=True), 64, 64) == (0, 0, 64, 64)
