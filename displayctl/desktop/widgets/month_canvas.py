"""The month as a grid of days with the slots that begin on each; what is chosen is dragged to another day."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPoint, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from displayctl.desktop.days_off import DayNote
from displayctl.desktop.look.palette import COLOURS
from displayctl.desktop.presenters.selection import Drop, Selection
from displayctl.desktop.presenters.slot_faces import BlockFace
from displayctl.desktop.presenters.week_layout import Block, Occurrence
from displayctl.desktop.presenters.words import day_words
from displayctl.desktop.widgets.month_keys import act_of
from displayctl.desktop.widgets.month_paint import (
    Chip,
    DayLook,
    chips_of,
    paint_chip,
    paint_day,
    paint_more,
    paint_weekdays,
)

HEAD_PX, DAYS, LEAST_WAY_PX = 30, 42, 6
_CTRL, _SHIFT = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier


class MonthCanvas(QWidget):
    """Six weeks of days. Signals: `picked` (empty: none) and `opened` a slot id; `dropped` a Drop after a drag or key;
    `removal_asked`, `copy_asked`, `double_asked` and `paste_asked` by keys, for what is chosen; `menu_asked` a point
    on the screen; `day_opened` a date that was double-clicked, `day_picked` one that was clicked or gone to by keys.
    """

    picked = Signal(str)
    opened = Signal(str)
    day_opened = Signal(object)
    day_picked = Signal(object)
    dropped = Signal(object)
    removal_asked = Signal()
    copy_asked = Signal()
    double_asked = Signal()
    paste_asked = Signal()
    menu_asked = Signal(object)

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
        self._day = date(2026, 1, 1)
        self._chips: list[Chip] = []
        self._grip: tuple[Chip, QPoint] | None = None
        self._over: int | None = None
        self._panel_slot = ""
        self.selection = Selection()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Month calendar"))

    # What it shows

    def show_month(
        self, first: date, days: tuple[date, date, date], blocks: tuple[Block, ...], notes: dict[date, DayNote]
    ) -> None:
        """42 days from the Monday `first`; `days` are the month (others are pale), today and the chosen day. Blocks
        count columns from `first`, in their order; `notes` name days off.
        """
        self._first, self._notes = first, notes
        self._month, self._today, self._day = days
        if blocks is not self._blocks:  # a busy month has tens of thousands
            self._blocks, self._by_day = blocks, {}
            for block in blocks:
                self._by_day.setdefault(block.column, []).append(block)
            if self._grip is None and self.selection.chosen:
                self.selection = self.selection.still_there(blocks)
        self.update()

    def select(self, slot_id: str) -> None:
        """Choose all that is on show of a slot, without telling."""
        if slot_id != self.selection.slot_id:
            self.selection = Selection()
        self._panel_slot = slot_id
        self._say_choice()
        self.update()

    def choose(self, happenings: Iterable[Occurrence]) -> None:
        """Choose exactly these, and tell."""
        self._choose(Selection().joined(happenings))

    @property
    def selected(self) -> str:
        """The slot of what is chosen last; empty for none."""
        return self.selection.slot_id or self._panel_slot

    @property
    def chosen(self) -> tuple[Occurrence, ...]:
        """What keys act on; of a slot that was picked elsewhere its first time on show."""
        if self.selection.chosen:
            return self.selection.chosen
        return tuple(block.occurrence for block in self._blocks if block.slot_id == self._panel_slot)[:1]

    @property
    def day(self) -> date:
        """The chosen day."""
        return self._day

    @property
    def dragging(self) -> bool:
        """Whether a hand is on its way."""
        return self._over is not None

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
        paint_weekdays(painter, self.width(), HEAD_PX)
        self._chips = []
        for number in range(DAYS):
            self._paint_day(painter, number)
        painter.end()

    def _paint_day(self, painter: QPainter, number: int) -> None:
        rect, day = self.cell(number), self._first + timedelta(days=number)
        look = DayLook(
            day,
            inside=day.month == self._month.month,
            today=day == self._today,
            chosen=day == self._day,
            focused=self.hasFocus(),
            over=number == self._over,
            note=self._notes.get(day),
        )
        paint_day(painter, rect, look)
        chips, more = chips_of(rect, self._by_day.get(number, []))
        for chip in chips:
            paint_chip(painter, chip, self._face_of, selected=self._is_selected(chip.block))
        if more:
            paint_more(painter, rect, len(chips), self._more_words(more))
        self._chips += chips

    def _is_selected(self, block: Block) -> bool:
        if self.selection.chosen:
            return self.selection.has(block.occurrence)
        return bool(self._panel_slot) and block.slot_id == self._panel_slot

    # Mouse

    def _chip_at(self, point: QPoint) -> Chip | None:
        return next((chip for chip in self._chips if chip.rect.contains(point.toPointF())), None)

    def _number_at(self, point: QPoint) -> int | None:
        return next((number for number in range(DAYS) if self.cell(number).contains(point.toPointF())), None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        point = event.position().toPoint()
        chip, number = self._chip_at(point), self._number_at(point)
        self._grip = (chip, point) if chip is not None else None
        if chip is not None:
            self._press(chip.block, event.modifiers())
        elif number is not None:
            self._choose(Selection())
            self.day_picked.emit(self._first + timedelta(days=number))

    def _press(self, block: Block, modifiers: Qt.KeyboardModifier) -> None:
        """Choose what is pressed on; what is chosen already stays so, that many can be dragged together."""
        if modifiers & _CTRL:
            self._choose(self.selection.toggled(block.occurrence))
        elif modifiers & _SHIFT:
            self._choose(self.selection.up_to(block.occurrence, self._blocks))
        elif not self.selection.has(block.occurrence):
            self._choose(Selection((block.occurrence,)))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if self._grip is not None and (point - self._grip[1]).manhattanLength() > LEAST_WAY_PX:
            self._over = self._number_at(point)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        grip, over = self._grip, self._over
        self._grip = self._over = None
        self.update()
        if grip is None:
            return
        happening = grip[0].block.occurrence
        if over is not None:
            chosen = self.selection if self.selection.has(happening) else Selection((happening,))
            copies = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier)
            self._drop(chosen, (self._first + timedelta(days=over) - happening.day).days, copies=copies)
        elif event.modifiers() == Qt.KeyboardModifier.NoModifier and len(self.selection.chosen) > 1:
            self._choose(Selection((happening,)))

    def _drop(self, chosen: Selection, days: int, *, copies: bool = False) -> None:
        moved = chosen.carried(days, 0)
        if days and moved.moves:
            self.dropped.emit(Drop(moved.moves, copies))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        chip, number = self._chip_at(event.position().toPoint()), self._number_at(event.position().toPoint())
        if chip is not None:
            self.opened.emit(chip.block.slot_id)
        elif number is not None:
            self.day_opened.emit(self._first + timedelta(days=number))

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            chip = self._chip_at(event.pos())
            if chip is not None and not self.selection.has(chip.block.occurrence):
                self._choose(Selection((chip.block.occurrence,)))
        self.menu_asked.emit(event.globalPos())

    def _choose(self, selection: Selection) -> None:
        before = self.selected
        self.selection, self._panel_slot = selection, selection.slot_id
        self._say_choice()
        self.update()
        if selection.slot_id != before:
            self.picked.emit(selection.slot_id)

    # Keyboard, screen readers and tooltips

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._grip is not None:
            self._grip = self._over = None
            self.update()
        elif not act_of(event)(self):
            super().keyPressEvent(event)

    def go(self, days: int) -> None:
        """Choose another day."""
        self.day_picked.emit(self._day + timedelta(days=days))

    def move_chosen(self, days: int) -> None:
        """Move what is chosen by days."""
        self._drop(Selection(self.chosen), days)

    def step(self, *, extends: bool) -> None:
        """Choose the next booking of the chosen day; with `extends` those chosen before stay so."""
        here = [block.occurrence for block in self._by_day.get((self._day - self._first).days, [])]
        if not here:
            return
        last = self.selection.chosen[-1] if self.selection.chosen else None
        happening = here[(here.index(last) + 1) % len(here)] if last in here else here[0]
        self._choose(self.selection.joined((happening,)) if extends else Selection((happening,)))

    def choose_all(self) -> None:
        """Choose everything on show."""
        self._choose(self.selection.joined(block.occurrence for block in self._blocks))

    def _say_choice(self) -> None:
        """What is chosen, in words, for who does not see it."""
        said = [self._words_of(block) for block in self._blocks if self.selection.has(block.occurrence)][:3]
        self.setAccessibleDescription("\n\n".join(said))

    def words_at(self, point: QPoint) -> str:
        """What the tooltip says at a point: of a slot everything, of a day what it is called."""
        chip = self._chip_at(point)
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
