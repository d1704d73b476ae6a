"""What one part of the wall shows at a refresh: a picture, the slate, nothing, or two of them during a transition."""

from __future__ import annotations

from dataclasses import dataclass, replace

from PySide6.QtCore import QPointF, QRectF, QSize
from PySide6.QtGui import QImage, QPainter

from schedules.transition import TransitionKind

Slots = tuple[tuple[int, int], ...]
"""Pairs of a deck's number and a slot of its ring, at most one for each deck."""

_SOURCE = QPainter.CompositionMode.CompositionMode_Source
_OVER = QPainter.CompositionMode.CompositionMode_SourceOver
_SMOOTH = QPainter.RenderHint.SmoothPixmapTransform
_ORIGIN = QPointF(0, 0)


@dataclass(frozen=True, slots=True)
class Shot:
    """A picture to paint: `image` None is the slate, or nothing at all where it is `bare`.

    `key` differs where the pixels do; `token` names its cue. `slots` is where in shared memory its pixels lie. `part`
    is the part of the image that fills the place, all of it by default. `change` leads into it.
    """

    key: tuple[object, ...]
    image: QImage | None
    token: str = ""
    slots: Slots = ()
    part: QRectF | None = None
    bare: bool = False
    change: Change | None = None

    @property
    def alone(self) -> Shot:
        """This shot without what it takes the place of."""
        return self if self.change is None else replace(self, change=None)

    def detached(self) -> Shot:
        """The same pixels in memory of their own, as they are now."""
        image = self.image.copy() if self.image is not None and self.slots else self.image
        return replace(self, image=image, slots=(), key=("copy", *self.key))


@dataclass(frozen=True, slots=True)
class Change:
    """A transition under way: `before` is what gives way, `progress` how far it has, above 0 and below 1."""

    kind: TransitionKind
    progress: float
    before: Shot


SLATE = Shot(("slate",), None)
NOTHING = Shot(("nothing",), None, bare=True)


def changing(shot: Shot, change: Change) -> Shot:
    """`shot`, taking the place of another."""
    key = ("change", change.kind, change.progress, change.before.key, shot.key)
    used = {deck for deck, _ in shot.slots}
    slots = (*shot.slots, *(pair for pair in change.before.slots if pair[0] not in used))
    return replace(shot, key=key, slots=slots, change=change)


def paint_shot(painter: QPainter, shot: Shot, size: QSize, slate: QImage | None) -> None:
    """Paint `shot` on the rectangle of `size` at the painter's origin, which it never leaves where that is clipped."""
    change = shot.change
    if change is None:
        _paint(painter, shot, size, slate, _SOURCE)
    elif change.kind is TransitionKind.SLIDE:
        across = round(size.width() * change.progress)
        painter.translate(-across, 0)
        _paint(painter, change.before.alone, size, slate, _SOURCE)
        painter.translate(size.width(), 0)
        _paint(painter, shot, size, slate, _SOURCE)
        painter.translate(across - size.width(), 0)
    else:
        _paint(painter, change.before.alone, size, slate, _SOURCE)
        painter.setOpacity(change.progress)
        _paint(painter, shot, size, slate, _OVER)
        painter.setOpacity(1.0)


def _paint(painter: QPainter, shot: Shot, size: QSize, slate: QImage | None, mode: QPainter.CompositionMode) -> None:
    image = slate if shot.image is None else shot.image
    if shot.bare or image is None:
        return
    painter.setCompositionMode(mode)
    if shot.part is None:
        painter.drawImage(_ORIGIN, image)
        return
    painter.setRenderHint(_SMOOTH)
    painter.drawImage(QRectF(0, 0, size.width(), size.height()), image, shot.part)
    painter.setRenderHint(_SMOOTH, False)
