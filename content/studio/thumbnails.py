"""Still pictures of media for desks, small for lists and larger to look at: JPEG, of a video where there is something
to see.
"""

from __future__ import annotations

import contextlib
import io
from collections.abc import Iterator
from fractions import Fraction
from typing import TYPE_CHECKING

import av.error
import numpy as np
from PIL import Image

from content.errors import UnusableMedia
from content.studio import documents, movies, pictures
from content.studio.facts import MediaFacts
from content.studio.recognise import Reader, Recognised

if TYPE_CHECKING:
    from av.container import InputContainer
    from av.video.frame import VideoFrame
    from av.video.stream import VideoStream

THUMBNAIL_PX = (320, 180)
POSTER_PX = (1280, 720)
_GROUND = (32, 32, 32)
_MOMENTS = (Fraction(1, 4), Fraction(1, 2), Fraction(1, 10), Fraction(3, 4), Fraction(0))
_TELLING_SPREAD = 24.0  # standard deviation of brightness from which a frame is no fade or plain colour
_FRAMES_PAST_KEY = 60


def examine(recognised: Recognised) -> tuple[MediaFacts, bytes]:
    """Facts and thumbnail from one opening of the file. Raises UnusableMedia as `probe` does."""
    return _looked_at(recognised, 1, THUMBNAIL_PX)


def thumbnail(recognised: Recognised, page: int = 1) -> bytes:
    """The thumbnail alone, at most 320x180; `page` chooses a document's page."""
    return still(recognised, page, THUMBNAIL_PX)


def poster(recognised: Recognised, page: int = 1) -> bytes:
    """The same picture at most 1280x720; a smaller medium is not blown up."""
    return still(recognised, page, POSTER_PX)


def still(recognised: Recognised, page: int, most_px: tuple[int, int]) -> bytes:
    """A still picture of the medium that fits into `most_px`."""
    if recognised.reader is Reader.DOCUMENT:
        with documents.opened(recognised) as document:
            return _page(document, page, recognised.name, most_px)
    return _looked_at(recognised, page, most_px)[1]


def _looked_at(recognised: Recognised, page: int, most_px: tuple[int, int]) -> tuple[MediaFacts, bytes]:
    if recognised.reader is Reader.MOVIE:
        with movies.opened(recognised) as container:
            facts = movies.facts_of(recognised, container)
            return facts, _jpeg(_telling_frame(container, recognised.name, most_px), most_px)
    if recognised.reader is Reader.DOCUMENT:
        with documents.opened(recognised) as document:
            facts = documents.facts_of(recognised, document)
            return facts, _page(document, page, recognised.name, most_px)
    with pictures.opened(recognised) as image:
        full_px = image.size
        _read_small(image, recognised, most_px)
        facts = pictures.facts_of(recognised, image, full_px)
        if pictures.moves(recognised, image):
            image.seek(0)
        return facts, _jpeg(pictures.upright_srgb(_reduced(image, most_px)), most_px)


def _telling_frame(container: InputContainer, name: str, most_px: tuple[int, int]) -> Image.Image:
    """An upright frame of an opened movie that tells something: the first of a few moments that is no plain colour,
    else the most varied of them."""
    stream = movies.pictures_of(container, name)
    best, best_spread = None, -1.0
    for frame in _frames_at_moments(container, stream, name):
        image = upright_image(frame, stream, most_px)
        spread = float(np.asarray(image.convert("L"), dtype=np.float32).std())
        if spread > best_spread:
            best, best_spread = image, spread
        if spread >= _TELLING_SPREAD:
            break
    if best is None:
        raise UnusableMedia(f"{name} holds no picture that can be decoded; save it anew as MP4 (H.264)")
    return best


def _frames_at_moments(container: InputContainer, stream: VideoStream, name: str) -> Iterator[VideoFrame]:
    length = container.duration or 0
    start = container.start_time or 0
    for moment in _MOMENTS:
        wanted = start + int(length * moment)
        with contextlib.suppress(av.error.FFmpegError, UnusableMedia):
            container.seek(wanted)
            yield _frame_from(container, stream, wanted / 1_000_000, name)


def _frame_from(container: InputContainer, stream: VideoStream, seconds: float, name: str) -> VideoFrame:
    """The frame shown at `seconds`, or the nearest before it that a bounded walk from the key frame reaches."""
    frame = movies.first_frame(container, stream, name)
    for count, following in enumerate(container.decode(stream)):
        if count >= _FRAMES_PAST_KEY or following.time is None or following.time > seconds:
            break
        frame = following
    return frame


def upright_image(frame: VideoFrame, stream: VideoStream, most_px: tuple[int, int]) -> Image.Image:
    """The frame as people see it, made smaller where it does not fit into `most_px`."""
    turn = movies.turn_of(frame)
    width, height = movies.upright_size(frame, stream)
    scale = min(1.0, most_px[0] / width, most_px[1] / height)
    upright = (max(1, round(width * scale)), max(1, round(height * scale)))
    lying = upright if turn in (0, 180) else upright[::-1]
    image = Image.fromarray(frame.reformat(width=lying[0], height=lying[1], format="rgb24").to_ndarray())
    return image.rotate(-turn, expand=True) if turn else image


def _page(document: object, number: int, name: str, most_px: tuple[int, int]) -> bytes:
    return _jpeg(documents.drawn(documents.page_at(document, number, name), most_px), most_px)


def _read_small(image: Image.Image, recognised: Recognised, most_px: tuple[int, int]) -> None:
    """JPEG can be decoded at a fraction of its size, which still reads the whole file."""
    if recognised.decoder == "JPEG":
        image.draft("RGB" if image.mode == "RGB" else image.mode, (most_px[0] * 2, most_px[1] * 2))


def _reduced(image: Image.Image, most_px: tuple[int, int]) -> Image.Image:
    """A copy not much larger than what is wanted, so that turning and colour conversion cost little."""
    image.load()
    factor = min(image.width // (most_px[0] * 2), image.height // (most_px[0] * 2))
    if factor < 2 or image.mode in ("P", "1", "I", "I;16", "F"):
        return image
    small = image.reduce(factor)
    small.info = dict(image.info)
    return small


def _jpeg(image: Image.Image, most_px: tuple[int, int]) -> bytes:
    image.thumbnail(most_px, Image.Resampling.LANCZOS)
    buffer = io.BytesIO()
    pictures.flattened(image, _GROUND).save(buffer, "JPEG", quality=85)
    return buffer.getvalue()
