"""A button that acts only after it was held down for three seconds, so that nothing grave happens by a slip."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QColor,
    QFocusEvent,
    QFont,
    QFontMetrics,
    QHideEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPainterPath,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from displayctl.desktop.look.contrast import letters_on
from displayctl.desktop.look.palette import COLOURS, TEXT_STRONG

HOLD_MS = 3000
TICK_MS = 30
HOLDING_KEYS = (Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter)


class HoldButton(QWidget):
    """Held by the mouse, the space bar or Enter. Signal: `held`, once, when the time is full.

    `strong` and `dark` are its colours, red by default: at rest, and of the part that was held already.
    """

    held = Signal()

    def __init__(
        self,
        text: str,
        hold_ms: int = HOLD_MS,
        *,
        strong: str = "",
        dark: str = "",
        height_px: int = 52,
    ) -> None:
        super().__init__()
        self._text, self._hold_ms, self._height_px = text, hold_ms, height_px
        self._strong, self._dark = QColor(strong or COLOURS.alarm), QColor(dark or COLOURS.alarm_dark).darker(130)
        self._letters = letters_on(self._strong.name())
        self._since = QElapsedTimer()
        self._tick = QTimer(self)
        self._tick.setInterval(TICK_MS)
        self._tick.timeout.connect(self._step)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAccessibleName(text)

    @property
    def text(self) -> str:
        """What it says while nobody holds it."""
        return self._text

    def set_text(self, text: str) -> None:
        if text != self._text:
            self._text = text
            self.setAccessibleName(text)
            self.updateGeometry()
            self.update()

    def sizeHint(self) -> QSize:
        return QSize(QFontMetrics(self._font()).horizontalAdvance(self._text) + 48, self._height_px)

    def minimumSizeHint(self) -> QSize:
        return QSize(160, self._height_px)

    @property
    def share_held(self) -> float:
        """From 0 to 1."""
        return min(1.0, self._since.elapsed() / self._hold_ms) if self._tick.isActive() else 0.0

    def _press(self) -> None:
        if self.isEnabled() and not self._tick.isActive():
            self._since.start()
            self._tick.start()

    def let_go(self) -> None:
        """Start from nothing again, as if it were not held: what it would do is another thing now."""
        self._tick.stop()
        self.update()

    def _step(self) -> None:
        self.update()
        if not self.isEnabled():
            self.let_go()
        elif self._since.elapsed() >= self._hold_ms:
            self.let_go()
            self.held.emit()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if event.button() == Qt.MouseButton.LeftButton:
            self._press()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        self.let_go()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in HOLDING_KEYS:
            if not event.isAutoRepeat():
                self._press()
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        if event.key() in HOLDING_KEYS and not event.isAutoRepeat():
            self.let_go()

    def focusInEvent(self, event: QFocusEvent) -> None:
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        self.let_go()

    def hideEvent(self, event: QHideEvent) -> None:
        """What is hidden is not told that the mouse was let go."""
        self.let_go()

    def _font(self) -> QFont:
        font = QFont(self.font())
        font.setPixelSize(TEXT_STRONG + 1)
        font.setWeight(QFont.Weight.Bold)
        return font

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        area = QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5)
        shape = QPainterPath()
        shape.addRoundedRect(area, 8, 8)
        painter.fillPath(shape, self._strong if self.isEnabled() else QColor(COLOURS.sunken))
        painter.setClipPath(shape)
        done = QRectF(area.left(), area.top(), area.width() * self.share_held, area.height())
        painter.fillRect(done, self._dark)
        painter.setClipping(False)
        if self.hasFocus():
            painter.setPen(QPen(QColor(COLOURS.text), 3))
            painter.drawPath(shape)
        painter.setFont(self._font())
        painter.setPen(self._letters if self.isEnabled() else QColor(COLOURS.text_faint))
        room = area.adjusted(10, 0, -10, 0)
        words = painter.fontMetrics().elidedText(self._text, Qt.TextElideMode.ElideRight, round(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter, words)
        painter.end()
