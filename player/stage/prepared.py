"""Pictures of overlays that are ready to paint before they are asked for, so that turning a page waits for nothing."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import replace

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from player.stage.card import WORDS, draw_card
from player.stage.overlay import Alert, ready_alert
from player.stage.pictures import load_picture
from player.stage.raising import Overlay, OverlayAhead, OverlayMode
from schedules.display import MOST_PIXELS

MOST_PREPARED = 3
"""The page on the wall, the next one, and the one before."""

_Key = tuple[str, str, bool, int, int]


class PreparedOverlays:
    """For the thread that brings requests."""

    def __init__(self) -> None:
        self._ready: OrderedDict[_Key, Alert] = OrderedDict()

    def get(self, overlay: Overlay, size: QSize) -> Alert:
        """What painting needs of `overlay` on a canvas of `size`. Raises UnusablePicture."""
        key = (overlay.path, overlay.mode.value, overlay.drill, size.width(), size.height())
        ready = self._ready.pop(key, None)
        if ready is None:
            ready = ready_alert(overlay, _picture(overlay, size), size)
        self._ready[key] = ready
        while len(self._ready) > MOST_PREPARED:
            self._ready.popitem(last=False)
        return replace(ready, overlay=overlay)

    def prepare(self, ahead: OverlayAhead, size: QSize) -> None:
        """Have the next overlay's picture ready. Raises UnusablePicture."""
        if ahead.path:
            self.get(Overlay("ahead", ahead.path, ahead.mode, ahead.drill), size)


def _picture(overlay: Overlay, size: QSize) -> QImage:
    """A file of words is made a picture here; any other is one."""
    if not overlay.path.endswith(WORDS):
        return load_picture(overlay.path, MOST_PIXELS)
    return draw_card(overlay.path, size, banner=overlay.mode is OverlayMode.BANNER)
