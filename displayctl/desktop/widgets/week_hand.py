"""What a hand does on the calendar of a week: where it took hold, and what its way since then makes of the bookings."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from PySide6.QtCore import QPoint, QRect, Qt

from displayctl.desktop.presenters.selection import Drop, Selection
from displayctl.desktop.presenters.slot_edits import stretched
from displayctl.desktop.presenters.week_layout import (
    COARSE_MINUTES,
    DAY_MINUTES,
    FINE_MINUTES,
    SNAP_MINUTES,
    Block,
    Occurrence,
    snapped,
)
from displayctl.desktop.widgets.week_geometry import EDGE_PX, WeekGeometry

LEAST_WAY_PX = 5
CREATE, MOVE, TOP, BOTTOM, BAND = "create", "move", "top", "bottom", "band"


@dataclass(frozen=True, slots=True)
class Grip:
    """What the hand holds: `what` is create, move, top, bottom or band (a rubber band); `origin` where it was taken."""

    what: str
    origin: QPoint
    column: int
    minute: float
    block: Block | None = None


def snap_of(modifiers: Qt.KeyboardModifier) -> int:
    """The step in minutes: a quarter of an hour; with Shift five minutes, with Ctrl half an hour."""
    if modifiers & Qt.KeyboardModifier.ShiftModifier:
        return FINE_MINUTES
    return COARSE_MINUTES if modifiers & Qt.KeyboardModifier.ControlModifier else SNAP_MINUTES


def handle_at(geometry: WeekGeometry, block: Block | None, point: QPoint) -> str:
    """What is taken hold of at a point: a block's middle or one of its edges, or empty ground."""
    if block is None:
        return CREATE
    rect = geometry.rect(block)
    edge = min(float(EDGE_PX), rect.height() / 4)
    ends_here = block.bottom == block.occurrence.ends_minute or block.continues
    if point.y() >= rect.bottom() - edge and ends_here:
        return BOTTOM
    if point.y() <= rect.top() + edge and block.begins_here:
        return TOP
    return MOVE


@dataclass(frozen=True, slots=True)
class Drag:
    """A hand on its way over the calendar that begins with day `first`."""

    geometry: WeekGeometry
    first: date
    grip: Grip
    chosen: Selection

    def band(self, point: QPoint) -> QRect:
        """The rubber band."""
        return QRect(self.grip.origin, point).normalized()

    def drawn(self, point: QPoint, step: int) -> Occurrence:
        """The new booking that is drawn on empty ground."""
        column, minute = self.geometry.column_at(point), self.geometry.minute_at(point)
        grip = self.grip
        here = minute + max(0, column - grip.column) * DAY_MINUTES
        if here < grip.minute:
            top = min(snapped(grip.minute - step / 2, step), snapped(here, step))
        else:
            top = int(grip.minute // step * step)
        top = max(0, min(top, DAY_MINUTES - step))
        bottom = max(top + step, snapped(max(here, grip.minute), step))
        return Occurrence("", self.first + timedelta(days=grip.column), top, min(DAY_MINUTES, bottom - top))

    def drop(self, point: QPoint, step: int, *, copies: bool) -> Drop:
        """What would be moved or stretched if the hand let go here. The block in hand snaps, the others go with it."""
        block = self.grip.block
        assert block is not None  # noqa: S101 - a drop is of a block; empty ground is drawn on
        happening = block.occurrence
        column, minute = self.geometry.column_at(point), self.geometry.minute_at(point)
        if self.grip.what == MOVE:
            begins = happening.starts_minute
            if abs(minute - self.grip.minute) >= step / 2:  # a hand that goes sideways means another day alone
                begins = snapped(begins + minute - self.grip.minute, step)
            moved = self.chosen.carried(column - self.grip.column, begins - happening.starts_minute)
            return replace(moved, copies=copies)
        if self.grip.what == TOP:
            return Drop(((happening, stretched(happening, top=snapped(minute, step), least=step)),))
        beyond = max(0, column - (happening.day - self.first).days) * DAY_MINUTES
        return Drop(((happening, stretched(happening, bottom=snapped(minute + beyond, step), least=step)),))
