"""Pictures and clips whose every frame says which it is, readable from a wall's pixels after scaling and encoding.

The whole canvas is a grid of dark and light cells: the item, the frame, and a check over both.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import av
import numpy as np
import numpy.typing as npt
from PIL import Image

COLUMNS, ROWS = 8, 4
ITEM_BITS, FRAME_BITS, CHECK_BITS = 6, 12, 14
DARK, LIGHT = 24, 231
CLEAREST = 40


@dataclass(frozen=True, slots=True)
class Mark:
    """Which item, and which of its frames (0 in a picture)."""

    item: int
    frame: int


def write_picture(path: Path, item: int, size: tuple[int, int] = (640, 384)) -> Path:
    """A picture marked as `item`."""
    Image.fromarray(marked_pixels(Mark(item, 0), size)).save(path)
    return path


def write_clip(path: Path, item: int, frames: int, rate: int = 30, size: tuple[int, int] = (640, 384)) -> Path:
    """An H.264 clip of `frames` marked frames."""
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=rate, options={"preset": "ultrafast", "crf": "20"})
        stream.width, stream.height, stream.pix_fmt = *size, "yuv420p"
        for frame in range(frames):
            picture = av.VideoFrame.from_ndarray(marked_pixels(Mark(item, frame), size), format="rgb24")
            container.mux(stream.encode(picture))
        container.mux(stream.encode())
    return path


def read_mark(picture: Image.Image) -> Mark | None:
    """The mark that fills `picture`; None where there is none, or it is torn between two frames."""
    grey = np.asarray(picture.convert("L"), dtype=float)
    bits = []
    for row in range(ROWS):
        for column in range(COLUMNS):
            level = float(grey[_middle(row, ROWS, grey.shape[0]), _middle(column, COLUMNS, grey.shape[1])].mean())
            if abs(level - 128) < CLEAREST:
                return None
            bits.append(level > 128)
    number = int("".join("01"[bit] for bit in bits), 2)
    mark = Mark(number >> (FRAME_BITS + CHECK_BITS), number >> CHECK_BITS & (1 << FRAME_BITS) - 1)
    return mark if number == _number(mark) else None


def cell_centres(size: tuple[int, int]) -> tuple[list[int], list[int]]:
    """The columns and rows of the middles of all cells of a picture of `size`, in the order of `mark_of`."""
    width, height = size
    xs = [round((column + 0.5) * width / COLUMNS) for _ in range(ROWS) for column in range(COLUMNS)]
    ys = [round((row + 0.5) * height / ROWS) for row in range(ROWS) for _ in range(COLUMNS)]
    return xs, ys


def mark_of(levels: Sequence[int]) -> Mark | None:
    """The mark whose cells are this light in their middles; None where it is none."""
    number = int("".join("01"[level > 128] for level in levels), 2)
    mark = Mark(number >> (FRAME_BITS + CHECK_BITS), number >> CHECK_BITS & (1 << FRAME_BITS) - 1)
    return mark if number == _number(mark) else None


def _middle(index: int, count: int, length_px: int) -> slice:
    return slice(round((index + 0.3) * length_px / count), round((index + 0.7) * length_px / count))


def _number(mark: Mark) -> int:
    check = (mark.item * 4099 + mark.frame * 7919 + 677) % (1 << CHECK_BITS)
    return (mark.item << FRAME_BITS | mark.frame) << CHECK_BITS | check


def marked_pixels(mark: Mark, size: tuple[int, int]) -> npt.NDArray[np.uint8]:
    """The picture marked so, as rows of red, green and blue."""
    width, height = size
    text = f"{_number(mark):0{COLUMNS * ROWS}b}"
    cells = np.array([LIGHT if bit == "1" else DARK for bit in text], dtype=np.uint8).reshape(ROWS, COLUMNS)
    rows = np.arange(height) * ROWS // height
    columns = np.arange(width) * COLUMNS // width
    return np.repeat(cells[np.ix_(rows, columns)][:, :, None], 3, axis=2)
