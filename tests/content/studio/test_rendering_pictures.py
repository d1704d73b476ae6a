"""Pictures and pages on a wall's canvas, to the pixel."""

from __future__ import annotations

import hashlib
import io
from pathlib import Path

import numpy as np
import pytest
from PIL import Image, ImageCms

from content.errors import UnusableMedia
from content.studio.format import Fit, Format, RenderOptions
from content.studio.normalise import normalise
from schedules.playlist import AssetKind
from tests.content.studio import samples
from tests.content.studio.samples import BLUE, GREEN, RED, WHITE, close, colour_at

GOLDEN = Path(__file__).parents[2] / "golden"
WALL = Format(640, 384, 30)


def rendered(source: Path, wall: Format = WALL, options: RenderOptions | None = None) -> Image.Image:
    """The rendition, with what is promised of every picture checked."""
    target = source.with_name(f"{source.stem}-{wall.width_px}.out")
    product = normalise(source, target, wall, options or RenderOptions(), lambda share: None)
    data = target.read_bytes()
    assert product.frames == 0
    assert (product.asset.kind, product.asset.duration) == (AssetKind.PICTURE, None)
    assert product.asset.sha256 == hashlib.sha256(data).hexdigest()
    assert product.asset.size_bytes == len(data)
    image = Image.open(io.BytesIO(data))
    image.load()
    assert (image.format, image.mode, image.size) == ("PNG", "RGB", (wall.width_px, wall.height_px))
    assert set(source.parent.glob("*.part")) == set()
    return image


@pytest.mark.parametrize("suffix", ["jpg", "png", "webp", "avif", "gif"])
def test_every_format_keeps_its_colours_and_its_corners(tmp_path: Path, suffix: str) -> None:
    image = rendered(samples.picture(tmp_path / f"a.{suffix}", (320, 192)))
    for across, down, colour in ((0.1, 0.1, RED), (0.9, 0.1, GREEN), (0.1, 0.9, BLUE), (0.9, 0.9, WHITE)):
        assert close(colour_at(image, across, down), colour)


def test_heic_keeps_its_colours(tmp_path: Path) -> None:
    file = tmp_path / "phone.heic"
    file.write_bytes((GOLDEN / "red-left-blue-right.heic").read_bytes())
    image = rendered(file)
    assert close(colour_at(image, 0.3, 0.5), (200, 30, 30))
    assert close(colour_at(image, 0.7, 0.5), (30, 30, 200))


def test_contained_pictures_have_bars_of_the_background(tmp_path: Path) -> None:
    image = rendered(samples.picture(tmp_path / "a.png", (384, 384)), options=RenderOptions(background="#123456"))
    assert image.getpixel((0, 0)) == image.getpixel((639, 383)) == image.getpixel((127, 200)) == (0x12, 0x34, 0x56)
    assert close(colour_at(image, 0.25, 0.1), RED)
    assert close(colour_at(image, 0.75, 0.9), WHITE)


def test_covering_pictures_lose_their_edges_evenly(tmp_path: Path) -> None:
    image = rendered(samples.picture(tmp_path / "a.png", (384, 384)), options=RenderOptions(fit=Fit.COVER))
    assert close(colour_at(image, 0.01, 0.01), RED)
    assert close(colour_at(image, 0.99, 0.99), WHITE)
    assert close(colour_at(image, 0.45, 0.45), RED)


def test_stretched_pictures_fill_the_canvas(tmp_path: Path) -> None:
    image = rendered(samples.picture(tmp_path / "a.png", (50, 400)), options=RenderOptions(fit=Fit.STRETCH))
    assert close(colour_at(image, 0.01, 0.01), RED)
    assert close(colour_at(image, 0.99, 0.99), WHITE)


def test_a_logo_keeps_its_shape_and_its_transparency(tmp_path: Path) -> None:
    source = tmp_path / "logo.png"
    drawn = Image.new("RGBA", (200, 100), (0, 0, 0, 0))
    drawn.paste((250, 10, 10, 128), (50, 25, 150, 75))
    drawn.save(source)
    normalise(source, tmp_path / "logo.out", Format(64, 64, 0), RenderOptions(), lambda share: None)
    with Image.open(tmp_path / "logo.out") as image:
        assert (image.mode, image.size) == ("RGBA", (64, 32))
        assert image.getpixel((1, 1)) == (0, 0, 0, 0)
        assert close(image.getpixel((32, 16)), (250, 10, 10, 128))  # type: ignore[arg-type]


