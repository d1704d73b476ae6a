"""One picture that shows a film from its first frame to its last, for people who answer for all of it."""

from __future__ import annotations

import io
from bisect import bisect_right
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING

from PIL import Image

from content.errors import UnusableMedia
from content.studio import movies
from content.studio.recognise import Reader, Recognised
from content.studio.thumbnails import poster, upright_image

if TYPE_CHECKING:
    from av.container import InputContainer
    from av.video.frame import VideoFrame
    from av.video.stream import VideoStream

SHEET_PX = (1600, 1200)
FRAMES = 12
_GAP_PX = 4
_GROUND = (32, 32, 32)
_MOST_PACKETS = 2_000_000
_MOST_DECODED = 100_000


@dataclass(frozen=True, slots=True)
class _Reel:
    """The instants of a film's frames and of its key frames, ascending, in the stream's own units."""

    frames: tuple[int, ...]
    keys: tuple[int, ...]

    def moments(self) -> tuple[int, ...]:
        """The frames to be shown, the first and the last among them. Half are evenly apart in time and half in number,
        so that neither a long pause nor a rush of frames draws all of them to itself.
        """
        first, length, last = self.frames[0], self.frames[-1] - self.frames[0], len(self.frames) - 1
        chosen = set()
        for number in range(FRAMES):
            if number % 2:
                chosen.add(self.frames[last * number // (FRAMES - 1)])
            else:
                chosen.add(self.frames[bisect_right(self.frames, first + length * number // (FRAMES - 1)) - 1])
        return tuple(sorted(chosen))

    def key_before(self, moment: int) -> int:
        return self.keys[max(0, bisect_right(self.keys, moment) - 1)]


def contact_sheet(recognised: Recognised, report: Callable[[float], None] = lambda share: None) -> bytes:
    """A JPEG of at most 1600x1200 pixels with up to twelve frames of a film, row by row; of what does not move, the
    poster. `report` hears 0 to 1.

    The frames are those of the stream itself, whatever length the file claims. Raises UnusableMedia where a part of
    the film cannot be shown, for then nobody can answer for it.
    """
    if recognised.reader is not Reader.MOVIE:
        return poster(recognised)
    with movies.opened(recognised) as container:
        stream = movies.pictures_of(container, recognised.name)
        if len(container.streams.video) != 1:
            raise UnusableMedia(f"{recognised.name} holds several films at once; prepare it anew with one of them")
        reel = _reel(container, stream, recognised.name)
        moments = reel.moments()
        shown: list[Image.Image] = []
        columns, place_px = 1, SHEET_PX
        for frame in _frames_at(container, stream, reel, moments, recognised.name):
            if not shown:
                columns, place_px = _grid(frame, stream, len(moments))
            shown.append(upright_image(frame, stream, place_px))
            report(len(shown) / len(moments))
    return _jpeg(shown, columns)


def _reel(container: InputContainer, stream: VideoStream, name: str) -> _Reel:
    """Reads the whole film without decoding it: a header may lie about the length."""
    frames, keys = [], []
    for count, packet in enumerate(container.demux(stream)):
        if count >= _MOST_PACKETS:
            raise UnusableMedia(f"{name} has more frames than can be looked at; cut it into parts")
        if packet.pts is not None and not packet.is_discard:
            frames.append(packet.pts)
            if packet.is_keyframe:
                keys.append(packet.pts)
    if not frames:
        raise UnusableMedia(f"{name} holds no picture that can be decoded; save it anew as MP4 (H.264)")
    return _Reel(tuple(sorted(frames)), tuple(sorted(keys)) or (min(frames),))


def _frames_at(
    container: InputContainer, stream: VideoStream, reel: _Reel, moments: tuple[int, ...], name: str
) -> Iterator[VideoFrame]:
    """The frame on show at each moment. No part of the film is decoded twice."""
    decoded = _Decoding(container, stream, name)
    for moment in moments:
        key = reel.key_before(moment)
        if decoded.at is None or key > decoded.at:
            decoded.begin(key)
        yield decoded.frame_at(moment)


class _Decoding:
    """A film being decoded onwards, with one frame read ahead."""

    def __init__(self, container: InputContainer, stream: VideoStream, name: str) -> None:
        self._container, self._stream, self._name = container, stream, name
        self._coming: Iterator[VideoFrame] = iter(())
        self._frame: VideoFrame | None = None
        self._ahead: VideoFrame | None = None
        self._count = 0

    @property
    def at(self) -> int | None:
        return None if self._frame is None else self._frame.pts

    def begin(self, key: int) -> None:
        self._container.seek(key, stream=self._stream)
        self._coming = iter(self._container.decode(self._stream))
        self._frame = self._ahead = None

    def frame_at(self, moment: int) -> VideoFrame:
        """Raises UnusableMedia where nothing that decodes is shown by then."""
        if self._ahead is None:
            self._ahead = self._next()
        while self._ahead is not None and (self._ahead.pts or 0) <= moment:
            self._frame, self._ahead = self._ahead, self._next()
        seconds = float(moment * (self._stream.time_base or Fraction(1)))
        if self._frame is None or self._frame.pts != moment:
            raise UnusableMedia(f"{self._name} cannot be shown at {seconds:.1f} s; prepare it anew")
        return self._frame

    def _next(self) -> VideoFrame | None:
        self._count += 1
        if self._count > _MOST_DECODED:
            raise UnusableMedia(f"{self._name} has too few key frames to be looked at; prepare it anew")
        return next(self._coming, None)


def _grid(frame: VideoFrame, stream: VideoStream, count: int) -> tuple[int, tuple[int, int]]:
    """How many columns show `count` frames of this shape largest, and the place of each."""
    width, height = movies.upright_size(frame, stream)
    grids = []
    for columns in range(1, count + 1):
        rows = -(-count // columns)
        wide = (SHEET_PX[0] - _GAP_PX * (columns - 1)) // columns
        high = (SHEET_PX[1] - _GAP_PX * (rows - 1)) // rows
        grids.append((min(Fraction(wide, width), Fraction(high, height)), columns, (wide, high)))
    return max(grids)[1:]


def _jpeg(shown: list[Image.Image], columns: int) -> bytes:
    wide, high = max(image.width for image in shown), max(image.height for image in shown)
    rows = -(-len(shown) // columns)
    size = (columns * (wide + _GAP_PX) - _GAP_PX, rows * (high + _GAP_PX) - _GAP_PX)
    sheet = Image.new("RGB", size, _GROUND)
    for number, image in enumerate(shown):
        row, column = divmod(number, columns)
        sheet.paste(image, (column * (wide + _GAP_PX), row * (high + _GAP_PX)))
    buffer = io.BytesIO()
    sheet.save(buffer, "JPEG", quality=85)
    return buffer.getvalue()
