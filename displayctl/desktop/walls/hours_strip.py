"""A wall's civil week in seven lines: open hours as high as they are bright, closed ones dark, silence below."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from displayctl.desktop.look.palette import COLOURS, SPACE_XS, TEXT_SMALL
from displayctl.desktop.presenters.civil_week import QUARTERS, Day, week_of
from displayctl.desktop.presenters.words import weekday_short
from schedules.display import Display

LINE_PX, NAME_PX, QUIET_PX = 17, 34, 2
HEAD_PX = 16


class HoursStrip(QWidget):
    """Read only; what it shows stands beside it in words."""

    def __init__(self) -> None:
        super().__init__()
        self._week: tuple[Day, ...] = ()
        self.setFixedHeight(HEAD_PX + 7 * LINE_PX + SPACE_XS)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Hours of the week"))

    def sizeHint(self) -> QSize:
        return QSize(360, self.height())

    def show_wall(self, display: Display) -> None:
        """Show the week of this wall."""
        self._week = week_of(display)
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        font = painter.font()
        font.setPixelSize(TEXT_SMALL - 1)
        painter.setFont(font)
        room = QRectF(NAME_PX, HEAD_PX, self.width() - NAME_PX - SPACE_XS, 7 * LINE_PX)
        painter.setPen(QColor(COLOURS.text_soft))
        for hour in range(0, 24, 6):
            place = QRectF(room.left() + hour / 24 * room.width(), 0, 40, HEAD_PX)
            painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, str(hour))
        for number, day in enumerate(self._week):
            top = room.top() + number * LINE_PX
            painter.setPen(QColor(COLOURS.text_soft))
            name = QRectF(0, top, NAME_PX, LINE_PX)
            painter.drawText(name, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter, weekday_short(number))
            self._paint_day(painter, QRectF(room.left(), top + 1, room.width(), LINE_PX - 3), day)
        painter.end()

    def _paint_day(self, painter: QPainter, place: QRectF, day: Day) -> None:
        painter.fillRect(place, QColor(COLOURS.sunken))
        width = place.width() / QUARTERS
        for number, quarter in enumerate(day):
            left = place.left() + number * width
            if quarter.is_open:
                height = (place.height() - QUIET_PX) * quarter.percent / 100
                bar = QRectF(left, place.bottom() - QUIET_PX - height, width + 0.5, height)
                painter.fillRect(bar, QColor(COLOURS.accent))
            if quarter.is_quiet:
                line = QRectF(left, place.bottom() - QUIET_PX, width + 0.5, QUIET_PX)
                painter.fillRect(line, QColor(COLOURS.warning))
