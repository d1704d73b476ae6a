"""Measures whether a movie file is whole, from the sizes its outermost boxes claim, before any decoder sees it.

ISO/IEC 14496-12 section 4.2 (boxes of MP4 and MOV); RFC 8794 section 4 (elements of Matroska and WebM).
"""

from __future__ import annotations

import os
from typing import BinaryIO

from content.errors import UnusableMedia
from content.studio.recognise import Recognised

_MOST_BOXES = 100_000
_SEGMENT = 0x18538067


def require_whole(recognised: Recognised) -> None:
    """Raises UnusableMedia when the file ends before the data its header claims, or lacks its table of contents."""
    with recognised.path.open("rb") as source:
        size = os.fstat(source.fileno()).st_size
        if recognised.decoder == "mov":
            _walk_boxes(source, size, recognised.name)
        else:
            _measure_segment(source, size, recognised.name)


def _walk_boxes(source: BinaryIO, size: int, name: str) -> None:
    offset, seen = 0, set()
    for _ in range(_MOST_BOXES):
        if offset >= size:
            break
        kind, claimed = _box_at(source, offset, size)
        if claimed < 8:
            break  # padding or damage at the end: the decoder will judge
        if offset + claimed > size:
            raise UnusableMedia(_cut_off(name, offset + claimed, size))
        seen.add(kind)
        offset += claimed
    if b"moov" not in seen:
        raise UnusableMedia(f"{name} has no table of contents, as when recording was cut off; record or copy it again")


def _box_at(source: BinaryIO, offset: int, size: int) -> tuple[bytes, int]:
    source.seek(offset)
    head = source.read(16)
    claimed = int.from_bytes(head[:4], "big")
    if claimed == 1:
        claimed = int.from_bytes(head[8:16], "big")
    elif claimed == 0:
        claimed = size - offset  # "to the end of the file"
    return head[4:8], claimed


def _measure_segment(source: BinaryIO, size: int, name: str) -> None:
    offset = 0
    for _ in range(16):
        source.seek(offset)
        head = source.read(16)
        if len(head) < 4:
            return
        identifier, id_length = _number(head, keep_marker=True)
        claimed, size_length = _number(head[id_length:], keep_marker=False)
        if claimed == (1 << 7 * size_length) - 1:
            return  # of unknown size, as live recordings are
        end = offset + id_length + size_length + claimed
        if end > size:
            raise UnusableMedia(_cut_off(name, end, size))
        if identifier == _SEGMENT:
            return
        offset = end


def _number(data: bytes, *, keep_marker: bool) -> tuple[int, int]:
    """A variable-size integer and its length in bytes, 1 to 8."""
    length = min(8, 9 - data[0].bit_length()) if data and data[0] else 8
    value = int.from_bytes(data[:length], "big")
    return (value if keep_marker else value & ((1 << 7 * length) - 1)), length


def _cut_off(name: str, claimed: int, size: int) -> str:
    return (
        f"{name} is cut off: its header promises {_readable(claimed)}, but only {_readable(size)} are there; "
        "copy or download it again"
    )


def _readable(size: int) -> str:
    for unit, factor in (("GB", 10**9), ("MB", 10**6), ("kB", 10**3)):
        if size >= factor:
            return f"{size / factor:.1f} {unit}"
    return f"{size} bytes"
