"""The ring of frames that one decoder writes and the stage reads, in memory both processes share.

The memory is anonymous (memfd_create(2)) and handed over as an open file: it has no name, so nothing is left behind
when both ends are gone. There is one writer and one reader, and neither ever waits: the writer leaves out the slot
that is on show, and publishes a frame by writing its record's sequence number last.
"""

from __future__ import annotations

import ctypes
import mmap
import os
from collections.abc import Collection
from dataclasses import dataclass
from enum import IntEnum

from schedules.checks import check_int

BYTES_PER_PIXEL = 4
MOST_SLOTS = 96
SLACK_SECONDS = 0.1
SPARE_SLOTS = 4
"""The frame on show, the one being written, and one on either side of them."""

_HEADER_BYTES = 4096
_RECORDS_AT = 32
_RECORD_WORDS = 4
_PAGE = 4096
_POINTER = ctypes.c_void_p
_LIBC = ctypes.CDLL(None)
_MADV_POPULATE_READ = 22


class Word(IntEnum):
    """Places of the header's 64-bit words. The stage writes SHOWN and KEEP; it resets the rest before a start.

    KEEP is the token of a former file whose frames are still to be shown, 0 for none.
    LAG_US is how far behind its time the last picture came; SOURCE_WIDTH and SOURCE_HEIGHT are the size of the file's
    pictures, SHAPES how many sizes it has had; CALIBRATED_US is the anchor that the calibration at start measured.
    """

    SHOWN = 0
    BOOTED = 1
    BEAT_NS = 2
    TOKEN = 3
    PREPARED_NS = 4
    STARTED_NS = 5
    ENDED_NS = 6
    FAILED = 7
    SEQUENCE = 8
    FRAME_NS = 9
    REPEATS = 10
    RESYNCS = 11
    ANCHOR_US = 12
    LAG_US = 13
    SOURCE_WIDTH = 14
    SOURCE_HEIGHT = 15
    SHAPES = 16
    CALIBRATED_US = 17
    KEEP = 18


_LASTING = (Word.SHOWN, Word.SEQUENCE, Word.KEEP)


