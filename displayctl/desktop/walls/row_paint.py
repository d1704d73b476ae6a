"""Paints one wall as a line of the list: a small picture, its name and state, what it shows, and what is wrong."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPixmap

from displayctl.desktop.home.tile_paint import line_px, paint_chip, paint_line, paint_lit
from displayctl.desktop.look.palette import COLOURS, RADIUS, SPACE_M, SPACE_S, SPACE_XS, TEXT_BODY, TEXT_SMALL
from displayctl.desktop.presenters.wall_rows import Heading
from displayctl.desktop.presenters.wall_tiles import Gravity, WallTile

PICTURE_WIDTH_PX, PICTURE_HEIGHT_PX = 108, 61
ROW_PX, HEADING_PX = 78, 34


@dataclass(frozen=True, slots=True)
class RowLook:
    """What is painted: a wall with its `picture` (None: there is none)."""

    tile: WallTile
    picture: QPixmap | None
    selected: bool = False
    focused: bool = False
    hovered: bool = False


def paint_heading(painter: QPainter, rect: QRect, heading: Heading) -> None:
    """A group's name over its walls."""
    words = rect.adjusted(SPACE_S, SPACE_S, -SPACE_S, 0)
    colour = COLOURS.warning if heading.ill else COLOURS.text_soft
    paint_line(painter, words, heading.said, TEXT_SMALL, colour, QFont.Weight.DemiBold)
    painter.setPen(QColor(COLOURS.line))
    painter.drawLine(rect.bottomLeft(), rect.bottomRight())


def paint_row(painter: QPainter, rect: QRect, look: RowLook) -> None:
    """Paint a wall into `rect`."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    _paint_ground(painter, rect.adjusted(1, 1, -1, -1), look)
    screen = QRect(rect.left() + SPACE_S, 0, PICTURE_WIDTH_PX, PICTURE_HEIGHT_PX)
    screen.moveTop(rect.top() + (rect.height() - PICTURE_HEIGHT_PX) // 2)
    _paint_screen(painter, screen, look)
    left = screen.right() + SPACE_M
    _paint_words(painter, QRect(left, rect.top(), rect.right() - SPACE_S - left, rect.height()), look.tile)


def _paint_ground(painter: QPainter, rect: QRect, look: RowLook) -> None:
    if not (look.selected or look.hovered or look.focused):
        return
    painter.setBrush(QColor(COLOURS.accent_soft if look.selected else COLOURS.window))
    painter.setPen(QPen(QColor(COLOURS.accent), 2) if look.focused else Qt.PenStyle.NoPen)
    painter.drawRoundedRect(QRectF(rect).adjusted(1, 1, -1, -1), RADIUS, RADIUS)


def _paint_screen(painter: QPainter, area: QRect, look: RowLook) -> None:
    shape = QPainterPath()
    shape.addRoundedRect(QRectF(area), SPACE_XS, SPACE_XS)
    painter.save()
    painter.setClipPath(shape)
    paint_lit(painter, area, look.picture)
    painter.restore()


def _paint_words(painter: QPainter, area: QRect, tile: WallTile) -> None:
    head, line = line_px(TEXT_BODY), line_px(TEXT_SMALL)
    lines = [each for each in _lines(tile) if each[0]]
    place = QRect(area.left(), area.top() + (area.height() - head - len(lines) * line) // 2, area.width(), head)
    taken = paint_chip(painter, place, tile)
    name = place.adjusted(0, 0, -taken, 0)
    paint_line(painter, name, tile.name, TEXT_BODY, COLOURS.text, QFont.Weight.DemiBold)
    place = QRect(area.left(), place.bottom() + 1, area.width(), line)
    for words, colour in lines:
        paint_line(painter, place, words, TEXT_SMALL, colour)
        place.translate(0, line)


def _lines(tile: WallTile) -> tuple[tuple[str, str], ...]:
    ill = COLOURS.danger if tile.role == "chip-danger" else COLOURS.warning
    below = COLOURS.text_soft if tile.gravity is Gravity.WELL else ill
    above = (tile.alert, COLOURS.danger) if tile.alert else (tile.plays, COLOURS.text)
    return above, (tile.health, below)
