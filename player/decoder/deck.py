"""One libVLC player whose pictures go into a ring of frames, each with the index it has in its file.

libVLC's callbacks run on its own threads and only write memory: calling libVLC from them hangs for ever.
"""

from __future__ import annotations

import ctypes
import time
from typing import Any

from player.decoder.foreign_thread import ForeignThread
from player.decoder.frames import BYTES_PER_PIXEL, Ring, Word
from player.decoder.gain import Gain
from player.decoder.libvlc import decoding_threads
from player.decoder.numbering import ANCHOR_S, Numbering
from player.decoder.orders import Prepare, Volume
from player.decoder.shape import MOST_SOURCE_PIXELS, fit, shape_of
from player.heap import Heap

_POINTER = ctypes.c_void_p
_UINT = ctypes.POINTER(ctypes.c_uint)
_Lock = ctypes.CFUNCTYPE(_POINTER, _POINTER, ctypes.POINTER(_POINTER))
_Display = ctypes.CFUNCTYPE(None, _POINTER, _POINTER)
_Format = ctypes.CFUNCTYPE(ctypes.c_uint, ctypes.POINTER(_POINTER), _POINTER, _UINT, _UINT, _UINT, _UINT)
_Cleanup = ctypes.CFUNCTYPE(None, _POINTER)
_CHROMA = b"RV32"
_NO_TRACK = -1
_ENOUGH_LOOKS = 2
_SMALL_RING_BYTES = 80_000_000
"""So little memory is not given back between two files: to take it anew costs more than it is worth."""

_RELEASED_AT_ONCE = 3

_OF_ONE_FILE = (
    Word.PREPARED_NS,
    Word.STARTED_NS,
    Word.ENDED_NS,
    Word.FAILED,
    Word.FRAME_NS,
    Word.LAG_US,
    Word.SOURCE_WIDTH,
    Word.SOURCE_HEIGHT,
    Word.SHAPES,
)
UNSEEN = -1
"""The token of a file whose frames are timed, and not given out."""

_START_S = 0.001
"""With a start time of 0 libVLC decodes nothing while paused; with one millisecond it shows the first picture."""


