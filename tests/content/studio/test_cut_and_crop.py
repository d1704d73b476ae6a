"""Parts of clips and pictures: exact to the frame and to the pixel, with the sound that belongs to them."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image

from content.errors import UnusableMedia
from content.studio.format import Fit, Format, Part, RenderOptions
from content.studio.normalise import Product, normalise
from schedules.errors import InvalidValue
from tests.content.studio.samples import BLUE, GREEN, RED, close, colour_at
from tests.fakes.marked_media import read_mark, write_clip

WALL = Format(160, 96, 25)
LEFT_HALF, RIGHT_HALF = Part(0, 0, 5000, 10_000), Part(5000, 0, 5000, 10_000)


def rendered(source: Path, options: RenderOptions, wall: Format = WALL) -> tuple[Product, Path]:
    target = source.with_name("jadi")
    return normalise(source, target, wall, options, lambda share: None), target


def picture_of(frame: av.VideoFrame) -> Image.Image:
    return Image.fromarray(frame.to_ndarray(format="rgb24"))


def marks(path: Path) -> list[int]:
    with av.open(str(path)) as container:
        found = [read_mark(picture_of(frame)) for frame in container.decode(video=0)]
    return [mark.frame for mark in found if mark is not None]


@pytest.mark.parametrize(
    ("begins_ms", "ends_ms", "frames"),
    [(0, None, range(50)), (400, None, range(10, 50)), (0, 1000, range(25)), (480, 1480, range(12, 37))],
)
def test_a_clip_is_cut_to_the_frame(tmp_path: Path, begins_ms: int, ends_ms: int | None, frames: range) -> None:
    clip = write_clip(tmp_path / "klip.mp4", 3, frames=50, rate=25, size=(320, 192))
    ends = None if ends_ms is None else timedelta(milliseconds=ends_ms)
    product, path = rendered(clip, RenderOptions(begins=timedelta(milliseconds=begins_ms), ends=ends))
    assert product.frames == len(frames)
    assert marks(path) == list(frames)


def test_a_cut_that_leaves_nothing_of_another_file_is_said(tmp_path: Path) -> None:
    clip = write_clip(tmp_path / "klip.mp4", 3, frames=25, rate=25)
    with pytest.raises(UnusableMedia, match="cut it anew"):
        rendered(clip, RenderOptions(begins=timedelta(seconds=5)))
    with pytest.raises(InvalidValue, match="leaves less than"):
        RenderOptions(begins=timedelta(seconds=5), ends=timedelta(seconds=5.2))


def test_a_part_of_a_picture_fills_the_wall(tmp_path: Path) -> None:
    picture = Image.new("RGB", (400, 120), RED)
    picture.paste(BLUE, (200, 0, 400, 120))
    picture.save(tmp_path / "dua.png")
    for part, colour in ((LEFT_HALF, RED), (RIGHT_HALF, BLUE)):
        _, path = rendered(tmp_path / "dua.png", RenderOptions(part=part))
        with Image.open(path) as made:
            assert made.size == (160, 96)
            assert close(colour_at(made, 0.5, 0.5), colour)
            assert close(colour_at(made, 0.05, 0.5), colour)


def test_a_part_of_a_film_is_cut_out_before_it_is_fitted(tmp_path: Path) -> None:
    film = tmp_path / "dua.mp4"
    with av.open(str(film), "w") as container:
        stream = container.add_stream("libx264", rate=25, options={"preset": "ultrafast", "crf": "10"})
        stream.width, stream.height, stream.pix_fmt = 320, 96, "yuv420p"
        picture = Image.new("RGB", (320, 96), GREEN)
        picture.paste(BLUE, (160, 0, 320, 96))
        for _ in range(20):
            container.mux(stream.encode(av.VideoFrame.from_ndarray(np.asarray(picture), format="rgb24")))
        container.mux(stream.encode())
    for part, colour in ((LEFT_HALF, GREEN), (RIGHT_HALF, BLUE)):
        _, path = rendered(film, RenderOptions(part=part))
        with av.open(str(path)) as container:
            made = picture_of(next(container.decode(video=0)))
        assert made.size == (160, 96)
        assert close(colour_at(made, 0.5, 0.5), colour)
        assert close(colour_at(made, 0.05, 0.5), colour)


def test_a_part_of_a_page_is_drawn_as_sharp_as_the_wall(tmp_path: Path) -> None:
    page = Image.new("RGB", (600, 400), RED)
    page.paste(BLUE, (300, 0, 600, 400))
    page.save(tmp_path / "surat.pdf", "PDF")
    _, path = rendered(tmp_path / "surat.pdf", RenderOptions(fit=Fit.COVER, part=RIGHT_HALF))
    with Image.open(path) as made:
        assert made.size == (160, 96)
        assert close(colour_at(made, 0.05, 0.5), BLUE)


@pytest.mark.parametrize("part", [(-1, 0, 10, 10), (0, 0, 0, 10), (9000, 0, 2000, 10), (0, 0, 10, 10_001)])
def test_a_part_beyond_the_picture_is_none(part: tuple[int, int, int, int]) -> None:
    with pytest.raises(InvalidValue):
        Part(*part)


def test_the_smallest_part_has_a_pixel() -> None:
    assert Part(9999, 9999, 1, 1).box_px((3, 3)) == (2, 2, 1, 1)
    assert Part(0, 0, 10_000, 10_000).box_px((7, 5)) == (0, 0, 7, 5)
