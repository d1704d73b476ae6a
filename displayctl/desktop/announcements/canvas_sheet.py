"""What one size of wall makes of an announcement, drawn small for the studio; a failure becomes a value, too."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QImage

from content.errors import ContentError, DoesNotFit
from content.studio.announcement import Announcement
from content.studio.arrangement import GOOD_MODULE_PX
from content.studio.given_pictures import shrunk
from content.studio.typeset import set_out
from schedules.errors import ScheduleError

_LIGHT_PX = {"background": 720, "portrait": 360, "logo": 256}
"""The longest sides of pictures in a small drawing, so that they cost nothing while somebody types."""


@dataclass(frozen=True, slots=True)
class CanvasSheet:
    """`image` is None where there is none, and `problem` says why; then `excess` letters are too many in `part` (see
    `DoesNotFit`), the words of `overflow`. `letters_px` and `module_px` as `typeset.Setting` has them."""

    image: QImage | None = None
    letters_px: int = 0
    module_px: int = 0
    problem: str = ""
    part: str = ""
    excess: int = 0
    overflow: str = ""

    @property
    def fits(self) -> bool:
        """Whether a wall of this size can show it."""
        return self.image is not None

    @property
    def fine_code(self) -> bool:
        """Whether telephones would have trouble with its QR code."""
        return 0 < self.module_px < GOOD_MODULE_PX


def draw_canvas(announcement: Announcement, size: QSize, shown: QSize) -> CanvasSheet:
    """Typeset for a canvas of `size`, drawn to fit into `shown`. Works in any thread."""
    try:
        setting = set_out(_light(announcement), size.width(), size.height())
    except DoesNotFit as error:
        return CanvasSheet(problem=str(error), part=error.part, excess=error.excess_characters, overflow=error.overflow)
    except (ContentError, ScheduleError) as error:
        return CanvasSheet(problem=str(error))
    image = setting.image
    if image.width() > shown.width() or image.height() > shown.height():
        image = image.scaled(shown, Qt.AspectRatioMode.KeepAspectRatio, Qt.TransformationMode.SmoothTransformation)
    return CanvasSheet(image, setting.letters_px, setting.module_px)


def _light(announcement: Announcement) -> Announcement:
    """The same with small pictures."""
    smaller: dict[str, Any] = {
        what: _small(getattr(announcement, what), side, what)
        for what, side in _LIGHT_PX.items()
        if getattr(announcement, what)
    }
    return replace(announcement, **smaller)


@lru_cache(maxsize=12)
def _small(data: bytes, side_px: int, what: str) -> bytes:
    return shrunk(data, side_px, f"the {what}")
