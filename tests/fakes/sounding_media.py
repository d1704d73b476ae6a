"""Clips that beep, so that it can be told when they are heard."""

from __future__ import annotations

from pathlib import Path

import av
import numpy as np
import numpy.typing as npt

from tests.fakes.marked_media import Mark, marked_pixels

SAMPLES = 48_000
_PITCH_HZ = 1000


def write_sounding_clip(
    path: Path, item: int, seconds: float, beeps: tuple[tuple[float, float], ...], rate: int = 30
) -> Path:
    """A marked H.264 clip of 320x192 with AAC sound: silence, and a beep for each pair of start and end (seconds)."""
    size = (320, 192)
    with av.open(str(path), "w") as container:
        video = container.add_stream("libx264", rate=rate, options={"preset": "ultrafast", "crf": "20"})
        video.width, video.height, video.pix_fmt = *size, "yuv420p"
        audio = container.add_stream("aac", rate=SAMPLES, layout="stereo")
        for frame in range(round(seconds * rate)):
            picture = av.VideoFrame.from_ndarray(marked_pixels(Mark(item, frame), size), format="rgb24")
            container.mux(video.encode(picture))
        container.mux(video.encode())
        wave = _wave(seconds, beeps)
        for start in range(0, wave.shape[1], 1024):
            block = av.AudioFrame.from_ndarray(wave[:, start : start + 1024], format="fltp", layout="stereo")
            block.sample_rate, block.pts = SAMPLES, start
            container.mux(audio.encode(block))
        container.mux(audio.encode())
    return path


def _wave(seconds: float, beeps: tuple[tuple[float, float], ...]) -> npt.NDArray[np.float32]:
    at = np.arange(round(seconds * SAMPLES)) / SAMPLES
    loud = np.zeros_like(at)
    for starts, ends in beeps:
        loud[(at >= starts) & (at < ends)] = 0.5
    return np.ascontiguousarray(np.tile(loud * np.sin(2 * np.pi * _PITCH_HZ * at), (2, 1)).astype(np.float32))
