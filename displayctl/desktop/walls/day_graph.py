"""Days as bars beside each other: walked through with the arrow keys, each with its sentence."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QSizePolicy, QWidget

from displayctl.desktop.look.palette import COLOURS, SPACE_S, SPACE_XS, TEXT_SMALL
from displayctl.desktop.presenters.history_words import Bar
from displayctl.desktop.presenters.words import date_short

LEAST_BAR_PX = 2.0
_STEPS = {
    Qt.Key.Key_Left: -1,
    Qt.Key.Key_Right: 1,
    Qt.Key.Key_PageUp: -7,
    Qt.Key.Key_PageDown: 7,
    Qt.Key.Key_Home: -1000,
    Qt.Key.Key_End: 1000,
}


class DayGraph(QWidget):
    """Signal: `pointed` with the sentence about the day that the mouse or the keys are on."""

    pointed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._bars: tuple[Bar, ...] = ()
        self._top, self._top_words = 1.0, ""
        self._at = -1
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        self.setMinimumHeight(120)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Days as bars"))

    def sizeHint(self) -> QSize:
        return QSize(380, 150)

    @property
    def bars(self) -> tuple[Bar, ...]:
        """What is shown, oldest first."""
        return self._bars

    def show_bars(self, bars: tuple[Bar, ...], top: float, top_words: str) -> None:
        """Show these; `top` is the value of the upper edge."""
        self._bars, self._top, self._top_words = bars, max(top, 1e-9), top_words
        self._at = min(self._at, len(bars) - 1)
        self.update()

    # Pointing

    def _point(self, number: int) -> None:
        if not self._bars:
            return
        self._at = max(0, min(len(self._bars) - 1, number))
        words = self._bars[self._at].words
        self.setAccessibleDescription(words)
        self.pointed.emit(words)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = _STEPS.get(Qt.Key(event.key()))
        if step is None:
            super().keyPressEvent(event)
        else:
            self._point((self._at if self._at >= 0 else len(self._bars)) + step)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        if self._at < 0:
            self._point(len(self._bars) - 1)
        self.update()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        room = self._room()
        if self._bars and room.width() > 0:
            self._point(int((event.position().x() - room.left()) / room.width() * len(self._bars)))

    # Painting

    def _room(self) -> QRectF:
        line = self.fontMetrics().height()
        return QRectF(self.rect()).adjusted(SPACE_S, line + SPACE_XS, -SPACE_S, -line - SPACE_XS)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(COLOURS.surface))
        font = painter.font()
        font.setPixelSize(TEXT_SMALL)
        painter.setFont(font)
        room = self._room()
        painter.setPen(QColor(COLOURS.line))
        for share in (0.0, 0.5, 1.0):
            height = room.bottom() - share * room.height()
            painter.drawLine(int(room.left()), int(height), int(room.right()), int(height))
        self._paint_bars(painter, room)
        self._paint_words(painter, room)
        if self.hasFocus():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(QColor(COLOURS.accent), 2))
            painter.drawRoundedRect(QRectF(self.rect()).adjusted(1, 1, -1, -1), 4, 4)
        painter.end()

    def _paint_bars(self, painter: QPainter, room: QRectF) -> None:
        width = room.width() / max(1, len(self._bars))
        gap = min(2.0, width * 0.2)
        for number, bar in enumerate(self._bars):
            place = QRectF(room.left() + number * width, room.top(), width, room.height())
            if number == self._at:
                painter.fillRect(place, QColor(COLOURS.accent_soft))
            if bar.value is None:
                painter.fillRect(
                    QRectF(place.left() + gap, room.bottom() - 1, width - 2 * gap, 1), QColor(COLOURS.line_strong)
                )
                continue
            height = max(LEAST_BAR_PX, min(1.0, bar.value / self._top) * room.height())
            shape = QRectF(place.left() + gap, room.bottom() - height, width - 2 * gap, height)
            painter.fillRect(shape, QColor(COLOURS.danger if bar.bad else COLOURS.accent))
            if bar.bad:  # told apart without colours, too
                painter.fillRect(QRectF(shape.left(), shape.top() - 4, shape.width(), 2), QColor(COLOURS.danger))

    def _paint_words(self, painter: QPainter, room: QRectF) -> None:
        painter.setPen(QColor(COLOURS.text_soft))
        above = QRectF(room.left(), 0, room.width(), room.top())
        below = QRectF(room.left(), room.bottom(), room.width(), self.height() - room.bottom())
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.drawText(above, Qt.AlignmentFlag.AlignLeft | middle, self._top_words)
        if self._bars:
            painter.drawText(below, Qt.AlignmentFlag.AlignLeft | middle, date_short(self._bars[0].day))
            painter.drawText(below, Qt.AlignmentFlag.AlignRight | middle, date_short(self._bars[-1].day))
