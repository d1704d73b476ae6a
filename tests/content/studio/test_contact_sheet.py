"""What an approver sees of a film: all of it, from the first frame to the last."""

from __future__ import annotations

import io
from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image

from content.errors import UnusableMedia
from content.studio.contact_sheet import SHEET_PX, contact_sheet
from content.studio.recognise import recognise
from content.studio.workshop import Workshop
from tests.content.studio import samples
from tests.content.studio.samples import Clip

GREEN, RED = (0, 160, 0), (220, 0, 0)


def film(path: Path, frames: int, red_from: int, *, gop: int = 30, size: tuple[int, int] = (320, 180)) -> Path:
    """Green first and red from one frame on; 30 frames a second."""
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=30)
        stream.width, stream.height, stream.pix_fmt = *size, "yuv420p"
        stream.codec_context.gop_size = gop
        stream.options = {"preset": "ultrafast", "sc_threshold": "0"}
        for number in range(frames):
            picture = np.full((size[1], size[0], 3), RED if number >= red_from else GREEN, np.uint8)
            container.mux(stream.encode(av.VideoFrame.from_ndarray(picture, format="rgb24")))
        container.mux(stream.encode(None))
    return path


def reds_on(data: bytes, columns: int, rows: int) -> list[bool]:
    image = Image.open(io.BytesIO(data)).convert("RGB")
    assert image.format is None
    assert image.width <= SHEET_PX[0]
    assert image.height <= SHEET_PX[1]
    places = [((2 * c + 1) / 2 / columns, (2 * r + 1) / 2 / rows) for r in range(rows) for c in range(columns)]
    colours = [samples.colour_at(image, across, down) for across, down in places]
    return [red > 150 and green < 80 for red, green, _ in colours]


@pytest.mark.parametrize("gop", [10, 1000])
def test_what_a_film_turns_into_later_is_seen(tmp_path: Path, gop: int) -> None:
    sheet = contact_sheet(recognise(film(tmp_path / "a.mp4", 240, 150, gop=gop)))
    assert reds_on(sheet, 3, 4) == [False] * 7 + [True] * 5


def test_the_very_last_frame_is_seen(tmp_path: Path) -> None:
    assert reds_on(contact_sheet(recognise(film(tmp_path / "a.mp4", 90, 89))), 3, 4) == [False] * 11 + [True]


def test_a_long_pause_does_not_hide_what_comes_before_it(tmp_path: Path) -> None:
    times = (*range(0, 3000, 40), 3_600_000)
    sheet = contact_sheet(recognise(samples.movie(tmp_path / "a.mkv", Clip(frames=76, times_ms=times))))
    shades = np.asarray(Image.open(io.BytesIO(sheet)).convert("L"))
    assert shades.shape[0] > 96  # several frames, not only the first and the last


@pytest.mark.parametrize("size", [(64, 2000), (3000, 64), (320, 180)])
def test_a_sheet_is_bounded_whatever_the_shape(tmp_path: Path, size: tuple[int, int]) -> None:
    image = Image.open(io.BytesIO(contact_sheet(recognise(film(tmp_path / "a.mp4", 24, 12, size=size)))))
    assert image.format == "JPEG"
    assert image.width <= SHEET_PX[0]
    assert image.height <= SHEET_PX[1]


def test_a_film_of_one_frame_and_a_picture_are_shown_as_they_are(tmp_path: Path) -> None:
    one = Image.open(io.BytesIO(contact_sheet(recognise(film(tmp_path / "a.mp4", 1, 0)))))
    still = Image.open(io.BytesIO(contact_sheet(recognise(samples.picture(tmp_path / "a.png", (160, 90))))))
    assert (one.size, still.size) == ((320, 180), (160, 90))


def test_a_file_with_two_films_is_not_answered_for(tmp_path: Path) -> None:
    path = tmp_path / "dua.mkv"
    with av.open(str(path), "w") as container:
        streams = [container.add_stream("libx264", rate=30) for _ in range(2)]
        for stream in streams:
            stream.width, stream.height, stream.pix_fmt = 64, 64, "yuv420p"
        for stream in streams:
            container.mux(stream.encode(av.VideoFrame.from_ndarray(np.zeros((64, 64, 3), np.uint8), format="rgb24")))
            container.mux(stream.encode(None))
    with pytest.raises(UnusableMedia, match="several films at once"):
        contact_sheet(recognise(path))


def test_a_film_that_breaks_off_in_the_middle_is_not_answered_for(tmp_path: Path) -> None:
    path = film(tmp_path / "a.mp4", 240, 150, gop=30)
    data = bytearray(path.read_bytes())
    start = data.index(b"mdat")
    middle = start + (len(data) - start) // 4
    data[middle : middle * 2] = bytes(len(data[middle : middle * 2]))
    path.write_bytes(data)
    with pytest.raises(UnusableMedia):
        contact_sheet(recognise(path))


def test_a_child_draws_it(tmp_path: Path) -> None:
    with Workshop(tmp_path / "workshop", children=1) as workshop:
        assert reds_on(workshop.contact_sheet(film(tmp_path / "a.mp4", 60, 30)), 3, 4) == [False] * 6 + [True] * 6
