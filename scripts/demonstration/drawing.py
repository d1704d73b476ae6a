"""The few shapes and letters that posters and clips are made of."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

import numpy as np
from PIL import Image, ImageDraw, ImageFont

FONTS = Path("/usr/share/fonts/truetype/noto")
BOLD, REGULAR, ITALIC = "NotoSans-Bold.ttf", "NotoSans-Regular.ttf", "NotoSans-Italic.ttf"
Colour = tuple[int, int, int]
WHITE: Colour = (255, 255, 255)
SAND: Colour = (255, 226, 166)


@lru_cache(maxsize=64)
def font(size_px: int, name: str = BOLD) -> ImageFont.FreeTypeFont:
    """A font of the product's Debian packages."""
    return ImageFont.truetype(str(FONTS / name), size_px)


def gradient(size: tuple[int, int], *stops: Colour, slope: float = 0.35) -> Image.Image:
    """A soft gradient through `stops`, from above to below, leaning by `slope`."""
    width, height = size
    across, down = np.meshgrid(np.linspace(0, 1, width), np.linspace(0, 1, height))
    position = (down + slope * across) / (1 + slope) * (len(stops) - 1)
    low = np.clip(position.astype(int), 0, len(stops) - 2)
    part = (position - low)[..., None]
    colours = np.array(stops, dtype=float)
    return Image.fromarray((colours[low] * (1 - part) + colours[low + 1] * part).astype(np.uint8))


def glow(picture: Image.Image, centre: tuple[float, float], radius: float, colour: Colour, strength: float) -> None:
    """Lightens `picture` around `centre` (in pixels), fading out at `radius`."""
    values = np.asarray(picture).astype(float)
    rows, columns = np.ogrid[: picture.height, : picture.width]
    distance = np.hypot(columns - centre[0], rows - centre[1]) / radius
    weight = (np.clip(1 - distance, 0, 1) ** 2 * strength)[..., None]
    picture.paste(Image.fromarray((values * (1 - weight) + np.array(colour) * weight).astype(np.uint8)))


def shade(picture: Image.Image, draw_on: Image.Image, colour: Colour, opacity: float) -> None:
    """Paints the white of the mask `draw_on` in `colour`."""
    mask = draw_on.point(lambda value: round(value * opacity))
    picture.paste(Image.new("RGB", picture.size, colour), mask=mask)


def kawung(picture: Image.Image, colour: Colour, opacity: float, step_px: int, area: tuple[int, int, int, int]) -> None:
    """A batik kawung pattern, four petals around each crossing, inside `area`."""
    mask = Image.new("L", picture.size, 0)
    draw = ImageDraw.Draw(mask)
    left, top, right, bottom = area
    reach, thick = step_px * 0.46, step_px * 0.2
    for x in range(left, right + step_px, step_px):
        for y in range(top, bottom + step_px, step_px):
            for sign in (-1, 1):
                draw.ellipse(_petal(x, y, sign * step_px / 2, 0, thick, reach), outline=255, width=2)
                draw.ellipse(_petal(x, y, 0, sign * step_px / 2, reach, thick), outline=255, width=2)
            draw.ellipse((x - 3, y - 3, x + 3, y + 3), fill=255)
    keep = Image.new("L", picture.size, 0)
    keep.paste(mask.crop(area), area[:2])
    shade(picture, keep, colour, opacity)


def _petal(x: float, y: float, dx: float, dy: float, wide: float, high: float) -> tuple[float, float, float, float]:
    return (x + dx - wide, y + dy - high, x + dx + wide, y + dy + high)


def fitted(text: str, width_px: int, largest_px: int, name: str = BOLD) -> ImageFont.FreeTypeFont:
    """The largest font, up to `largest_px`, in which the longest line of `text` fits `width_px`."""
    size = largest_px
    while size > 10 and max(font(size, name).getlength(line) for line in text.split("\n")) > width_px:
        size -= 1
    return font(size, name)


def write(
    picture: Image.Image,
    place: tuple[int, int],
    text: str,
    face: ImageFont.FreeTypeFont,
    colour: Colour,
    anchor: str = "la",
    spacing: float = 0.18,
) -> int:
    """Writes lines of text; the y below them."""
    draw = ImageDraw.Draw(picture)
    x, y = place
    step = round(face.size * (1 + spacing))
    for line in text.split("\n"):
        draw.text((x, y), line, font=face, fill=colour, anchor=anchor)
        y += step
    return y
