"""One libVLC player whose pictures go into a ring of frames, each with the index it has in its file.

libVLC's callbacks run on its own threads and only write memory: calling libVLC from them hangs for ever.
"""

from __future__ import annotations

import ctypes
import time
from typing import Any

from player.decoder.frames import BYTES_PER_PIXEL, Ring, Word
from player.decoder.numbering import ANCHOR_S, Numbering
from player.decoder.orders import Prepare

_POINTER = ctypes.c_void_p
_UINT = ctypes.POINTER(ctypes.c_uint)
_Lock = ctypes.CFUNCTYPE(_POINTER, _POINTER, ctypes.POINTER(_POINTER))
_Display = ctypes.CFUNCTYPE(None, _POINTER, _POINTER)
_Format = ctypes.CFUNCTYPE(ctypes.c_uint, ctypes.POINTER(_POINTER), _POINTER, _UINT, _UINT, _UINT, _UINT)
_Cleanup = ctypes.CFUNCTYPE(None, _POINTER)
_CHROMA = b"RV32"
_PADDING = 31
_START_S = 0.001
"""With a start time of 0 libVLC decodes nothing while paused; with one millisecond it shows the first picture."""


class Deck:
    """Plays one file after another on one player that is kept for ever (a new one each time would creep)."""

    def __init__(self, vlc: Any, instance: Any, ring: Ring) -> None:
        self._instance = instance
        self._player = instance.media_player_new()
        self._ring = ring
        self._slot = 0
        self._token = 0
        self._playing = False
        self._went_ns = 0
        self._anchor_s = ANCHOR_S
        self._numbering = Numbering(start_s=0.0, frame_rate=0.0)
        self._inset = (0, 0, ring.format.width_px, ring.format.height_px)
        self._blackened: list[object] = [None] * ring.format.slots
        self._callbacks = (_Lock(self._lock), _Display(self._display), _Format(self._negotiate), _Cleanup(_nothing))
        self._attach(vlc)

    def prepare(self, order: Prepare) -> None:
        """Open the file and stand still at its first picture; the ring says PREPARED_NS when that is there."""
        self._playing = False
        self._learn_anchor()
        self._player.stop()
        ring = self._ring
        ring.clear()
        for word in (Word.PREPARED_NS, Word.STARTED_NS, Word.ENDED_NS, Word.FAILED, Word.FRAME_NS):
            ring[word] = 0
        self._token = ring[Word.TOKEN] = order.token
        self._numbering = Numbering(order.start_s, order.frame_rate, exact=not order.drops)
        self._player.set_media(self._media(order))
        if self._player.play() == -1:
            ring[Word.FAILED] = 1
        if order.volume is not None:
            self._player.audio_set_volume(order.volume)

    def go(self, token: int) -> None:
        """Begin to play what is prepared, now."""
        if token != self._token or self._playing:
            return
        self._went_ns = time.monotonic_ns()
        self._playing = True
        self._ring[Word.STARTED_NS] = self._went_ns
        self._player.set_pause(0)

    def halt(self) -> None:
        self._playing = False
        self._token = self._ring[Word.TOKEN] = 0
        self._player.stop()

    def _media(self, order: Prepare) -> Any:
        media = self._instance.media_new_path(order.path)
        media.add_option(":start-paused")
        media.add_option(f":start-time={order.start_s + _START_S:.6f}")
        if order.drops:
            # Only frames that no other frame needs are left out: anything more tears pictures apart.
            media.add_option(":drop-late-frames")
            media.add_option(":avcodec-skip-frame=1")
        if order.volume is None:
            media.add_option(":no-audio")
        else:
            media.add_option(f":audio-desync={round(order.lead_s * 1000)}")
        return media

    def _attach(self, vlc: Any) -> None:
        lock, display, negotiate, cleanup = self._callbacks
        vlc.dll.libvlc_video_set_callbacks(self._player, lock, None, display, None)
        vlc.dll.libvlc_video_set_format_callbacks(self._player, negotiate, cleanup)
        events = self._player.event_manager()
        events.event_attach(vlc.EventType.MediaPlayerEndReached, self._ended)
        events.event_attach(vlc.EventType.MediaPlayerEncounteredError, self._failed)

    def _learn_anchor(self) -> None:
        measured = self._numbering.measured_anchor_s()
        if measured is not None:
            self._anchor_s += (measured - self._anchor_s) / 4
            self._ring[Word.ANCHOR_US] = round(self._anchor_s * 1e6)

    def _next_slot(self) -> None:
        self._slot = (self._slot + 1) % self._ring.format.slots

    def _lock(self, _opaque: int, planes: Any) -> int:
        if self._ring.is_shown(self._slot):
            self._next_slot()
        slot = self._slot
        self._ring.withdraw(slot)
        x, y, _, _ = self._inset
        if self._blackened[slot] != self._inset:
            self._ring.blacken(slot)
            self._blackened[slot] = self._inset
        planes[0] = self._ring.address(slot) + y * self._ring.format.pitch_bytes + x * BYTES_PER_PIXEL
        return slot + 1

    def _display(self, _opaque: int, picture: int | None) -> None:
        slot, now = (picture or 1) - 1, time.monotonic_ns()
        if self._playing:
            index = self._numbering.number((now - self._went_ns) / 1e9, self._anchor_s)
            self._ring[Word.REPEATS], self._ring[Word.RESYNCS] = self._numbering.repeats, self._numbering.resyncs
        else:
            index = self._numbering.first()
            if self._ring[Word.PREPARED_NS] == 0:
                self._ring[Word.PREPARED_NS] = now
        if index is not None:
            self._ring.publish(slot, self._token, index, now)
            self._next_slot()  # while paused too: the first picture must not be in the making when playing begins

    def _negotiate(self, _opaque: Any, chroma: int, width: Any, height: Any, pitches: Any, lines: Any) -> int:
        """Ask for the canvas's own format; a file of another shape is fitted inside, with black around it."""
        ctypes.memmove(chroma, _CHROMA, 4)
        frames = self._ring.format
        self._inset = fit(width[0], height[0], frames.width_px, frames.height_px)
        width[0], height[0] = self._inset[2:]
        pitches[0], lines[0] = frames.pitch_bytes, self._inset[3]
        return 1

    def _ended(self, _event: Any) -> None:
        self._ring[Word.ENDED_NS] = time.monotonic_ns()

    def _failed(self, _event: Any) -> None:
        self._ring[Word.FAILED] = 1


def fit(width: int, height: int, most_width: int, most_height: int) -> tuple[int, int, int, int]:
    """Left, top, width and height of the largest picture of the shape `width` x `height` inside a canvas.

    libVLC tells the size as coded, padded by up to 31 pixels a side: a shape that is the canvas's but for that
    fills it. Other widths are multiples of 16, because its scalers write in blocks.
    """
    narrowest, tallest = (width - _PADDING) * most_height / most_width, width * most_height / most_width + _PADDING
    if width <= 0 or height <= 0 or narrowest <= height <= tallest:
        return 0, 0, most_width, most_height
    scale = min(most_width / width, most_height / height)
    wide = min(most_width, max(16, round(width * scale / 16) * 16))
    high = min(most_height, max(1, round(height * scale)))
    return (most_width - wide) // 2 // 4 * 4, (most_height - high) // 2, wide, high


def _nothing(_opaque: Any) -> None:
    """libVLC wants to be able to say that it is done with a format."""
