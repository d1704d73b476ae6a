"""Writes a wall's video file: H.264 at a constant rate from time zero, closed groups of at most a second, and sound.

The shape is what makes a decoder start and seek exactly (no B-frames, no edit lists, index in front). Without edit
lists the encoder's 1,024 priming samples cannot be hidden, so the sound's first 1,024 samples make room for them.
"""

from __future__ import annotations

from fractions import Fraction
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

import av
import numpy as np
from av.audio.frame import AudioFrame
from av.audio.stream import AudioStream
from av.video.stream import VideoStream

from content.studio.canvas_filter import pixel_format_for
from content.studio.format import Format
from content.studio.sound import SAMPLE_RATE

if TYPE_CHECKING:
    from av.video.frame import VideoFrame
    from numpy.typing import NDArray

_PRIMING_SAMPLES = _PACKET_SAMPLES = 1024
# Code points of ITU-T H.273; why they are mixed is told in `canvas_filter`.
_BT709, _BT601_MATRIX = 1, 6
_LIMITED_RANGE = 1


class Film:
    """An MP4 file being written at `path`; whole once the block ends without an error."""

    def __init__(self, path: Path, format: Format, *, with_sound: bool) -> None:
        options = {"movflags": "+faststart", "use_editlist": "0"}
        self._container = av.open(str(path), "w", format="mp4", options=options)
        self._video = _video_stream(self._container, format)
        self._audio = _audio_stream(self._container) if with_sound else None
        self._pending: NDArray[np.float32] = np.zeros((2, 0), dtype=np.float32)
        self._to_skip = _PRIMING_SAMPLES
        self._sound_pts = _PRIMING_SAMPLES

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if error is None:
            for stream in (self._video, self._audio):
                if stream is not None:
                    self._container.mux(stream.encode(None))
        self._container.close()

    def add_frame(self, number: int, frame: VideoFrame) -> None:
        """Appends frame `number`, counted from 0; one frame may come again under the next numbers."""
        frame.pts = number
        frame.time_base = self._video.codec_context.time_base
        frame.pict_type = 0
        self._container.mux(self._video.encode(frame))

    def add_sound(self, samples: NDArray[np.float32]) -> None:
        """Appends (2, n) floats at 48 kHz. What does not fill a last packet is left out, below 22 ms."""
        assert self._audio is not None  # noqa: S101 - a mute film is given no sound
        skipped = min(self._to_skip, samples.shape[1])
        self._to_skip -= skipped
        self._pending = np.concatenate([self._pending, samples[:, skipped:]], axis=1)
        while self._pending.shape[1] >= _PACKET_SAMPLES:
            frame = AudioFrame.from_ndarray(
                np.ascontiguousarray(self._pending[:, :_PACKET_SAMPLES]), format="fltp", layout="stereo"
            )
            self._pending = self._pending[:, _PACKET_SAMPLES:]
            frame.sample_rate = SAMPLE_RATE
            frame.time_base = Fraction(1, SAMPLE_RATE)
            frame.pts = self._sound_pts
            self._sound_pts += _PACKET_SAMPLES
            self._container.mux(self._audio.encode(frame))


def _video_stream(container: av.container.OutputContainer, format: Format) -> VideoStream:
    stream = container.add_stream("libx264", rate=format.frame_rate)
    assert isinstance(stream, VideoStream)  # noqa: S101 - libx264 makes video
    stream.width, stream.height = format.width_px, format.height_px
    stream.pix_fmt = pixel_format_for(format)
    context = stream.codec_context
    context.time_base = Fraction(1, format.frame_rate)
    context.gop_size = format.frame_rate
    context.max_b_frames = 0
    context.color_primaries = context.color_trc = _BT709
    context.colorspace = _BT601_MATRIX
    context.color_range = _LIMITED_RANGE
    context.options = {"preset": "veryfast", "crf": "18", "x264-params": "open-gop=0:force-cfr=1"}
    return stream


def _audio_stream(container: av.container.OutputContainer) -> AudioStream:
    stream = container.add_stream("aac", rate=SAMPLE_RATE, layout="stereo")
    assert isinstance(stream, AudioStream)  # noqa: S101 - aac makes sound
    stream.codec_context.bit_rate = 192_000
    stream.codec_context.options = {"aac_coder": "fast"}  # at this rate nobody hears the slow one
    stream.codec_context.time_base = Fraction(1, SAMPLE_RATE)
    return stream
