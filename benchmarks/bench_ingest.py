"""Measures the studio: importing many pictures, and making a wall's film of a video.

    python -m benchmarks.bench_ingest [--pictures 1000] [--seconds 20]

Goals: thumbnails at least 15 a second and core; a video faster than it plays.
"""

from __future__ import annotations

import argparse
import os
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from PIL import Image

from content.studio.format import Format
from content.studio.workshop import Workshop

_PHOTO_PX = (1920, 1080)
_WALL = Format(640, 384, 30)


def photographs(folder: Path, count: int) -> list[Path]:
    """As many JPEG files with the detail of photographs; eight differ, the others are copies of them."""
    noise = np.random.default_rng(1)
    originals = []
    for number in range(8):
        coarse = Image.fromarray(noise.integers(0, 255, (68, 120, 3), np.uint8))
        path = folder / f"original-{number}.jpg"
        coarse.resize(_PHOTO_PX, Image.Resampling.BICUBIC).save(path, quality=90)
        originals.append(path.read_bytes())
    files = [folder / f"foto-{number:04}.jpg" for number in range(count)]
    for number, path in enumerate(files):
        path.write_bytes(originals[number % len(originals)])
    return files


def video(path: Path, seconds: int, size: tuple[int, int] = (1920, 1080), rate: int = 30) -> Path:
    """A clip with a panning pattern and a tone, as H.264 and AAC."""
    width, height = size
    y, x = np.mgrid[0:height, 0 : width + 512].astype(np.float32)
    wash = np.stack([128 + 120 * np.sin(x / 37), 128 + 120 * np.sin(y / 53), 128 + 120 * np.sin((x + y) / 71)], -1)
    pattern = wash.astype(np.uint8)
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=rate)
        stream.width, stream.height, stream.pix_fmt = width, height, "yuv420p"
        stream.codec_context.options = {"preset": "ultrafast"}
        sound = container.add_stream("aac", rate=48000, layout="stereo")
        for number in range(seconds * rate):
            shift = number * 4 % 512
            frame = av.VideoFrame.from_ndarray(np.ascontiguousarray(pattern[:, shift : shift + width]), format="rgb24")
            frame.pts, frame.time_base = number, Fraction(1, rate)
            container.mux(stream.encode(frame))
        container.mux(stream.encode(None))
        tone = np.sin(np.arange(seconds * 48000) * 0.06).astype(np.float32) * 0.3
        for start in range(0, len(tone), 4800):
            heard = av.AudioFrame.from_ndarray(np.tile(tone[start : start + 4800], (2, 1)), "fltp", "stereo")
            heard.sample_rate, heard.pts, heard.time_base = 48000, start, Fraction(1, 48000)
            container.mux(sound.encode(heard))
        container.mux(sound.encode(None))
    return path


def measure_pictures(folder: Path, count: int, children: int) -> None:
    files = photographs(folder, count)
    with Workshop(folder / "workshop", children=children) as shop, ThreadPoolExecutor(children) as pool:
        list(pool.map(shop.examine, files[:children]))  # the children are warm
        started = time.perf_counter()
        examined = list(pool.map(shop.examine, files))
        took = time.perf_counter() - started
    assert all(one.facts.width_px == _PHOTO_PX[0] for one in examined)
    cores = min(children, os.cpu_count() or 1)
    print(
        f"{count} pictures of {_PHOTO_PX[0]}x{_PHOTO_PX[1]} by {children} children: {took:.1f} s, "
        f"{count / took:.0f} a second, {count / took / cores:.0f} a second and core (goal 15)"
    )


def measure_video(folder: Path, seconds: int) -> None:
    source = video(folder / "clip.mp4", seconds)
    with Workshop(folder / "workshop", children=1) as shop:
        shop.inspect(source)
        started = time.perf_counter()
        made = shop.render(source, _WALL)
        took = time.perf_counter() - started
    assert made.frames == seconds * _WALL.frame_rate
    print(
        f"1920x1080 video of {seconds} s to {_WALL} with sound levelled: {took:.1f} s, "
        f"{seconds / took:.1f} times real time"
    )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--pictures", type=int, default=1000)
    parser.add_argument("--seconds", type=int, default=20)
    arguments = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for children in (1, 2):
            measure_pictures(folder, arguments.pictures, children)
        measure_video(folder, arguments.seconds)


if __name__ == "__main__":
    main()
