"""The blocks of a calendar as they lie over each other, each in its place: worked out once, painted at every frame."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator

from PySide6.QtCore import QPointF, QRectF

from displayctl.desktop.presenters.week_layout import Block


class WeekScene:
    """Holds `blocks` from the lowest to the uppermost."""

    def __init__(self, blocks: Iterable[Block], place_of: Callable[[Block], QRectF]) -> None:
        placed = ((place_of(block), block) for block in blocks)
        self._rows = [(place.top(), place.bottom(), place, block) for place, block in placed]

    def seen(self, area: QRectF) -> Iterator[tuple[QRectF, Block]]:
        """The places and blocks of which something lies in `area`, in the order to be painted."""
        above, below = area.top(), area.bottom()
        for top, bottom, place, block in self._rows:
            if top < below and bottom > above and place.intersects(area):
                yield place, block

    def at(self, point: QPointF) -> Block | None:
        """The uppermost block under a point."""
        return next((block for *_, place, block in reversed(self._rows) if place.contains(point)), None)
