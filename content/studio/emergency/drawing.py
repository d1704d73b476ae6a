"""Draws an emergency for a canvas: AWAS over all of it, SIAGA and WASPADA as a banner as low as the words allow.

Pages hold still: nothing flashes. Each picture has two pairs of colours, which keeps it to a few kilobytes, because it
travels inside the signed notice over whatever line a wall has.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

import numpy as np
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPainter

from content.errors import DoesNotFit
from content.studio.emergency.layout import LaidPage, lay_out_pages
from content.studio.emergency.look import Look, look_of
from content.studio.emergency.message import Message, Words
from content.studio.emergency.paging import POINT_FACE
from content.studio.fonts import require_application, require_fonts
from content.studio.format import colour_of
from content.studio.lettering import require_glyphs
from schedules.alert import MOST_PAGES
from schedules.checks import check_int

# As many shades of an edge as eyes tell apart on a wall; all four colours and their shades go into half a byte.
_SHADES = 6
_SHADE_OF = np.array([value * _SHADES >> 8 for value in range(256)], np.uint8)
_RUN_LENGTHS = 3  # zlib's strategy for pictures of few colours: half the size of the usual one, and quicker


@dataclass(frozen=True, slots=True)
class Pages:
    """The PNG bytes of each page in order: the usual ones, and the neutral ones where the message has any."""

    usual: tuple[bytes, ...]
    neutral: tuple[bytes, ...] = ()


def draw_pages(message: Message, width_px: int, height_px: int) -> Pages:
    """The pages of `message` for a canvas of this size; the same message and size give the same bytes, from memory.

    Takeovers are as large as the canvas, banners as wide and lower. Raises DoesNotFit where the words need more than 16
    pages or a word is wider than the canvas, FontsMissing, InvalidValue for an absurd size. For any thread.
    """
    check_int("width_px", width_px, 16, 16384)
    check_int("height_px", height_px, 16, 16384)
    return _drawn(message, width_px, height_px)


@lru_cache(maxsize=256)
def _drawn(message: Message, width_px: int, height_px: int) -> Pages:
    require_application()
    require_fonts()
    require_glyphs("".join(_texts(message)), POINT_FACE)
    usual = _pictures(message, message.words, width_px, height_px)
    neutral = _pictures(message, message.neutral, width_px, height_px) if message.neutral else ()
    return Pages(usual, neutral)


def _texts(message: Message) -> Iterator[str]:
    yield message.source
    for words in (*message.words, *message.neutral):
        yield words.headline
        yield from words.points


def _pictures(message: Message, words: tuple[Words, ...], width_px: int, height_px: int) -> tuple[bytes, ...]:
    pages = lay_out_pages(message, words, width_px, height_px)
    if pages is None:
        longest = max((part for each in words for part in each.headline.split()), key=len)
        raise DoesNotFit(
            f"the words are too long for a wall of {width_px}x{height_px} pixels, even on {MOST_PAGES} pages; shorten "
            f"them, or words as {longest!r:.40}",
            max(1, sum(len(point) for each in words for point in each.points) // 4),
        )
    look = look_of(message)
    return tuple(_png(page, look) for page in pages)


def _png(page: LaidPage, look: Look) -> bytes:
    """Letters are drawn as shades of grey, which become shades between ground and ink, plate and words apart."""
    room = page.room
    grey = QImage(room.width_px, room.height_px, QImage.Format.Format_Grayscale8)
    grey.fill(Qt.GlobalColor.black)
    painter = QPainter(grey)
    try:
        painter.setRenderHints(QPainter.RenderHint.Antialiasing | QPainter.RenderHint.TextAntialiasing)
        for text in (*room.texts, *page.texts):
            text.block.draw(painter, text.x_px, text.y_px, "#ffffff")
    finally:
        painter.end()
    drawn = np.frombuffer(grey.constBits(), np.uint8).reshape(room.height_px, grey.bytesPerLine())
    shades = _SHADE_OF[drawn[:, : room.width_px]]
    shades[: room.plate.height_px, : room.plate.width_px] += _SHADES
    picture = Image.frombytes("P", (room.width_px, room.height_px), shades.tobytes())
    picture.putpalette([*_between(look.ground, look.ink), *_between(look.plate, look.plate_ink)])
    file = io.BytesIO()
    picture.save(file, "png", bits=4, compress_type=_RUN_LENGTHS)
    return file.getvalue()


def _between(ground: str, ink: str) -> Iterator[int]:
    """Red, green and blue of each shade from `ground` to `ink`."""
    low, high = colour_of(ground), colour_of(ink)
    for step in range(_SHADES):
        for dark, light in zip(low, high, strict=True):
            yield round(dark + (light - dark) * step / (_SHADES - 1))
