"""Counts general flashes of moving pictures as WCAG 2.3.1 defines them, for they can trigger seizures.

A flash is a pair of opposing changes of relative luminance by 10 % or more of its greatest value, where the darker one
is below 0.80. More than three within a second, over a quarter of the picture, are not safe.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

import av.error
import numpy as np

from content.studio import movies
from content.studio.recognise import Reader, Recognised

if TYPE_CHECKING:
    from av.container import InputContainer
    from numpy.typing import NDArray

CELLS_PX = (32, 18)
_CHANGE, _DARKER_BELOW = 0.1, 0.8
_AREA = 0.25
_MOST_COUNTED = 32
"""Changes that are remembered of each place: sixteen flashes a second, more than any wall's frame rate can show."""
_REPORT_EVERY = 30


@dataclass(frozen=True, slots=True)
class Flashes:
    """The most flashes within a second that a quarter of the picture has, and the second at which they end."""

    most: int = 0
    at_seconds: float = 0.0


class FlashWatch:
    """Looks at frames in their order; each place of the picture is followed for itself."""

    def __init__(self) -> None:
        cells = CELLS_PX[0] * CELLS_PX[1]
        self._reached: NDArray[np.float32] | None = None
        self._direction = np.zeros(cells, dtype=np.int8)
        self._changes = np.full((_MOST_COUNTED, cells), -np.inf)
        self._next = np.zeros(cells, dtype=np.intp)
        self._worst = Flashes()

    def see(self, grey: NDArray[np.uint8], seconds: float) -> None:
        """`grey` are the brightnesses (sRGB, 0 to 255) of the places of a frame shown from `seconds`."""
        light = _LUMINANCE[grey.ravel()]
        if self._reached is None:
            self._reached = light.copy()
            return
        step = light - self._reached
        far = (np.abs(step) >= _CHANGE) & (np.minimum(light, self._reached) < _DARKER_BELOW)
        turned = far & (np.sign(step) != self._direction)
        self._note(turned, seconds)
        self._direction = np.where(turned, np.sign(step), self._direction).astype(np.int8)
        # The extreme reached since the last change is what the next one is measured from.
        onwards = (step * self._direction > 0) | turned
        self._reached = np.where(onwards, light, self._reached)
        if turned.any():
            self._count(seconds)

    @property
    def flashes(self) -> Flashes:
        """The worst second so far."""
        return self._worst

    def _note(self, turned: NDArray[np.bool_], seconds: float) -> None:
        places = np.flatnonzero(turned)
        self._changes[self._next[places], places] = seconds
        self._next[places] = (self._next[places] + 1) % _MOST_COUNTED

    def _count(self, seconds: float) -> None:
        """What at least a quarter of the places have had within the last second."""
        recent = (self._changes > seconds - 1.0).sum(axis=0) // 2
        shared = int(np.sort(recent)[-max(1, round(recent.size * _AREA))])
        if shared > self._worst.most:
            self._worst = Flashes(shared, seconds)


def flashes_of(recognised: Recognised, report: Callable[[float], None]) -> Flashes:
    """The flashes of a film; none of what does not move. Raises UnusableMedia."""
    if recognised.reader is not Reader.MOVIE:
        return Flashes()
    watch = FlashWatch()
    with movies.opened(recognised) as container:
        length = (container.duration or 0) / 1_000_000
        for count, (grey, seconds) in enumerate(_small_frames(container, recognised.name)):
            watch.see(grey, seconds)
            if count % _REPORT_EVERY == 0 and length:
                report(min(1.0, max(0.0, seconds / length)))
    return watch.flashes


def _small_frames(container: InputContainer, name: str) -> Iterator[tuple[NDArray[np.uint8], float]]:
    stream = movies.pictures_of(container, name)
    for packet in container.demux(stream):
        try:
            frames = packet.decode()
        except av.error.InvalidDataError:
            continue
        for frame in frames:
            if frame.time is not None:
                small = frame.reformat(*CELLS_PX, format="gray", interpolation="AREA")
                yield np.asarray(small.to_ndarray(), dtype=np.uint8), frame.time


def _luminances() -> NDArray[np.float32]:
    """Relative luminance of grey by its sRGB value (IEC 61966-2-1)."""
    share = np.arange(256) / 255
    linear = np.where(share <= 0.04045, share / 12.92, ((share + 0.055) / 1.055) ** 2.4)
    return linear.astype(np.float32)


_LUMINANCE = _luminances()
