"""What a picture looks like, in 64 bits that stay nearly the same when it is saved anew, made smaller or lighter.

A difference hash: the picture as 9 x 8 grey dots, and for each whether the dot to its right is brighter.
"""

from __future__ import annotations

import io

import numpy as np
from PIL import Image

PLAIN = "0" * 16
_DOTS = (9, 8)
_TELLING_LEVELS = 3
"""Grey levels between neighbours from which a difference is one; below, noise would decide."""


def look_of(jpeg: bytes) -> str:
    """The look of a thumbnail as 16 hexadecimal digits; `PLAIN` for a plain colour, which is like every other one."""
    with Image.open(io.BytesIO(jpeg), formats=("JPEG", "PNG")) as image:
        grey = np.asarray(image.convert("L").resize(_DOTS, Image.Resampling.BOX), dtype=np.int16)
    steps = grey[:, 1:] - grey[:, :-1]
    if np.abs(steps).max() < _TELLING_LEVELS:
        return PLAIN
    bits = np.packbits((steps >= _TELLING_LEVELS).ravel())
    return bits.tobytes().hex()