def test_a_film_is_no_logo(tmp_path: Path) -> None:
    film = samples.movie(tmp_path / "a.mp4")
    with pytest.raises(UnusableMedia, match=r"a\.mp4 is no picture; choose a PNG for a logo"):
        normalise(film, tmp_path / "logo.out", Format(64, 64, 0), RenderOptions(), lambda share: None)


@pytest.mark.parametrize("size", [(505, 337), (3200, 96), (96, 320)])
def test_odd_and_extreme_canvases_are_met_exactly(tmp_path: Path, size: tuple[int, int]) -> None:
    rendered(samples.picture(tmp_path / "a.jpg"), Format(*size, 25))


def test_exif_orientation_is_applied(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x0112] = 6  # to be turned clockwise: what lies lower left comes to the upper left
    image = rendered(samples.picture(tmp_path / "a.jpg", (384, 640), exif=exif))
    for across, down, colour in ((0.1, 0.1, BLUE), (0.9, 0.1, RED), (0.1, 0.9, WHITE), (0.9, 0.9, GREEN)):
        assert close(colour_at(image, across, down), colour)


def test_transparency_shows_the_background(tmp_path: Path) -> None:
    logo = Image.new("RGBA", (640, 384), (0, 0, 0, 0))
    logo.paste((*GREEN, 255), (0, 0, 320, 384))
    logo.paste((255, 255, 255, 128), (480, 0, 640, 384))
    logo.save(tmp_path / "logo.png")
    image = rendered(tmp_path / "logo.png", options=RenderOptions(background="#000080"))
    assert close(colour_at(image, 0.2, 0.5), GREEN)
    assert close(colour_at(image, 0.6, 0.5), (0, 0, 128))
    assert close(colour_at(image, 0.9, 0.5), (128, 128, 192))


def test_palettes_with_transparency_show_the_background(tmp_path: Path) -> None:
    flat = Image.new("P", (64, 38), 0)
    flat.putpalette([0, 0, 0, *RED])
    flat.paste(1, (0, 0, 32, 38))
    flat.save(tmp_path / "a.png", transparency=0)
    image = rendered(tmp_path / "a.png", options=RenderOptions(background="#00ff00"))
    assert close(colour_at(image, 0.2, 0.5), RED)
    assert close(colour_at(image, 0.8, 0.5), (0, 255, 0))


def test_sixteen_bits_are_scaled_not_clipped(tmp_path: Path) -> None:
    ramp = np.linspace(0, 65535, 640, dtype=np.uint16)[None].repeat(384, 0)
    Image.fromarray(ramp).save(tmp_path / "a.png")
    image = rendered(tmp_path / "a.png")
    assert close(colour_at(image, 0.5, 0.5), (128, 128, 128), by=3)
    assert close(colour_at(image, 0.25, 0.5), (64, 64, 64), by=3)


def test_print_colours_become_screen_colours(tmp_path: Path) -> None:
    Image.new("CMYK", (64, 38), (0, 255, 255, 0)).save(tmp_path / "a.jpg", quality=95)
    red, green, blue = colour_at(rendered(tmp_path / "a.jpg"), 0.5, 0.5)
    assert red > 180
    assert max(green, blue) < 90


def test_an_embedded_profile_is_honoured(tmp_path: Path) -> None:
    lab_like = ImageCms.ImageCmsProfile(ImageCms.createProfile("XYZ")).tobytes()
    swapped = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB", 5000)).tobytes()
    for number, profile in enumerate((swapped, lab_like, b"no profile at all")):
        file = samples.picture(tmp_path / f"{number}.png", icc_profile=profile)
        assert close(colour_at(rendered(file), 0.9, 0.2), GREEN, by=60)


@pytest.mark.parametrize(("page", "bars"), [(1, 0.1), (3, 0.3)])
def test_the_chosen_page_is_drawn(tmp_path: Path, page: int, bars: float) -> None:
    file = samples.document(tmp_path / "a.pdf", pages=3, points=(640, 384))
    image = rendered(file, options=RenderOptions(page=page))
    assert close(colour_at(image, bars - 0.03, 0.5), RED)
    assert close(colour_at(image, bars + 0.03, 0.5), (255, 255, 255))


def test_a_page_that_is_not_there_is_named(tmp_path: Path) -> None:
    with pytest.raises(UnusableMedia, match=r"a\.pdf has no page 9; choose one from 1 to 3"):
        rendered(samples.document(tmp_path / "a.pdf"), options=RenderOptions(page=9))


def test_the_same_picture_gives_the_same_bytes(tmp_path: Path) -> None:
    file = samples.picture(tmp_path / "a.jpg")
    digests = {
        normalise(file, tmp_path / f"{k}.out", WALL, RenderOptions(), lambda share: None).asset.sha256 for k in (1, 2)
    }
    assert len(digests) == 1
