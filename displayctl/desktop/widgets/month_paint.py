"""How the month is painted: days in a grid, the slots of each as lines, days off by their names."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPen

from displayctl.desktop.days_off import DayNote
from displayctl.desktop.look.directions import steady
from displayctl.desktop.look.palette import COLOURS, TEXT_SMALL
from displayctl.desktop.presenters.slot_faces import BlockFace, happening_words
from displayctl.desktop.presenters.week_layout import DAY_MINUTES, Block
from displayctl.desktop.presenters.words import weekday_short
from displayctl.desktop.widgets.week_paint import WHITE, mixed

DAY_HEAD_PX, CHIP_PX = 26, 20
_ACROSS = Qt.AlignmentFlag.AlignVCenter


@dataclass(frozen=True, slots=True)
class Chip:
    """A slot's line in a day's cell."""

    rect: QRectF
    block: Block


@dataclass(frozen=True, slots=True)
class DayLook:
    """One day: `inside` the month or pale, `today`, the one that is `chosen`, `focused` with the keyboard, `over` under
    a hand that drags; `note` names a day off.
    """

    day: date
    inside: bool
    today: bool
    chosen: bool
    focused: bool
    over: bool
    note: DayNote | None


def month_font(*, bold: bool = False) -> QFont:
    """The letters of the month."""
    font = QFont()
    font.setPixelSize(TEXT_SMALL)
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    return font


def paint_weekdays(painter: QPainter, width_px: float, height_px: float) -> None:
    """The names of the days above the grid."""
    painter.setFont(month_font())
    painter.setPen(QColor(COLOURS.text_soft))
    for weekday in range(7):
        head = QRectF(weekday * width_px / 7, 0, width_px / 7, height_px)
        painter.drawText(head, Qt.AlignmentFlag.AlignCenter, weekday_short(weekday))


def paint_day(painter: QPainter, rect: QRectF, look: DayLook) -> None:
    """The ground of a day, its number, and what it is called."""
    ground = COLOURS.accent_soft if look.over else COLOURS.surface if look.inside else COLOURS.window
    painter.fillRect(rect, QColor(ground))
    painter.setPen(QColor(COLOURS.line))
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(rect)
    _paint_number(painter, rect, look)
    if look.note is not None:
        painter.setPen(_note_colour(look.note))
        room = QRectF(rect.left() + 30, rect.top() + 3, rect.width() - 34, 20)
        name = QFontMetricsF(painter.font()).elidedText(look.note.name, Qt.TextElideMode.ElideRight, room.width())
        painter.drawText(room, _ACROSS, name)
    if look.chosen:
        painter.setPen(QPen(QColor(COLOURS.accent), 2 if look.focused else 1))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect.adjusted(1, 1, -1, -1))


def _paint_number(painter: QPainter, rect: QRectF, look: DayLook) -> None:
    spot = QRectF(rect.left() + 4, rect.top() + 3, 22, 20)
    painter.setFont(month_font(bold=True))
    if look.today:
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(COLOURS.accent))
        painter.drawRoundedRect(spot, 10, 10)
        painter.setPen(QColor(COLOURS.on_accent))
    elif look.note is not None:
        painter.setPen(_note_colour(look.note))
    else:
        painter.setPen(QColor(COLOURS.text if look.inside else COLOURS.text_faint))
    painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, str(look.day.day))
    painter.setFont(month_font())


def _note_colour(note: DayNote) -> QColor:
    return QColor(COLOURS.warning if note.together else COLOURS.danger)


def chips_of(rect: QRectF, blocks: list[Block]) -> tuple[list[Chip], int]:
    """The lines that fit into a day's cell, and how many have no room there."""
    room = max(1, int((rect.height() - DAY_HEAD_PX) // CHIP_PX))
    shown = blocks if len(blocks) <= room else blocks[: room - 1]
    chips = [
        Chip(QRectF(rect.left() + 3, rect.top() + DAY_HEAD_PX + line * CHIP_PX, rect.width() - 6, CHIP_PX - 2), block)
        for line, block in enumerate(shown)
    ]
    return chips, len(blocks) - len(shown)


def paint_more(painter: QPainter, rect: QRectF, line: int, words: str) -> None:
    """How many have no room, on the line after the last that has."""
    painter.setPen(QColor(COLOURS.text_soft))
    more = QRectF(rect.left() + 8, rect.top() + DAY_HEAD_PX + line * CHIP_PX, rect.width() - 12, CHIP_PX)
    painter.drawText(more, _ACROSS, words)


def paint_chip(painter: QPainter, chip: Chip, face_of: Callable[[Block], BlockFace], *, selected: bool) -> None:
    """A slot's line."""
    face, rect, happening = face_of(chip.block), chip.rect, chip.block.occurrence
    painter.setPen(Qt.PenStyle.NoPen)
    painter.setBrush(QColor(face.colour) if selected else mixed(face.colour, 0.16))
    painter.drawRoundedRect(rect, 4, 4)
    painter.setPen(QColor(WHITE if selected else COLOURS.text))
    starts = "" if happening.length_minutes >= DAY_MINUTES else happening_words(happening).split("–")[0]
    text = QFontMetricsF(painter.font()).elidedText(
        steady(f"{starts} {face.title}".strip()), Qt.TextElideMode.ElideRight, rect.width() - 10
    )
    painter.drawText(rect.adjusted(6, 0, -4, 0), _ACROSS, text)
