"""Slow movement over a still picture: which part of it fills the place at a moment.

The picture is magnified by a few parts of a hundred only, so that one which has the place's own size stays sharp. The
part moves in steps of an eighth of a pixel: nobody sees them, and nothing is painted anew between two.
"""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize

from schedules.transition import Motion

ZOOM = 0.08
"""By how much a picture has grown, or how far it has moved in parts of its width, when its time is over."""

LONGEST = 1.5
"""Up to when a picture moves, in its own time: it runs on under the transition that ends it."""

_STEPS_PER_PX = 8


def step_of(size: QSize, progress: float) -> int:
    """The number of the step at `progress`: 0 at a picture's start, and where its time is over it goes beyond 1."""
    within = max(0.0, min(progress, LONGEST))
    return int(within * ZOOM * max(size.width(), size.height()) * _STEPS_PER_PX)


def part_at(motion: Motion, size: QSize, step: int) -> QRectF | None:
    """The part of a picture of `size` that fills the place at `step`; None for all of it."""
    if motion is Motion.NONE:
        return None
    moved = step / (max(size.width(), size.height()) * _STEPS_PER_PX)
    most = ZOOM * LONGEST
    wide, high = size.width(), size.height()
    if motion in (Motion.ZOOM_IN, Motion.ZOOM_OUT):
        scale = 1 / (1 + (moved if motion is Motion.ZOOM_IN else most - moved))
        return QRectF(wide * (1 - scale) / 2, high * (1 - scale) / 2, wide * scale, high * scale)
    scale = 1 / (1 + most)
    room = wide * (1 - scale)
    left = room * (moved / most if motion is Motion.PAN_RIGHT else 1 - moved / most)
    return QRectF(left, high * (1 - scale) / 2, wide * scale, high * scale)
