"""The week (or one day) as a canvas: drag on empty ground to book, drag blocks to move them, an edge to stretch one."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date, timedelta

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QContextMenuEvent, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QApplication, QSizePolicy, QToolTip, QWidget

from displayctl.desktop.look.palette import COLOURS
from displayctl.desktop.presenters.hour_marks import HourMark
from displayctl.desktop.presenters.selection import Drop, Selection
from displayctl.desktop.presenters.slot_edits import hours_at
from displayctl.desktop.presenters.slot_faces import BlockFace
from displayctl.desktop.presenters.slot_words import hours_words
from displayctl.desktop.presenters.week_layout import DAY_MINUTES, Block, Occurrence
from displayctl.desktop.widgets.week_geometry import GUTTER_PX, WeekGeometry
from displayctl.desktop.widgets.week_hand import BAND, CREATE, LEAST_WAY_PX, MOVE, Drag, Grip, handle_at, snap_of
from displayctl.desktop.widgets.week_keys import act_of
from displayctl.desktop.widgets.week_paint import paint_band, paint_block, paint_ghost, paint_grid, paint_mark
from displayctl.desktop.widgets.week_paint_marks import paint_focus, paint_hour_mark
from displayctl.desktop.widgets.week_scene import WeekScene

MARK_REACH_PX, LINE_PX = 12, 7


class WeekCanvas(QWidget):
    """Signals: `drawn` a new booking as an Occurrence without slot; `dropped` a Drop after a drag or a key;
    `picked` (empty: none) and `opened` a slot id; `removal_asked`, `copy_asked`, `double_asked` and `paste_asked` by
    keys, for what is chosen; `instant_asked` a column and minute that was clicked on empty ground; `day_asked` a column
    whose bookings have no room here; `menu_asked` a point on the screen; `let_go` at the end of a drag.
    """

    drawn = Signal(object)
    dropped = Signal(object)
    picked = Signal(str)
    opened = Signal(str)
    removal_asked = Signal()
    copy_asked = Signal()
    double_asked = Signal()
    paste_asked = Signal()
    instant_asked = Signal(int, int)
    day_asked = Signal(int)
    menu_asked = Signal(object)
    let_go = Signal()

    def __init__(self, face_of: Callable[[Block], BlockFace], words_of: Callable[[Block], str]) -> None:
        super().__init__()
        self._face_of, self._words_of = face_of, words_of
        self._blocks: tuple[Block, ...] = ()
        self._scene: WeekScene | None = None
        self._faces: dict[int, BlockFace] = {}
        self._marks: tuple[HourMark, ...] = ()
        self._mark_words: Callable[[HourMark], str] = lambda mark: ""
        self._first = date(2026, 1, 5)
        self._geometry = WeekGeometry(GUTTER_PX + 7)
        self._grip: Grip | None = None
        self._hand: QPoint | None = None
        self._ghosts: tuple[Occurrence, ...] = ()
        self._band: QRect | None = None
        self._now: tuple[int, float] | None = None
        self._mark: tuple[int, float] | None = None
        self._panel_slot = ""
        self.selection = Selection()
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(self._geometry.height_px)
        self.setAccessibleName(self.tr("Calendar"))
        self._hour_labels = tuple(f"{hour:02d}" for hour in range(24))

    # What it shows

    def show_week(self, first: date, blocks: tuple[Block, ...], columns: int = 7) -> None:
        """Show these blocks in the columns that begin with day `first`."""
        self._first, self._blocks, self._scene, self._faces = first, blocks, None, {}
        self._geometry = replace(self._geometry, columns=columns)
        self._hour_labels = tuple(hours_words(hours_at(hour * 60, 60)).split("–")[0] for hour in range(24))
        if self._grip is None:
            self.selection = self.selection.still_there(blocks)
        self.update()

    def show_hours(self, marks: tuple[HourMark, ...], words: Callable[[HourMark], str]) -> None:
        """Mark empty and over-full hours; `words` tells about one in its tooltip."""
        self._marks, self._mark_words = marks, words
        self.update()

    def show_now(self, column: int | None, minute: float) -> None:
        """The line of the present; None: not in this week."""
        before, self._now = self._now, None if column is None else (column, minute)
        self._update_lines(before, self._now)

    def show_mark(self, column: int | None, minute: float) -> None:
        """The line of the instant that is asked about."""
        before, self._mark = self._mark, None if column is None else (column, minute)
        self._update_lines(before, self._mark)

    def _update_lines(self, *lines: tuple[int, float] | None) -> None:
        """Have the ground of these lines painted anew and no more: one follows the hand at every step."""
        for line in lines:
            if line is not None:
                left, top = round(self._geometry.left(line[0])), round(line[1] * self._geometry.minute_px)
                across = round(self._geometry.column_px)
                self.update(QRect(left, top, across, 0).adjusted(-LINE_PX, -LINE_PX, LINE_PX, LINE_PX))

    def select(self, slot_id: str) -> None:
        """Select all of a slot's blocks, without telling."""
        if slot_id != self.selection.slot_id:
            self.selection = Selection()
        self._panel_slot, self._scene = slot_id, None
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
    def geometry_px(self) -> WeekGeometry:
        return self._geometry

    @property
    def blocks(self) -> tuple[Block, ...]:
        return self._blocks

    @property
    def dragging(self) -> bool:
        """Whether a hand is on its way."""
        return self._hand is not None

    def sizeHint(self) -> QSize:
        return QSize(700, self._geometry.height_px)

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._geometry = replace(self._geometry, width_px=self.width())
        self._scene = None

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        seen = event.rect().toRectF()
        today = self._now[0] if self._now else None
        weekend = tuple(c for c in range(self._geometry.columns) if (self._first + timedelta(days=c)).weekday() >= 5)
        paint_grid(painter, self._geometry, self._hour_labels, today, weekend)
        for mark in self._marks:
            paint_hour_mark(painter, self._geometry, mark)
        for place, block in self._painted().seen(seen):
            face, selected = self._face(block), self._is_selected(block)
            paint_block(painter, self._geometry, place, block, face, selected=selected)
        if self._now is not None:
            paint_mark(painter, self._geometry, *self._now, COLOURS.danger)
        if self._mark is not None:
            paint_mark(painter, self._geometry, *self._mark, COLOURS.accent)
        for ghost in self._ghosts:
            self._paint_ghost(painter, ghost)
        if self._band is not None:
            paint_band(painter, self._band)
        if self.hasFocus():
            paint_focus(painter, self.visibleRegion().boundingRect())
        painter.end()

    def _face(self, block: Block) -> BlockFace:
        """How a block looks, worked out once as long as the same blocks are on show."""
        if id(block) not in self._faces:
            self._faces[id(block)] = self._face_of(block)
        return self._faces[id(block)]

    def _paint_ghost(self, painter: QPainter, ghost: Occurrence) -> None:
        column = (ghost.day - self._first).days
        text = hours_words(hours_at(ghost.starts_minute, ghost.length_minutes))
        top = Block(ghost, column, ghost.starts_minute, min(DAY_MINUTES, ghost.ends_minute))
        paint_ghost(painter, self._geometry, top, text)
        if ghost.ends_minute > DAY_MINUTES and column + 1 < self._geometry.columns:
            paint_ghost(painter, self._geometry, Block(ghost, column + 1, 0, ghost.ends_minute - DAY_MINUTES), "")

    def _is_selected(self, block: Block) -> bool:
        if self.selection.chosen:
            return self.selection.has(block.occurrence)
        return bool(self._panel_slot) and block.slot_id == self._panel_slot

    def _painted(self) -> WeekScene:
        if self._scene is None:
            layers = sorted(self._blocks, key=lambda b: (self._is_selected(b), b.indent, b.top))
            self._scene = WeekScene(layers, self._geometry.rect)
        return self._scene

    # Mouse

    def block_at(self, point: QPoint) -> Block | None:
        """The block under a point."""
        return self._painted().at(point.toPointF())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() is not Qt.MouseButton.LeftButton or event.position().x() < GUTTER_PX:
            return
        point = event.position().toPoint()
        block = self.block_at(point)
        if block is not None and block.folded:
            self.day_asked.emit(block.column)
            return
        what = handle_at(self._geometry, block, point)
        picks = event.modifiers() & (Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.ControlModifier)
        if picks and what == CREATE:
            what = BAND
        column, minute = self._geometry.column_at(point), self._geometry.minute_at(point)
        self._grip = Grip(what, point, column, minute, block)
        if block is not None:
            self._press(block, event.modifiers())

    def _press(self, block: Block, modifiers: Qt.KeyboardModifier) -> None:
        """Choose what is pressed on; what is chosen already stays so, that many can be dragged together."""
        if modifiers & Qt.KeyboardModifier.ControlModifier:
            self._choose(self.selection.toggled(block.occurrence))
        elif modifiers & Qt.KeyboardModifier.ShiftModifier:
            self._choose(self.selection.up_to(block.occurrence, self._ordered()))
        elif not self.selection.has(block.occurrence):
            self._choose(Selection((block.occurrence,)))

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        point = event.position().toPoint()
        if self._grip is None:
            self._show_cursor(point)
        elif self._hand is not None or (point - self._grip.origin).manhattanLength() >= LEAST_WAY_PX:
            self._hand = point
            self._follow(event.modifiers())

    def _follow(self, modifiers: Qt.KeyboardModifier) -> None:
        """Show what letting go would do now, with the step that the keys held ask for."""
        drag, point, step = self._drag(), self._hand, snap_of(modifiers)
        if drag is None or point is None:
            return
        if drag.grip.what == BAND:
            self._band = drag.band(point)
        elif drag.grip.block is None:
            self._ghosts = (drag.drawn(point, step),)
        else:
            self._ghosts = drag.drop(point, step, copies=False).after
        self.update()

    def carry(self, down_px: int) -> None:
        """The ground went up under the hand by so much: the hand is that much further down on it."""
        if self._hand is not None:
            self._hand += QPoint(0, down_px)
            self._follow(QApplication.keyboardModifiers())

    def _drag(self) -> Drag | None:
        if self._grip is None:
            return None
        chosen = self.selection
        if self._grip.block is not None and not chosen.has(self._grip.block.occurrence):
            chosen = Selection((self._grip.block.occurrence,))
        return Drag(self._geometry, self._first, self._grip, chosen)

    def _show_cursor(self, point: QPoint) -> None:
        shapes = {CREATE: Qt.CursorShape.ArrowCursor, MOVE: Qt.CursorShape.OpenHandCursor}
        self.setCursor(shapes.get(handle_at(self._geometry, self.block_at(point), point), Qt.CursorShape.SizeVerCursor))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        drag, point = self._drag(), self._hand
        self._let_go()
        if drag is None:
            return
        if point is None:
            self._clicked(drag.grip, event.modifiers())
        elif drag.grip.what == BAND:
            self._choose(self.selection.joined(self._within(drag.band(point))))
        elif drag.grip.block is None:
            self.drawn.emit(drag.drawn(point, snap_of(event.modifiers())))
        else:
            copies = bool(event.modifiers() & Qt.KeyboardModifier.AltModifier) and drag.grip.what == MOVE
            self._drop(drag.drop(point, snap_of(event.modifiers()), copies=copies))

    def _let_go(self) -> None:
        dragged = self.dragging
        self._grip = self._hand = self._band = None
        self._ghosts = ()
        self.update()
        if dragged:
            self.let_go.emit()

    def _clicked(self, grip: Grip, modifiers: Qt.KeyboardModifier) -> None:
        if grip.block is None:
            self._choose(Selection())
            self.instant_asked.emit(grip.column, int(grip.minute))
        elif modifiers == Qt.KeyboardModifier.NoModifier and len(self.selection.chosen) > 1:
            self._choose(Selection((grip.block.occurrence,)))

    def _within(self, band: QRect) -> list[Occurrence]:
        return [
            block.occurrence
            for block in self._ordered()
            if not block.folded and self._geometry.rect(block).intersects(band.toRectF())
        ]

    def _drop(self, drop: Drop) -> None:
        if drop.before != drop.after:
            self.dropped.emit(drop)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        block = self.block_at(event.position().toPoint())
        if block is not None and not block.folded:
            self.opened.emit(block.slot_id)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        if event.reason() is QContextMenuEvent.Reason.Mouse:
            block = self.block_at(event.pos())
            if block is not None and not block.folded and not self.selection.has(block.occurrence):
                self._choose(Selection((block.occurrence,)))
        self.menu_asked.emit(event.globalPos())

    def _choose(self, selection: Selection) -> None:
        before = self.selected
        self.selection, self._scene = selection, None
        self._panel_slot = selection.slot_id
        self._say_choice()
        self.update()
        if selection.slot_id != before:
            self.picked.emit(selection.slot_id)

    # Keyboard, screen readers and tooltips

    def _ordered(self) -> list[Block]:
        return sorted((b for b in self._blocks if not b.folded), key=lambda b: (b.column, b.top, b.lane, b.slot_id))

    def _say_choice(self) -> None:
        """What is chosen, in words, for who does not see it."""
        chosen = [block for block in self._blocks if self._is_selected(block)]
        self.setAccessibleDescription("\n\n".join(self._words_of(block) for block in chosen[:3]))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self._grip is not None:
            self._let_go()
        elif self._hand is not None:
            self._follow(event.modifiers())  # a key held now asks for another step
        elif not act_of(event)(self):
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        self._follow(event.modifiers())
        super().keyReleaseEvent(event)

    def step(self, forward: int, *, extends: bool) -> None:
        """Go on to the next block, or back to the one before; with `extends` what was chosen stays so."""
        ordered = self._ordered()
        if not ordered:
            return
        places = [number for number, block in enumerate(ordered) if self._is_selected(block)]
        last = [number for number in places if ordered[number].occurrence in self.selection.chosen[-1:]] or places
        place = (last[0] + forward) % len(ordered) if last else 0
        happening = ordered[place].occurrence
        self._choose(self.selection.joined((happening,)) if extends else Selection((happening,)))

    def move_chosen(self, days: int, minutes: int) -> None:
        """Move what is chosen by days and minutes."""
        self._drop(self._chosen_together().carried(days, minutes))

    def stretch_chosen(self, minutes: int) -> None:
        """Move the end of what is chosen."""
        self._drop(self._chosen_together().stretched(minutes, abs(minutes)))

    def choose_all(self) -> None:
        """Choose everything on show."""
        self._choose(self.selection.joined(block.occurrence for block in self._ordered()))

    def _chosen_together(self) -> Selection:
        """What is chosen; of a slot that was picked elsewhere its first block on show."""
        if self.selection.chosen:
            return self.selection
        return Selection(tuple(b.occurrence for b in self._ordered() if b.slot_id == self._panel_slot)[:1])

    @property
    def chosen(self) -> tuple[Occurrence, ...]:
        """What keys act on."""
        return self._chosen_together().chosen

    def words_at(self, point: QPoint) -> str:
        """What the tooltip says at a point."""
        block = self.block_at(point)
        if block is not None:
            return self._words_of(block)
        column, minute = self._geometry.column_at(point), self._geometry.minute_at(point)
        beside = point.x() - self._geometry.left(column) <= MARK_REACH_PX
        there = [mark for mark in self._marks if mark.column == column and mark.hour == int(minute // 60)]
        return "\n".join(self._mark_words(mark) for mark in there) if beside else ""

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.words_at(event.pos()), self)
            return True
        return super().event(event)
