"""The week with the names of its days above and its hours scrolling below."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from displayctl.desktop.look.palette import COLOURS, TEXT_SMALL, TEXT_STRONG
from displayctl.desktop.presenters.slot_faces import BlockFace
from displayctl.desktop.presenters.week_layout import Block
from displayctl.desktop.presenters.words import weekday_short
from displayctl.desktop.widgets.pieces import column
from displayctl.desktop.widgets.week_canvas import WeekCanvas
from displayctl.desktop.widgets.week_geometry import GUTTER_PX


class WeekHeader(QWidget):
    """The seven days; today stands out, the chosen day is underlined, holidays are red. Signal: `day_picked`."""

    day_picked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._first, self._today, self._chosen = date(2026, 1, 5), date(2026, 1, 5), 0
        self._holidays: dict[date, str] = {}
        self.right_px = 0
        self.setFixedHeight(52)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def show_days(self, first: date, today: date, chosen: int, holidays: dict[date, str]) -> None:
        """Seven days from `first`; `holidays` names those that are."""
        self._first, self._today, self._chosen, self._holidays = first, today, chosen, holidays
        named = [f"{weekday_short(d.weekday())} {d.day}: {holidays[d]}" for d in self._days() if d in holidays]
        self.setToolTip("\n".join(named))
        self.update()

    def _days(self) -> tuple[date, ...]:
        return tuple(self._first + timedelta(days=number) for number in range(7))

    def _column_px(self) -> float:
        return (self.width() - self.right_px - GUTTER_PX) / 7

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number, day in enumerate(self._days()):
            self._paint_day(painter, number, day)
        painter.setPen(QColor(COLOURS.line))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        painter.end()

    def _paint_day(self, painter: QPainter, number: int, day: date) -> None:
        left, width = GUTTER_PX + number * self._column_px(), self._column_px()
        free = day in self._holidays or day.weekday() == 6
        small, large = QFont(), QFont()
        small.setPixelSize(TEXT_SMALL)
        large.setPixelSize(TEXT_STRONG + 1)
        large.setWeight(QFont.Weight.DemiBold)
        painter.setFont(small)
        painter.setPen(QColor(COLOURS.danger if free else COLOURS.text_soft))
        painter.drawText(QRectF(left, 3, width, 17), Qt.AlignmentFlag.AlignHCenter, weekday_short(day.weekday()))
        painter.setFont(large)
        if day == self._today:
            painter.setBrush(QColor(COLOURS.accent))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(QRectF(left + width / 2 - 13, 20, 26, 26))
            painter.setPen(QColor(COLOURS.on_accent))
        painter.drawText(QRectF(left, 20, width, 26), Qt.AlignmentFlag.AlignCenter, str(day.day))
        if number == self._chosen:
            painter.fillRect(QRectF(left + 10, self.height() - 4, width - 20, 3), QColor(COLOURS.accent))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.position().x() >= GUTTER_PX:
            self.day_picked.emit(max(0, min(6, int((event.position().x() - GUTTER_PX) / self._column_px()))))


class WeekView(QFrame):
    """A `WeekHeader` over a scrolled `WeekCanvas`."""

    def __init__(self, face_of: Callable[[Block], BlockFace], words_of: Callable[[Block], str]) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.header = WeekHeader()
        self.canvas = WeekCanvas(face_of, words_of)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setWidget(self.canvas)
        self.header.right_px = self._area.verticalScrollBar().sizeHint().width()
        layout = column(self.header, self._area, spacing=0)
        layout.setContentsMargins(1, 1, 1, 1)
        self.setLayout(layout)

    def sizeHint(self) -> QSize:
        return QSize(720, 480)

    def reveal(self, minute: int) -> None:
        """Scroll so that this minute of the day stands a little below the top."""
        bar = self._area.verticalScrollBar()
        bar.setValue(round((minute - 40) * self.canvas.geometry_px.minute_px))
