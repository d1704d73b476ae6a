"""How a message is drawn for a wall, as the preview wants it: whole canvases, page by page."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtGui import QImage

from content.studio.emergency.drawing import draw_pages
from content.studio.emergency.look import is_takeover
from content.studio.emergency.message import Message
from displayctl.desktop.emergencies.page_preview import Draw
from displayctl.desktop.emergencies.wall_picture import on_wall
from schedules.display import Display


def drawing_of(message: Message, *, drill: bool, programme: str) -> Draw:
    """Draws `message`; `programme` is written where a wall's programme goes on above a banner."""

    def draw(wall: Display) -> tuple[QImage, ...]:
        canvas = QSize(wall.canvas.width_px, wall.canvas.height_px)
        pages = draw_pages(message, canvas.width(), canvas.height()).usual
        takeover = is_takeover(message)
        return tuple(
            on_wall(QImage.fromData(page), canvas, takeover=takeover, drill=drill, programme=programme)
            for page in pages
        )

    return draw