@dataclass(frozen=True, slots=True)
class FrameFormat:
    """Frames of 32 bits a pixel (blue, green, red, unused), `slots` of them."""

    width_px: int
    height_px: int
    slots: int

    def __post_init__(self) -> None:
        check_int("frames.width_px", self.width_px, 1, 16384)
        check_int("frames.height_px", self.height_px, 1, 16384)
        check_int("frames.slots", self.slots, 4, MOST_SLOTS)

    @property
    def pitch_bytes(self) -> int:
        """Bytes from row to row: a multiple of 64, as vector code wants it."""
        return -(-self.width_px * BYTES_PER_PIXEL // 64) * 64

    @property
    def frame_bytes(self) -> int:
        """Bytes from frame to frame: whole pages, with some rows to spare for scalers that write in blocks."""
        rows = -(-self.height_px // 32) * 32
        return -(-self.pitch_bytes * rows // _PAGE) * _PAGE

    @property
    def total_bytes(self) -> int:
        return _HEADER_BYTES + self.slots * self.frame_bytes


def slots_for(frame_rate: float, lead_seconds: float) -> int:
    """How many slots hold `lead_seconds` of frames that were decoded ahead, and those on show."""
    return min(MOST_SLOTS, int((lead_seconds + SLACK_SECONDS) * frame_rate) + SPARE_SLOTS)


class Ring:
    """A ring of frames over the shared memory open as `fd`. `Ring.make` makes that memory."""

    def __init__(self, fd: int, format: FrameFormat) -> None:
        self.fd = fd
        self.format = format
        self._map = mmap.mmap(fd, format.total_bytes)
        self._words = memoryview(self._map)[:_HEADER_BYTES].cast("q")
        self._base = ctypes.addressof(ctypes.c_char.from_buffer(self._map))

    @classmethod
    def make(cls, format: FrameFormat) -> Ring:
        """A new ring in memory of its own, empty."""
        fd = os.memfd_create("displayctl-frames", os.MFD_CLOEXEC)
        os.ftruncate(fd, format.total_bytes)
        ring = cls(fd, format)
        ring.reset()
        ring.clear()
        return ring

    def reset(self) -> None:
        """Forget what a former decoder said of itself. The frames it left stay, until they are written over."""
        for word in Word:
            if word not in _LASTING:
                self._words[word] = 0

    def clear(self) -> None:
        """Forget every frame."""
        for slot in range(self.format.slots):
            self._words[_RECORDS_AT + slot * _RECORD_WORDS] = -1

    def close(self) -> None:
        """Give the file back; the memory itself goes when the last picture over it has gone."""
        os.close(self.fd)

    def __getitem__(self, word: Word) -> int:
        return self._words[word]

    def __setitem__(self, word: Word, value: int) -> None:
        self._words[word] = value

    def show(self, slot: int | None) -> None:
        """Say which slot is on show, so that it is not written over; None for none. For the reader."""
        self._words[Word.SHOWN] = 0 if slot is None else slot + 1

    def is_shown(self, slot: int) -> bool:
        return self._words[Word.SHOWN] == slot + 1

    def withdraw(self, slot: int) -> None:
        """Mark `slot` as being written. For the writer."""
        self._words[_RECORDS_AT + slot * _RECORD_WORDS] = -1

    def publish(self, slot: int, token: int, index: int, at_ns: int) -> None:
        """Offer what was written into `slot` as frame `index` of the item `token`. For the writer."""
        at = _RECORDS_AT + slot * _RECORD_WORDS
        sequence = self._words[Word.SEQUENCE] + 1
        self._words[at + 1] = token
        self._words[at + 2] = index
        self._words[at + 3] = at_ns
        self._words[at] = sequence
        self._words[Word.FRAME_NS] = at_ns
        self._words[Word.SEQUENCE] = sequence

    def next_slot(self) -> int:
        """The slot after the one written last, where writing over frames that are still to be shown begins last."""
        sequences = [self._words[_RECORDS_AT + slot * _RECORD_WORDS] for slot in range(self.format.slots)]
        return (sequences.index(max(sequences)) + 1) % self.format.slots

    def newest(self, token: int, wanted: int) -> tuple[int, int] | None:
        """Slot and index of the frame of item `token` that is nearest to `wanted` without lying after it.

        Of several with one index it is the one written last. None where there is none. For the reader.
        """
        most, last, best = -1, 0, -1
        words = self._words[_RECORDS_AT : _RECORDS_AT + self.format.slots * _RECORD_WORDS].tolist()
        for slot, (sequence, of, index) in enumerate(zip(words[0::4], words[1::4], words[2::4], strict=True)):
            if of == token and most <= index <= wanted and sequence > 0 and (index > most or sequence > last):
                most, last, best = index, sequence, slot
        return None if best < 0 else (best, most)

    def pixels(self, slot: int) -> memoryview:
        """The bytes of the frame in `slot`, without copying."""
        starts = _HEADER_BYTES + slot * self.format.frame_bytes
        return memoryview(self._map)[starts : starts + self.format.pitch_bytes * self.format.height_px]

    def address(self, slot: int) -> int:
        """Where the frame in `slot` lies in this process's memory, as long as the ring lives."""
        return self._base + _HEADER_BYTES + slot * self.format.frame_bytes

    def is_same(self, slot: int, other: int) -> bool:
        """Whether the frames in both slots are alike, pixel by pixel."""
        seen = ctypes.c_size_t(self.format.pitch_bytes * self.format.height_px)
        return bool(_LIBC.memcmp(_POINTER(self.address(slot)), _POINTER(self.address(other)), seen) == 0)

    def release(self, keep: Collection[int], most: int) -> bool:
        """Give the memory of frames back but those of the tokens `keep`, and that on show: of `most` of them; whether
        these were all. For the writer, while nothing is published; what is written later takes memory again. Does
        nothing where the system cannot do it."""
        if not hasattr(mmap, "MADV_REMOVE"):
            return True
        for slot in range(self.format.slots):
            at = _RECORDS_AT + slot * _RECORD_WORDS
            if self._words[at] <= 0 or self.is_shown(slot) or self._words[at + 1] in keep:
                continue
            if most <= 0:
                return False
            most -= 1
            self.withdraw(slot)
            self._map.madvise(mmap.MADV_REMOVE, _HEADER_BYTES + slot * self.format.frame_bytes, self.format.frame_bytes)
        return True

    def slots_of(self, token: int) -> list[int]:
        """The slots with frames of the item `token`. For the reader."""
        at, words = _RECORDS_AT, self._words
        places = ((slot, at + slot * _RECORD_WORDS) for slot in range(self.format.slots))
        return [slot for slot, place in places if words[place] > 0 and words[place + 1] == token]

    def map_frame(self, slot: int) -> None:
        """Map all pages of the frame in `slot` now, so that reading it causes no page faults. For the reader, on any
        thread; others go on meanwhile. Does nothing where the system cannot do it (Linux before 5.14)."""
        _LIBC.madvise(_POINTER(self.address(slot)), ctypes.c_size_t(self.format.frame_bytes), _MADV_POPULATE_READ)

    def blacken(self, slot: int) -> None:
        """Make the frame in `slot` black."""
        ctypes.memset(self.address(slot), 0, self.format.frame_bytes)
