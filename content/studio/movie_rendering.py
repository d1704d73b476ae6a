"""Carries a movie's or an animation's frames and sound, streamed, onto a wall's canvas and into a film."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import timedelta
from fractions import Fraction
from pathlib import Path
from typing import TYPE_CHECKING, Any

import av.error
import numpy as np
from av.audio.frame import AudioFrame
from av.video.frame import VideoFrame
from PIL import Image

from content.errors import UnusableMedia
from content.studio import animations, movies, pictures
from content.studio.cadence import Cadence, frames_for
from content.studio.canvas_filter import CanvasFilter
from content.studio.film import Film
from content.studio.format import Format, RenderOptions, Sound, colour_of
from content.studio.recognise import Recognised
from content.studio.sound import SAMPLE_RATE, Levelling, SampleLine
from content.studio.survey import Stretch, Survey, loudness_after, sound_of, survey

if TYPE_CHECKING:
    from av.audio.stream import AudioStream
    from av.container import InputContainer
    from av.packet import Packet
    from av.video.stream import VideoStream

Report = Callable[[float], None]
# Shares of the work: the first pass decodes the sound only.
_SURVEY_SHARE = 0.1
_REPORT_EVERY = 8
_MOST_DAMAGED = Fraction(1, 10)
_ANIMATION_TICKS = 1000
_MILLISECOND = timedelta(milliseconds=1)
_SHORTEST_SECONDS = Fraction(1, 2)


def render_movie(
    recognised: Recognised, part: Path, format: Format, options: RenderOptions, report: Report
) -> tuple[int, bool]:
    """Writes the film at `part`; tells its number of frames and whether it sounds.

    The file is opened anew for every pass, for not every file can be sought.
    """
    found = _cut(_surveyed(recognised, options, report), options, recognised.name)
    with movies.opened(recognised) as container:
        video = movies.pictures_of(container, recognised.name)
        audio = sound_of(container) if options.sound is Sound.LEVELLED else None
        total = frames_for(found.seconds, format.frame_rate)
        with Film(part, format, with_sound=audio is not None) as film:
            reel = _Reel(film, format, options, found, total, report)
            reel.run(container, video, audio, recognised.name)
    return total, audio is not None


def _surveyed(recognised: Recognised, options: RenderOptions, report: Report) -> Survey:
    """The first pass; where peaks need the limiter, its effect on the loudness is measured and made up for."""
    stretch = _stretch_of(options)
    with movies.opened(recognised) as container:
        video = movies.pictures_of(container, recognised.name)
        audio = sound_of(container) if options.sound is Sound.LEVELLED else None
        found = survey(container, video, audio, recognised.name, lambda share: report(share * _SURVEY_SHARE), stretch)
    if not found.correction.limited:
        return found
    with movies.opened(recognised) as container:
        audio = sound_of(container)
        if audio is None:
            return found
        reached = loudness_after(container, audio, found.correction, stretch)
    return replace(found, correction=found.correction.refined(reached))


def _stretch_of(options: RenderOptions) -> Stretch:
    return Stretch(options.begins.total_seconds(), math.inf if options.ends is None else options.ends.total_seconds())


def _cut(found: Survey, options: RenderOptions, name: str) -> Survey:
    """What is used of a movie. Raises UnusableMedia where that is next to nothing, as of another file's cut."""
    begins = Fraction(options.begins // _MILLISECOND, 1000)
    ends = found.seconds if options.ends is None else min(found.seconds, Fraction(options.ends // _MILLISECOND, 1000))
    if begins and ends - begins < _SHORTEST_SECONDS:
        raise UnusableMedia(
            f"{name} lasts {float(found.seconds):.1f} s, and is cut to begin after {float(begins):.1f} s; cut it anew"
        )
    return replace(found, begins=found.begins + begins, seconds=ends - begins)


def render_animation(
    recognised: Recognised, image: Image.Image, part: Path, format: Format, options: RenderOptions, report: Report
) -> int:
    """Writes the film of an opened animation at `part`, as often repeated as half a second needs; its frame count."""
    once = Fraction(animations.timing_of(image).duration.total_seconds()).limit_denominator(1000)
    repeats = -int(-Fraction(1, 2) // once)
    total = frames_for(once * repeats, format.frame_rate)
    canvas = CanvasFilter(format, options, time_base=Fraction(1, _ANIMATION_TICKS))
    ground = colour_of(options.background)
    cadence: Cadence[VideoFrame] = Cadence(format.frame_rate, total)
    with Film(part, format, with_sound=False) as film:
        for lap in range(repeats):
            for begins, drawn in animations.frames_of(image):
                frame = VideoFrame.from_ndarray(np.asarray(pictures.flattened(drawn, ground)), format="rgb24")
                frame.pts = round((lap * once + begins) * _ANIMATION_TICKS)
                frame.time_base = Fraction(1, _ANIMATION_TICKS)
                _pass_on(canvas.push(frame), cadence, film, Fraction(0))
                report(min(1.0, cadence.emitted / total))
        _pass_on(canvas.finish(), cadence, film, Fraction(0))
        for number, frame in cadence.finish():
            film.add_frame(number, frame)
    return total


def _pass_on(frames: Iterator[VideoFrame], cadence: Cadence[VideoFrame], film: Film, begins: Fraction) -> None:
    for frame in frames:
        seconds = (frame.pts or 0) * _tick(frame) - begins
        for number, settled in cadence.push(max(Fraction(0), seconds), frame):
            film.add_frame(number, settled)


class _Reel:
    """One movie on its way into one film."""

    def __init__(
        self, film: Film, format: Format, options: RenderOptions, found: Survey, total: int, report: Report
    ) -> None:
        self._film = film
        self._format = format
        self._options = options
        self._found = found
        self._total = total
        self._report = report
        self._canvas: CanvasFilter | None = None
        self._cadence: Cadence[VideoFrame] = Cadence(format.frame_rate, total)
        self._levelling = Levelling(found.correction.steps)
        self._line = SampleLine(total * SAMPLE_RATE // format.frame_rate)
        self._damaged = 0

    def run(self, container: InputContainer, video: VideoStream, audio: AudioStream | None, name: str) -> None:
        streams = [video] if audio is None else [video, audio]
        for count, packet in enumerate(container.demux(streams)):
            if self._cadence.emitted >= self._total and (audio is None or self._line.full):
                break  # what follows was cut off
            for frame in self._decoded(packet):
                if isinstance(frame, VideoFrame):
                    self._add_frame(frame, video)
                elif isinstance(frame, AudioFrame):
                    self._add_sound(self._levelling.push(frame))
            if count % _REPORT_EVERY == 0:
                self._report(_SURVEY_SHARE + (1 - _SURVEY_SHARE) * self._cadence.emitted / self._total)
        self._finish(name, with_sound=audio is not None)

    def _decoded(self, packet: Packet[Any]) -> list[Any]:
        """The frames of a packet; a damaged one has none and is counted."""
        try:
            return list(packet.decode())
        except av.error.InvalidDataError:
            self._damaged += 1
            return []

    def _add_frame(self, frame: VideoFrame, video: VideoStream) -> None:
        if frame.pts is None:
            return
        if self._canvas is None:
            self._canvas = CanvasFilter(
                self._format,
                self._options,
                aspect=movies.pixel_aspect(video),
                deinterlace=bool(frame.interlaced_frame),
                time_base=_tick(frame),
            )
        _pass_on(self._canvas.push(frame), self._cadence, self._film, self._found.begins)

    def _add_sound(self, frames: Iterator[AudioFrame]) -> None:
        for frame in frames:
            begins = (frame.pts or 0) * _tick(frame) - self._found.begins
            self._film.add_sound(self._line.place(frame, begins))

    def _finish(self, name: str, *, with_sound: bool) -> None:
        if self._canvas is not None:
            _pass_on(self._canvas.finish(), self._cadence, self._film, self._found.begins)
        most = max(3, int(self._found.pictures * _MOST_DAMAGED))
        if self._canvas is None or self._damaged > most:
            raise UnusableMedia(f"{name} is damaged: {self._damaged} of its parts do not decode; copy it again")
        for number, frame in self._cadence.finish():
            self._film.add_frame(number, frame)
        if with_sound:
            self._add_sound(self._levelling.finish())
            for silence in self._line.fill():
                self._film.add_sound(silence)


def _tick(frame: VideoFrame | AudioFrame) -> Fraction:
    """The unit of the frame's time, in seconds."""
    return frame.time_base or Fraction(1, 90_000)
