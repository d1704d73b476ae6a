"""The frame that a video shows at an instant, for people who choose where it begins and ends."""

from __future__ import annotations

import contextlib
import io
from itertools import islice

import av.error

from content.errors import UnusableMedia
from content.studio import movies
from content.studio.recognise import Reader, Recognised
from content.studio.thumbnails import POSTER_PX, upright_image

_MOST_DECODED = 1500
"""Frames from a key frame to the one that is wanted: a minute at 25 a second."""


def frame_at(recognised: Recognised, seconds: float) -> bytes:
    """JPEG of at most 1280x720: the newest frame that began by `seconds` after the first one, or the last there is.

    Raises UnusableMedia for what is no video, and where no frame decodes.
    """
    if recognised.reader is not Reader.MOVIE:
        raise UnusableMedia(f"{recognised.name} is no video; choose one")
    with movies.opened(recognised) as container:
        stream = movies.pictures_of(container, recognised.name)
        start = float((stream.start_time or 0) * (stream.time_base or 0))
        wanted = start + seconds + 0.0005  # instants are told in whole milliseconds
        with contextlib.suppress(av.error.FFmpegError):
            container.seek(int(wanted * 1_000_000))
        shown = movies.first_frame(container, stream, recognised.name)
        for frame in islice(container.decode(stream), _MOST_DECODED):
            if frame.time is not None and frame.time > wanted:
                break
            shown = frame
        buffer = io.BytesIO()
        upright_image(shown, stream, POSTER_PX).save(buffer, "JPEG", quality=85)
    return buffer.getvalue()
