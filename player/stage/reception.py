"""One live stream on its way to the wall: a decoder process of its own, and the newest of its pictures."""

from __future__ import annotations

import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass

from player.decoder.frames import FrameFormat, Ring, Word
from player.decoder.live_words import INDEX_NS, Trouble
from player.decoder.orders import Halt, Watch
from player.decoder.supervisor import DecoderLost, DecoderProcess

S = 1_000_000_000
HOLD_NS = 3 * S
"""How long the last picture of a stream that stalls stays, before the poster takes its place."""

PROGRAM = (sys.executable, "-m", "player.decoder.live")
MOST_RING_BYTES = 64_000_000
_LEAST_SLOTS, _MOST_SLOTS = 8, 16
_TOKEN = 1
_LEAVE_SECONDS = 0.7

StartDecoder = Callable[[], DecoderProcess]


def start_receiving(width_px: int, height_px: int) -> DecoderProcess:
    """Start a live decoder whose pictures have this size; it comes up by itself."""
    one = FrameFormat(width_px, height_px, _LEAST_SLOTS)
    slots = max(_LEAST_SLOTS, min(_MOST_SLOTS, MOST_RING_BYTES // one.frame_bytes))
    return DecoderProcess(FrameFormat(width_px, height_px, slots), sound=False, program=PROGRAM)


@dataclass(frozen=True, slots=True)
class LiveFrame:
    """Where a picture of a stream lies. `number` counts those that were asked for, from 1."""

    ring: Ring
    slot: int
    number: int


class Reception:
    """Receives `url` from now on, until `close`; `shown` is how many of its pictures were asked for.

    Instants are monotonic nanoseconds.
    """

    def __init__(self, url: str, decoder: DecoderProcess, now_ns: int) -> None:
        self.url = url
        self.wanted_ns = now_ns
        self.restarts = 0
        self.shown = 0
        self._decoder = decoder
        self._life = 0
        self._pictured_ns = now_ns
        self._index = 0

    def tick(self, now_ns: int, *, was_asleep: bool) -> None:
        """Tell a decoder that has come up what to receive, and end one that does not answer.

        No decoder is judged where the stage `was_asleep`: the whole machine may have stood still.
        """
        decoder = self._decoder
        if not was_asleep and decoder.silent(now_ns):
            decoder.kill()
        elif decoder.up and decoder.life != self._life:
            try:
                decoder.order(Watch(_TOKEN, self.url))
            except DecoderLost:
                return
            self.restarts += self._life > 0
            self._life = decoder.life

    def frame(self, now_ns: int) -> LiveFrame | None:
        """The picture due at `now_ns`; None where there has been none for three seconds."""
        found = self._newest(now_ns)
        if found is None or now_ns - found[1] * INDEX_NS > HOLD_NS:
            return None
        slot, index = found
        if index != self._index:
            self._index, self.shown = index, self.shown + 1
        return LiveFrame(self._decoder.ring, slot, self.shown)

    def pictureless_ns(self, now_ns: int) -> int:
        """For how long there has been no picture; counted from the beginning where there never was one."""
        if found := self._newest(now_ns):
            self._pictured_ns = max(self._pictured_ns, found[1] * INDEX_NS)
        return now_ns - self._pictured_ns

    def _newest(self, now_ns: int) -> tuple[int, int] | None:
        return self._decoder.ring.newest(_TOKEN, now_ns // INDEX_NS)

    @property
    def trouble(self) -> Trouble:
        """Why there are no pictures, as far as the decoder knows."""
        return Trouble(self._decoder.ring[Word.FAILED])

    @property
    def pid(self) -> int | None:
        return self._decoder.pid

    def close(self) -> None:
        """Take leave of the camera and end the decoder, without waiting for it."""
        threading.Thread(target=self._leave, daemon=True, name="leave").start()

    def _leave(self) -> None:
        decoder = self._decoder
        try:
            decoder.order(Halt())
        except DecoderLost:
            pass
        else:
            time.sleep(_LEAVE_SECONDS)
        decoder.close()
