"""Tells HEIC and AVIF files, in which phones keep stills, from the films whose container they share (ISO 14496-12)."""

from __future__ import annotations

from pathlib import Path

_STILL_BRANDS = (b"avif", b"heic", b"heix", b"mif1")


def is_phone_picture(path: Path) -> bool:
    """Whether the file begins like a HEIC or AVIF still. Raises OSError where it cannot be read."""
    with path.open("rb") as file:
        start = file.read(12)
    return start[4:8] == b"ftyp" and start[8:12] in _STILL_BRANDS
