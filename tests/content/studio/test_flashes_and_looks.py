"""How often pictures flash, what they look like, how small a page's letters are, and the frame at an instant."""

from __future__ import annotations

import io
from collections.abc import Iterator
from pathlib import Path

import av
import numpy as np
import pytest
from PIL import Image, ImageDraw

from content.errors import UnusableMedia
from content.studio import documents
from content.studio.flashes import CELLS_PX, FlashWatch, flashes_of
from content.studio.looks import PLAIN, look_of
from content.studio.recognise import recognise
from content.studio.single_frames import frame_at
from tests.fakes.marked_media import read_mark, write_clip

DARK, LIGHT = 20, 230


def seen(levels: Iterator[float], *, rate: int = 25, share: float = 1.0) -> int:
    """The most flashes of a picture of which a share of the columns has these levels, frame by frame."""
    watch, wide = FlashWatch(), round(CELLS_PX[0] * share)
    for number, level in enumerate(levels):
        grey = np.full(CELLS_PX[::-1], 90, dtype=np.uint8)
        grey[:, :wide] = level
        watch.see(grey, number / rate)
    return watch.flashes.most


def square(hertz: float, seconds: float = 3, rate: int = 25) -> Iterator[float]:
    return (LIGHT if int(number * hertz * 2 / rate) % 2 else DARK for number in range(round(seconds * rate)))


@pytest.mark.parametrize(("hertz", "most"), [(0.5, 0), (2, 2), (3, 3), (5, 5), (10, 10)])
def test_flashes_within_a_second_are_counted(hertz: float, most: int) -> None:
    assert abs(seen(square(hertz)) - most) <= (hertz > 3)


def test_a_corner_that_flashes_is_no_general_flash() -> None:
    assert seen(square(5), share=0.2) == 0
    assert seen(square(5), share=0.3) >= 4


def test_fades_small_changes_and_bright_ones_are_no_flashes() -> None:
    assert seen(iter(np.linspace(DARK, LIGHT, 50))) == 0
    assert seen(100 + 8 * (number % 2) for number in range(60)) == 0
    assert seen(235 + 20 * (number % 2) for number in range(60)) == 0


def test_a_film_that_flashes_is_told_with_the_time_and_a_picture_never(tmp_path: Path) -> None:
    film = tmp_path / "disko.mp4"
    with av.open(str(film), "w") as container:
        stream = container.add_stream("libx264", rate=25, options={"preset": "ultrafast"})
        stream.width, stream.height, stream.pix_fmt = 64, 36, "yuv420p"
        for level in square(6, 1.5):
            frame = av.VideoFrame.from_ndarray(np.full((36, 64, 3), level, dtype=np.uint8), format="rgb24")
            container.mux(stream.encode(frame))
        container.mux(stream.encode())
    found = flashes_of(recognise(film), lambda share: None)
    assert found.most > 3
    assert 0.5 < found.at_seconds <= 1.5
    Image.new("RGB", (64, 36)).save(tmp_path / "diam.png")
    assert flashes_of(recognise(tmp_path / "diam.png"), lambda share: None).most == 0


def jpeg(image: Image.Image, quality: int = 85) -> bytes:
    buffer = io.BytesIO()
    image.save(buffer, "JPEG", quality=quality)
    return buffer.getvalue()


def scene(turn: int = 0) -> Image.Image:
    image = Image.radial_gradient("L").resize((320, 180)).convert("RGB")
    ImageDraw.Draw(image).ellipse((30, 20, 140, 120), fill="white")
    return image.rotate(turn)


def apart(one: str, other: str) -> int:
    return (int(one, 16) ^ int(other, 16)).bit_count()


def test_a_picture_saved_anew_or_smaller_looks_the_same_and_another_one_does_not() -> None:
    look = look_of(jpeg(scene()))
    assert apart(look, look_of(jpeg(scene(), quality=30))) <= 3
    assert apart(look, look_of(jpeg(scene().resize((160, 90))))) <= 3
    assert apart(look, look_of(jpeg(scene(180)))) > 10


def test_a_plain_colour_has_no_look() -> None:
    assert look_of(jpeg(Image.new("RGB", (320, 180), "teal"))) == PLAIN


def test_the_frame_at_an_instant_is_the_one_that_is_shown_then(tmp_path: Path) -> None:
    clip = recognise(write_clip(tmp_path / "klip.mp4", 7, frames=40, rate=25))
    for at_seconds, frame in ((0, 0), (0.12, 3), (0.999, 24), (1.0, 25), (99, 39)):
        mark = read_mark(Image.open(io.BytesIO(frame_at(clip, at_seconds))))
        assert mark is not None
        assert mark.frame == frame


def test_a_picture_has_no_frames(tmp_path: Path) -> None:
    Image.new("RGB", (8, 8)).save(tmp_path / "diam.png")
    with pytest.raises(UnusableMedia, match="no video"):
        frame_at(recognise(tmp_path / "diam.png"), 0)


def test_small_print_is_measured_against_the_page(tmp_path: Path) -> None:
    path = tmp_path / "surat.pdf"
    path.write_bytes(written_page(12))
    with documents.opened(recognise(path)) as document:
        small = documents.letters_share(documents.page_at(document, 1, "surat"))
    path.write_bytes(written_page(48))
    with documents.opened(recognise(path)) as document:
        large = documents.letters_share(documents.page_at(document, 1, "surat"))
    assert small == pytest.approx(12 / 842, rel=0.35)
    assert large == pytest.approx(4 * small, rel=0.05)


def test_a_drawing_has_no_letters(tmp_path: Path) -> None:
    path = tmp_path / "gambar.pdf"
    Image.new("RGB", (100, 100), "red").save(path, "PDF")
    with documents.opened(recognise(path)) as document:
        assert documents.letters_share(documents.page_at(document, 1, "gambar")) == 0


def written_page(points: int) -> bytes:
    """A page of A4 with a line of Helvetica."""
    stream = f"BT /F1 {points} Tf 40 700 Td (Pengumuman untuk warga Bone) Tj ET".encode()
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, body)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    size = len(objects) + 1
    trailer = b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (size, len(out))
    return out + b"xref\n0 %d\n0000000000 65535 f \n" % size + table + trailer