class Deck:
    """Plays one file after another on one player that is kept for ever (a new one each time would creep)."""

    def __init__(self, vlc: Any, instance: Any, ring: Ring) -> None:
        self._instance = instance
        self._player = instance.media_player_new()
        self._gain = Gain(self._player)
        self._ring = ring
        self._slot = self._newest = ring.next_slot()
        self._token = 0
        self._stride = 1
        self._playing = False
        self._paused = vlc.State.Paused
        self._looks = 0
        self._is_tidy = True
        self._is_small = ring.format.total_bytes <= _SMALL_RING_BYTES
        self._went_ns = self._seen_ns = 0
        self.anchor_s = ANCHOR_S
        self._numbering = Numbering(start_s=0.0, frame_rate=0.0)
        self._inset = (0, 0, ring.format.width_px, ring.format.height_px)
        self._blackened: list[object] = [None] * ring.format.slots
        self._thread = ForeignThread()
        self._heap = Heap()
        self._callbacks = (_Lock(self._lock), _Display(self._display), _Format(self._negotiate), _Cleanup(self._done))
        self._attach(vlc)

    def prepare(self, order: Prepare) -> None:
        """Open the file and stand still at its first picture; the ring says PREPARED_NS when that is there.

        Frames of the file before stay in the ring until playing begins: they may still have to be shown.
        """
        self._playing = False
        self._is_tidy = False
        self._looks = 0
        self._learn_anchor()
        self._player.stop()
        self._heap.tidy()
        ring = self._ring
        for word in _OF_ONE_FILE:
            ring[word] = 0
        self._stride = order.stride
        self._token = ring[Word.TOKEN] = order.token
        self._numbering = Numbering(order.start_s, order.frame_rate, exact=not order.drops)
        media = self._media(order)
        self._player.set_media(media)
        media.release()  # the player keeps its own hold on it, and would never be rid of ours
        if order.volume is not None:
            self._gain.set(order.volume)
        if self._player.play() == -1:
            ring[Word.FAILED] = 1

    def go(self, token: int) -> None:
        """Begin to play what is prepared, now."""
        if token != self._token or self._playing:
            return
        self._went_ns = time.monotonic_ns()
        self._playing = True
        self._ring[Word.STARTED_NS] = self._went_ns
        self._player.set_pause(0)

    def look_for_pictures(self) -> None:
        """Find out sooner than by waiting that a file has no pictures: it is open, and has no track of them.

        To be called now and then; two looks have to agree.
        """
        waits = self._token and not self._playing and not self._ring[Word.PREPARED_NS]
        if not waits or self._player.get_state() != self._paused or self._player.video_get_track_count() != 0:
            self._looks = 0
            return
        self._looks += 1
        if self._looks >= _ENOUGH_LOOKS:
            self._ring[Word.FAILED] = 1

    def sound(self, order: Volume) -> None:
        """Change how loud the item is: its sound is closed, since what is decoded ahead would still be heard, and but
        for a cut opened again."""
        if order.token != self._token:
            return
        self._player.audio_set_track(_NO_TRACK)
        if order.cut:
            return
        self._gain.set(order.percent)
        given = [track for track, _ in self._player.audio_get_track_description() or () if track != _NO_TRACK]
        for track in given[:1]:
            self._player.audio_set_track(track)

    def tidy(self) -> None:
        """For each file, before it plays: give back the memory of frames that nobody will show any more, a few at a
        time, as it keeps a processor busy just where the first frames of another file are shown.

        Of two decks one waits most of the time, and its frames would take as much as those of the one that plays.
        """
        if self._is_small or self._playing or self._is_tidy or (self._token and not self._ring[Word.PREPARED_NS]):
            return
        kept = self._ring[Word.KEEP]
        self._is_tidy = self._ring.release((self._token, kept), _RELEASED_AT_ONCE) and not kept

    def halt(self) -> None:
        self._playing = self._is_tidy = False
        self._token = self._ring[Word.TOKEN] = 0
        self._player.stop()

    @property
    def measured_anchor_s(self) -> float | None:
        """When frames came after their time in what was played last, in seconds; None where too few came."""
        return self._numbering.measured_anchor_s()

    def _media(self, order: Prepare) -> Any:
        media = self._instance.media_new_path(order.path)
        media.add_option(":start-paused")
        media.add_option(f":start-time={order.start_s + _START_S:.6f}")
        frames = self._ring.format
        threads = decoding_threads(frames.width_px, frames.height_px, order.frame_rate, heavy=order.drops)
        media.add_option(f":avcodec-threads={threads}")
        if order.drops:
            # Only frames that no other frame needs are left out: anything more tears pictures apart.
            media.add_option(":drop-late-frames")
            media.add_option(":avcodec-skip-frame=1")
        if order.volume is None or order.hushed:
            media.add_option(":no-audio")
        if order.volume is not None:
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
        measured = self.measured_anchor_s
        if measured is not None and self._token != UNSEEN:
            self.anchor_s += (measured - self.anchor_s) / 4
            self._ring[Word.ANCHOR_US] = round(self.anchor_s * 1e6)

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
        index = self._playing_index(slot, now) if self._playing else self._standing_index(now)
        self._seen_ns = now
        if index is not None and index % self._stride == 0 and self._token != UNSEEN:
            self._ring.publish(slot, self._token, index, now)
            self._newest = slot
            self._next_slot()  # while paused too: the first picture must not be in the making when playing begins

    def _playing_index(self, slot: int, now: int) -> int | None:
        numbering, ring = self._numbering, self._ring
        elapsed_s, quiet_s = (now - self._went_ns) / 1e9, (now - self._seen_ns) / 1e9
        index = numbering.number(elapsed_s, self.anchor_s, quiet_s, lambda: ring.is_same(slot, self._newest))
        ring[Word.REPEATS], ring[Word.RESYNCS] = numbering.repeats, numbering.resyncs
        ring[Word.LAG_US] = round(numbering.lag_s * 1e6)
        return index

    def _standing_index(self, now: int) -> int | None:
        """Only the first of the pictures shown while paused counts: libVLC shows it again and again."""
        if self._ring[Word.PREPARED_NS]:
            return None
        index = self._numbering.first()
        self._ring[Word.PREPARED_NS] = now
        return index

    def _negotiate(self, _opaque: Any, chroma: int, width: Any, height: Any, pitches: Any, lines: Any) -> int:
        """Ask for the canvas's own format; a file of another shape is fitted inside, with black around it.

        Called again where the size of a file's pictures changes; libVLC then throws away those of the former size that
        it has not shown yet. Pictures too large for any wall are refused.
        """
        ring, frames, source = self._ring, self._ring.format, shape_of(width, height)
        if (ring[Word.SOURCE_WIDTH], ring[Word.SOURCE_HEIGHT]) != (source.width_px, source.height_px):
            ring[Word.SOURCE_WIDTH], ring[Word.SOURCE_HEIGHT] = source.width_px, source.height_px
            ring[Word.SHAPES] += 1
            if self._playing:
                self._numbering.lose_count()
        if source.width_px * source.height_px > MOST_SOURCE_PIXELS:
            ring[Word.FAILED] = 1
            return 0
        ctypes.memmove(chroma, _CHROMA, 4)
        self._inset = fit(source, frames.width_px, frames.height_px)
        width[0], height[0] = self._inset[2:]
        pitches[0], lines[0] = frames.pitch_bytes, self._inset[3]
        self._thread.keep()
        return 1

    def _done(self, _opaque: Any) -> None:
        """No more pictures come from this thread of libVLC's."""
        self._thread.let_go()

    def _ended(self, _event: Any) -> None:
        self._ring[Word.ENDED_NS] = time.monotonic_ns()

    def _failed(self, _event: Any) -> None:
        self._ring[Word.FAILED] = 1
