"""The arithmetic between pixels of the week's canvas and minutes of civil days."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QPoint, QRectF

from displayctl.desktop.presenters.week_layout import DAY_MINUTES, Block

GUTTER_PX = 58
EDGE_PX = 7
INDENT_PX, STRIP_PX = 11, 15


@dataclass(frozen=True, slots=True)
class WeekGeometry:
    """A canvas `width_px` wide with `columns` days, each minute `minute_px` high."""

    width_px: int
    columns: int = 7
    minute_px: float = 0.8

    @property
    def column_px(self) -> float:
        return (self.width_px - GUTTER_PX) / self.columns

    @property
    def height_px(self) -> int:
        return round(DAY_MINUTES * self.minute_px)

    def left(self, column: int) -> float:
        return GUTTER_PX + column * self.column_px

    def rect(self, block: Block) -> QRectF:
        """Where a block is painted, with a little air around it; interrupts in strips at the right edge."""
        left, width = self.left(block.column) + 2, self.column_px - 5
        top = block.top * self.minute_px + 1
        height = max(15.0, (block.bottom - block.top) * self.minute_px - 2)
        if block.on_edge:
            return QRectF(left + width - STRIP_PX * (block.lane + 1), top, STRIP_PX - 1, height)
        indent = min(block.indent * INDENT_PX, width / 2)
        lane_px = (width - STRIP_PX - indent) / block.lanes
        return QRectF(left + indent + block.lane * lane_px, top, max(6.0, lane_px - 1), height)

    def column_at(self, point: QPoint) -> int:
        """The day's column under a point, the nearest where there is none."""
        return max(0, min(self.columns - 1, int((point.x() - GUTTER_PX) / self.column_px)))

    def minute_at(self, point: QPoint) -> float:
        """The minute of the day at a height; beyond the canvas it goes below 0 or above 1440."""
        return point.y() / self.minute_px
