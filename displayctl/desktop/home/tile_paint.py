"""Paints one wall as a tile: what is on it, its state in a word, and three lines of words."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRect, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPixmap

from displayctl.desktop.look import icons, letters
from displayctl.desktop.look.directions import steady
from displayctl.desktop.look.palette import (
    COLOURS,
    RADIUS,
    SPACE_M,
    SPACE_S,
    SPACE_XS,
    TEXT_SMALL,
    TEXT_STRONG,
)
from displayctl.desktop.presenters.wall_tiles import Gravity, WallTile
from displayctl.desktop.widgets.picture_paint import DARK, fitted_picture

EDGE_PX = 4
SCREEN_RATIO = 9 / 16
_LINES = 3


@dataclass(frozen=True, slots=True)
class TileLook:
    """What is painted: the `picture` of the wall (None: there is none), and the `mark` that says where it is from."""

    tile: WallTile
    picture: QPixmap | None
    mark: str
    selected: bool = False
    focused: bool = False
    hovered: bool = False


def tile_height(width: int) -> int:
    """How high a tile of this width is."""
    return _screen_height(width) + 2 * EDGE_PX + SPACE_S + line_px(TEXT_STRONG) + _LINES * line_px(TEXT_SMALL) + SPACE_M


def paint_tile(painter: QPainter, rect: QRect, look: TileLook) -> None:
    """Paint it into `rect`."""
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    inner = rect.adjusted(EDGE_PX, EDGE_PX, -EDGE_PX, -EDGE_PX)
    _paint_ground(painter, inner, look)
    screen = inner.adjusted(SPACE_XS, SPACE_XS, -SPACE_XS, 0)
    screen.setHeight(_screen_height(rect.width()))
    _paint_screen(painter, screen, look)
    words = QRect(inner.left() + SPACE_S, screen.bottom() + SPACE_S, inner.width() - 2 * SPACE_S, 0)
    _paint_words(painter, words, look.tile, screen)


def _screen_height(width: int) -> int:
    return round((width - 2 * EDGE_PX - 2 * SPACE_XS) * SCREEN_RATIO)


def line_px(text_px: int) -> int:
    return round(text_px * 1.5)


def _paint_ground(painter: QPainter, rect: QRect, look: TileLook) -> None:
    chosen = look.selected and look.focused
    edge = COLOURS.accent if chosen else COLOURS.line_strong if look.hovered else COLOURS.line
    painter.setBrush(QColor(COLOURS.surface))
    painter.setPen(QPen(QColor(edge), 3 if chosen else 1))
    painter.drawRoundedRect(QRectF(rect).adjusted(0.5, 0.5, -0.5, -0.5), RADIUS, RADIUS)


def _paint_screen(painter: QPainter, area: QRect, look: TileLook) -> None:
    shape = QPainterPath()
    shape.addRoundedRect(QRectF(area), RADIUS - 2, RADIUS - 2)
    painter.save()
    painter.setClipPath(shape)
    paint_lit(painter, area, look.picture)
    if look.mark:
        _paint_mark(painter, area, look.mark)
    if look.tile.alert:
        _paint_alert(painter, area, look.tile)
    painter.restore()


def paint_lit(painter: QPainter, area: QRect, picture: QPixmap | None) -> None:
    """The picture in the middle of a dark screen; None: the drawing of a wall."""
    if picture is not None:
        ratio = painter.device().devicePixelRatioF()
        painter.drawPixmap(area.topLeft(), fitted_picture(picture, area.size(), ratio, round_px=0))
    else:
        painter.fillRect(area, QColor(DARK))
        side = min(48, area.height() // 2)
        drawing = icons.pixmap("wall", "#3a4459", side)
        painter.drawPixmap(area.center().x() - side // 2, area.center().y() - side // 2, drawing)


def _paint_mark(painter: QPainter, area: QRect, words: str) -> None:
    """Whether this was seen or worked out, in a corner of the picture."""
    painter.setFont(letters.font(TEXT_SMALL))
    metrics = painter.fontMetrics()
    said = metrics.elidedText(steady(words), Qt.TextElideMode.ElideRight, area.width() - 2 * SPACE_M)
    plate = QRect(0, 0, metrics.horizontalAdvance(said) + 2 * SPACE_S, metrics.height() + SPACE_XS)
    plate.moveTopRight(area.topRight())
    plate.translate(-SPACE_XS, SPACE_XS)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(11, 13, 18, 190))
    painter.drawRoundedRect(QRectF(plate), 4, 4)
    painter.setPen(QColor("#ffffff"))
    painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, said)


def _paint_alert(painter: QPainter, area: QRect, tile: WallTile) -> None:
    painter.setFont(letters.font(TEXT_SMALL, QFont.Weight.Bold))
    metrics = painter.fontMetrics()
    band = QRect(area.left(), 0, area.width(), metrics.height() + SPACE_S)
    band.moveBottom(area.bottom())
    painter.fillRect(band, QColor(COLOURS.drill_alarm if tile.alert_role == "drill" else COLOURS.alarm))
    painter.setPen(QColor(COLOURS.on_alarm))
    said = metrics.elidedText(steady(tile.alert), Qt.TextElideMode.ElideRight, band.width() - 2 * SPACE_S)
    painter.drawText(band.adjusted(SPACE_S, 0, -SPACE_S, 0), Qt.AlignmentFlag.AlignVCenter, said)


def _paint_words(painter: QPainter, area: QRect, tile: WallTile, screen: QRect) -> None:
    head = QRect(area.left(), area.top(), area.width(), line_px(TEXT_STRONG))
    _paint_head(painter, head, tile, screen)
    if tile.gravity is Gravity.WELL:
        lines = ((tile.plays, COLOURS.text), (tile.booking, COLOURS.text_soft), (tile.then, COLOURS.text_soft))
    else:
        colour = COLOURS.danger if tile.role == "chip-danger" else COLOURS.warning
        lines = ((tile.plays, COLOURS.text), (tile.booking, COLOURS.text_soft), (tile.health, colour))
    line = QRect(area.left(), head.bottom() + 1, area.width(), line_px(TEXT_SMALL))
    for words, colour in lines:
        if words:
            paint_line(painter, line, words, TEXT_SMALL, colour)
            line.translate(0, line.height())


def _paint_head(painter: QPainter, head: QRect, tile: WallTile, screen: QRect) -> None:
    """Name and state; where they have no room beside each other, the state stands in the picture's lower corner."""
    name_px = letters.width(tile.name, TEXT_STRONG, letters.BOLD)
    if tile.alert or name_px <= head.width() - _chip_px(tile):
        taken = paint_chip(painter, head, tile)
    else:
        taken = 0
        place = QRect(screen.left(), 0, screen.width() - SPACE_XS, head.height())
        place.moveBottom(screen.bottom() - SPACE_XS)
        paint_chip(painter, place, tile)
    paint_line(painter, head.adjusted(0, 0, -taken, 0), tile.name, TEXT_STRONG, COLOURS.text, letters.BOLD)


