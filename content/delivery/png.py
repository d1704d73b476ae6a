"""What a PNG says of itself before anybody decodes it: how large it is, and that nothing beside the picture unfolds.

Four megabytes of it can hold a picture of gigabytes, and so can the packed texts and colour profiles at its side.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

from content.errors import Refused
from schedules.display import MOST_PIXELS

MOST_CHUNKS = 4096
_START, _HEADER_ENDS = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", 33
_SIGNATURE_BYTES, _FRAME_BYTES = 8, 12
_PACKED = frozenset({b"iCCP", b"iTXt", b"zTXt"})


def check_png(data: bytes, name: str) -> None:
    """That the picture called `name` is a PNG (ISO 15948) of 16,777,216 pixels at most, as large as the largest canvas.

    Nothing is decoded. Raises Refused (``pictures``) where it is none, and (``bounds``) where it has more pixels, more
    than 4,096 parts, or packed texts or a colour profile, which the pages of alerts never have.
    """
    if not data.startswith(_START) or len(data) < _HEADER_ENDS:
        raise Refused("pictures", f"the picture {name} is no PNG; make the alert's pictures again")
    width, height = struct.unpack_from(">II", data, len(_START))
    if not 0 < width * height <= MOST_PIXELS:
        raise Refused("bounds", f"the picture {name} has {width}x{height} pixels; at most {MOST_PIXELS} are allowed")
    for number, kind in enumerate(_kinds(data)):
        if kind in _PACKED or number == MOST_CHUNKS:
            raise Refused("bounds", f"the picture {name} holds more than a picture; make the alert's pictures again")


def _kinds(data: bytes) -> Iterator[bytes]:
    """The kinds of its parts, up to its end."""
    at = _SIGNATURE_BYTES
    while at + _FRAME_BYTES <= len(data):
        length, kind = struct.unpack_from(">I4s", data, at)
        yield kind
        if kind == b"IEND":
            return
        at += _FRAME_BYTES + length
