"""A live stream as an item of a local loop, with a poster of its own to stand in for it."""

from __future__ import annotations

import hashlib
from datetime import timedelta
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from player.local_loop import LoopItem, UnusableFile
from player.stage import port
from schedules.errors import InvalidValue
from schedules.stream import LiveStream

_GROUND, _LETTERS = (12, 34, 56), (230, 236, 240)


def is_address(text: str) -> bool:
    """Whether `text` names a live stream, rather than a file; of a kind that nobody here can play, perhaps."""
    return "://" in text


def stream_item(url: str, shown_ms: int, patience: timedelta, size: tuple[int, int], folder: Path) -> LoopItem:
    """The stream at `url`, whose poster of `size` is written into `folder`. Raises UnusableFile."""
    try:
        stream = LiveStream(url, patience)
    except InvalidValue as error:
        raise UnusableFile(str(error)) from error
    poster = folder / f"{hashlib.sha256(url.encode()).hexdigest()[:16]}.png"
    _draw_poster(stream.shown, size).save(poster)
    patience_ms = patience // timedelta(milliseconds=1)
    return LoopItem(str(poster), port.CueKind.STREAM, shown_ms, url=url, patience_ms=patience_ms)


def _draw_poster(text: str, size: tuple[int, int]) -> Image.Image:
    """The address, as large as it fits on one line up to a twelfth of the picture's height."""
    picture = Image.new("RGB", size, _GROUND)
    draw = ImageDraw.Draw(picture)
    most_px = size[1] / 12
    font = ImageFont.load_default(most_px)
    wide = draw.textlength(text, font)
    if wide > size[0] * 0.9:
        font = ImageFont.load_default(max(6.0, most_px * size[0] * 0.9 / wide))
    draw.text((size[0] / 2, size[1] / 2), text, _LETTERS, font, anchor="mm")
    return picture
