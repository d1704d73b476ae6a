"""The first pass over a movie: when its pictures begin and end, and how loud it is, before anything is encoded."""

from __future__ import annotations

import contextlib
import math
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

import av.error
from av.audio.frame import AudioFrame

from content.errors import UnusableMedia
from content.studio.sound import Correction, Loudness

if TYPE_CHECKING:
    from collections.abc import Callable

    from av.audio.stream import AudioStream
    from av.container import InputContainer
    from av.video.stream import VideoStream

_REPORT_EVERY = 200


@dataclass(frozen=True, slots=True)
class Survey:
    """`begins` is the second of the file's own timeline at which its first picture appears; `seconds` is how long its
    pictures last from there. `correction` brings its sound to the target."""

    begins: Fraction
    seconds: Fraction
    pictures: int
    correction: Correction


@dataclass(frozen=True, slots=True)
class Stretch:
    """The part of a clip that is used, in seconds after its start."""

    begins: float = 0.0
    ends: float = math.inf

    def holds(self, container: InputContainer, frame: AudioFrame) -> bool:
        """Whether a frame of an opened movie begins within it; one that says no time does."""
        if frame.time is None:
            return True
        return self.begins <= frame.time - (container.start_time or 0) / 1_000_000 < self.ends


WHOLE_CLIP = Stretch()


def survey(
    container: InputContainer,
    video: VideoStream,
    audio: AudioStream | None,
    name: str,
    on_progress: Callable[[float], None],
    stretch: Stretch = WHOLE_CLIP,
) -> Survey:
    """Reads every packet once and decodes the sound, in bounded memory; only that of `stretch` counts.

    Raises UnusableMedia when no picture has a time.
    """
    base = video.time_base or Fraction(1, 90_000)
    times = _Times()
    loudness = Loudness()
    for count, packet in enumerate(container.demux([video] if audio is None else [video, audio])):
        if count % _REPORT_EVERY == 0 and packet.pts is not None and packet.time_base:
            on_progress(_share(container, packet.pts * packet.time_base))
        if audio is not None and packet.stream_index == audio.index:
            with contextlib.suppress(av.error.InvalidDataError):
                for frame in packet.decode():
                    if isinstance(frame, AudioFrame) and stretch.holds(container, frame):
                        loudness.hear(frame)
        elif packet.pts is not None and not packet.is_discard:
            times.add(packet.pts, packet.duration or 0)
    loudness.hear(None)
    if not times.count:
        raise UnusableMedia(f"{name} does not say when its pictures are shown; save it anew as MP4 (H.264)")
    return Survey(times.first * base, times.length * base, times.count, loudness.correction())


def loudness_after(
    container: InputContainer, audio: AudioStream, correction: Correction, stretch: Stretch = WHOLE_CLIP
) -> float:
    """How loud the sound of a newly opened movie is once corrected, in LUFS."""
    loudness = Loudness(correction)
    for packet in container.demux(audio):
        with contextlib.suppress(av.error.InvalidDataError):
            for frame in packet.decode():
                if stretch.holds(container, frame):
                    loudness.hear(frame)
    loudness.hear(None)
    return loudness.integrated_lufs


def sound_of(container: InputContainer) -> AudioStream | None:
    """The first sound that we can decode."""
    for stream in container.streams.audio:
        with contextlib.suppress(av.error.FFmpegError):
            if stream.codec_context is not None:
                return stream
    return None


class _Times:
    """Presentation times of one stream's packets, in its own unit, in any order."""

    def __init__(self) -> None:
        self.count = 0
        self.first = self._last = self._last_duration = 0

    def add(self, pts: int, duration: int) -> None:
        self.first = pts if not self.count else min(self.first, pts)
        if not self.count or pts >= self._last:
            self._last, self._last_duration = pts, duration
        self.count += 1

    @property
    def length(self) -> Fraction:
        """From the first picture to the end of the last one; one without a duration gets an average one."""
        span = Fraction(self._last - self.first)
        return span + (self._last_duration or span / max(1, self.count - 1))


def _share(container: InputContainer, seconds: Fraction) -> float:
    whole = (container.duration or 0) / 1_000_000
    return min(1.0, max(0.0, float(seconds) / whole)) if whole else 0.0
