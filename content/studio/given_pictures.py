"""The logo, portrait or background that an announcement carries: made small when chosen, and read for Qt to draw."""

from __future__ import annotations

import io
import warnings
from pathlib import Path

from PIL import Image
from PySide6.QtGui import QImage

from content.errors import UnusableMedia
from content.studio.format import Fit
from content.studio.pictures import DAMAGE, MOST_PIXELS, upright_srgb
from content.studio.placement import place

LARGEST_FILE_BYTES = 64 << 20
_DECODERS = ("PNG", "JPEG", "WEBP")
_ABOVE_THE_HEAD = 0.2  # of the height that is cut


def shrunk_picture(file: Path, side_px: int) -> bytes:
    """The picture in `file` with at most `side_px` on its longer side, upright: PNG where it is transparent, else JPEG.

    Raises UnusableMedia for what is no PNG, JPEG or WebP or is larger than 64 MiB, OSError where it cannot be read.
    """
    with file.open("rb") as source:
        data = source.read(LARGEST_FILE_BYTES + 1)
    if len(data) > LARGEST_FILE_BYTES:
        raise UnusableMedia(f"{file.name} is larger than {LARGEST_FILE_BYTES >> 20} MiB; choose a smaller picture")
    return shrunk(data, side_px, file.name)


def shrunk(data: bytes, side_px: int, name: str) -> bytes:
    """What `shrunk_picture` makes, of the bytes of a picture file that messages call `name`."""
    image = _decoded(data, name)
    image.thumbnail((side_px, side_px), Image.Resampling.LANCZOS)
    made = io.BytesIO()
    if image.mode == "RGBA":
        image.save(made, "PNG", optimize=True, icc_profile=None)
    else:
        image.save(made, "JPEG", quality=90)
    return made.getvalue()


def logo_picture(data: bytes) -> QImage:
    """The logo with its transparency, at most 1024 pixels a side."""
    image = _decoded(data, "the logo")
    image.thumbnail((1024, 1024), Image.Resampling.LANCZOS)
    return _for_qt(image.convert("RGBA"))


def portrait_picture(data: bytes, width_px: int, height_px: int) -> QImage:
    """A person, filling exactly this size: what is too much goes at the sides, and at the foot rather than the head."""
    image = _decoded(data, "the portrait").convert("RGB")
    placement = place(image.size, (width_px, height_px), Fit.COVER)
    scaled = image.resize((placement.width_px, placement.height_px), Image.Resampling.LANCZOS, reducing_gap=3.0)
    left, top = -placement.x_px, round(-placement.y_px * 2 * _ABOVE_THE_HEAD)
    return _for_qt(scaled.crop((left, top, left + width_px, top + height_px)).convert("RGBA"))


def background_picture(data: bytes, width_px: int, height_px: int) -> QImage:
    """The background, filling exactly this size with its edges cut."""
    image = _decoded(data, "the background").convert("RGB")
    placement = place(image.size, (width_px, height_px), Fit.COVER)
    scaled = image.resize((placement.width_px, placement.height_px), Image.Resampling.LANCZOS, reducing_gap=3.0)
    left, top = -placement.x_px, -placement.y_px
    return _for_qt(scaled.crop((left, top, left + width_px, top + height_px)).convert("RGBA"))


def _decoded(data: bytes, what: str) -> Image.Image:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            image = Image.open(io.BytesIO(data), formats=_DECODERS)
        if image.width * image.height > MOST_PIXELS:
            raise UnusableMedia(f"{what} measures {image.width} x {image.height} pixels; make it smaller")
        image.load()
        return upright_srgb(image)
    except (OSError, Image.DecompressionBombError, *DAMAGE) as error:
        raise UnusableMedia(f"{what} is no picture that can be used; choose a PNG, JPG or WebP") from error


def _for_qt(image: Image.Image) -> QImage:
    """A copy that owns its pixels."""
    wrapped = QImage(image.tobytes(), image.width, image.height, image.width * 4, QImage.Format.Format_RGBA8888)
    return wrapped.copy()
