"""Puts decoded pictures of any size and format into the ring of frames, each for the instant at which it is due."""

from __future__ import annotations

import ctypes
from collections import deque

import av
from av.video.reformatter import VideoReformatter

from player.decoder.frames import BYTES_PER_PIXEL, Ring
from player.decoder.live_words import INDEX_NS
from player.decoder.shape import Shape, fit

_RING_FORMAT = "bgr0"
_SPARE_SLOTS = 4


class Easel:
    """Fits pictures into the ring's frames, with black around those of another shape. The ring's only writer.

    `pixel_aspect` is how much wider than high the pixels of the pictures to come are.
    """

    def __init__(self, ring: Ring, token: int) -> None:
        self._ring = ring
        self._token = token
        self._slot = ring.next_slot()
        self.pixel_aspect = 1.0
        self._scaler = VideoReformatter()
        self._insets: list[tuple[int, int, int, int] | None] = [None] * ring.format.slots
        self._pending: deque[tuple[int, int]] = deque()

    def is_full(self, now_ns: int) -> bool:
        """Whether so many frames wait for their time that one more would take the place of one not yet shown."""
        while self._pending and self._pending[0][0] <= now_ns:
            self._pending.popleft()
        return len(self._pending) >= self._ring.format.slots - _SPARE_SLOTS

    def put(self, picture: av.VideoFrame, due_ns: int, now_ns: int) -> None:
        """Publish `picture` for `due_ns`; frames that were to come after it are left out."""
        while self._pending and self._pending[-1][0] >= due_ns:
            self._ring.withdraw(self._pending.pop()[1])
        slot = self._free_slot()
        self._ring.withdraw(slot)
        self._paint(picture, slot)
        self._ring.publish(slot, self._token, due_ns // INDEX_NS, now_ns)
        self._pending.append((due_ns, slot))

    def _free_slot(self) -> int:
        slots = self._ring.format.slots
        self._slot = (self._slot + 1) % slots
        if self._ring.is_shown(self._slot):
            self._slot = (self._slot + 1) % slots
        return self._slot

    def _paint(self, picture: av.VideoFrame, slot: int) -> None:
        frames = self._ring.format
        shape = Shape(round(picture.width * self.pixel_aspect), picture.height, exact=True)
        inset = fit(shape, frames.width_px, frames.height_px)
        if self._insets[slot] != inset:
            self._ring.blacken(slot)
            self._insets[slot] = inset
        left, top, width, height = inset
        scaled = self._scaler.reformat(picture, width, height, _RING_FORMAT, interpolation="BILINEAR")
        plane = scaled.planes[0]
        target = self._ring.address(slot) + top * frames.pitch_bytes + left * BYTES_PER_PIXEL
        _copy_rows(plane.buffer_ptr, plane.line_size, target, frames.pitch_bytes, width * BYTES_PER_PIXEL, height)


def _copy_rows(source: int, source_pitch: int, target: int, target_pitch: int, row_bytes: int, rows: int) -> None:
    if source_pitch == target_pitch:
        ctypes.memmove(target, source, source_pitch * (rows - 1) + row_bytes)
        return
    for row in range(rows):
        ctypes.memmove(target + row * target_pitch, source + row * source_pitch, row_bytes)
