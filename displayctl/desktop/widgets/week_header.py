"""The names of the days above the calendar, with holidays and days off together by name."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QEvent, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QHelpEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QToolTip, QWidget

from displayctl.desktop.days_off import DayNote
from displayctl.desktop.look.palette import COLOURS, TEXT_SMALL, TEXT_STRONG
from displayctl.desktop.presenters.words import day_words, weekday_short
from displayctl.desktop.widgets.week_geometry import GUTTER_PX

SUNDAY = 6


class WeekHeader(QWidget):
    """The days of the calendar; today stands out, the chosen day is underlined, holidays are red and named, days off
    together in the colour of a warning. Signal: `day_picked` a column, by hand or with the arrow keys.
    """

    day_picked = Signal(int)

    def __init__(self) -> None:
        super().__init__()
        self._first, self._today, self._chosen = date(2026, 1, 5), date(2026, 1, 5), 0
        self._notes: dict[date, DayNote] = {}
        self._columns = 7
        self.right_px = 0
        self.setFixedHeight(68)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(self.tr("Days"))

    def show_days(self, first: date, today: date, chosen: int, notes: dict[date, DayNote], columns: int = 7) -> None:
        """`columns` days from `first`; `notes` name those that are off, `chosen` is the column of the chosen day."""
        self._first, self._today, self._chosen, self._notes = first, today, chosen, notes
        self._columns = columns
        if 0 <= chosen < columns:
            self.setAccessibleDescription(self._words(first + timedelta(days=chosen)))
        self.update()

    def words_at(self, x_px: float) -> str:
        """A day's date and what it is called."""
        return self._words(self._first + timedelta(days=self._column_at(x_px)))

    def _words(self, day: date) -> str:
        note = self._notes.get(day)
        if note is None:
            return day_words(day)
        kind = self.tr("joint leave") if note.together else self.tr("holiday")
        return self.tr("{day}: {name} ({kind})").format(day=day_words(day), name=note.name, kind=kind)

    def _column_px(self) -> float:
        return (self.width() - self.right_px - GUTTER_PX) / self._columns

    def _column_at(self, x_px: float) -> int:
        return max(0, min(self._columns - 1, int((x_px - GUTTER_PX) / self._column_px())))

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for number in range(self._columns):
            self._paint_day(painter, number, self._first + timedelta(days=number))
        painter.setPen(QColor(COLOURS.line))
        painter.drawLine(0, self.height() - 1, self.width(), self.height() - 1)
        if self.hasFocus():
            painter.setPen(QPen(QColor(COLOURS.accent), 2))
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawRect(self.rect().adjusted(1, 1, -1, -1))
        painter.end()

    def _colour(self, day: date) -> QColor:
        note = self._notes.get(day)
        if note is not None and note.together:
            return QColor(COLOURS.warning)
        return QColor(COLOURS.danger if note is not None or day.weekday() == SUNDAY else COLOURS.text_soft)

    def _paint_day(self, painter: QPainter, number: int, day: date) -> None:
        left, width = GUTTER_PX + number * self._column_px(), self._column_px()
        small, large = QFont(), QFont()
        small.setPixelSize(TEXT_SMALL)
        large.setPixelSize(TEXT_STRONG + 1)
        large.setWeight(QFont.Weight.DemiBold)
        painter.setFont(small)
        painter.setPen(self._colour(day))
        painter.drawText(QRectF(left, 2, width, 17), Qt.AlignmentFlag.AlignHCenter, weekday_short(day.weekday()))
        note = self._notes.get(day)
        if note is not None:
            name = QFontMetricsF(small).elidedText(note.name, Qt.TextElideMode.ElideRight, width - 6)
            painter.drawText(QRectF(left, 44, width, 18), Qt.AlignmentFlag.AlignHCenter, name)
        painter.setFont(large)
        if day == self._today:
            painter.setBrush(QColor(COLOURS.accent))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.drawEllipse(QRectF(left + width / 2 - 13, 18, 26, 26))
            painter.setPen(QColor(COLOURS.on_accent))
        painter.drawText(QRectF(left, 18, width, 26), Qt.AlignmentFlag.AlignCenter, str(day.day))
        if number == self._chosen:
            painter.fillRect(QRectF(left + 10, self.height() - 4, width - 20, 3), QColor(COLOURS.accent))

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.position().x() >= GUTTER_PX:
            self.day_picked.emit(self._column_at(event.position().x()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        steps: dict[int, int] = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
        if event.key() in steps:
            self.day_picked.emit(max(0, min(self._columns - 1, self._chosen + steps[event.key()])))
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        if event.type() is QEvent.Type.ToolTip and isinstance(event, QHelpEvent):
            QToolTip.showText(event.globalPos(), self.words_at(event.pos().x()), self)
            return True
        return super().event(event)
