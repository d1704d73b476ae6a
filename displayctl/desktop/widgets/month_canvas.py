"""The month as a grid of days with the slots that begin on each; drag a slot to another day to move it there."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from displayctl.desktop.days_off import DayNote
from displayctl.desktop.look.palette import COLOURS, TEXT_SMALL
from displayctl.desktop.presenters.selection import Drop
from displayctl.desktop.presenters.slot_faces import BlockFace, happening_words
from displayctl.desktop.presenters.week_layout import Block, Occurrence
from displayctl.desktop.presenters.words import day_words, weekday_short
from displayctl.desktop.widgets.week_paint import WHITE, mixed

HEAD_PX, DAY_HEAD_PX, CHIP_PX = 30, 26, 20


@dataclass(frozen=True, slots=True)
class _Chip:
    """A slot's line in a day's cell."""

    rect: QRectF
    block: Block


class MonthCanvas(QWidget):
    """Six weeks of days. Signals: `picked`, `opened` and `removal_asked` a slot id, `day_opened` a date that was
    double-clicked, `day_picked` one that was clicked or gone to by keys, `dropped` a Drop.
    """

    picked = Signal(str)
    opened = Signal(str)
    day_opened = Signal(object)
    day_picked = Signal(object)
    dropped = Signal(object)
    removal_asked = Signal()

    def __init__(
        self,
        face_of: Callable[[Block], BlockFace],
        words_of: Callable[[Block], str],
        more_words: Callable[[int], str],
    ) -> None:
        super().__init__()
        self._face_of, self._words_of, self._more_words = face_of, words_of, more_words
        self._first, self._month, self._today = date(2026, 1, 1), date(2026, 1, 1), date(2026, 1, 1)
        self._blocks: tuple[Block, ...] = ()
        self._by_day: dict[int, list[Block]] = {}
        self._notes: dict[date, DayNote] = {}
        self._chosen = date(2026, 1, 1)
        self._chips: list[_Chip] = []
        self._grip: tuple[_Chip, QPoint] | None = None
        self._over: int | None = None
        self.selected = ""
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Month calendar"))

    def show_month(
        self, first: date, days: tuple[date, date, date], blocks: tuple[Block, ...], notes: dict[date, DayNote]
    ) -> None:
        """42 days from the Monday `first`; `days` are the month (others are pale), today and the chosen day. Blocks
        count columns from `first`, in their order; `notes` name days off.
        """
        self._first, self._notes = first, notes
        self._month, self._today, self._chosen = days
        if blocks is not self._blocks:  # a busy month has tens of thousands
            self._blocks, self._by_day = blocks, {}
            for block in blocks:
                self._by_day.setdefault(block.column, []).append(block)
        self.update()

    def select(self, slot_id: str) -> None:
        self.selected = slot_id
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(720, 520)

    def cell(self, number: int) -> QRectF:
        """Where the `number`-th day is painted."""
        width, height = self.width() / 7, (self.height() - HEAD_PX) / 6
        return QRectF(number % 7 * width, HEAD_PX + number // 7 * height, width, height)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(COLOURS.surface))
        painter.setFont(_font())
        painter.setPen(QColor(COLOURS.text_soft))
        for weekday in range(7):
            head = QRectF(weekday * self.width() / 7, 0, self.width() / 7, HEAD_PX)
            painter.drawText(head, Qt.AlignmentFlag.AlignCenter, weekday_short(weekday))
        self._chips = []
        for number in range(42):
            self._paint_day(painter, number, self._by_day.get(number, []))
        painter.end()

    def _paint_day(self, painter: QPainter, number: int, blocks: list[Block]) -> None:
        rect, day = self.cell(number), self._first + timedelta(days=number)
        inside = day.month == self._month.month
        ground = COLOURS.accent_soft if number == self._over else COLOURS.surface if inside else COLOURS.window
        painter.fillRect(rect, QColor(ground))
        painter.setPen(QColor(COLOURS.line))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawRect(rect)
        self._paint_number(painter, rect, day, inside)
        self._paint_note(painter, rect, day)
        room = max(1, int((rect.height() - DAY_HEAD_PX) // CHIP_PX))
        shown = blocks if len(blocks) <= room else blocks[: room - 1]
        for line, block in enumerate(shown):
            chip = QRectF(rect.left() + 3, rect.top() + DAY_HEAD_PX + line * CHIP_PX, rect.width() - 6, CHIP_PX - 2)
            self._paint_chip(painter, chip, block)
        if len(shown) < len(blocks):
            painter.setPen(QColor(COLOURS.text_soft))
            more = QRectF(rect.left() + 8, rect.top() + DAY_HEAD_PX + len(shown) * CHIP_PX, rect.width() - 12, CHIP_PX)
            painter.drawText(more, Qt.AlignmentFlag.AlignVCenter, self._more_words(len(blocks) - len(shown)))

    def _paint_number(self, painter: QPainter, rect: QRectF, day: date, inside: bool) -> None:
        spot = QRectF(rect.left() + 4, rect.top() + 3, 22, 20)
        painter.setFont(_font(bold=True))
        if day == self._today:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(COLOURS.accent))
            painter.drawRoundedRect(spot, 10, 10)
            painter.setPen(QColor(COLOURS.on_accent))
        else:
            painter.setPen(self._day_colour(day, inside))
        painter.drawText(spot, Qt.AlignmentFlag.AlignCenter, str(day.day))
        painter.setFont(_font())

    def _day_colour(self, day: date, inside: bool) -> QColor:
        note = self._notes.get(day)
        if note is not None:
            return QColor(COLOURS.warning if note.together else COLOURS.danger)
        return QColor(COLOURS.text if inside else COLOURS.text_faint)

    def _paint_note(self, painter: QPainter, rect: QRectF, day: date) -> None:
        """The name of a day off beside its number, and a frame around the chosen day."""
        note = self._notes.get(day)
        if note is not None:
            painter.setPen(QColor(COLOURS.warning if note.together else COLOURS.danger))
            room = QRectF(rect.left() + 30, rect.top() + 3, rect.width() - 34, 20)
            name = QFontMetricsF(painter.font()).elidedText(note.name, Qt.TextElideMode.ElideRight, room.width())
            painter.drawText(room, Qt.AlignmentFlag.AlignVCenter, name)
        if day == self._chosen:
            painter.setPen(QPen(QColor(COLOURS.accent), 2 if self.hasFocus() else 1))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(rect.adjusted(1, 1, -1, -1))

    def _paint_chip(self, painter: QPainter, rect: QRectF, block: Block) -> None:
        face = self._face_of(block)
        self._chips.append(_Chip(rect, block))
        selected = block.slot_id == self.selected
        tint = QColor(face.colour) if selected else mixed(face.colour, 0.16)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(tint)
        painter.drawRoundedRect(rect, 4, 4)
        painter.setPen(QColor(WHITE if selected else COLOURS.text))
        words = (
            f"{happening_words(block.occurrence).split('–')[0]} {face.title}"
            if block.occurrence.length_minutes < 1440
            else face.title
        )
        text = QFontMetricsF(painter.font()).elidedText(words, Qt.TextElideMode.ElideRight, rect.width() - 10)
        painter.drawText(rect.adjusted(6, 0, -4, 0), Qt.AlignmentFlag.AlignVCenter, text)

    def _number_at(self, point: QPoint) -> int | None:
        return next((number for number in range(42) if self.cell(number).contains(point.toPointF())), None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        chip = next((chip for chip in self._chips if chip.rect.contains(event.position())), None)
        self._grip = (chip, point) if chip is not None else None
        self.selected = chip.block.slot_id if chip is not None else ""
        self.picked.emit(self.selected)
        number = self._number_at(point)
        if chip is None and number is not None:
            self.day_picked.emit(self._first + timedelta(days=number))
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if self._grip is not None and (point - self._grip[1]).manhattanLength() > 6:
            self._over = self._number_at(point)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        grip, over = self._grip, self._over
        self._grip = self._over = None
        self.update()
        if grip is not None and over is not None:
            before: Occurrence = grip[0].block.occurrence
            after = replace(before, day=self._first + timedelta(days=over))
            if after != before:
                self.dropped.emit(Drop(((before, after),)))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        chip = next((chip for chip in self._chips if chip.rect.contains(event.position())), None)
        number = self._number_at(event.position().toPoint())
        if chip is not None:
            self.opened.emit(chip.block.slot_id)
        elif number is not None:
            self.day_opened.emit(self._first + timedelta(days=number))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps: dict[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1, Qt.Key.Key_Up: -7, Qt.Key.Key_Down: 7}
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.selected:
            self.removal_asked.emit()
        elif event.key() in steps:
            self.day_picked.emit(self._chosen + timedelta(days=steps[event.key()]))
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.day_opened.emit(self._chosen)
        else:
            super().keyPressEvent(event)

    def words_at(self, point: QPoint) -> str:
        """What the tooltip says at a point: of a slot everything, of a day what it is called."""
        chip = next((chip for chip in self._chips if chip.rect.contains(point.toPointF())), None)
        if chip is not None:
            return self._words_of(chip.block)
        number = self._number_at(point)
        if number is None:
            return ""
        day = self._first + timedelta(days=number)
        note = self._notes.get(day)
        return f"{day_words(day)}\n{note.name}" if note is not None else day_words(day)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.words_at(event.pos()), self)
            return True
        return super().event(event)


def _font(*, bold: bool = False) -> QFont:
    font = QFont()
    font.setPixelSize(TEXT_SMALL)
    if bold:
        font.setWeight(QFont.Weight.DemiBold)
    return font
