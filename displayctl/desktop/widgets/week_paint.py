"""How the week is painted: the half-hour grid, blocks in their playlist's colour, hidden time hatched."""

from __future__ import annotations

from functools import lru_cache

from PySide6.QtCore import QLineF, QRect, QRectF, Qt
from PySide6.QtGui import QBrush, QColor, QPainter, QPainterPath, QPen

from displayctl.desktop.look import letters
from displayctl.desktop.look.palette import COLOURS, TEXT_SMALL
from displayctl.desktop.presenters.slot_faces import BlockFace
from displayctl.desktop.presenters.week_layout import TITLE_MINUTES, Block
from displayctl.desktop.widgets.week_geometry import GUTTER_PX, WeekGeometry
from displayctl.desktop.widgets.week_paint_words import paint_words

SLIVER_PX, MOST_MIXED = 18, 500
BADGE_PX, WIDE_PX = 14, 64
WHITE = Qt.GlobalColor.white
"""Letters on a colour of the calendar, in every theme."""


def paint_grid(
    painter: QPainter, geometry: WeekGeometry, labels: tuple[str, ...], today: int | None, weekend: tuple[int, ...]
) -> None:
    """The empty week; `labels` are the 24 full hours."""
    width, height = geometry.width_px, geometry.height_px
    painter.fillRect(QRectF(0, 0, width, height), QColor(COLOURS.surface))
    for column in weekend:
        painter.fillRect(QRectF(geometry.left(column), 0, geometry.column_px, height), QColor(COLOURS.window))
    if today is not None:
        painter.fillRect(QRectF(geometry.left(today), 0, geometry.column_px, height), mixed(COLOURS.accent, 0.05))
    full, half = QPen(QColor(COLOURS.line)), QPen(QColor(COLOURS.sunken))
    for number in range(48):
        y = number * 30 * geometry.minute_px
        painter.setPen(half if number % 2 else full)
        painter.drawLine(QLineF(GUTTER_PX, y, width, y))
    painter.setPen(full)
    for column in range(geometry.columns + 1):
        painter.drawLine(QLineF(geometry.left(column), 0, geometry.left(column), height))
    painter.setPen(QColor(COLOURS.text_soft))
    painter.setFont(letters.font(TEXT_SMALL))
    for hour in range(1, 24):
        y = hour * 60 * geometry.minute_px
        painter.drawText(
            QRectF(0, y - 9, GUTTER_PX - 8, 18),
            Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter,
            labels[hour],
        )


def paint_block(
    painter: QPainter, geometry: WeekGeometry, rect: QRectF, block: Block, face: BlockFace, *, selected: bool
) -> None:
    """One block in its place, its hidden minutes hatched and flagged; what has no room is told by number.

    The painter comes without antialiasing, and is left so.
    """
    if rect.width() < SLIVER_PX and not block.on_edge and not block.folded:
        _paint_sliver(painter, rect, face, selected=selected)
        return
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    if block.folded:
        _paint_fold(painter, rect, face)
    else:
        _paint_booking(painter, geometry, rect, block, face, selected=selected)
    painter.restore()


def _paint_booking(
    painter: QPainter, geometry: WeekGeometry, rect: QRectF, block: Block, face: BlockFace, *, selected: bool
) -> None:
    shape = QPainterPath()
    shape.addRoundedRect(rect, 5, 5)
    if block.indent and not selected:
        painter.setPen(QPen(QColor(COLOURS.surface), 3))
        painter.drawPath(shape)
    fill = QColor(face.colour) if selected else mixed(face.colour, 0.16)
    painter.setPen(_edge(face, selected=selected))
    painter.setBrush(fill)
    painter.drawPath(shape)
    painter.setClipPath(shape)
    painter.fillRect(QRectF(rect.left(), rect.top(), 4, rect.height()), face.colour)
    for top, bottom in block.hidden:
        _hatch(painter, geometry, rect, (top, bottom), face.colour)
    if block.on_edge:
        return
    ink = QColor(WHITE if selected else COLOURS.text)
    paint_words(painter, _words_room(geometry, rect, block), face, ink, _corner_px(rect, block, face))
    if block.hidden:
        _paint_badge(painter, rect)
    elif face.layer:
        _paint_layer(painter, rect, face, QColor(WHITE if selected else COLOURS.text_soft))


def _paint_sliver(painter: QPainter, rect: QRectF, face: BlockFace, *, selected: bool) -> None:
    """A booking that is too narrow for words: its colour alone, which is quickly painted where there are hundreds."""
    painter.fillRect(rect, face.colour if selected else mixed(face.colour, 0.3))
    painter.fillRect(QRectF(rect.left(), rect.top(), 3, rect.height()), face.colour)


def _paint_fold(painter: QPainter, rect: QRectF, face: BlockFace) -> None:
    """What stands for several bookings that have no room of their own."""
    painter.setPen(QPen(QColor(COLOURS.line_strong), 1, Qt.PenStyle.DashLine))
    painter.setBrush(QColor(COLOURS.sunken))
    painter.drawRoundedRect(rect, 5, 5)
    painter.setPen(QColor(COLOURS.text))
    painter.setFont(letters.font(TEXT_SMALL, letters.BOLD))
    painter.drawText(rect.adjusted(1, 2, -1, -1), Qt.AlignmentFlag.AlignHCenter, face.title)


