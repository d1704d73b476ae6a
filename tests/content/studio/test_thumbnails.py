"""Small pictures for lists."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from content.studio.recognise import recognise
from content.studio.thumbnails import POSTER_PX, THUMBNAIL_PX, examine, poster, thumbnail
from tests.content.studio import samples
from tests.content.studio.samples import BLUE, GREEN, RED, WHITE, Clip, close, colour_at


def opened(data: bytes, most_px: tuple[int, int] = THUMBNAIL_PX) -> Image.Image:
    image = Image.open(io.BytesIO(data))
    assert image.format == "JPEG"
    assert image.width <= most_px[0]
    assert image.height <= most_px[1]
    return image


@pytest.mark.parametrize("suffix", ["jpg", "png", "webp", "avif", "gif"])
def test_a_large_picture_becomes_small_and_keeps_its_shape(tmp_path: Path, suffix: str) -> None:
    facts, data = examine(recognise(samples.picture(tmp_path / f"a.{suffix}", (1600, 900))))
    image = opened(data)
    assert (facts.width_px, facts.height_px) == (1600, 900)
    assert image.size == (320, 180)
    for across, down, colour in ((0.2, 0.2, RED), (0.8, 0.2, GREEN), (0.2, 0.8, BLUE), (0.8, 0.8, WHITE)):
        assert close(colour_at(image, across, down), colour)


def test_a_phones_photo_stands_upright(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6
    facts, data = examine(recognise(samples.picture(tmp_path / "a.jpg", (1600, 900), exif=exif)))
    assert (facts.width_px, facts.height_px) == (900, 1600)
    image = opened(data)
    assert image.height == 180
    assert close(colour_at(image, 0.2, 0.1), BLUE)


def test_a_small_picture_is_not_blown_up(tmp_path: Path) -> None:
    assert opened(thumbnail(recognise(samples.picture(tmp_path / "a.png", (40, 30))))).size == (40, 30)


def test_a_ribbon_keeps_at_least_a_row(tmp_path: Path) -> None:
    assert opened(thumbnail(recognise(samples.picture(tmp_path / "a.png", (6400, 10))))).width == 320


def test_the_poster_of_a_movie_is_not_the_black_beginning(tmp_path: Path) -> None:
    file = samples.movie(tmp_path / "a.mp4", Clip(size=(320, 180), frames=60, black_until=25))
    assert close(colour_at(opened(thumbnail(recognise(file))), 0.2, 0.2), RED, by=40)


def test_a_movie_that_stays_black_has_a_poster_all_the_same(tmp_path: Path) -> None:
    file = samples.movie(tmp_path / "a.mp4", Clip(frames=20, black_until=20))
    assert close(colour_at(opened(thumbnail(recognise(file))), 0.5, 0.5), (0, 0, 0))


def test_the_poster_of_a_phone_video_stands_upright(tmp_path: Path) -> None:
    file = samples.turned(samples.movie(tmp_path / "a.mp4", Clip(size=(160, 96))), 96)
    image = opened(thumbnail(recognise(file)))
    assert image.width < image.height
    assert close(colour_at(image, 0.2, 0.1), BLUE, by=40)
    assert close(colour_at(image, 0.8, 0.1), RED, by=40)


@pytest.mark.parametrize("suffix", ["jpg", "png"])
@pytest.mark.parametrize(
    ("size", "poster_px"), [((3000, 3000), (720, 720)), ((2560, 1000), (1280, 500)), ((64, 48), (64, 48))]
)
def test_a_poster_is_a_picture_in_good_size(
    tmp_path: Path, suffix: str, size: tuple[int, int], poster_px: tuple[int, int]
) -> None:
    image = opened(poster(recognise(samples.picture(tmp_path / f"a.{suffix}", size))), POSTER_PX)
    assert image.size == poster_px
    for across, down, colour in ((0.2, 0.2, RED), (0.8, 0.2, GREEN), (0.2, 0.8, BLUE), (0.8, 0.8, WHITE)):
        assert close(colour_at(image, across, down), colour)


def test_the_poster_of_a_movie_is_a_frame_that_tells_something(tmp_path: Path) -> None:
    file = samples.movie(tmp_path / "a.mp4", Clip(size=(1600, 900), frames=20, black_until=8))
    image = opened(poster(recognise(file)), POSTER_PX)
    assert image.size == (1280, 720)
    assert close(colour_at(image, 0.2, 0.2), RED, by=40)
    upright = samples.turned(samples.movie(tmp_path / "b.mp4", Clip(size=(160, 96))), 96)
    assert opened(poster(recognise(upright)), POSTER_PX).size == (96, 160)


def test_the_poster_of_a_page_can_be_read(tmp_path: Path) -> None:
    file = samples.document(tmp_path / "a.pdf", points=(320, 180))
    assert opened(poster(recognise(file), page=3), POSTER_PX).size == (1280, 720)


def test_a_page_is_drawn(tmp_path: Path) -> None:
    file = samples.document(tmp_path / "a.pdf", points=(320, 180))
    image = opened(thumbnail(recognise(file), page=3))
    assert close(colour_at(image, 0.25, 0.5), RED)
    assert close(colour_at(image, 0.35, 0.5), (255, 255, 255))
