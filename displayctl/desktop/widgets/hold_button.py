"""A button that acts only after it was held down for three seconds, so that nothing grave happens by a slip."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QFocusEvent, QFont, QKeyEvent, QMouseEvent, QPainter, QPainterPath, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from displayctl.desktop.look.palette import COLOURS, TEXT_STRONG

HOLD_MS = 3000
TICK_MS = 30


class HoldButton(QWidget):
    """Held by the mouse, the space bar or Enter. Signal: `held`, once, when the time is full."""

    held = Signal()

    def __init__(self, text: str, hold_ms: int = HOLD_MS) -> None:
        super().__init__()
        self._text, self._hold_ms = text, hold_ms
        self._since = QElapsedTimer()
        self._tick = QTimer(self)
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(self._step)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(text)

    def set_text(self, text: str) -> None:
        self._text = text
        self.setAccessibleName(text)
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self.fontMetrics().horizontalAdvance(self._text) + 80, 52)

    @property
    def share_held(self) -> float:
        """From 0 to 1."""
        return min(1.0, self._since.elapsed() / self._hold_ms) if self._tick.isActive() else 0.0

    def _press(self) -> None:
        if self.isEnabled() and not self._tick.isActive():
            self._since.start()
            self._tick.start()

    def _release(self) -> None:
        self._tick.stop()
        self.update()

    def _step(self) -> None:
        self.update()
        if self._since.elapsed() >= self._hold_ms:
            self._release()
            self.held.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        self._press()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self._release()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if not event.isAutoRepeat():
                self._press()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.isAutoRepeat():
            self._release()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self._release()

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        shape = QPainterPath()
        shape.addRoundedRect(area, 8, 8)
        painter.fillPath(shape, QColor(COLOURS.danger if self.isEnabled() else COLOURS.line_strong))
        painter.setClipPath(shape)
        done = QRectF(area.left(), area.top(), area.width() * self.share_held, area.height())
        painter.fillRect(done, QColor(COLOURS.danger_dark).darker(130))
        painter.setClipping(False)
        if self.hasFocus():
            painter.setPen(QColor(COLOURS.text))
            painter.drawPath(shape)
        font = QFont(self.font())
        font.setPixelSize(TEXT_STRONG + 1)
        font.setWeight(QFont.Weight.Bold)
        painter.setFont(font)
        painter.setPen(QColor("#ffffff"))
        painter.drawText(area, Qt.AlignmentFlag.AlignCenter, self._text)
        painter.end()