def _paint_layer(painter: QPainter, rect: QRectF, face: BlockFace, colour: QColor) -> None:
    """The layer a booking lies in, where its priority is not the usual one."""
    width = _layer_px(face)
    height = letters.metrics(TEXT_SMALL, letters.BOLD).height()
    if rect.width() < width + 30 or rect.height() < height:
        return
    painter.setFont(letters.font(TEXT_SMALL, letters.BOLD))
    painter.setPen(colour)
    place = QRectF(rect.right() - width, rect.top() + 2, width - 4, height)
    painter.drawText(place, Qt.AlignmentFlag.AlignRight, face.layer)


def paint_band(painter: QPainter, band: QRect) -> None:
    """The rubber band."""
    fill = QColor(COLOURS.accent)
    fill.setAlpha(40)
    painter.setPen(QPen(QColor(COLOURS.accent), 1, Qt.PenStyle.DashLine))
    painter.setBrush(fill)
    painter.drawRect(band)


def _edge(face: BlockFace, *, selected: bool) -> QPen:
    pen = QPen(face.colour if selected or face.dashed else face.colour.lighter(150), 1.4 if face.dashed else 1)
    if face.dashed:
        pen.setStyle(Qt.PenStyle.DashLine)
    return pen


def _hatch(painter: QPainter, geometry: WeekGeometry, rect: QRectF, minutes: tuple[int, int], colour: QColor) -> None:
    area = QRectF(
        rect.left(), minutes[0] * geometry.minute_px, rect.width(), (minutes[1] - minutes[0]) * geometry.minute_px
    )
    veil = QColor(COLOURS.surface)
    veil.setAlpha(165)
    painter.fillRect(area, veil)
    lines = QColor(colour)
    lines.setAlpha(110)
    painter.fillRect(area, QBrush(lines, Qt.BrushStyle.BDiagPattern))


def _words_room(geometry: WeekGeometry, rect: QRectF, block: Block) -> QRectF:
    """The part of a block that no later one lies over."""
    covered = [top for top, _ in block.hidden if top >= block.top + TITLE_MINUTES]
    covered += [] if block.covered_from is None else [block.covered_from]
    bottom = min(covered, default=block.bottom) * geometry.minute_px
    return QRectF(rect.left(), rect.top(), rect.width(), min(rect.bottom(), bottom) - rect.top())


def _corner_px(rect: QRectF, block: Block, face: BlockFace) -> float:
    """How much the mark in the upper right corner takes of the first line."""
    if block.hidden:
        return BADGE_PX + 2 if rect.width() > WIDE_PX else 0
    return _layer_px(face) - 3 if face.layer and rect.width() >= _layer_px(face) + 30 else 0


def _layer_px(face: BlockFace) -> float:
    return letters.width(face.layer, TEXT_SMALL, letters.BOLD) + 6


def _paint_badge(painter: QPainter, rect: QRectF) -> None:
    if rect.width() < 20:
        return
    top = rect.top() + 3 if rect.width() > WIDE_PX else rect.bottom() - BADGE_PX - 3
    badge = QRectF(rect.right() - BADGE_PX - 3, top, BADGE_PX, BADGE_PX)
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(COLOURS.warning_soft))
    painter.drawEllipse(badge.adjusted(-1, -1, 1, 1))
    painter.setBrush(QColor(COLOURS.warning))
    painter.drawEllipse(badge)
    painter.setPen(QColor(COLOURS.surface))
    painter.setFont(letters.font(TEXT_SMALL, letters.BOLD))
    painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, "!")


def paint_ghost(painter: QPainter, geometry: WeekGeometry, block: Block, text: str) -> None:
    """The block under the hand while dragging, with its hours."""
    rect = geometry.rect(block)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    fill = QColor(COLOURS.accent)
    fill.setAlpha(210)
    painter.setPen(QPen(QColor(COLOURS.accent_dark), 2))
    painter.setBrush(fill)
    painter.drawRoundedRect(rect, 5, 5)
    painter.setPen(QColor(COLOURS.surface))
    painter.setFont(letters.font(TEXT_SMALL, letters.BOLD))
    painter.drawText(rect.adjusted(8, 2, -4, -2), Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop, text)
    painter.restore()


def paint_mark(painter: QPainter, geometry: WeekGeometry, column: int, minute: float, colour: str) -> None:
    """A line across one day at a minute, with a dot at its start."""
    y = minute * geometry.minute_px
    left = geometry.left(column)
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colour), 2))
    painter.drawLine(QLineF(left, y, left + geometry.column_px, y))
    painter.setBrush(QColor(colour))
    painter.drawEllipse(QRectF(left - 4, y - 4, 8, 8))
    painter.restore()


def mixed(colour: QColor | str, share: float) -> QColor:
    """A colour thinned with the surface it lies on, to a background for letters in the colour of text."""
    return QColor(_mixed(QColor(colour).rgb(), COLOURS.surface, share))


@lru_cache(maxsize=MOST_MIXED)
def _mixed(rgb: int, surface: str, share: float) -> QColor:
    over, ground = QColor(rgb), QColor(surface)
    parts = zip((over.red(), over.green(), over.blue()), (ground.red(), ground.green(), ground.blue()), strict=True)
    return QColor(*(round(under + (top - under) * share) for top, under in parts))
