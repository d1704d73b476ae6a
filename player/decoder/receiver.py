"""Receives one live stream for as long as it is wanted: connects, decodes, and connects again when it was lost."""

from __future__ import annotations

import threading
import time
from contextlib import closing
from typing import cast

import av
from av.container import InputContainer
from av.stream import Discard

from player.decoder.easel import Easel
from player.decoder.frames import Ring, Word
from player.decoder.live_words import Trouble
from player.decoder.pacing import Pacing
from player.decoder.sources import OPEN_SECONDS, SourceFailed, open_source, read_seconds, trouble_of

S = 1_000_000_000
FIRST_PAUSE_SECONDS = 0.2
LONGEST_PAUSE_SECONDS = 2.0
PICTURELESS_NS = 3 * S // 2
"""Packets that give no picture for so long, where there were some, are of another stream now: it is opened anew."""

FIRST_PICTURE_NS = 15 * S
"""Before the first picture there may be packets for as long as a camera takes from one key frame to the next."""

_WAIT_SECONDS = 0.02
_GRACE_SECONDS = 1.5
_HEALTHY_NS = 5 * S
_LARGEST_PIXELS = 8192 * 4352
_MOST_ASPECT = 4


class Receiver:
    """Writes the pictures of `url` into `ring` as item `token`, until `stop`. Runs on a thread of its own.

    PREPARED_NS is when the first picture came, FAILED the trouble since the last one, RESYNCS counts connections.
    """

    def __init__(self, ring: Ring, token: int, url: str) -> None:
        self._ring = ring
        self._url = url
        self._easel = Easel(ring, token)
        self._stopping = threading.Event()
        self._pictured_ns = 0
        self._alive_until_ns = 0
        self._stay_alive(OPEN_SECONDS)
        self._thread = threading.Thread(target=self._receive, daemon=True, name="receiver")
        ring[Word.TOKEN] = token
        self._thread.start()

    def stop(self, seconds: float) -> None:
        """Take leave of the server, as far as that is done within `seconds`."""
        self._stopping.set()
        self._thread.join(seconds)

    def is_stuck(self, now_ns: int) -> bool:
        """Whether what may take its time took much longer: a name being looked up, or FFmpeg in a stream it lost."""
        return now_ns > self._alive_until_ns

    def _receive(self) -> None:
        pause = 0.0
        while not self._stopping.wait(pause):
            began_ns = time.monotonic_ns()
            self._ring[Word.STARTED_NS] = began_ns
            self._stay_alive(OPEN_SECONDS)
            self._ring[Word.RESYNCS] += 1
            try:
                self._play()
                trouble = Trouble.ENDED
            except SourceFailed as error:
                trouble = error.trouble
            except (av.error.FFmpegError, OSError, ValueError) as error:
                trouble = trouble_of(error)
            self._ring[Word.FAILED] = int(trouble)
            self._stay_alive(LONGEST_PAUSE_SECONDS)
            worked = self._pictured_ns - began_ns > _HEALTHY_NS
            pause = FIRST_PAUSE_SECONDS if worked else min(LONGEST_PAUSE_SECONDS, pause * 2 + FIRST_PAUSE_SECONDS)

    def _play(self) -> None:
        """One connection, from its opening to its end."""
        with closing(open_source(self._url)) as container:
            if not container.streams.video:
                raise SourceFailed(Trouble.WITHOUT_PICTURES)
            self._follow(container)

    def _stay_alive(self, seconds: float) -> None:
        self._alive_until_ns = time.monotonic_ns() + round((seconds + _GRACE_SECONDS) * S)

    def _follow(self, container: InputContainer) -> None:
        stream = choose_stream(container, self._ring.format.height_px)
        stream.thread_type = "SLICE"  # threads over frames would hold each picture back by some
        self._easel.pixel_aspect = _pixel_aspect(stream)
        patience = read_seconds(self._url)
        pacing = Pacing(pushed=container.format.name != "hls")
        since_ns, limit_ns = time.monotonic_ns(), FIRST_PICTURE_NS
        self._stay_alive(patience)
        for packet in container.demux():
            self._stay_alive(patience)
            if self._stopping.is_set():
                return
            if packet.stream is stream and self._decode(cast("av.Packet[av.VideoStream]", packet), pacing):
                since_ns, limit_ns = time.monotonic_ns(), PICTURELESS_NS
            elif time.monotonic_ns() - since_ns > limit_ns:
                raise SourceFailed(Trouble.UNREADABLE)

    def _decode(self, packet: av.Packet[av.VideoStream], pacing: Pacing) -> bool:
        """Show what pictures the packet gives; says whether there were any."""
        try:
            pictures = packet.decode()
        except av.error.InvalidDataError:
            return False  # a part of it was lost on the way
        for picture in pictures:
            self._show(picture, pacing)
        return bool(pictures)

    def _show(self, picture: av.VideoFrame, pacing: Pacing) -> None:
        if picture.width * picture.height > _LARGEST_PIXELS:
            raise SourceFailed(Trouble.UNREADABLE)
        now_ns = time.monotonic_ns()
        due_ns = now_ns if picture.time is None else pacing.due_ns(round(picture.time * S), now_ns)
        while self._easel.is_full(time.monotonic_ns()) and not self._stopping.wait(_WAIT_SECONDS):
            pass
        now_ns = time.monotonic_ns()
        self._easel.put(picture, max(due_ns, now_ns), now_ns)
        self._pictured_ns = now_ns
        self._ring[Word.FAILED] = 0
        if self._ring[Word.PREPARED_NS] == 0:
            self._ring[Word.PREPARED_NS] = now_ns


def choose_stream(container: InputContainer, height_px: int) -> av.VideoStream:
    """Of a stream that is offered in several sizes the smallest that fills `height_px`, else the largest.

    Nothing of the others is fetched.
    """
    by_height = sorted(container.streams.video, key=lambda stream: stream.height or 0)
    chosen = next((stream for stream in by_height if (stream.height or 0) >= height_px), by_height[-1])
    for stream in container.streams:
        if stream is not chosen:
            stream.discard = Discard.all
    return chosen


def _pixel_aspect(stream: av.VideoStream) -> float:
    """How much wider than high the stream's pixels are, as in pictures of former television."""
    aspect = float(stream.sample_aspect_ratio or 1)
    return aspect if 1 / _MOST_ASPECT <= aspect <= _MOST_ASPECT else 1.0
