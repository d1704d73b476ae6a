"""Films as they should not be: cut off, mislabelled, without key frames, of changing size, far too large or fast."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from fractions import Fraction
from pathlib import Path

import av
import numpy as np
from PIL import Image

from tests.fakes.marked_media import Mark, marked_pixels

SIZE = (320, 192)
_QUICK = {"preset": "ultrafast", "crf": "24"}
_DURATIONS = ((b"mvhd", 16), (b"mdhd", 16), (b"tkhd", 20))
"""Boxes of ISO/IEC 14496-12 and where, after its name, each has its 32-bit duration."""


def write_film(
    path: Path,
    item: int,
    frames: int,
    rate: int = 30,
    size: tuple[int, int] = SIZE,
    codec: str = "libx264",
    options: dict[str, str] | None = None,
) -> Path:
    """A film of `frames` marked frames."""
    with av.open(str(path), "w") as container:
        stream = container.add_stream(codec, rate=rate, options=_QUICK if options is None else options)
        assert isinstance(stream, av.VideoStream)
        stream.width, stream.height, stream.pix_fmt = *size, "yuv420p"
        for frame in range(frames):
            container.mux(stream.encode(_frame(item, frame, size)))
        container.mux(stream.encode())
    return path


def write_without_key_frames(path: Path, item: int, frames: int) -> Path:
    """A film whose first frame is its only key frame."""
    return write_film(path, item, frames, options={**_QUICK, "g": "100000", "sc_threshold": "0"})


def write_interlaced(path: Path, item: int, frames: int) -> Path:
    return write_film(path, item, frames, rate=25, options={**_QUICK, "flags": "+ildct+ilme", "x264-params": "tff=1"})


def write_uneven(path: Path, item: int, starts_ms: Sequence[int]) -> Path:
    """A film whose frames begin at `starts_ms`, as a telephone films."""
    with av.open(str(path), "w") as container:
        stream = container.add_stream("libx264", rate=30, options=_QUICK)
        stream.width, stream.height, stream.pix_fmt = *SIZE, "yuv420p"
        stream.codec_context.time_base = Fraction(1, 1000)
        for number, start_ms in enumerate(starts_ms):
            frame = _frame(item, number, SIZE)
            frame.pts, frame.time_base = start_ms, Fraction(1, 1000)
            container.mux(stream.encode(frame))
        container.mux(stream.encode())
    return path


def write_size_change(path: Path, item: int, frames: int) -> Path:
    """A film whose second half is twice as wide and high: MPEG-2, which tells its size in the stream."""
    with av.open(str(path), "w") as container:
        stream = container.add_stream("mpeg2video", rate=30)
        stream.width, stream.height, stream.pix_fmt = *SIZE, "yuv420p"
        half = frames // 2
        for frame in range(half):
            container.mux(stream.encode(_frame(item, frame, SIZE)))
        container.mux(stream.encode())
        larger = av.CodecContext.create("mpeg2video", "w")
        larger.width, larger.height, larger.pix_fmt = 2 * SIZE[0], 2 * SIZE[1], "yuv420p"
        larger.framerate, larger.time_base = Fraction(30), Fraction(1, 30)
        for frame in range(half, frames):
            picture = _frame(item, frame, (2 * SIZE[0], 2 * SIZE[1]))
            picture.pts = frame
            _mux(container, stream, larger.encode(picture))
        _mux(container, stream, larger.encode())
    return path


def write_sound_only(path: Path, seconds: int = 2) -> Path:
    with av.open(str(path), "w") as container:
        stream = container.add_stream("aac", rate=48_000)
        for _ in range(seconds * 48):
            frame = av.AudioFrame.from_ndarray(np.zeros((2, 1000), dtype=np.float32), format="fltp", layout="stereo")
            frame.sample_rate = 48_000
            container.mux(stream.encode(frame))
        container.mux(stream.encode())
    return path


def write_cut_off(path: Path, whole: Path, share: float) -> Path:
    """The first `share` of the file `whole`, moved so that its index comes first."""
    with av.open(str(whole)) as source, av.open(str(path), "w", options={"movflags": "faststart"}) as target:
        stream = target.add_stream_from_template(source.streams.video[0])
        for packet in source.demux(source.streams.video[0]):
            if packet.dts is not None:
                packet.stream = stream
                target.mux(packet)
    data = path.read_bytes()
    path.write_bytes(data[: int(len(data) * share)])
    return path


def write_with_false_length(path: Path, whole: Path, factor: int) -> Path:
    """The file `whole`, whose header says that it lasts `factor` times as long."""
    data = bytearray(whole.read_bytes())
    for name, offset in _DURATIONS:
        at = data.find(name) + len(name) + offset
        (length,) = struct.unpack_from(">I", data, at)
        struct.pack_into(">I", data, at, length * factor)
    path.write_bytes(data)
    return path


def write_hasty_gif(path: Path, item: int, frames: int) -> Path:
    """An animation that asks for frames of one millisecond; GIF counts in hundredths, so it says 0."""
    pictures = [Image.fromarray(marked_pixels(Mark(item, frame), SIZE)) for frame in range(frames)]
    pictures[0].save(path, save_all=True, append_images=pictures[1:], duration=0, loop=0)
    return path


def _frame(item: int, frame: int, size: tuple[int, int]) -> av.VideoFrame:
    return av.VideoFrame.from_ndarray(marked_pixels(Mark(item, frame), size), format="rgb24")


def _mux(container: av.container.OutputContainer, stream: av.VideoStream, packets: Sequence[av.Packet]) -> None:
    for packet in packets:
        packet.stream = stream
        packet.time_base = Fraction(1, 30)
        container.mux(packet)
