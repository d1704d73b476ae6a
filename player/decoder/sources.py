"""Opens a live stream for reading, and nothing but that: which protocols and formats an address may lead to.

A stream's address comes out of a signed programme, but what answers there need not be friendly: a playlist, or a
redirection, may name anything. FFmpeg is told for each scheme which protocols and formats may take part, so that no
answer makes it read a file of this machine or speak something else to its network.
"""

from __future__ import annotations

import time
from dataclasses import dataclass, field
from urllib.parse import urlsplit

import av
from av.container import InputContainer

from player.decoder.live_words import Trouble

OPEN_SECONDS = 5.0
_CUT_OFF_SECONDS = 0.2
_FORMATS = "hls,mpegts,mpjpeg,mjpeg,mov,mp4,matroska,webm,flv,h264,hevc,webvtt,aac,mp3,ac3"
_HURRY = {"analyzeduration": "200000", "probesize": "500000", "fpsprobesize": "0"}
"""Microseconds, bytes and frames that FFmpeg looks at before it says what a stream is: its own figures take seconds."""


class SourceFailed(Exception):
    """A stream could not be opened or read; `trouble` says why. No address is told: it may hold a password."""

    def __init__(self, trouble: Trouble) -> None:
        super().__init__(trouble.sentence)
        self.trouble = trouble


@dataclass(frozen=True, slots=True)
class Access:
    """How streams of one scheme are read. Without a `format` FFmpeg finds it out. `read_seconds` bounds every wait."""

    protocols: str
    format: str | None
    read_seconds: float
    options: dict[str, str] = field(default_factory=dict)


_WEB = Access("http,https,tcp,tls,crypto", None, 12.0, {"live_start_index": "-2", "format_whitelist": _FORMATS})
_ACCESSES = {
    "rtsp": Access("rtp,udp,tcp", "rtsp", 2.5, {"rtsp_flags": "prefer_tcp"}),
    "rtp": Access("rtp,udp", "rtp", 2.5, {"buffer_size": "2000000"}),
    "http": _WEB,
    "https": _WEB,
}


def open_source(url: str) -> InputContainer:
    """The stream at `url`, open. Blocks up to five seconds. Raises SourceFailed."""
    access = _ACCESSES.get(urlsplit(url).scheme)
    if access is None:
        raise SourceFailed(Trouble.FORBIDDEN)
    began = time.monotonic()
    options = {**_HURRY, **access.options, "protocol_whitelist": access.protocols}
    try:
        return av.open(url, format=access.format, options=options, timeout=(OPEN_SECONDS, access.read_seconds))
    except (av.error.FFmpegError, OSError, ValueError) as error:
        # A wait that was cut off is told as bad data by some protocols.
        silent = time.monotonic() - began > OPEN_SECONDS - _CUT_OFF_SECONDS
        raise SourceFailed(Trouble.SILENT if silent else trouble_of(error)) from None


def read_seconds(url: str) -> float:
    """The longest that one reading from an open stream at `url` may take."""
    return _ACCESSES[urlsplit(url).scheme].read_seconds


def trouble_of(error: Exception) -> Trouble:
    """What an exception of PyAV means for a stream."""
    match error:
        case av.error.HTTPUnauthorizedError() | av.error.HTTPForbiddenError():
            return Trouble.LOCKED
        case av.error.HTTPNotFoundError():
            return Trouble.ABSENT
        case av.error.ExitError() | TimeoutError():
            return Trouble.SILENT
        case av.error.EOFError():
            return Trouble.ENDED
        case av.error.InvalidDataError() | av.error.DecoderNotFoundError() | av.error.ArgumentError():
            return Trouble.UNREADABLE  # the last where a decoder misses what the pictures are read with
        case _:
            return Trouble.REFUSED
