"""Opens movie files with the one demuxer that was recognised, and says what is in them.

FFmpeg reads through PyAV. No protocol but plain files is allowed, so a file cannot make us fetch another.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from datetime import timedelta
from fractions import Fraction
from itertools import islice, pairwise
from typing import TYPE_CHECKING

import av
import av.error
from av.stream import Disposition

from content.errors import UnusableMedia
from content.studio.containers import require_whole
from content.studio.facts import MediaFacts, MediaKind
from content.studio.recognise import Recognised
from content.studio.storage_faults import is_about_writing

if TYPE_CHECKING:
    from av.container import InputContainer
    from av.video.frame import VideoFrame
    from av.video.stream import VideoStream

LONGEST = timedelta(hours=24)
_LONGEST_SIDE_PX, _MOST_PIXELS, _MOST_STREAMS = 8192, 8192 * 4320, 64
_PACKETS_LOOKED_AT = 600
_PACKETS_TRIED = 300
_CODEC_NAMES = {"mpeg2video": "mpeg2", "libdav1d": "av1", "libvpx-vp9": "vp9"}


@contextlib.contextmanager
def opened(recognised: Recognised) -> Iterator[InputContainer]:
    """The whole movie, ready to be read; what FFmpeg raises inside becomes UnusableMedia with the file's name."""
    name = recognised.name
    require_whole(recognised)
    try:
        with av.open(
            str(recognised.path.absolute()),
            format=recognised.decoder,
            options={"protocol_whitelist": "file"},
            metadata_errors="ignore",
        ) as container:
            if len(container.streams) > _MOST_STREAMS:
                raise UnusableMedia(f"{name} has {len(container.streams)} streams; {_MOST_STREAMS} are the most")
            yield container
    except av.error.FileNotFoundError as error:
        raise UnusableMedia(f"{name} is no longer there; choose the file again") from error
    except (av.error.DecoderNotFoundError, av.error.PatchWelcomeError) as error:
        raise UnusableMedia(_foreign(name)) from error
    except av.error.FFmpegError as error:
        if is_about_writing(error):
            raise
        raise UnusableMedia(f"{name} is damaged or incomplete; copy it again or save it anew") from error


def pictures_of(container: InputContainer, name: str) -> VideoStream:
    """The stream of moving pictures; cover art, which is a still inside a sound file, is none."""
    for stream in container.streams.video:
        if not stream.disposition & Disposition.attached_pic:
            if stream.codec_context is None:
                raise UnusableMedia(_foreign(name))
            _require_bounded(stream, name)
            if not stream.codec_context.is_open:
                stream.thread_type = "AUTO"
            return stream
    raise UnusableMedia(f"{name} has no moving pictures, only sound; a wall needs something to see")


def facts_of(recognised: Recognised, container: InputContainer) -> MediaFacts:
    """The facts of an opened movie whose first frame decodes."""
    name = recognised.name
    stream = pictures_of(container, name)
    frame = first_frame(container, stream, name)
    turn = turn_of(frame)
    width, height = upright_size(frame, stream)
    container.seek(0)
    times = sorted(_presentation_times(container, stream))
    duration = _duration(container, stream, times)
    if not timedelta(0) < duration <= LONGEST:
        raise UnusableMedia(f"{name} takes {duration}, where up to 24 hours can be used; cut it into parts")
    return MediaFacts(
        kind=MediaKind.VIDEO,
        mime=recognised.mime,
        size_bytes=recognised.size_bytes,
        width_px=width,
        height_px=height,
        duration=duration,
        frame_rate=_rate(stream, times),
        variable_rate=_is_uneven(times),
        rotation_degrees=turn,
        has_sound=bool(container.streams.audio),
        interlaced=bool(frame.interlaced_frame),
        codec=_CODEC_NAMES.get(stream.codec_context.name, stream.codec_context.name),
    )


def first_frame(container: InputContainer, stream: VideoStream, name: str) -> VideoFrame:
    """The first frame that decodes among the first packets from where the container stands."""
    for packet in islice(container.demux(stream), _PACKETS_TRIED):
        with contextlib.suppress(av.error.InvalidDataError):
            for frame in packet.decode():
                return frame
    raise UnusableMedia(f"{name} holds no picture that can be decoded; save it anew as MP4 (H.264)")


def turn_of(frame: VideoFrame) -> int:
    """By how many degrees clockwise a phone says the frame has to be turned: 0, 90, 180 or 270."""
    return -round(frame.rotation / 90) * 90 % 360


def upright_size(frame: VideoFrame, stream: VideoStream) -> tuple[int, int]:
    """Width and height as people see the frame: with square pixels, and turned upright."""
    width, height = max(1, round(frame.width * pixel_aspect(stream))), frame.height
    return (width, height) if turn_of(frame) in (0, 180) else (height, width)


def pixel_aspect(stream: VideoStream) -> Fraction:
    """Width over height of the stream's pixels; 1 where it says nothing sensible."""
    aspect = stream.sample_aspect_ratio or Fraction(1)
    return aspect if Fraction(1, 16) <= aspect <= 16 else Fraction(1)


def _foreign(name: str) -> str:
    return f"{name} is packed in a way that cannot be read here; save it as MP4 (H.264)"


def _require_bounded(stream: VideoStream, name: str) -> None:
    width, height = stream.codec_context.width, stream.codec_context.height
    if max(width, height) > _LONGEST_SIDE_PX or width * height > _MOST_PIXELS:
        raise UnusableMedia(f"{name} measures {width} x {height} pixels; save it at 3840 x 2160 or less")
    if not width or not height:
        raise UnusableMedia(f"{name} does not say how large its pictures are; save it anew as MP4 (H.264)")


def _presentation_times(container: InputContainer, stream: VideoStream) -> Iterator[Fraction]:
    base = stream.time_base or Fraction(1, 90_000)
    for packet in islice(container.demux(stream), _PACKETS_LOOKED_AT):
        if packet.pts is not None:
            yield packet.pts * base


def _duration(container: InputContainer, stream: VideoStream, times: list[Fraction]) -> timedelta:
    if stream.duration and stream.time_base:
        return timedelta(seconds=float(stream.duration * stream.time_base))
    if container.duration:
        return timedelta(microseconds=container.duration)
    if len(times) > 1 and len(times) < _PACKETS_LOOKED_AT:
        return timedelta(seconds=float((times[-1] - times[0]) * len(times) / (len(times) - 1)))
    return timedelta(0)


def _rate(stream: VideoStream, times: list[Fraction]) -> float | None:
    if stream.average_rate:
        return round(float(stream.average_rate), 3)
    if len(times) > 1 and times[-1] > times[0]:
        return round(float((len(times) - 1) / (times[-1] - times[0])), 3)
    return None


def _is_uneven(times: list[Fraction]) -> bool:
    """Whether frames follow each other at clearly different distances, as a phone's do."""
    gaps = sorted(later - sooner for sooner, later in pairwise(times) if later > sooner)
    # The containers' own rounding (a millisecond in Matroska) makes no rate variable.
    return len(gaps) > 2 and gaps[-2] - gaps[0] > max(gaps[len(gaps) // 2] / 4, Fraction(3, 1000))
