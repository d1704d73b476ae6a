"""What walls play: formats, how media are made to fit them, and the finished asset."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum
from pathlib import Path

from schedules.checks import check_int
from schedules.display import FRAME_RATES, Display
from schedules.errors import InvalidValue
from schedules.playlist import SHORTEST, Asset

_FORMAT = re.compile(r"\A(\d{2,5})x(\d{2,5})@(0|[1-9]\d{1,2})\Z")
STILL = 0
WHOLE = 10_000
"""A picture's whole width, or height, in the unit of a `Part`."""
_COLOUR = re.compile(r"\A#[0-9a-f]{6}\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Format:
    """A canvas size and a frame rate; `str()` is the name that `Display.format` uses, as ``640x384@30``.

    The rate 0 is that of a logo: a still picture with its transparency, which fits into the size and does not fill it.
    """

    width_px: int
    height_px: int
    frame_rate: int = 30

    def __post_init__(self) -> None:
        check_int("format.width_px", self.width_px, 16, 16384)
        check_int("format.height_px", self.height_px, 16, 16384)
        if self.frame_rate not in (STILL, *FRAME_RATES):
            raise InvalidValue("format.frame_rate", f"{self.frame_rate} is not one of {FRAME_RATES}")

    def __str__(self) -> str:
        return f"{self.width_px}x{self.height_px}@{self.frame_rate}"

    @property
    def is_logo(self) -> bool:
        """Whether this is the size of a logo."""
        return self.frame_rate == STILL

    @classmethod
    def parse(cls, name: str) -> Format:
        """The format called `name`; raises InvalidValue for anything not of the form ``640x384@30``."""
        match = _FORMAT.match(name)
        if match is None:
            raise InvalidValue("format", f"{name!r:.40} is not a format; write it as 640x384@30")
        width_px, height_px, frame_rate = (int(part) for part in match.groups())
        return cls(width_px, height_px, frame_rate)

    @classmethod
    def of(cls, display: Display) -> Format:
        """The format that `display` plays."""
        return cls(display.canvas.width_px, display.canvas.height_px, display.frame_rate)


class Fit(StrEnum):
    """How a picture of another shape is put on a canvas: whole with bars, filling with its edges cut, or distorted."""

    CONTAIN = "contain"
    COVER = "cover"
    STRETCH = "stretch"


class Sound(StrEnum):
    """Brought to -23 LUFS (EBU R 128), or left out altogether."""

    LEVELLED = "levelled"
    MUTED = "muted"


@dataclass(frozen=True, slots=True)
class Part:
    """A rectangle of the upright source picture, in ten-thousandths of its width and height."""

    x: int
    y: int
    width: int
    height: int

    def __post_init__(self) -> None:
        for name, value, least in (
            ("x", self.x, 0),
            ("y", self.y, 0),
            ("width", self.width, 1),
            ("height", self.height, 1),
        ):
            check_int(f"part.{name}", value, least, WHOLE)
        if self.x + self.width > WHOLE or self.y + self.height > WHOLE:
            raise InvalidValue("part", "reaches beyond the picture; move it inwards")

    def box_px(self, size_px: tuple[int, int]) -> tuple[int, int, int, int]:
        """Left, top, width and height in pixels of a picture of `size_px`: at least one pixel, all within it."""
        left, width = _pixels(self.x, self.width, size_px[0])
        top, height = _pixels(self.y, self.height, size_px[1])
        return left, top, width, height


def _pixels(begins: int, length: int, whole_px: int) -> tuple[int, int]:
    first = min(whole_px - 1, round(begins * whole_px / WHOLE))
    last = max(first + 1, min(whole_px, round((begins + length) * whole_px / WHOLE)))
    return first, last - first


@dataclass(frozen=True, slots=True)
class RenderOptions:
    """What a person may choose about a rendition.

    `background` (``#rrggbb``) shows beside a contained picture and through a transparent one; `page` (from 1)
    chooses a document's page. `part` is all that is used of the picture (None: the whole), and a video is played from
    `begins` after its first picture to `ends` (None: its end).
    """

    fit: Fit = Fit.CONTAIN
    background: str = "#000000"
    sound: Sound = Sound.LEVELLED
    page: int = 1
    part: Part | None = None
    begins: timedelta = timedelta(0)
    ends: timedelta | None = None

    def __post_init__(self) -> None:
        check_colour("options.background", self.background)
        check_int("options.page", self.page, 1, 100_000)
        if self.begins < timedelta(0) or (self.ends is not None and self.ends - self.begins < SHORTEST):
            raise InvalidValue(
                "options.ends", f"leaves less than {SHORTEST} of the clip; let it begin sooner or end later"
            )


@dataclass(frozen=True, slots=True)
class RenderedAsset:
    """A finished rendition: the file at `path`, named by its digest, and the `asset` that describes it.

    `frames` counts the frames of a video and is 0 for a picture. The file belongs to whoever asked for it.
    """

    path: Path
    format: Format
    asset: Asset
    frames: int = 0


def check_colour(field: str, value: str) -> None:
    """A colour written ``#rrggbb``."""
    if not isinstance(value, str) or not _COLOUR.match(value):
        raise InvalidValue(field, f"{value!r:.40} is not a colour; write it as #rrggbb")


def colour_of(text: str) -> tuple[int, int, int]:
    """Red, green and blue, 0 to 255, of a colour that `check_colour` let pass."""
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)
