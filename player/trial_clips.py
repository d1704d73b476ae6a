"""Makes the clips that a check-up plays and decodes: a moving texture, as hard to decode as common films."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from fractions import Fraction
from pathlib import Path
from typing import cast

import av
import numpy as np
import numpy.typing as npt

BITS_A_PIXEL = 0.14
"""What imported films have at most: 8.7 Mbit/s at 1920x1080 and 30 frames a second."""

_CELL_PX = 8
_STEP_X, _STEP_Y = 5, 3


@dataclass(frozen=True, slots=True)
class Coding:
    """A codec by the name it has in reports, what people call it, and how clips of it are made quickly."""

    name: str
    title: str
    encoder: str
    options: tuple[tuple[str, str], ...]


CODINGS = (
    Coding("h264", "H.264", "libx264", (("preset", "veryfast"), ("bf", "2"), ("flags", "+cgop"))),
    Coding("hevc", "HEVC", "libx265", (("preset", "ultrafast"), ("x265-params", "log-level=none"))),
    Coding("vp9", "VP9", "libvpx-vp9", (("deadline", "realtime"), ("cpu-used", "8"), ("row-mt", "1"))),
    Coding("mpeg2", "MPEG-2", "mpeg2video", ()),
    Coding("av1", "AV1", "libsvtav1", (("preset", "11"),)),
)
H264 = CODINGS[0]


def can_encode(coding: Coding) -> bool:
    """Whether clips of this codec can be made here."""
    try:
        av.codec.Codec(coding.encoder, "w")
    except av.codec.codec.UnknownCodecError:
        return False
    return True


def make_clip(path: Path, width: int, height: int, rate: int, frames: int, coding: Coding = H264) -> None:
    """Write `frames` frames at `rate` a second to `path` (.mp4 or .mkv), the way imported video comes.

    Constant rate, a key frame every second; sizes are cut to whole pairs of pixels.
    """
    os.environ.setdefault("SVT_LOG", "1")  # else the encoder of AV1 writes about itself
    size = (width // 2 * 2, height // 2 * 2)
    options = {"movflags": "faststart"} if path.suffix == ".mp4" else {}
    with keeping_priority(), av.open(str(path), "w", options=options) as container:
        stream = cast(av.VideoStream, container.add_stream(coding.encoder, rate=Fraction(rate)))
        stream.width, stream.height = size
        stream.pix_fmt = "yuv420p"
        stream.bit_rate = round(size[0] * size[1] * rate * BITS_A_PIXEL)
        stream.codec_context.gop_size = rate
        stream.options = dict(coding.options)
        for frame in _moving_texture(*size, frames):
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))


@contextmanager
def keeping_priority() -> Iterator[None]:
    """Gives this thread its place among others back: where it may, the encoder of AV1 puts the thread that calls it
    above everything else on the machine, a playing wall too, and leaves it and all programs it starts there.
    """
    policy, priority = os.sched_getscheduler(0), os.sched_getparam(0)
    try:
        yield
    finally:
        os.sched_setscheduler(0, policy, priority)


def _moving_texture(width: int, height: int, frames: int) -> Iterator[av.VideoFrame]:
    """A soft pattern that moves on by whole pixels; it begins anew before it would leave its ground."""
    turns = min(frames, 60)
    random = np.random.default_rng(7)
    cells = random.integers(
        16, 235, ((height + _STEP_Y * turns) // _CELL_PX + 2, (width + _STEP_X * turns) // _CELL_PX + 2)
    )
    ground = np.kron(cells, np.ones((_CELL_PX, _CELL_PX), np.int64))
    soft = ((ground[:-1, :-1] + ground[1:, 1:] + ground[:-1, 1:] + ground[1:, :-1]) // 4).astype(np.uint8)
    for number in range(frames):
        down, right = _STEP_Y * (number % turns), _STEP_X * (number % turns)
        light = soft[down : down + height, right : right + width]
        frame = av.VideoFrame(width, height, "yuv420p")
        for plane, values in zip(frame.planes, (light, light[::2, ::2], 255 - light[::2, ::2]), strict=True):
            plane.update(_padded(values, plane.line_size).tobytes())
        yield frame


def _padded(values: npt.NDArray[np.uint8], line_size: int) -> npt.NDArray[np.uint8]:
    rows = np.zeros((values.shape[0], line_size), np.uint8)
    rows[:, : values.shape[1]] = values
    return rows
