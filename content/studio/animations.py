"""Reads moving pictures without sound (GIF, APNG, animated WebP and AVIF) as timed frames."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from fractions import Fraction

from PIL import Image

from content.errors import UnusableMedia
from content.studio.pictures import to_srgb

# Browsers show frames of 10 ms or less for 100 ms, and so people expect it.
_SHORTEST_MS, _USUAL_MS = 11, 100
_LONGEST = timedelta(hours=1)


@dataclass(frozen=True, slots=True)
class Timing:
    """How long an animation takes once, and how even it is."""

    duration: timedelta
    frame_rate: float
    variable: bool


def timing_of(image: Image.Image) -> Timing:
    """Walks the frames of an opened animation; every one of them decodes, or the error says which does not."""
    times = [frame_ms(frame) for frame in _frames(image)]
    duration = timedelta(milliseconds=sum(times))
    if duration > _LONGEST:
        raise UnusableMedia("the animation takes longer than an hour; save it as MP4")
    return Timing(duration, round(1000 * len(times) / sum(times), 3), len(set(times[:-1])) > 1)


def frames_of(image: Image.Image) -> Iterator[tuple[Fraction, Image.Image]]:
    """Each frame as RGB or RGBA in sRGB, with the second at which it begins."""
    elapsed = Fraction(0)
    for frame in _frames(image):
        length = Fraction(frame_ms(frame), 1000)
        yield elapsed, to_srgb(frame)
        elapsed += length


def frame_ms(frame: Image.Image) -> int:
    """How long the current frame is shown, in milliseconds, by the custom of browsers."""
    given = frame.info.get("duration", 0)
    length = round(given) if isinstance(given, int | float) and 0 <= given < 3_600_000 else 0
    return length if length >= _SHORTEST_MS else _USUAL_MS


def _frames(image: Image.Image) -> Iterator[Image.Image]:
    number = 0
    while True:
        try:
            image.seek(number)
        except EOFError:
            return
        image.load()
        yield image
        number += 1