def _chip_px(tile: WallTile) -> int:
    """How much room the state takes, with the space before it."""
    return round(letters.width(tile.word, TEXT_SMALL, letters.BOLD)) + 3 * SPACE_S


def paint_chip(painter: QPainter, head: QRect, tile: WallTile) -> int:
    """The state in a word at the right; the room that was taken, in pixels."""
    ground, ink = {
        "chip-good": (COLOURS.good_soft, COLOURS.good),
        "chip-danger": (COLOURS.danger_soft, COLOURS.danger),
        "chip": (COLOURS.sunken, COLOURS.text_soft),
    }.get(tile.role, (COLOURS.warning_soft, COLOURS.warning))
    painter.setFont(letters.font(TEXT_SMALL, letters.BOLD))
    width = _chip_px(tile) - SPACE_S
    chip = QRect(0, 0, width, head.height() - 2)
    chip.moveRight(head.right())
    chip.moveTop(head.top())
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(ground))
    painter.drawRoundedRect(QRectF(chip), chip.height() / 2, chip.height() / 2)
    painter.setPen(QColor(ink))
    painter.drawText(chip, Qt.AlignmentFlag.AlignCenter, tile.word)
    return width + SPACE_S


def paint_line(
    painter: QPainter,
    area: QRect,
    words: str,
    text_px: int,
    colour: str,
    weight: QFont.Weight = QFont.Weight.Normal,
) -> None:
    painter.setFont(letters.font(text_px, weight))
    painter.setPen(QColor(colour))
    said = letters.cut(words, area.width(), text_px, weight)
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, said)
