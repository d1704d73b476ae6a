"""Measures how fast this machine decodes videos and makes them pixels, codec by codec and size by size."""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import av
from av.video.reformatter import VideoReformatter

from player.trial_clips import CODINGS, H264, Coding, can_encode, make_clip

ENOUGH = 1.5
"""Times as fast as needed: what is left serves the other deck, the screen and the rest of the machine."""

SIZES = ((640, 320), (1280, 720), (1920, 1080))
LARGEST = (3840, 2160)
_FRAMES, _FRAMES_OF_LARGEST = 24, 10
_LEAST_SECONDS = 0.3
_MOST_PASSES = 12


@dataclass(frozen=True, slots=True)
class PlayableFormat:
    """One kind of video: `headroom` is how many times faster than needed it is decoded, `plays` if that is enough."""

    codec: str
    width_px: int
    height_px: int
    frame_rate: int
    headroom: float
    plays: bool


@dataclass(frozen=True, slots=True)
class Speed:
    """Frames a second that were decoded of one codec and size."""

    coding: Coding
    width_px: int
    height_px: int
    frames_a_second: float

    def at(self, rate: int) -> PlayableFormat:
        """How that serves for films of `rate` frames a second."""
        headroom = round(self.frames_a_second / rate, 2)
        return PlayableFormat(self.coding.name, self.width_px, self.height_px, rate, headroom, headroom >= ENOUGH)

    def words(self) -> str:
        """What this wall can play of it, in a sentence."""
        best = next((rate for rate in (60, 50, 30, 25) if self.at(rate).plays), None)
        name = f"{self.coding.title} {self.width_px}x{self.height_px}"
        at_30 = f"{self.at(30).headroom:.1f} times as fast as 30 frames a second need"
        return f"{name}: up to {best} frames a second ({at_30})" if best else f"{name}: no ({at_30})"


def measure_speeds(canvas: tuple[int, int], *, brief: bool = False) -> Iterator[Speed]:
    """Every codec at every size, and H.264 at `canvas` first; with `brief` that alone. Takes about 15 seconds.

    Codecs of which no clip can be made here are left out. Uses all cores, as a wall's decoder does.
    """
    yield measure(H264, *canvas)
    if brief:
        return
    for coding in CODINGS:
        if can_encode(coding):
            for size in (*SIZES, *((LARGEST,) if coding is H264 else ())):
                if (coding, size) != (H264, canvas):
                    yield measure(coding, *size)


def measure(coding: Coding, width: int, height: int) -> Speed:
    """The best of some passes over a clip made for this: what else the machine does must not count against it."""
    with tempfile.TemporaryDirectory(prefix="displayctl-check-") as folder:
        clip = Path(folder) / "clip.mkv"
        frames = _FRAMES_OF_LARGEST if (width, height) == LARGEST else _FRAMES
        make_clip(clip, width, height, 30, frames, coding)
        return Speed(coding, width, height, round(decode_rate(clip), 1))


def decode_rate(path: Path) -> float:
    """How many frames a second of the video `path` this machine decodes and turns into the screen's pixels."""
    best = spent = 0.0
    for _ in range(_MOST_PASSES):
        seconds, frames = _pass(path)
        best, spent = max(best, frames / seconds), spent + seconds
        if spent >= _LEAST_SECONDS:
            break
    return best


def _pass(path: Path) -> tuple[float, int]:
    with av.open(str(path)) as container:
        stream = container.streams.video[0]
        stream.thread_type = "AUTO"
        screen = VideoReformatter()
        began, frames = time.perf_counter(), 0
        for frame in container.decode(stream):
            screen.reformat(frame, format="bgra")
            frames += 1
        return time.perf_counter() - began, frames
