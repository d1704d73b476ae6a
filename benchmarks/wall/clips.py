"""Trial clips and pictures whose every frame says which it is, in a strip of cells along its top and along its bottom.

The rest of the picture moves, as films do: what is decoded and painted costs what it would cost on a wall.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import cast

import av
import numpy as np
import numpy.typing as npt
from PIL import Image

CELLS, CELL_PX = 24, 16
ITEM_BITS, FRAME_BITS, CHECK_BITS = 8, 10, 6
LEAST_WIDTH_PX = CELLS * CELL_PX
DRAWN_STEP_PX = 2
SOUND_HZ = 48_000

ENCODERS = {
    "h264": ("libx264", ".mp4", {"preset": "veryfast", "crf": "20"}),
    "hevc": ("libx265", ".mp4", {"preset": "ultrafast", "crf": "22", "x265-params": "log-level=none"}),
    "vp9": ("libvpx-vp9", ".webm", {"deadline": "realtime", "cpu-used": "8", "b": "4M"}),
    "mpeg2": ("mpeg2video", ".mkv", {"b": "8M"}),
}

Pixels = npt.NDArray[np.uint8]


@dataclass(frozen=True, slots=True)
class Material:
    """What clips are made like."""

    size: tuple[int, int] = (640, 320)
    rate: int = 30
    seconds: float = 2.0
    codec: str = "h264"
    sound: bool = False

    @property
    def frames(self) -> int:
        """The frames of a clip."""
        return round(self.seconds * self.rate)

    @property
    def words(self) -> str:
        """As ``640x320p30 H.264``."""
        name = {"h264": "H.264", "mpeg2": "MPEG-2"}.get(self.codec, self.codec.upper())
        return f"{self.size[0]}x{self.size[1]}p{self.rate} {name}{', sound' if self.sound else ''}"


def number_of(item: int, frame: int) -> int:
    """What the cells of this frame make, read as a binary number."""
    check = (item * 5 + frame * 11 + 21) % (1 << CHECK_BITS)
    return (item << FRAME_BITS | frame) << CHECK_BITS | check


def frame_of(number: int) -> tuple[int, int] | None:
    """The item and frame that cells tell; None where they are torn, half painted or something else."""
    if number < 0:
        return None
    item, frame = number >> FRAME_BITS + CHECK_BITS, number >> CHECK_BITS & (1 << FRAME_BITS) - 1
    return (item, frame) if number_of(item, frame) == number else None


def make_clips(folder: Path, material: Material, count: int = 4, first: int = 1) -> list[Path]:
    """`count` clips, marked as items from `first` on. Raises ValueError where the picture is too small for marks."""
    width, height = material.size
    if width < LEAST_WIDTH_PX or height < 4 * CELL_PX or material.frames >= 1 << FRAME_BITS:
        raise ValueError(f"{material.words}: marks need {LEAST_WIDTH_PX}x{4 * CELL_PX} and under 1024 frames")
    folder.mkdir(parents=True, exist_ok=True)
    encoder, suffix, options = ENCODERS[material.codec]
    name = f"{material.codec}-{width}x{height}p{material.rate}-{material.seconds:g}s"
    paths = [folder / f"{name}-{item}{suffix}" for item in range(first, first + count)]
    for item, path in enumerate(paths, start=first):
        if not path.exists():
            _write_clip(path, item, material, encoder, options)
    return paths


def make_picture(path: Path, item: int, size: tuple[int, int]) -> Path:
    """A picture marked as `item`."""
    Image.fromarray(_drawn(item, 0, *_wash(item, size))).save(path)
    return path


def _write_clip(path: Path, item: int, material: Material, encoder: str, options: dict[str, str]) -> None:
    with av.open(str(path), "w") as container:
        pictures = cast(av.VideoStream, container.add_stream(encoder, rate=material.rate, options=options))
        pictures.width, pictures.height, pictures.pix_fmt = *material.size, "yuv420p"
        pictures.gop_size = material.rate
        sound = "libopus" if path.suffix == ".webm" else "aac"
        tone = cast(av.AudioStream, container.add_stream(sound, rate=SOUND_HZ))
        wash = _wash(item, material.size)
        for frame in range(material.frames):
            picture = av.VideoFrame.from_ndarray(_drawn(item, frame, *wash), format="rgb24")
            container.mux(pictures.encode(picture))
        container.mux(pictures.encode())
        for block in _tone(item, material.seconds):
            container.mux(tone.encode(block))
        container.mux(tone.encode())


def _wash(item: int, size: tuple[int, int]) -> tuple[Pixels, Pixels]:
    """A picture wider than the canvas, that frames are cut from as it passes; and grain that lies still over them."""
    width, height = size
    down, across = np.mgrid[0:height, 0 : width * 2]
    colours = (np.sin(across / 37 + item), np.sin(down / 23 - across / 61), np.cos((down + across) / 47 + item))
    passing = np.stack([96 + 80 * colour for colour in colours], axis=-1).astype(np.uint8)
    grain = np.random.default_rng(item).integers(0, 24, (height, width, 1), dtype=np.uint8)
    return passing, grain


def _drawn(item: int, frame: int, passing: Pixels, grain: Pixels) -> Pixels:
    width = grain.shape[1]
    left = frame * DRAWN_STEP_PX % width
    pixels = passing[:, left : left + width] + grain
    number = number_of(item, frame)
    bits = np.array([number >> place & 1 for place in reversed(range(CELLS))], dtype=np.uint8) * 255
    strip = np.repeat(np.repeat(bits, CELL_PX)[None, :, None], CELL_PX, axis=0)
    pixels[:CELL_PX, : CELLS * CELL_PX] = strip
    pixels[-CELL_PX:, : CELLS * CELL_PX] = strip
    return pixels


def _tone(item: int, seconds: float) -> list[av.AudioFrame]:
    times = np.arange(round(seconds * SOUND_HZ)) / SOUND_HZ
    wave = (0.2 * np.sin(2 * np.pi * 220 * item * times)).astype(np.float32)
    blocks = []
    for start in range(0, len(wave), 960):
        block = av.AudioFrame.from_ndarray(np.repeat(wave[None, start : start + 960], 2, axis=0), "fltp", "stereo")
        block.sample_rate, block.pts = SOUND_HZ, start
        blocks.append(block)
    return blocks
