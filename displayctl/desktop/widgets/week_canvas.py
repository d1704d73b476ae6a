"""The week as a canvas: drag on empty ground to book, drag a block to move it, its edges to stretch it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtGui import QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QToolTip, QWidget

from displayctl.desktop.look.palette import COLOURS
from displayctl.desktop.presenters.slot_edits import carried, hours_at, stretched
from displayctl.desktop.presenters.slot_faces import BlockFace
from displayctl.desktop.presenters.slot_words import hours_words
from displayctl.desktop.presenters.week_layout import DAY_MINUTES, SNAP_MINUTES, Block, Occurrence, snapped
from displayctl.desktop.widgets.week_geometry import EDGE_PX, GUTTER_PX, WeekGeometry
from displayctl.desktop.widgets.week_paint import paint_block, paint_ghost, paint_grid, paint_mark


@dataclass(frozen=True, slots=True)
class _Grip:
    """What the hand holds: `what` is create, move, top or bottom; `origin` where it was taken."""

    what: str
    origin: QPoint
    column: int
    minute: float
    block: Block | None = None


class WeekCanvas(QWidget):
    """Signals: `drawn` a new booking as an Occurrence without slot; `dropped` an occurrence before and after a drag;
    `picked` (empty: none) and `opened` a slot id; `removal_asked`, `copy_asked`, `paste_asked` by keys;
    `instant_asked` a column and minute that was clicked on empty ground.
    """

    drawn = Signal(object)
    dropped = Signal(object, object)
    picked = Signal(str)
    opened = Signal(str)
    removal_asked = Signal(str)
    copy_asked = Signal(str)
    paste_asked = Signal()
    instant_asked = Signal(int, int)

    def __init__(self, face_of: Callable[[Block], BlockFace], words_of: Callable[[Block], str]) -> None:
        super().__init__()
        self._face_of, self._words_of = face_of, words_of
        self._blocks: tuple[Block, ...] = ()
        self._first = date(2026, 1, 5)
        self._geometry = WeekGeometry(GUTTER_PX + 7)
        self._grip: _Grip | None = None
        self._ghost: Occurrence | None = None
        self._now: tuple[int, float] | None = None
        self._mark: tuple[int, float] | None = None
        self.selected = ""
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(self._geometry.height_px)
        self.setAccessibleName(self.tr("Week calendar"))
        self._hour_labels = tuple(f"{hour:02d}" for hour in range(24))

    # What it shows

    def show_week(self, first: date, blocks: tuple[Block, ...], columns: int = 7) -> None:
        """Show these blocks in the columns that begin with day `first`."""
        self._first, self._blocks = first, blocks
        self._geometry = replace(self._geometry, columns=columns)
        self._hour_labels = tuple(hours_words(hours_at(hour * 60, 60)).split("–")[0] for hour in range(24))
        self.update()

    def show_now(self, column: int | None, minute: float) -> None:
        """The line of the present; None: not in this week."""
        self._now = None if column is None else (column, minute)
        self.update()

    def show_mark(self, column: int | None, minute: float) -> None:
        """The line of the instant that is asked about."""
        self._mark = None if column is None else (column, minute)
        self.update()

    def select(self, slot_id: str) -> None:
        """Select a slot's blocks, without telling."""
        self.selected = slot_id
        self.update()

    @property
    def geometry_px(self) -> WeekGeometry:
        return self._geometry

    @property
    def blocks(self) -> tuple[Block, ...]:
        return self._blocks

    def sizeHint(self) -> QSize:
        return QSize(700, self._geometry.height_px)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._geometry = replace(self._geometry, width_px=self.width())

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        today = self._now[0] if self._now else None
        weekend = tuple(c for c in range(self._geometry.columns) if (self._first + timedelta(days=c)).weekday() >= 5)
        paint_grid(painter, self._geometry, self._hour_labels, today, weekend)
        for block in self._painted():
            paint_block(painter, self._geometry, block, self._face_of(block), selected=block.slot_id == self.selected)
        if self._now is not None:
            paint_mark(painter, self._geometry, *self._now, COLOURS.danger)
        if self._mark is not None:
            paint_mark(painter, self._geometry, *self._mark, COLOURS.accent)
        if self._ghost is not None:
            self._paint_ghost(painter, self._ghost)
        painter.end()

    def _paint_ghost(self, painter: QPainter, ghost: Occurrence) -> None:
        column = (ghost.day - self._first).days
        text = hours_words(hours_at(ghost.starts_minute, ghost.length_minutes))
        top = Block(ghost, column, ghost.starts_minute, min(DAY_MINUTES, ghost.ends_minute))
        paint_ghost(painter, self._geometry, top, text)
        if ghost.ends_minute > DAY_MINUTES and column + 1 < self._geometry.columns:
            paint_ghost(painter, self._geometry, Block(ghost, column + 1, 0, ghost.ends_minute - DAY_MINUTES), "")

    def _painted(self) -> list[Block]:
        """The blocks from the lowest to the uppermost."""
        return sorted(self._blocks, key=lambda b: (b.slot_id == self.selected, b.indent, b.top))

    # Mouse

    def block_at(self, point: QPoint) -> Block | None:
        """The block under a point."""
        return next((b for b in reversed(self._painted()) if self._geometry.rect(b).contains(point.toPointF())), None)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton or event.position().x() < GUTTER_PX:
            return
        point = event.position().toPoint()
        block = self.block_at(point)
        column, minute = self._geometry.column_at(point), self._geometry.minute_at(point)
        self._grip = _Grip(self._handle(block, point), point, column, minute, block)
        if block is not None:
            self._pick(block.slot_id)

    def _handle(self, block: Block | None, point: QPoint) -> str:
        if block is None:
            return "create"
        rect = self._geometry.rect(block)
        edge = min(float(EDGE_PX), rect.height() / 4)
        ends_here = block.bottom == block.occurrence.ends_minute or block.continues
        if point.y() >= rect.bottom() - edge and ends_here:
            return "bottom"
        if point.y() <= rect.top() + edge and block.begins_here:
            return "top"
        return "move"

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if self._grip is None:
            self._show_cursor(point)
            return
        if self._ghost is None and (point - self._grip.origin).manhattanLength() < 5:
            return
        self._ghost = self._dragged(self._grip, point)
        self.update()

    def _show_cursor(self, point: QPoint) -> None:
        handle = self._handle(self.block_at(point), point)
        shapes = {"create": Qt.CursorShape.ArrowCursor, "move": Qt.CursorShape.OpenHandCursor}
        self.setCursor(shapes.get(handle, Qt.CursorShape.SizeVerCursor))

    def _dragged(self, grip: _Grip, point: QPoint) -> Occurrence:
        column, minute = self._geometry.column_at(point), self._geometry.minute_at(point)
        if grip.block is None:
            return self._drawn(grip, column, minute)
        happening = grip.block.occurrence
        beyond = (column - (happening.day - self._first).days) * DAY_MINUTES
        if grip.what == "top":
            return stretched(happening, top=snapped(minute))
        if grip.what == "bottom":
            return stretched(happening, bottom=snapped(minute + max(0, beyond)))
        return carried(happening, column - grip.column, snapped(minute - grip.minute))

    def _drawn(self, grip: _Grip, column: int, minute: float) -> Occurrence:
        here = minute + max(0, column - grip.column) * DAY_MINUTES
        top = (
            min(snapped(grip.minute - SNAP_MINUTES / 2), snapped(here))
            if here < grip.minute
            else int(grip.minute // SNAP_MINUTES * SNAP_MINUTES)
        )
        top = max(0, min(top, DAY_MINUTES - SNAP_MINUTES))
        bottom = max(top + SNAP_MINUTES, snapped(max(here, grip.minute)))
        length = min(DAY_MINUTES, bottom - top)
        return Occurrence("", self._first + timedelta(days=grip.column), top, length)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        grip, ghost = self._grip, self._ghost
        self._grip = self._ghost = None
        self.update()
        if grip is None:
            return
        if ghost is None:
            if grip.block is None:
                self._pick("")
                self.instant_asked.emit(grip.column, int(grip.minute))
        elif grip.block is None:
            self.drawn.emit(ghost)
        elif ghost != grip.block.occurrence:
            self.dropped.emit(grip.block.occurrence, ghost)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        block = self.block_at(event.position().toPoint())
        if block is not None:
            self.opened.emit(block.slot_id)

    def _pick(self, slot_id: str) -> None:
        if slot_id != self.selected:
            self.select(slot_id)
            self.picked.emit(slot_id)

    # Keyboard and tooltips

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, control = event.key(), bool(event.modifiers() & Qt.KeyboardModifier.ControlModifier)
        if key == Qt.Key.Key_Escape and self._grip is not None:
            self._grip = self._ghost = None
            self.update()
        elif key in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace) and self.selected:
            self.removal_asked.emit(self.selected)
        elif key == Qt.Key.Key_C and control and self.selected:
            self.copy_asked.emit(self.selected)
        elif key == Qt.Key.Key_V and control:
            self.paste_asked.emit()
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.selected:
            self.opened.emit(self.selected)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_Left, Qt.Key.Key_Right):
            self._step(key, control)
        else:
            super().keyPressEvent(event)

    def _step(self, key: int, control: bool) -> None:
        forward = 1 if key in (Qt.Key.Key_Down, Qt.Key.Key_Right) else -1
        ordered = sorted(self._blocks, key=lambda b: (b.column, b.top, b.lane))
        places = [number for number, block in enumerate(ordered) if block.slot_id == self.selected]
        if control and places:
            happening = ordered[places[0]].occurrence
            vertical = key in (Qt.Key.Key_Up, Qt.Key.Key_Down)
            days, minutes = (0, forward * SNAP_MINUTES) if vertical else (forward, 0)
            self.dropped.emit(happening, carried(happening, days, minutes))
        elif ordered:
            place = (places[0] + forward) % len(ordered) if places else 0
            self._pick(ordered[place].slot_id)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            block = self.block_at(event.pos())
            QToolTip.showText(event.globalPos(), self._words_of(block) if block else "", self)
            return True
        return super().event(event)
