"""The pictures of an emergency for chosen walls: the pages of each format, drawn once and then remembered."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from schedules.alert import AlertPicture
from schedules.display import Display

if TYPE_CHECKING:
    from content.studio.emergency.message import Message


@dataclass(frozen=True, slots=True)
class Drawn:
    """What goes into a notice: the pages by format, and their bytes by digest."""

    pages: tuple[AlertPicture, ...]
    files: dict[str, bytes]


def draw(message: Message, walls: Iterable[Display]) -> Drawn:
    """The pages of `message` for each format of `walls`.

    Calling it while somebody still reads what will be sent makes sending itself quick. Raises DoesNotFit, FontsMissing.
    """
    from content.studio.emergency.drawing import draw_pages  # with Qt, which only those who draw need

    pages: list[AlertPicture] = []
    files: dict[str, bytes] = {}
    for name, canvas in {wall.format: wall.canvas for wall in walls}.items():
        drawn = draw_pages(message, canvas.width_px, canvas.height_px)
        for neutral, pictures in ((False, drawn.usual), (True, drawn.neutral)):
            for number, picture in enumerate(pictures):
                sha256 = hashlib.sha256(picture).hexdigest()
                files[sha256] = picture
                pages.append(AlertPicture(name, sha256, number, neutral))
    return Drawn(tuple(pages), files)
