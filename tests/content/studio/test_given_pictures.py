"""Pictures chosen for an announcement are made small at once, and what is no picture is refused by name."""

from __future__ import annotations

import io
from pathlib import Path

import pytest
from PIL import Image

from content.errors import UnusableMedia
from content.studio.given_pictures import LARGEST_FILE_BYTES, shrunk_picture


def test_a_large_photograph_becomes_a_small_jpeg_that_stands_upright(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # lies on its side
    Image.new("RGB", (3000, 2000), "red").save(tmp_path / "foto.jpg", exif=exif)
    shrunk = Image.open(io.BytesIO(shrunk_picture(tmp_path / "foto.jpg", 600)))
    assert (shrunk.format, shrunk.size) == ("JPEG", (400, 600))
    assert not shrunk.getexif()


def test_a_transparent_logo_keeps_its_transparency_and_its_size_where_it_is_small(tmp_path: Path) -> None:
    Image.new("RGBA", (80, 40), (0, 0, 0, 0)).save(tmp_path / "logo.webp", lossless=True)
    shrunk = Image.open(io.BytesIO(shrunk_picture(tmp_path / "logo.webp", 512)))
    assert (shrunk.format, shrunk.mode, shrunk.size) == ("PNG", "RGBA", (80, 40))


def test_a_text_and_a_file_that_is_far_too_large_are_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "surat.png").write_text("bukan gambar")
    with pytest.raises(UnusableMedia, match=r"surat\.png is no picture"):
        shrunk_picture(tmp_path / "surat.png", 512)
    with (tmp_path / "raksasa.png").open("wb") as file:
        file.truncate(LARGEST_FILE_BYTES + 1)
    with pytest.raises(UnusableMedia, match=r"raksasa\.png is larger than 64 MiB"):
        shrunk_picture(tmp_path / "raksasa.png", 512)
